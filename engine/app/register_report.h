#pragma once

#include <string>
#include <vector>

#include "runtime/view.h"

namespace chancery::app {

class Report;

/// A register as a document.
struct RegisterSheet {
  std::string organisation;
  std::string subject;  ///< what is registered
  std::string made;     ///< when, as printed
  std::vector<runtime::RegisterLine> lines;
};

/// Data for register.template.xml (JSON).
std::string registerData(const RegisterSheet& sheet, const Report& report);

}  // namespace chancery::app
