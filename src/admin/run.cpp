#include "admin/run.hpp"

#include <exception>

#include "admin/values.hpp"

namespace samspil::admin {
namespace {

/// Another clock's times with a business date of its own (--date).
class dated_clock final : public clock {
 public:
  dated_clock(clock const& time, date day) : time_(time), day_(day) {}
  utc_micros now() const override { return time_.now(); }
  steady_time steady() const override { return time_.steady(); }
  date business_date() const override { return day_; }

 private:
  clock const& time_;
  date day_;
};

int run_at(clock const& time, invocation const& what, surroundings const& where) {
  progress shown(where.err, where.columns, time, where.cancelled);
  context const with{.home = where.home,
                     .time = time,
                     .who = where.who,
                     .command = what.what->words,
                     .json = what.json,
                     .out = where.out,
                     .err = where.err,
                     .shown = shown,
                     .database = where.database,
                     .pepper = where.pepper,
                     .input_line = where.input_line,
                     .files = &where.files,
                     .result = where.result,
                     .live = where.live};
  try {
    if (what.what->audit == audited::before) audit_now(with.db(), audit_entry_of(with));
    return what.what->run(with, what.given);
  } catch (store::not_now const& wrong) {
    return fail(with, status::refused, wrong.what());
  } catch (store::busy const&) {
    return fail(with, status::fault, "the database has too much to do just now; try again");
  } catch (std::exception const& wrong) {
    return fail(with, status::fault, wrong.what());
  }
}

}  // namespace

int run(invocation const& what, surroundings const& where) {
  if (!what.given.has("--date")) return run_at(where.time, what, where);
  auto const day = date_value("--date", what.given.value("--date"));
  if (!day) {
    where.err << "samspil: " << day.error().text << '\n';
    return status::usage;
  }
  return run_at(dated_clock(where.time, *day), what, where);
}

std::vector<std::string> input_files(invocation const& what) {
  std::vector<std::string> out;
  for (option const& o : what.what->options)
    if (o.what == takes::file || o.what == takes::files)
      for (std::string& name : what.given.values(o.name)) out.push_back(std::move(name));
  return out;
}

std::optional<std::string> result_name(invocation const& what) {
  for (option const& o : what.what->options)
    if (o.what == takes::result) return std::string(what.given.value(o.name));
  return std::nullopt;
}

bool wants_input_line(invocation const& what) {
  for (option const& o : what.what->options)
    if (o.what == takes::input_line && what.given.has(o.name)) return true;
  return false;
}

}  // namespace samspil::admin
