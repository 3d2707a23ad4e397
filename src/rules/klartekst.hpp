// What the KLARTEKST of several events have in common.
#pragma once

#include <string_view>

#include "rules/facts.hpp"

namespace samspil::rules {

/// The address that DATA's VEJKOD, HUSNR, ETAGE and SIDEDOER name in KOMKOD, in clear text.
address_text new_address(data_facts const& f);

/// ADRNVN of another person's record 003; empty for zeros and who is not in the register.
std::string_view name_of(data_facts const& f, std::string_view pnr);

/// AEGTENVN of an AKTUEL: the spouse's 003 ADRNVN, or AEGTENVN of the 012 when the spouse is not in the register.
std::string_view spouse_name(key_facts const& f, codec::view<rec::PERSON_012> civil);

/// Writes the address fields of FLY-, IND- or GEN-KLARTEKST.
template <class Klartekst>
void put_address(codec::buffer<Klartekst>& out, address_text const& text) {
  out.set(Klartekst::KOMNVN, text.komnvn)
      .set(Klartekst::VEJADRNVN, text.vejadrnvn)
      .set(Klartekst::VEJNVN, text.vejnvn)
      .set(Klartekst::STANDARDADR, text.standardadr)
      .set(Klartekst::BYNVN, text.bynvn)
      .set(Klartekst::POSTNR, text.postnr)
      .set(Klartekst::POSTDISTTXT, text.postdisttxt)
      .set(Klartekst::LOKALITET, text.lokalitet);
}

}  // namespace samspil::rules
