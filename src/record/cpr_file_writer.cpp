#include "record/cpr_file_writer.hpp"

#include <stdexcept>

#include "codec/field.hpp"
#include "rec/authority.hpp"
#include "rec/person.hpp"
#include "rec/road.hpp"
#include "record/person.hpp"

namespace samspil::record {
namespace {

constexpr std::size_t held_max = 256 * 1024;

template <class Record>
std::string begin_of(file_header const& header) {
  codec::buffer<Record> out;
  out.set(Record::OPGAVENR, header.opgavenr).set(Record::PRODDTO, header.proddto);
  return std::string(out.bytes());
}

std::string begin_record(file_family family, file_header const& header) {
  if (family == file_family::authorities) return begin_of<rec::AUTHORITY_000>(header);
  if (family == file_family::roads) return begin_of<rec::ROAD_000>(header);
  codec::buffer<rec::PERSON_000> out(begin_of<rec::PERSON_000>(header));
  out.set(rec::PERSON_000::SORTFELT_10, "0000000000").set(rec::PERSON_000::PRODDTOFORRIG, header.proddtoforrig);
  return std::string(out.bytes());
}

std::string end_record(file_family family, std::uint64_t count) {
  std::string out = "999";
  if (family == file_family::persons) out += "9999999999";
  if (count > 99'999'999) throw std::length_error("a CPR file holds 99999999 records at most");
  return out + std::to_string(100'000'000 + count).substr(1);
}

}  // namespace

cpr_file_writer::cpr_file_writer(file_family family, file_form form, file_header const& header, sink to)
    : family_(family), form_(form), to_(std::move(to)) {
  put(begin_record(family_, header));
}

void cpr_file_writer::put(std::string_view record) {
  held_ += form_ == file_form::stripped_lines ? codec::trimmed(record) : record;
  if (form_ != file_form::solid) held_ += '\n';
  if (held_.size() >= held_max) flush();
}

void cpr_file_writer::flush() {
  to_(held_);
  bytes_ += held_.size();
  held_.clear();
}

void cpr_file_writer::add(std::string_view records) {
  while (!records.empty()) {
    unsigned const type = record_type(records);
    std::size_t const length = file_record_length(family_, type);
    if (length == 0 || length > records.size())
      throw std::logic_error("cpr_file_writer: not whole records of its family");
    put(records.substr(0, length));
    ++count_;
    records.remove_prefix(length);
  }
}

void cpr_file_writer::end() {
  put(end_record(family_, count_));
  flush();
}

}  // namespace samspil::record
