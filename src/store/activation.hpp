// Internal. The one transaction in which a load takes effect.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "store/committer.hpp"
#include "store/write_scope.hpp"

namespace samspil::store {

struct activation {
  environment& env;
  committer& writer;

  /// Appends `entry`, puts `value(mark)` under a name in the table meta, and
  /// after the commit publishes the current generations as changed by
  /// `change(next, mark)`. `also` writes what else belongs to it. On disk when it returns. Not on the writer's thread.
  /// `before` becomes the state that scopes held until then.
  audit_mark run(audit_entry const& entry, std::string_view meta_name,
                 std::function<std::string(audit_mark const&)> const& value,
                 std::function<void(generations&, audit_mark const&)> const& change,
                 std::function<void(write_scope&)> const& also = {});
  std::weak_ptr<generations const> before{};
};

}  // namespace samspil::store
