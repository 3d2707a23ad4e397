// A home for the tests of verify: something in every table, a fault planted in it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "store/verify.hpp"
#include "unit/store/fixture.hpp"

namespace samspil::store {

inline std::string text_of(std::vector<finding> const& found) {
  std::string text;
  for (auto const& one : found) text += one.line() + "\n";
  return text;
}

/// Two saves, waiting events, accounts: something in every table.
struct full_home : home_fixture {
  full_home() {
    open();
    db().write([](write_scope& scope) {
      scope.put_customer(customer_of("1234"));
      scope.put_user(user_of("1234", "KOMM01"));
      scope.put_session(session_of('a'));
    });
    save(db(), anna, "one", records_of(anna));
    db().write([](write_scope& scope) { scope.put_subscription("1234", anna, 1); });
    save(db(), bo, "two", records_of(bo));
    db().write([](write_scope& scope) {
      scope.put_waiting(waiting_of(1, anna, 'A'));
      scope.put_waiting(waiting_of(2, anna, 'G'));
      scope.put_waiting(waiting_of(3, anna, 'T'));
      auto person = scope.person(anna).value();
      person.head.set(rec::PERSON_ROW::WAITING_OPEN, 2);
      scope.put_person(anna, person);
    });
    auto roads = db().begin_reference(reference::roads);
    roads.add_road("0101", "0001", "road");
    roads.add_dwelling("0101", "0001", "1", "", "", "dwelling");
    roads.activate(entry_for(""));
    auto texts = db().begin_reference(reference::texts);
    texts.add_row("k", "v");
    texts.activate(entry_for(""));
    db().catch_up_audit_index();
  }
  std::string after(std::function<void(environment&, __db_txn*)> const& f) {
    tamper(f);
    open();
    return text_of(verify(db()));
  }
  static std::string row(environment& env, __db_txn* txn, table t, std::string_view k) {
    return std::string(env.get(t, txn, k).value());
  }
};

template <class Field>
void overwrite(std::string& bytes, Field const& field, std::string_view with) {
  bytes.replace(field.offset, with.size(), with);
}

}  // namespace samspil::store
