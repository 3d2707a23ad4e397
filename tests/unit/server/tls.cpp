// What the handshake offers and refuses, certificates, and their reload.
#include <boost/test/unit_test.hpp>

#include <fstream>

#include "base/crypto.hpp"
#include "unit/server/raw_tls.hpp"

using namespace samspil;
using namespace samspil::server;
using namespace samspil::server::test;

namespace {

bool mentions(std::string const& text, std::string_view what) { return text.find(what) != std::string::npos; }

std::string problem_of(tls_options const& how) {
  auto const made = make_tls_context(how);
  return made ? "" : made.error();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tls)

BOOST_AUTO_TEST_CASE(versions) {
  echo handler;
  running r(handler);
  BOOST_CHECK_THROW(raw_tls(r.endpoint(), "1.0"), std::runtime_error);
  BOOST_CHECK_THROW(raw_tls(r.endpoint(), "1.1"), std::runtime_error);
  BOOST_TEST(r.ended("handshake_failed", 2));
  BOOST_TEST(r.connect("1.2").exchange(message()) == message());
  BOOST_TEST(r.connect("1.3").exchange(message()) == message());
}

BOOST_AUTO_TEST_CASE(tls_min_1_3_refuses_1_2) {
  echo handler;
  running r(handler, [](installation& i) { i.listener.tls.tls_1_3_only = true; });
  BOOST_CHECK_THROW(raw_tls(r.endpoint(), "1.2"), std::runtime_error);
  BOOST_TEST(r.connect("1.3").exchange(message()) == message());
}

BOOST_AUTO_TEST_CASE(forward_secrecy_and_nothing_to_resume) {
  echo handler;
  running r(handler);
  raw_tls old(r.endpoint(), "1.2");
  BOOST_TEST(old.cipher().starts_with("ECDHE-"));
  BOOST_TEST((mentions(old.cipher(), "GCM") || mentions(old.cipher(), "CHACHA20")));
  BOOST_TEST(!old.resumable());
  raw_tls recent(r.endpoint(), "1.3");
  recent.write(message());
  BOOST_TEST(recent.read(100) == message());  // a ticket would have come in front of it
  BOOST_TEST(recent.group() == "X25519");
  BOOST_TEST(!recent.resumable());
}

BOOST_AUTO_TEST_CASE(renegotiation_is_refused) {
  echo handler;
  running r(handler);
  raw_tls c(r.endpoint(), "1.2");
  c.write(message());
  BOOST_TEST(c.read(100) == message());
  BOOST_TEST(!c.renegotiate());
}

BOOST_AUTO_TEST_CASE(what_is_no_tls_at_all_is_ended) {
  echo handler;
  running r(handler);
  raw_socket const s(r.endpoint());
  s.send("SAMS,LOGN000100010001 in clear, far too trusting..........................");
  BOOST_TEST(s.ends());
  BOOST_TEST(r.ended("handshake_failed"));
  BOOST_TEST(handler.seen().empty());
}

BOOST_AUTO_TEST_CASE(certificates_are_checked) {
  installation const i;
  tls_options const good = i.listener.tls;
  BOOST_TEST(problem_of(good) == "");

  auto changed = good;
  changed.certificate = i.directory.path / "missing.crt";
  BOOST_TEST(mentions(problem_of(changed), "missing.crt: the certificate cannot be read"));
  changed = good;
  changed.key = i.directory.path / "missing.key";
  BOOST_TEST(mentions(problem_of(changed), "missing.key: the key cannot be read"));
  changed = good;
  changed.certificate = good.key;
  BOOST_TEST(mentions(problem_of(changed), "not a PEM certificate"));

  changed.certificate = i.directory.path / "a.crt";
  changed.key = i.directory.path / "a.key";
  write_certificate(changed.certificate, changed.key, -10, -1);
  BOOST_TEST(mentions(problem_of(changed), "a.crt: the certificate has expired"));
  write_certificate(changed.certificate, changed.key, 1, 10);
  BOOST_TEST(mentions(problem_of(changed), "a.crt: the certificate is not valid yet"));
  write_certificate(changed.certificate, changed.key, -1, 10);
  BOOST_TEST(problem_of(changed) == "");
  changed.key = good.key;
  BOOST_TEST(mentions(problem_of(changed), "server.key: not the PEM key of"));

  // A chain whose second certificate has nothing to do with the first.
  std::ofstream(i.directory.path / "chain.crt") << std::ifstream(good.certificate).rdbuf()
                                                << std::ifstream(i.directory.path / "a.crt").rdbuf();
  changed = good;
  changed.certificate = i.directory.path / "chain.crt";
  BOOST_TEST(mentions(problem_of(changed), "certificate 2 of the chain is not the issuer"));

  changed = good;
  changed.ask = client_certificates::required;
  changed.client_ca = good.key;
  BOOST_TEST(mentions(problem_of(changed), "not a PEM file of certificates"));
}

BOOST_AUTO_TEST_CASE(a_reload_changes_the_certificate_and_drops_nobody) {
  echo handler;
  running r(handler);
  auto before = r.connect();
  BOOST_TEST(before.exchange(message()) == message());

  installation const other;
  auto to = r.endpoint();
  to.ca_file = other.listener.tls.certificate.string();
  BOOST_CHECK_THROW(client::connection{to}, client::connection_error);
  BOOST_TEST(r.server->reload({other.listener.tls}, r.files.limit).empty());
  client::connection after(to);
  BOOST_TEST(after.exchange(message()) == message());
  BOOST_TEST(before.exchange(message()) == message());
}

BOOST_AUTO_TEST_CASE(a_bad_certificate_at_reload_keeps_the_old_one) {
  echo handler;
  running r(handler);
  tls_options bad;
  bad.certificate = r.files.directory.path / "old.crt";
  bad.key = r.files.directory.path / "old.key";
  write_certificate(bad.certificate, bad.key, -10, -1);
  auto const problems = r.server->reload({bad}, r.files.limit);
  BOOST_REQUIRE(problems.size() == 1);
  BOOST_TEST(mentions(problems.front(), "expired"));
  BOOST_TEST(r.connect().exchange(message()) == message());
}

BOOST_AUTO_TEST_CASE(a_server_with_a_bad_certificate_does_not_start) {
  echo handler;
  BOOST_CHECK_THROW(running(handler, [](installation& i) { i.listener.tls.key = "/nowhere"; }), bad_certificate);
}

BOOST_AUTO_TEST_CASE(a_subject_is_readable) {
  scratch_directory const files;
  for (auto const& [name, subject] : {std::pair("K\xC3\xB8" "benhavn, Kommune", "CN=K\xF8" "benhavn\\, Kommune"),
                                      {"\xC5\x81\xC3\xB3" "d\xC5\xBA", "CN=\\C5\\81\\C3\\B3d\\C5\\BA"}}) {
    auto const certificate = files.path / "a.crt", key = files.path / "a.key";
    write_certificate(certificate, key, -1, 10, name);
    echo handler;
    running r(handler, [&](installation& i) {
      i.listener.tls.ask = client_certificates::required;
      i.listener.tls.client_ca = certificate;
    });
    auto to = r.endpoint();
    to.certificate_file = certificate.string();
    to.key_file = key.string();
    client::connection bound(to);
    BOOST_TEST(bound.exchange(message()) == message());
    BOOST_TEST(handler.last_peer().certificate_subject == subject);
  }
}

BOOST_AUTO_TEST_CASE(client_certificates_are_asked_for_as_the_listener_says) {
  installation const client;
  auto const with = [&client](client_certificates ask) {
    return [&client, ask](installation& i) {
      i.listener.tls.ask = ask;
      i.listener.tls.client_ca = client.listener.tls.certificate;
    };
  };
  for (client_certificates const ask : {client_certificates::optional, client_certificates::required}) {
    echo handler;
    running r(handler, with(ask));
    auto to = r.endpoint();
    to.certificate_file = client.listener.tls.certificate.string();
    to.key_file = client.listener.tls.key.string();
    client::connection bound(to);
    BOOST_TEST(bound.exchange(message()) == message());
    BOOST_TEST(handler.last_peer().certificate.size() == 64);
    BOOST_TEST(mentions(handler.last_peer().certificate_subject, "CN=localhost"));

    // One that the CA has not issued is refused either way.
    installation const stranger;
    to.certificate_file = stranger.listener.tls.certificate.string();
    to.key_file = stranger.listener.tls.key.string();
    BOOST_CHECK_THROW(client::connection(to).exchange(message()), client::connection_error);
  }
  echo handler;
  running optional(handler, with(client_certificates::optional));
  BOOST_TEST(optional.connect().exchange(message()) == message());
  BOOST_TEST(handler.last_peer().certificate == "");
  running required(handler, with(client_certificates::required));
  BOOST_CHECK_THROW(required.connect("1.2"), client::connection_error);
  BOOST_CHECK_THROW(required.connect("1.3").exchange(message()), client::connection_error);
}

BOOST_AUTO_TEST_SUITE_END()
