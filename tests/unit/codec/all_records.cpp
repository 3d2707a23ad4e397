// Every record of every copybook four ways: decode, encode, one byte short, one
// byte long; always from memory of exactly its size, so that the address
// sanitizer sees a byte too many.
#include <boost/test/unit_test.hpp>

#include <memory>
#include <string>
#include <vector>

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

/// What the tests need of a record type, without its type.
struct record_type {
  std::string_view name;
  std::size_t length;
  std::span<codec::column const> columns;
  samspil::result<std::string_view> (*decode)(std::string_view);  ///< the bytes of the view
  std::string (*initial)();
  std::string (*encode)(std::string_view);  ///< a buffer of these bytes, as bytes
};

template <class Record>
record_type describe() {
  return {Record::name, Record::length, Record::columns(),
          [](std::string_view bytes) -> samspil::result<std::string_view> {
            auto const view = codec::decode<Record>(bytes);
            if (!view) return view.error();
            return view->bytes();
          },
          [] { return std::string(codec::buffer<Record>().bytes()); },
          [](std::string_view bytes) { return std::string(codec::buffer<Record>(bytes).bytes()); }};
}

template <class... Records>
std::vector<record_type> describe_all(std::tuple<Records...> const*) {
  return {describe<Records>()...};
}

/// Calls f for each record type.
template <class F>
void for_each_record(F const& f) {
  for (record_type const& r : describe_all(static_cast<samspil::rec::all_records const*>(nullptr)))
    BOOST_TEST_CONTEXT(r.name) { f(r); }
}

/// A record in which every item differs from its neighbours: its bytes count up.
std::string counted(record_type const& r) {
  std::string out(r.length, ' ');
  std::size_t n = 0;
  for (codec::column const& c : r.columns)
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

BOOST_AUTO_TEST_CASE(decode) {
  for_each_record([](record_type const& r) {
    exact const bytes(counted(r));
    auto const view = r.decode(bytes.view());
    BOOST_REQUIRE(view);
    BOOST_TEST(*view == bytes.view());
  });
}

// Item for item what the layout says at run time, so that generator and
// run-time tools cannot disagree.
BOOST_AUTO_TEST_CASE(decode_as_the_layout_does) {
  for_each_record([](record_type const& r) {
    exact const bytes(counted(r));
    auto const items = layout::decode(layout_of(r.name), bytes.view());
    BOOST_REQUIRE(items);
    std::size_t expected = 0;
    for (codec::column const& c : r.columns) expected += c.count;
    std::size_t seen = 0;
    for (layout::decoded_item const& i : *items) {
      if (i.at.what->name == "FILLER") continue;
      ++seen;
      bool found = false;
      for (codec::column const& c : r.columns)
        for (std::size_t n = 0; n < c.count; ++n)
          found = found || (c.name == i.at.what->name && c.offset + n * c.stride + 1 == i.at.start &&
                            c.width == i.bytes.size() &&
                            (c.type == codec::kind::digits) == (i.at.what->kind == layout::category::digits));
      BOOST_TEST(found, i.at.name);
      BOOST_TEST(i.value.fits);
    }
    BOOST_TEST(seen == expected);
  });
}

BOOST_AUTO_TEST_CASE(encode) {
  for_each_record([](record_type const& r) {
    std::string const empty = r.initial();
    BOOST_TEST(empty.size() == r.length);
    for (codec::column const& c : r.columns)
      for (std::size_t i = 0; i < c.count; ++i)
        BOOST_TEST(empty.substr(c.offset + i * c.stride, c.width) ==
                   std::string(c.width, c.type == codec::kind::digits ? '0' : ' '));
    BOOST_TEST(r.decode(empty).has_value());
    exact const bytes(counted(r));
    BOOST_TEST(r.encode(bytes.view()) == bytes.view());
  });
}

BOOST_AUTO_TEST_CASE(one_byte_short) {
  for_each_record([](record_type const& r) {
    exact const bytes(std::string_view(counted(r)).substr(0, r.length - 1));
    auto const view = r.decode(bytes.view());
    BOOST_REQUIRE(!view);
    BOOST_TEST(view.error().record == r.name);
    BOOST_TEST(view.error().byte == r.length);
    BOOST_TEST(view.error().expected == std::to_string(r.length) + " bytes");
    BOOST_CHECK_THROW(r.encode(bytes.view()), std::length_error);
  });
}

BOOST_AUTO_TEST_CASE(one_byte_long) {
  for_each_record([](record_type const& r) {
    exact const bytes(counted(r) + " ");
    auto const view = r.decode(bytes.view());
    BOOST_REQUIRE(!view);
    BOOST_TEST(view.error().byte == r.length + 1);
    BOOST_CHECK_THROW(r.encode(bytes.view()), std::length_error);
  });
}

// Every byte of every record made no digit: refused exactly where it must be.
BOOST_AUTO_TEST_CASE(each_byte_that_must_be_a_digit) {
  for_each_record([](record_type const& r) {
    std::string const good = counted(r);
    std::string must(r.length, ' ');
    for (codec::column const& c : r.columns)
      if (c.type == codec::kind::digits)
        for (std::size_t i = 0; i < c.count; ++i) must.replace(c.offset + i * c.stride, c.width, c.width, '9');
    std::size_t wrong = 0;
    for (std::size_t at = 0; at < r.length; ++at) {
      for (char c : {'/', ':', ' ', '\xb0'}) {
        std::string damaged = good;
        damaged[at] = c;
        auto const view = r.decode(damaged);
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
