#include "admin/table_file.hpp"

#include "admin/encoding.hpp"

namespace samspil::admin {

boost::system::result<std::string, load_error> read_table(context const& with, std::string_view source) {
  auto const file = with.files->find(source);
  if (file == with.files->end()) return load_error{status::fault, "the file did not come with the command"};
  auto bytes = read_file(file->second, source);
  if (!bytes) return bytes.error();
  // Letters of ISO-8859-1 hardly ever stand so that they make UTF-8 as well.
  std::string text = to_latin1(*bytes).value_or(*bytes);
  for (std::size_t at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at)) text.erase(at, 1);
  return text;
}

}  // namespace samspil::admin
