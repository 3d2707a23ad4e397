// An output stream whose bytes leave as frames.
#pragma once

#include <array>
#include <ostream>
#include <streambuf>

#include "admin/frames.hpp"

namespace samspil::admin {

class frame_buffer final : public std::streambuf {
 public:
  frame_buffer(int socket, frame_kind kind) : socket_(socket), kind_(kind) { empty(); }

 protected:
  int_type overflow(int_type c) override {
    if (!leave()) return traits_type::eof();
    if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
    return traits_type::not_eof(c);
  }
  int sync() override { return leave() ? 0 : -1; }

 private:
  void empty() { setp(room_.data(), room_.data() + room_.size()); }
  bool leave() {
    if (pptr() == pbase()) return true;
    bool const sent = send_frame(socket_, kind_, {pbase(), static_cast<std::size_t>(pptr() - pbase())});
    empty();
    return sent;
  }

  int socket_;
  frame_kind kind_;
  std::array<char, 16384> room_;
};

}  // namespace samspil::admin
