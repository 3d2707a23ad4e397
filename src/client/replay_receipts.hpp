// FILE.receipts (--receipts): beside each file that is sent, a line for each of
// its events that was saved (layouts/replay.cpy), in the order of the requests.
// The same line never stands twice, though a save was brought again: by the
// file itself, by --repeat, or by a run that goes on where another was killed.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace samspil::client::replay {

/// The line about one exchange, LF at its end; empty when it is no receipt of a
/// save (GEMH, VGOD, VAFV or VFOR with KVIT O). `place`: of the request in its file.
std::string receipt_line(std::size_t place, std::string_view request, std::string_view answer);

class receipt_files {
 public:
  /// One of them, open behind what stands in it already.
  struct file {
    std::unique_ptr<std::ostream> out;
    std::string before;  ///< what stands in it already, whole lines
  };
  explicit receipt_files(std::vector<file> files);
  ~receipt_files();
  receipt_files(receipt_files&&) noexcept;
  receipt_files& operator=(receipt_files&&) noexcept;

  /// Adds the lines that are not in the file of that index yet.
  void add(std::size_t index, std::string_view lines);
  /// Bytes of each file.
  std::vector<std::uint64_t> sizes() const;
  /// False when something could not be written.
  bool flush();

 private:
  struct book;
  std::vector<book> books_;
};

/// PATH.receipts of each path, cut off behind the bytes that an earlier run is
/// sure of, new where `sizes` has none. What could not be opened is told in `problem`.
struct opened_receipts {
  std::optional<receipt_files> files;
  std::string problem;
};
opened_receipts open_receipts(std::vector<std::string> const& paths, std::vector<std::uint64_t> const& sizes);

}  // namespace samspil::client::replay
