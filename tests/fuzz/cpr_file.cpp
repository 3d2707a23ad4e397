// CPR files of the three families in either form: an error names a byte of its
// record; a file that is read can be written in every form and read again as the
// same records, and whole persons come out of parse as they went in.
#include <algorithm>
#include <string>
#include <vector>

#include "fuzz/fuzz.hpp"
#include "record/cpr_file.hpp"
#include "record/cpr_file_writer.hpp"
#include "record/person.hpp"

namespace samspil::fuzz {
namespace {

using record::file_family, record::file_form;

struct contents {
  record::file_header header;
  std::vector<std::string> records;
  bool operator==(contents const&) const = default;
};

result<contents> read(std::string_view bytes, file_family family) {
  record::cpr_file file(bytes, family, "fuzz");
  contents out;
  auto header = file.header();
  if (!header) return header.error();
  out.header = *header;
  for (;;) {
    auto const next = file.next();
    if (!next) return next.error();
    if (!*next) break;
    record::file_record const& one = **next;
    check(file.record_at(one.offset).raw == one.raw, "a record is found again at its offset");
    out.records.push_back(one.text());
    check(out.records.back().size() == one.length, "a record is as long as its type's");
  }
  check(file.ended() && file.position() == bytes.size() && file.count() == out.records.size(), "all of it was read");
  return out;
}

/// As whole records have them: a line may end before the byte that is wrong in its record.
bool names_a_byte(decode_error const& e, std::string_view bytes, file_family family) {
  std::size_t longest = bytes.size();
  for (unsigned type = 0; type < 1000; ++type) longest = std::max(longest, record::file_record_length(family, type));
  return e.byte >= 1 && e.byte <= longest + 1;
}

void person_of(std::string_view records) {
  auto const whole = record::person::parse(records);
  if (!whole) {
    check(whole.error().byte >= 1 && whole.error().byte <= records.size() + 1, "an error names a byte");
    return;
  }
  std::string joined;
  for (std::string_view one : whole->all()) joined += one;
  check(joined == records && whole->bytes() == records, "a person is its records");
  record::person other = *whole;
  std::string_view const last = whole->all().back();
  other.remove(record::record_type(last));
  other.add(last);
  check(record::change_between(other, *whole).removed.empty(), "what was put back is not missing");
}

}  // namespace
}  // namespace samspil::fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace samspil::fuzz;
  std::string_view const bytes = text(data, size);
  person_of(bytes);
  for (file_family family : {file_family::persons, file_family::authorities, file_family::roads}) {
    auto const seen = read(bytes, family);
    if (!seen) {
      check(names_a_byte(seen.error(), bytes, family), "an error names a byte");
      continue;
    }
    std::string records;
    bool unread = false;  // road 015 has no solid form
    for (std::string const& one : seen->records) {
      records += one;
      unread = unread || (family == file_family::roads && one.starts_with("015"));
    }
    person_of(records);
    for (file_form form : {file_form::lines, file_form::stripped_lines, file_form::solid}) {
      if (unread && form == file_form::solid) continue;
      std::string file;
      samspil::record::cpr_file_writer writer(family, form, seen->header, [&](std::string_view part) { file += part; });
      writer.add(records);
      writer.end();
      auto const again = read(file, family);
      check(again && *again == *seen, "a written file is read as what was written");
    }
  }
  return 0;
}
