#include "layout/item_of_entry.hpp"

#include <charconv>

namespace samspil::layout {
namespace {

constexpr std::size_t max_name = 30;
constexpr std::size_t max_occurs = 9'999'999;

using clause_result = std::optional<copybook_error>;

/// `digits` as a number, 0 when it is too large.
std::size_t number_of(std::string_view digits) {
  std::size_t value = 0;
  auto const [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return code == std::errc() ? value : 0;
}

clause_result bad_name(std::string_view name, source const& from) {
  if (name.size() > max_name)
    return error_at(from, name, "a name of more than " + std::to_string(max_name) + " characters");
  if (name.front() == '-' || name.back() == '-')
    return error_at(from, name, "a name that begins or ends with a hyphen");
  if (name.find('_') != std::string_view::npos) return error_at(from, name, "a name with an underscore");
  if (name.find_first_not_of("0123456789-") == std::string_view::npos)
    return error_at(from, name, "a name without a letter");
  return std::nullopt;
}

clause_result unsupported_clause(entry const& e, source const& from) {
  if (!e.unsupported.empty())
    return error_at(from, e.unsupported.front(), upper(e.unsupported.front()) + " is not supported");
  for (std::string_view const usage : e.usages)
    if (!storage_of(usage_text(usage))) return error_at(from, usage, "USAGE " + upper(usage) + " is not supported");
  return std::nullopt;
}

/// The second of two clauses of a kind; nothing when there is one at most.
template <class Clause, class Place>
clause_result repeated_clause(std::vector<Clause> const& clauses, std::string_view name, Place place,
                              source const& from) {
  if (clauses.size() < 2) return std::nullopt;
  return error_at(from, place(clauses[1]), std::string(name) + " stands twice");
}

clause_result repeated_clauses(entry const& e, source const& from) {
  auto const itself = [](std::string_view word) { return word; };
  if (auto f = repeated_clause(e.pictures, "PICTURE", itself, from)) return f;
  if (auto f = repeated_clause(e.redefines, "REDEFINES", itself, from)) return f;
  if (auto f = repeated_clause(e.occurs, "OCCURS", [](auto const& o) { return o.most; }, from)) return f;
  if (auto f = repeated_clause(e.usages, "USAGE", itself, from)) return f;
  if (auto f = repeated_clause(e.signs, "SIGN", [](auto const& s) { return s.side; }, from)) return f;
  if (auto f = repeated_clause(e.justified, "JUSTIFIED", itself, from)) return f;
  if (auto f = repeated_clause(e.blank_zeros, "BLANK WHEN ZERO", itself, from)) return f;
  return repeated_clause(e.values, "VALUE", [](auto const& v) { return v.front().from; }, from);
}

clause_result bad_clauses(entry const& e, source const& from) {
  if (auto f = unsupported_clause(e, from)) return f;
  if (!e.name.empty())
    if (auto f = bad_name(e.name, from)) return f;
  if (auto f = repeated_clauses(e, from)) return f;
  if (!e.values.empty() && e.values.front().size() != 1)
    return error_at(from, e.values.front()[1].from, "an item has one VALUE");
  if (!e.values.empty() && !e.values.front().front().to.empty())
    return error_at(from, e.values.front().front().to, "an item has one VALUE");
  return std::nullopt;
}

/// "N OF G".
std::string name_text(qualified_name const& name) {
  std::string out;
  for (std::string_view const part : name) out += (out.empty() ? "" : " OF ") + upper(part);
  return out;
}

result<occurs> occurs_of(occurs_clause const& clause, source const& from) {
  occurs out;
  out.most = number_of(clause.most);
  out.least = clause.least.empty() ? out.most : number_of(clause.least);
  out.depending = name_text(clause.depending);
  if (out.most == 0 || out.most > max_occurs)
    return error_at(from, clause.most, "expected 1 to " + std::to_string(max_occurs) + " occurrences");
  if (!clause.least.empty() && clause.depending.empty())
    return error_at(from, clause.least, "OCCURS n TO m needs DEPENDING ON");
  // Without TO the least is one occurrence, as IBM has it.
  if (clause.least.empty() && !clause.depending.empty()) out.least = 1;
  if (!clause.least.empty() && out.least >= out.most)
    return error_at(from, clause.least, "expected fewer than the most occurrences");
  return out;
}

}  // namespace

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if ('a' <= c && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

std::string usage_text(std::string_view usage) {
  constexpr std::string_view full = "COMPUTATIONAL";
  std::string const word = upper(usage);
  return word.starts_with(full) ? "COMP" + word.substr(full.size()) : word;
}

std::optional<storage> storage_of(std::string_view usage) {
  if (usage == "DISPLAY") return storage::display;
  if (usage == "COMP" || usage == "COMP-4" || usage == "BINARY") return storage::binary;
  if (usage == "COMP-5") return storage::native;
  if (usage == "COMP-3" || usage == "PACKED-DECIMAL") return storage::packed;
  return std::nullopt;
}

bool is_record_level(std::string_view level) { return level == "01" || level == "1" || level == "77"; }

result<unsigned> level_of(entry const& e, source const& from) {
  std::size_t const level = number_of(e.level);
  if (level == 66) return error_at(from, e.level, "level 66 (RENAMES) is not supported");
  if (level == 78) return error_at(from, e.level, "level 78 (a constant) is not supported");
  if ((level < 1 || level > 49) && level != 77 && level != 88)
    return error_at(from, e.level, "expected level 01 to 49, 77 or 88");
  return static_cast<unsigned>(level);
}

result<node> item_of(entry const& e, unsigned level, source const& from) {
  if (auto f = bad_clauses(e, from)) return *f;
  bool const record = level == 1 || level == 77;
  node out;
  out.level = level;
  out.name = e.name.empty() ? "FILLER" : upper(e.name);
  out.at = from.place(e.level.data());
  out.from = &e;
  if (!e.pictures.empty()) {
    picture_reading read = read_picture(e.pictures.front());
    if (read.fault) return error_at(from, e.pictures.front().substr(read.fault->offset), read.fault->reason);
    out.pic = std::move(read.value);
  }
  if (!e.redefines.empty()) out.redefines = upper(e.redefines.front());
  if (!e.occurs.empty()) {
    if (record)
      return error_at(from, e.occurs.front().most, "OCCURS at level " + std::string(level == 1 ? "01" : "77"));
    auto times = occurs_of(e.occurs.front(), from);
    if (!times) return times.error();
    out.times = *times;
  }
  return out;
}

std::optional<copybook_error> condition_fault(entry const& e, source const& from) {
  if (e.name.empty()) return error_at(from, e.level, "a level 88 needs a name");
  if (auto f = bad_name(e.name, from)) return f;
  if (auto f = unsupported_clause(e, from)) return f;
  if (e.values.size() != 1) return error_at(from, e.level, "a level 88 needs one VALUE clause");
  if (!e.pictures.empty() || !e.redefines.empty() || !e.occurs.empty() || !e.usages.empty() || !e.signs.empty() ||
      !e.justified.empty() || !e.blank_zeros.empty())
    return error_at(from, e.level, "a level 88 has a VALUE clause only");
  return std::nullopt;
}

}  // namespace samspil::layout
