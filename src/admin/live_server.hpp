// What a running server lends to a command besides its database. Without a
// server all of it is null, and commands say what they know without it.
#pragma once

namespace samspil::session {
class service;
}
namespace samspil::transaction {
struct effectuation_totals;
}

namespace samspil::admin {

class extract_claims;

struct live_server {
  session::service const* sessions = nullptr;
  transaction::effectuation_totals* effectuations = nullptr;
  extract_claims* extracts = nullptr;  ///< the socket's own
};

}  // namespace samspil::admin
