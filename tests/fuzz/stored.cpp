// Values of the database: what is packed comes back, and so do rows with a tail;
// bytes that no program of ours wrote are refused, by the error that says so.
#include <algorithm>
#include <string>
#include <vector>

#include "fuzz/fuzz.hpp"
#include "record/person.hpp"
#include "store/audit_block.hpp"
#include "store/error.hpp"
#include "store/journal_block.hpp"
#include "store/packing.hpp"
#include "store/row_codec.hpp"

namespace samspil::fuzz {
namespace {

void packing(std::string_view bytes) {
  std::string packed, row, again;
  store::pack(bytes, packed);
  check(packed.size() <= 2 * bytes.size(), "a packed row is at most twice as long");
  check(store::unpack(packed, row) && row == bytes, "unpack gives what was packed");
  row = "before";
  if (!store::unpack(bytes, row)) return check(row == "before", "what is no packed row leaves the text alone");
  packed.clear();
  store::pack(std::string_view(row).substr(6), packed);
  check(store::unpack(packed, again) && "before" + again == row, "a row packed anew is the same row");
}

/// The bytes as a value of rows that no program of ours wrote.
template <class Block>
void rows_of_a_value(std::string_view bytes) {
  std::string rows = "before";
  std::vector<std::size_t> ends;
  if (!Block::unpack(bytes, rows, ends)) return check(rows == "before" && ends.empty(), "nothing is appended");
  Block value;
  std::size_t whole = 0;
  for (std::size_t i = 0, start = 6; i < ends.size(); start = ends[i++])
    whole += value.add(std::string_view(rows).substr(start, ends[i] - start)) ? 1 : 0;
  if (whole == 0) return;
  check(whole == ends.size(), "rows of a value can be one again");
  std::string again = "before";
  std::vector<std::size_t> same;
  check(Block::unpack(value.bytes(), again, same) && again == rows && same == ends, "and come back from it");
}

void journal(std::string_view bytes) {
  try {
    auto const row = store::parse_journal(bytes);
    std::string const written = store::encode(row);
    check(written.size() == bytes.size(), "a journal row is as long as it was");
    check(store::encode(store::parse_journal(written)) == written, "a journal row written again is the same");
  } catch (store::error const&) {  // it is none
  }
}

/// A row that touched as many persons as the text has lines, and took a line from each.
void touched(std::string_view text) {
  store::journal_row row;
  for (; !text.empty() && row.touched.size() < 99; text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1)) {
    std::string_view const line = text.substr(0, text.find('\n'));
    row.touched.push_back({"0101800002", std::string(codec::trimmed(line.substr(0, 2))), std::string(line)});
    row.touched.back().aflmrk.resize(2, ' ');
  }
  auto const again = store::parse_journal(store::encode(row));
  check(again.touched.size() == row.touched.size(), "every touched person comes back");
  for (std::size_t i = 0; i < row.touched.size(); ++i)
    check(again.touched[i].removed == row.touched[i].removed && again.touched[i].aflmrk == row.touched[i].aflmrk,
          "with what was taken away");
}

void audit(std::string_view bytes) {
  try {
    auto const row = store::parse_audit(bytes);
    std::string written(row.head.bytes());
    for (std::string const& other : row.others) written += other;
    check(written + row.hash == bytes, "an audit row is its parts");
  } catch (store::error const&) {  // it is none
  }
}

}  // namespace
}  // namespace samspil::fuzz

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace samspil;
  std::string_view const bytes = fuzz::text(data, size);
  fuzz::packing(bytes);
  fuzz::rows_of_a_value<store::audit_block>(bytes);
  fuzz::rows_of_a_value<store::journal_block>(bytes);
  fuzz::touched(bytes);
  fuzz::journal(bytes);
  fuzz::journal(std::string(codec::buffer<rec::JOURNAL_ROW>().bytes()).append(bytes));
  fuzz::audit(bytes);
  fuzz::audit(std::string(codec::buffer<rec::AUDIT_ROW>().bytes()).append(bytes));
  return 0;
}
