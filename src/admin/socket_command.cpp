#include "admin/socket_command.hpp"

#include <sys/stat.h>

#include <map>
#include <optional>
#include <ostream>
#include <variant>
#include <vector>

#include "admin/context.hpp"
#include "admin/frame_stream.hpp"
#include "admin/remote_result.hpp"
#include "base/crypto.hpp"

namespace samspil::admin {
namespace {

struct request {
  std::vector<std::string> words;
  std::string input_line;
  unsigned columns = 0;
  std::map<std::string, descriptor, std::less<>> files;
  descriptor result;
  bool replaces = false;

  request() = default;
  request(request&&) = default;
  request& operator=(request&&) = default;
  ~request() { crypto::wipe(input_line); }
};

bool is_regular(descriptor const& file) {
  struct stat seen {};
  return file && ::fstat(file.get(), &seen) == 0 && (S_ISREG(seen.st_mode) || S_ISDIR(seen.st_mode));
}

std::optional<request> receive_request(int socket) {
  request out;
  std::size_t bytes = 0;
  for (;;) {
    auto got = receive_frame(socket);
    if (!got) return std::nullopt;
    bytes += got->payload.size();
    if (bytes > request_limits::bytes_max) return std::nullopt;
    switch (got->kind) {
      case frame_kind::argument:
        if (out.words.size() == request_limits::arguments_max) return std::nullopt;
        out.words.push_back(std::move(got->payload));
        break;
      case frame_kind::input_line:
        out.input_line = got->payload;
        crypto::wipe(got->payload);
        break;
      case frame_kind::columns:
        if (got->payload.size() > 4 || !codec::is_digits(got->payload)) return std::nullopt;
        out.columns = static_cast<unsigned>(codec::number(got->payload));
        break;
      case frame_kind::file:
        // A pipe could keep the server waiting for ever; the tool sends what it holds instead.
        if (!is_regular(got->passed) || out.files.size() == request_limits::files_max) return std::nullopt;
        out.files.insert_or_assign(got->payload, std::move(got->passed));
        break;
      case frame_kind::result:
        if (!is_regular(got->passed)) return std::nullopt;
        out.result = std::move(got->passed);
        out.replaces = got->payload == "replaces";
        break;
      case frame_kind::go: return out;
      case frame_kind::placed:
      case frame_kind::out:
      case frame_kind::err:
      case frame_kind::place:
      case frame_kind::exit_status: return std::nullopt;
    }
  }
}

int answer(request& asked, socket_home const& where, actor const& who, result_file& result, std::ostream& out,
           std::ostream& err, std::stop_token cancelled) {
  auto const parsed = parse(asked.words);
  auto const* const what = std::get_if<invocation>(&parsed);
  if (what == nullptr || what->what->need == needs::nothing) {
    // The tool has read the same table before it sent anything.
    err << "samspil: the running server does not know this command; is it of another version?\n";
    return status::usage;
  }
  surroundings here{.home = where.home,
                    .time = where.time,
                    .who = who,
                    .database = &where.db,
                    .pepper = where.pepper,
                    .input_line = asked.input_line,
                    .result = &result,
                    .out = out,
                    .err = err,
                    .columns = asked.columns,
                    .cancelled = std::move(cancelled),
                    .live = where.live};
  for (auto const& [name, file] : asked.files) here.files.emplace(name, file.get());
  return run(*what, here);
}

}  // namespace

void refuse_command(int socket, int exit_status, std::string_view text) {
  send_frame(socket, frame_kind::err, "samspil: " + std::string(text) + "\n");
  send_frame(socket, frame_kind::exit_status, std::to_string(exit_status));
}

void serve_command(int socket, socket_home const& where, actor const& who, std::stop_token cancelled) {
  auto asked = receive_request(socket);
  if (!asked) return;
  frame_buffer out_buffer(socket, frame_kind::out);
  frame_buffer err_buffer(socket, frame_kind::err);
  std::ostream out(&out_buffer);
  std::ostream err(&err_buffer);
  remote_result result(socket, asked->result, asked->replaces, out);
  int const exit_status = answer(*asked, where, who, result, out, err, std::move(cancelled));
  out.flush();
  err.flush();
  send_frame(socket, frame_kind::exit_status, std::to_string(exit_status));
}

}  // namespace samspil::admin
