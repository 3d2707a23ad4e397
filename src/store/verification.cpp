#include "store/verification.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "store/wait.hpp"

namespace samspil::store {

namespace {

std::uint64_t first_sequence(environment const& env) {
  std::uint64_t first = 1;
  env.walk(table::audit, nullptr, {}, {}, [&](std::string_view sequence, std::string_view) {
    if (codec::is_digits(sequence)) first = std::max<std::uint64_t>(1, codec::number(sequence));
    return false;
  });
  return first;
}

}  // namespace

verification::verification(environment& environment_of, committer& writer, utc_micros time,
                           verify_options const& options)
    : env(environment_of),
      how(options),
      head(writer.head()),
      first_audit(first_sequence(env)),
      now(time),
      writer_(writer) {}

std::uint64_t verification::estimate(table t) const {
  if (t == table::audit) return head.sequence + 1 - std::min(first_audit, head.sequence + 1);
  constexpr std::uint64_t sample = 200;
  std::uint64_t rows = 0;
  std::uint64_t bytes = 0;
  env.walk(t, nullptr, {}, {}, [&](std::string_view key, std::string_view row) {
    ++rows;
    bytes += key.size() + row.size() + 10;
    return rows < sample;
  });
  if (rows < sample || env.in_memory()) return rows;
  std::error_code failed;
  auto const size = std::filesystem::file_size(env.directory() / (std::string(name(t)) + ".db"), failed);
  return failed ? rows : std::max(rows, size * 3 / 4 * rows / bytes);  // pages are some three quarters full
}

void verification::phase(std::string_view name, table t) {
  phase_ = name;
  done_ = 0;
  total_ = how.progress && !is_damaged(t) ? estimate(t) : 0;
}

void verification::counted() {
  constexpr std::uint64_t rows_between = 1000;
  if (++done_ % rows_between != 0 || !how.progress) return;
  if (!how.progress(phase_, done_, std::max(done_, total_))) throw cancelled{};
}

void verification::suspect(table t, std::string key, std::string text, check again) {
  suspicions_.push_back({{std::string(name(t)), std::move(key), std::move(text)}, std::move(again)});
  if (suspicions_.size() >= how.findings_max) throw cancelled{};
}

void verification::each(table t, std::string_view from, row_check const& wrong) {
  if (is_damaged(t)) return;
  std::string previous;
  env.walk(t, nullptr, {}, from, [&](std::string_view key, std::string_view row) {
    counted();
    if (key <= previous && !previous.empty()) {
      std::string const text = "its key is not behind the one before it";
      suspect(t, shown(t, key), text, [text] { return std::optional(text); });
    }
    previous.assign(key);
    if (auto text = wrong(key, row))
      suspect(t, shown(t, key), std::move(*text),
              [this, t, wrong, k = std::string(key)]() -> std::optional<std::string> {
                auto const found = env.get(t, nullptr, k);
                if (!found) return std::nullopt;
                std::string const copy(*found);  // the check may get other rows
                return wrong(k, copy);
              });
    return true;
  });
}

std::vector<finding> verification::confirm() {
  constexpr std::size_t at_a_time = 50;
  std::vector<finding> findings;
  for (std::size_t from = 0; from < suspicions_.size(); from += at_a_time) {
    std::size_t const to = std::min(suspicions_.size(), from + at_a_time);
    std::vector<finding> confirmed;
    submit_alone_and_wait(writer_, [&](write_scope&) {
      confirmed.clear();
      for (std::size_t i = from; i < to; ++i)
        if (auto text = suspicions_[i].again())
          confirmed.push_back({suspicions_[i].what.table, suspicions_[i].what.key, std::move(*text)});
    });
    std::move(confirmed.begin(), confirmed.end(), std::back_inserter(findings));
  }
  suspicions_.clear();
  return findings;
}

std::string shown(table t, std::string_view key) {
  switch (t) {
    case table::session: return {};  // a hash of a token
    case table::person:
    case table::person_staged:
    case table::subscriber:
    case table::waiting_person:
    case table::audit_person:
      return std::string(key.substr(0, 6)) + "xxxx" + (key.size() > 10 ? " " + std::string(key.substr(10)) : "");
    case table::subscription:
    case table::feed:  // KUNDENR first
      return std::string(key.substr(0, 10)) + "xxxx" + (key.size() > 14 ? " " + std::string(key.substr(14)) : "");
    default: return std::string(key);
  }
}

}  // namespace samspil::store
