// Which change extracts are going on in the process that owns the database. Two of one customer would share a plan, and
// the one that ends first takes away what the other still reads.
#pragma once

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "admin/progress.hpp"

namespace samspil::admin {

class extract_claims {
 public:
  /// A customer's change extract is its holder's until it goes.
  class claim {
   public:
    claim(extract_claims& of, std::string kundenr) : of_(of), kundenr_(std::move(kundenr)) {}
    ~claim();
    claim(claim const&) = delete;
    claim& operator=(claim const&) = delete;

   private:
    extract_claims& of_;
    std::string const kundenr_;
  };

  /// The claim of the run whose progress is `by`, which outlives it; null while another run has it. One that is
  /// cancelled ends soon and is waited for, so that who killed a tool can give its command again at once.
  std::unique_ptr<claim> take(std::string_view kundenr, progress const& by);

 private:
  std::mutex mutex_;
  std::condition_variable released_;
  std::map<std::string, progress const*, std::less<>> held_;
};

}  // namespace samspil::admin
