// Every record of every copybook four ways: decode, encode, one byte short, one
// byte long; always from memory of exactly its size, so that the address
// sanitizer sees a byte too many.
#include <boost/mp11/list.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/test/unit_test.hpp>

#include <memory>
#include <type_traits>

#include "codec/copybooks.hpp"
#include "codec/decode.hpp"
#include "layout/decode.hpp"
#include "rec/all.hpp"

namespace {

namespace codec = samspil::codec;
namespace layout = samspil::layout;

/// Bytes on the heap with nothing behind them.
class exact {
 public:
  explicit exact(std::string_view bytes) : size_(bytes.size()), bytes_(new char[bytes.size()]) {
    std::copy(bytes.begin(), bytes.end(), bytes_.get());
  }
  std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  std::size_t size_;
  std::unique_ptr<char[]> bytes_;
};

/// A record in which every item differs from its neighbours: its bytes count up.
template <class Record>
std::string counted() {
  std::string out(Record::length, ' ');
  std::size_t n = 0;
  for (codec::column const& c : Record::columns())
    for (std::size_t i = 0; i < c.count; ++i)
      for (std::size_t at = 0; at < c.width; ++at, ++n)
        out[c.offset + i * c.stride + at] =
            static_cast<char>(c.type == codec::kind::digits ? '0' + n % 10 : 'A' + n % 26);
  return out;
}

layout::record const& layout_of(std::string_view name) {
  static std::vector<layout::record> const all = [] {
    std::vector<layout::record> out;
    for (codec::copybook const& book : codec::shipped_copybooks())
      for (layout::record& r : layout::read_copybook(book.text, book.name).value()) out.push_back(std::move(r));
    return out;
  }();
  for (layout::record const& r : all)
    if (r.name == name) return r;
  BOOST_FAIL("no shipped copybook has " << name);
  return all.front();
}

template <class F>
void for_each_record(F f) {
  using list = boost::mp11::mp_rename<samspil::rec::all_records, boost::mp11::mp_list>;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, list>>([&](auto type) {
    using record = typename decltype(type)::type;
    BOOST_TEST_CONTEXT(record::name) { f(type); }
  });
}

BOOST_AUTO_TEST_CASE(decode) {
  for_each_record([](auto type) {
    using record = typename decltype(type)::type;
    exact const bytes(counted<record>());
    auto const view = codec::decode<record>(bytes.view());
    BOOST_REQUIRE(view);
    BOOST_TEST(view->bytes() == bytes.view());
  });
}

// Item for item what the layout says at run time, so that generator and
// run-time tools cannot disagree.
BOOST_AUTO_TEST_CASE(decode_as_the_layout_does) {
  for_each_record([](auto type) {
    using record = typename decltype(type)::type;
    exact const bytes(counted<record>());
    auto const items = layout::decode(layout_of(record::name), bytes.view());
    BOOST_REQUIRE(items);
    std::size_t expected = 0;
    for (codec::column const& c : record::columns()) expected += c.count;
    std::size_t seen = 0;
    for (layout::decoded_item const& i : *items) {
      if (i.at.what->name == "FILLER") continue;
      ++seen;
      bool found = false;
      for (codec::column const& c : record::columns())
        for (std::size_t n = 0; n < c.count; ++n)
          found = found || (c.name == i.at.what->name && c.offset + n * c.stride + 1 == i.at.start &&
                            c.width == i.value.size() &&
                            (c.type == codec::kind::digits) == (i.at.what->kind == layout::category::digits));
      BOOST_TEST(found, i.at.name);
      BOOST_TEST(i.fits);
    }
    BOOST_TEST(seen == expected);
  });
}

BOOST_AUTO_TEST_CASE(encode) {
  for_each_record([](auto type) {
    using record = typename decltype(type)::type;
    codec::buffer<record> empty;
    BOOST_TEST(empty.bytes().size() == record::length);
    for (codec::column const& c : record::columns())
      for (std::size_t i = 0; i < c.count; ++i)
        BOOST_TEST(empty.bytes().substr(c.offset + i * c.stride, c.width) ==
                   std::string(c.width, c.type == codec::kind::digits ? '0' : ' '));
    BOOST_TEST(codec::decode<record>(empty.bytes()).has_value());
    exact const bytes(counted<record>());
    BOOST_TEST(codec::buffer<record>(bytes.view()).bytes() == bytes.view());
  });
}

BOOST_AUTO_TEST_CASE(one_byte_short) {
  for_each_record([](auto type) {
    using record = typename decltype(type)::type;
    exact const bytes(std::string_view(counted<record>()).substr(0, record::length - 1));
    auto const view = codec::decode<record>(bytes.view());
    BOOST_REQUIRE(!view);
    BOOST_TEST(view.error().record == record::name);
    BOOST_TEST(view.error().byte == record::length);
    BOOST_TEST(view.error().expected == std::to_string(record::length) + " bytes");
    BOOST_CHECK_THROW(codec::buffer<record>{bytes.view()}, std::length_error);
  });
}

BOOST_AUTO_TEST_CASE(one_byte_long) {
  for_each_record([](auto type) {
    using record = typename decltype(type)::type;
    exact const bytes(counted<record>() + " ");
    auto const view = codec::decode<record>(bytes.view());
    BOOST_REQUIRE(!view);
    BOOST_TEST(view.error().byte == record::length + 1);
    BOOST_CHECK_THROW(codec::buffer<record>{bytes.view()}, std::length_error);
  });
}

// Every byte of every record made no digit: refused exactly where it must be.
BOOST_AUTO_TEST_CASE(each_byte_that_must_be_a_digit) {
  for_each_record([](auto type) {
    using record = typename decltype(type)::type;
    std::string const good = counted<record>();
    std::string must(record::length, ' ');
    for (codec::column const& c : record::columns())
      if (c.type == codec::kind::digits)
        for (std::size_t i = 0; i < c.count; ++i) must.replace(c.offset + i * c.stride, c.width, c.width, '9');
    std::size_t wrong = 0;
    for (std::size_t at = 0; at < record::length; ++at) {
      for (char c : {'/', ':', ' ', '\xb0'}) {
        std::string damaged = good;
        damaged[at] = c;
        auto const view = codec::decode<record>(damaged);
        bool const right = must[at] == '9' ? !view && view.error().byte == at + 1 && !view.error().field.empty() &&
                                                 view.error().expected == "digits"
                                           : view.has_value();
        if (!right) ++wrong;
      }
    }
    BOOST_TEST(wrong == 0u);
  });
}

}  // namespace
