#pragma once

#include <functional>
#include <string>

#include "effects/renderer.h"

namespace chancery::effects {

inline constexpr Message kFakeError{"E900", {"нет печати", "no seal"}};

/// Renders into a line of text that names everything it was asked for. Data with "BROKEN" in it are
/// an error, with "SEALED" one as soon as there is a number.
class FakeRenderer : public Renderer {
 public:
  std::optional<std::vector<RenderedFile>> render(const RenderRequest& request,
                                                  Diagnostics& diagnostics) override {
    ++count;
    if (onCall) onCall();
    check(request, diagnostics);
    if (request.data.find("SEALED") != std::string::npos && !request.given.empty()) {
      diagnostics.error(kFakeError, {});
    }
    if (diagnostics.hasErrors()) return std::nullopt;
    std::vector<RenderedFile> files;
    for (const std::string& format : request.formats) {
      std::string bytes = format + " of " + request.templateName + "/" + request.profile + " " +
                          request.data + " at " + toIso(request.moment);
      for (const auto& [field, value] : request.given) bytes += " " + field + "=" + value;
      files.push_back({format, bytes});
    }
    if (onCall) onCall();
    return files;
  }
  void check(const RenderRequest& request, Diagnostics& diagnostics) override {
    if (request.data.find("BROKEN") != std::string::npos) {
      diagnostics.error(kFakeError, {"data.json", 3, 4});
    }
  }
  void checkForm(const RenderRequest& request, Date today, Diagnostics& diagnostics) override {
    check(request, diagnostics);
    if (request.data.find("UNFIT") != std::string::npos) {
      diagnostics.error(kFakeError, {request.rules + " " + toIso(today), 5, 6});
    }
  }

  int count = 0;
  std::function<void()> onCall;
};

}  // namespace chancery::effects
