#include "copybooks/random_copybook.hpp"

#include <vector>

#include "copybooks/random.hpp"

namespace samspil::copybooks {
namespace {

constexpr unsigned depth_max = 4;

class writer {
 public:
  writer(std::uint64_t seed, bool nested) : random_(seed), nested_(nested) {}

  std::string made() {
    std::size_t const records = 1 + random_.below(3);
    for (std::size_t i = 0; i < records; ++i) record();
    return std::move(text_);
  }

 private:
  struct around {
    unsigned depth = 1;
    unsigned level = 1;
    bool in_table = false;
    bool varies = false;        ///< in or under a table of DEPENDING ON
    bool may_vary = true;       ///< not in something that is redefined
    std::string usage{};        ///< of the group
    bool sign = false;          ///< the group has a SIGN clause: no edited signs below it
  };

  void record() {
    counters_.clear();
    record_varies_ = record_redefines_ = false;
    if (random_.one_in(12)) return entry(77, name(), elementary({}));
    if (random_.one_in(10)) return entry(1, name(), elementary({}));
    std::string clauses;
    around in{1, 1, false, false, true, {}, false};
    if (random_.one_in(8)) clauses += group_clauses(in);
    entry(1, name(), clauses);
    children(in);
  }

  /// USAGE or SIGN of a group.
  std::string group_clauses(around& in) {
    if (random_.one_in(2)) {
      in.sign = true;
      return sign();
    }
    in.usage = pick({"DISPLAY", "COMP", "COMP-3", "BINARY", "COMP-5"});
    return " USAGE " + in.usage;
  }

  void children(around const& in) {
    unsigned const level = in.level + 1 + static_cast<unsigned>(random_.below(5));
    std::size_t const count = 1 + random_.below(6);
    for (std::size_t i = 0; i < count; ++i) child(in, level);
  }

  void child(around const& in, unsigned level) {
    if (in.depth == 1 && random_.one_in(6)) return counter(level, in);
    bool const display = in.usage.empty() || in.usage == "DISPLAY";
    if (display && in.may_vary && !record_varies_ && random_.one_in(9)) return redefined(level, in);
    std::string own = random_.one_in(9) ? (random_.one_in(2) ? "FILLER" : "") : name();
    around below = in;
    below.level = level;
    ++below.depth;
    bool const group = in.depth < depth_max && level < 40 && random_.one_in(3);
    std::string const times = table(below);
    if (!group) {
      std::string const clauses = elementary(below);
      return entry(level, own, random_.one_in(2) ? clauses + times : times + clauses);
    }
    std::string clauses = times;
    if (below.usage.empty() && !below.sign && random_.one_in(6)) clauses += group_clauses(below);
    entry(level, own, clauses);
    children(below);
  }

  /// An OCCURS clause, or none.
  std::string table(around& in) {
    bool const may_vary = in.may_vary && !record_redefines_ && !counters_.empty() && (nested_ || in.depth <= 2);
    if (may_vary && random_.one_in(4)) {
      in.in_table = in.varies = true;
      record_varies_ = true;
      std::size_t const least = random_.below(3);
      std::string out = " OCCURS " + std::to_string(least) + " TO " + std::to_string(least + 1 + random_.below(6));
      out += random_.one_in(2) ? " TIMES" : "";
      return out + " DEPENDING ON " + counters_[random_.below(counters_.size())] + indexed();
    }
    if (!random_.one_in(6)) return {};
    in.in_table = true;
    return " OCCURS " + std::to_string(2 + random_.below(4)) + (random_.one_in(2) ? " TIMES" : "") + indexed();
  }
  std::string indexed() { return random_.one_in(5) ? " INDEXED BY " + name() : ""; }

  void counter(unsigned level, around const& in) {
    std::string usage = in.usage.empty() ? pick({"", " COMP", " COMP-3", " BINARY", " COMP-5"}) : "";
    std::string const own = name();
    std::string const digit = in.sign ? "9" : pick({"S9", "9"});
    entry(level, own, " PIC " + digit + "(" + std::to_string(1 + random_.below(4)) + ")" + usage);
    if (!in.in_table) counters_.push_back(own);
  }

  /// An item of many bytes and one or two views of it, which are small.
  void redefined(unsigned level, around const& in) {
    record_redefines_ = true;
    std::string const first = name();
    entry(level, first, " PIC X(4000)");
    around const below{depth_max, level, in.in_table, in.varies, false, in.usage, in.sign};
    for (std::size_t views = 1 + random_.below(2); views > 0; --views) {
      entry(level, name(), " REDEFINES " + first);
      children(below);
    }
  }

  std::string elementary(around const& in) {
    std::string usage = in.usage;
    std::string clause;
    if (usage.empty() && random_.one_in(2)) {
      usage = pick({"DISPLAY", "COMP", "COMP-4", "BINARY", "COMP-5", "COMP-3", "PACKED-DECIMAL", "COMPUTATIONAL",
                    "COMPUTATIONAL-3"});
      clause = (random_.one_in(2) ? " USAGE " : " USAGE IS ") + usage;
      if (random_.one_in(2)) clause = " " + usage;
    }
    bool const packed = usage.find('3') != std::string::npos || usage[0] == 'P';
    if (!usage.empty() && usage != "DISPLAY") return " PIC " + number(packed ? 31 : 18) + clause;
    switch (random_.below(6)) {
      case 0: {
        std::string picture = edited();
        while (in.sign && picture.find_first_of("+-CD") != std::string::npos) picture = edited();
        bool const blank = picture.find('*') == std::string::npos && random_.one_in(5);
        return " PIC " + picture + clause + (blank ? " BLANK WHEN ZERO" : "");
      }
      case 1: {
        std::string const picture = number(31);
        if (picture[0] == 'S') return " PIC " + picture + clause + (random_.one_in(2) ? sign() : "");
        bool const blank = picture.find_first_of("VP") == std::string::npos && random_.one_in(6);
        return " PIC " + picture + clause + (blank ? " BLANK WHEN ZERO" : "");
      }
      case 2: return " PIC " + pick({"9(4)", "9(8)", "99", "9"}) + clause;
      case 3: {
        std::string const length = std::to_string(1 + random_.below(40));
        return " PIC X(" + length + ")" + clause + (random_.one_in(5) ? " JUST" : "");
      }
      case 4: return " PIC " + pick({"A(5)", "XX", "X", "XBX", "X(3)/X(2)", "A9X", "AA0A", "X(02)"}) + clause;
      default: return " PICTURE IS X(" + std::to_string(1 + random_.below(20)) + ")" + clause;
    }
  }

  std::string number(std::size_t most) {
    std::size_t const whole = random_.below(most) + 1;
    std::string out = random_.one_in(2) ? "S" : "";
    std::string const nines = "9(" + std::to_string(1 + whole / 2) + ")";
    std::string const zeros = "P(" + std::to_string(1 + whole / 3) + ")";
    if (random_.one_in(12)) return out + nines + zeros;
    if (random_.one_in(12)) return out + "V" + zeros + nines;
    std::size_t const behind = random_.one_in(2) ? random_.below(whole) : 0;
    out += "9(" + std::to_string(whole - behind) + ")";
    if (behind > 0) out += "V9(" + std::to_string(behind) + ")";
    return out;
  }

  std::string edited() {
    return pick({"ZZ9", "Z(5)9", "ZZZ,ZZ9.99", "$ZZ9.99", "$$$,$$9.99CR", "-(5)9", "+ZZ9", "9(3)-", "**9.99",
                 "9(4)/99/99", "99B99", "Z(3)9V99", "+++,++9.99", "ZZ9DB", "9(3).9(2)+", "Z,ZZ9", "0099", "B9(3)",
                 "--9", "$**,**9"});
  }

  std::string sign() {
    return pick({" SIGN IS LEADING SEPARATE CHARACTER", " SIGN TRAILING SEPARATE", " LEADING SEPARATE", " SIGN LEADING",
                 " SIGN IS TRAILING"});
  }

  std::string name() {
    static constexpr std::string_view parts[] = {"KUNDE", "BELOEB", "DATO", "NR", "VEJ", "BY", "POST", "SALDO"};
    return std::string(parts[random_.below(8)]) + "-" + std::to_string(++names_);
  }

  std::string pick(std::vector<std::string> const& from) { return from[random_.below(from.size())]; }

  /// An entry over as many lines as it needs.
  void entry(unsigned level, std::string const& own, std::string const& clauses) {
    std::string line = level == 1 || level == 77 ? "       " : "           ";
    std::string rest = (level < 10 && random_.below(4) != 0 ? "0" : "") + std::to_string(level) + " " + own + clauses;
    if (random_.one_in(15)) text_ += "      * a comment PIC X.\n";
    while (!rest.empty()) {
      std::size_t const end = std::min(rest.find(' '), rest.size());
      std::string const word = rest.substr(0, end);
      rest.erase(0, end + 1);
      // cobc takes a line that begins with a dollar for a directive.
      bool const dollar = rest.starts_with('$');
      bool const anywhere = line.size() > 12 && word[0] != '$' && random_.one_in(25);
      if (line.size() + word.size() > (dollar ? 50 : 68) || anywhere) {
        text_ += line + "\n";
        line = "               ";
      }
      line += (line.back() == ' ' ? "" : " ") + word;
    }
    text_ += line + ".\n";
  }

  random_source random_;
  bool nested_;
  std::string text_;
  std::vector<std::string> counters_;
  bool record_varies_ = false;     ///< not both: cobc 3.1 counts redefinitions in the length of what varies
  bool record_redefines_ = false;
  std::size_t names_ = 0;
};

}  // namespace

std::string random_copybook(std::uint64_t seed, bool nested) { return writer(seed, nested).made(); }

}  // namespace samspil::copybooks
