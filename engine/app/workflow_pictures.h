#pragma once

#include <string>
#include <vector>

#include "app/office.h"
#include "app/render_files.h"
#include "app/resources.h"

namespace chancery::app {

/// What to make of a workflow definition.
struct PictureRequest {
  std::string workflow;                   ///< a name, or the path of a file
  std::string diagram;                    ///< an SVG file; "" = none
  std::string bpmn;                       ///< a BPMN 2.0 file; "" = none
  Language language = Language::russian;  ///< of all that is made
  RenderRequest regulation;               ///< its outputs: the text as documents
};

/// Writes the files that are asked for, all of them or none. Without any, the result is a summary
/// in lines for people. Roles are called as the office's posts where there is an office. Result: ""
/// after errors in `diagnostics`, and when files were written. Errors: WorldError.
std::string pictureWorkflow(PictureRequest request, const std::string& office,
                            const Resources& resources, Diagnostics& diagnostics);

}  // namespace chancery::app
