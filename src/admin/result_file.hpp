// What a command writes as a file: it gets its name when it is whole, so that
// nobody ever finds a part of it under that name. Without a name it is standard
// output.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "admin/descriptor.hpp"
#include "admin/values.hpp"

namespace samspil::admin {

class result_file {
 public:
  virtual ~result_file() = default;
  /// Writes the next bytes; what is wrong, nothing when they are written.
  virtual std::optional<std::string> write(std::string_view bytes) = 0;
  /// All is written: makes it durable and gives it its name. What is wrong,
  /// nothing when it is there.
  virtual std::optional<std::string> place() = 0;
  /// Of the file that it is written to, -1 when that is a stream.
  virtual int descriptor_number() const { return -1; }
  /// Whether a file of its name is there already, which place() would replace.
  virtual bool replaces() const { return false; }
};

/// Standard output.
class stream_result final : public result_file {
 public:
  explicit stream_result(std::ostream& to) : to_(to) {}
  std::optional<std::string> write(std::string_view bytes) override;
  std::optional<std::string> place() override;

 private:
  std::ostream& to_;
};

/// A file by name: `NAME.tmp` until it is placed. One that is not placed is
/// removed; what a kill leaves behind is taken by the next one of that name.
class named_result final : public result_file {
 public:
  /// Errors: it cannot be made; NAME is no regular file; another process writes it; NAME.tmp is there and is somebody
  /// else's, has another name too or is no regular file.
  static value_result<std::unique_ptr<named_result>> open(std::filesystem::path const& name);
  ~named_result() override;
  std::optional<std::string> write(std::string_view bytes) override;
  std::optional<std::string> place() override;
  int descriptor_number() const override { return file_.get(); }
  bool replaces() const override { return std::filesystem::exists(name_); }

 private:
  named_result(std::filesystem::path name, descriptor file);
  std::filesystem::path const name_;
  std::filesystem::path const half_;
  descriptor file_;
  bool placed_ = false;
};

/// Writes all of `bytes`; what is wrong, nothing when they are written.
std::optional<std::string> write_all(int fd, std::string_view bytes);

}  // namespace samspil::admin
