#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "pages/pages.h"

namespace chancery::pdf {

/// What a file claims to be. a2a and a3a also claim PDF/UA-1.
enum class Level { a2a, a3a, b1 };

/// A file carried inside the PDF (PDF/A-3 only).
struct Attachment {
  std::string name;       ///< "order.json"
  std::string mediaType;  ///< "application/json"
  std::string description;
  std::string bytes;
};

struct Options {
  Level level = Level::a2a;
  Moment moment;  ///< creation and modification date
  std::vector<Attachment> attachments;
};

/// Writes PDF. Keeps font programs between documents; what it writes does not depend on what it
/// wrote before. Threads: `write` may be called concurrently.
class Writer {
 public:
  Writer();
  ~Writer();

  /// Errors: WorldError when the colour profile (package icc-profiles-free) cannot be read.
  /// Source: ISO 32000-1, ISO 19005-1/2/3, ISO 14289-1.
  std::string write(const pages::Pages& pages, const Options& options) const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace chancery::pdf
