#include "rules/tables.hpp"

#include <algorithm>
#include <array>

#include "codec/field.hpp"
#include "rec/tables.hpp"

namespace samspil::rules {
namespace {

using codec::trimmed;

/// Texts one behind the other, each with a byte behind it that is in none; made on the stack. Longer ones than any
/// row has are cut.
class joined {
 public:
  template <class... Text>
  explicit joined(Text const&... texts) {
    (add(texts), ...);
  }
  std::string_view text() const { return {bytes_.data(), size_}; }

 private:
  void add(std::string_view text) {
    std::size_t const n = std::min(text.size(), bytes_.size() - 1 - size_);
    std::copy_n(text.begin(), n, bytes_.begin() + static_cast<std::ptrdiff_t>(size_));
    size_ += n;
    if (size_ + 1 < bytes_.size()) bytes_[size_++] = '\0';
  }
  std::array<char, 128> bytes_;
  std::size_t size_ = 0;
};

std::string text_of(std::string_view field) { return std::string(trimmed(field)); }

template <class Record>
result<codec::view<Record>> row_view(std::string const& row, std::size_t number) {
  if (row.size() != Record::length)
    return decode_error{"", number, std::string(Record::name), "", row.size() + 1,
                        std::to_string(Record::length) + " bytes"};
  return codec::view<Record>(row);
}

}  // namespace

result<group_table> group_table::parse(std::vector<std::string> const& rows) {
  using row = rec::GROUP_ROW;
  group_table out;
  std::map<std::tuple<std::string, char, std::string>, char> rights;
  std::size_t number = 0;
  for (std::string const& bytes : rows) {
    auto const seen = row_view<row>(bytes, ++number);
    if (!seen) return seen.error();
    auto fail = [&](auto const& field, char const* expected) {
      return decode_error{"groups", number, "GROUP-ROW", std::string(field.name), field.offset + 1, expected};
    };
    codec::view<row> const& v = *seen;
    std::string const group = text_of(v[row::SECURITY_GROUP]);
    if (group.empty()) return fail(row::SECURITY_GROUP, "the name of a security group");
    char const kind = v[row::RIGHT_KIND][0];
    char const mode = v[row::RIGHT_MODE][0];
    std::string const code = text_of(v[row::RIGHT_CODE]);
    if (kind == 'S') {
      if (code != "OWN" && code != "ALL" && code != "REP") return fail(row::RIGHT_CODE, "OWN, ALL or REP");
      out.scope_[group] = code;
    } else if (kind == 'F') {
      rights[{group, kind, code}] = 'D';
    } else if (kind == 'E') {
      if (mode != 'D' && mode != 'G') return fail(row::RIGHT_MODE, "D or G");
      rights[{group, kind, code}] = mode;
    } else {
      return fail(row::RIGHT_KIND, "F, E or S");
    }
  }
  for (auto const& [group, code] : out.scope_) out.all_[group] = code;
  for (auto const& [right, mode] : rights) {
    auto const& [group, kind, code] = right;
    out.all_[group].append({' ', kind}).append(code).append({'=', mode});
    out.mode_.emplace(joined(group, std::string_view(&kind, 1), code).text(), mode);
    if (kind == 'F' && code != "PRIV" && code != "OFF4") out.logging_on_.insert(group);
  }
  return out;
}

bool group_table::knows(std::string_view group) const { return scope_.find(trimmed(group)) != scope_.end(); }

bool group_table::may_use(std::string_view group, std::string_view funktion) const {
  return mode_.find(joined(trimmed(group), "F", trimmed(funktion)).text()) != mode_.end();
}

bool group_table::may_log_on(std::string_view group) const {
  return logging_on_.find(trimmed(group)) != logging_on_.end();
}

char group_table::event_mode(std::string_view group, std::string_view haendelse) const {
  auto const found = mode_.find(joined(trimmed(group), "E", trimmed(haendelse)).text());
  return found == mode_.end() ? '\0' : found->second;
}

std::string_view group_table::scope(std::string_view group) const {
  auto const found = scope_.find(trimmed(group));
  return found == scope_.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view group_table::rights(std::string_view group) const {
  auto const found = all_.find(trimmed(group));
  return found == all_.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<std::string> group_table::names() const {
  std::vector<std::string> out;
  for (auto const& [group, rights] : all_) out.push_back(group);
  return out;
}

result<message_texts> message_texts::parse(std::vector<std::string> const& rows) {
  using row = rec::MESSAGE_ROW;
  message_texts out;
  std::size_t number = 0;
  for (std::string const& bytes : rows) {
    auto const seen = row_view<row>(bytes, ++number);
    if (!seen) return seen.error();
    codec::view<row> const& v = *seen;
    if (!codec::is_digits(v[row::MEDDNR]))
      return decode_error{"messages", number, "MESSAGE-ROW", "MEDDNR", 1, "4 digits"};
    out.texts_[{static_cast<unsigned>(codec::number(v[row::MEDDNR])), text_of(v[row::TEXT_LANGUAGE])}] =
        text_of(v[row::TEKST]);
  }
  return out;
}

std::string_view message_texts::find(unsigned number, std::string_view language) const {
  using key = std::tuple<unsigned, std::string_view>;
  auto found = texts_.find(key(number, trimmed(language)));
  if (found == texts_.end()) found = texts_.find(key(number, "da"));
  return found == texts_.end() ? std::string_view() : std::string_view(found->second);
}

result<code_texts> code_texts::parse(std::vector<std::string> const& rows) {
  using row = rec::CODE_TEXT_ROW;
  code_texts out;
  std::size_t number = 0;
  for (std::string const& bytes : rows) {
    auto const seen = row_view<row>(bytes, ++number);
    if (!seen) return seen.error();
    codec::view<row> const& v = *seen;
    joined const key(trimmed(v[row::TEXT_KIND]), trimmed(v[row::TEXT_CODE]), trimmed(v[row::TEXT_LANGUAGE]));
    out.texts_[std::string(key.text())] = text_of(v[row::TEKST]);
  }
  return out;
}

std::string_view code_texts::find(std::string_view kind, std::string_view code, std::string_view language) const {
  auto found = texts_.find(joined(trimmed(kind), trimmed(code), trimmed(language)).text());
  if (found == texts_.end()) found = texts_.find(joined(trimmed(kind), trimmed(code), "da").text());
  return found == texts_.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace samspil::rules
