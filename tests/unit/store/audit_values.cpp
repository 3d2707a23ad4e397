// The audit rows of a transaction as the values that it puts.
#include "store/audit_values.hpp"

#include <boost/test/unit_test.hpp>

#include <functional>
#include <string>
#include <vector>

#include "rec/store.hpp"
#include "store/error.hpp"

namespace samspil::store {
namespace {

using row_record = rec::AUDIT_ROW;

/// Ten bytes for each of the others, and about fifty beside them.
std::string numbered_row(unsigned sequence, unsigned others) {
  codec::buffer<row_record> head;
  head.set(row_record::AUDIT_SEQUENCE, sequence).set(row_record::OTHERS_COUNT, others);
  std::string out(head.bytes());
  for (unsigned i = 0; i < others; ++i) out += std::to_string(1'000'000'000 + i);
  return out + std::string(64, 'a');
}

struct put_values {
  std::vector<std::uint64_t> last;
  std::vector<std::size_t> sizes;
  std::vector<std::size_t> rows;
  void operator()(std::uint64_t sequence, std::string_view value) {
    std::string bytes;
    std::vector<std::size_t> ends;
    BOOST_TEST(audit_block::unpack(value, bytes, ends));
    last.push_back(sequence);
    sizes.push_back(value.size());
    rows.push_back(ends.size());
  }
};

BOOST_AUTO_TEST_SUITE(audit_value_lists)

BOOST_AUTO_TEST_CASE(rows_share_values_of_a_quarter_of_a_page) {
  put_values put;
  audit_values values;
  for (unsigned i = 1; i <= 18; ++i)
    values.add(numbered_row(i, 20), i, std::ref(put));
  BOOST_TEST(put.last.size() == 4u);
  values.finish(std::ref(put));
  BOOST_TEST(put.rows == (std::vector<std::size_t>{4, 4, 4, 4, 2}), boost::test_tools::per_element());
  BOOST_TEST(put.last == (std::vector<std::uint64_t>{4, 8, 12, 16, 18}), boost::test_tools::per_element());
  for (std::size_t const size : put.sizes) BOOST_TEST(size <= 970u);
  values.finish([&](std::uint64_t, std::string_view) { BOOST_ERROR("nothing is left"); });
}

BOOST_AUTO_TEST_CASE(a_row_too_long_to_share_has_a_value_alone) {
  put_values put;
  audit_values values;
  for (unsigned i = 1; i <= 3; ++i)
    values.add(numbered_row(i, i == 2 ? 99 : 0), i, std::ref(put));
  values.finish(std::ref(put));
  BOOST_TEST(put.rows == (std::vector<std::size_t>{1, 1, 1}), boost::test_tools::per_element());
  BOOST_TEST(put.last == (std::vector<std::uint64_t>{1, 2, 3}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_a_transaction_left_can_be_forgotten) {
  audit_values values;
  auto const none = [](std::uint64_t, std::string_view) { BOOST_ERROR("nothing is left"); };
  values.add(numbered_row(1, 0), 1, none);
  values.clear();
  values.finish(none);
}

BOOST_AUTO_TEST_CASE(what_is_no_row_is_an_error) {
  audit_values values;
  auto const none = [](std::uint64_t, std::string_view) { BOOST_ERROR("nothing is whole"); };
  std::string const whole = numbered_row(1, 1);
  BOOST_CHECK_THROW(values.add(whole.substr(1), 1, none), error);
  BOOST_CHECK_THROW(values.add(whole.substr(0, whole.size() - 1) + 'g', 1, none), error);
  values.finish(none);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace samspil::store
