#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/blobs.h"

namespace chancery::runtime {

/// A file that a document's data name (a picture, a scan), as it was when they were handed in.
struct HandedFile {
  std::string name;
  std::string bytes;

  bool operator==(const HandedFile&) const = default;
};

/// The data of a document as a person handed them in, with all files that the document shows: every
/// rendering of a case reads these, whatever becomes of the folders they came from.
struct HandedData {
  std::string name;  ///< of the file, for diagnostics; not kept
  std::string text;
  std::vector<HandedFile> files = {};
};

/// Keeps data: those without files as their text, others as a list of the text's hash and the
/// files'. No data text looks like such a list: it begins with "{" or "<".
/// Result: hashes of all that was kept; the first one stands for the data.
std::vector<std::string> keepData(const store::Blobs& blobs, const HandedData& data);

/// Errors: WorldError when a part is missing or damaged.
HandedData openData(const store::Blobs& blobs, std::string_view hash);

/// Hashes of what kept data name; none when `bytes` are a text.
std::vector<std::string> hashesInData(std::string_view bytes);

}  // namespace chancery::runtime
