// Internal. The tables, each a B-tree in a file of its own, and the indexes
// that Berkeley DB keeps for them.
//
// Keys are the digits and letters of the records, so that they sort and can be
// read in a dump:
//
//   person         PNR 10                      PERSON-ROW and records
//   person_staged  PNR 10                      records (person_load)
//   customer       KUNDENR 4                   CUSTOMER-ROW
//   user           KUNDENR 4 USER-ID 8         USER-ROW
//   session        TOKEN-HASH 64               SESSION-ROW
//   subscription   KUNDENR 4 PNR 10            SUBSCRIPTION-ROW
//   subscriber     PNR 10 KUNDENR 4            (index)
//   extract        KUNDENR 4                   EXTRACT-ROW
//   feed           KUNDENR 4 PNR 10 SEQUENCE 15 FEED-ROW and records 099
//   receipt        KUNDENR 4 KUNDEREFERENCE 20 RECEIPT-ROW
//   waiting        VENTENR 12                  WAITING-ROW
//   waiting_person PNR 10 VENTENR 12           (index)
//   waiting_state  TILSTAND 1 HDTO 8 VENTENR 12 (index)
//   journal        NUMBER 12                   JOURNAL-ROW and its tail
//   audit          SEQUENCE 15                 AUDIT-ROW and its tail
//   audit_person   PNR 10 SEQUENCE 15          empty; caught up when it is asked (audit_index)
//   authority      GENERATION 6 MYNKOD 4 MYNTYP 2
//   road           GENERATION 6 KOMKOD 4 VEJKOD 4
//   dwelling       GENERATION 6 KOMKOD 4 VEJKOD 4 HUSNR 4 ETAGE 2 SIDEDOER 4
//   reference_row  KIND 1 GENERATION 6 key
//   meta           name
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

struct __db;
struct __db_env;
struct __db_txn;

namespace samspil::store {

enum class table : unsigned {
  person,
  person_staged,
  customer,
  user,
  session,
  subscription,
  subscriber,
  extract,
  feed,
  receipt,
  waiting,
  waiting_person,
  waiting_state,
  journal,
  audit,
  audit_person,
  authority,
  road,
  dwelling,
  reference_row,
  meta
};
inline constexpr std::size_t table_count = 21;

/// "person", "waiting_state", ...: also the stem of the file's name.
std::string_view name(table t);

/// Opens every table and index of an environment and closes them again.
class table_set {
 public:
  /// `in_memory`: tables without files. `create`: they must not exist yet;
  /// else they must. Throws error that names the table.
  table_set(__db_env* env, bool in_memory, bool create);
  ~table_set();
  table_set(table_set const&) = delete;
  table_set& operator=(table_set const&) = delete;

  /// The handle for reading and writing. For an index: a plain handle on its
  /// file, for reading the entries as they stand; the library writes them
  /// through the associated handles that this class keeps.
  __db* operator[](table t) const { return plain_[static_cast<std::size_t>(t)]; }

 private:
  void open(__db_env* env, __db_txn* txn, table t, bool in_memory, bool create, std::array<__db*, table_count>& into);
  void close() noexcept;
  std::array<__db*, table_count> plain_{};
  std::array<__db*, table_count> associated_{};
};

}  // namespace samspil::store
