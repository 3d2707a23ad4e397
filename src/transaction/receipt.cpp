#include "transaction/receipt.hpp"

#include "rec/sams_init.hpp"

namespace samspil::transaction {
namespace {

using receipt = rec::KVITTERING;
using stored_receipt = rec::RECEIPT_ROW;
using init = rec::INIT_ANMODNING;

/// Whether a stored field is the text, and blanks behind it.
bool is_padded(std::string_view stored, std::string_view text) {
  return stored.starts_with(text) && codec::trimmed(stored.substr(text.size())).empty();
}

}  // namespace

kvittering make_receipt(receipt_facts const& facts, std::uint64_t number, std::string_view time20,
                        store::audit_mark const& mark) {
  codec::view<init> const keys(facts.keys);
  kvittering out;
  out.set(receipt::KVITTERINGSNR, number)
      .set(receipt::TIDSPUNKT, time20)
      .set(receipt::REGISTRERING, std::string_view(&facts.registrering, 1))
      .set(receipt::VENTENR, facts.ventenr)
      .set(receipt::TILSTAND, std::string_view(&facts.tilstand, 1))
      .set(receipt::HAENDELSE, keys[init::HAENDELSE])
      .set(receipt::PNR, keys[init::PNR])
      .set(receipt::HDTO, keys[init::HDTO])
      .set(receipt::GODKENDES_AF, facts.godkendes_af)
      .set(receipt::GODKENDES_AF_NVN, facts.godkendes_af_nvn)
      .set(receipt::VIRKNINGSDTO, keys[init::HDTO])
      .set(receipt::LOGHOVED, mark.loghoved());
  return out;
}

bool is_same_save(store::read_scope const& scope, store::receipt_row const& stored, std::uint64_t dialognr,
                  save_content const* content) {
  if (stored[stored_receipt::FUNKTION] != "GEMH") return false;
  if (codec::number(stored[stored_receipt::DIALOGNR]) == dialognr && dialognr != 0) return true;
  if (content == nullptr) return false;
  codec::view<receipt> const shown(stored[stored_receipt::KVITTERING]);
  auto const saved = scope.journal(codec::number(shown[receipt::KVITTERINGSNR]));
  return saved && is_padded(saved->head[rec::JOURNAL_ROW::EVENT_DATA], content->data) &&
         is_padded(saved->head[rec::JOURNAL_ROW::EVENT_KEYS], codec::trimmed(content->keys));
}

bool is_same_decision(store::receipt_row const& stored, std::string_view funktion, std::string_view body) {
  return stored[stored_receipt::FUNKTION] == funktion && is_padded(stored[stored_receipt::BODY], body);
}

std::optional<kvittering> receipt_now(store::read_scope const& scope, std::string_view kundenr,
                                      std::string_view reference) {
  auto const row = scope.receipt(kundenr, reference);
  if (!row) return std::nullopt;
  kvittering out((*row)[stored_receipt::KVITTERING]);
  if (std::uint64_t const ventenr = codec::number(out[receipt::VENTENR]); ventenr != 0)
    if (auto const waiting = scope.waiting(ventenr)) out.set(receipt::TILSTAND, (*waiting)[rec::WAITING_ROW::TILSTAND]);
  return out;
}

}  // namespace samspil::transaction
