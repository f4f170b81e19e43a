#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "format/model.h"
#include "layout/layout.h"
#include "layout/line_metrics.h"
#include "layout/structure.h"
#include "text/shaper.h"

namespace chancery::layout {

/// DOCX measures in twips; so does layout, so that both break alike.
inline Length toTwips(Length length) {
  return Length::twips(length.toTwips());
}

/// A text style with its face found and its figures worked out.
struct SetStyle {
  text::FaceId face = 0;
  Length size;
  Length letterSpacing;
  bool underline = false;
  int unitsPerEm = 1;
  FontHeight height;
  Length spaceWidth;  ///< letter spacing included
  std::int64_t spaceUnits = 0;  ///< advance of a space in font units
  PixelScale pixels;
};

/// What the stages of one document's layout share.
class Context {
 public:
  Context(text::Shaper& textShaper, const format::Document& formatted, const Limits& bounds,
          Diagnostics& found)
      : shaper(textShaper), document(formatted), limits(bounds), diagnostics(found) {}

  /// Number of a style, its face found when first asked for.
  int styleOf(const format::TextStyle& style);
  int styleOfParagraph(int paragraphStyle);
  const SetStyle& style(int number) const { return styles_[static_cast<std::size_t>(number)]; }

  /// Tells once a document which characters a face lacks.
  void tellLacking(const text::Shaped& shaped);
  void warnOnce(const Message& message, std::vector<std::string> arguments,
                const Text* hint = nullptr);
  /// Reports an error past which layout stops.
  void stop(const Message& message, std::vector<std::string> arguments, const Text& hint);

  text::Shaper& shaper;
  const format::Document& document;
  const Limits& limits;
  Diagnostics& diagnostics;
  Structure structure;
  format::Resolved resolved;
  std::vector<std::shared_ptr<void>> kept;  ///< what rows refer to
  bool stopped = false;  ///< a limit was passed
  int pageCount = 0;     ///< for the field; 0 while it is not known
  int pageNumber = 1;    ///< for the field in the text's body: of the page being filled
  bool countShown = false;  ///< the document shows its page count

 private:
  std::vector<SetStyle> styles_;
  std::map<format::TextStyle, int> known_;
  std::vector<int> ofParagraph_;  // by paragraph style; -1 = not yet
  std::set<std::pair<char32_t, text::FaceId>> lacking_;
  std::set<std::pair<std::string_view, std::string>> warned_;
};

}  // namespace chancery::layout
