#include "admin/generate.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <system_error>

#include "admin/generate_family.hpp"
#include "base/date.hpp"
#include "record/cpr_file_writer.hpp"

namespace samspil::admin {
namespace {

namespace fs = std::filesystem;
using record::cpr_file_writer;
using record::file_family;
using record::file_form;

/// One of the three files: written beside its name, renamed when all are complete.
class written_file {
 public:
  written_file(fs::path const& out, char const* name, file_family family, std::string opgavenr)
      : whole_(out / name),
        beside_(out / (std::string(name) + ".part")),
        file_(beside_, std::ios::binary),
        writer_(
            family, file_form::stripped_lines,
            {std::move(opgavenr), date8(generated_on()), family == file_family::persons ? "00000000" : ""},
            [this](std::string_view piece) { file_.write(piece.data(), static_cast<std::streamsize>(piece.size())); }) {
  }
  written_file(written_file const&) = delete;
  written_file& operator=(written_file const&) = delete;
  ~written_file() {
    std::error_code ignored;  // it is there only when something failed
    fs::remove(beside_, ignored);
  }

  cpr_file_writer& writer() { return writer_; }
  bool good() const { return file_.good(); }
  fs::path const& name() const { return whole_; }
  void close() {
    writer_.end();
    file_.close();
  }
  std::error_code take_place() const {
    std::error_code failed;
    fs::rename(beside_, whole_, failed);
    return failed;
  }

 private:
  fs::path whole_, beside_;
  std::ofstream file_;
  cpr_file_writer writer_;
};

generate_error cannot_write(fs::path const& name, std::string const& why) {
  return {16, name.string() + ": cannot be written: " + why};
}

}  // namespace

void throw_exception_from_error(generate_error const& e, boost::source_location const&) {
  throw std::logic_error("unchecked result: " + e.text);
}

std::string generate_report::text() const {
  return "persons " + std::to_string(persons) + ", households " + std::to_string(households) + ", roads " +
         std::to_string(roads) + ", authorities " + std::to_string(authorities) + ", bytes " + std::to_string(bytes) +
         "\n";
}

boost::json::object generate_report::json() const {
  return {{"persons", persons},
          {"households", households},
          {"roads", roads},
          {"authorities", authorities},
          {"bytes", bytes}};
}

boost::system::result<generate_report, generate_error> generate(std::uint64_t persons, std::uint64_t seed,
                                                                fs::path const& out, generate_progress const& tell) {
  if (persons == 0 || persons > generate_persons_max)
    return generate_error{12, "persons: 1 to " + std::to_string(generate_persons_max)};
  std::error_code failed;
  fs::create_directories(out, failed);
  if (failed) return cannot_write(out, failed.message());

  written_file people(out, "persons.txt", file_family::persons, "990001");
  written_file authorities(out, "authorities.txt", file_family::authorities, "990002");
  written_file roads(out, "roads.txt", file_family::roads, "990003");
  auto const parts = {&people, &authorities, &roads};
  for (written_file const* p : parts)
    if (!p->good()) return cannot_write(p->name(), std::strerror(errno));

  random_source random(seed);
  family_maker maker(random);
  generate_report report;
  constexpr std::uint64_t told_every = 1000;
  while (report.persons < persons) {
    auto const family = maker.next(static_cast<std::size_t>(persons - report.persons));
    for (citizen const& c : family) people.writer().add(records_of(c, maker.roads()));
    std::uint64_t const before = report.persons;
    report.persons += family.size();
    if (!people.good()) return cannot_write(people.name(), std::strerror(errno));
    if (tell && (before / told_every != report.persons / told_every || report.persons == persons) &&
        !tell(report.persons, persons))
      return generate_error{8, "cancelled, nothing has been written"};
  }
  maker.roads().write(roads.writer());
  for (auto const& a : fictitious_authorities()) authorities.writer().add(records_of(a));

  for (written_file* p : parts) {
    p->close();
    if (!p->good()) return cannot_write(p->name(), std::strerror(errno));
    report.bytes += p->writer().bytes();
  }
  for (written_file const* p : parts)
    if (auto const wrong = p->take_place()) return cannot_write(p->name(), wrong.message());
  report.households = maker.households();
  report.roads = maker.roads().size();
  report.authorities = fictitious_authorities().size();
  return report;
}

}  // namespace samspil::admin
