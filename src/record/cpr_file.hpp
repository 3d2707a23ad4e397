// Reading a CPR file in either encoding, from its bytes in memory
// (formats.md, "Two encodings of a file").
//
// Checked are: RECORDTYPE, the owner, the dates of 000, TAELLER, one 000 first,
// one 999 last, that no line is longer than its record and no last solid record
// shorter, and that there are no control characters (0x00-0x1F, 0x7F-0x9F) and
// no blank lines but at the end. Everything else is given as it came. An error
// names the record, 000 being record 1, and the byte in it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "record/cpr_file_family.hpp"

namespace samspil::record {

/// One record of a file. The views are good as long as the file's bytes.
struct file_record {
  std::size_t number = 0;  ///< 1-based place in the file
  unsigned type = 0;
  std::size_t offset = 0;  ///< of its first byte in the file
  std::size_t length = 0;  ///< of the whole record
  std::string_view raw;    ///< as in the file without its line end; may be shorter than `length`

  /// The whole record: a short line's end is filled with blanks.
  std::string text() const { return std::string(raw) + std::string(length - raw.size(), ' '); }
};

class cpr_file {
 public:
  /// `bytes` is the whole file and must outlive this. `without_end` takes a
  /// file that ends before its 999.
  cpr_file(std::string_view bytes, file_family family, std::string source, bool without_end = false);

  /// Record 000; the first call of all.
  result<file_header> header();
  /// The next record between 000 and 999, nothing behind the last. After an
  /// error there is nothing more to read.
  result<std::optional<file_record>> next();

  bool line_form() const { return line_form_; }
  /// Whether 999 has been read.
  bool ended() const { return ended_; }
  /// Records given by next() so far.
  std::size_t count() const { return count_; }
  /// Bytes read so far.
  std::size_t position() const { return at_; }
  /// The record that begins at `offset`, where next() found one. Its number is 0.
  file_record record_at(std::size_t offset) const;
  /// An error at a record of this file.
  decode_error error_at(file_record const& at, std::string_view field, std::size_t byte, std::string expected) const;

 private:
  decode_error error_here(std::string_view field, std::size_t byte, std::string expected) const;
  bool at_end() const;
  result<file_record> take();
  result<file_record> take_line();
  result<file_record> take_solid();
  std::optional<decode_error> check_owner(file_record const& record) const;
  std::optional<decode_error> check_end(file_record const& record);

  std::string_view const bytes_;
  file_family const family_;
  std::string const source_;
  bool const without_end_;
  bool const line_form_;
  bool ended_ = false;
  std::size_t at_ = 0;
  std::size_t taken_ = 0;  // records, 000 and 999 included
  std::size_t count_ = 0;
};

}  // namespace samspil::record
