#include "listeners/site.hpp"

#include <fstream>
#include <stdexcept>

namespace samspil::listeners_test {
namespace {

std::string const tools = SAMSPIL_BINARY "/tools/";
std::string const demo = SAMSPIL_SOURCE "/records/demo/";

std::string configuration() {
  std::string out;
  for (std::size_t i = 0; i < all_forms().size(); ++i) {
    wire_form const& form = all_forms()[i];
    // The table of the first listener is the support's.
    if (i != 0) out += "[[listener]]\nport = 0\ncertificate = \"server.crt\"\nkey = \"server.key\"\n";
    out += "framing = \"" + form.framing + "\"\ncode_page = \"" + form.page + "\"\n";
  }
  return out + "[business]\ndate = \"2026-11-25\"\neffectuate_at = \"\"\n[limits]\nrecord = \"2s\"\nlogon = \"60s\"\n" +
         "connections = 1000\n[metrics]\nport = 0\n";
}

}  // namespace

site& site::get() {
  static site here;
  return here;
}

site::site() {
  run({"init"});
  for (char const* what : {"authorities", "roads", "persons"}) run({"load", what, demo + what + ".txt"});
  run({"customer", "add", "--kundenr", "1234", "--name", "Demo", "--transactions", "SAMS,PRIV,OFF4"});
  std::string const in = std::string(password) + "\n";
  run({"user", "add", "--kundenr", "1234", "--user", "BORG01", "--group", "BORGER", "--password-stdin"}, in);
  run({"user", "add", "--kundenr", "1234", "--user", "OPSLAG01", "--group", "OPSLAG", "--password-stdin"}, in);
  server_ = std::make_unique<test::server_process>(tools + "samspild", home_.path(), configuration());
  ports_ = server_->ports();
}

void site::run(std::vector<std::string> arguments, std::string const& in) const {
  arguments.insert(arguments.begin(), {tools + "samspil", "--home", home_.path().string()});
  test::finished const got = test::run_program(arguments, in);
  if (got.status != 0) throw std::runtime_error("the register cannot be made: " + got.err);
}

client::connection site::connect(std::size_t listener) const {
  client::endpoint to;
  to.port = ports_.at(listener);
  to.ca_file = path("server.crt");
  return client::connection(to);
}

std::size_t site::listener_of(std::string const& framing, std::string const& page) {
  for (std::size_t i = 0; i < all_forms().size(); ++i)
    if (all_forms()[i].framing == framing && all_forms()[i].page == page) return i;
  throw std::runtime_error("no listener has " + framing + " " + page);
}

test::finished site::replay(std::size_t listener, std::vector<std::string> const& arguments) const {
  wire_form const& form = all_forms().at(listener);
  std::vector<std::string> command{tools + "samspil-replay", "--connect", address(listener), "--ca",
                                   path("server.crt"),       "--framing", form.framing,      "--code-page",
                                   form.page,                "--password-stdin"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return test::run_program(command, std::string(password) + "\n");
}

std::string site::file(std::string const& name, std::string const& content) const {
  std::ofstream(path(name), std::ios::binary) << content;
  return path(name);
}

}  // namespace samspil::listeners_test
