#include "crash/store/disk_model.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>

namespace samspil::crash {
namespace {

constexpr std::size_t page_bytes = 4096;
constexpr std::size_t pages_max = 40'000;
constexpr std::size_t files_max = 200;
constexpr std::size_t sector_bytes = 512;

struct file {
  dev_t device;
  ino_t inode;
  std::array<char, 400> path;
};

enum class state : std::uint8_t { same, dirty, lost };

/// A page whose content on the disk is not that of the file.
struct page {
  std::uint32_t of;
  std::uint64_t number;
  state now;
  std::array<unsigned char, page_bytes> disk;
};

bool is_log(file const& f) {
  std::string_view const path(f.path.data());
  return path.substr(path.rfind('/') + 1).starts_with("log.");
}

}  // namespace

struct disk_model::arena {
  std::uint64_t writes;
  std::uint64_t syncs;
  std::uint64_t fault_syncs;  // of the files that the plan means
  bool failed;
  std::size_t files;
  std::size_t pages;
  std::array<file, files_max> file_list;
  std::array<page, pages_max> page_list;
};

namespace {

// The child's: it arms the model once and lives in it to its end.
struct armed_model {
  disk_model* model = nullptr;
  plan what{};
  std::mutex mutex;
  std::unordered_map<std::uint64_t, std::size_t> places;  // file and page -> page_list
};
armed_model& armed() {
  static auto* const one = new armed_model;
  return *one;
}
std::uint64_t place_key(std::uint32_t of, std::uint64_t number) { return (std::uint64_t{of} << 40) | number; }

[[noreturn]] void give_up(char const* why) {
  std::fprintf(stderr, "disk model: %s\n", why);
  ::_exit(98);
}

}  // namespace

disk_model::disk_model() {
  void* const memory = ::mmap(nullptr, sizeof(arena), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) throw std::runtime_error("no shared memory");
  arena_ = static_cast<arena*>(memory);
}

disk_model::~disk_model() { ::munmap(arena_, sizeof(arena)); }

void disk_model::arm(plan const& what) {
  armed().model = this;
  armed().what = what;
}

bool disk_model::has_failed() const { return arena_->failed; }

std::uint64_t disk_model::lost_pages() const {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < arena_->pages; ++i) count += arena_->page_list[i].now == state::lost ? 1 : 0;
  return count;
}

namespace {

template <class Arena>
std::uint32_t file_of(Arena& arena, int descriptor) {
  struct stat about {};
  if (::fstat(descriptor, &about) != 0) give_up("a descriptor without a file");
  for (std::size_t i = arena.files; i-- > 0;)
    if (arena.file_list[i].device == about.st_dev && arena.file_list[i].inode == about.st_ino)
      return static_cast<std::uint32_t>(i);
  if (arena.files == files_max) give_up("too many files");
  file& made = arena.file_list[arena.files];
  made = {about.st_dev, about.st_ino, {}};
  std::string const link = "/proc/self/fd/" + std::to_string(descriptor);
  if (::readlink(link.c_str(), made.path.data(), made.path.size() - 1) < 0) give_up("a file without a name");
  return static_cast<std::uint32_t>(arena.files++);
}

template <class Arena>
void note_write(Arena& arena, std::uint32_t of, int descriptor, std::uint64_t number) {
  auto& places = armed().places;
  auto const found = places.find(place_key(of, number));
  if (found != places.end()) {
    page& known = arena.page_list[found->second];
    if (known.now == state::same) {
      known.disk.fill(0);
      [[maybe_unused]] auto const n =
          ::pread(descriptor, known.disk.data(), page_bytes, static_cast<off_t>(number * page_bytes));
    }
    known.now = state::dirty;
    return;
  }
  if (arena.pages == pages_max) give_up("too many pages");
  page& made = arena.page_list[arena.pages];
  made.of = of;
  made.number = number;
  made.now = state::dirty;
  made.disk.fill(0);
  [[maybe_unused]] auto const n =
      ::pread(descriptor, made.disk.data(), page_bytes, static_cast<off_t>(number * page_bytes));
  places.emplace(place_key(of, number), arena.pages++);
}

}  // namespace

ssize_t disk_model::write(int descriptor, void const* bytes, std::size_t count, off_t at) {
  auto& a = *armed().model->arena_;
  std::lock_guard const lock(armed().mutex);
  if (++a.writes >= armed().what.full_from_write && armed().what.full_from_write != 0) {
    a.failed = true;
    errno = ENOSPC;
    return -1;
  }
  std::uint32_t const of = file_of(a, descriptor);
  auto const start = static_cast<std::uint64_t>(at);
  for (std::uint64_t number = start / page_bytes; number * page_bytes < start + count; ++number)
    note_write(a, of, descriptor, number);
  return ::pwrite(descriptor, bytes, count, at);
}

int disk_model::sync(int descriptor) {
  auto& a = *armed().model->arena_;
  plan const& what = armed().what;
  std::lock_guard const lock(armed().mutex);
  std::uint32_t const of = file_of(a, descriptor);
  ++a.syncs;
  if (a.syncs == what.exit_before_sync) ::_exit(cut_status);
  bool const meant = what.any_file || is_log(a.file_list[of]);
  bool const fails = meant && ++a.fault_syncs == what.fail_sync;
  for (std::size_t i = 0; i < a.pages; ++i) {
    page& one = a.page_list[i];
    if (one.of == of && one.now == state::dirty) one.now = fails ? state::lost : state::same;
  }
  if (fails) {
    a.failed = true;
    errno = EIO;
    return -1;
  }
  if (a.syncs == what.exit_after_sync) ::_exit(cut_status);
  return 0;
}

void disk_model::cut_power(std::minstd_rand& random) {
  for (std::size_t i = 0; i < arena_->pages; ++i) {
    page const& one = arena_->page_list[i];
    if (one.now == state::same) continue;
    file const& of = arena_->file_list[one.of];
    std::size_t kept = 0;  // bytes of the new content that have reached the disk
    if (one.now == state::dirty) {
      kept = random() % 2 == 0 ? page_bytes : 0;
      if (is_log(of) && random() % 4 == 0) kept = random() % (page_bytes / sector_bytes) * sector_bytes;
    }
    if (kept == page_bytes) continue;
    int const descriptor = ::open(of.path.data(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) continue;  // it was removed since
    auto const count = static_cast<ssize_t>(page_bytes - kept);
    bool const put = ::pwrite(descriptor, one.disk.data() + kept, page_bytes - kept,
                              static_cast<off_t>(one.number * page_bytes + kept)) == count;
    ::close(descriptor);
    if (!put) throw std::runtime_error("the power cut cannot be made up");
  }
  std::memset(static_cast<void*>(arena_), 0, offsetof(arena, file_list));
}

}  // namespace samspil::crash
