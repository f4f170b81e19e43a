#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/blobs.h"

namespace chancery::runtime {

/// Name of the office's own file in a bundle: templates take the letterhead from it.
inline constexpr std::string_view kOfficeFile = "office.xml";

/// What a case began with and keeps to its end, whatever changes in the office's folders: the
/// workflow definition, the templates with all that they include, the style profile, the office
/// file.
struct Bundle {
  struct File {
    std::string name;  ///< "order.template.xml"
    std::string bytes;

    bool operator==(const File&) const = default;
  };
  std::string workflow;     ///< text of the definition
  std::vector<File> files;  ///< everything that rendering reads

  bool operator==(const Bundle&) const = default;
};

/// Keeps the files and a list of them; the result is the list's hash, the same for equal bundles.
std::string keepBundle(const store::Blobs& blobs, const Bundle& bundle);

/// Errors: WorldError when a part is missing or damaged.
Bundle openBundle(const store::Blobs& blobs, std::string_view hash);

/// Hashes of the list and of everything on it.
std::vector<std::string> hashesOf(const store::Blobs& blobs, std::string_view bundle);

}  // namespace chancery::runtime
