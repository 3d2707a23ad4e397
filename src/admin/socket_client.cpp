#include "admin/socket_client.hpp"

#include <sys/socket.h>

#include <cerrno>
#include <system_error>

#include "admin/context.hpp"
#include "admin/frames.hpp"
#include "admin/socket_address.hpp"
#include "codec/field.hpp"

namespace samspil::admin {
namespace {

bool send_request(int socket, remote_command const& what) {
  for (std::string const& word : what.words)
    if (!send_frame(socket, frame_kind::argument, word)) return false;
  if (!send_frame(socket, frame_kind::columns, std::to_string(what.columns % 10'000))) return false;
  if (!what.input_line.empty() && !send_frame(socket, frame_kind::input_line, what.input_line)) return false;
  for (auto const& [name, fd] : what.files)
    if (!send_frame(socket, frame_kind::file, name, fd)) return false;
  if (what.result != nullptr && what.result->descriptor_number() >= 0 &&
      !send_frame(socket, frame_kind::result, what.result->replaces() ? "replaces" : "",
                  what.result->descriptor_number()))
    return false;
  return send_frame(socket, frame_kind::go, {});
}

/// Places the result and says so, or why not.
void place_result(int socket, remote_command const& what) {
  auto const wrong = what.result != nullptr ? what.result->place() : std::string("there is nowhere to place it");
  send_frame(socket, frame_kind::placed, wrong.value_or(""));
}

}  // namespace

std::optional<descriptor> connect_to_server(std::filesystem::path const& home) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(home, ignored)) return std::nullopt;
  socket_address const address = address_in(home);
  descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (!socket) throw std::system_error(errno, std::generic_category(), "socket");
  if (::connect(socket.get(), address.get(), socket_address::size) == 0) return socket;
  // No socket, or one that a dead server left behind.
  if (errno == ENOENT || errno == ECONNREFUSED) return std::nullopt;
  throw std::system_error(errno, std::generic_category(), (home / "admin.sock").string());
}

int run_remote(descriptor const& socket, remote_command const& what, std::ostream& out, std::ostream& err) {
  // A server that refuses answers without reading; its answer is there all the same.
  send_request(socket.get(), what);
  std::stop_callback const cancel(what.cancelled, [&] { ::shutdown(socket.get(), SHUT_WR); });
  while (auto got = receive_frame(socket.get())) {
    if (got->kind == frame_kind::out) {
      out << got->payload << std::flush;
    } else if (got->kind == frame_kind::err) {
      err << got->payload << std::flush;
    } else if (got->kind == frame_kind::place) {
      place_result(socket.get(), what);
    } else if (got->kind == frame_kind::exit_status && got->payload.size() <= 3 && codec::is_digits(got->payload)) {
      return static_cast<int>(codec::number(got->payload));
    } else {
      break;
    }
  }
  err << "samspil: the server ended before the command did; what it did is not known\n";
  return status::fault;
}

}  // namespace samspil::admin
