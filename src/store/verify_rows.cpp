// Each row by itself: the form of its key, its length, its digits.
#include "codec/field.hpp"
#include "store/keys.hpp"
#include "store/row_codec.hpp"
#include "store/verification.hpp"

namespace samspil::store {
namespace {

/// The form of a table's keys: `digits`, then `text` bytes.
struct form {
  std::size_t digits;
  std::size_t text;
};

/// Nothing for tables whose keys have any form.
std::optional<form> key_form(table t) {
  switch (t) {
    case table::person:
    case table::person_staged: return form{10, 0};
    case table::customer:
    case table::extract: return form{4, 0};
    case table::feed: return form{29, 0};
    case table::user: return form{4, 8};
    case table::session: return form{0, 64};
    case table::subscription:
    case table::subscriber: return form{14, 0};
    case table::receipt: return form{4, 20};
    case table::waiting:
    case table::journal: return form{12, 0};
    case table::waiting_person: return form{22, 0};
    case table::waiting_state: return form{0, 21};
    case table::audit: return form{15, 0};
    case table::audit_person: return form{25, 0};
    case table::authority: return form{10, 2};
    case table::road: return form{14, 0};
    case table::dwelling: return form{14, 10};
    case table::reference_row:
    case table::meta: return std::nullopt;
  }
  return std::nullopt;
}

template <class Record>
std::optional<std::string> wrong_fixed(std::string_view row) {
  if (row.size() != Record::length)
    return "the row has " + std::to_string(row.size()) + " bytes, its layout has " + std::to_string(Record::length);
  if (!Record::parses(row.data())) return "a field of digits holds something else";
  if (codec::number(row.substr(0, 2)) != layout_version) return "it has another stored-layout version";
  return std::nullopt;
}

/// A row whose first part is a record and whose tail `parse` takes apart.
template <class Record, class Parse>
std::optional<std::string> wrong_with_tail(std::string_view row, Parse const& parse) {
  if (row.size() < Record::length) return "the row is too short";
  if (auto wrong = wrong_fixed<Record>(row.substr(0, Record::length))) return wrong;
  try {
    parse(row);
  } catch (std::exception const&) {
    return "its tail does not parse";
  }
  return std::nullopt;
}

std::optional<std::string> wrong_value(table t, std::string_view row) {
  switch (t) {
    case table::person: return wrong_with_tail<rec::PERSON_ROW>(row, [](std::string_view) {});
    case table::customer: return wrong_fixed<rec::CUSTOMER_ROW>(row);
    case table::user: return wrong_fixed<rec::USER_ROW>(row);
    case table::session: return wrong_fixed<rec::SESSION_ROW>(row);
    case table::extract: return wrong_fixed<rec::EXTRACT_ROW>(row);
    case table::feed: return wrong_with_tail<rec::FEED_ROW>(row, [](std::string_view) {});
    case table::subscription: return wrong_fixed<rec::SUBSCRIPTION_ROW>(row);
    case table::receipt: return wrong_fixed<rec::RECEIPT_ROW>(row);
    case table::waiting: return wrong_fixed<rec::WAITING_ROW>(row);
    case table::journal: return wrong_with_tail<rec::JOURNAL_ROW>(row, parse_journal);
    case table::audit: return wrong_with_tail<rec::AUDIT_ROW>(row, parse_audit);
    default: return std::nullopt;
  }
}

/// The key's fields as they stand in the row, for tables that have them there.
std::string key_in(table t, std::string_view row) {
  auto const joined = [](std::string_view a, std::string_view b) { return std::string(a).append(b); };
  switch (t) {
    case table::customer: return std::string(codec::view<rec::CUSTOMER_ROW>(row)[rec::CUSTOMER_ROW::KUNDENR]);
    case table::user: {
      codec::view<rec::USER_ROW> const user(row);
      return joined(user[rec::USER_ROW::KUNDENR], user[rec::USER_ROW::USER_ID]);
    }
    case table::session: return std::string(codec::view<rec::SESSION_ROW>(row)[rec::SESSION_ROW::TOKEN_HASH]);
    case table::extract: return std::string(codec::view<rec::EXTRACT_ROW>(row)[rec::EXTRACT_ROW::KUNDENR]);
    case table::subscription: {
      codec::view<rec::SUBSCRIPTION_ROW> const subscription(row);
      return joined(subscription[rec::SUBSCRIPTION_ROW::KUNDENR], subscription[rec::SUBSCRIPTION_ROW::PNR]);
    }
    case table::receipt: {
      codec::view<rec::RECEIPT_ROW> const receipt(row);
      return joined(receipt[rec::RECEIPT_ROW::KUNDENR], receipt[rec::RECEIPT_ROW::KUNDEREFERENCE]);
    }
    case table::waiting: return std::string(codec::view<rec::WAITING_ROW>(row)[rec::WAITING_ROW::VENTENR]);
    case table::journal: return std::string(codec::view<rec::JOURNAL_ROW>(row)[rec::JOURNAL_ROW::NUMBER_GIVEN]);
    case table::audit: return std::string(codec::view<rec::AUDIT_ROW>(row)[rec::AUDIT_ROW::AUDIT_SEQUENCE]);
    default: return {};
  }
}

std::optional<std::string> wrong_row(table t, std::string_view key, std::string_view row) {
  if (auto const f = key_form(t)) {
    bool const right =
        key.size() == f->digits + f->text && (f->digits == 0 || codec::is_digits(key.substr(0, f->digits)));
    if (!right) return "a key of another form than the table's";
  }
  if (auto wrong = wrong_value(t, row)) return wrong;
  if (auto const inside = key_in(t, row); !inside.empty() && inside != key)
    return "the row stands under a key that is not its own";
  return std::nullopt;
}

}  // namespace

void verify_rows(verification& v) {
  for (std::size_t i = 0; i < table_count; ++i) {
    auto const t = static_cast<table>(i);
    v.phase(name(t), t);
    v.each(t, {}, [t](std::string_view key, std::string_view row) { return wrong_row(t, key, row); });
  }
}

}  // namespace samspil::store
