#include "server/buffers.hpp"

#include <algorithm>

#include "base/crypto.hpp"

namespace samspil::server {
namespace {

/// What a string may keep for the next message while the connection is quiet.
constexpr std::size_t keep_max = 512;

}  // namespace

void let_go(std::string& buffer) {
  if (buffer.capacity() > keep_max) {
    std::string().swap(buffer);
  } else {
    buffer.clear();
  }
}

void append_to(std::string& to, std::span<char const> bytes) {
  std::size_t const wanted = to.size() + bytes.size();
  if (wanted > to.capacity()) {
    std::string roomier;
    roomier.reserve(std::max(wanted, 2 * to.capacity()));
    roomier = to;
    to.swap(roomier);
    crypto::wipe(roomier.data(), roomier.size());
  }
  to.append(bytes.data(), bytes.size());
}

void drop_front(std::string& of, std::size_t count) {
  std::size_t const left = of.size() - count;
  of.erase(0, count);
  of.resize(left + count);  // zeros where the rest stood
  of.resize(left);
}

}  // namespace samspil::server
