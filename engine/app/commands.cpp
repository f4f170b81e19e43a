#include "app/commands.h"

#include <algorithm>
#include <filesystem>

#include "app/messages.h"
#include "app/session.h"
#include "base/file.h"
#include "runtime/bundle.h"

namespace chancery::app {
namespace {

// Folders of templates, and the office file where there is one.
template <typename Request>
void use(const std::string& given, const Resources& resources, Request& request,
         Diagnostics& diagnostics) {
  const std::filesystem::path folder = officeFolder(given);
  const std::filesystem::path file = folder / runtime::kOfficeFile;
  if (auto text = findFile(file, kLargestText)) {
    request.folders.push_back((folder / "doc-templates").string());
    request.officeName = file.string();
    request.officeText = std::move(*text);
  } else if (!given.empty()) {
    diagnostics.error(messages::kNoOffice, {}, {folder.string()}).hint(messages::kGiveOffice);
  }
  request.folders.push_back(resources.templates().string());
}

}  // namespace

void useOffice(const std::string& given, const Resources& resources, RenderRequest& request,
               Diagnostics& diagnostics) {
  use(given, resources, request, diagnostics);
}

void useOffice(const std::string& given, const Resources& resources, CheckRequest& request,
               Diagnostics& diagnostics) {
  use(given, resources, request, diagnostics);
  request.workflowFolders = {officeFolder(given) / "workflows", resources.workflows()};
  if (request.officeText.empty()) return;
  Sources sources;
  Diagnostics found;
  const SourceId source = sources.add(request.officeName, request.officeText);
  request.office = parseOffice(sources, source, found);
  // Without it no name of the office is checked. Where it is checked itself, it is told there.
  std::error_code ignored;
  const bool isAsked = std::any_of(
      request.files.begin(), request.files.end(), [&](const std::string& file) {
        return std::filesystem::equivalent(file, request.officeName, ignored);
      });
  if (!request.office && !isAsked) diagnostics.append(found);
}

}  // namespace chancery::app
