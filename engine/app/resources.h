#pragma once

#include <filesystem>

namespace chancery::app {

/// The product's own files: doc-templates/, workflows/, schemas.
struct Resources {
  std::filesystem::path root;

  std::filesystem::path templates() const { return root / "doc-templates"; }
  std::filesystem::path workflows() const { return root / "workflows"; }
  std::filesystem::path calendars() const { return workflows() / "calendars"; }
};

/// Finds them from where the program lies: installed <exe>/../../share/chancery, in the build tree
/// two folders above the program's. The working folder does not matter.
/// Errors: WorldError when they are in neither place.
Resources findResources(const std::filesystem::path& program);

/// The path of the running program. Errors: WorldError.
std::filesystem::path programPath();

}  // namespace chancery::app
