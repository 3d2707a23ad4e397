#include "client/replay_options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

#include "codec/field.hpp"

namespace samspil::client::replay {
namespace {

constexpr int usage = 12;

/// `--repeat` may stand without a number: until interrupted.
void give_repeat_a_number(std::vector<std::string>& arguments) {
  for (auto each = arguments.begin(); each != arguments.end() && *each != "--"; ++each)
    if (*each == "--repeat" && (each + 1 == arguments.end() || !codec::is_digits(*(each + 1)))) *each = "--repeat=0";
}

struct texts {
  std::string connect;
  std::string kundenr;
  std::string user;
  std::string code_page = "ISO-8859-1";
  std::string framing = "header";
  std::string file_framing;
  std::string repeat = "1";
};

void describe(CLI::App& app, command_options& to, texts& say) {
  app.add_option("--connect", say.connect, "server")->type_name("HOST:PORT");
  app.add_option("--ca", to.tls.ca_file, "certificates (PEM) that the server's is checked with")
      ->type_name("FILE")
      ->required();
  app.add_option("--certificate", to.tls.certificate_file, "client certificate (PEM)")->type_name("FILE");
  app.add_option("--key", to.tls.key_file, "its key (PEM)")->type_name("FILE");
  app.add_option("--kundenr", say.kundenr, "customer of the tool's own logon")->type_name("N");
  app.add_option("--user", say.user, "user of the tool's own logon")->type_name("ID");
  app.add_flag("--password-stdin", to.password_stdin,
               "passwords from standard input, one a line for each user in turn");
  app.add_option("--parallel", to.run.parallel, "connections")->type_name("N")->check(CLI::Range(1, 10000));
  app.add_option("--rate", to.run.rate, "messages a second, over all connections")
      ->type_name("R")
      ->check(CLI::PositiveNumber);
  app.add_option("--repeat", say.repeat, "play the files N times; without N until interrupted")->type_name("[N]");
  app.add_flag("--continue", to.run.keep_going, "go on after a difference");
  app.add_flag("--explain", to.run.explain, "print both sides of a difference field by field");
  app.add_option("--record", to.record, "write what happened as a replay file")->type_name("FILE");
  app.add_flag("--clear", to.run.clear, "do not mask personnummer in what is printed and recorded");
  app.add_option("--checkpoint", to.run.checkpoint, "go on where FILE says, and keep it up to date")->type_name("FILE");
  app.add_flag("--receipts", to.receipts, "write FILE.receipts beside each file: a line for each event saved");
  app.add_flag("--raw", to.raw, "files are solid files of requests; the answers are written as one");
  app.add_option("--lrecl", to.record_length, "with --raw: length of each record")
      ->type_name("N")
      ->check(CLI::Range(1, 32760));
  app.add_option("--out", to.out, "with --raw: where the answers go, instead of standard output")->type_name("FILE");
  app.add_option("--code-page", say.code_page,
                 "of the listener: ISO-8859-1, IBM277 or IBM1142; with --raw of the files too")
      ->type_name("PAGE");
  app.add_option("--framing", say.framing,
                 "of the listener: header, len2, len4, ascii4, llzz or rdw, all but header also with +self")
      ->type_name("KIND");
  app.add_option("--file-framing", say.file_framing, "with --raw: of the files, where it is not the listener's")
      ->type_name("KIND");
  app.add_flag("--json", to.run.json, "report as JSON, one object a line");
  app.add_option("FILE", to.files, "replay files")->required();
  app.set_version_flag("--version", "samspil-replay " SAMSPIL_VERSION);
}

/// What is wrong with options that CLI11 takes, empty when nothing is.
std::string complete(command_options& to, texts const& say) {
  if (!say.connect.empty()) {
    auto const place = parse_connect(say.connect);
    if (!place) return "--connect: expected HOST:PORT";
    to.start = *place;
  } else if (to.raw) {
    return "--raw needs --connect";
  }
  if (say.kundenr.empty() != say.user.empty()) return "--kundenr and --user go together";
  if (!say.user.empty() && !set_user(to.start, say.kundenr, say.user))
    return "--kundenr: expected up to 4 digits, --user: up to 8 characters";
  if (!say.user.empty() && !to.password_stdin) return "--user needs --password-stdin";
  auto const page = find_code_page(say.code_page);
  if (!page) return "--code-page: expected ISO-8859-1, IBM277 or IBM1142";
  to.start.page = *page;
  auto const frame = find_framing(say.framing);
  if (!frame) return "--framing: expected one of " + framing_names();
  to.start.frame = *frame;
  if (!to.raw && !say.file_framing.empty()) return "--file-framing goes with --raw";
  auto const file_frame = find_framing(say.file_framing.empty() ? say.framing : say.file_framing);
  if (!file_frame) return "--file-framing: expected one of " + framing_names();
  if (to.record_length == 0) to.file_frame = *file_frame;
  if (to.record_length != 0 && !say.file_framing.empty()) return "--lrecl or --file-framing, not both";
  if (!codec::is_digits(say.repeat) || say.repeat.size() > 9) return "--repeat: expected a number";
  to.run.repeat = codec::number(say.repeat);
  if (!to.raw && (to.record_length != 0 || !to.out.empty())) return "--lrecl and --out go with --raw";
  if (auto sorted = to.files; to.receipts) {
    std::ranges::sort(sorted);
    bool const twice = std::ranges::adjacent_find(sorted) != sorted.end();
    if (twice) return "--receipts: every file once; --repeat plays it again";
  }
  if (to.raw && !to.run.checkpoint.empty() && to.out.empty()) return "--checkpoint with --raw needs --out";
  if (to.tls.certificate_file.empty() != to.tls.key_file.empty()) return "--certificate and --key go together";
  return {};
}

}  // namespace

parsed_options parse_options(std::vector<std::string> arguments, std::ostream& out, std::ostream& problems) {
  parsed_options result;
  texts say;
  CLI::App app("Sends replay files to a SAMS listener and compares the answers.", "samspil-replay");
  describe(app, result.options, say);
  give_repeat_a_number(arguments);
  std::ranges::reverse(arguments);
  try {
    app.parse(std::move(arguments));
  } catch (CLI::ParseError const& error) {
    int const status = app.exit(error, out, problems);
    result.end = status == 0 ? 0 : usage;
    return result;
  }
  if (std::string const wrong = complete(result.options, say); !wrong.empty()) {
    problems << "samspil-replay: " << wrong << "\n";
    result.end = usage;
  }
  return result;
}

}  // namespace samspil::client::replay
