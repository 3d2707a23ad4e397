// A server on the demo register with a listener for every wire form, started
// once for all tests of the program.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "client/connection.hpp"
#include "listeners/wire_form.hpp"
#include "support/content_of.hpp"
#include "support/process.hpp"
#include "support/temporary.hpp"

namespace samspil::listeners_test {

class site {
 public:
  static constexpr char const* password = "Demo-226";  ///< of users BORG01 and OPSLAG01 of customer 1234

  /// The one of this program; it ends with it.
  static site& get();

  /// A connection to the listener at this place of all_forms().
  client::connection connect(std::size_t listener) const;
  std::string address(std::size_t listener) const { return "127.0.0.1:" + ports_.at(listener); }
  /// The place of a form.
  static std::size_t listener_of(std::string const& framing, std::string const& page);
  /// samspil-replay with the server's certificate and the password on standard input.
  test::finished replay(std::size_t listener, std::vector<std::string> const& arguments) const;
  std::string file(std::string const& name, std::string const& content) const;
  std::string path(std::string const& name) const { return (home_.path() / name).string(); }
  std::string log() const { return server_->log(); }
  std::size_t listeners() const { return ports_.size(); }

 private:
  site();
  void run(std::vector<std::string> arguments, std::string const& in = {}) const;

  test::temporary_directory home_{test::scratch_place()};
  std::unique_ptr<test::server_process> server_;
  std::vector<std::string> ports_;
};

using test::content_of;

}  // namespace samspil::listeners_test
