#include "record/person.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <stdexcept>
#include <tuple>

namespace samspil::record {
namespace {

using known_records = std::tuple<
    rec::PERSON_000, rec::PERSON_001, rec::PERSON_002, rec::PERSON_003, rec::PERSON_004, rec::PERSON_005,
    rec::PERSON_006, rec::PERSON_007, rec::PERSON_008, rec::PERSON_009, rec::PERSON_010, rec::PERSON_011,
    rec::PERSON_012, rec::PERSON_013, rec::PERSON_014, rec::PERSON_015, rec::PERSON_016, rec::PERSON_017,
    rec::PERSON_018, rec::PERSON_019, rec::PERSON_020, rec::PERSON_021, rec::PERSON_022, rec::PERSON_023,
    rec::PERSON_024, rec::PERSON_025, rec::PERSON_026, rec::PERSON_027, rec::PERSON_028, rec::PERSON_029,
    rec::PERSON_030, rec::PERSON_050, rec::PERSON_052, rec::PERSON_099, rec::PERSON_910, rec::PERSON_997,
    rec::PERSON_999>;

constexpr auto lengths = [] {
  std::array<unsigned short, 1000> out{};
  [&]<class... R>(std::tuple<R...> const*) {
    ((out[type_of<R>()] = static_cast<unsigned short>(R::length)), ...);
  }(static_cast<known_records const*>(nullptr));
  return out;
}();

/// RECORDTYPE of three bytes, 1000 when they are not digits.
inline unsigned type_of_bytes(char const* bytes) {
  auto const digit = [&](int i) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[i])) - '0'; };
  unsigned const a = digit(0), b = digit(1), c = digit(2);
  return a > 9 || b > 9 || c > 9 ? 1000 : a * 100 + b * 10 + c;
}

struct found_record {
  unsigned type;
  std::string_view bytes;
};

/// The length of the record that begins at `at`, which is a place in `bytes`; 0 when there is none.
inline std::size_t length_at(std::string_view bytes, std::size_t at) {
  std::string_view const rest = bytes.substr(at);
  unsigned const type = rest.size() < 3 ? 1000 : type_of_bytes(rest.data());
  std::size_t const length = type < lengths.size() ? lengths[type] : 0;
  return length > rest.size() ? 0 : length;
}

/// The record itself.
inline found_record record_at(std::string_view bytes, std::size_t at) {
  std::size_t const length = length_at(bytes, at);
  if (length == 0) throw std::logic_error("a person in the register does not parse");
  return {type_of_bytes(bytes.data() + at), bytes.substr(at, length)};
}

}  // namespace

std::size_t person_record_length(unsigned type) { return type < lengths.size() ? lengths[type] : 0; }

std::string person_record_name(unsigned type) {
  std::string const digits = std::to_string(1000 + type);
  return "PERSON-" + digits.substr(digits.size() - 3);
}

unsigned record_type(std::string_view record) { return record.size() < 3 ? 1000 : type_of_bytes(record.data()); }

result<person> person::parse(std::string_view records) {
  std::size_t at = 0;
  std::size_t number = 0;
  unsigned last = 0;
  std::string_view owner;
  while (at < records.size()) {
    ++number;
    std::string_view const rest = records.substr(at);
    unsigned const type = record_type(rest);
    std::size_t const length = person_record_length(type);
    auto fail = [&](std::string field, std::size_t byte, std::string expected) {
      return decode_error{"", number, length == 0 ? "person" : person_record_name(type), std::move(field), byte,
                          std::move(expected)};
    };
    if (length == 0 || type < 1 || type > 99) return fail("RECORDTYPE", 1, "a person record 001 to 099");
    if (rest.size() < length) return fail("", rest.size() + 1, std::to_string(length) + " bytes");
    if (number == 1 ? type != 1 : type < last) return fail("RECORDTYPE", 1, "001 first and ascending types");
    if (number > 1 && type == 1) return fail("RECORDTYPE", 1, "one record 001");
    if (number == 1) owner = rest.substr(3, 10);
    if (rest.substr(3, 10) != owner) return fail("PNR", 4, "the owner of record 001");
    last = type;
    at += length;
  }
  if (number == 0) return decode_error{"", 0, "person", "RECORDTYPE", 1, "record 001"};
  return trusted(std::string(records));
}

person person::trusted(std::string records) {
  person out;
  out.bytes_ = std::move(records);
  out.index();
  return out;
}

void person::swap(person& other) noexcept {
  std::swap(bytes_, other.bytes_);
  std::swap(starts_, other.starts_);
  std::swap(rest_, other.rest_);
  std::swap(readable_, other.readable_);
}

void person::index() {
  starts_.fill(0);
  rest_ = static_cast<std::uint32_t>(bytes_.size());
  readable_ = indexed;
  unsigned last = 0;
  for (std::size_t at = 0; at < bytes_.size();) {
    std::size_t const length = length_at(bytes_, at);
    if (length == 0) {
      readable_ = last;  // whoever looks for what may stand from here on meets it
      rest_ = std::min(rest_, static_cast<std::uint32_t>(at));
      return;
    }
    found_record const there = record_at(bytes_, at);
    last = there.type;
    if (there.type < indexed) {
      if (starts_[there.type] == 0) starts_[there.type] = static_cast<std::uint32_t>(at) + 1;
    } else {
      rest_ = std::min(rest_, static_cast<std::uint32_t>(at));
    }
    at += there.bytes.size();
  }
}

std::string_view person::first(unsigned type) const {
  if (type < indexed && starts_[type] != 0) return record_at(bytes_, starts_[type] - 1).bytes;
  if (type < readable_ && type < indexed) return {};
  for (std::size_t at = rest_; at < bytes_.size();) {
    found_record const there = record_at(bytes_, at);
    if (there.type == type) return there.bytes;
    if (there.type > type) break;
    at += there.bytes.size();
  }
  return {};
}

std::string_view person::next(std::string_view record) const {
  std::size_t const at = static_cast<std::size_t>(record.data() - bytes_.data()) + record.size();
  if (at >= bytes_.size()) return {};
  std::string_view const behind = record_at(bytes_, at).bytes;
  return behind.substr(0, 3) == record.substr(0, 3) ? behind : std::string_view();
}

std::vector<std::string_view> person::all(unsigned type) const {
  std::vector<std::string_view> out;
  for (std::string_view record = first(type); !record.empty(); record = next(record)) out.push_back(record);
  return out;
}

std::vector<std::string_view> person::all() const {
  std::vector<std::string_view> out;
  out.reserve(16);  // most persons have fewer
  for (std::size_t at = 0; at < bytes_.size();) {
    out.push_back(record_at(bytes_, at).bytes);
    at += out.back().size();
  }
  return out;
}

void person::add(std::string_view record) {
  unsigned const type = record_type(record);
  std::size_t at = behind(type);
  while (at < bytes_.size()) {
    found_record const there = record_at(bytes_, at);
    if (there.type > type) break;
    at += there.bytes.size();
  }
  std::size_t const length = record.size();  // it may be a view of our own bytes
  bytes_.insert(at, record);
  if (readable_ != indexed || length == 0 || length != person_record_length(type)) return index();
  if (type >= indexed) return;  // behind where the rest begins
  auto const further = static_cast<std::uint32_t>(length);
  if (starts_[type] == 0) starts_[type] = static_cast<std::uint32_t>(at) + 1;
  for (unsigned later = type + 1; later < indexed; ++later)
    if (starts_[later] != 0) starts_[later] += further;
  rest_ += further;
}

std::size_t person::behind(unsigned type) const {
  for (unsigned before = std::min({type + 1, readable_, indexed}); before-- > 0;)
    if (starts_[before] != 0) return starts_[before] - 1;
  return 0;
}

void person::set(std::string_view record) {
  std::string_view const there = first(record_type(record));
  if (!there.empty() && there.size() == record.size() && next(there).empty()) {  // in its place
    // `record` may be a view of our own bytes.
    std::memmove(bytes_.data() + (there.data() - bytes_.data()), record.data(), record.size());
    return;
  }
  std::string const copy(record);
  remove(record_type(copy));
  add(copy);
}

void person::remove(unsigned type) {
  for (std::size_t at = 0; at < bytes_.size();) {
    found_record const there = record_at(bytes_, at);
    if (there.type == type)
      bytes_.erase(at, there.bytes.size());
    else
      at += there.bytes.size();
  }
  index();
}

namespace {

/// Whether an undo is about the record: see undoable_part.
bool is_undoable(std::string_view row) {
  unsigned const type = record_type(row);
  bool const has_annkor = type >= 23 && type <= 30 && type != 28;
  return type != 99 && !(has_annkor && row[rec::PERSON_023::ANNKOR.offset] == 'A');
}

std::vector<std::string_view> undoable_rows(person const& whole) {
  auto rows = whole.all();
  std::erase_if(rows, [](std::string_view row) { return !is_undoable(row); });
  return rows;
}

change change_between(std::vector<std::string_view> const& then, std::vector<std::string_view> const& now) {
  std::vector<bool> kept(now.size(), false);
  change out;
  std::size_t behind_kept = 0;  // what is kept is in the same order in both
  for (std::size_t i = 0; i < then.size(); ++i) {
    auto const found = std::find(now.begin() + static_cast<std::ptrdiff_t>(behind_kept), now.end(), then[i]);
    if (found == now.end()) {
      out.removed += then[i];
      out.removed_at.push_back(static_cast<unsigned>(i));
    } else {
      behind_kept = static_cast<std::size_t>(found - now.begin()) + 1;
      kept[behind_kept - 1] = true;
    }
  }
  for (std::size_t i = 0; i < now.size(); ++i)
    if (!kept[i]) out.added_at.push_back(static_cast<unsigned>(i));
  return out;
}

}  // namespace

person undoable_part(person const& whole) {
  std::string bytes;
  for (std::string_view const row : undoable_rows(whole)) bytes += row;
  return person::trusted(std::move(bytes));
}

change change_between(person const& before, person const& after) { return change_between(before.all(), after.all()); }

change undoable_change(person const& before, person const& after) {
  return change_between(undoable_rows(before), undoable_rows(after));
}

std::optional<person> before_change(person const& after, change const& what) {
  std::vector<std::string_view> rows = after.all();
  for (auto at = what.added_at.rbegin(); at != what.added_at.rend(); ++at) {
    if (*at >= rows.size()) return std::nullopt;
    rows.erase(rows.begin() + *at);
  }
  std::string_view rest = what.removed;
  for (unsigned const at : what.removed_at) {
    std::size_t const length = rest.size() < 3 ? 0 : person_record_length(record_type(rest));
    if (length == 0 || length > rest.size() || at > rows.size()) return std::nullopt;
    rows.insert(rows.begin() + at, rest.substr(0, length));
    rest.remove_prefix(length);
  }
  std::string bytes;
  for (std::string_view const row : rows) bytes += row;
  auto whole = person::parse(bytes);
  if (!rest.empty() || !whole) return std::nullopt;
  return std::move(*whole);
}

}  // namespace samspil::record
