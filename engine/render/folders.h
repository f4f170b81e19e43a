#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "template/template.h"

namespace chancery::render {

/// Finds templates, what they include, and style profiles by name.
class Folders {
 public:
  explicit Folders(std::vector<std::filesystem::path> folders) : folders_(std::move(folders)) {}

  /// NAME + ending in the folders, in order, each with its subfolder `styles`; a name with a slash
  /// or an ending is a path. Nothing when there is no such file.
  std::optional<std::filesystem::path> find(const std::string& name, std::string_view ending) const;

  /// Names for which find() would succeed, sorted, without repeats.
  std::vector<std::string> names(std::string_view ending) const;

  const std::vector<std::filesystem::path>& all() const { return folders_; }

 private:
  std::vector<std::filesystem::path> folders_;
};

/// Opens a template and the files that it includes: beside itself first, then in the folders.
class FolderStore : public templates::TemplateStore {
 public:
  FolderStore(const Folders& folders, std::filesystem::path mainFile)
      : folders_(folders), mainFile_(std::move(mainFile)) {}

  std::optional<templates::TemplateFile> open(const std::string& fileName) const override;

 private:
  const Folders& folders_;
  std::filesystem::path mainFile_;
};

inline constexpr std::string_view kTemplateEnding = ".template.xml";
inline constexpr std::string_view kProfileEnding = ".profile.xml";
inline constexpr std::string_view kRulesEnding = ".rules.xml";

}  // namespace chancery::render
