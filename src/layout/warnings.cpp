#include "layout/warnings.hpp"

#include <set>

#include "layout/literal.hpp"

namespace samspil::layout {
namespace {

class observer {
 public:
  explicit observer(source const& from) : from_(from) {}

  void look(node const& n, bool behind_varying) {
    own(n);
    std::set<std::string> names;
    for (node const& child : n.children) {
      if (child.name != "FILLER" && !names.insert(child.name).second)
        add(child.at, child.name + " stands twice in " + n.name);
      if (behind_varying && !told_ && child.redefines.empty()) {
        told_ = true;
        add(child.at, child.name + " follows a table of DEPENDING ON: it begins where the table ends, as IBM's "
                                   "compilers have it and GnuCOBOL with -fodoslide");
      }
      look(child, behind_varying);
      behind_varying = behind_varying || varies(child);
    }
  }

  std::vector<copybook_error> done() { return std::move(out_); }

 private:
  static bool varies(node const& n) {
    if (n.times && !n.times->depending.empty()) return true;
    for (node const& child : n.children)
      if (varies(child)) return true;
    return false;
  }

  void own(node const& n) {
    if (n.stored == storage::native && n.length == 1)
      add(n.at, n.name + ": " + n.usage + " of one or two digits is 1 byte as GnuCOBOL has it, 2 with IBM's compilers");
    if (n.from->values.empty() || n.initial) return;
    std::string_view const literal = n.from->values.front().front().from;
    add(from_.place(literal.data()), n.name + ": VALUE: " + value_in(n, literal).reason);
  }

  void add(spot at, std::string reason) { out_.push_back({"", at, std::move(reason)}); }

  source const& from_;
  std::vector<copybook_error> out_;
  bool told_ = false;
};

}  // namespace

std::vector<copybook_error> warnings_of(node const& record, source const& from) {
  observer seen(from);
  seen.look(record, false);
  return seen.done();
}

}  // namespace samspil::layout
