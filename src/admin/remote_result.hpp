// The server's end of a result that the tool places: written to the file whose
// descriptor the tool sent, or as bytes of standard output.
#pragma once

#include <ostream>

#include "admin/descriptor.hpp"
#include "admin/result_file.hpp"

namespace samspil::admin {

class remote_result final : public result_file {
 public:
  /// `file` may be none: then the bytes go to `out`. `replaces` as the tool said.
  remote_result(int socket, descriptor const& file, bool replaces, std::ostream& out)
      : socket_(socket), file_(file), replaces_(replaces), out_(out) {}
  std::optional<std::string> write(std::string_view bytes) override;
  /// Makes it durable, asks the tool to place it and waits for its answer.
  std::optional<std::string> place() override;
  bool replaces() const override { return replaces_; }

 private:
  int const socket_;
  descriptor const& file_;
  bool const replaces_;
  std::ostream& out_;
};

}  // namespace samspil::admin
