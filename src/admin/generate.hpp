// `samspil generate`: a synthetic population in CPR's own files. Everybody in
// it is fictitious. The same seed and number give the same bytes on any machine.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include <boost/json/object.hpp>
#include <boost/system/result.hpp>

namespace samspil::admin {

/// Called now and then with the persons written so far; false cancels.
using generate_progress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

struct generate_report {
  std::uint64_t persons = 0;      ///< as many as were asked for
  std::uint64_t households = 0;
  std::uint64_t roads = 0;
  std::uint64_t authorities = 0;
  std::uint64_t bytes = 0;        ///< of the three files together

  /// Lines for standard output, each with its line end.
  std::string text() const;
  boost::json::object json() const;
};

struct generate_error {
  int exit_status;  ///< 12 arguments, 8 cancelled, 16 a file cannot be written
  std::string text;
  bool operator==(generate_error const&) const = default;
};

[[noreturn]] void throw_exception_from_error(generate_error const& e, boost::source_location const&);

/// Largest population: the personnummer of the years it is born in hold no more.
inline constexpr std::uint64_t generate_persons_max = 5'000'000;

/// Writes persons.txt, authorities.txt and roads.txt (line form, LF) into `out`,
/// which is made when it is not there; files of these names are replaced, each
/// at once when all three are complete. Memory holds one family at a time and the
/// roads, so that millions work.
boost::system::result<generate_report, generate_error> generate(std::uint64_t persons, std::uint64_t seed,
                                                                std::filesystem::path const& out,
                                                                generate_progress const& tell = {});

}  // namespace samspil::admin
