#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/diagnostic.h"

namespace chancery::app {

/// Rendering alone: a template and data become files, no workflow.
struct RenderRequest {
  std::string templateName;  ///< a name or the path of a file
  std::string dataFile;
  std::vector<std::string> outputs;  ///< their endings tell the formats
  std::string profile;               ///< "" = the template's own
  std::string level = "2a";          ///< PDF/A: "2a", "3a", "1b"
  std::vector<std::string> folders;  ///< where templates are found
  std::string officeName;            ///< office.xml, for the letterhead; "" = none
  std::string officeText;
  std::optional<Moment> time;  ///< absent: midnight (UTC) of the data's `date`, or of
                               ///< 1 January 1980 where they name none
};

/// Writes all outputs, each whole, or none. Result: false after errors in `diagnostics`.
/// Errors: WorldError.
bool renderFiles(const RenderRequest& request, Diagnostics& diagnostics);

}  // namespace chancery::app
