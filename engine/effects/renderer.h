#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/diagnostic.h"
#include "runtime/bundle.h"
#include "runtime/handed.h"

namespace chancery::effects {

/// A document to be rendered, with all that it depends on.
struct RenderRequest {
  std::string bundleHash;
  const runtime::Bundle* bundle = nullptr;
  std::string templateName;
  std::string profile;                     ///< "" = the template's own
  std::string data;                        ///< JSON or XML
  std::vector<runtime::HandedFile> files;  ///< that the data name; no others are read
  std::string rules;                       ///< of a check of form; "" = those of the profile
  std::string dataName;                    ///< as diagnostics show it; "" = no file of the user
  std::vector<std::string> formats;        ///< "pdf", "docx"
  std::vector<std::pair<std::string, std::string>> given;  ///< number, date, approvalDate
  Moment moment;                                           ///< written into the files
};

struct RenderedFile {
  std::string format;
  std::string bytes;
};

/// What turns a case's data into files. Equal requests give equal bytes.
class Renderer {
 public:
  virtual ~Renderer() = default;
  /// Nothing after errors in `diagnostics`. Errors: WorldError.
  virtual std::optional<std::vector<RenderedFile>> render(const RenderRequest& request,
                                                          Diagnostics& diagnostics) = 0;
  /// Finds what `render` would complain of. Errors: WorldError.
  virtual void check(const RenderRequest& request, Diagnostics& diagnostics) = 0;
  /// As `check`, and the document's form by the office's rules. Errors: WorldError.
  virtual void checkForm(const RenderRequest& request, Date today, Diagnostics& diagnostics) = 0;
};

}  // namespace chancery::effects
