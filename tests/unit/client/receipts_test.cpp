// FILE.receipts, and what a run that goes on where another was killed makes of
// events that were saved already.
#include <boost/test/unit_test.hpp>

#include <fstream>
#include <sstream>

#include "client/replay_recall.hpp"
#include "rec/replay.hpp"
#include "stage.hpp"
#include "support/content_of.hpp"
#include "support/temporary.hpp"

namespace {

using namespace samspil;
using namespace samspil::client;
using namespace samspil::client::replay;
using namespace samspil::client::test;

using line = rec::RECEIPT_LINE;
using samspil::test::content_of;

/// A run with one FILE.receipts in memory.
struct with_receipts {
  explicit with_receipts(std::string before = {}) {
    auto out = std::make_unique<std::ostringstream>();
    text = out.get();
    std::vector<receipt_files::file> list;
    list.push_back({std::move(out), std::move(before)});
    files.emplace(std::move(list));
    s.receipts = &*files;
  }
  std::vector<std::string> lines() const {
    std::vector<std::string> out;
    std::istringstream in(text->str());
    for (std::string each; std::getline(in, each);) out.push_back(each);
    return out;
  }
  stage s;
  std::ostringstream* text = nullptr;
  std::optional<receipt_files> files;
};

std::string move_of(std::string const& reference) { return init_line() + vali_line() + gemh_line(reference); }

BOOST_AUTO_TEST_SUITE(receipts)

BOOST_AUTO_TEST_CASE(a_line_for_each_event_saved) {
  with_receipts run;
  run.s.add(logon_line() + move_of("REF-1") + init_line() + vali_line("0000") + gemh_line("REF-1") + move_of("REF-2"));
  BOOST_TEST(run.s.play().status == 4);  // a VALI is refused
  auto const lines = run.lines();
  BOOST_REQUIRE(lines.size() == 2u);
  BOOST_TEST(lines[0] == "000000004 GEMH REF-1                000000000001 R 000000000000   "
                         "0123456789abcdef0123456789abcdef");
  BOOST_REQUIRE(lines[1].size() == line::length);
  BOOST_TEST(codec::view<line>(lines[1])[line::PLACE] == "000000010");
  BOOST_TEST(codec::view<line>(lines[1])[line::KUNDEREFERENCE] == "REF-2               ");
  BOOST_TEST(run.text->str().find(pnr) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(playings_and_parallel_connections_add_none_twice) {
  with_receipts run;
  std::string text = logon_line();
  for (unsigned i = 0; i < 50; ++i) text += move_of("REF-" + std::to_string(i));
  run.s.add(text);
  run.s.options.repeat = 3;
  run.s.options.parallel = 4;
  BOOST_TEST(run.s.play().status == 0);
  auto const lines = run.lines();
  BOOST_REQUIRE(lines.size() == 50u);
  for (std::size_t i = 0; i < lines.size(); ++i)  // in the order of the requests, whatever ended first
    BOOST_TEST(lines[i].starts_with(std::to_string(1'000'000'000 + 4 + 3 * i).substr(1)), lines[i]);
}

BOOST_AUTO_TEST_CASE(what_stands_in_the_file_is_not_added_again) {
  with_receipts first;
  first.s.add(logon_line() + move_of("REF-1") + move_of("REF-2"));
  first.s.play();
  std::string const before = first.text->str();
  with_receipts second(before.substr(0, line::length + 1));
  second.s.add(logon_line() + move_of("REF-1") + move_of("REF-2"));
  second.s.play();
  BOOST_TEST(second.text->str() == before.substr(line::length + 1));
  BOOST_TEST((second.files->sizes() == std::vector<std::uint64_t>{before.size()}));
}

BOOST_AUTO_TEST_CASE(a_line_needs_a_receipt) {
  std::string const gemh = "SAMS,GEMH" + std::string(91, ' '), body(160, '0');
  auto const answer = [&](std::string_view function, std::string_view fejlnr, char kvit) {
    std::string out = "SAMS," + std::string(function) + std::string(76, '0');
    return out + std::string(fejlnr) + kvit + "00" + std::string(10, ' ');
  };
  BOOST_TEST(receipt_line(1, gemh, answer("GEMH", "00", 'O') + body) != "");
  for (char const* function : {"VGOD", "VAFV", "VFOR"})
    BOOST_TEST(receipt_line(1, gemh, answer(function, "00", 'O') + body).substr(10, 4) == function);
  BOOST_TEST(receipt_line(1, gemh, answer("STAT", "00", 'O') + body) == "");
  BOOST_TEST(receipt_line(1, gemh, answer("GEMH", "00", 'F') + body) == "");
  BOOST_TEST(receipt_line(1, gemh, answer("GEMH", "66", 'F') + body) == "");
  BOOST_TEST(receipt_line(1, gemh, answer("GEMH", "00", 'O') + body.substr(1)) == "");
  BOOST_TEST(receipt_line(1, gemh, "") == "");
  BOOST_TEST(receipt_line(1, "PRIV,1234", "SAMS") == "");
}

BOOST_AUTO_TEST_CASE(files_are_cut_off_where_the_checkpoint_says) {
  samspil::test::temporary_directory place;
  std::string const path = (place.path() / "a.raw").string(), file = path + ".receipts";
  std::string const one = "000000004 GEMH REF-1                000000000001 R 000000000000 E " + std::string(32, 'a') +
                          "\n";
  std::ofstream(file) << one << one.substr(0, 40);
  {
    auto opened = open_receipts({path}, {one.size()});
    BOOST_REQUIRE(opened.files.has_value());
    std::string other = one;
    other.replace(36, 12, "000000000002");
    opened.files->add(0, one + other);
    BOOST_TEST(opened.files->flush());
    BOOST_TEST(content_of(file) == one + other);
  }
  BOOST_TEST(open_receipts({path}, {3 * one.size()}).problem == file + ": is not as the checkpoint says");
  BOOST_TEST(open_receipts({path}, {one.size() - 1}).problem == file + ": is not as the checkpoint says");
  BOOST_REQUIRE(open_receipts({path}, {}).files.has_value());
  BOOST_TEST(content_of(file) == "");  // a run that begins anew
  std::string const nowhere = (place.path() / "no" / "b").string();
  BOOST_TEST(open_receipts({nowhere}, {}).problem == nowhere + ".receipts: cannot be written");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(taken_up)

/// Two moves of which the first was saved by a run that was killed before it knew.
struct killed {
  explicit killed(bool resumed) {
    first.add(logon_line() + move_of("REF-1"));
    BOOST_REQUIRE(first.play().status == 0);
    run.s.through = [this](std::string_view message) { return first.server(message); };
    first.server.refuses_again = true;
    run.s.start.found = resumed;
    run.s.want_answers = true;
  }
  stage first;
  with_receipts run;
};

BOOST_AUTO_TEST_CASE(an_event_that_was_saved_is_no_refusal_and_its_receipt_is_asked_for) {
  killed k(true);
  k.run.s.add(logon_line() + move_of("REF-1"));
  outcome const got = k.run.s.play();
  BOOST_TEST(got.status == 0);
  BOOST_TEST(got.counted.refused == 0u);
  BOOST_TEST(got.counted.messages == 4u);
  BOOST_REQUIRE(k.run.lines().size() == 1u);
  BOOST_TEST(k.run.lines()[0].starts_with("000000004 GEMH REF-1                000000000001 R "));
  BOOST_TEST(k.first.server.saves() == 1u);
  // The answer to GEMH is the receipt.
  BOOST_TEST(k.run.s.answers.str().find("SAMS,GEMH000260") != std::string::npos);
  BOOST_TEST(k.run.s.answers.str().find("SAMS,STAT") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(expected_answers_do_not_stop_it) {
  killed k(true);
  std::string const data = answer_line("VALI", "", "{DIALOGNR}", "0101");
  k.run.s.add(logon_line() + init_line() + vali_line() + data + gemh_line("REF-1") +
              answer_line("GEMH", "REF-1", "{DIALOGNR}", "{KVITTERINGSNR}"));
  BOOST_TEST(k.run.s.play().status == 0);
  BOOST_TEST(k.run.s.report.str() == "");
  BOOST_TEST(k.run.lines().size() == 1u);
}

BOOST_AUTO_TEST_CASE(in_a_run_from_the_beginning_it_is_one) {
  killed k(false);
  k.run.s.add(logon_line() + move_of("REF-1"));
  outcome const got = k.run.s.play();
  BOOST_TEST(got.status == 4);
  BOOST_TEST(got.counted.refused == 2u);
  BOOST_TEST(k.run.lines().empty());
}

BOOST_AUTO_TEST_CASE(another_event_under_the_reference_stays_refused) {
  killed k(true);
  std::string other = init_line();
  other.replace(other.find("20260105"), 8, "20260106");
  k.run.s.add(logon_line() + other + vali_line("0000") + gemh_line("REF-1"));
  outcome const got = k.run.s.play();
  BOOST_TEST(got.status == 4);
  BOOST_TEST(got.counted.refused == 2u);
  BOOST_TEST(k.run.lines().empty());
}

BOOST_AUTO_TEST_CASE(what_was_never_saved_stays_refused) {
  killed k(true);
  k.run.s.add(logon_line() + init_line() + vali_line("0000") + move_of("REF-2"));
  outcome const got = k.run.s.play();
  BOOST_TEST(got.counted.refused == 2u);  // both VALI; REF-2 is saved by this run
  BOOST_TEST(k.run.lines().size() == 1u);
}

BOOST_AUTO_TEST_CASE(status_is_asked_under_the_header_of_the_save) {
  std::string const gemh = request("GEMH").bytes();
  BOOST_TEST(status_request(gemh) == "");  // without a reference
  std::string with = gemh;
  with.replace(53, 3, "REF");
  std::string const asked = status_request(with);
  BOOST_TEST(asked.size() == 120u);
  BOOST_TEST(asked.substr(0, 15) == "SAMS,STAT000120");
  BOOST_TEST(asked.substr(15, 85) == with.substr(15, 85));
  BOOST_TEST(asked.substr(100) == "REF" + std::string(17, ' '));
  BOOST_TEST(status_request(request("VALI").bytes()) == "");
  BOOST_TEST(recalled("", "") == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
