#include <boost/json/object.hpp>

#include <algorithm>

#include "admin/certificate_form.hpp"
#include "admin/customer_report.hpp"
#include "admin/encoding.hpp"
#include "admin/functions.hpp"
#include "admin/report.hpp"
#include "admin/values.hpp"
#include "record/person.hpp"

namespace samspil::admin {
namespace {

using customer_record = rec::CUSTOMER_ROW;
using store::customer_row;

value_result<customer_row> with_transactions(customer_row row, std::string_view list) {
  row.set(customer_record::MAY_SAMS, "").set(customer_record::MAY_PRIV, "").set(customer_record::MAY_OFF4, "");
  for (std::string const& name : split_list(list)) {
    if (name == "SAMS")
      row.set(customer_record::MAY_SAMS, "Y");
    else if (name == "PRIV")
      row.set(customer_record::MAY_PRIV, "Y");
    else if (name == "OFF4")
      row.set(customer_record::MAY_OFF4, "Y");
    else
      return wrong_value("--transactions", "expected a list of SAMS, PRIV and OFF4");
  }
  return row;
}

/// Record types that a customer may choose: those of persons, not those that
/// frame a file or report on it.
bool may_choose(std::string_view type) {
  if (type.size() != 3 || !codec::is_digits(type)) return false;
  auto const number = static_cast<unsigned>(codec::number(type));
  return number != 0 && number < 900 && record::person_record_length(number) != 0;
}

value_result<customer_row> with_records(customer_row row, std::string_view list) {
  std::vector<std::string> types;
  if (list != "all") {
    types = split_list(list);
    types.emplace_back("001");
  }
  std::sort(types.begin(), types.end());
  types.erase(std::unique(types.begin(), types.end()), types.end());
  for (std::string const& type : types)
    if (!may_choose(type))
      return wrong_value("--records", "expected a list of person record types (001,002,...), or all");
  if (types.size() > customer_record::RECORD_TYPE.count) return wrong_value("--records", "at most 40 record types");
  for (std::size_t i = 0; i < customer_record::RECORD_TYPE.count; ++i)
    row.set(customer_record::RECORD_TYPE, i, i < types.size() ? std::string_view(types[i]) : std::string_view());
  return row;
}

value_result<customer_row> with_addresses(customer_row row, std::vector<std::string> const& given) {
  std::vector<std::string> ranges;
  if (given.size() != 1 || given.front() != "any")
    for (std::string const& text : given) {
      auto range = cidr_value(text);
      if (!range) return range.error();
      ranges.push_back(*range);
    }
  if (ranges.size() > customer_record::ADDRESS_RANGE.count) return wrong_value("--address", "at most 16 ranges");
  for (std::size_t i = 0; i < customer_record::ADDRESS_RANGE.count; ++i)
    row.set(customer_record::ADDRESS_RANGE, i, i < ranges.size() ? std::string_view(ranges[i]) : std::string_view());
  return row;
}

/// `row` with what the options say in place of what it has.
value_result<customer_row> with_options(customer_row row, arguments const& given) {
  if (given.has("--name")) {
    auto const name = text_value("--name", given.value("--name"), customer_record::NAME.width);
    if (!name) return name.error();
    if (codec::trimmed(*name).empty()) return wrong_value("--name", "expected a name");
    row.set(customer_record::NAME, *name);
  }
  if (given.has("--transactions")) {
    auto next = with_transactions(row, given.value("--transactions"));
    if (!next) return next.error();
    row = *next;
  }
  if (given.has("--task")) {
    auto const task = digits_value("--task", given.value("--task"), customer_record::OPGAVENR.width);
    if (!task) return task.error();
    row.set(customer_record::OPGAVENR, *task);
  }
  if (given.has("--records")) {
    auto next = with_records(row, given.value("--records"));
    if (!next) return next.error();
    row = *next;
  }
  if (given.has("--address")) {
    auto next = with_addresses(row, given.values("--address"));
    if (!next) return next.error();
    row = *next;
  }
  if (given.has("--certificate")) {
    std::string bound;
    if (given.value("--certificate") != "none") {
      auto const form = certificate_form(given.value("--certificate"));
      if (!form) return form.error();
      bound = *form;
    }
    auto const certificate = text_value("--certificate", bound, customer_record::CERTIFICATE.width);
    if (!certificate) return certificate.error();
    row.set(customer_record::CERTIFICATE, *certificate);
  }
  return row;
}

std::string no_customer(std::string_view kundenr) { return "no customer " + std::string(kundenr); }

}  // namespace

int customer_add(context const& with, arguments const& given) {
  auto const kundenr = kundenr_value(given.value("--kundenr"));
  if (!kundenr) return fail(with, status::usage, kundenr.error().text);
  customer_row fresh;
  fresh.set(customer_record::KUNDENR, *kundenr)
      .set(customer_record::MAY_SAMS, "Y")
      .set(customer_record::OPGAVENR, *kundenr + "01");
  auto row = with_options(fresh, given);
  if (!row) return fail(with, status::usage, row.error().text);
  bool taken = false;
  with.db().write([&](store::write_scope& scope) {
    taken = scope.customer(*kundenr).has_value();
    if (taken) return;
    auto const mark = scope.append_audit(audit_entry_of(with, "kundenr " + *kundenr));
    row->set(customer_record::CHANGED, mark.sequence);
    scope.put_customer(*row);
  });
  if (taken) return refuse(with, "customer " + *kundenr + " is there already", "kundenr " + *kundenr);
  return status::ok;
}

int customer_change(context const& with, arguments const& given) {
  auto const kundenr = kundenr_value(given.value("--kundenr"));
  if (!kundenr) return fail(with, status::usage, kundenr.error().text);
  std::optional<customer_row> before;
  value_result<customer_row> row = customer_row();
  with.db().write([&](store::write_scope& scope) {
    before = scope.customer(*kundenr);
    if (!before) return;
    row = with_options(*before, given);
    if (!row) return;
    auto const mark = scope.append_audit(audit_entry_of(with, "kundenr " + *kundenr));
    row->set(customer_record::CHANGED, mark.sequence);
    scope.put_customer(*row);
  });
  if (!before) return refuse(with, no_customer(*kundenr), "kundenr " + *kundenr);
  if (!row) return fail(with, status::usage, row.error().text);
  return status::ok;
}

int customer_list(context const& with, arguments const&) {
  auto const rows = with.db().with_read([](store::read_scope const& scope) { return scope.customers(); });
  if (with.json) {
    json_list list(with.out);
    for (customer_row const& row : rows) list.add(customer_json(row));
    return status::ok;
  }
  columns table({"KUNDENR", "NAME", "TRANSACTIONS", "TASK"});
  for (customer_row const& row : rows)
    table.add({std::string(row[customer_record::KUNDENR]), to_terminal(codec::trimmed(row[customer_record::NAME])),
               join_list(transactions_of(row)), std::string(row[customer_record::OPGAVENR])});
  with.out << table.text();
  return status::ok;
}

int customer_show(context const& with, arguments const& given) {
  auto const kundenr = kundenr_value(given.value("--kundenr"));
  if (!kundenr) return fail(with, status::usage, kundenr.error().text);
  auto const row = with.db().with_read([&](store::read_scope const& scope) { return scope.customer(*kundenr); });
  if (!row) return fail(with, status::refused, no_customer(*kundenr));
  if (with.json)
    write_json(with.out, customer_json(*row));
  else
    with.out << customer_text(*row);
  return status::ok;
}

}  // namespace samspil::admin
