#include "rules/condition_evaluate.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "record/address.hpp"
#include "record/pnr.hpp"
#include "rec/sams_init.hpp"
#include "rules/household.hpp"
#include "rules/road.hpp"

namespace samspil::rules {

std::uint64_t packed_day(std::string_view digits8) {
  if (digits8.size() < 8 || digits8.substr(0, 8) == "        ") return 0;
  std::uint64_t out = 0;
  for (char const c : digits8.substr(0, 8)) out = out << 8 | static_cast<unsigned char>(c);
  return out;
}

namespace {

/// The eight digits of a packed date.
std::array<char, 8> digits_in(std::uint64_t day) {
  std::array<char, 8> out{};
  for (std::size_t i = 8; i-- > 0; day >>= 8) out[i] = static_cast<char>(day & 0xFF);
  return out;
}

std::string_view view(std::array<char, 8> const& digits) { return {digits.data(), digits.size()}; }

std::uint64_t packed_anew(date d) {
  if (!d.ok() || static_cast<int>(d.year()) < 0 || static_cast<int>(d.year()) > 9999) return 0;
  auto number = static_cast<unsigned>(static_cast<int>(d.year())) * 10000 + static_cast<unsigned>(d.month()) * 100 +
                static_cast<unsigned>(d.day());
  std::uint64_t out = 0;
  for (unsigned i = 0; i < 8; ++i, number /= 10) out |= static_cast<std::uint64_t>('0' + number % 10) << 8 * i;
  return out;
}

/// The same for a day that is asked for again and again, as today is and the days that conditions count from it.
std::uint64_t packed(date d) {
  struct known {
    date day{};
    std::uint64_t packed = 0;
  };
  constinit thread_local std::array<known, 4> last{};
  known& one = last[static_cast<unsigned>(d.day()) % last.size()];
  if (one.packed == 0 || one.day != d) one = {d, packed_anew(d)};
  return one.packed;
}

/// A field's date as packed digits: yyyyMMdd with anything behind it, or yyyy-MM-dd.
std::uint64_t packed_field(std::string_view field) {
  if (field.size() != 10) return packed_day(field);
  if (codec::trimmed(field).empty()) return 0;
  char const digits[] = {field[0], field[1], field[2], field[3], field[5], field[6], field[8], field[9]};
  return packed_day({digits, 8});
}

template <class T>
bool holds_between(relation how, T const& a, T const& b) {
  switch (how) {
    case relation::equal: return a == b;
    case relation::unequal: return a != b;
    case relation::less: return a < b;
    case relation::at_most: return a <= b;
    case relation::more: return a > b;
    case relation::at_least: return a >= b;
  }
  return false;
}

/// Compares bytes as if the shorter text went on with blanks: below, at or above zero.
int order(std::string_view a, std::string_view b) {
  std::size_t const common = std::min(a.size(), b.size());
  // One by one: codes have a few bytes, and most differ in the first.
  for (std::size_t i = 0; i < common; ++i)
    if (a[i] != b[i]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[i]) ? -1 : 1;
  for (char const c : a.substr(common))
    if (c != ' ') return static_cast<unsigned char>(c) < ' ' ? -1 : 1;
  for (char const c : b.substr(common))
    if (c != ' ') return static_cast<unsigned char>(c) < ' ' ? 1 : -1;
  return 0;
}

/// Whether a digits field is a clock time HHmm.
bool is_clock(std::string_view text) {
  return text.size() == 4 && codec::is_digits(text) && text.substr(0, 2) < "24" && text.substr(2) < "60";
}

bool is_ten_digits(std::string_view text) { return text.size() == 10 && codec::is_digits(text); }

}  // namespace

void condition_trace::add(std::string_view name, std::string_view value) {
  constexpr std::size_t most = 200;
  std::string shown = !clear && is_ten_digits(value) ? record::masked(value) : std::string(codec::trimmed(value));
  std::pair<std::string, std::string> one{name, std::move(shown)};
  if (saw.size() < most && std::find(saw.begin(), saw.end(), one) == saw.end()) saw.push_back(std::move(one));
}

void evaluation::saw(step const& s, std::string_view value) {
  if (trace_ != nullptr && !s.shown.empty()) trace_->add(s.shown, value);
}

std::string evaluation::said() {
  if (program_.saying == no_step) return {};
  switch (program_.saying_type) {
    case value_type::number: {
      amount const n = number(program_.saying);
      return n.known ? std::to_string(n.value) : std::string();
    }
    case value_type::date: {
      std::uint64_t const d = day(program_.saying);
      return d == 0 ? std::string() : std::string(view(digits_in(d)));
    }
    default: return std::string(text(program_.saying));
  }
}

// ---- truths

bool evaluation::truth(step_index at) {
  step const& s = program_.steps[at];
  switch (s.what) {
    case operation::always: return true;
    case operation::negation: return !truth(s.left);
    case operation::both: return truth(s.left) && truth(s.right);
    case operation::either: return truth(s.left) || truth(s.right);
    case operation::truths_equal: return truth(s.left) == truth(s.right);
    case operation::truths_differ: return truth(s.left) != truth(s.right);
    case operation::compare_numbers: case operation::compare_texts: case operation::compare_dates: return compared(s);
    case operation::number_in: case operation::text_in: case operation::date_in: return within(s);
    case operation::listed: return facts_.has(s.list, text(s.left));
    case operation::fits: return program_.patterns[s.set].matches(codec::trimmed(text(s.left)));
    case operation::is_empty: return is_empty(s);
    case operation::is_numeric: return codec::is_digits(text(s.left));
    case operation::is_time: return is_clock(text(s.left));
    case operation::is_personnummer: return record::birth_date(text(s.left)).has_value();
    case operation::is_date: {
      std::string_view const value = text(s.left);
      return (value.size() == 10 ? parse_date10(value) : parse_date8(value.substr(0, 8))).has_value();
    }
    case operation::fact_truth: {
      bool const holds = facts_.truth(s.name);
      saw(s, holds ? "yes" : "no");
      return holds;
    }
    case operation::any_of: return counted(s, true, true) != 0;
    case operation::all_of: return counted(s, true, false) == 0;
    default: return false;
  }
}

bool evaluation::compared(step const& s) {
  if (s.what == operation::compare_dates) {
    std::uint64_t const left = day(s.left);
    return holds_between(s.how, left, day(s.right));
  }
  if (s.what == operation::compare_texts) {
    std::string_view const left = text(s.left);
    return holds_between(s.how, order(left, text(s.right)), 0);
  }
  amount const left = number(s.left), right = number(s.right);
  if (!left.known || !right.known) return s.how == relation::unequal;
  return holds_between(s.how, left.value, right.value);
}

bool evaluation::within(step const& s) {
  auto const& set = program_.sets[s.set];
  auto const one = [&](auto const& inside) { return std::any_of(set.begin(), set.end(), inside); };
  if (s.what == operation::number_in) {
    amount const n = number(s.left);
    return n.known && one([&](set_range const& r) { return r.least <= n.value && n.value <= r.most; });
  }
  if (s.what == operation::date_in) {
    std::uint64_t const d = day(s.left);
    return one([&](set_range const& r) { return r.first_day <= d && d <= r.last_day; });
  }
  std::string_view const t = text(s.left);
  return one([&](set_range const& r) { return order(r.from, t) <= 0 && order(t, r.to) <= 0; });
}

bool evaluation::is_empty(step const& s) {
  std::string_view const value = text(s.left);
  return s.digits ? is_zero(value) : codec::trimmed(value).empty();
}

// ---- quantifiers

template <class F>
void evaluation::each_one(step const& s, F const& go_on) {
  frame& now = frames_[s.frame];
  now.position = 0;
  auto const next = [&](std::string_view bytes) {
    frames_[s.frame] = {bytes, now.position + 1};
    return go_on();
  };
  switch (s.source) {
    case over::entries:
      for (std::size_t i = 0; i < s.occurs; ++i)
        if (!next(facts_.data().substr(s.offset + i * s.stride, s.width))) return;
      return;
    case over::records:
      if (record::person const* p = person_of(s))
        for (std::string_view r = p->first(s.record); !r.empty(); r = p->next(r))
          if (!next(r)) return;
      return;
    case over::roads: {
      std::string_view const komkod = text(s.left);
      for (std::string_view rest = facts_.road(komkod, text(s.right)); rest.size() >= 3;) {
        std::size_t const length = road_record_length(rest.substr(0, 3));
        if (length == 0 || length > rest.size()) return;
        if (rest.substr(0, 3) == s.text && !next(rest.substr(0, length))) return;
        rest.remove_prefix(length);
      }
      return;
    }
    case over::authorities:
      for (std::string const& r : facts_.authorities(text(s.left)))
        if (!next(r)) return;
  }
}

unsigned evaluation::counted(step const& s, bool stop, bool until) {
  unsigned n = 0;
  each_one(s, [&] {
    bool const holds = s.body == no_step || truth(s.body);
    if (holds == until) ++n;
    return !(stop && n != 0);
  });
  return n;
}

// ---- numbers

evaluation::amount evaluation::number(step_index at) {
  step const& s = program_.steps[at];
  switch (s.what) {
    case operation::number_literal: return {s.number, true};
    case operation::number_of: {
      std::string_view const digits = text(s.left);
      if (codec::trimmed(digits).empty() || !codec::is_digits(digits) || digits.size() > 18) return {};
      return {static_cast<std::int64_t>(codec::number(digits)), true};
    }
    case operation::fact_number: {
      std::int64_t n = 0;
      if (s.name == fact::place) n = std::max(occurrence_, 1u);
      else if (s.name == fact::position) n = frames_[s.frame].position;
      else n = facts_.number(s.name);
      if (trace_ != nullptr) saw(s, std::to_string(n));
      return {n, true};
    }
    case operation::count_of: return {counted(s, false, true), true};
    case operation::add: case operation::subtract: {
      amount const a = number(s.left), b = number(s.right);
      std::int64_t sum = 0;
      bool const fits = s.what == operation::add ? !__builtin_add_overflow(a.value, b.value, &sum)
                                                 : !__builtin_sub_overflow(a.value, b.value, &sum);
      return {sum, a.known && b.known && fits};
    }
    case operation::age: return age(s);
    case operation::length: {
      auto const own = static_cast<std::int64_t>(codec::trimmed(text(s.left)).size());
      std::int64_t const rest = s.right == no_step ? 0 : number(s.right).value;
      return {own + rest + (own != 0 && rest != 0 ? 1 : 0), true};
    }
    default: return {};
  }
}

/// Whole years from birth to HDTO, compared as digits: born 29 February, one is a year older on 1 March.
evaluation::amount evaluation::age(step const& s) {
  std::string_view const hdto = facts_.keys().substr(rec::INIT_ANMODNING::HDTO.offset, rec::INIT_ANMODNING::HDTO.width);
  auto const born = digits_in(birth(text(s.left)));
  if (!codec::is_digits(view(born)) || !codec::is_digits(hdto)) return {};
  auto const years = [](std::string_view day8) { return static_cast<std::int64_t>(codec::number(day8.substr(0, 4))); };
  std::int64_t const n = years(hdto) - years(view(born)) - (hdto.substr(4) < view(born).substr(4) ? 1 : 0);
  if (trace_ != nullptr) saw(s, std::to_string(n));
  return {n, true};
}

// ---- texts

record::person const* evaluation::person_of(step const& s) {
  return s.left == no_step ? facts_.person() : facts_.person(text(s.left));
}

std::string_view evaluation::field(step const& s) {
  switch (s.where) {
    case place::keys: return facts_.keys().substr(s.offset, s.width);
    case place::data: return facts_.data().substr(s.offset, s.width);
    case place::it: return facts_.data().substr(s.offset + (std::max(occurrence_, 1u) - 1) * s.stride, s.width);
    case place::frame: return frames_[s.frame].bytes.substr(s.offset, s.width);
    case place::record: break;
  }
  record::person const* p = person_of(s);
  std::string_view const bytes = p == nullptr ? std::string_view() : p->first(s.record);
  return bytes.empty() ? bytes : bytes.substr(s.offset, s.width);
}

std::string_view evaluation::text(step_index at) {
  step const& s = program_.steps[at];
  switch (s.what) {
    case operation::text_literal: return s.text;
    case operation::field: {
      std::string_view const value = field(s);
      saw(s, value);
      return value;
    }
    case operation::fact_text: {
      std::string_view const value = facts_.text(s.name);
      saw(s, value);
      return value;
    }
    case operation::parity: {
      std::string_view const husnr = text(s.left);
      if (husnr.size() < 3 || !codec::is_digits(husnr.substr(0, 3))) return {};
      return record::parity(husnr) == 'L' ? "L" : "U";
    }
    default: return {};
  }
}

// ---- dates

std::uint64_t evaluation::birth(std::string_view pnr) {
  record::person const* p = facts_.person(pnr);
  return p == nullptr ? 0 : packed_day(birth_digits(*p));
}

/// A date some days, months or years away; none when it starts from no date.
std::uint64_t evaluation::moved(step const& s) {
  auto const from = parse_date8(view(digits_in(day(s.left))));
  amount const by = number(s.right);
  std::int64_t const most = s.what == operation::add_days ? 400'000 : s.what == operation::add_months ? 36'000 : 3'000;
  if (!from || !by.known || by.value > most || by.value < -most) return 0;
  int const n = static_cast<int>(s.how == relation::more ? by.value : -by.value);
  if (s.what == operation::add_days) return packed(add_days(*from, n));
  if (s.what == operation::add_years) return packed(add_years(*from, n));
  using namespace std::chrono;
  date const to = *from + months{n};
  return packed(to.ok() ? to : date{to.year() / to.month() / last});
}

std::uint64_t evaluation::day(step_index at) {
  step const& s = program_.steps[at];
  switch (s.what) {
    case operation::date_literal: return s.day;
    case operation::date_of: return packed_field(text(s.left));
    case operation::today: {
      std::uint64_t const now = packed(facts_.today());
      if (trace_ != nullptr) saw(s, view(digits_in(now)));
      return now;
    }
    case operation::add_days: case operation::add_months: case operation::add_years: return moved(s);
    case operation::birth: {
      std::uint64_t const born = birth(text(s.left));
      if (trace_ != nullptr) saw(s, view(digits_in(born)));
      return born;
    }
    default: return 0;
  }
}

}  // namespace samspil::rules
