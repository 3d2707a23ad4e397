// What a verification found, for people and programs.
#pragma once

#include <vector>

#include "admin/context.hpp"
#include "store/verify.hpp"

namespace samspil::admin {

/// Writes the findings (JSON: {"findings":[{"table","key","text"}]}, empty when
/// all is well): status::ok without any, else status::refused; a cancelled
/// verification is refused too, for it has not looked at everything.
int report_findings(context const& with, std::vector<store::finding> const& findings);

}  // namespace samspil::admin
