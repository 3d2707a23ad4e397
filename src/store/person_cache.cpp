#include "store/person_cache.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "codec/field.hpp"

namespace samspil::store {
namespace {

/// What a person takes besides its records: the object, its place.
constexpr std::size_t beside_records = 320;
constexpr std::size_t places_at_first = 16;

/// Most persons have less; the processor has no room to fetch much more at once.
constexpr std::size_t fetched_max = 4096;

/// All at once, instead of one miss of the processor's cache after the other.
void fetch_ahead(void const* from, std::size_t bytes) {
  std::size_t const end = std::min(bytes, fetched_max);
  for (std::size_t at = 0; at < end; at += 64) __builtin_prefetch(static_cast<char const*>(from) + at);
}

}  // namespace

person_cache::found person_cache::find(std::string_view pnr) {
  std::uint64_t const number = codec::number(pnr);
  part& in = part_of(number);
  std::lock_guard const lock(in.mutex);
  place* const there = in.places.empty() ? nullptr : &in.places[place_of(in, number)];
  if (there == nullptr || !there->person) {
    ++in.misses;
    return {nullptr, in.version};
  }
  ++in.hits;
  if (!there->used) there->used = true;
  fetch_ahead(there->person.get(), sizeof(kept_person));
  fetch_ahead(there->records, there->bytes - beside_records);
  return {there->person, in.version};
}

void person_cache::keep(std::string_view pnr, kept_person_ptr person, std::uint64_t version) {
  std::size_t const bytes = person->person.records.bytes().capacity() + beside_records;
  if (bytes > part_max_ || bytes > std::numeric_limits<std::uint32_t>::max()) return;
  std::uint64_t const number = codec::number(pnr);
  part& in = part_of(number);
  std::lock_guard const lock(in.mutex);
  if (in.version != version) return;
  make_room(in, bytes);
  if (4 * (in.full + 1) > 3 * in.places.size()) grow(in);
  place& there = in.places[place_of(in, number)];
  if (there.person) return;
  char const* const records = person->person.records.bytes().data();
  there = {number, std::move(person), records, static_cast<std::uint32_t>(bytes), false};
  ++in.full;
  in.bytes += bytes;
}

void person_cache::supersede(std::string_view pnr) {
  std::uint64_t const number = codec::number(pnr);
  part& in = part_of(number);
  std::lock_guard const lock(in.mutex);
  ++in.version;
  if (in.places.empty()) return;
  std::size_t const at = place_of(in, number);
  if (in.places[at].person) supersede_at(in, at);
}

/// Who is not in the table any more cannot be marked later: whoever holds it reads again.
void person_cache::supersede_at(part& in, std::size_t at) {
  in.places[at].person->superseded.store(true, std::memory_order_release);
  remove(in, at);
}

void person_cache::clear() {
  for (part& in : parts_) {
    std::lock_guard const lock(in.mutex);
    ++in.version;
    for (place const& one : in.places)
      if (one.person) one.person->superseded.store(true, std::memory_order_release);
    in.places.clear();
    in.full = in.hand = in.bytes = 0;
  }
}

person_cache::numbers person_cache::count() const {
  numbers out;
  for (part const& one : parts_) {
    std::lock_guard const lock(one.mutex);
    out.persons += one.full;
    out.bytes += one.bytes;
    out.hits += one.hits;
    out.misses += one.misses;
  }
  return out;
}

/// Where the person stands when nobody else does.
std::size_t person_cache::home(part const& in, std::uint64_t pnr) {
  return (scattered(pnr) >> 20U) & (in.places.size() - 1);
}

/// The person's place, or the empty one that it would get.
std::size_t person_cache::place_of(part const& in, std::uint64_t pnr) {
  std::size_t at = home(in, pnr);
  while (in.places[at].person && in.places[at].pnr != pnr) at = (at + 1) & (in.places.size() - 1);
  return at;
}

void person_cache::grow(part& in) {
  std::vector<place> before(in.places.empty() ? places_at_first : 2 * in.places.size());
  std::swap(before, in.places);
  for (place& one : before)
    if (one.person) in.places[place_of(in, one.pnr)] = std::move(one);
  in.hand = 0;
}

/// Empties a place and moves those behind it up who would not be found any more.
void person_cache::remove(part& from, std::size_t at) {
  std::size_t const last = from.places.size() - 1;
  from.bytes -= from.places[at].bytes;
  --from.full;
  for (std::size_t next = (at + 1) & last; from.places[next].person; next = (next + 1) & last) {
    std::size_t const steps_from_home = (next - home(from, from.places[next].pnr)) & last;
    if (steps_from_home < ((next - at) & last)) continue;
    from.places[at] = std::move(from.places[next]);
    at = next;
  }
  from.places[at] = {};
}

// The hand goes round and takes away who was not asked for since it last came by.
void person_cache::make_room(part& in, std::size_t bytes) const {
  while (in.full != 0 && in.bytes + bytes > part_max_) {
    if (in.hand >= in.places.size()) in.hand = 0;
    place& there = in.places[in.hand];
    if (there.person && !std::exchange(there.used, false)) {
      supersede_at(in, in.hand);  // another may stand there now
    } else {
      ++in.hand;
    }
  }
}

}  // namespace samspil::store
