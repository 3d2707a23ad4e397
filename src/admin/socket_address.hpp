// Where HOME/admin.sock is, for bind and connect, however long HOME's name is.
#pragma once

#include <sys/socket.h>
#include <sys/un.h>

#include <filesystem>

#include "admin/descriptor.hpp"

namespace samspil::admin {

/// An address names 107 bytes at most: a longer path goes by the directory's
/// descriptor, which must stay open until bind or connect is done.
struct socket_address {
  sockaddr_un bytes{};
  descriptor directory;

  sockaddr const* get() const { return reinterpret_cast<sockaddr const*>(&bytes); }
  static constexpr socklen_t size = sizeof(sockaddr_un);
};

/// std::system_error when HOME cannot be opened.
socket_address address_in(std::filesystem::path const& home);

}  // namespace samspil::admin
