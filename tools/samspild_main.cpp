// `samspild`, the server.
#include <CLI/CLI.hpp>

#include "admin/context.hpp"
#include "base/standard_streams.hpp"
#include "server/run.hpp"

int main(int count, char** words) {
  samspil::occupy_standard_streams();
  CLI::App app("samspild: the register's server. Stays in the foreground.", "samspild");
  std::string file;
  app.add_option("--config", file, "the configuration, TOML")->required()->type_name("FILE");
  app.set_version_flag("--version", std::string("samspild ") + SAMSPIL_VERSION);
  try {
    app.parse(count, words);
  } catch (CLI::ParseError const& e) {
    return app.exit(e) == 0 ? samspil::admin::status::ok : samspil::admin::status::usage;
  }
  return samspil::server::run(file);
}
