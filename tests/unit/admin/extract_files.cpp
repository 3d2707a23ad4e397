// Where an extract is written: its name is given to whole files only, and how far
// extracts have come moves with it, whatever ends the writing.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include <stop_token>

#include "admin/extract.hpp"
#include "admin/frames.hpp"
#include "admin/socket_client.hpp"
#include "extract_home.hpp"

using namespace samspil;
using namespace samspil::test;
namespace fs = std::filesystem;

namespace {

/// A result that takes `whole` pieces, and is placed or not.
struct failing_result final : admin::result_file {
  std::string bytes;
  bool writes = true;
  bool places = true;
  std::optional<std::string> write(std::string_view more) override {
    if (!writes) return "No space left on device";
    bytes += more;
    return std::nullopt;
  }
  std::optional<std::string> place() override {
    if (places) return std::nullopt;
    return "it cannot be placed";
  }
};

/// An extract of `h` up to its last step, which a kill prevents; its bytes.
std::string without_its_end(extract_home& h, date business = extract_day) {
  store::database db(h.home(), {.cache_bytes = 8 << 20, .time = &h.clock});
  auto const plan = admin::begin_extract(db, {"tester"}, "1234", business, false);
  failing_result to;
  BOOST_TEST(admin::write_extract(db, {"tester"}, *plan, record::file_form::lines, to).has_value());
  return to.bytes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(extract_files)

BOOST_AUTO_TEST_CASE(the_same_with_a_server_and_without) {
  changed_home h;
  std::string const whole = file_of(h.lines(emil) + event_line(emil, "FLY"), "20260310");
  outcome const offline = h.run(h.words());
  BOOST_TEST(offline.exit_status == 0);
  BOOST_TEST(content_of(h.target()) == whole);
  BOOST_CHECK(fs::status(h.target()).permissions() == fs::perms(0600));
  BOOST_TEST(!fs::exists(h.half()));
  changed_home other;
  other.start_server();
  outcome const online = other.run(other.words());
  BOOST_TEST(online.exit_status == 0);
  BOOST_TEST(online.out.substr(online.out.find(": changes")) == offline.out.substr(offline.out.find(": changes")));
  BOOST_TEST(content_of(other.target()) == whole);
  BOOST_TEST(!fs::exists(other.half()));
  BOOST_TEST(other.extract("2026-03-11") == file_of("", "20260311", "20260310"));
  BOOST_TEST(other.last_audit(1).starts_with(me() + "|extract|O|"));
}

BOOST_AUTO_TEST_CASE(a_kill_before_the_end_and_the_same_file_comes_again) {
  changed_home h;
  std::string const first = without_its_end(h);
  BOOST_TEST(first == file_of(h.lines(emil) + event_line(emil, "FLY"), "20260310"));
  BOOST_TEST(without_its_end(h) == first);
  h.report(anna, protection_set(), "MFB", "20260309", "KOMM51");  // meanwhile: belongs to the next one
  // On a later day it is still that extract; who gives the command is told.
  outcome const again = h.run({"extract", "--kundenr", "1234", "--date", "2026-03-12"});
  BOOST_TEST(again.out == first);
  BOOST_TEST(again.exit_status == 4);
  BOOST_TEST(again.err.find("the extract of 20260310") != std::string::npos, again.err);
  BOOST_TEST(h.extract("2026-03-12") == file_of(h.lines(anna) + event_line(anna, "MFB"), "20260312", "20260310"));
  BOOST_TEST(h.run({"verify"}).exit_status == 0);
}

BOOST_AUTO_TEST_CASE(a_kill_after_the_end_and_the_file_stays) {
  changed_home h;
  BOOST_TEST(h.run(h.words()).exit_status == 0);
  std::string const whole = content_of(h.target());
  h.report(anna, protection_set(), "MFB", "20260309", "KOMM51");
  for (bool const online : {false, true}) {
    if (online) h.start_server();
    outcome const again = h.run(h.words());
    BOOST_TEST(again.exit_status == 8);
    BOOST_TEST(again.err.find("the extract of 20260310 was made already") != std::string::npos, again.err);
    BOOST_TEST(content_of(h.target()) == whole);
    BOOST_TEST(!fs::exists(h.half()));
  }
  BOOST_TEST(h.run(h.words("2026-03-11")).exit_status == 0);  // the next one's may replace it
  BOOST_TEST(content_of(h.target()) == file_of(h.lines(anna) + event_line(anna, "MFB"), "20260311", "20260310"));
}

BOOST_AUTO_TEST_CASE(two_runs_of_the_same_extract_end_it_once) {
  changed_home h;
  store::database db(h.home(), {.cache_bytes = 8 << 20, .time = &h.clock});
  auto const first = admin::begin_extract(db, {"tester"}, "1234", extract_day, false);
  auto const second = admin::begin_extract(db, {"tester"}, "1234", extract_day, false);
  BOOST_TEST(second->resumed);
  BOOST_TEST(second->to == first->to);
  admin::end_extract(db, {"tester"}, *first, {});
  auto const third = admin::begin_extract(db, {"tester"}, "1234", *parse_date8("20260311"), false);
  admin::end_extract(db, {"tester"}, *second, {});  // late: the third is not its business
  auto const fourth = admin::begin_extract(db, {"tester"}, "1234", *parse_date8("20260311"), false);
  BOOST_TEST(fourth->resumed);
  BOOST_TEST(fourth->from == first->to);
  BOOST_TEST(fourth->to == third->to);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_written_or_placed_moves_nothing) {
  changed_home h;
  std::string const whole = file_of(h.lines(emil) + event_line(emil, "FLY"), "20260310");
  {
    store::database db(h.home(), {.cache_bytes = 8 << 20, .time = &h.clock});
    auto const plan = admin::begin_extract(db, {"tester"}, "1234", extract_day, false);
    failing_result full;
    full.writes = false;
    auto const wrong = admin::write_extract(db, {"tester"}, *plan, record::file_form::lines, full);
    BOOST_REQUIRE(!wrong);
    BOOST_TEST((wrong.error() == admin::extract_error{16, "No space left on device"}));
  }
  // Standard output that takes nothing, offline and online.
  for (bool const online : {false, true}) {
    if (online) h.start_server();
    std::istringstream in;
    std::ostringstream err;
    std::ostream nowhere(nullptr);
    std::vector<std::string> const words{"extract", "--kundenr", "1234", "--date", "2026-03-10"};
    BOOST_TEST(admin::run_tool(words, {.home = h.home().string(), .time = h.clock, .who = {"tester"}, .in = in,
                                       .out = nowhere, .err = err}) == 16);
    BOOST_TEST(err.str().find("standard output cannot be written") != std::string::npos, err.str());
  }
  BOOST_TEST(h.extract("2026-03-10") == whole);
}

BOOST_AUTO_TEST_CASE(an_interrupted_one_leaves_the_old_file_and_no_half_one) {
  changed_home h;
  std::ofstream(h.target()) << "what was there";
  std::stop_source interrupt;
  interrupt.request_stop();
  std::istringstream in;
  std::ostringstream out, err;
  int const exit_status = admin::run_tool(h.words(), {.home = h.home().string(), .time = h.clock, .who = {"tester"},
                                                      .in = in, .out = out, .err = err,
                                                      .cancelled = interrupt.get_token()});
  BOOST_TEST(exit_status == 8);
  BOOST_TEST(err.str().find("cancelled") != std::string::npos, err.str());
  BOOST_TEST(content_of(h.target()) == "what was there");
  BOOST_TEST(!fs::exists(h.half()));
  BOOST_TEST(h.run(h.words()).exit_status == 0);
  BOOST_TEST(content_of(h.target()) == file_of(h.lines(emil) + event_line(emil, "FLY"), "20260310"));
}

BOOST_AUTO_TEST_CASE(what_a_kill_left_of_a_file_is_written_over) {
  changed_home h;
  std::ofstream(h.half()) << std::string(100'000, 'x');
  BOOST_TEST(h.run(h.words()).exit_status == 0);
  BOOST_TEST(content_of(h.target()) == file_of(h.lines(emil) + event_line(emil, "FLY"), "20260310"));
  BOOST_TEST(!fs::exists(h.half()));
}

BOOST_AUTO_TEST_CASE(what_a_kill_left_is_nobody_else_s_to_read) {
  changed_home h;
  std::ofstream(h.half()) << "left";
  fs::permissions(h.half(), fs::perms(0666));
  {
    auto const file = admin::named_result::open(h.target());
    BOOST_REQUIRE(file.has_value());
    BOOST_CHECK(fs::status(h.half()).permissions() == fs::perms(0600));
    BOOST_TEST(fs::file_size(h.half()) == 0u);
  }
  BOOST_TEST(!fs::exists(h.half()));
}

BOOST_AUTO_TEST_CASE(what_somebody_put_in_the_way_is_not_taken_over) {
  changed_home h;
  fs::path const other = h.home().parent_path() / "other";
  auto const refused = [&](char const* what) {
    outcome const seen = h.run(h.words());
    BOOST_TEST(seen.exit_status == 12, what);
    BOOST_TEST(seen.err.find("out.tmp") != std::string::npos, seen.err);
    BOOST_TEST(fs::exists(fs::symlink_status(h.half())), what);
    BOOST_TEST(!fs::exists(h.target()), what);
    fs::remove(h.half());
  };
  std::ofstream(other) << "somebody's";
  fs::create_hard_link(other, h.half());
  refused("another name of a file");
  fs::create_symlink(other, h.half());
  refused("a link");
  BOOST_REQUIRE(::mkfifo(h.half().c_str(), 0600) == 0);
  refused("a pipe that nobody reads");
  BOOST_REQUIRE(::mkfifo(h.half().c_str(), 0600) == 0);
  {
    admin::descriptor const reader(::open(h.half().c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    refused("a pipe");
  }
  BOOST_TEST(content_of(other) == "somebody's");
  if (::geteuid() == 0) {  // only the administrator of the machine can make a file another's
    std::ofstream(h.half()) << "left";
    BOOST_REQUIRE(::chown(h.half().c_str(), 12345, 12345) == 0);
    refused("another's file");
  }
  BOOST_TEST(h.run(h.words()).exit_status == 0);
}

BOOST_AUTO_TEST_CASE(one_writes_a_file_at_a_time) {
  changed_home h;
  {
    admin::descriptor const other(::open(h.half().c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    BOOST_REQUIRE(::flock(other.get(), LOCK_EX) == 0);
    outcome const refused = h.run(h.words());
    BOOST_TEST(refused.exit_status == 12);
    BOOST_TEST(refused.err.find("another process is writing it") != std::string::npos, refused.err);
    BOOST_TEST(fs::exists(h.half()));
  }
  BOOST_TEST(h.run(h.words()).exit_status == 0);
}

BOOST_AUTO_TEST_CASE(a_name_that_is_no_file) {
  changed_home h;
  for (std::string const name : {"/dev/null", "/tmp", "/nowhere/at/all"})
    BOOST_TEST(h.run({"extract", "--kundenr", "1234", "--out", name}).exit_status == 12);
  // A link stays one: the file it leads to is replaced.
  std::ofstream(h.home().parent_path() / "real") << "old";
  fs::create_symlink("real", h.target());
  BOOST_TEST(h.run(h.words()).exit_status == 0);
  BOOST_TEST(fs::is_symlink(h.target()));
  BOOST_TEST(content_of(h.home().parent_path() / "real").starts_with(begin_line("20260310")));
}

BOOST_AUTO_TEST_CASE(a_tool_that_is_killed_before_it_has_placed_the_file) {
  changed_home h;
  h.start_server();
  {
    // All of the tool but its answer to "place it".
    auto const socket = admin::connect_to_server(h.home());
    auto const file = admin::named_result::open(h.target()).value();
    for (std::string const& word : h.words()) admin::send_frame(socket->get(), admin::frame_kind::argument, word);
    admin::send_frame(socket->get(), admin::frame_kind::result, {}, file->descriptor_number());
    admin::send_frame(socket->get(), admin::frame_kind::go, {});
    auto const asked = admin::receive_frame(socket->get());
    BOOST_REQUIRE(asked.has_value());
    BOOST_TEST((asked->kind == admin::frame_kind::place));
    BOOST_TEST(content_of(h.half()) == file_of(h.lines(emil) + event_line(emil, "FLY"), "20260310"));
  }
  BOOST_TEST(!fs::exists(h.target()));
  BOOST_TEST(h.run(h.words()).exit_status == 0);
  BOOST_TEST(content_of(h.target()) == file_of(h.lines(emil) + event_line(emil, "FLY"), "20260310"));
}

BOOST_AUTO_TEST_SUITE_END()
