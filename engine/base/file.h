#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace chancery {

/// The whole of a file. Errors: WorldError when it cannot be read or is larger than `limit` bytes.
std::string readFile(const std::filesystem::path& path, std::uint64_t limit);

/// Like readFile, but nothing when there is no such file.
std::optional<std::string> findFile(const std::filesystem::path& path, std::uint64_t limit);

/// Writes a file so that it appears whole or not at all, even after a power loss: a new file gets
/// its name when its bytes are synced; an older one is replaced by a synced file from beside it.
/// Then the folder is synced. Errors: WorldError; an older `path` stays as it was.
void writeFile(const std::filesystem::path& path, std::string_view bytes);

/// The same for a new file only: false when there is one already, which stays as it was, also when
/// another process makes it at the same moment. Errors: WorldError.
bool createFile(const std::filesystem::path& path, std::string_view bytes);

/// Makes a folder and those above it that are missing. When it returns their entries are on disk,
/// also those of a folder that was there already. Errors: WorldError.
void makeFolder(const std::filesystem::path& folder);

/// Forces a folder's entries to disk. Errors: WorldError.
void syncFolder(const std::filesystem::path& folder);

}  // namespace chancery
