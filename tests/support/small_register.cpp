#include "support/small_register.hpp"

#include <fstream>
#include <stdexcept>
#include <vector>

#include "base/certificate.hpp"
#include "base/crypto.hpp"
#include "base/secrets.hpp"
#include "rec/authority.hpp"
#include "rec/person.hpp"
#include "rec/road.hpp"
#include "rec/tables.hpp"
#include "record/person.hpp"
#include "session/passwords.hpp"

namespace samspil::test {
namespace {

using store::reference;

store::audit_entry loaded(std::string_view what) {
  store::audit_entry entry;
  entry.row.set(rec::AUDIT_ROW::ACTOR_KIND, "S")
      .set(rec::AUDIT_ROW::FUNCTION_NAME, what)
      .set(rec::AUDIT_ROW::OUTCOME, "O");
  return entry;
}

void load_table(store::database& db, reference kind, std::string const& file, std::size_t width,
                std::size_t key_width) {
  std::ifstream in(std::string(SAMSPIL_SOURCE) + "/records/" + file, std::ios::binary);
  if (!in) throw std::runtime_error("records/" + file + " is missing");
  auto load = db.begin_reference(kind);
  for (std::string line; std::getline(in, line);) {
    line.resize(width, ' ');
    load.add_row(line.substr(0, key_width), line);
  }
  load.activate(loaded("load table"));
}

std::string authority(std::string_view code, std::string_view type, std::string_view name,
                      std::string_view end = "000000000000") {
  using row = rec::AUTHORITY_001;
  codec::buffer<row> out;
  out.set(row::RECORDTYPE, "001")
      .set(row::MYNKOD, code)
      .set(row::MYNTYP, type)
      .set(row::HAENSLUT, end)
      .set(row::MYNNVN, name);
  return std::string(out.bytes());
}

std::string road_of(std::string_view komkod, std::string_view vejkod, std::string_view name) {
  codec::buffer<rec::ROAD_001> road;
  road.set(rec::ROAD_001::RECORDTYPE, "001")
      .set(rec::ROAD_001::KOMKOD, komkod)
      .set(rec::ROAD_001::VEJKOD, vejkod)
      .set(rec::ROAD_001::HAENSTART, "190001010000")
      .set(rec::ROAD_001::VEJADRNVN, name)
      .set(rec::ROAD_001::VEJNVN, name);
  std::string out(road.bytes());
  auto const district = [&](std::string_view from, std::string_view to, std::string_view side, std::string_view post,
                            std::string_view text) {
    codec::buffer<rec::ROAD_004> row;
    row.set(rec::ROAD_004::RECORDTYPE, "004")
        .set(rec::ROAD_004::KOMKOD, komkod)
        .set(rec::ROAD_004::VEJKOD, vejkod)
        .set(rec::ROAD_004::HUSNRFRA, from)
        .set(rec::ROAD_004::HUSNRTIL, to)
        .set(rec::ROAD_004::LIGEULIGE, side)
        .set(rec::ROAD_004::POSTNR, post)
        .set(rec::ROAD_004::POSTDISTTXT, text);
    out.append(row.bytes());
  };
  district("001", "099Z", "U", "2100", "Oestby");
  district("002", "098Z", "L", "2200", "Nordby");
  return out;
}

struct someone {
  std::string_view pnr, name, status;
  std::string_view komkod, vejkod, husnr;  // blank: no address
  std::string_view civst, spouse;
  std::vector<std::string_view> children;
};

std::string records_of(someone const& s) {
  std::string out;
  codec::buffer<rec::PERSON_001> base;
  base.set(rec::PERSON_001::RECORDTYPE, "001")
      .set(rec::PERSON_001::PNR, s.pnr)
      .set(rec::PERSON_001::PERSONSTATUS, s.status)
      .set(rec::PERSON_001::STATUSHAENSTART, "200001010000")
      .set(rec::PERSON_001::KOEN, (s.pnr.back() - '0') % 2 != 0 ? "M" : "K");
  out.append(base.bytes());
  if (!s.komkod.empty()) {
    codec::buffer<rec::PERSON_002> home;
    home.set(rec::PERSON_002::RECORDTYPE, "002")
        .set(rec::PERSON_002::PNR, s.pnr)
        .set(rec::PERSON_002::KOMKOD, s.komkod)
        .set(rec::PERSON_002::VEJKOD, s.vejkod)
        .set(rec::PERSON_002::HUSNR, s.husnr)
        .set(rec::PERSON_002::TILFLYDTO, "202001010000")
        .set(rec::PERSON_002::TILFLYKOMDTO, "202001010000");
    out.append(home.bytes());
  }
  codec::buffer<rec::PERSON_003> address;
  address.set(rec::PERSON_003::RECORDTYPE, "003").set(rec::PERSON_003::PNR, s.pnr).set(rec::PERSON_003::ADRNVN, s.name);
  if (!s.komkod.empty())
    address.set(rec::PERSON_003::KOMKOD, s.komkod)
        .set(rec::PERSON_003::VEJKOD, s.vejkod)
        .set(rec::PERSON_003::HUSNR, s.husnr);
  out.append(address.bytes());
  codec::buffer<rec::PERSON_008> name;
  name.set(rec::PERSON_008::RECORDTYPE, "008").set(rec::PERSON_008::PNR, s.pnr).set(rec::PERSON_008::FORNVN, s.name);
  out.append(name.bytes());
  codec::buffer<rec::PERSON_012> marriage;
  marriage.set(rec::PERSON_012::RECORDTYPE, "012")
      .set(rec::PERSON_012::PNR, s.pnr)
      .set(rec::PERSON_012::CIVST, s.civst);
  if (!s.spouse.empty()) marriage.set(rec::PERSON_012::AEGTEPNR, s.spouse);
  out.append(marriage.bytes());
  for (std::string_view const child : s.children) {
    codec::buffer<rec::PERSON_014> row;
    row.set(rec::PERSON_014::RECORDTYPE, "014").set(rec::PERSON_014::PNR, s.pnr).set(rec::PERSON_014::PNR_BARN, child);
    out.append(row.bytes());
  }
  return out;
}

store::customer_row customer(std::string_view kundenr, bool sams) {
  using row = rec::CUSTOMER_ROW;
  store::customer_row out;
  out.set(row::LAYOUT_VERSION, store::layout_version).set(row::KUNDENR, kundenr).set(row::NAME, "Test");
  return sams ? out.set(row::MAY_SAMS, "Y") : out.set(row::MAY_PRIV, "Y");
}

}  // namespace

void fill_reference(store::database& db) {
  load_table(db, reference::groups, "groups.txt", rec::GROUP_ROW::length, 13);
  load_table(db, reference::texts, "texts.txt", rec::CODE_TEXT_ROW::length, 16);
  load_table(db, reference::messages, "messages.txt", rec::MESSAGE_ROW::length, 6);
  auto authorities = db.begin_reference(reference::authorities);
  authorities.add_authority("0101", "05", authority("0101", "05", "K\xF8" "benhavn"));
  authorities.add_authority("0851", "05", authority("0851", "05", "Aalborg"));
  authorities.add_authority("0803", "05", authority("0803", "05", "Lukket", "200612310000"));
  authorities.add_authority("5100", "30", authority("5100", "30", "Danmark"));
  authorities.activate(loaded("load authorities"));
  auto roads = db.begin_reference(reference::roads);
  roads.add_road("0101", "1000", road_of("0101", "1000", "Testvej"));
  roads.add_road("0851", "2000", road_of("0851", "2000", "Pr\xF8vegade"));
  roads.activate(loaded("load roads"));
}

void fill_persons(store::database& db) {
  std::vector<someone> const people{
      {anna, "Berg,Anna", "01", "0851", "2000", "012", "G", bo, {cille, dan}},
      {bo, "Berg,Bo", "01", "0851", "2000", "012", "G", anna, {cille, dan}},
      {cille, "Berg,Cille", "01", "0851", "2000", "012", "U", {}, {}},
      {dan, "Berg,Dan", "01", "0851", "2000", "012", "U", {}, {}},
      {emil, "Enlig,Emil", "01", "0101", "1000", "003", "U", {}, {}},
      {frida, "Fraskilt,Frida", "80", {}, {}, {}, "F", {}, {}},
  };
  db.write([&](store::write_scope& scope) {
    auto const mark = scope.append_audit(loaded("load persons"));
    for (someone const& one : people) {
      codec::buffer<rec::PERSON_ROW> head;
      head.set(rec::PERSON_ROW::CHANGED, mark.sequence);
      scope.put_person(one.pnr, head, records_of(one));
    }
  });
}

std::string crowd_pnr(unsigned i) {
  // Born 1 January 1950 and later, serial numbers from 1000 down the days.
  unsigned const day = i % 28 + 1, month = i / 28 % 12 + 1, year = i / 336 % 50 + 50, serial = i / 16800 + 1000;
  std::string const digits =
      std::to_string(100'000'000'00ULL + day * 100'000'000ULL + month * 1'000'000ULL + year * 10'000ULL + serial);
  return digits.substr(1);
}

void fill_crowd(store::database& db, unsigned count) {
  auto load = db.begin_persons();
  for (unsigned i = 0; i < count; ++i) {
    std::string const pnr = crowd_pnr(i);
    load.add(pnr, records_of({pnr, "Mange,Person", "01", "0101", "1000", "003", "U", {}, {}}));
  }
  load.activate(loaded("load crowd"));
  db.wait_for_persons();
}

void make_home(std::filesystem::path const& home, unsigned crowd) {
  store::database::create(home);
  secrets::create(secrets::default_directory(home));
  crypto::write_self_signed(home / "server.crt", home / "server.key");
  store::database db(home);
  fill_reference(db);
  fill_persons(db);
  fill_users(db, system_clock().business_date(), secrets::read(secrets::default_directory(home)).pepper);
  if (crowd != 0) fill_crowd(db, crowd);
}

void fill_users(store::database& db, date business, std::string_view with_pepper) {
  std::string const hash = crypto::hash_password(right_password, with_pepper);
  db.write([&](store::write_scope& scope) {
    scope.put_customer(customer("1234", true));
    scope.put_customer(customer("5678", false));
    auto const add = [&](std::string_view kundenr, std::string_view id, std::string_view group,
                         std::string_view mynkod) {
      using row = rec::USER_ROW;
      store::user_row user;
      user.set(row::LAYOUT_VERSION, store::layout_version)
          .set(row::KUNDENR, kundenr)
          .set(row::USER_ID, id)
          .set(row::SECURITY_GROUP, group)
          .set(row::MYNKOD, mynkod)
          .set(row::USER_LANGUAGE, "da");
      session::set_password_hash(user, hash, business, false);
      scope.put_user(user);
    };
    add("1234", "KOMM01", "KOMMUNE", "0101");
    add("1234", "KOMM51", "KOMMUNE", "0851");
    add("1234", "BORG01", "BORGER", "0000");
    add("1234", "LOOK01", "OPSLAG", "0000");
    add("1234", "ADMIN1", "CPRADM", "0000");
    add("5678", "KOMM01", "KOMMUNE", "0101");
  });
}

small_register::small_register(bool in_memory) {
  store::options how;
  how.in_memory = in_memory;
  how.cache_bytes = std::uint64_t{8} << 20;
  if (!in_memory) store::database::create(directory_.path());
  db_ = std::make_unique<store::database>(directory_.path(), how);
  fill_reference(*db_);
  fill_persons(*db_);
  fill_users(*db_, clock.business_date());
}

void small_register::reopen() {
  db_.reset();
  store::options how;
  how.cache_bytes = std::uint64_t{8} << 20;
  db_ = std::make_unique<store::database>(directory_.path(), how);
}

}  // namespace samspil::test
