#include "client/replay_receipts.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "codec/field.hpp"
#include "rec/replay.hpp"
#include "rec/sams_hoved.hpp"
#include "rec/sams_kvittering.hpp"

namespace samspil::client::replay {
namespace {

using line = rec::RECEIPT_LINE;
using rec::HOVED;
using rec::KVITTERING;

constexpr std::string_view suffix = ".receipts";
constexpr std::size_t line_length = line::length + 1;  // LF

bool saves(std::string_view function) {
  return function == "GEMH" || function == "VGOD" || function == "VAFV" || function == "VFOR";
}

}  // namespace

std::string receipt_line(std::size_t place, std::string_view request, std::string_view answer) {
  if (!request.starts_with("SAMS") || !answer.starts_with("SAMS")) return {};
  if (answer.size() < HOVED::length + KVITTERING::length) return {};
  codec::view<HOVED> const head(answer);
  if (!saves(head[HOVED::FUNKTION]) || head[HOVED::KVIT] != "O" || head[HOVED::FEJLNR] != "00") return {};
  codec::view<KVITTERING> const receipt(answer.substr(HOVED::length));
  codec::buffer<line> out;
  out.set(line::PLACE, place)
      .set(line::FUNKTION, head[HOVED::FUNKTION])
      .set(line::KUNDEREFERENCE, head[HOVED::KUNDEREFERENCE])
      .set(line::KVITTERINGSNR, receipt[KVITTERING::KVITTERINGSNR])
      .set(line::REGISTRERING, receipt[KVITTERING::REGISTRERING])
      .set(line::VENTENR, receipt[KVITTERING::VENTENR])
      .set(line::TILSTAND, receipt[KVITTERING::TILSTAND])
      .set(line::LOGHOVED, receipt[KVITTERING::LOGHOVED]);
  return std::string(out.bytes()) + "\n";
}

struct receipt_files::book {
  std::unique_ptr<std::ostream> out;
  std::uint64_t size = 0;
  std::unordered_set<std::string> numbers;  ///< KVITTERINGSNR of its lines

  /// Whether the receipt of a line was not known.
  bool take(std::string_view text) {
    return numbers.emplace(text.substr(line::KVITTERINGSNR.offset, line::KVITTERINGSNR.width)).second;
  }
};

receipt_files::receipt_files(std::vector<file> files) {
  for (file& each : files) {
    book made{std::move(each.out), each.before.size(), {}};
    for (std::size_t at = 0; at + line_length <= each.before.size(); at += line_length)
      made.take(std::string_view(each.before).substr(at, line_length));
    books_.push_back(std::move(made));
  }
}
receipt_files::~receipt_files() = default;
receipt_files::receipt_files(receipt_files&&) noexcept = default;
receipt_files& receipt_files::operator=(receipt_files&&) noexcept = default;

void receipt_files::add(std::size_t index, std::string_view lines) {
  book& to = books_.at(index);
  for (; lines.size() >= line_length; lines.remove_prefix(line_length)) {
    if (!to.take(lines)) continue;
    *to.out << lines.substr(0, line_length);
    to.size += line_length;
  }
}

std::vector<std::uint64_t> receipt_files::sizes() const {
  std::vector<std::uint64_t> out;
  for (book const& each : books_) out.push_back(each.size);
  return out;
}

bool receipt_files::flush() {
  bool written = true;
  for (book& each : books_) written = static_cast<bool>(each.out->flush()) && written;
  return written;
}

opened_receipts open_receipts(std::vector<std::string> const& paths, std::vector<std::uint64_t> const& sizes) {
  std::vector<receipt_files::file> files;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    std::string const path = paths[i] + std::string(suffix);
    std::uint64_t const keep = i < sizes.size() ? sizes[i] : 0;
    std::error_code failed;
    std::string before;
    if (keep > 0) {
      std::ifstream in(path, std::ios::binary);
      before.resize(keep);
      in.read(before.data(), static_cast<std::streamsize>(keep));
      bool const whole = static_cast<std::uint64_t>(in.gcount()) == keep && keep % line_length == 0;
      if (whole) std::filesystem::resize_file(path, keep, failed);
      if (!whole || failed) return {std::nullopt, path + ": is not as the checkpoint says"};
    }
    auto out = std::make_unique<std::ofstream>(path, keep > 0 ? std::ios::binary | std::ios::app : std::ios::binary);
    if (!out->is_open()) return {std::nullopt, path + ": cannot be written"};
    files.push_back({std::move(out), std::move(before)});
  }
  return {receipt_files(std::move(files)), {}};
}

}  // namespace samspil::client::replay
