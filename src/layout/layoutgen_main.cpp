// samspil-layoutgen COPYBOOK OUTDIR           writes rec/<stem>.hpp and .cpp
// samspil-layoutgen --all OUTDIR COPYBOOK...  writes all.hpp and copybooks.cpp
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "layout/generate.hpp"

namespace {

namespace fs = std::filesystem;
namespace layout = samspil::layout;

std::string read_file(fs::path const& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  if (!in) throw std::runtime_error(path.string() + ": cannot be read");
  return out.str();
}

/// Leaves a file that is the same alone: what includes it need not be compiled again.
void write_file(fs::path const& path, std::string const& text) {
  if (fs::exists(path) && read_file(path) == text) return;
  std::ofstream out(path, std::ios::binary);
  out << text;
  if (!out.flush()) throw std::runtime_error(path.string() + ": cannot be written");
}

std::vector<layout::record> read_records(fs::path const& copybook) {
  auto const records = layout::read_copybook(read_file(copybook), copybook.string());
  if (!records) throw std::runtime_error(records.error().text());
  return *records;
}

std::string stem_of(fs::path const& copybook) { return layout::cpp_name(copybook.stem().string()); }

void write_views(fs::path const& copybook, fs::path const& directory) {
  auto const text = layout::generate(read_records(copybook), stem_of(copybook));
  if (!text) throw std::runtime_error(copybook.string() + ":" + text.error().text());
  write_file(directory / (stem_of(copybook) + ".hpp"), text->header);
  write_file(directory / (stem_of(copybook) + ".cpp"), text->source);
}

void write_registry(fs::path const& directory, std::vector<fs::path> const& copybooks) {
  std::vector<std::string> stems;
  std::vector<std::string> names;
  std::vector<std::pair<std::string, std::string>> texts;
  for (fs::path const& copybook : copybooks) {
    stems.push_back(stem_of(copybook));
    texts.emplace_back(copybook.stem().string(), read_file(copybook));
    for (layout::record const& r : read_records(copybook)) names.push_back(r.name);
  }
  write_file(directory / "all.hpp", layout::generate_registry(stems, names));
  write_file(directory / "copybooks.cpp", layout::generate_copybooks(texts));
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> const arguments(argv + 1, argv + argc);
  try {
    if (arguments.size() > 2 && arguments[0] == "--all") {
      fs::create_directories(arguments[1]);
      write_registry(arguments[1], {arguments.begin() + 2, arguments.end()});
    } else if (arguments.size() == 2) {
      fs::create_directories(arguments[1]);
      write_views(arguments[0], arguments[1]);
    } else {
      std::fputs("samspil-layoutgen COPYBOOK OUTDIR | --all OUTDIR COPYBOOK...\n", stderr);
      return 2;
    }
  } catch (std::exception const& error) {
    std::fprintf(stderr, "samspil-layoutgen: %s\n", error.what());
    return 1;
  }
  return 0;
}
