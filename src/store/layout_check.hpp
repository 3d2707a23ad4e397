// Internal. The stored-layout version of a database.
#pragma once

#include <cstdint>

struct __db_env;

namespace samspil::store {

/// Throws wrong_layout when the environment's tables are of another version
/// than this program's, wrong_home when they have none.
void check_layout(__db_env* env);

}  // namespace samspil::store
