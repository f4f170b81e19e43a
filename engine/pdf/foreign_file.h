#pragma once

#include <memory>
#include <string>

#include "pdf/object_writer.h"
#include "pdf/writer.h"

namespace chancery::pdf {

/// Causes of errors that people can do something about.
inline constexpr const char* kEncrypted = "it is encrypted";
inline constexpr const char* kLayersOff = "it has layers that are switched off";

/// Another PDF, opened to copy pages out of it. Errors: WorldError.
class ForeignFile {
 public:
  /// @param name how errors call it
  ForeignFile(const std::string& bytes, std::string name);
  ~ForeignFile();

  /// Size of a page (from 0) as it is seen, in points.
  struct Size {
    double width = 0, height = 0;
  };
  Size sizeOf(int page) const;

  /// Tries whether what a page paints can be unpacked.
  void checkContent(int page) const;

  /// Writes a page as the form XObject `number`, its lower left corner at the origin, with all that
  /// it needs; what pages of the file have in common is written once.
  void copy(int page, int number, ObjectWriter& out);

  /// What our file can still claim with the pages copied so far.
  Claim claimAt(Level level, ClaimLoss::Reason& reason) const;

 private:
  class Copier;
  std::unique_ptr<Copier> copier_;
};

}  // namespace chancery::pdf
