// Change extracts of one customer do not get into each other's way.
#include <boost/test/unit_test.hpp>

#include "admin/extract.hpp"
#include "admin/frames.hpp"
#include "admin/run.hpp"
#include "admin/socket_client.hpp"
#include "extract_home.hpp"

using namespace samspil;
using namespace samspil::test;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(extract_runs)

BOOST_AUTO_TEST_CASE(one_change_extract_of_a_customer_at_a_time) {
  changed_home h;
  h.must({"customer", "add", "--kundenr", "7", "--name", "Bank"});
  h.start_server();
  fs::path const elsewhere = h.home().parent_path() / "elsewhere";
  std::vector<std::string> second = h.words();
  second.back() = elsewhere.string();
  {
    auto const socket = admin::connect_to_server(h.home());
    auto const file = admin::named_result::open(h.target()).value();
    for (std::string const& word : h.words()) admin::send_frame(socket->get(), admin::frame_kind::argument, word);
    admin::send_frame(socket->get(), admin::frame_kind::result, {}, file->descriptor_number());
    admin::send_frame(socket->get(), admin::frame_kind::go, {});
    BOOST_REQUIRE((admin::receive_frame(socket->get())->kind == admin::frame_kind::place));
    outcome const refused = h.run(second);
    BOOST_TEST(refused.exit_status == 8);
    BOOST_TEST(refused.err.find("another extract of customer 1234 is going on") != std::string::npos, refused.err);
    BOOST_TEST(!fs::exists(elsewhere));
    BOOST_TEST(h.run({"extract", "--kundenr", "7", "--date", "2026-03-10"}).exit_status == 0);
    BOOST_TEST(h.run({"extract", "--kundenr", "1234", "--date", "2026-03-10", "--full"}).exit_status == 0);
  }
  // The first one's tool is gone, and its claim with it.
  BOOST_TEST(h.run(second).exit_status == 0);
  BOOST_TEST(content_of(elsewhere) == file_of(h.lines(emil) + event_line(emil, "FLY"), "20260310"));
}

namespace {

/// A result in whose time another run ends the same extract.
struct overtaken_result final : admin::result_file {
  explicit overtaken_result(store::database& db_) : db(db_) {}
  std::optional<std::string> write(std::string_view) override {
    if (!ended) admin::end_extract(db, {"other"}, *admin::begin_extract(db, {"other"}, "1234", extract_day, false), {});
    ended = true;
    return std::nullopt;
  }
  std::optional<std::string> place() override {
    placed = true;
    return std::nullopt;
  }
  store::database& db;
  bool ended = false;
  bool placed = false;
};

}  // namespace

BOOST_AUTO_TEST_CASE(what_another_run_has_ended_gets_no_name) {
  changed_home h;
  store::database db(h.home(), {.cache_bytes = 8 << 20, .time = &h.clock});
  overtaken_result result(db);
  std::ostringstream out, err;
  auto const parsed = admin::parse(h.words());
  int const exit_status =
      admin::run(std::get<admin::invocation>(parsed),
                 {.home = h.home(), .time = h.clock, .who = {"tester"}, .database = &db, .result = &result, .out = out,
                  .err = err});
  BOOST_TEST(exit_status == 8);
  BOOST_TEST(err.str().find("another run has ended the extract of 20260310") != std::string::npos, err.str());
  BOOST_TEST(result.ended);
  BOOST_TEST(!result.placed);
}

BOOST_AUTO_TEST_SUITE_END()
