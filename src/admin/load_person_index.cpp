#include "admin/load_person_index.hpp"

#include <algorithm>
#include <numeric>

#include "codec/field.hpp"
#include "rec/person.hpp"
#include "record/person.hpp"

namespace samspil::admin {
namespace {

constexpr unsigned offset_bits = 48;
constexpr std::uint64_t offset_mask = (std::uint64_t{1} << offset_bits) - 1;
/// Children of one person (formats.md: "014 up to 25 times").
constexpr std::uint32_t children_max = 25;

}  // namespace

std::optional<person_index::fault> person_index::add(record::file_record const& record) {
  std::uint64_t const pnr = codec::number(record.raw.substr(3, 10));
  // Most records stand right behind their person's 001.
  bool known = !persons_.empty() && persons_[latest_].pnr == pnr;
  if (!known) {
    auto const found = number_of_.find(pnr);
    known = found != number_of_.end();
    if (known) latest_ = found->second;
  }
  if (record.type == 1) {
    if (known) return fault{"PNR", 4, "one record 001 of a person"};
    latest_ = static_cast<std::uint32_t>(persons_.size());
    number_of_.emplace(pnr, latest_);
    persons_.push_back({pnr, 0, 0});
  } else if (!known) {
    std::string_view const field = record.type == 22 ? "PNRGAELD" : "PNR";
    return fault{field, 4, "a record 001 of this person before it"};
  }
  entry& of = persons_[latest_];
  if (record.type == record::type_of<rec::PERSON_014>() && ++of.children > children_max)
    return fault{"RECORDTYPE", 1, std::to_string(children_max) + " records 014 of a person at most"};
  ++of.records;
  places_.push_back(std::uint64_t{record.type} << offset_bits | record.offset);
  owners_.push_back(latest_);
  return std::nullopt;
}

void person_index::each(std::function<bool(std::string_view, std::span<std::uint64_t const>)> const& f) {
  number_of_.clear();
  std::vector<std::uint32_t> order(persons_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return persons_[a].pnr < persons_[b].pnr; });

  // A person's places one after the other: by counting, then within each person by type and offset.
  std::vector<std::size_t> next(persons_.size());
  std::size_t at = 0;
  for (std::uint32_t const i : order) {
    next[i] = at;
    at += persons_[i].records;
  }
  std::vector<std::uint64_t> sorted(places_.size());
  for (std::size_t i = 0; i < places_.size(); ++i) sorted[next[owners_[i]]++] = places_[i];
  places_ = {};
  owners_ = {};

  for (std::uint32_t const i : order) {
    entry const& of = persons_[i];
    std::span<std::uint64_t> const mine(sorted.data() + next[i] - of.records, of.records);
    std::sort(mine.begin(), mine.end());
    for (std::uint64_t& place : mine) place &= offset_mask;
    std::string const pnr = std::to_string(10'000'000'000 + of.pnr).substr(1);
    if (!f(pnr, mine)) return;
  }
}

}  // namespace samspil::admin
