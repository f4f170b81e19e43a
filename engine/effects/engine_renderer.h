#pragma once

#include <filesystem>
#include <map>
#include <memory>

#include "document/document.h"
#include "effects/renderer.h"

namespace chancery::render {
class Engine;
}

namespace chancery::effects {

/// Renders by render::Engine, from the files that a case is pinned to. They are laid out once in a
/// folder of their own below `cache`, which may be removed at any time.
class EngineRenderer : public Renderer {
 public:
  explicit EngineRenderer(std::filesystem::path cache);
  ~EngineRenderer() override;

  std::optional<std::vector<RenderedFile>> render(const RenderRequest& request,
                                                  Diagnostics& diagnostics) override;
  void check(const RenderRequest& request, Diagnostics& diagnostics) override;
  void checkForm(const RenderRequest& request, Date today, Diagnostics& diagnostics) override;

  /// The document of a request, as render::Engine::documentOf.
  std::optional<document::Node> documentOf(const RenderRequest& request, Diagnostics& diagnostics);

  /// The files that the document of a request names, out of `folders`: that of the data first, then
  /// those of the office. To be kept with the data. What is missing or unfit is told.
  std::vector<runtime::HandedFile> findFiles(const RenderRequest& request,
                                             const std::vector<std::filesystem::path>& folders,
                                             Diagnostics& diagnostics);

 private:
  std::filesystem::path unpack(const RenderRequest& request);
  const chancery::render::Engine& engineOf(const RenderRequest& request);

  std::filesystem::path cache_;
  std::map<std::string, std::unique_ptr<chancery::render::Engine>> engines_;  // by bundle
};

}  // namespace chancery::effects
