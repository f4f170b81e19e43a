#include "render/folders.h"

#include <set>
#include <system_error>

#include "base/file.h"

namespace chancery::render {
namespace {

constexpr std::uint64_t kLargestFile = 4u << 20;  // a template or profile

bool isFile(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(path, error);
}

}  // namespace

std::optional<std::filesystem::path> Folders::find(const std::string& name,
                                                   std::string_view ending) const {
  if (name.find('/') != std::string::npos || name.ends_with(".xml")) {
    if (isFile(name)) return name;
    return std::nullopt;
  }
  for (const std::filesystem::path& folder : folders_) {
    for (const std::filesystem::path& place : {folder, folder / "styles"}) {
      std::filesystem::path path = place / (name + std::string(ending));
      if (isFile(path)) return path;
    }
  }
  return std::nullopt;
}

std::vector<std::string> Folders::names(std::string_view ending) const {
  std::set<std::string> found;
  for (const std::filesystem::path& folder : folders_) {
    for (const std::filesystem::path& place : {folder, folder / "styles"}) {
      std::error_code error;
      for (const auto& entry : std::filesystem::directory_iterator(place, error)) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(ending)) found.insert(name.substr(0, name.size() - ending.size()));
      }
    }
  }
  return {found.begin(), found.end()};
}

std::optional<templates::TemplateFile> FolderStore::open(const std::string& fileName) const {
  if (fileName == mainFile_.string()) {
    return templates::TemplateFile{fileName, readFile(mainFile_, kLargestFile)};
  }
  // What a template includes is a plain name: it cannot reach outside the folders.
  if (fileName.find('/') != std::string::npos) return std::nullopt;
  std::vector<std::filesystem::path> places{mainFile_.parent_path()};
  places.insert(places.end(), folders_.all().begin(), folders_.all().end());
  for (const std::filesystem::path& place : places) {
    const std::filesystem::path path = place / fileName;
    if (!isFile(path)) continue;
    return templates::TemplateFile{path.string(), readFile(path, kLargestFile)};
  }
  return std::nullopt;
}

}  // namespace chancery::render
