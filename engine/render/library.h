#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "base/diagnostic.h"
#include "check/rules.h"
#include "format/profile.h"
#include "render/folders.h"
#include "template/template.h"

namespace chancery::render {

/// Templates and profiles, compiled once and kept while their files stay as they are: each use
/// compares the files' bytes, so a changed file takes effect at once. Threads: safe.
class Library {
 public:
  explicit Library(Folders folders) : folders_(std::move(folders)) {}

  /// Null after errors in `diagnostics`.
  std::shared_ptr<const templates::Template> findTemplate(const std::string& name,
                                                          Diagnostics& diagnostics) const;
  std::shared_ptr<const format::Profile> findProfile(const std::string& name,
                                                     Diagnostics& diagnostics) const;
  /// The profile's file; nothing (and a diagnostic) when there is none.
  std::optional<std::filesystem::path> findProfileFile(const std::string& name,
                                                       Diagnostics& diagnostics) const;

  /// The file of rules; nothing (and a diagnostic at `place`) when there is none.
  std::optional<std::filesystem::path> findRulesFile(const std::string& name, const Place& place,
                                                     Diagnostics& diagnostics) const;
  /// The file of rules that is named like a profile; nothing when there is none, or when the
  /// profile is given as a path.
  std::optional<std::filesystem::path> findRulesOf(const std::string& profile) const;
  /// Nothing after errors in `diagnostics`.
  std::optional<check::Rules> readRules(const std::filesystem::path& file,
                                        Diagnostics& diagnostics) const;

  const Folders& folders() const { return folders_; }

 private:
  struct KeptProfile {
    std::string text;
    std::shared_ptr<const format::Profile> profile;
  };

  Folders folders_;
  mutable std::mutex mutex_;
  mutable std::unordered_map<std::string, std::shared_ptr<const templates::Template>> templates_;
  mutable std::unordered_map<std::string, KeptProfile> profiles_;
};

}  // namespace chancery::render
