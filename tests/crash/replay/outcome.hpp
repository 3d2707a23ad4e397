// What must be true when the whole batch is sent.
#pragma once

#include <filesystem>
#include <string>

#include "store/database.hpp"

namespace samspil::test {

/// Lines of FILE.receipts so far, whole ones.
std::size_t receipt_count(std::filesystem::path const& receipts);

/// Every move registered once, its receipt in FILE.receipts once and in the order of the requests, an answer for each
/// message, and the database sound. Gives the faults, a line each.
std::string judge_batch(store::database& db, std::filesystem::path const& receipts,
                        std::filesystem::path const& answers, unsigned moves);

}  // namespace samspil::test
