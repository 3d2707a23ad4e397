// Build tool: writes a .cpp with the bytes of files, so that the programs need
// no source tree. `samspil-embed LAYER OUT.cpp FILE...`; a file goes by its own name,
// and src/LAYER/embedded.hpp declares them.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

namespace {

void write_bytes(std::ostream& out, std::string_view bytes) {
  static constexpr std::string_view hex = "0123456789abcdef";
  std::size_t n = 0;
  for (char const c : bytes) {
    auto const byte = static_cast<unsigned char>(c);
    out << "'\\x" << hex[byte >> 4] << hex[byte & 15] << "'," << (++n % 16 == 0 ? "\n" : "");
  }
}

}  // namespace

int main(int count, char** words) {
  if (count < 3) return 12;
  std::string const layer = words[1];
  std::ofstream out(words[2], std::ios::binary);
  std::string names;
  out << "#include \"" << layer << "/embedded.hpp\"\n\n#include <array>\n\nnamespace samspil::" << layer
      << " {\nnamespace {\n\n";
  for (int i = 3; i < count; ++i) {
    std::ifstream in(words[i], std::ios::binary);
    if (!in) {
      std::cerr << "samspil-embed: cannot read " << words[i] << '\n';
      return 12;
    }
    std::string const bytes{std::istreambuf_iterator<char>(in), {}};
    // The closing zero keeps an empty file an array; its size is not counted.
    out << "constexpr char file_" << i << "[] = {\n";
    write_bytes(out, bytes);
    out << "'\\0'};\n\n";
    names += "    {\"" + std::filesystem::path(words[i]).filename().string() + "\", {file_" + std::to_string(i) + ", " +
             std::to_string(bytes.size()) + "}},\n";
  }
  out << "constexpr std::array<embedded_file, " << count - 3 << "> files"
      << (names.empty() ? std::string("{}") : "{{\n" + names + "}}") << ";\n\n}  // namespace\n\n"
      << "std::span<embedded_file const> embedded_files() { return files; }\n\n}  // namespace samspil::" << layer
      << "\n";
  return out.flush() ? 0 : 16;
}
