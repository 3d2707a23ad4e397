// extract: a customer's persons as a CPR file.
#include "admin/extract.hpp"
#include "admin/extract_claims.hpp"
#include "admin/functions.hpp"
#include "admin/report.hpp"
#include "admin/values.hpp"

namespace samspil::admin {
namespace {

/// What the operator should know about an extract that is not just the next one; empty for the others.
std::string warning_of(extract_plan const& plan, std::string const& today) {
  if (plan.full) return {};
  if (plan.resumed && plan.header.proddto != today)
    return "this is the extract of " + plan.header.proddto + ", which was begun and not ended; the next one has what " +
           "came since";
  if (!plan.moves)
    return "the extract of " + plan.header.proddto + " was made already: this one stands outside the sequence and "
           "moves nothing, the next business date's has the same changes again";
  return {};
}

}  // namespace

int extract(context const& with, arguments const& given) {
  auto const kundenr = kundenr_value(given.value("--kundenr"));
  if (!kundenr) return fail(with, status::usage, kundenr.error().text);
  std::string const target(given.value("--out"));
  if (with.json && target.empty()) return fail(with, status::usage, "--json needs --out: standard output is the file");
  std::unique_ptr<extract_claims::claim> alone;
  if (with.live.extracts != nullptr && !given.has("--full")) {  // without a server nobody else has the database
    alone = with.live.extracts->take(*kundenr, with.shown);
    if (!alone) return refuse(with, "another extract of customer " + *kundenr + " is going on", "kundenr " + *kundenr);
  }
  auto const plan = begin_extract(with.db(), with.who, *kundenr, with.time.business_date(), given.has("--full"));
  if (!plan) return refuse(with, plan.error().text, "kundenr " + *kundenr);
  // A run that was killed after its last step is given again by who does not know that it ended.
  if (!plan->full && !plan->moves && with.result->replaces())
    return refuse(with, target + ": is there and not replaced: the extract of " + plan->header.proddto +
                            " was made already", "kundenr " + *kundenr);
  auto const form = given.has("--solid") ? record::file_form::solid : record::file_form::lines;
  auto const report =
      write_extract(with.db(), with.who, *plan, form, *with.result, [&](std::uint64_t done, std::uint64_t total) {
        return with.shown.update("extracting", done, total, "persons");
      });
  if (!report) return fail(with, report.error().exit_status, report.error().text);
  if (auto const ended = ended_meanwhile(with.db(), *plan)) return refuse(with, ended->text, "kundenr " + *kundenr);
  if (auto const wrong = with.result->place()) return fail(with, status::fault, *wrong);
  end_extract(with.db(), with.who, *plan, *report);
  with.shown.clear();
  if (with.json)
    write_json(with.out, report->json(*plan, target));
  else if (!target.empty())
    with.out << report->text(*plan, target);
  std::string const warning = warning_of(*plan, date8(with.time.business_date()));
  return warning.empty() ? status::ok : fail(with, status::warnings, warning);
}

}  // namespace samspil::admin
