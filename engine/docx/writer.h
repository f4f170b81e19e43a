#pragma once

#include <string>

#include "base/clock.h"
#include "format/model.h"

namespace chancery::docx {

struct Options {
  Moment moment;  ///< creation and modification date
};

/// A formatted and laid-out document as a DOCX (ECMA-376 transitional) file. Pure; equal input
/// gives equal bytes. Threads: safe.
std::string write(const format::Document& document, const format::Resolved& resolved,
                  const Options& options);

}  // namespace chancery::docx
