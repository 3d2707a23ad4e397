#include "client/replay_checkpoint.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>

#include "codec/field.hpp"

namespace samspil::client::replay {
namespace {

constexpr std::string_view heading = "samspil-replay checkpoint 1";

std::string text_of(std::vector<script> const& scripts, checkpoint const& at) {
  std::string out = std::string(heading) + "\n";
  for (script const& each : scripts) out += "file " + each.digest + "\n";
  out += "done " + std::to_string(at.done) + "\nout " + std::to_string(at.out_bytes) + "\n";
  if (at.record_bytes > 0) out += "record " + std::to_string(at.record_bytes) + "\n";
  for (std::uint64_t const bytes : at.receipt_bytes) out += "receipts " + std::to_string(bytes) + "\n";
  for (auto const& [name, value] : at.known.values())
    if (!is_token(name)) out += "value " + name + " " + value + "\n";
  return out;
}

decode_error fault(std::string const& path, std::size_t line, std::string expected) {
  return {path, line, "", "", 0, std::move(expected)};
}

std::optional<std::uint64_t> number_behind(std::string_view word, std::string_view line) {
  if (!line.starts_with(word)) return std::nullopt;
  std::string_view const digits = line.substr(word.size());
  if (!codec::is_digits(digits) || digits.size() > 18) return std::nullopt;
  return codec::number(digits);
}

}  // namespace

result<checkpoint> read_checkpoint(std::string const& path, std::vector<script> const& scripts) {
  checkpoint out;
  std::ifstream in(path, std::ios::binary);
  if (!in) return out;
  std::string line;
  std::size_t number = 1;
  auto const next = [&] { return ++number, static_cast<bool>(std::getline(in, line)); };
  if (!std::getline(in, line) || line != heading) return fault(path, 1, std::string(heading));
  for (script const& each : scripts)
    if (!next() || line != "file " + each.digest) return fault(path, number, "the files of this run, as they were");
  for (auto const& [word, value] : {std::pair{"done ", &out.done}, {"out ", &out.out_bytes}}) {
    auto const found = next() ? number_behind(word, line) : std::nullopt;
    if (!found) return fault(path, number, std::string(word) + "and a number");
    *value = *found;
  }
  out.found = true;
  while (next()) {
    if (auto const bytes = number_behind("receipts ", line)) {
      out.receipt_bytes.push_back(*bytes);
      continue;
    }
    if (auto const bytes = number_behind("record ", line)) {
      out.record_bytes = *bytes;
      continue;
    }
    std::size_t const blank = line.find(' ', 6);
    if (!line.starts_with("value ") || blank == std::string::npos)
      return fault(path, number, "value NAME and its bytes");
    std::string const name = line.substr(6, blank - 6);
    if (!is_token(name)) out.known.set(name, line.substr(blank + 1));  // earlier versions wrote {HOVED.TOKEN}
  }
  return out;
}

bool write_checkpoint(std::string const& path, std::vector<script> const& scripts, checkpoint const& at) {
  std::string const text = text_of(scripts, at);
  std::string const fresh = path + ".new";
  int const fd = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  bool written = fd >= 0 && ::write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  if (fd >= 0 && ::close(fd) != 0) written = false;
  return written && std::rename(fresh.c_str(), path.c_str()) == 0;
}

}  // namespace samspil::client::replay
