// The copybooks compile unchanged with GnuCOBOL, in its default and as IBM's
// compilers read them, and it gives every record the same length. Skipped
// where cobc is not installed.
#include <boost/test/unit_test.hpp>

#include <stdlib.h>

#include <cstdio>

#include "unit/layout/read.hpp"

namespace {

namespace fs = std::filesystem;

boost::test_tools::assertion_result cobc_is_there(boost::unit_test::test_unit_id) {
  boost::test_tools::assertion_result there(std::system("cobc --version >/dev/null 2>&1") == 0);
  there.message() << "no cobc";
  return there;
}
auto const with_cobc = boost::unit_test::precondition(cobc_is_there);

/// A directory of its own, removed at the end.
class temporary_directory {
 public:
  temporary_directory() {
    std::string name = (fs::temp_directory_path() / "samspil-cobol-XXXXXX").string();
    BOOST_REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~temporary_directory() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  fs::path operator/(std::string const& name) const { return path_ / name; }

 private:
  fs::path path_;
};

/// What `command` prints; its exit status is checked.
std::string output_of(std::string const& command) {
  std::FILE* const pipe = ::popen((command + " 2>&1").c_str(), "r");
  BOOST_REQUIRE(pipe != nullptr);
  std::string out;
  char part[4096];
  while (std::size_t const n = std::fread(part, 1, sizeof part, pipe)) out.append(part, n);
  int const status = ::pclose(pipe);
  BOOST_TEST(status == 0, command << ": " << out);
  return out;
}

/// A program that copies `copybook` and displays the length of each record.
/// One for each copybook: names need be unambiguous within their own only.
std::string program(std::string const& name, fs::path const& copybook) {
  std::string out =
      "       IDENTIFICATION DIVISION.\n"
      "       PROGRAM-ID. " + name + ".\n"
      "       DATA DIVISION.\n"
      "       WORKING-STORAGE SECTION.\n"
      "       COPY \"" + copybook.filename().string() + "\".\n"
      "       PROCEDURE DIVISION.\n";
  for (auto const& r : samspil::test::read(samspil::test::file_text(copybook)))
    out += "           DISPLAY \"" + r.name + " \" LENGTH OF\n             " + r.name + ".\n";
  return out + "           GOBACK.\n       END PROGRAM " + name + ".\n";
}

/// A program that calls one for each copybook, all in one source.
std::string program_of_all() {
  std::string calls;
  std::string called;
  int number = 0;
  for (fs::path const& copybook : samspil::test::copybook_files()) {
    std::string const name = "LAYOUT" + std::to_string(++number);
    calls += "           CALL \"" + name + "\".\n";
    called += program(name, copybook);
  }
  return "       IDENTIFICATION DIVISION.\n"
         "       PROGRAM-ID. LENGTHS.\n"
         "       PROCEDURE DIVISION.\n" + calls + "           STOP RUN.\n       END PROGRAM LENGTHS.\n" + called;
}

/// "STAM 000000700", "STAM +0700" and "STAM 700" are the same line.
std::string without_zeros(std::string const& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((text[i] != '0' && text[i] != '+') || out.empty() || out.back() != ' ') out += text[i];
  return out;
}

void compiles_and_agrees(std::string const& standard) {
  temporary_directory const directory;
  std::string expected;
  for (fs::path const& copybook : samspil::test::copybook_files())
    for (auto const& r : samspil::test::read(samspil::test::file_text(copybook)))
      expected += r.name + " " + std::to_string(r.length) + "\n";
  std::ofstream(directory / "lengths.cob") << program_of_all();
  std::string const said = output_of("cobc -x -Wall " + standard + " -I " SAMSPIL_SOURCE "/layouts -o " +
                                     (directory / "lengths").string() + " " + (directory / "lengths.cob").string());
  BOOST_TEST(said == "");
  BOOST_TEST(without_zeros(output_of((directory / "lengths").string())) == expected);
}

// What the shipped copybooks do not use is held against IBM's reading too. (B8
// is a record of its own: GnuCOBOL 3.1 counts a redefinition in the length of a
// record that varies.)
BOOST_AUTO_TEST_CASE(lengths_of_items_agree_as_ibm, *with_cobc) {
  std::string const copybook =
      "       01 R.\n"
      "           05 A1 PIC S9(5)V99.\n"
      "           05 A2 PIC V9(3).\n"
      "           05 A3 PIC XX9AX(3).\n"
      "           05 A4.\n"
      "               10 A5 PIC 9(4).\n"
      "               10 A6 PIC X(2) OCCURS 3 TIMES.\n"
      "           05 A7 REDEFINES A4.\n"
      "               10 A8 PIC X(10).\n"
      "           05 A9 OCCURS 4.\n"
      "               10 B1 OCCURS 2.\n"
      "                   15 B2 PIC X.\n"
      "                   15 PIC 9 VALUE ZERO.\n"
      "           05 B3 PIC 9(18).\n"
      "               88 B4 VALUE 1 THRU 5.\n"
      "       01 B8.\n"
      "           05 B5 PIC 9.\n"
      "           05 B6 OCCURS 1 TO 9 DEPENDING ON B5.\n"
      "               10 B7 PIC X(3).\n";
  temporary_directory const directory;
  std::string text =
      "       IDENTIFICATION DIVISION.\n       PROGRAM-ID. ITEMS.\n       DATA DIVISION.\n"
      "       WORKING-STORAGE SECTION.\n" + copybook + "       PROCEDURE DIVISION.\n           MOVE 9 TO B5.\n";
  std::string expected;
  auto const records = samspil::test::read(copybook);
  std::vector<samspil::layout::item> items = records[0].items;
  items.insert(items.end(), records[1].items.begin(), records[1].items.end());
  for (auto const& i : items) {
    if (i.name == "FILLER") continue;
    text += "           DISPLAY \"" + i.name + " \" LENGTH OF " + i.name + ".\n";
    expected += i.name + " " + std::to_string(i.length) + "\n";
  }
  std::ofstream(directory / "items.cob") << text << "           STOP RUN.\n";
  output_of("cobc -x -std=ibm -o " + (directory / "items").string() + " " + (directory / "items.cob").string());
  BOOST_TEST(without_zeros(output_of((directory / "items").string())) == expected);
}

BOOST_AUTO_TEST_CASE(copybooks_compile_and_lengths_agree_by_default, *with_cobc) { compiles_and_agrees(""); }
BOOST_AUTO_TEST_CASE(copybooks_compile_and_lengths_agree_as_ibm, *with_cobc) { compiles_and_agrees("-std=ibm"); }

}  // namespace
