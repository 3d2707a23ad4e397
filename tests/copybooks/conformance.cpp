// copybook_conformance [--count N] [--seed S] [--keep] DIRECTORY...
//
// Every copybook of the directories, and N random ones and N / 10 of random pictures, against GnuCOBOL: each
// item's place and length, and the value that decoding gives for what a COBOL
// program moved to it. 8 when something differs, 12 usage, 77 without cobc.
#include <stdlib.h>

#include <charconv>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "copybooks/comparison.hpp"
#include "copybooks/random_copybook.hpp"

namespace {

namespace fs = std::filesystem;
using namespace samspil::copybooks;

constexpr std::size_t batch = 150;  ///< copybooks of one COBOL program

struct options {
  std::uint64_t count = 0;
  std::uint64_t seed = 1;
  bool keep = false;
  std::vector<fs::path> directories;
  bool good = true;
};

std::uint64_t number(std::string_view text, bool& good) {
  std::uint64_t value = 0;
  auto const [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  good = good && code == std::errc() && end == text.data() + text.size();
  return value;
}

options read_options(std::vector<std::string> const& words) {
  options out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    bool const last = i + 1 == words.size();
    if (words[i] == "--keep")
      out.keep = true;
    else if (words[i] == "--count" && !last)
      out.count = number(words[++i], out.good);
    else if (words[i] == "--seed" && !last)
      out.seed = number(words[++i], out.good);
    else if (fs::is_directory(words[i]))
      out.directories.emplace_back(words[i]);
    else
      out.good = false;
  }
  return out;
}

std::vector<copybook> copybooks_of(std::vector<fs::path> const& directories) {
  std::vector<copybook> out;
  for (fs::path const& directory : directories)
    for (auto const& entry : fs::directory_iterator(directory)) {
      if (entry.path().extension() != ".cpy") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      std::ostringstream text;
      text << in.rdbuf();
      out.push_back({entry.path().string(), text.str()});
    }
  std::sort(out.begin(), out.end(), [](copybook const& a, copybook const& b) { return a.name < b.name; });
  return out;
}

/// What all comparisons together came to.
class campaign {
 public:
  campaign(fs::path directory, bool keep) : directory_(std::move(directory)), keep_(keep) {}

  void play(std::vector<copybook> const& books, bool sliding, std::uint64_t seed) {
    for (std::size_t at = 0; at < books.size(); at += batch) {
      std::vector<copybook> const some(books.begin() + static_cast<std::ptrdiff_t>(at),
                                       books.begin() + static_cast<std::ptrdiff_t>(std::min(at + batch, books.size())));
      comparison const one = compare(some, directory_, sliding, seed);
      copybooks_ += one.copybooks;
      skipped_ += one.skipped;
      items_ += one.items;
      values_ += one.values;
      for (difference const& d : one.differences) tell(d, some);
    }
  }

  int finish() const {
    std::printf("%zu copybooks, %zu places and lengths and %zu values as GnuCOBOL has them, %zu differences; "
                "%zu skipped: cobc fails on them\n",
                copybooks_, items_, values_, differences_, skipped_);
    return differences_ == 0 ? 0 : 8;
  }

 private:
  void tell(difference const& d, std::vector<copybook> const& some) {
    ++differences_;
    std::printf("%s: %s\n", d.copybook.c_str(), d.what.c_str());
    if (!keep_ || fs::exists(d.copybook)) return;
    for (copybook const& book : some)
      if (book.name == d.copybook) std::ofstream(d.copybook + ".cpy") << book.text;
  }

  fs::path directory_;
  bool keep_;
  std::size_t copybooks_ = 0;
  std::size_t skipped_ = 0;
  std::size_t items_ = 0;
  std::size_t values_ = 0;
  std::size_t differences_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  options const given = read_options({argv + 1, argv + argc});
  if (!given.good) {
    std::fputs("copybook_conformance [--count N] [--seed S] [--keep] DIRECTORY...\n", stderr);
    return 12;
  }
  if (std::system("cobc --version >/dev/null 2>&1") != 0) {
    std::puts("no cobc");
    return 77;
  }
  std::string directory = (fs::temp_directory_path() / "samspil-copybooks-XXXXXX").string();
  if (::mkdtemp(directory.data()) == nullptr) return 16;
  campaign whole(directory, given.keep);
  auto const books = copybooks_of(given.directories);
  for (bool const sliding : {false, true}) {
    whole.play(books, sliding, given.seed);
    std::vector<copybook> made;
    for (std::uint64_t i = 0; i < given.count; ++i)
      made.push_back({"random-" + std::to_string(given.seed + i) + (sliding ? "-sliding" : ""),
                      random_copybook(given.seed + i, sliding)});
    for (std::uint64_t i = 0; i < given.count / 10; ++i)
      made.push_back({"pictures-" + std::to_string(given.seed + i), random_pictures(given.seed + i)});
    whole.play(made, sliding, given.seed);
  }
  fs::remove_all(directory);
  return whole.finish();
}
