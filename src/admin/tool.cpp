#include "admin/tool.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>
#include <variant>

#include "admin/context.hpp"
#include "admin/load.hpp"
#include "admin/run.hpp"
#include "admin/socket_client.hpp"
#include "base/crypto.hpp"
#include "base/secrets.hpp"

namespace samspil::admin {
namespace {

int complain(tool_surroundings const& with, int exit_status, std::string_view text) {
  with.err << "samspil: " << text << '\n';
  return exit_status;
}

/// A secret that is overwritten when it goes.
struct secret {
  std::string text;
  ~secret() { crypto::wipe(text); }
};

/// The first line of standard input without its end, 4096 bytes at most.
void read_line(std::istream& in, secret& to) {
  constexpr std::size_t most = 4096;
  to.text.reserve(most);
  for (int c = in.get(); c != std::istream::traits_type::eof() && c != '\n' && to.text.size() < most; c = in.get())
    to.text += static_cast<char>(c);
  if (to.text.ends_with('\r')) to.text.pop_back();
}

struct command_input {
  secret line;
  std::unique_ptr<result_file> result;  // of a command that has one
  std::map<std::string, descriptor, std::less<>> opened;

  std::map<std::string, int, std::less<>> files() const {
    std::map<std::string, int, std::less<>> out;
    for (auto const& [name, file] : opened) out.emplace(name, file.get());
    return out;
  }
};

/// What a pipe holds, as a file: a server must not wait for whoever writes into it.
descriptor copy_of(descriptor const& pipe, std::string const& name) {
  auto const bytes = read_file(pipe.get(), name);
  if (!bytes) throw std::runtime_error(bytes.error().text);
  descriptor copy(::memfd_create("samspil", MFD_CLOEXEC));
  for (std::size_t done = 0; copy && done < bytes->size();) {
    ssize_t const n = ::write(copy.get(), bytes->data() + done, bytes->size() - done);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) throw std::system_error(errno, std::generic_category(), name);
    done += static_cast<std::size_t>(n);
  }
  if (!copy || ::lseek(copy.get(), 0, SEEK_SET) != 0) throw std::system_error(errno, std::generic_category(), name);
  return copy;
}

/// Opens the files with the caller's own rights. False when one cannot be opened.
bool open_files(invocation const& what, command_input& input, tool_surroundings const& with) {
  for (std::string const& name : input_files(what)) {
    descriptor file(::open(name.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) {
      complain(with, status::usage, name + ": " + std::strerror(errno));
      return false;
    }
    struct stat seen {};
    bool const is_pipe = ::fstat(file.get(), &seen) == 0 && !S_ISREG(seen.st_mode) && !S_ISDIR(seen.st_mode);
    input.opened.insert_or_assign(name, is_pipe ? copy_of(file, name) : std::move(file));
  }
  return true;
}

/// Makes the place for the command's result, if it has one. False when that cannot be.
bool open_result(invocation const& what, command_input& input, tool_surroundings const& with) {
  auto const name = result_name(what);
  if (name && name->empty()) input.result = std::make_unique<stream_result>(with.out);
  if (!name || name->empty()) return true;
  auto file = named_result::open(*name);
  if (!file) {
    complain(with, status::usage, file.error().text);
    return false;
  }
  input.result = std::move(*file);
  return true;
}

surroundings local(command_input const& input, std::filesystem::path const& home, tool_surroundings const& with) {
  return {.home = home,
          .time = with.time,
          .who = with.who,
          .input_line = input.line.text,
          .files = input.files(),
          .result = input.result.get(),
          .out = with.out,
          .err = with.err,
          .columns = with.columns,
          .cancelled = with.cancelled};
}

int run_on_own_database(invocation const& what, command_input const& input, std::filesystem::path const& home,
                        tool_surroundings const& with) {
  if (!store::database::exists(home))
    return complain(with, status::usage, home.string() + " has no database; `samspil init` makes one");
  secret pepper;
  if (what.what->need == needs::pepper) pepper.text = secrets::read(secrets::default_directory(home)).pepper;
  try {
    store::database db(home, {.time = &with.time});
    surroundings where = local(input, home, with);
    where.database = &db;
    where.pepper = pepper.text;
    return run(what, where);
  } catch (store::in_use const&) {
    return complain(with, status::fault,
                    "the database of " + home.string() +
                        " belongs to another process that does not answer at admin.sock (another samspil, or a server "
                        "that is starting or ending); try again");
  }
}

int run_command(invocation const& what, std::vector<std::string> const& words, tool_surroundings const& with) {
  std::filesystem::path const home = what.home.value_or(with.home);
  command_input input;
  if (!open_files(what, input, with) || !open_result(what, input, with)) return status::usage;
  if (wants_input_line(what)) read_line(with.in, input.line);
  if (what.what->need == needs::nothing) return run(what, local(input, home, with));
  if (auto const server = connect_to_server(home))
    return run_remote(*server,
                      {words, input.line.text, input.files(), with.columns, input.result.get(), with.cancelled},
                      with.out, with.err);
  return run_on_own_database(what, input, home, with);
}

int do_what_is_said(std::vector<std::string> const& words, tool_surroundings const& with) {
  auto const parsed = parse(words);
  if (auto const* const help = std::get_if<help_text>(&parsed)) {
    with.out << help->text;
    return status::ok;
  }
  if (auto const* const wrong = std::get_if<usage_error>(&parsed))
    return complain(with, status::usage, wrong->text + " (--help says more)");
  try {
    return run_command(std::get<invocation>(parsed), words, with);
  } catch (std::system_error const& wrong) {
    bool const forbidden = wrong.code() == std::errc::permission_denied;
    return complain(with, forbidden ? status::refused : status::fault, wrong.what());
  } catch (std::exception const& wrong) {
    return complain(with, status::fault, wrong.what());
  }
}

}  // namespace

int run_tool(std::vector<std::string> const& words, tool_surroundings const& with) {
  int const done = do_what_is_said(words, with);
  // A report that was cut off, or a one-time password that nobody saw, is no success.
  with.out.flush();
  return with.out ? done : complain(with, status::fault, "standard output cannot be written");
}

}  // namespace samspil::admin
