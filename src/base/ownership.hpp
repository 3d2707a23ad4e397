// Files that root makes where another account works.
#pragma once

#include <filesystem>

namespace samspil {

/// When this process is root's and `directory` belongs to another account: gives root's files in it to that account,
/// which could not open them otherwise. Links and files with another name stay whose they are: the account may have put
/// them there to be given what is not its own. What cannot be given stays root's.
void give_to_owner(std::filesystem::path const& directory) noexcept;
/// The same for all that lies under `directory`, and itself, to the owner of `model`. `directory` is root's.
void give_tree_to_owner(std::filesystem::path const& directory, std::filesystem::path const& model) noexcept;

}  // namespace samspil
