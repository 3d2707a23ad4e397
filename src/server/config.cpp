#include "server/config.hpp"

#define TOML_EXCEPTIONS 0
// Texts such as `[[&listener]]` do not hold what the parser asserts; right behind it stands an error that says so.
#define TOML_ASSERT(holds) static_cast<void>(0)
#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <sstream>

#include "base/date.hpp"
#include "server/config_values.hpp"

namespace samspil::server {
namespace {

using problem = std::optional<std::string>;
/// Takes a value into the configuration, or says what it should have been.
using setter = std::function<problem(toml::node const&)>;
struct key {
  std::string_view name;
  setter set;
};
using keys = std::vector<key>;

problem expected(std::string_view what) { return "expected " + std::string(what); }

// ---- what a key may be

setter text(std::function<problem(std::string const&)> use) {
  return [use = std::move(use)](toml::node const& given) -> problem {
    auto const* const value = given.as_string();
    return value == nullptr ? expected("a text in quotes") : use(value->get());
  };
}

setter path(std::filesystem::path& into, std::filesystem::path const& base, bool may_be_empty = false) {
  return text([&into, &base, may_be_empty](std::string const& value) -> problem {
    if (value.empty() && !may_be_empty) return expected("a path");
    into = value.empty() ? std::filesystem::path() : base / value;
    return std::nullopt;
  });
}

template <class Number>
setter number(Number& into, std::int64_t least, std::int64_t most) {
  return [&into, least, most](toml::node const& given) -> problem {
    auto const* const value = given.as_integer();
    if (value == nullptr || value->get() < least || value->get() > most) {
      return expected("a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    }
    into = static_cast<Number>(value->get());
    return std::nullopt;
  };
}

template <class Duration>
setter duration(Duration& into) {
  return text([&into](std::string const& value) -> problem {
    auto const parsed = parse_duration(value);
    if (!parsed) return expected("a duration: a whole number above 0 with ms, s, m, h or d");
    into = std::chrono::ceil<Duration>(*parsed);
    return std::nullopt;
  });
}

setter address(std::string& into) {
  return text([&into](std::string const& value) -> problem {
    if (!is_address(value)) return expected("an IPv4 or IPv6 address");
    into = value;
    return std::nullopt;
  });
}

template <class Value>
setter choice(Value& into, std::vector<std::pair<std::string, Value>> const& choices) {
  return text([&into, choices](std::string const& value) -> problem {
    std::string names;
    for (auto const& [name, meaning] : choices) {
      if (name == value) {
        into = meaning;
        return std::nullopt;
      }
      names += (names.empty() ? "" : ", ") + name;
    }
    return expected("one of " + names);
  });
}

setter families(session::wire_format& into) {
  return [&into](toml::node const& given) -> problem {
    auto const wrong = expected("an array of SAMS, PRIV and OFF4, one at least");
    auto const* const list = given.as_array();
    if (list == nullptr || list->empty()) return wrong;
    into.sams = into.priv = into.off4 = false;
    for (toml::node const& entry : *list) {
      std::string const name = entry.value_or(std::string());
      if (name != "SAMS" && name != "PRIV" && name != "OFF4") return wrong;
      (name == "SAMS" ? into.sams : name == "PRIV" ? into.priv : into.off4) = true;
    }
    return std::nullopt;
  };
}

setter frame(framing& into) {
  return text([&into](std::string const& value) -> problem {
    auto const found = find_framing(value);
    if (!found) return expected("one of " + framing_names());
    into = *found;
    return std::nullopt;
  });
}

setter page(code_page& into) {
  std::vector<std::pair<std::string, code_page>> pages;
  for (code_page const each : {code_page::iso_8859_1, code_page::ibm277, code_page::ibm1142})
    pages.emplace_back(name_of(each), each);
  return choice(into, pages);
}

// ---- the sections

class reader {
 public:
  explicit reader(std::filesystem::path const& file) : file_(file), base_(file.parent_path()) {}

  result<config, config_error> read(toml::table const& root) {
    out_.listeners.resize(1);
    place(out_.listeners.front());
    keys sections = top_level();
    sections.push_back({"listener", [this](toml::node const& given) { return read_listeners(given); }});
    read_table(root, "", sections);
    if (first_wrong_) return *first_wrong_;
    return std::move(out_);
  }

 private:
  void place(listener_options& l) const {
    l.tls.certificate = base_ / "server.crt";
    l.tls.key = base_ / "server.key";
  }

  void wrong(toml::source_region const& where, std::string what) {
    config_error e{file_.string(), where.begin.line, where.begin.column, std::move(what)};
    auto const place_of = [](config_error const& at) { return std::pair(at.line, at.column); };
    if (!first_wrong_ || place_of(e) < place_of(*first_wrong_)) first_wrong_ = std::move(e);
  }

  void read_table(toml::table const& given, std::string const& prefix, keys const& known) {
    for (auto const& [name, value] : given) {
      auto const found =
          std::find_if(known.begin(), known.end(), [&n = name](key const& k) { return k.name == n.str(); });
      if (found == known.end()) {
        wrong(name.source(), "unknown key " + prefix + std::string(name.str()));
      } else if (problem const p = found->set(value)) {
        wrong(value.source(), prefix + std::string(name.str()) + ": " + *p);
      }
    }
  }

  setter section(std::string const& name, keys known) {
    return [this, name, known = std::move(known)](toml::node const& given) -> problem {
      auto const* const table = given.as_table();
      if (table == nullptr) return expected("a table [" + name + "]");
      read_table(*table, name + ".", known);
      return std::nullopt;
    };
  }

  keys top_level() {
    config& c = out_;
    limits& l = c.socket_limits;
    session::limits& s = c.session_limits;
    constexpr std::int64_t many = 1'000'000'000;
    std::vector<std::pair<std::string, bool>> const lookups{{"durable", true}, {"buffered", false}};
    return {
        {"database", section("database", {{"home", path(c.home, base_)},
                                          {"cache", text([&c](auto const& v) { return cache(c, v); })},
                                          {"free_space", text([&c](auto const& v) { return free_space(c, v); })}})},
        {"business", section("business", {{"date", text([&c](auto const& v) { return business_date(c, v); })},
                                          {"time_zone", text([&c](auto const& v) { return time_zone(c, v); })},
                                          {"effectuate_at", text([&c](auto const& v) { return daily(c, v); })}})},
        {"limits", section("limits", {{"connections", number(l.connections, 1, many)},
                                      {"connections_per_address", number(l.connections_per_address, 1, many)},
                                      {"handshake", duration(l.handshake)},
                                      {"logon", duration(l.logon)},
                                      {"record", duration(l.record)},
                                      {"idle", idle()},
                                      {"session", duration(s.session)},
                                      {"dialogue_idle", duration(s.dialogue_idle)},
                                      {"logons_waiting", number(c.logons_waiting, 0, many)},
                                      {"dialogues_per_session", number(s.dialogues_per_session, 1, many)},
                                      {"inits_per_user_and_minute", number(s.inits_per_user_and_minute, 0, many)}})},
        {"metrics", section("metrics", {{"address", address(c.metrics_address)},
                                        {"port", number(c.metrics_port, 0, 65535)}})},
        {"audit", section("audit", {{"lookups", choice(c.durable_lookups, lookups)},
                                    {"export", text(no_export)}})},
        {"secrets", section("secrets", {{"directory", path(c.secrets, base_, true)}})},
    };
  }

  // The same limit ends a silent connection and an idle session.
  setter idle() {
    return [this](toml::node const& given) -> problem {
      if (problem p = duration(out_.socket_limits.idle)(given)) return p;
      return duration(out_.session_limits.idle)(given);
    };
  }

  static problem cache(config& c, std::string const& value) {
    auto const parsed = parse_size(value);
    if (!parsed || *parsed < 20 * 1024) return expected("a size of 20KiB or more, with KiB, MiB, GiB or TiB");
    c.cache_bytes = *parsed;
    return std::nullopt;
  }

  static problem free_space(config& c, std::string const& value) {
    auto const parsed = parse_size(value);
    if (!parsed) return expected("a size with KiB, MiB, GiB or TiB");
    c.free_space = *parsed;
    return std::nullopt;
  }

  static problem business_date(config& c, std::string const& value) {
    if (value == "auto") return std::nullopt;
    c.business_date = parse_date10(value);
    return c.business_date ? problem() : expected("auto or a date yyyy-mm-dd");
  }

  static problem time_zone(config& c, std::string const& value) {
    if (!is_time_zone(value)) return expected("a time zone, as Europe/Copenhagen");
    c.time_zone = value;
    return std::nullopt;
  }

  static problem daily(config& c, std::string const& value) {
    if (!is_time_of_day(value)) return expected("a time of day HH:MM, or nothing");
    c.effectuate_at = value;
    return std::nullopt;
  }

  static problem no_export(std::string const& value) {
    return value.empty() ? problem() : "this version does not export the signed heads yet";
  }

  problem read_listeners(toml::node const& given) {
    auto const* const list = given.as_array();
    bool const tables = list != nullptr && !list->empty() && list->is_homogeneous(toml::node_type::table);
    if (!tables) return expected("tables [[listener]]");
    out_.listeners.assign(list->size(), {});
    for (std::size_t i = 0; i < list->size(); ++i) {
      place(out_.listeners[i]);
      read_listener(*list->get_as<toml::table>(i), out_.listeners[i]);
    }
    return std::nullopt;
  }

  void read_listener(toml::table const& given, listener_options& l) {
    using ask = client_certificates;
    read_table(given, "listener.",
               {{"address", address(l.address)},
                {"port", number(l.port, 0, 65535)},
                {"families", families(l.wire)},
                {"code_page", page(l.wire.page)},
                {"framing", frame(l.wire.frame)},
                {"certificate", path(l.tls.certificate, base_)},
                {"key", path(l.tls.key, base_)},
                {"client_ca", path(l.tls.client_ca, base_, true)},
                {"client_certificates", choice<ask>(l.tls.ask, {{"off", ask::off},
                                                                {"optional", ask::optional},
                                                                {"required", ask::required}})},
                {"tls_min", choice<bool>(l.tls.tls_1_3_only, {{"1.2", false}, {"1.3", true}})}});
    if (l.tls.ask != ask::off && l.tls.client_ca.empty()) {
      wrong(given.find("client_certificates")->second.source(),
            "listener.client_certificates: needs listener.client_ca");
    }
  }

  std::filesystem::path const& file_;
  std::filesystem::path base_;
  config out_;
  std::optional<config_error> first_wrong_;
};

}  // namespace

std::string config_error::text() const {
  if (line == 0) return file + ": " + what;
  return file + ": line " + std::to_string(line) + ", column " + std::to_string(column) + ": " + what;
}

result<config, config_error> parse_config(std::string_view text, std::filesystem::path const& file) {
  toml::parse_result const parsed = toml::parse(text, file.string());
  if (!parsed) {
    toml::source_position const at = parsed.error().source().begin;
    return config_error{file.string(), at.line, at.column, std::string(parsed.error().description())};
  }
  return reader(file).read(parsed.table());
}

result<config, config_error> read_config(std::filesystem::path const& file) {
  config_error const unreadable{file.string(), 0, 0, "cannot be read"};
  std::string text;
  try {
    std::ifstream in(file, std::ios::binary);
    text.assign(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    if (!in.is_open() || in.bad()) return unreadable;
  } catch (std::ios_base::failure const&) {  // a directory, or a disk that fails: the library throws here
    return unreadable;
  }
  return parse_config(text, file);
}

}  // namespace samspil::server
