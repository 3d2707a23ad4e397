#include "admin/parse.hpp"

#include <deque>
#include <map>

#include <CLI/CLI.hpp>

namespace samspil::admin {
namespace {

/// CLI11 writes into these, so they stay where they are.
struct slot {
  command const* of;
  option const* what;
  bool set = false;
  std::vector<std::string> values;
};

std::string title(std::string_view value_name, std::string_view fallback) {
  return std::string(value_name.empty() ? fallback : value_name);
}

void add_option(CLI::App& app, slot& to) {
  option const& o = *to.what;
  std::string const name(o.name);
  std::string const help(o.help);
  if (o.what == takes::flag || o.what == takes::input_line) {
    app.add_flag(name, to.set, help);
    return;
  }
  CLI::Option* const made = app.add_option(name, to.values, help);
  made->type_name(title(o.value_name, o.name.starts_with("--") ? "TEXT" : ""));
  made->type_size(1)->allow_extra_args(false);
  if (o.what == takes::files)
    made->expected(-1);
  else if (o.what == takes::values)
    made->expected(1, CLI::detail::expected_max_vector_size)->allow_extra_args(!o.name.starts_with("--"));
  else
    made->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::Throw);
  if (o.required) made->required();
}

/// What CLI11 has to say, without quoting what was typed where a value stands:
/// it may be a personnummer.
std::string usage_text(CLI::ParseError const& wrong) {
  if (dynamic_cast<CLI::ExtrasError const*>(&wrong) != nullptr)
    return "too many arguments, or an option that this command has not";
  if (dynamic_cast<CLI::RequiredError const*>(&wrong) != nullptr &&
      std::string_view(wrong.what()).find("subcommand") != std::string_view::npos)
    return "a command is required";
  return wrong.what();
}

}  // namespace

std::variant<invocation, help_text, usage_error> parse(std::vector<std::string> const& words) {
  CLI::App app("the administrator's tool of samspil, a register of persons", "samspil");
  std::string home;
  bool json = false;
  app.add_option("--home", home, "the database's home (SAMSPIL_HOME, else /var/lib/samspil)")->type_name("DIR");
  app.add_flag("--json", json, "results as JSON");
  app.set_version_flag("--version", "samspil " SAMSPIL_VERSION);
  app.require_subcommand(1);
  app.fallthrough();
  app.get_formatter()->column_width(34);

  std::map<std::string, CLI::App*, std::less<>> groups;
  for (command_group const& g : command_groups()) {
    CLI::App* const made = app.add_subcommand(std::string(g.word), std::string(g.help));
    made->require_subcommand(1);
    groups.emplace(g.word, made);
  }
  std::deque<slot> slots;
  std::vector<std::pair<command const*, CLI::App*>> leaves;
  for (command const& c : commands()) {
    auto const blank = c.words.find(' ');
    CLI::App& parent = blank == std::string_view::npos ? app : *groups.find(c.words.substr(0, blank))->second;
    CLI::App* const leaf = parent.add_subcommand(
        std::string(blank == std::string_view::npos ? c.words : c.words.substr(blank + 1)), std::string(c.help));
    for (option const& o : c.options) add_option(*leaf, slots.emplace_back(slot{&c, &o, false, {}}));
    leaves.emplace_back(&c, leaf);
  }

  try {
    // CLI11 takes them from the back.
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (CLI::CallForHelp const&) {
    // It is the help of the command that stands before --help.
    return help_text{app.help()};
  } catch (CLI::CallForVersion const& version) {
    return help_text{std::string(version.what()) + "\n"};
  } catch (CLI::ParseError const& wrong) {
    return usage_error{usage_text(wrong)};
  }

  for (auto const& [what, leaf] : leaves) {
    if (!leaf->parsed()) continue;
    invocation out{what, {}, std::nullopt, json};
    if (app.count("--home") > 0) out.home = home;
    for (slot const& s : slots) {
      if (s.of != what) continue;
      if (s.set) out.given.add(s.what->name, "");
      for (std::string const& value : s.values) out.given.add(s.what->name, value);
    }
    return out;
  }
  return usage_error{"a command is required"};
}

}  // namespace samspil::admin
