#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace chancery::effects {

struct Publication {
  std::filesystem::path path;  ///< below the site folder
  std::string bytes;
};

/// The folder that the office's site is served from.
class Site {
 public:
  explicit Site(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Whether no other document's file stands in the way of this one.
  bool isFree(const Publication& file) const;
  /// Puts files on the site. A file that is there with the same bytes is left alone, so repeating
  /// it changes nothing. Errors: WorldError; when another document's file stands in the way,
  /// nothing was written.
  void publish(const std::vector<Publication>& files) const;
  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

/// `text` as a part of a file's name: what file systems and addresses do not bear becomes "-".
std::string safeName(std::string_view text);

}  // namespace chancery::effects
