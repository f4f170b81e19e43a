#pragma once

#include <memory>

#include "base/diagnostic.h"

namespace CLI {
class App;
}

namespace chancery::cli {

/// Makes a program and the commands added to it later speak the language in their help texts, with
/// columns that letters of any alphabet keep straight.
void setHelpLanguage(CLI::App& program, Language language);

}  // namespace chancery::cli
