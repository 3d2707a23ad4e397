#include "session/failure.hpp"

#include <string>

#include "base/log.hpp"
#include "store/error.hpp"

namespace samspil::session {

unsigned fejlnr_of(std::exception_ptr failure, std::string_view what) {
  try {
    std::rethrow_exception(failure);
  } catch (store::busy const&) {
    return 8;
  } catch (store::conflict const&) {
    return 8;
  } catch (std::exception const& e) {
    log::error(std::string(what) + " could not be served: " + e.what());
  }
  return 9;
}

}  // namespace samspil::session
