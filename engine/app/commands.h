#pragma once

#include <string>

#include "app/files.h"
#include "app/render_files.h"
#include "app/resources.h"

namespace chancery::app {

/// Lets a command without a case find templates and the letterhead: in the office's folder where
/// there is one (`given`, $CHANCERY_OFFICE or the current folder), then in the product's own. A
/// folder that is `given` and is no office is an error.
void useOffice(const std::string& given, const Resources& resources, RenderRequest& request,
               Diagnostics& diagnostics);
/// The office's names are used where its file is right; its own errors are not told here.
void useOffice(const std::string& given, const Resources& resources, CheckRequest& request,
               Diagnostics& diagnostics);

}  // namespace chancery::app
