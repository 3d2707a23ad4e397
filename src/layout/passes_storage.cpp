#include "layout/item_of_entry.hpp"
#include "layout/passes.hpp"

namespace samspil::layout {
namespace {

/// What the groups around an item say.
struct inherited {
  std::string usage;  ///< empty when none says it
  std::optional<sign_place> sign;
};

sign_place place_of(sign_clause const& clause) {
  bool const leading = upper(clause.side) == "LEADING";
  if (clause.separate) return leading ? sign_place::before : sign_place::behind;
  return leading ? sign_place::first_digit : sign_place::last_digit;
}

/// Clauses of a group that hold for elementary items only.
pass_result group_fault(entry const& e, source const& from) {
  if (!e.justified.empty()) return error_at(from, e.justified.front(), "JUSTIFIED belongs to an item with a picture");
  if (!e.blank_zeros.empty())
    return error_at(from, e.blank_zeros.front(), "BLANK WHEN ZERO belongs to an item with a picture");
  return std::nullopt;
}

/// Clauses that do not go together with the picture, or with one another.
pass_result item_fault(node const& n, source const& from) {
  entry const& e = *n.from;
  picture const& pic = *n.pic;
  bool const display = n.stored == storage::display;
  if (!display && pic.kind != category::digits)
    return error_at(from, e.pictures.front(), "USAGE " + n.usage + " needs a picture of digits");
  if ((n.stored == storage::binary || n.stored == storage::native) && pic.digits > max_binary_digits)
    return error_at(from, e.pictures.front(),
                "USAGE " + n.usage + " of more than " + std::to_string(max_binary_digits) + " digits");
  if (!e.signs.empty() && !pic.is_signed) return error_at(from, e.signs.front().side, "SIGN needs a picture with S");
  if (!e.signs.empty() && !display) return error_at(from, e.signs.front().side, "SIGN belongs to USAGE DISPLAY");
  if (!e.justified.empty() && pic.kind != category::text)
    return error_at(from, e.justified.front(), "JUSTIFIED belongs to a picture of A and X");
  if (e.blank_zeros.empty()) return std::nullopt;
  if (!display || !pic.numeric || pic.is_signed || pic.asterisk)
    return error_at(from, e.blank_zeros.front(), "BLANK WHEN ZERO belongs to a DISPLAY number without S and *");
  // GnuCOBOL gives the point a byte then, IBM's compilers do not.
  if (pic.kind == category::digits && (pic.decimals != 0 || pic.tens != 0))
    return error_at(from, e.blank_zeros.front(), "BLANK WHEN ZERO with V or P is not supported");
  return std::nullopt;
}

std::size_t width_of(node const& n) {
  switch (n.stored) {
    case storage::display: break;
    case storage::packed: return packed_width(n.pic->digits);
    default: return binary_width(n.pic->digits, n.stored);
  }
  bool const separate = n.pic->is_signed && (n.sign == sign_place::before || n.sign == sign_place::behind);
  return n.pic->width + (separate ? 1 : 0);
}

pass_result settle(node& n, inherited above, source const& from) {
  entry const& e = *n.from;
  if (!e.usages.empty()) {
    std::string const own = usage_text(e.usages.front());
    if (!above.usage.empty() && storage_of(own) != storage_of(above.usage))
      return error_at(from, e.usages.front(), "USAGE " + own + " inside a group of USAGE " + above.usage);
    above.usage = own;
  }
  if (!e.signs.empty()) above.sign = place_of(e.signs.front());
  if (!n.pic) {
    if (auto f = group_fault(e, from)) return f;
    for (node& child : n.children)
      if (auto f = settle(child, above, from)) return f;
    return std::nullopt;
  }
  n.usage = above.usage.empty() ? "DISPLAY" : above.usage;
  n.stored = *storage_of(n.usage);
  if (n.pic->is_signed && n.stored == storage::display) n.sign = above.sign.value_or(sign_place::last_digit);
  bool const separate = above.sign == sign_place::before || above.sign == sign_place::behind;
  // GnuCOBOL gives such an item one byte more, IBM's compilers do not.
  if (n.pic->kind == category::edited && separate && n.pic->text.find_first_of("+-CD") != std::string::npos)
    return error_at(from, e.pictures.front(), "an edited sign in a group of SIGN SEPARATE is not supported");
  n.length = width_of(n);
  return item_fault(n, from);
}

}  // namespace

pass_result set_storage(node& record, source const& from) { return settle(record, {}, from); }

}  // namespace samspil::layout
