#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "pages/pages.h"
#include "pdf/content.h"
#include "pdf/object_writer.h"
#include "pdf/writer.h"

namespace chancery::pdf {

class ForeignFile;

/// The pages of other files that our pages show, copied into our file as form XObjects: what a page
/// paints comes along with its fonts, pictures and colours, in its crop box and turned as it asks.
/// Its tags, links, form fields, comments and metadata stay behind; layers that are switched off
/// are an error, as they would be seen.
///
/// Errors: WorldError "read PDF" with the file's number (from 1) when a file is broken or
/// encrypted or lacks the page.
/// Source: ISO 32000-1, 7.7.3.3, 8.10.
class ForeignPages {
 public:
  ForeignPages(const pages::Pages& pages, Level level);
  ~ForeignPages();

  void reserve(ObjectWriter& out);
  void write(ObjectWriter& out);

  /// Where the form of a page stands; null when it has none.
  const FormPlace* placeOf(std::size_t page) const;
  /// "/P3 12 0 R": entries of the resource dictionary.
  std::string resources() const;
  /// What is lost of the claim, in the order of files; known after `write`.
  std::vector<ClaimLoss> losses() const;

 private:
  struct Form {
    ForeignFile* file = nullptr;
    int page = 0;
    int number = 0;
    FormPlace place;
  };
  const Level level_;
  std::map<std::uint32_t, std::unique_ptr<ForeignFile>> files_;  // those in use
  std::map<std::size_t, Form> forms_;                            // by our page
};

}  // namespace chancery::pdf
