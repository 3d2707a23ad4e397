// layout decode: a partner's file of records by a partner's copybook.
#include <optional>

#include "admin/functions.hpp"
#include "admin/layout_report.hpp"
#include "admin/layout_source.hpp"
#include "admin/load.hpp"
#include "admin/record_file.hpp"
#include "admin/report.hpp"
#include "base/code_page.hpp"

namespace samspil::admin {
namespace {

/// Items that do not fit are told one by one up to this many.
constexpr std::size_t misfits_told_max = 100;

/// How the bytes are to be read, by --code-page and --comp-5.
layout_result<layout::reading> reading_of(arguments const& given) {
  layout::reading out;
  if (given.has("--code-page")) {
    auto const page = find_code_page(given.value("--code-page"));
    if (!page) return layout_fault{status::usage, "--code-page: expected ISO-8859-1, IBM277 or IBM1142"};
    out.page = *page;
    // Who writes EBCDIC is a mainframe.
    if (*page != code_page::iso_8859_1) out.native = layout::byte_order::big;
  }
  std::string_view const order = given.value("--comp-5");
  if (order == "big")
    out.native = layout::byte_order::big;
  else if (order == "little")
    out.native = layout::byte_order::little;
  else if (!order.empty())
    return layout_fault{status::usage, "--comp-5: expected big or little"};
  return out;
}

/// Decodes record by record, writes each and tells what does not fit.
class decoder {
 public:
  decoder(context const& with, std::string_view path, layout::reading const& how, layout::views views)
      : with_(with), path_(path), how_(how), views_(views) {
    if (with.json) list_.emplace(with.out);
  }

  bool take(file_record const& record, std::size_t done, std::size_t total) {
    auto const items = layout::decode(*record.what, record.bytes, how_, views_);
    if (!items) {
      unreadable_ = placed(items.error(), record);
      return false;
    }
    for (layout::decoded_item const& item : *items)
      // A redefinition that does not fit is of another kind of record.
      if (!item.value.fits && !item.at.view) tell(placed(layout::misfit(*record.what, item), record));
    if (list_)
      list_->add(decoded_json(record, *items));
    else
      with_.out << decoded_text(record, *items);
    return with_.out.good() && with_.shown.update("decoding", done, total, "bytes");
  }

  std::optional<decode_error> const& unreadable() const { return unreadable_; }

  int finish() {
    list_.reset();
    if (misfits_ > misfits_told_max)
      fail(with_, status::warnings,
           std::string(path_) + ": " + std::to_string(misfits_ - misfits_told_max) + " more items that do not fit");
    return misfits_ == 0 ? status::ok : status::warnings;
  }

 private:
  decode_error placed(decode_error e, file_record const& record) const {
    e.source = path_;
    e.record_number = record.number;
    return e;
  }
  void tell(decode_error const& e) {
    if (++misfits_ <= misfits_told_max) fail(with_, status::warnings, e.text());
  }

  context const& with_;
  std::string_view path_;
  layout::reading const& how_;
  layout::views views_;
  std::optional<json_list> list_;
  std::optional<decode_error> unreadable_;
  std::size_t misfits_ = 0;
};

}  // namespace

int layout_decode(context const& with, arguments const& given) {
  auto const found = find_layouts(given.value("NAME-or-FILE"), given);
  if (!found) return fail(with, found.error().exit_status, found.error().text);
  auto const how = reading_of(given);
  if (!how) return fail(with, how.error().exit_status, how.error().text);
  auto const form = file_form_value(given.value("--framing"), given.value("--lrecl"));
  if (!form) return fail(with, status::usage, form.error().text);
  std::string const path(given.value("RECORDS"));
  auto const bytes = read_file(with.files->find(path)->second, path);
  if (!bytes) return fail(with, bytes.error().exit_status, bytes.error().text);

  decoder each(with, path, *how, given.has("--redefines") ? layout::views::included : layout::views::left_out);
  auto const walked =
      each_record(*bytes, path, found->records, *form, *how,
                  [&](file_record const& r, std::size_t done) { return each.take(r, done, bytes->size()); });
  int const exit_status = each.finish();
  if (each.unreadable()) return fail(with, status::usage, each.unreadable()->text());
  if (!walked) return fail(with, status::usage, walked.error().text());
  if (with.shown.cancelled()) return fail(with, status::refused, "cancelled");
  return exit_status;
}

}  // namespace samspil::admin
