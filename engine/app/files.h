#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/office.h"
#include "base/clock.h"
#include "base/diagnostic.h"
#include "flow/definition.h"

namespace chancery::render {
class Engine;
}

namespace chancery::app {

inline constexpr std::uint64_t kLargestText = 64u << 20;

/// The text of a file that the user named; nothing after an error in `diagnostics` when there is no
/// such file. Errors: WorldError when it cannot be read.
std::optional<std::string> readInput(const std::string& path, Diagnostics& diagnostics);

/// The names that a workflow definition of this office may use.
flow::Surroundings surroundingsOf(const Office& office);

/// What a proof of a workflow definition is made for.
enum class Proving {
  forEverybody,  ///< whoever of the office writes documents: errors and warnings
  forOne,        ///< one document, whose start warns of its own author: errors only
};

/// Reads a workflow definition and checks it with what surrounds it: the office's names (unless
/// null), its template, the data that its conditions name; then proves that it is sound
/// (flow/soundness.h). Result: nothing after errors.
std::optional<flow::Definition> checkWorkflow(const std::string& name, const std::string& text,
                                              const Office* office, const render::Engine& engine,
                                              Diagnostics& diagnostics,
                                              Proving proving = Proving::forOne);

/// Checks files: templates, workflows, offices, calendars, style profiles, rules; data against a
/// template and the document made of them by the rules of its style profile. The kind is told by
/// the root element, for data by the ending.
struct CheckRequest {
  std::vector<std::string> files;
  std::string templateName;          ///< for data; "" = none given
  std::vector<std::string> folders;  ///< where templates are found
  std::vector<std::filesystem::path> workflowFolders;  ///< where workflows of parts are found
  std::optional<Office> office;      ///< for the names in workflows
  std::string officeName;
  std::string officeText;
  Moment now;  ///< its day in the office is what terms are measured by
};
void checkFiles(const CheckRequest& request, Diagnostics& diagnostics);

}  // namespace chancery::app
