#include "admin/remote_result.hpp"

#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "admin/frames.hpp"

namespace samspil::admin {

std::optional<std::string> remote_result::write(std::string_view bytes) {
  if (file_) return write_all(file_.get(), bytes);
  if (out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()))) return std::nullopt;
  return "the tool does not take its output any more";
}

std::optional<std::string> remote_result::place() {
  if (file_ && ::fsync(file_.get()) != 0) return std::string(std::strerror(errno));
  // The reader behind the tool's standard output may be slow; a tool that goes away ends the wait.
  timeval const for_ever{0, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &for_ever, sizeof for_ever);
  if (!out_.flush() || !send_frame(socket_, frame_kind::place, {})) return "the tool has gone";
  auto const answer = receive_frame(socket_);
  if (!answer || answer->kind != frame_kind::placed) return "the tool has gone";
  if (answer->payload.empty()) return std::nullopt;
  return answer->payload;
}

}  // namespace samspil::admin
