// Internal. The store's own rows of the table `meta`; all values are digits.
#pragma once

#include <string>
#include <string_view>

namespace samspil::store::meta {

/// layout_version of the database.
inline constexpr std::string_view layout = "store.layout";
/// The next DIALOGNR that no block holds.
inline constexpr std::string_view dialogue_next = "store.dialogue.next";
/// The highest generation number ever given out, for all kinds.
inline constexpr std::string_view generation_last = "store.generation.last";
/// Current generation of a kind: number 6, audit sequence 15.
inline constexpr std::string_view generation_prefix = "store.generation.of.";
/// Audit sequence 15 of the activated load of persons that is being taken in, and
/// 1 when it is a change extract, else 0; absent when there is none.
inline constexpr std::string_view persons_loading = "store.persons.loading";
/// Last audit sequence in the index by person.
inline constexpr std::string_view audit_indexed = "store.audit.indexed";
/// Sequence 15 and hash 64 of the row before the first that is kept (after a prune).
inline constexpr std::string_view audit_anchor = "store.audit.anchor";
/// Sequence 15 and hash 64 of the last row at some recent time: a later cut shows.
inline constexpr std::string_view audit_head = "store.audit.head";

}  // namespace samspil::store::meta
