#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/files.h"
#include "app/office.h"
#include "base/diagnostic.h"
#include "flow/definition.h"
#include "render/render.h"

namespace chancery::app {

/// The file of a workflow: NAME.workflow.xml in one of the folders, the first that has it; a name
/// that ends in .xml may be a path. Result: nothing after an error that names the known ones.
std::optional<std::filesystem::path> findWorkflow(const std::vector<std::filesystem::path>& folders,
                                                  const std::string& name,
                                                  Diagnostics& diagnostics);

/// A workflow that parts of a document go.
struct PartWorkflow {
  std::string name;
  std::string text;
  flow::Definition definition;
};

/// The workflows that the stages `parts` of a definition name, each once. Such a workflow makes no
/// document by itself: it gives no number, publishes nothing and has no parts of its own. `of` is
/// where findings about the stages are shown. Result: nothing after errors.
std::optional<std::vector<PartWorkflow>> findPartWorkflows(
    const flow::Definition& of, const Place& place,
    const std::vector<std::filesystem::path>& folders, const Office* office,
    const render::Engine& engine, Diagnostics& diagnostics, Proving proving);

}  // namespace chancery::app
