#pragma once

#include <array>
#include <optional>
#include <string>

namespace PoDoFo {
class PdfMemDocument;
class PdfObject;
}  // namespace PoDoFo

namespace chancery::pdf {

/// Looks things up among the objects of another PDF, which may be hostile: chains of references
/// and of parents are followed 64 steps, then they lead nowhere.
class ForeignObjects {
 public:
  /// Holds the document, no copy.
  explicit ForeignObjects(const PoDoFo::PdfMemDocument& document) : document_(document) {}

  /// What a reference leads to; the object itself when it is none. Null stays null.
  const PoDoFo::PdfObject* resolved(const PoDoFo::PdfObject* object) const;
  /// A dictionary's value, resolved; null in anything else.
  const PoDoFo::PdfObject* get(const PoDoFo::PdfObject& dictionary, const char* key) const;
  /// A dictionary's value when it is a name, else "".
  std::string nameIn(const PoDoFo::PdfObject& dictionary, const char* key) const;
  /// A page's value, its own or that of a node above it. Source: ISO 32000-1, 7.7.3.4.
  const PoDoFo::PdfObject* inherited(const PoDoFo::PdfObject& page, const char* key) const;

  /// The part of a page that is seen, and how it comes to stand upright at the origin, in points.
  struct View {
    std::array<double, 4> box{};  ///< left, bottom, right, top in the page's own units
    std::array<double, 6> matrix{};
    double width = 0, height = 0;
  };
  /// The crop box counts as far as it lies in the media box; Rotate turns clockwise; UserUnit
  /// stretches. Errors: std::runtime_error for a page without a size, or of less than 1 or more
  /// than 14,400 points. Source: ISO 32000-1, 14.11.2; ISO 19005-2, 6.1.13.
  View viewOf(const PoDoFo::PdfObject& page) const;

 private:
  using Box = std::array<double, 4>;
  std::optional<Box> boxOf(const PoDoFo::PdfObject& page, const char* key) const;

  const PoDoFo::PdfMemDocument& document_;
};

}  // namespace chancery::pdf
