#include "copybooks/comparison.hpp"

#include <cstdio>
#include <fstream>

#include "copybooks/answers.hpp"

namespace samspil::copybooks {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t told_max = 8;  ///< differences of one copybook

struct output {
  bool good = false;
  std::string text;
};

output output_of(std::string const& command) {
  std::FILE* const pipe = ::popen((command + " 2>&1").c_str(), "r");
  output out;
  if (pipe == nullptr) return out;
  char part[65536];
  while (std::size_t const n = std::fread(part, 1, sizeof part, pipe)) out.text.append(part, n);
  out.good = ::pclose(pipe) == 0;
  return out;
}

/// One copybook that this project reads, and what its program is asked.
struct question {
  copybook const* book = nullptr;
  std::string program;
  std::vector<layout::record> records;
  std::vector<record_probe> asked;
};

/// Compiles the programs as one and runs it; what they write.
output run(std::vector<question const*> const& questions, fs::path const& directory, bool sliding) {
  std::ofstream source(directory / "probe.cob");
  source << "       IDENTIFICATION DIVISION.\n       PROGRAM-ID. PROBE.\n       PROCEDURE DIVISION.\n";
  for (question const* q : questions) source << "           CALL \"" << q->program << "\".\n";
  source << "           STOP RUN.\n       END PROGRAM PROBE.\n";
  for (question const* q : questions) source << program_of(q->program, q->book->text, q->asked);
  source.close();
  std::string const program = (directory / "probe").string();
  output const compiled = output_of("cobc -x -std=ibm " + std::string(sliding ? "-fodoslide " : "") + "-o " + program +
                                    " " + (directory / "probe.cob").string());
  return compiled.good ? output_of(program) : compiled;
}

std::string name_of(probe const& p) {
  std::string out = p.what->name;
  for (std::size_t i = 0; i < p.subscripts.size(); ++i)
    out += (i == 0 ? "(" : ",") + std::to_string(p.subscripts[i]) + (i + 1 == p.subscripts.size() ? ")" : "");
  return out;
}

/// The numbers in parentheses of "T(2).A(3)".
std::vector<std::size_t> subscripts_of(std::string const& name) {
  std::vector<std::size_t> out;
  for (std::size_t at = name.find('('); at != std::string::npos; at = name.find('(', at + 1))
    out.push_back(std::stoul(name.substr(at + 1)));
  return out;
}

class judge {
 public:
  judge(comparison& out, question const& q, bool sliding) : out_(out), q_(q), sliding_(sliding) {}

  void record(record_probe const& asked, record_answer const& said) {
    auto const items = layout::decode(*asked.what, said.bytes, {}, layout::views::included);
    if (!items) return differs(*asked.what, items.error().text() + ", GnuCOBOL: " + std::to_string(said.bytes.size()));
    for (std::size_t i = 0; i < asked.probes.size(); ++i) {
      probe const& p = asked.probes[i];
      layout::decoded_item const* found = nullptr;
      for (layout::decoded_item const& item : *items)
        if (item.at.what == p.what && subscripts_of(item.at.name) == p.subscripts) found = &item;
      if (found != nullptr)
        elementary(*asked.what, p, *found, said.places[i]);
      else if (!sliding_)
        group(*asked.what, p, said.places[i]);
    }
  }

 private:
  void differs(layout::record const& r, std::string what) {
    if (++told_ <= told_max) out_.differences.push_back({q_.book->name, r.name + ": " + std::move(what)});
  }

  void compare(layout::record const& r, probe const& p, place const& here, place const& said) {
    if (here.start == said.start && here.length == said.length) {
      ++out_.items;
      return;
    }
    differs(r, name_of(p) + " at " + std::to_string(here.start) + " of " + std::to_string(here.length) +
                   " bytes, GnuCOBOL: at " + std::to_string(said.start) + " of " + std::to_string(said.length));
  }

  void elementary(layout::record const& r, probe const& p, layout::decoded_item const& here, place const& said) {
    compare(r, p, {here.at.start, p.what->length}, said);
    if (p.value.empty()) return;
    std::string text = here.value.text;
    if (p.what->kind == layout::category::text) {
      text.erase(text.find_last_not_of(' ') + 1);
      if (p.what->justified) text.erase(0, text.find_first_not_of(' '));
    }
    if (here.value.fits && text == p.expected)
      ++out_.values;
    else
      differs(r, name_of(p) + " is " + text + ", moved was " + p.value);
  }

  /// Groups stand where their layout says: all tables are as long as they can be.
  void group(layout::record const& r, probe const& p, place const& said) {
    std::size_t start = p.what->start;
    std::size_t const at = static_cast<std::size_t>(p.what - r.items.data());
    std::size_t table = 0;
    for (std::size_t around = 0; around <= at; ++around) {
      layout::item const& i = r.items[around];
      if (around + i.below < at || (i.occurs == 1 && i.depending.empty())) continue;
      start += (p.subscripts[table++] - 1) * i.length;
    }
    compare(r, p, {start, p.what->length}, said);
  }

  comparison& out_;
  question const& q_;
  bool sliding_;
  std::size_t told_ = 0;
};

/// What a compiler complains of stands first, where a program broke off last.
std::string part_of(output const& said, std::string const& program) {
  bool const ran = said.text.find(begin_mark) != std::string::npos;
  std::size_t const at = ran ? said.text.find(program + "\n") : 0;
  if (at == std::string::npos) return "the program broke off before it";
  std::string const about = said.text.substr(at);
  constexpr std::size_t most = 600;
  return ran && about.size() > most ? about.substr(about.size() - most) : about.substr(0, most);
}

void judge_all(comparison& out, std::vector<question const*> const& questions, fs::path const& directory,
               bool sliding) {
  output const said = run(questions, directory, sliding);
  if (!said.good && questions.size() > 1) {
    // One of them spoils it for all: each half alone.
    auto const middle = questions.begin() + static_cast<std::ptrdiff_t>(questions.size() / 2);
    judge_all(out, {questions.begin(), middle}, directory, sliding);
    judge_all(out, {middle, questions.end()}, directory, sliding);
    return;
  }
  for (question const* q : questions) {
    if (said.text.find("internal compiler error") != std::string::npos) {
      ++out.skipped;
      continue;
    }
    ++out.copybooks;
    auto const answers = answers_of(said.text, q->program, q->asked);
    if (!said.good || !answers) {
      out.differences.push_back({q->book->name, "GnuCOBOL: " + part_of(said, q->program)});
      continue;
    }
    judge one(out, *q, sliding);
    for (std::size_t i = 0; i < answers->size(); ++i) one.record(q->asked[i], (*answers)[i]);
  }
}

}  // namespace

comparison compare(std::vector<copybook> const& books, fs::path const& directory, bool sliding, std::uint64_t seed) {
  comparison out;
  std::vector<question> questions;
  questions.reserve(books.size());
  for (copybook const& book : books) {
    auto records = layout::read_copybook(book.text, book.name);
    if (!records) {
      out.differences.push_back({book.name, records.error().text()});
      continue;
    }
    std::string const program = "C" + std::to_string(questions.size());
    question& q = questions.emplace_back(question{&book, program, *std::move(records), {}});
    q.asked = probes_of(q.records, sliding, seed + questions.size());
  }
  std::vector<question const*> pointers;
  for (question const& q : questions) pointers.push_back(&q);
  if (!pointers.empty()) judge_all(out, pointers, directory, sliding);
  return out;
}

}  // namespace samspil::copybooks
