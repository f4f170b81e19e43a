#include "render/named_files.h"

#include <algorithm>
#include <system_error>

#include "base/file.h"
#include "base/suggest.h"
#include "render/messages.h"

namespace chancery::render {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostListed = 2'000;  // files of a folder that near names are looked for in

/// A relative path of plain parts. ":" would be an address or a drive.
bool isSafe(const std::string& name) {
  if (name.empty() || name.front() == '/' || name.find_first_of(":\\") != std::string::npos ||
      name.find("//") != std::string::npos)
    return false;
  const fs::path path(name);
  return std::none_of(path.begin(), path.end(), [](const fs::path& part) {
    return part == ".." || part == "." || part.empty();
  });
}

/// Whether the file stands below the folder even when links are followed.
bool isBelow(const fs::path& file, const fs::path& folder) {
  std::error_code error;
  const fs::path real = fs::canonical(file, error);
  if (error) return false;
  const fs::path base = fs::canonical(folder, error);
  if (error) return false;
  return std::mismatch(base.begin(), base.end(), real.begin(), real.end()).first == base.end();
}

}  // namespace

NamedFiles::NamedFiles(const std::vector<NamedFile>& pinned, const FileLimits& limits)
    : limits_(limits), pinned_(true) {
  for (const NamedFile& file : pinned) {
    total_ += file.bytes.size();
    kept_.emplace(file.name, std::make_shared<const std::string>(file.bytes));
  }
}

std::optional<fs::path> NamedFiles::locate(const std::string& name) const {
  for (const fs::path& folder : folders_) {
    const fs::path path = (folder.empty() ? fs::path(".") : folder) / name;
    std::error_code error;
    if (fs::is_regular_file(path, error) && isBelow(path, folder.empty() ? "." : folder))
      return path;
  }
  return std::nullopt;
}

std::vector<std::string> NamedFiles::namesLike(const std::string& name) const {
  std::vector<std::string> names;
  if (pinned_) {
    for (const auto& [known, bytes] : kept_) names.push_back(known);
  }
  const fs::path below = fs::path(name).parent_path();
  for (const fs::path& folder : folders_) {
    std::error_code error;
    for (fs::directory_iterator entry((folder.empty() ? fs::path(".") : folder) / below, error),
         end;
         !error && entry != end && names.size() < kMostListed; entry.increment(error)) {
      std::error_code unknown;
      if (entry->is_regular_file(unknown))
        names.push_back((below / entry->path().filename()).generic_string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::shared_ptr<const std::string> NamedFiles::keep(const std::string& name, std::string bytes,
                                                    const Place& place, Diagnostics& diagnostics) {
  total_ += bytes.size();
  if (kept_.size() >= limits_.count || total_ > limits_.total) {
    diagnostics.error(messages::kTooManyFiles, place,
                      {std::to_string(limits_.count), std::to_string(limits_.total)});
    return nullptr;
  }
  return kept_.emplace(name, std::make_shared<const std::string>(std::move(bytes))).first->second;
}

std::shared_ptr<const std::string> NamedFiles::find(const std::string& name, const Place& place,
                                                    Diagnostics& diagnostics) {
  if (const auto known = kept_.find(name); known != kept_.end()) return known->second;
  if (!isSafe(name)) {
    diagnostics.error(messages::kUnsafeFileName, place, {name}).hint(messages::kFileNameHint);
    return nullptr;
  }
  const auto path = locate(name);
  if (!path) {
    auto added = diagnostics.error(messages::kNoFile, place, {name});
    if (const auto near = suggest(name, namesLike(name))) {
      added.hint(hints::kDidYouMean, {*near});
    } else {
      added.hint(pinned_ ? messages::kPinnedFileHint : messages::kFileNameHint);
    }
    return nullptr;
  }
  std::error_code error;
  if (fs::file_size(*path, error) > limits_.bytes && !error) {
    diagnostics.error(messages::kFileTooLarge, place, {name, std::to_string(limits_.bytes)});
    return nullptr;
  }
  return keep(name, readFile(*path, limits_.bytes), place, diagnostics);
}

}  // namespace chancery::render
