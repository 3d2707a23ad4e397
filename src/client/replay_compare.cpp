#include "client/replay_compare.hpp"

#include <algorithm>

#include "client/replay_shown.hpp"

namespace samspil::client::replay {
namespace {

/// One side of the comparison with its bytes, as what is masked must not be read from the other.
struct side {
  std::string_view bytes;
  std::string_view any;  ///< empty: none
  std::vector<message_part> parts;

  message_part const* find(std::string_view label) const {
    auto const found = std::ranges::find(parts, label, &message_part::label);
    return found == parts.end() ? nullptr : &*found;
  }
  std::size_t understood() const { return parts.empty() ? 0 : parts.back().offset + parts.back().layout->length; }
  bool is_any(std::size_t at) const { return at < any.size() && any[at] == 'x'; }
  /// The bytes with `?` where any will do, over a text that is masked already.
  std::string marked(std::string text, std::size_t at) const {
    for (std::size_t i = 0; i < text.size(); ++i)
      if (is_any(at + i)) text[i] = '?';
    return text;
  }
};

class comparison {
 public:
  comparison(side expected, side came, bool clear)
      : expected_(std::move(expected)), came_(std::move(came)), clear_(clear) {}

  std::vector<compared> run() {
    for (message_part const& part : came_.parts) record(expected_.find(part.label), &part);
    for (message_part const& part : expected_.parts)
      if (came_.find(part.label) == nullptr) record(&part, nullptr);
    rest();
    return std::move(out_);
  }

 private:
  void record(message_part const* expected, message_part const* came) {
    message_part const& shape = came != nullptr ? *came : *expected;
    if (expected != nullptr && expected->layout != shape.layout) expected = nullptr;
    std::string filler(shape.layout->length, 'x');
    for (layout_item const& item : shape.layout->items) {
      field(item, shape, expected, came);
      filler.replace(item.offset, item.width, item.width, ' ');
    }
    for (std::size_t at = filler.find('x'); at != std::string::npos && at < filler.size();) {
      std::size_t const end = std::min(filler.find(' ', at), filler.size());
      field({"FILLER", "FILLER", at, end - at, codec::kind::text}, shape, expected, came);
      at = filler.find('x', end);
    }
  }

  void field(layout_item const& item, message_part const& shape, message_part const* expected,
             message_part const* came) {
    compared row;
    row.record = shape.label;
    row.field = item.path;
    row.byte = shape.offset + item.offset + 1;
    row.width = item.width;
    if (expected != nullptr) {
      std::size_t const at = expected->offset + item.offset;
      row.expected = expected_.marked(masked(item, expected_.bytes.substr(at, item.width), clear_), at);
    }
    if (came != nullptr) row.came = masked(item, came_.bytes.substr(came->offset + item.offset, item.width), clear_);
    row.differs =
        !row.expected || !row.came || !same(expected->offset + item.offset, came->offset + item.offset, item.width);
    out_.push_back(std::move(row));
  }

  bool same(std::size_t expected, std::size_t came, std::size_t width) const {
    for (std::size_t i = 0; i < width; ++i)
      if (!expected_.is_any(expected + i) && expected_.bytes[expected + i] != came_.bytes[came + i]) return false;
    return true;
  }

  /// Bytes behind every record that is understood; of another family all of them,
  /// which are counted and not shown: nothing tells where its token is.
  void rest() {
    std::size_t const expected = expected_.understood();
    std::size_t const came = came_.understood();
    std::size_t const left = expected_.bytes.size() - expected;
    std::size_t const right = came_.bytes.size() - came;
    if (left == 0 && right == 0) return;
    compared row;
    row.field = came == 0 ? "(message)" : "(rest)";
    row.byte = came + 1;
    row.width = right;
    row.expected = shown(expected_, expected);
    row.came = shown(came_, came);
    row.differs = left != right || !same(expected, came, left);
    out_.push_back(std::move(row));
  }
  std::string shown(side const& from, std::size_t at) const {
    std::size_t const size = from.bytes.size() - at;
    if (at == 0) return std::to_string(size) + " bytes";
    return from.marked(masked_unknown(from.bytes.substr(at), clear_), at);
  }

  side expected_;
  side came_;
  bool clear_;
  std::vector<compared> out_;
};

bool is_empty(std::string_view value) {
  return codec::trimmed(value).empty() || value.find_first_not_of('0') == std::string_view::npos;
}

std::string value_text(std::optional<std::string> const& value) {
  return value ? "\"" + for_terminal(codec::trimmed(*value)) + "\"" : "nothing";
}

}  // namespace

std::vector<compared> compare(pattern const& expected, std::string_view came, std::string_view event, bool clear) {
  std::string const resolved = expected.resolved(came);
  return comparison({expected.bytes, expected.any, answer_parts(resolved, event)},
                    {came, {}, answer_parts(came, event)}, clear)
      .run();
}

std::string describe(std::vector<compared> const& fields, std::string_view came) {
  auto const count = std::ranges::count_if(fields, &compared::differs);
  auto const first = std::ranges::find_if(fields, &compared::differs);
  if (first == fields.end()) return "answer as expected";
  std::string out = "answer differs in " + std::to_string(count) + (count == 1 ? " field: " : " fields, first ");
  if (!first->record.empty()) out += first->record + " ";
  out += first->field + ", byte " + std::to_string(first->byte) + ": expected " + value_text(first->expected) +
         ", came " + value_text(first->came);
  if (auto const read = answer::read(std::string(came)); read && read->messages() > 0)
    out += "; came " + read->summary();
  return out;
}

std::string explain(std::vector<compared> const& fields) {
  std::string out;
  std::string_view record = "\n";
  for (compared const& row : fields) {
    if (!row.differs && (is_empty(*row.came) || row.field == "FILLER")) continue;
    if (row.record != record) {
      record = row.record;
      if (!row.record.empty()) out += "  " + row.record + "\n";
    }
    std::string head = std::string(row.differs ? "  ! " : "    ") + row.field;
    head.resize(std::max<std::size_t>(head.size() + 1, 30), ' ');
    std::string place = std::to_string(row.byte);
    place.resize(std::max<std::size_t>(place.size() + 1, 6), ' ');
    if (!row.differs) {
      out += head + place + value_text(row.came) + "\n";
    } else {
      out += head + place + "expected " + value_text(row.expected) + "\n";
      out += std::string(head.size() + place.size(), ' ') + "came     " + value_text(row.came) + "\n";
    }
  }
  return out;
}

}  // namespace samspil::client::replay
