#include "rules/naming.hpp"

#include "rec/sams_nvn.hpp"
#include "rules/effects.hpp"
#include "rules/history.hpp"

namespace samspil::rules {
namespace {

using namespace samspil::rec;
using codec::trimmed;

constexpr std::array fields{describe(NVN_DATA::FORNVN), describe(NVN_DATA::MELNVN), describe(NVN_DATA::EFTERNVN),
                            describe(NVN_DATA::ADRNVN)};

std::string aktuel(key_facts const& f) {
  using from = PERSON_008;
  codec::buffer<NVN_AKTUEL> out;
  if (auto const now = f.person->records.get<from>())
    out.set(NVN_AKTUEL::FORNVN, (*now)[from::FORNVN])
        .set(NVN_AKTUEL::MELNVN, (*now)[from::MELNVN])
        .set(NVN_AKTUEL::EFTERNVN, (*now)[from::EFTERNVN])
        .set(NVN_AKTUEL::ADRNVN, (*now)[from::ADRNVN])
        .set(NVN_AKTUEL::NVNHAENSTART, or_zeros((*now)[from::NVNHAENSTART]));
  return std::string(out.bytes());
}

std::string cut_name(data_facts const& f) {
  return addressing_name(f).substr(0, NVN_DATA::ADRNVN.width);
}

std::string klartekst(data_facts const& f) {
  codec::buffer<NVN_KLARTEKST> out;
  out.set(NVN_KLARTEKST::ADRNVN, cut_name(f));
  return std::string(out.bytes());
}

void rename(record::person& person, data_facts const& f, std::string_view name) {
  using row = PERSON_008;
  codec::view<NVN_DATA> const seen(f.data);
  end_period(person, 8, {f.keys.hdto12()});
  auto out = record_of<row>(person);
  out.set(row::FORNVN, seen[NVN_DATA::FORNVN])
      .set(row::FORNVN_MRK, "")
      .set(row::MELNVN, seen[NVN_DATA::MELNVN])
      .set(row::MELNVN_MRK, "")
      .set(row::EFTERNVN, seen[NVN_DATA::EFTERNVN])
      .set(row::EFTERNVN_MRK, "")
      .set(row::NVNHAENSTART, f.keys.hdto12())
      .set(row::HAENSTART_UMRK_NAVNE, "")
      .set(row::ADRNVN, name);
  person.set(out.bytes());
  auto text = record_of<PERSON_003>(person);
  person.set(text.set(PERSON_003::ADRNVN, name).bytes());
}

/// Where the child's 015 has the parent's name: whether that is so, and the new name in its place.
bool rename_parent(record::person& child, std::string_view pnr, std::string_view name) {
  using row = PERSON_015;
  if (!child.has(record::type_of<row>())) return false;
  auto out = record_of<row>(child);
  bool const mother = out[row::PNRMOR] == pnr && !trimmed(out[row::MORNVN]).empty();
  bool const father = out[row::PNRFAR] == pnr && !trimmed(out[row::FARNVN]).empty();
  if (mother) out.set(row::MORNVN, name).set(row::MORNVN_MRK, "");
  if (father) out.set(row::FARNVN, name).set(row::FARNVN_MRK, "");
  child.set(out.bytes());
  return mother || father;
}

std::vector<touched_person> effects(data_facts const& f) {
  std::string const name = cut_name(f);
  std::vector<touched_person> out;
  out.push_back(touch(f.person, "", [&](record::person& p) { rename(p, f, name); }));
  auto const [spouse, relation] = spouse_of(f.person, f.keys.source);
  if (spouse != nullptr && !trimmed(spouse->records.value(PERSON_012::AEGTENVN)).empty())
    out.push_back(touch(spouse->records, relation, [&](record::person& p) {
      auto civil = record_of<PERSON_012>(p);
      p.set(civil.set(PERSON_012::AEGTENVN, name).set(PERSON_012::AEGTENVN_MRK, "").bytes());
    }));
  for (std::string_view const row : f.person.all(record::type_of<PERSON_014>())) {
    std::string_view const pnr = codec::view<PERSON_014>(row)[PERSON_014::PNR_BARN];
    stored_person const* const child = related(f.keys.source, pnr);
    if (child == nullptr) continue;
    bool named = false;
    auto changed = touch(child->records, relation_child,
                         [&](record::person& p) { named = rename_parent(p, f.keys.pnr(), name); });
    if (named) out.push_back(std::move(changed));
  }
  return out;
}

}  // namespace

std::string addressing_name(data_facts const& f) {
  if (std::string_view const given = trimmed(f.text("ADRNVN")); !given.empty()) return std::string(given);
  std::string out;
  for (char const* field : {"FORNVN", "MELNVN", "EFTERNVN"}) {
    std::string_view const part = trimmed(f.text(field));
    if (!part.empty()) out.append(out.empty() ? "" : " ").append(part);
  }
  return out;
}

constinit event_type const nvn{.code = "NVN",
                               .fields = fields,
                               .tidy = nullptr,
                               .aktuel = aktuel,
                               .klartekst = klartekst,
                               .effects = effects,
                               .touches_relatives = true};

}  // namespace samspil::rules
