#include "app/workflow_files.h"

#include <algorithm>

#include "app/files.h"
#include "app/messages.h"
#include "base/file.h"
#include "xml/vocabulary.h"

namespace chancery::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kWorkflowEnding = ".workflow.xml";
constexpr std::size_t kLargestWorkflow = 1u << 20;

// What a document as a whole does, and a part of it does not.
bool isOfWhole(const flow::Stage& stage) {
  using enum flow::StageKind;
  return !stage.series.empty() || stage.kind == publish || stage.kind == distribute ||
         stage.kind == parts;
}

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

std::optional<std::vector<PartWorkflow>> findPartWorkflows(const flow::Definition& of,
                                                           const Place& place,
                                                           const std::vector<fs::path>& folders,
                                                           const Office* office,
                                                           const render::Engine& engine,
                                                           Diagnostics& diagnostics,
                                                           Proving proving) {
  const std::size_t before = diagnostics.errorCount();
  std::vector<PartWorkflow> workflows;
  for (const flow::Stage& stage : of.stages) {
    const std::string& name = stage.workflow;
    const bool isKnown = std::any_of(workflows.begin(), workflows.end(),
                                     [&](const PartWorkflow& w) { return w.name == name; });
    if (stage.kind != flow::StageKind::parts || isKnown) continue;
    const auto path = findWorkflow(folders, name, diagnostics);
    if (!path) continue;
    std::string text = readFile(*path, kLargestWorkflow);
    auto definition = checkWorkflow(path->string(), text, office, engine, diagnostics, proving);
    if (!definition) continue;
    for (const flow::Stage& inner : definition->stages) {
      if (!isOfWhole(inner)) continue;
      diagnostics.error(messages::kNoPartWorkflow, place, {name, stage.title, inner.title})
          .hint(messages::kOnlyReview);
    }
    if (of.isClosed && !definition->isClosed) {
      diagnostics.error(messages::kOpenPart, place, {name, stage.title})
          .hint(messages::kClosePart, {path->filename().string()});
    }
    workflows.push_back({name, std::move(text), std::move(*definition)});
  }
  if (diagnostics.errorCount() != before) return std::nullopt;
  return workflows;
}

}  // namespace chancery::app
