#include "app/resources.h"

#include "base/error.h"

namespace chancery::app {

namespace fs = std::filesystem;

fs::path programPath() {
  std::error_code error;
  fs::path path = fs::read_symlink("/proc/self/exe", error);
  if (error) throw WorldError("find", "the running program", error.message());
  return path;
}

Resources findResources(const fs::path& program) {
  const fs::path folder = program.parent_path();
  for (const fs::path& root :
       {folder.parent_path() / "share" / "chancery", folder.parent_path().parent_path()}) {
    std::error_code ignored;
    if (fs::is_directory(root / "doc-templates", ignored) &&
        fs::is_directory(root / "workflows", ignored)) {
      return {root};
    }
  }
  throw WorldError("find", "templates and workflows of the program", "they were not installed");
}

}  // namespace chancery::app
