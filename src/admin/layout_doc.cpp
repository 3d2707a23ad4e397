#include "admin/layout_doc.hpp"

#include <algorithm>

#include "admin/encoding.hpp"
#include "admin/layout_example.hpp"
#include "admin/report.hpp"
#include "codec/field.hpp"
#include "layout/decode.hpp"
#include "layout/describe.hpp"
#include "layout/offset_table.hpp"

namespace samspil::admin {
namespace {

constexpr std::size_t ruler = 64;  ///< bytes of an example on a line
constexpr std::size_t item_width = 34;
constexpr std::size_t bytes_width = 24;

/// The comment in a line; nothing when it is none.
std::string comment_in(std::string_view line) {
  std::size_t const first = line.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  std::string_view text = line.substr(first);
  bool const fixed = first == 6 && (text.front() == '*' || text.front() == '/');
  if (!fixed && !text.starts_with("*>")) return {};
  text.remove_prefix(text.starts_with("*>") ? 2 : 1);
  text = text.substr(0, text.find_last_not_of(" \r") + 1);
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return std::string(text);
}

/// Lines of a copybook, for the comments above an item.
class commented {
 public:
  explicit commented(std::string_view text) {
    while (!text.empty()) {
      std::size_t const end = std::min(text.find('\n'), text.size());
      lines_.push_back(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  /// The comment lines right above `line` (1-based) as one text, up to an empty
  /// one; a line that begins like a sentence ends the sentence before.
  std::string above(std::size_t line) const {
    std::string out;
    for (std::size_t at = line - 1; at-- > 0 && at < lines_.size();) {
      std::string const comment = comment_in(lines_[at]);
      if (comment.empty()) break;
      bool const sentence = !out.empty() && out[0] >= 'A' && out[0] <= 'Z' && comment.back() != '.';
      out = comment + (out.empty() ? "" : sentence ? ". " : " ") + out;
    }
    constexpr std::string_view project = "samspil: ";
    return out.starts_with(project) ? out.substr(project.size()) : out;
  }

 private:
  std::vector<std::string_view> lines_;
};

/// A cell's text: a bar would end it.
std::string cell(std::string const& text) {
  std::string out;
  for (char const c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
  return out;
}

std::string code(std::string const& text) { return text.empty() ? "" : "`" + cell(text) + "`"; }

/// Comments are UTF-8 or ISO-8859-1, as their writer had it.
std::string comment_text(std::string const& comment) { return to_latin1(comment) ? comment : to_utf8(comment); }

void add_items(std::string& out, layout::record const& r, commented const& comments) {
  out += "| start | length | item | picture | type | occurs | |\n|---:|---:|---|---|---|---|---|\n";
  std::vector<std::size_t> ends;
  for (std::size_t at = r.items.size() == 1 ? 0 : 1; at < r.items.size(); ++at) {
    layout::item const& i = r.items[at];
    while (!ends.empty() && ends.back() <= at) ends.pop_back();
    std::string note = comments.above(i.at.line);
    if (!i.redefines.empty()) note = "redefines " + i.redefines + (note.empty() ? "" : "; " + note);
    std::string name;
    for (std::size_t depth = 0; depth < ends.size(); ++depth) name += "&emsp;";
    name += i.group() ? "**" + i.name + "**" : i.name;
    out += "| " + std::to_string(i.start) + " | " + std::to_string(i.length) + " | " + name + " | " +
           code(layout::picture_text(i)) + " | " + layout::type_text(i) + " | " + layout::occurs_text(i) + " | " +
           cell(comment_text(note)) + " |\n";
    ends.push_back(at + 1 + i.below);
  }
}

void add_codes(std::string& out, layout::record const& r) {
  auto const paths = layout::item_paths(r);
  bool any = false;
  for (std::size_t at = 0; at < r.items.size(); ++at)
    for (layout::condition const& c : r.items[at].conditions) {
      if (!any) out += "\n| item | level 88 | values |\n|---|---|---|\n";
      any = true;
      std::string const values = to_terminal(layout::values_text(r.items[at], c));
      out += "| " + paths[at] + " | " + c.name + " | " + code(values) + " |\n";
    }
}

bool is_text(layout::record const& r) {
  return std::all_of(r.items.begin(), r.items.end(),
                     [](layout::item const& i) { return i.stored == layout::storage::display; });
}

/// The bytes under each other, with the position of the first of each line; trailing blanks are left out.
void add_bytes(std::string& out, layout::record const& r, std::string_view bytes) {
  bool const text = is_text(r);
  std::size_t const width = text ? ruler : ruler / 2;
  for (std::size_t at = 0; at < bytes.size(); at += width) {
    std::string_view const part = bytes.substr(at, width);
    if (text && codec::trimmed(part).empty()) continue;
    std::string const place = std::to_string(at + 1);
    out += std::string(5 - std::min<std::size_t>(5, place.size()), ' ') + place + "  ";
    if (text) out += to_terminal(codec::trimmed(part));
    for (char const c : text ? std::string_view() : part) {
      unsigned const byte = static_cast<unsigned char>(c);
      out += "0123456789ABCDEF"[byte >> 4];
      out += "0123456789ABCDEF"[byte & 0xf];
    }
    out += "\n";
  }
}

void add_example(std::string& out, layout::record const& r, std::string const& bytes) {
  out += "\nExample:\n\n```text\n";
  add_bytes(out, r, bytes);
  out += "\n";
  if (auto const items = layout::decode(r, bytes); items) {
    for (layout::decoded_item const& i : *items) {
      std::string_view const nothing = is_first_occurrence(i.at.name) ? " " : " 0.";
      bool const empty = i.value.text.find_first_not_of(nothing) == std::string::npos;
      if (empty || i.at.what->name == "FILLER") continue;
      std::string line = padded(i.at.name, item_width) + " ";
      std::string names;
      for (std::string_view const name : layout::conditions_of(*i.at.what, i.value.text))
        names.append(" ").append(name);
      std::string const value = to_terminal(codec::trimmed(i.value.text));
      out += line + (names.empty() ? value : padded(value, bytes_width) + names) + "\n";
    }
  }
  out += "```\n";
}

}  // namespace

std::string document(std::string const& title, std::string_view copybook, std::vector<layout::record> const& records,
                     std::map<std::string, std::string> const& examples) {
  commented const comments(copybook);
  std::string out = "# " + title + "\n";
  for (layout::record const& r : records) {
    if (records.size() > 1 || r.name != title) out += "\n## " + r.name + "\n";
    layout::item const& top = r.items.front();
    std::string const about = comments.above(top.at.line);
    out += "\n" + std::to_string(r.length) + (r.length == 1 ? " byte" : " bytes") +
           (std::any_of(r.items.begin(), r.items.end(), [](auto const& i) { return !i.depending.empty(); })
                ? " at most"
                : "") +
           "." + (about.empty() ? "" : " " + comment_text(about)) + "\n\n";
    add_items(out, r, comments);
    add_codes(out, r);
    auto const found = examples.find(r.name);
    add_example(out, r, found != examples.end() ? found->second : example_of(r));
  }
  return out;
}

}  // namespace samspil::admin
