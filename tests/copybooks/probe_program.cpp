#include <set>

#include "copybooks/probe.hpp"

namespace samspil::copybooks {
namespace {

/// Lines of fixed format, none longer than column 72.
class cobol_text {
 public:
  void area_a(std::string const& line) { text_ += "       " + line + "\n"; }
  /// Words in area B, as many on a line as there is room for.
  void statement(std::vector<std::string> const& words) {
    std::string line = std::string(11, ' ');
    for (std::string const& word : words) {
      if (line.size() + word.size() > 70 && line.size() > 11) {
        text_ += line + "\n";
        line = std::string(13, ' ');
      }
      line += word + " ";
    }
    text_ += line + "\n";
  }
  void raw(std::string const& text) { text_ += text; }
  std::string done() { return std::move(text_); }

 private:
  std::string text_;
};

/// The item's name with everything that tells it from others, word by word.
std::vector<std::string> reference(layout::record const& r, probe const& p) {
  std::size_t const at = static_cast<std::size_t>(p.what - r.items.data());
  std::vector<std::string> out{p.what->name};
  for (std::size_t group = at; group-- > 0;)
    if (group + r.items[group].below >= at && r.items[group].name != "FILLER") {
      out.push_back("OF");
      out.push_back(r.items[group].name);
    }
  for (std::size_t i = 0; i < p.subscripts.size(); ++i)
    out.push_back((i == 0 ? "(" : "") + std::to_string(p.subscripts[i]) + (i + 1 == p.subscripts.size() ? ")" : ""));
  return out;
}

std::vector<std::string> with(std::vector<std::string> words, std::vector<std::string> const& more,
                              std::vector<std::string> const& end) {
  words.insert(words.end(), more.begin(), more.end());
  words.insert(words.end(), end.begin(), end.end());
  return words;
}

void set_counters(cobol_text& out, record_probe const& asked) {
  std::set<std::size_t> done;
  for (std::size_t at = 0; at < asked.what->items.size(); ++at) {
    layout::item const& table = asked.what->items[at];
    if (table.depending.empty() || !done.insert(table.counter).second) continue;
    probe const counter{&asked.what->items[table.counter], {}, {}, {}};
    out.statement(with({"MOVE", std::to_string(asked.counts[at]), "TO"}, reference(*asked.what, counter), {"."}));
  }
}

void ask(cobol_text& out, record_probe const& asked, std::size_t number) {
  layout::record const& r = *asked.what;
  out.statement({"DISPLAY", "\"R " + std::to_string(number) + "\"."});
  out.statement({"SET", "XQ-P", "TO", "ADDRESS", "OF", r.name, "."});
  out.statement({"MOVE", "XQ-N", "TO", "XQ-B."});
  set_counters(out, asked);
  for (std::size_t i = 0; i < asked.probes.size(); ++i) {
    std::vector<std::string> const name = reference(r, asked.probes[i]);
    if (!asked.probes[i].value.empty()) out.statement(with({"MOVE", asked.probes[i].value, "TO"}, name, {"."}));
    out.statement(with({"SET", "XQ-P", "TO", "ADDRESS", "OF"}, name, {"."}));
    out.statement({"COMPUTE", "XQ-O", "=", "XQ-N", "-", "XQ-B."});
    out.statement(with({"DISPLAY", "\"" + std::to_string(i) + " \"", "XQ-O", "\" \"", "LENGTH", "OF"}, name, {"."}));
  }
  out.statement({"MOVE", "LENGTH", "OF", r.name, "TO", "XQ-L."});
  out.statement({"DISPLAY", "\"D \"", "XQ-L."});
  // Through the linkage section: DISPLAY of a number would edit it.
  out.statement({"SET", "ADDRESS", "OF", "XQ-BYTES", "TO", "ADDRESS", "OF", r.name, "."});
  out.statement({"DISPLAY", "XQ-BYTES", "(1", ":", "XQ-L)", "."});
}

bool is_free(std::string const& copybook) {
  for (std::size_t at = 0; at < copybook.size();) {
    if (copybook.compare(at, 6, "      ") != 0 && copybook[at] != '\n' && !(copybook[at] >= '0' && copybook[at] <= '9'))
      return true;
    if (copybook[at] >= '0' && copybook[at] <= '9' && copybook.compare(at + 2, 1, " ") == 0) return true;
    at = std::min(copybook.find('\n', at), copybook.size() - 1) + 1;
  }
  return false;
}

}  // namespace

std::string program_of(std::string const& name, std::string const& copybook, std::vector<record_probe> const& asked) {
  cobol_text out;
  out.area_a("IDENTIFICATION DIVISION.");
  out.area_a("PROGRAM-ID. " + name + ".");
  out.area_a("DATA DIVISION.");
  out.area_a("WORKING-STORAGE SECTION.");
  out.area_a("01 XQ-P USAGE POINTER.");
  out.area_a("01 XQ-N REDEFINES XQ-P PIC S9(18) COMP-5.");
  out.area_a("01 XQ-B PIC S9(18) COMP-5.");
  out.area_a("01 XQ-O PIC 9(8).");
  out.area_a("01 XQ-L PIC 9(8).");
  bool const free = is_free(copybook);
  if (free) out.raw("      >>SOURCE FORMAT IS FREE\n");
  out.raw(copybook + (copybook.ends_with('\n') ? "" : "\n"));
  if (free) out.raw(">>SOURCE FORMAT IS FIXED\n");
  out.area_a("LINKAGE SECTION.");
  out.area_a("01 XQ-BYTES PIC X(" + std::to_string(layout::max_length) + ").");
  out.area_a("PROCEDURE DIVISION.");
  out.statement({"DISPLAY", "\"" + std::string(begin_mark) + name + "\"."});
  for (std::size_t i = 0; i < asked.size(); ++i) ask(out, asked[i], i);
  out.statement({"GOBACK."});
  out.area_a("END PROGRAM " + name + ".");
  return out.done();
}

}  // namespace samspil::copybooks
