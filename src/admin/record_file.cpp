#include "admin/record_file.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "admin/record_choice.hpp"

namespace samspil::admin {
namespace {

using kind = file_form::kind;

/// Takes records off the front of a file.
class record_cutter {
 public:
  record_cutter(std::string_view file, std::vector<layout::record> const& layouts, file_form const& form,
                layout::reading const& how)
      : rest_(file), choice_(layouts, how), form_(form), how_(how) {
    if (form_.what == kind::automatic) form_.what = is_line_form(layouts) ? kind::lines : kind::solid;
  }

  std::size_t left() const { return rest_.size(); }

  /// No record is left: blank lines at the end of a file of lines are none, unless a blank line is what a layout takes.
  bool ended() const {
    if (form_.what != kind::lines) return rest_.empty();
    return rest_.find_first_not_of(" \r\n") == std::string_view::npos && (rest_.empty() || choice_.of({}) == nullptr);
  }

  /// The next record; there must be bytes left.
  result<file_record> next() {
    ++number_;
    switch (form_.what) {
      case kind::lines: return line();
      case kind::framed: return framed();
      default: return form_.record_length == 0 ? solid() : fixed();
    }
  }

 private:
  /// A line end within the first record tells line form; where records hold other things than text, it may be a number.
  bool is_line_form(std::vector<layout::record> const& layouts) const {
    if (how_.page != code_page::iso_8859_1) return false;
    for (layout::record const& r : layouts)
      for (layout::item const& i : r.items)
        if (i.stored != layout::storage::display) return false;
    layout::record const* const first = choice_.of(rest_);
    return first == nullptr || rest_.substr(0, first->length + 2).find('\n') != std::string_view::npos;
  }

  decode_error fail(std::string_view record, std::size_t byte, std::string expected) const {
    return {"", number_, std::string(record), "", byte, std::move(expected)};
  }
  result<file_record> unknown() const {
    return fail("", 1, "a record type of the layout (--record names the record when nothing in it does)");
  }
  decode_error numbered(decode_error e) const {
    e.record_number = number_;
    return e;
  }

  file_record taken(layout::record const* what, std::string bytes) const { return {number_, what, std::move(bytes)}; }

  result<file_record> line() {
    std::size_t const end = std::min(rest_.find('\n'), rest_.size());
    std::string bytes(rest_.substr(0, end));
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    if (bytes.ends_with('\r')) bytes.pop_back();
    layout::record const* const what = choice_.of(bytes);
    if (what == nullptr) return unknown();
    std::size_t const as_it_came = bytes.size();
    bytes.resize(std::max(as_it_came, what->length), ' ');
    auto const length = layout::length_of(*what, bytes, how_);
    if (!length) return numbered(length.error());
    if (as_it_came > *length) return fail(what->name, *length + 1, std::to_string(*length) + " bytes");
    bytes.resize(*length);
    return taken(what, std::move(bytes));
  }

  result<file_record> framed() {
    std::size_t const prefix = form_.prefix.prefix_length();
    frame_start const start = read_frame_start(form_.prefix, rest_);
    if (!start.complete) return fail("", rest_.size() + 1, std::to_string(prefix) + " bytes in front of the record");
    if (!start.valid) return fail("", 1, "a length as " + name_of(form_.prefix) + " has it");
    rest_.remove_prefix(prefix);
    if (rest_.size() < start.message_length)
      return fail("", rest_.size() + 1, std::to_string(start.message_length) + " bytes, as the length in front says");
    std::string bytes(rest_.substr(0, start.message_length));
    rest_.remove_prefix(start.message_length);
    layout::record const* const what = choice_.of(bytes);
    return what == nullptr ? unknown() : taken(what, std::move(bytes));
  }

  result<file_record> fixed() {
    if (rest_.size() < form_.record_length)
      return fail("", rest_.size() + 1, std::to_string(form_.record_length) + " bytes, as --lrecl says");
    std::string_view const bytes = rest_.substr(0, form_.record_length);
    layout::record const* const what = choice_.of(bytes);
    if (what == nullptr) return unknown();
    auto const length = layout::length_of(*what, bytes, how_);
    if (!length) return numbered(length.error());
    if (*length > bytes.size())
      return fail(what->name, bytes.size() + 1, "an --lrecl of " + std::to_string(*length) + " at least");
    rest_.remove_prefix(form_.record_length);
    return taken(what, std::string(bytes.substr(0, *length)));
  }

  result<file_record> solid() {
    layout::record const* const what = choice_.of(rest_);
    if (what == nullptr) return unknown();
    auto const length = layout::length_of(*what, rest_, how_);
    if (!length) return numbered(length.error());
    std::string bytes(rest_.substr(0, *length));
    rest_.remove_prefix(bytes.size());
    if (bytes.size() < *length) return fail(what->name, bytes.size() + 1, std::to_string(*length) + " bytes");
    return taken(what, std::move(bytes));
  }

  std::string_view rest_;
  record_choice choice_;
  file_form form_;
  layout::reading const& how_;
  std::size_t number_ = 0;
};

}  // namespace

value_result<file_form> file_form_value(std::string_view framing, std::string_view lrecl) {
  file_form out;
  if (framing == "line") {
    out.what = kind::lines;
  } else if (framing == "solid") {
    out.what = kind::solid;
  } else if (!framing.empty()) {
    auto const prefix = find_framing(framing);
    if (!prefix || prefix->what == samspil::framing::kind::header)
      return wrong_value("--framing", "expected line, solid, len2, len4, ascii4, llzz or rdw; all but the first two "
                                      "also with +self");
    out.what = kind::framed;
    out.prefix = *prefix;
  }
  if (lrecl.empty()) return out;
  if (out.what != kind::automatic && out.what != kind::solid)
    return wrong_value("--lrecl", "records of line form and with a length in front have their own");
  auto const length = number_value("--lrecl", lrecl, 1, layout::max_length);
  if (!length) return length.error();
  out.what = kind::solid;
  out.record_length = static_cast<std::size_t>(*length);
  return out;
}

result<void> each_record(std::string_view file, std::string_view source, std::vector<layout::record> const& layouts,
                         file_form const& form, layout::reading const& how,
                         std::function<bool(file_record const&, std::size_t done)> const& take) {
  record_cutter cutter(file, layouts, form, how);
  while (!cutter.ended()) {
    auto record = cutter.next();
    if (!record) {
      decode_error error = record.error();
      error.source = source;
      return error;
    }
    if (!take(*record, file.size() - cutter.left())) break;
  }
  return {};
}

}  // namespace samspil::admin
