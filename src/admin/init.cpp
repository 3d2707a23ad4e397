#include "admin/init.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "admin/descriptor.hpp"
#include "admin/shipped_tables.hpp"
#include "base/certificate.hpp"
#include "base/ownership.hpp"
#include "base/secrets.hpp"
#include "store/database.hpp"
#include "transaction/table_versions.hpp"

namespace samspil::admin {
namespace {

namespace fs = std::filesystem;

/// Makes a change of names in `directory` durable.
void sync_directory(int directory) {
  if (::fsync(directory) != 0) throw std::system_error(errno, std::generic_category(), "fsync");
}

void load_shipped(store::database& db, store::reference kind, actor const& who, clock const& time) {
  store::audit_entry entry = audit_of(who, "init");
  entry.row.set(rec::AUDIT_ROW::NOTE, std::string(store::name(kind)) + ", version 1");
  transaction::store_table_versions(
      db, kind, {{1, std::string(8, '0'), local_digits(time.now()), who.name, false, shipped_table(kind)}}, entry);
}

void build(fs::path const& stage, fs::path const& home, actor const& who, clock const& time) {
  store::database::create(stage);
  {
    store::database db(stage, {.cache_bytes = std::uint64_t{8} << 20, .time = &time});
    using enum store::reference;
    for (auto const kind : {groups, texts, messages, rules}) load_shipped(db, kind, who, time);
  }
  if (!fs::exists(home / "secrets")) secrets::create(stage / "secrets");
  // An init that was killed may have left the key alone: it gets its certificate.
  bool const has_key = fs::exists(home / "server.key");
  if (!fs::exists(home / "server.crt"))
    crypto::write_self_signed(stage / "server.crt", has_key ? home / "server.key" : stage / "server.key");
}

}  // namespace

void throw_exception_from_error(init_error const& e, boost::source_location const&) {
  throw std::logic_error("unchecked result: " + e.text);
}

boost::system::result<std::vector<std::string>, init_error> create_home(fs::path const& home, actor const& who,
                                                                        clock const& time) {
  // What lies in the home is renamed by whoever may write there, whatever the umask says.
  if (fs::create_directories(home))
    fs::permissions(home, fs::perms::group_write | fs::perms::others_write, fs::perm_options::remove);
  descriptor const directory(::open(home.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!directory) throw std::system_error(errno, std::generic_category(), home.string());
  // The kernel lets go of the lock however this process ends.
  if (::flock(directory.get(), LOCK_EX | LOCK_NB) != 0)
    return init_error{8, home.string() + ": another init is at work there"};
  if (store::database::exists(home)) return init_error{8, home.string() + " has a database already"};

  fs::path const stage = home / ".init";
  fs::remove_all(stage);  // of an init that was killed
  fs::create_directory(stage);
  fs::permissions(stage, fs::perms::owner_all);
  std::vector<std::string> kept;
  try {
    build(stage, home, who, time);
    give_tree_to_owner(stage, home);
    for (std::string const name : {"secrets", "server.key", "server.crt", "db"}) {
      if (fs::exists(stage / name))
        fs::rename(stage / name, home / name);
      else if (fs::exists(home / name))
        kept.push_back(name);
      sync_directory(directory.get());
    }
  } catch (...) {
    std::error_code ignored;
    fs::remove_all(stage, ignored);
    throw;
  }
  fs::remove_all(stage);
  return kept;
}

}  // namespace samspil::admin
