#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/source.h"
#include "docx/markup.h"

namespace chancery::docx {

/// The path of the data value at a position: "clauses/2/text"; "" = no field.
using FieldPath = std::function<std::string(Position data)>;

/// Content controls around the values of the data, so that what a hand has changed in Word can be
/// found again: tag and alias are the path of the value, the id is made from it. A value that
/// stands twice has two controls of one tag.
///
/// They are controls in the line (w:sdt among runs): LibreOffice 7.4 breaks lines and pages with
/// them as without, and turns those around paragraphs and cells into input fields.
class Controls {
 public:
  explicit Controls(const FieldPath* fieldPath) : fieldPath_(fieldPath) {}

  /// Whether a run of this origin may be a field.
  bool covers(const Origin& origin) const {
    return fieldPath_ != nullptr && origin.data &&
           (origin.words == Words::data || origin.words == Words::given);
  }
  std::string path(const Origin& origin) const { return (*fieldPath_)(origin.data); }

  /// Start of a control, up to its content, and its end.
  void open(Markup& out, std::string_view path);
  static void close(Markup& out);

 private:
  std::uint32_t idOf(std::string_view path);

  const FieldPath* fieldPath_;
  std::unordered_set<std::uint32_t> taken_;
};

}  // namespace chancery::docx
