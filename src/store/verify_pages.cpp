// Every page's checksum, read from the files: a broken page that the library
// meets panics its environment, so it must be found from outside first.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "store/error.hpp"
#include "store/verification.hpp"

namespace samspil::store {
namespace {

constexpr std::size_t page_bytes = 4096;
using page = std::array<unsigned char, page_bytes>;

// Berkeley DB 5.3's page: its type, and where the checksum stands (DB_CHKSUM
// without encryption). A metadata page is summed over its first 512 bytes.
constexpr std::size_t type_at = 25;
constexpr unsigned char btree_meta = 9;
constexpr std::size_t meta_bytes = 512;
constexpr std::size_t sum_at = 28;
constexpr std::size_t meta_sum_at = 492;

std::uint32_t sum_of(unsigned char const* bytes, std::size_t count) {
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum = sum * 33 + bytes[i];
  return sum;
}

bool is_whole(page read) {
  if (std::all_of(read.begin(), read.end(), [](unsigned char c) { return c == 0; })) return true;  // not written yet
  bool const meta = read[type_at] == btree_meta;
  unsigned char* const place = read.data() + (meta ? meta_sum_at : sum_at);
  std::uint32_t stored = 0;
  std::memcpy(&stored, place, sizeof stored);
  std::memset(place, 0, sizeof stored);
  return stored == sum_of(read.data(), meta ? meta_bytes : page_bytes);
}

class table_file {
 public:
  table_file(environment const& env, table t)
      : descriptor_(::open((env.directory() / (std::string(name(t)) + ".db")).c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ < 0) throw error(std::string(name(t)) + ": the file cannot be opened");
  }
  ~table_file() { ::close(descriptor_); }
  table_file(table_file const&) = delete;
  table_file& operator=(table_file const&) = delete;

  /// False behind the last whole page.
  bool read(std::uint64_t number, page& into) const {
    return ::pread(descriptor_, into.data(), page_bytes, static_cast<off_t>(number * page_bytes)) ==
           static_cast<ssize_t>(page_bytes);
  }
  /// A page that is being written meanwhile may be met half done: a few tries.
  bool stays_broken(std::uint64_t number) const {
    constexpr int tries = 20;
    page again{};
    for (int i = 0; i < tries; ++i) {
      if (!read(number, again) || is_whole(again)) return false;
      ::usleep(1000);
    }
    return true;
  }

 private:
  int descriptor_;
};

}  // namespace

void verify_pages_of(verification& v, table t) {
  if (v.env.in_memory()) return;
  table_file const file(v.env, t);
  page read{};
  for (std::uint64_t number = 0; file.read(number, read); ++number) {
    if (is_whole(read) || !file.stays_broken(number)) continue;
    v.damaged(t);
    v.suspect(t, "page " + std::to_string(number), "its checksum is wrong: restore the table from a backup",
              [] { return std::optional<std::string>("its checksum is wrong: restore the table from a backup"); });
  }
}

void verify_pages(verification& v) {
  for (std::size_t i = 0; i < table_count; ++i) verify_pages_of(v, static_cast<table>(i));
}

}  // namespace samspil::store
