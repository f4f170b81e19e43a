#pragma once

#include <string>
#include <vector>

#include "format/model.h"

namespace chancery::layout::test {

/// A small document that shows one rule of how LibreOffice breaks lines and pages.
struct Rule {
  std::string name;
  format::Document document;
};

std::vector<Rule> calibrationRules();

/// Footnotes, pictures, tabs, raised text, headers and footers, groups of rows.
void addFeatureRules(std::vector<Rule>& rules);

/// Rows of tables that stand with what follows.
void addKeepRules(std::vector<Rule>& rules);

}  // namespace chancery::layout::test
