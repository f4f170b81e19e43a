#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/render_files.h"
#include "diff/text.h"

namespace chancery::app {

/// How a comparison is told.
struct DiffLook {
  bool isJson = false;
  diff::Look look = diff::Look::marks;
};

/// Two versions of a case's document: `rounds` are none (the last two), one (it and the last) or
/// two, the earlier first.
struct DiffRequest {
  std::string caseId;
  std::vector<std::string> rounds;
  DiffLook look;
};

/// Two files of data for one template.
struct FileDiffRequest {
  RenderRequest before;  ///< `outputs` are not looked at
  std::string after;     ///< the other data file
  DiffLook look;
};

/// What changed from one file's document to the other's, in lines; "" after errors in
/// `diagnostics`. Errors: WorldError.
std::string compareFiles(const FileDiffRequest& request, Language language,
                         Diagnostics& diagnostics);

/// The differences with a line above them that says between what; in JSON an object with `head`
/// (members, without braces) and `changes`.
std::string tellDifferences(const std::vector<diff::Difference>& differences, const Text& between,
                            const std::vector<std::string>& names, const std::string& head,
                            const DiffLook& look, Language language);

}  // namespace chancery::app
