#include "admin/extract_claims.hpp"

namespace samspil::admin {

extract_claims::claim::~claim() {
  {
    std::lock_guard const lock(of_.mutex_);
    of_.held_.erase(kundenr_);
  }
  of_.released_.notify_all();
}

std::unique_ptr<extract_claims::claim> extract_claims::take(std::string_view kundenr, progress const& by) {
  std::unique_lock lock(mutex_);
  for (auto held = held_.find(kundenr); held != held_.end(); held = held_.find(kundenr)) {
    if (!held->second->cancelled()) return nullptr;
    released_.wait(lock);
  }
  auto out = std::make_unique<claim>(*this, std::string(kundenr));
  held_.emplace(kundenr, &by);
  return out;
}

}  // namespace samspil::admin
