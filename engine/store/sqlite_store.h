#pragma once

#include <filesystem>
#include <memory>

#include "store/store.h"

namespace chancery::store {

/// Opens an SQLite database, makes it when there is none and brings its schema up to date.
/// Errors: WorldError; also when a newer version of the program made it.
std::unique_ptr<Store> openSqlite(const std::filesystem::path& file);

}  // namespace chancery::store
