#include "store/activation.hpp"

#include "store/wait.hpp"

namespace samspil::store {

audit_mark activation::run(audit_entry const& entry, std::string_view meta_name,
                           std::function<std::string(audit_mark const&)> const& value,
                           std::function<void(generations&, audit_mark const&)> const& change,
                           std::function<void(write_scope&)> const& also) {
  audit_mark mark;
  submit_and_wait(writer, [&](write_scope& scope) {
    mark = scope.append_audit(entry);
    scope.put_meta(meta_name, value(mark));
    if (also) also(scope);
    scope.committed_ = [&] {
      auto const now = env.current();
      before = now;
      env.publish(now->changed([&](generations& next) { change(next, mark); }));
    };
  });
  return mark;
}

}  // namespace samspil::store
