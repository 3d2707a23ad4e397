#include "layout/item_of_entry.hpp"

#include <charconv>

namespace samspil::layout {
namespace {

constexpr std::size_t max_name = 30;
constexpr std::size_t max_occurs = 9'999'999;

using fault = std::optional<copybook_error>;

copybook_error fail(source const& from, std::string_view at, std::string reason) {
  return {"", from.place(at.data()), std::move(reason)};
}

/// `digits` as a number, 0 when it is too large.
std::size_t number_of(std::string_view digits) {
  std::size_t value = 0;
  auto const [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return code == std::errc() ? value : 0;
}

fault bad_name(std::string_view name, source const& from) {
  if (name.size() > max_name)
    return fail(from, name, "a name of more than " + std::to_string(max_name) + " characters");
  if (name.front() == '-' || name.back() == '-') return fail(from, name, "a name that begins or ends with a hyphen");
  if (name.find('_') != std::string_view::npos) return fail(from, name, "a name with an underscore");
  if (name.find_first_not_of("0123456789-") == std::string_view::npos)
    return fail(from, name, "a name without a letter");
  return std::nullopt;
}

template <class Clause>
fault repeated_clause(std::vector<Clause> const& clauses, std::string_view name, std::string_view at,
                      source const& from) {
  if (clauses.size() < 2) return std::nullopt;
  return fail(from, at, std::string(name) + " stands twice");
}

fault unsupported_clause(entry const& e, source const& from) {
  if (!e.unsupported.empty())
    return fail(from, e.unsupported.front(), upper(e.unsupported.front()) + " is not supported");
  for (std::string_view const usage : e.usages)
    if (upper(usage) != "DISPLAY") return fail(from, usage, "USAGE " + upper(usage) + " is not supported");
  return std::nullopt;
}

fault bad_clauses(entry const& e, source const& from) {
  if (auto f = unsupported_clause(e, from)) return f;
  if (!e.name.empty())
    if (auto f = bad_name(e.name, from)) return f;
  if (auto f = repeated_clause(e.pictures, "PICTURE", e.pictures.empty() ? e.level : e.pictures.back(), from)) return f;
  if (auto f = repeated_clause(e.redefines, "REDEFINES", e.level, from)) return f;
  if (auto f = repeated_clause(e.occurs, "OCCURS", e.level, from)) return f;
  if (auto f = repeated_clause(e.usages, "USAGE", e.level, from)) return f;
  if (auto f = repeated_clause(e.values, "VALUE", e.level, from)) return f;
  if (!e.values.empty() && (e.values.front().size() != 1 || !e.values.front().front().to.empty()))
    return fail(from, e.values.front().front().from, "an item has one VALUE");
  return std::nullopt;
}

result<occurs> occurs_of(occurs_clause const& clause, source const& from) {
  occurs out;
  out.most = number_of(clause.most);
  out.least = clause.least.empty() ? out.most : number_of(clause.least);
  out.depending = upper(clause.depending);
  if (out.most == 0 || out.most > max_occurs)
    return fail(from, clause.most, "expected 1 to " + std::to_string(max_occurs) + " occurrences");
  if (!clause.least.empty() && clause.depending.empty())
    return fail(from, clause.least, "OCCURS n TO m needs DEPENDING ON");
  // Without TO the least is one occurrence, as IBM has it.
  if (clause.least.empty() && !clause.depending.empty()) out.least = 1;
  if (!clause.least.empty() && out.least >= out.most)
    return fail(from, clause.least, "expected fewer than the most occurrences");
  return out;
}

}  // namespace

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if ('a' <= c && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

result<unsigned> level_of(entry const& e, source const& from) {
  std::size_t const level = number_of(e.level);
  if (level == 66) return fail(from, e.level, "level 66 (RENAMES) is not supported");
  if (level == 77) return fail(from, e.level, "level 77 is not supported: a layout begins with level 01");
  if ((level < 1 || level > 49) && level != 88) return fail(from, e.level, "expected level 01 to 49 or 88");
  return static_cast<unsigned>(level);
}

result<node> item_of(entry const& e, unsigned level, source const& from) {
  if (auto f = bad_clauses(e, from)) return *f;
  node out;
  out.level = level;
  out.name = e.name.empty() ? "FILLER" : upper(e.name);
  out.at = from.place(e.level.data());
  if (level == 1 && (e.name.empty() || out.name == "FILLER")) return fail(from, e.level, "a level 01 needs a name");
  if (!e.pictures.empty()) {
    picture_reading read = read_picture(e.pictures.front());
    if (read.fault) return fail(from, e.pictures.front().substr(read.fault->offset), read.fault->reason);
    out.pic = std::move(read.value);
  }
  if (!e.redefines.empty()) {
    if (level == 1) return fail(from, e.redefines.front(), "REDEFINES at level 01 is not supported");
    out.redefines = upper(e.redefines.front());
  }
  if (!e.occurs.empty()) {
    if (level == 1) return fail(from, e.occurs.front().most, "OCCURS at level 01");
    auto times = occurs_of(e.occurs.front(), from);
    if (!times) return times.error();
    out.times = *times;
  }
  return out;
}

std::optional<copybook_error> condition_fault(entry const& e, source const& from) {
  if (e.name.empty()) return fail(from, e.level, "a level 88 needs a name");
  if (auto f = bad_name(e.name, from)) return f;
  if (auto f = unsupported_clause(e, from)) return f;
  if (e.values.size() != 1) return fail(from, e.level, "a level 88 needs one VALUE clause");
  if (!e.pictures.empty() || !e.redefines.empty() || !e.occurs.empty() || !e.usages.empty())
    return fail(from, e.level, "a level 88 has a VALUE clause only");
  return std::nullopt;
}

}  // namespace samspil::layout
