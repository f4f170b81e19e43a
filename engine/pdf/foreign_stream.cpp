#include "pdf/foreign_stream.h"

#include <podofo/podofo.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace chancery::pdf {
namespace {

using PoDoFo::PdfObject;

constexpr std::size_t kMostFilters = 8;

/// Takes what a filter unpacks, up to a bound; what comes after is let fall. It never throws: the
/// library's filters keep their memory for ever when they are interrupted.
class Bounded : public PoDoFo::PdfOutputStream {
 public:
  explicit Bounded(std::size_t most) : most_(most) {}
  PoDoFo::pdf_long Write(const char* data, PoDoFo::pdf_long size) override {
    isFull = isFull || bytes.size() + static_cast<std::size_t>(size) > most_;
    if (!isFull) bytes.append(data, static_cast<std::size_t>(size));
    return size;
  }
  void Close() override {}

  std::string bytes;
  bool isFull = false;

 private:
  std::size_t most_;
};

std::length_error tooMuch(std::size_t most) {
  return std::length_error("a stream unpacks to more than " + std::to_string(most >> 20) + " MB");
}

/// What `write` puts into a stream of at most so many bytes.
template <typename Write>
std::string collect(std::size_t most, Write write) {
  Bounded result(most);
  try {
    write(result);
  } catch (const PoDoFo::PdfError& error) {
    if (result.isFull) throw tooMuch(most);
    const char* text = PoDoFo::PdfError::ErrorName(error.GetError());
    throw std::runtime_error(text ? text : "a stream is broken");
  }
  if (result.isFull) throw tooMuch(most);
  return std::move(result.bytes);
}

/// ISO 32000-1, 7.4.5. By hand: PoDoFo 0.9.8 takes the wrong bytes.
std::string withoutRunLengths(std::string_view packed, std::size_t most) {
  std::string result;
  for (std::size_t at = 0; at < packed.size();) {
    const auto length = static_cast<unsigned char>(packed[at++]);
    if (length == 128) break;
    if (length < 128) {
      result += packed.substr(at, length + std::size_t{1});
      at += length + std::size_t{1};
    } else if (at < packed.size()) {
      result.append(257u - length, packed[at++]);
    }
    if (result.size() > most) throw tooMuch(most);
  }
  return result;
}

/// ISO 32000-1, 7.4.2. By hand: PoDoFo 0.9.8 takes the mark of the end for a digit.
std::string withoutHex(std::string_view packed) {
  std::string result;
  int held = -1;
  const auto add = [&](int digit) {
    if (held >= 0) result += static_cast<char>(held * 16 + digit);
    held = held >= 0 ? -1 : digit;
  };
  for (const char c : packed) {
    if (c == '>') break;
    if (c >= '0' && c <= '9') add(c - '0');
    if (c >= 'A' && c <= 'F') add(c - 'A' + 10);
    if (c >= 'a' && c <= 'f') add(c - 'a' + 10);
  }
  if (held >= 0) add(0);
  return result;
}

std::string undone(const std::string& packed, const PoDoFo::PdfName& filter,
                   const PoDoFo::PdfDictionary* parameters, std::size_t most) {
  if (filter == "RunLengthDecode") return withoutRunLengths(packed, most);
  if (filter == "ASCIIHexDecode") return withoutHex(packed);
  return collect(most, [&](Bounded& out) {
    const std::unique_ptr<PoDoFo::PdfFilter> undo(PoDoFo::PdfFilterFactory::Create(
        PoDoFo::PdfFilterFactory::FilterNameToType(filter, false)));
    if (!undo.get())
      throw PoDoFo::PdfError(PoDoFo::ePdfError_UnsupportedFilter, __FILE__, __LINE__);
    undo->BeginDecode(&out, parameters);
    // In pieces, so that a bomb is left soon after it is known for one.
    constexpr std::size_t kPiece = 1u << 14;
    for (std::size_t at = 0; at < packed.size() && !out.isFull; at += kPiece) {
      const std::size_t size = std::min(kPiece, packed.size() - at);
      undo->DecodeBlock(packed.data() + at, static_cast<PoDoFo::pdf_long>(size));
    }
    undo->EndDecode();
  });
}

const PdfObject* target(const PdfObject& stream, const PdfObject* object) {
  if (!object || !object->IsReference()) return object;
  return stream.GetOwner()->GetObject(object->GetReference());
}

/// A value, or the items of an array; entries of Filter and of DecodeParms belong together.
std::vector<const PdfObject*> listed(const PdfObject& stream, const char* key) {
  const PdfObject* value = stream.GetIndirectKey(key);
  if (!value) return {};
  if (!value->IsArray()) return {value};
  std::vector<const PdfObject*> items;
  for (const PdfObject& item : value->GetArray()) items.push_back(target(stream, &item));
  return items;
}

}  // namespace

std::string packedBytes(const PdfObject& stream, std::size_t most) {
  return collect(most, [&](Bounded& out) { stream.GetStream()->GetCopy(&out); });
}

std::string unpackedBytes(const PdfObject& stream, std::size_t most, std::size_t* handled) {
  std::string bytes = packedBytes(stream, most);
  const auto count = [&] {
    if (handled) *handled += bytes.size();
  };
  count();
  const std::vector<const PdfObject*> filters = listed(stream, "Filter");
  const std::vector<const PdfObject*> parameters = listed(stream, "DecodeParms");
  if (filters.size() > kMostFilters) throw std::runtime_error("a stream has too many filters");
  for (std::size_t i = 0; i < filters.size(); ++i) {
    if (!filters[i] || !filters[i]->IsName()) throw std::runtime_error("a filter has no name");
    const PdfObject* own = i < parameters.size() ? parameters[i] : nullptr;
    bytes = undone(bytes, filters[i]->GetName(),
                   own && own->IsDictionary() ? &own->GetDictionary() : nullptr, most);
    count();
  }
  return bytes;
}

}  // namespace chancery::pdf
