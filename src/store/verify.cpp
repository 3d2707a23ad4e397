#include "store/verify.hpp"

#include <initializer_list>

#include "store/verification.hpp"

namespace samspil::store {

/// The way in to what a database object holds.
class verifier {
 public:
  static std::vector<finding> run(database& db, verify_options const& how,
                                  std::initializer_list<void (*)(verification&)> parts) {
    auto& s = *db.state_;
    verification v(s.env, *s.writer, s.writer->time().now(), how);
    try {
      for (auto* const part : parts) part(v);
    } catch (verification::cancelled const&) {  // by the caller, or there are findings enough
    }
    return v.confirm();
  }
};

std::vector<finding> verify(database& db, verify_options const& how) {
  return verifier::run(
      db, how,
      {verify_pages, verify_rows, verify_indexes, verify_persons, verify_subscriptions, verify_events, verify_numbers,
       verify_receipts, verify_chain});
}

std::vector<finding> verify_audit(database& db, verify_options const& how) {
  return verifier::run(db, how, {[](verification& v) { verify_pages_of(v, table::audit); }, verify_chain});
}

}  // namespace samspil::store
