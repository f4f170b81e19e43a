#pragma once

#include <cstddef>
#include <string>

namespace PoDoFo {
class PdfObject;
}  // namespace PoDoFo

namespace chancery::pdf {

/// The bytes of another file's stream as they stand there. Errors: std::length_error for more than
/// `most` bytes.
std::string packedBytes(const PoDoFo::PdfObject& stream, std::size_t most);

/// The same, its filters undone. Errors: std::length_error for more than `most` bytes, also between
/// two filters; std::runtime_error for broken ones and for filters of pictures.
/// @param handled where there is one, grows by the bytes of all steps on the way
/// Source: ISO 32000-1, 7.4.
std::string unpackedBytes(const PoDoFo::PdfObject& stream, std::size_t most,
                          std::size_t* handled = nullptr);

}  // namespace chancery::pdf
