#include "transaction/look_up.hpp"

#include <array>

#include "rec/person.hpp"
#include "rec/priv.hpp"
#include "rules/household.hpp"
#include "rules/protection.hpp"
#include "rules/road.hpp"

namespace samspil::transaction {
namespace {

using customer = rec::CUSTOMER_ROW;

constexpr std::string_view no_ten_zeros = "0000000000";
constexpr std::string_view sort_last = "9999999999";
constexpr std::size_t others_max = 99;

/// A record that an answer may name another person by.
struct other_field {
  unsigned type;
  std::size_t offset;
};
template <class R, std::size_t O, std::size_t W, codec::kind K>
constexpr other_field at(codec::field<R, O, W, K> const&) {
  static_assert(W == 10);
  return {record::type_of<R>(), O};
}
constexpr std::array other_fields{at(rec::PERSON_001::PNRGAELD), at(rec::PERSON_012::AEGTEPNR),
                                  at(rec::PERSON_014::PNR_BARN), at(rec::PERSON_015::PNRMOR),
                                  at(rec::PERSON_015::PNRFAR),   at(rec::PERSON_016::RELPNR),
                                  at(rec::PERSON_017::RELPNR),   at(rec::PERSON_022::PNR),
                                  at(rec::PERSON_029::AEGTEPNR), at(rec::PERSON_052::RELPNR)};

std::string first_record(store::customer_row const& of, date business_date) {
  using out = rec::PERSON_000;
  codec::buffer<out> row;
  row.set(out::RECORDTYPE, 0)
      .set(out::SORTFELT_10, no_ten_zeros)
      .set(out::OPGAVENR, task_of(of))
      .set(out::PRODDTO, date8(business_date));
  return std::string(row.bytes());
}

std::string last_record(std::size_t count) {
  using out = rec::PERSON_999;
  codec::buffer<out> row;
  row.set(out::RECORDTYPE, 999).set(out::SORTFELT_10, sort_last).set(out::TAELLER, count);
  return std::string(row.bytes());
}

/// A date of a record as 12 digits: the day and 0000; zeros without one.
std::string day_and_zeros(std::string_view dt) {
  std::string const day = rules::digits_of(dt);
  return day.empty() || rules::is_zero(day) ? std::string(12, '0') : day + "0000";
}

/// Start of the protection of `type` when it is in force, 12 digits; zeros when not.
std::string protection_start(record::person const& p, std::string_view type, std::string const& day) {
  auto const found = rules::protection_in_force(p, type, day);
  return found ? day_and_zeros((*found)[rec::PERSON_004::START_DT_BESKYTTELSE]) : std::string(12, '0');
}

std::string guardianship_start(record::person const& p, std::string const& day) {
  using from = rec::PERSON_017;
  for (std::string_view r = p.first(17); !r.empty(); r = p.next(r)) {
    codec::view<from> const v(r);
    if (rules::is_in_force(v[from::START_DT_UMYNDIG], v[from::SLET_DT_UMYNDIG], day))
      return day_and_zeros(v[from::START_DT_UMYNDIG]);
  }
  return std::string(12, '0');
}

using priv_001 = rec::PRIV_001;

void put_status(codec::buffer<priv_001>& out, record::person const& p, std::string const& day) {
  using from = rec::PERSON_001;
  codec::view<from> const v(p.first(1));
  std::string_view const moved = p.value(rec::PERSON_002::TILFLYDTO);
  out.set(priv_001::RECORDTYPE, 1)
      .set(priv_001::PNR, v[from::PNR])
      .set(priv_001::FOEDDTO, rules::digits_of(v[from::FOED_DT]))
      .set(priv_001::KOEN, v[from::KOEN])
      .set(priv_001::PERSONSTATUS, rules::or_zeros(v[from::PERSONSTATUS]))
      .set(priv_001::STATUSHAENSTART, rules::or_zeros(v[from::STATUSHAENSTART]))
      .set(priv_001::PNRGAELD, v[from::PNRGAELD])
      .set(priv_001::UMYNHAENSTART, guardianship_start(p, day))
      .set(priv_001::TILFLYDTO, moved.empty() ? std::string_view("            ") : moved)
      .set(priv_001::NVNADRBESKHAENSTART, protection_start(p, rules::name_and_address, day))
      .set(priv_001::STILLING, v[from::STILLING])
      .set(priv_001::REKLAMEBESKHAENSTART, protection_start(p, "0003", day));
}

void put_names(codec::buffer<priv_001>& out, record::person const& p) {
  using from = rec::PERSON_008;
  auto const v = p.get<from>();
  if (!v) return;
  std::string first(codec::trimmed((*v)[from::FORNVN]));
  if (auto const middle = codec::trimmed((*v)[from::MELNVN]); !middle.empty()) first.append(" ").append(middle);
  out.set(priv_001::FORNVN, std::string_view(first).substr(0, decltype(priv_001::FORNVN)::width))
      .set(priv_001::EFTERNVN, (*v)[from::EFTERNVN]);
}

void put_address(codec::buffer<priv_001>& out, record::person const& p) {
  using from = rec::PERSON_003;
  auto const v = p.get<from>();
  if (!v) return;
  out.set(priv_001::ADRNVN, (*v)[from::ADRNVN])
      .set(priv_001::CONVN, (*v)[from::CONVN])
      .set(priv_001::LOKALITET, (*v)[from::LOKALITET])
      .set(priv_001::STANDARDADR, (*v)[from::STANDARDADR])
      .set(priv_001::BYNVN, (*v)[from::BYNVN])
      .set(priv_001::POSTNR, rules::or_zeros((*v)[from::POSTNR]))
      .set(priv_001::POSTDISTTXT, (*v)[from::POSTDISTTXT])
      .set(priv_001::KOMKOD, rules::or_zeros((*v)[from::KOMKOD]))
      .set(priv_001::VEJKOD, rules::or_zeros((*v)[from::VEJKOD]))
      .set(priv_001::HUSNR, (*v)[from::HUSNR])
      .set(priv_001::ETAGE, (*v)[from::ETAGE])
      .set(priv_001::SIDEDOER, (*v)[from::SIDEDOER])
      .set(priv_001::BNR, (*v)[from::BNR])
      .set(priv_001::VEJADRNVN, (*v)[from::VEJADRNVN]);
}

/// 002: the address abroad of one who has emigrated; empty when there is no line of it.
std::string abroad(record::person const& p) {
  using from = rec::PERSON_005;
  using out = rec::PRIV_002;
  auto const v = p.get<from>();
  if (!v || p.value(rec::PERSON_001::PERSONSTATUS) != "80") return {};
  codec::buffer<out> row;
  row.set(out::RECORDTYPE, 2)
      .set(out::PNR, p.pnr())
      .set(out::UDLANDADR1, (*v)[from::UDLANDADR1])
      .set(out::UDLANDADR2, (*v)[from::UDLANDADR2])
      .set(out::UDLANDADR3, (*v)[from::UDLANDADR3])
      .set(out::UDLANDADR4, (*v)[from::UDLANDADR4])
      .set(out::UDLANDADR5, (*v)[from::UDLANDADR5])
      .set(out::UDRDTO, rules::or_zeros((*v)[from::UDRDTO]));
  std::size_t const lines = out::UDLANDADR1.offset;
  std::string_view const text = row.bytes().substr(lines, out::UDRDTO.offset - lines);
  return codec::trimmed(text).empty() ? std::string() : std::string(row.bytes());
}

/// 003: the contact address in force; empty when there is none.
std::string contact(record::person const& p, std::string const& day) {
  using from = rec::PERSON_006;
  using out = rec::PRIV_003;
  auto const v = p.get<from>();
  if (!v || !rules::is_in_force((*v)[from::START_DT_ADRTXT], (*v)[from::SLET_DT_ADRTXT], day)) return {};
  codec::buffer<out> row;
  row.set(out::RECORDTYPE, 3)
      .set(out::PNR, p.pnr())
      .set(out::KONTAKTADR1, (*v)[from::ADR1_KONTAKTADR])
      .set(out::KONTAKTADR2, (*v)[from::ADR2_KONTAKTADR])
      .set(out::KONTAKTADR3, (*v)[from::ADR3_KONTAKTADR])
      .set(out::KONTAKTADR4, (*v)[from::ADR4_KONTAKTADR])
      .set(out::KONTAKTADR5, (*v)[from::ADR5_KONTAKTADR])
      .set(out::KONTAKTADRDTO, day_and_zeros((*v)[from::START_DT_ADRTXT]));
  std::size_t const lines = out::KONTAKTADR1.offset;
  std::string_view const text = row.bytes().substr(lines, out::KONTAKTADRDTO.offset - lines);
  return codec::trimmed(text).empty() ? std::string() : std::string(row.bytes());
}

/// 050: the credit warning in force; empty when there is none.
std::string credit_warning(record::person const& p, std::string const& day) {
  using out = rec::PRIV_050;
  constexpr std::string_view type = "0005";
  if (!rules::protection_in_force(p, type, day)) return {};
  codec::buffer<out> row;
  row.set(out::RECORDTYPE, 50)
      .set(out::PNR, p.pnr())
      .set(out::BESKYTTYPE, type)
      .set(out::START_DT_BESKYTTELSE, protection_start(p, type, day));
  return std::string(row.bytes());
}

}  // namespace

std::string task_of(store::customer_row const& of) {
  std::string_view const own = of[customer::OPGAVENR];
  return rules::is_zero(own) ? std::string(of[customer::KUNDENR]) + "01" : std::string(own);
}

bool has_chosen(store::customer_row const& of, unsigned type) {
  bool any = false;
  for (std::size_t i = 0; i < decltype(customer::RECORD_TYPE)::count; ++i) {
    std::string_view const chosen = codec::trimmed(of(customer::RECORD_TYPE, i));
    if (chosen.empty()) continue;
    any = true;
    if (codec::number(chosen) == type) return true;
  }
  return type == 1 || !any;
}

std::string off4_data(record::person const& person, store::customer_row const& of, date business_date) {
  std::string out = first_record(of, business_date);
  std::size_t count = 0;
  for (std::string_view const r : person.all()) {
    unsigned const type = record::record_type(r);
    if (type == 99 || !has_chosen(of, type)) continue;
    out.append(r);
    ++count;
  }
  return out + last_record(count);
}

std::string priv_data(record::person const& person, store::customer_row const& of, date business_date) {
  std::string const day = date8(business_date);
  codec::buffer<priv_001> main;
  put_status(main, person, day);
  std::vector<std::string> rows;
  if (!rules::protection_in_force(person, rules::name_and_address, day)) {
    put_names(main, person);
    put_address(main, person);
    rows = {abroad(person), contact(person, day)};
  }
  rows.insert(rows.begin(), std::string(main.bytes()));
  rows.push_back(credit_warning(person, day));
  std::string out = first_record(of, business_date);
  std::size_t count = 0;
  for (std::string const& row : rows) {
    if (row.empty()) continue;
    out += row;
    ++count;
  }
  return out + last_record(count);
}

std::string others_in(std::string_view records, std::string_view pnr) {
  std::string out;
  for (std::string_view rest = records; rest.size() >= 3;) {
    unsigned const type = record::record_type(rest);
    std::size_t const length = record::person_record_length(type);
    if (length == 0 || length > rest.size()) break;
    for (other_field const& f : other_fields) {
      if (f.type != type) continue;
      std::string_view const other = rest.substr(f.offset, 10);
      if (!codec::is_digits(other) || rules::is_zero(other) || other == pnr) continue;
      bool known = false;
      for (std::size_t i = 0; i < out.size(); i += 10) known = known || std::string_view(out).substr(i, 10) == other;
      if (!known && out.size() < others_max * 10) out.append(other);
    }
    rest.remove_prefix(length);
  }
  return out;
}

}  // namespace samspil::transaction
