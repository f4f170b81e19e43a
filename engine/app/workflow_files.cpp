#include "app/workflow_files.h"

#include <algorithm>

#include "app/messages.h"
#include "xml/vocabulary.h"

namespace chancery::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kWorkflowEnding = ".workflow.xml";

}  // namespace

std::optional<fs::path> findWorkflow(const std::vector<fs::path>& folders, const std::string& name,
                                     Diagnostics& diagnostics) {
  std::error_code ignored;
  if (name.ends_with(".xml") && fs::is_regular_file(name, ignored)) return name;
  std::vector<std::string> known;
  for (const fs::path& folder : folders) {
    fs::path path = folder / (name + std::string(kWorkflowEnding));
    if (fs::is_regular_file(path, ignored)) return path;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
      const std::string file = entry.path().filename().string();
      if (file.ends_with(kWorkflowEnding)) {
        known.push_back(file.substr(0, file.size() - kWorkflowEnding.size()));
      }
    }
  }
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  xml::hintNames(diagnostics.error(messages::kNoWorkflow, {}, {name}), name, known);
  return std::nullopt;
}

}  // namespace chancery::app
