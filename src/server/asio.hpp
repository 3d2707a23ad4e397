// Internal. Asio as this layer uses it: compiled once (asio.cpp), and with the
// executor's type known, so that no wait goes through a type-erased one.
#pragma once

#define BOOST_ASIO_SEPARATE_COMPILATION 1
#define BOOST_ASIO_NO_DEPRECATED 1
#ifdef __SANITIZE_THREAD__
// The thread sanitizer does not know fences; the queues' mutexes order what it sees.
#define BOOST_ASIO_DISABLE_FENCED_BLOCK 1
#endif

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/posix/basic_stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <chrono>

namespace samspil::server {

namespace asio = boost::asio;
using error_code = boost::system::error_code;
using descriptor = asio::posix::basic_stream_descriptor<asio::io_context::executor_type>;
using timer = asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>,
                                         asio::io_context::executor_type>;
using acceptor = asio::basic_socket_acceptor<asio::ip::tcp, asio::io_context::executor_type>;

}  // namespace samspil::server
