#include "effects/engine_renderer.h"

#include <cstdint>

#include "base/file.h"
#include "effects/site.h"
#include "render/render.h"
#include "runtime/conditions.h"

namespace chancery::effects {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargestFile = 64u << 20;

chancery::render::Job jobOf(const RenderRequest& request) {
  chancery::render::Job job;
  job.templateName = request.templateName;
  job.dataName = request.dataName.empty() ? runtime::dataNameOf(request.data) : request.dataName;
  job.dataText = request.data;
  job.files.emplace();
  for (const runtime::HandedFile& file : request.files)
    job.files->push_back({file.name, file.bytes});
  job.profile = request.profile;
  job.moment = request.moment;
  for (const runtime::Bundle::File& file : request.bundle->files) {
    if (file.name != runtime::kOfficeFile) continue;
    job.officeName = file.name;
    job.officeText = file.bytes;
  }
  for (const auto& [field, value] : request.given) job.given.push_back({field, value});
  for (const std::string& format : request.formats) {
    job.formats.push_back(format == "docx" ? chancery::render::Format::docx
                                           : chancery::render::Format::pdf);
  }
  return job;
}

}  // namespace

EngineRenderer::EngineRenderer(fs::path cache) : cache_(std::move(cache)) {}
EngineRenderer::~EngineRenderer() = default;

fs::path EngineRenderer::unpack(const RenderRequest& request) {
  const fs::path folder = cache_ / request.bundleHash;
  makeFolder(folder);
  for (const runtime::Bundle::File& file : request.bundle->files) {
    const fs::path path = folder / safeName(file.name);
    if (findFile(path, kLargestFile) != file.bytes) writeFile(path, file.bytes);
  }
  return folder;
}

const chancery::render::Engine& EngineRenderer::engineOf(const RenderRequest& request) {
  auto& engine = engines_[request.bundleHash];
  if (!engine) {
    engine = std::make_unique<chancery::render::Engine>(std::vector<fs::path>{unpack(request)});
  }
  return *engine;
}

std::vector<runtime::HandedFile> EngineRenderer::findFiles(const RenderRequest& request,
                                                           const std::vector<fs::path>& folders,
                                                           Diagnostics& diagnostics) {
  // The pinned template, but files as they are in the office now.
  std::vector<fs::path> all = {unpack(request)};
  all.insert(all.end(), folders.begin() + 1, folders.end());
  chancery::render::Job job = jobOf(request);
  job.files.reset();
  job.dataFolder = folders.front();
  std::vector<runtime::HandedFile> files;
  for (chancery::render::NamedFile& file :
       chancery::render::Engine(std::move(all)).namedFiles(job, diagnostics)) {
    files.push_back({std::move(file.name), std::move(file.bytes)});
  }
  return files;
}

std::optional<std::vector<RenderedFile>> EngineRenderer::render(const RenderRequest& request,
                                                                Diagnostics& diagnostics) {
  const auto result = engineOf(request).render(jobOf(request), diagnostics);
  if (!result) return std::nullopt;
  std::vector<RenderedFile> files;
  for (std::size_t i = 0; i < result->outputs.size(); ++i) {
    files.push_back({request.formats[i], result->outputs[i].bytes});
  }
  return files;
}

std::optional<document::Node> EngineRenderer::documentOf(const RenderRequest& request,
                                                         Diagnostics& diagnostics) {
  return engineOf(request).documentOf(jobOf(request), diagnostics);
}

void EngineRenderer::check(const RenderRequest& request, Diagnostics& diagnostics) {
  engineOf(request).checkData(jobOf(request), diagnostics);
}

void EngineRenderer::checkForm(const RenderRequest& request, Date today,
                               Diagnostics& diagnostics) {
  engineOf(request).checkForm(jobOf(request), {request.rules, today}, diagnostics);
}

}  // namespace chancery::effects
