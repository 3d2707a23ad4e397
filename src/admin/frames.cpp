#include "admin/frames.hpp"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <stdexcept>

namespace samspil::admin {
namespace {

constexpr std::size_t head_bytes = 5;

/// Room for one descriptor beside the bytes, aligned as the kernel wants it.
union control_room {
  cmsghdr align;
  std::array<char, CMSG_SPACE(sizeof(int))> bytes;
};

bool is_kind(char c) { return std::string_view("AITFWGDOEPX").find(c) != std::string_view::npos; }

/// Takes `size` bytes; a descriptor that comes with them goes to `passed`.
bool receive_all(int socket, char* to, std::size_t size, descriptor& passed) {
  std::size_t have = 0;
  while (have < size) {
    control_room room{};
    iovec part{to + have, size - have};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = room.bytes.data();
    message.msg_controllen = room.bytes.size();
    ssize_t const got = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    for (cmsghdr* c = CMSG_FIRSTHDR(&message); c != nullptr; c = CMSG_NXTHDR(&message, c)) {
      if (c->cmsg_level != SOL_SOCKET || c->cmsg_type != SCM_RIGHTS) continue;
      int fd = -1;
      std::memcpy(&fd, CMSG_DATA(c), sizeof fd);
      passed = descriptor(fd);
    }
    have += static_cast<std::size_t>(got);
  }
  return true;
}

}  // namespace

bool send_frame(int socket, frame_kind kind, std::string_view payload, int pass) {
  if (payload.size() > frame_bytes_max) throw std::length_error("frame too long");
  std::string bytes(1, static_cast<char>(kind));
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(payload.size() >> shift & 0xff);
  bytes += payload;
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    control_room room{};
    iovec part{bytes.data() + sent, bytes.size() - sent};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (pass >= 0 && sent == 0) {
      message.msg_control = room.bytes.data();
      message.msg_controllen = room.bytes.size();
      cmsghdr* const c = CMSG_FIRSTHDR(&message);
      c->cmsg_level = SOL_SOCKET;
      c->cmsg_type = SCM_RIGHTS;
      c->cmsg_len = CMSG_LEN(sizeof pass);
      std::memcpy(CMSG_DATA(c), &pass, sizeof pass);
    }
    ssize_t const n = ::sendmsg(socket, &message, MSG_NOSIGNAL);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    sent += static_cast<std::size_t>(n);
  }
  return true;
}

std::optional<frame> receive_frame(int socket) {
  std::array<char, head_bytes> head{};
  descriptor passed;
  if (!receive_all(socket, head.data(), head.size(), passed)) return std::nullopt;
  if (!is_kind(head[0])) return std::nullopt;
  std::size_t size = 0;
  for (std::size_t i = 1; i < head_bytes; ++i) size = size << 8 | static_cast<unsigned char>(head[i]);
  if (size > frame_bytes_max) return std::nullopt;
  frame got{static_cast<frame_kind>(head[0]), std::string(size, '\0'), {}};
  if (!receive_all(socket, got.payload.data(), size, passed)) return std::nullopt;
  got.passed = std::move(passed);
  return got;
}

}  // namespace samspil::admin
