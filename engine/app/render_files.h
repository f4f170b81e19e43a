#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/outputs.h"
#include "base/clock.h"
#include "base/diagnostic.h"
#include "render/render.h"

namespace chancery::app {

/// Rendering alone: a template and data become files, no workflow.
struct RenderRequest {
  std::string templateName;  ///< a name or the path of a file
  std::string dataFile;
  std::optional<std::string> dataText;  ///< instead of what the file holds: data that are made
  std::vector<std::string> outputs;  ///< their endings tell the formats
  std::string profile;               ///< "" = the template's own
  std::string level = "2a";          ///< PDF/A: "2a", "3a", "1b"
  std::vector<std::string> folders;  ///< where templates are found
  std::string officeName;            ///< office.xml, for the letterhead; "" = none
  std::string officeText;
  std::optional<Moment> time;  ///< absent: midnight (UTC) of the data's `date`, or of
                               ///< 1 January 1980 where they name none
};

/// The outputs with their names, before anything is written. Result: nothing after errors in
/// `diagnostics`. Errors: WorldError.
std::optional<std::vector<OutputFile>> renderOutputs(const RenderRequest& request,
                                                     Diagnostics& diagnostics);

/// Writes all outputs, each whole, or none. An SVG of several pages becomes a file for each of
/// them: x-1.svg, x-2.svg … Result: false after errors in `diagnostics`. Errors: WorldError.
bool renderFiles(const RenderRequest& request, Diagnostics& diagnostics);

/// Renders a job into files, whose endings tell the formats. Result and errors as of renderFiles.
bool renderTo(const render::Engine& engine, render::Job job,
              const std::vector<std::string>& outputs, Diagnostics& diagnostics);

/// Where the text at a spot comes from; nothing is written. Nothing after errors in `diagnostics`.
/// Errors: WorldError.
std::optional<render::Explanation> explainSpot(const RenderRequest& request,
                                               const render::Spot& spot, Diagnostics& diagnostics);

}  // namespace chancery::app
