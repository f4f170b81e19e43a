#pragma once

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
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
  Length spaceWidth;            ///< letter spacing included
  std::int64_t spaceUnits = 0;  ///< advance of a space in font units
  Length shift;                 ///< of the baseline, downwards
  bool replaced = false;        ///< the family asked for is not installed
  PixelScale pixels;
};

/// Numbers that fields in the text show and that only a finished layout tells. Each pass has those
/// of the pass before; the first has none.
struct PageNumbers {
  int pageCount = 0;
  std::vector<int> sectionPageCounts;  ///< by section
  std::vector<int> bookmarkPages;      ///< by bookmark; 0 = nowhere
  auto operator<=>(const PageNumbers&) const = default;
};

struct NoteLines;
struct ParagraphBox;
class Charts;

/// What one pass over a document leaves for the next. Paragraphs and widths are those that come out
/// alike in each pass: they show no numbers of pages, and nothing was found in them.
struct Leavings {
  Leavings();

  std::vector<SetStyle> styles;
  std::map<format::TextStyle, int> numbers;  ///< into styles
  std::shared_ptr<Charts> charts;
  std::unordered_map<const format::Paragraph*, std::shared_ptr<ParagraphBox>> paragraphs;
  std::map<std::pair<const format::Table*, Length>, std::vector<Length>> columnWidths;
};

/// A paragraph of a table that was shaped to find the columns' widths.
struct Measured {
  const format::Paragraph* paragraph = nullptr;
  std::shared_ptr<ParagraphBox> box;
};

/// Tells whether anything was found since it was made.
class Findings {
 public:
  explicit Findings(const Diagnostics& diagnostics)
      : diagnostics_(diagnostics), before_(count(diagnostics)) {}
  bool grew() const { return count(diagnostics_) > before_; }

 private:
  static std::size_t count(const Diagnostics& diagnostics) {
    return diagnostics.all().size() + diagnostics.dropped();
  }
  const Diagnostics& diagnostics_;
  std::size_t before_;
};

/// What the stages of one document's layout share.
class Context {
 public:
  /// @param texts what origins point into; null = places are not known
  Context(text::Shaper& textShaper, const format::Document& formatted, const Limits& bounds,
          const Sources* texts, Diagnostics& found)
      : shaper(textShaper),
        document(formatted),
        limits(bounds),
        sources(texts),
        diagnostics(found) {}

  /// Number of a style, its face found when first asked for.
  int styleOf(const format::TextStyle& style);
  int styleOfParagraph(int paragraphStyle);
  /// A raised text's style as it would be on the line.
  int unraised(const format::TextStyle& style);
  const SetStyle& style(int number) const {
    return leavings.styles[static_cast<std::size_t>(number)];
  }

  /// Whether words can be divided; tells once a document when the patterns are missing.
  bool canHyphenate();
  /// Tells once a document which characters a face lacks.
  void tellLacking(const text::Shaped& shaped, const Origin& origin);
  /// Warns once of equal things: of the same first argument at the same place of a template.
  void warnOnce(const Message& message, std::vector<std::string> arguments, const Origin& origin,
                const Text* hint = nullptr);
  /// Reports an error past which layout stops.
  void stop(const Message& message, std::vector<std::string> arguments, const Text& hint,
            const Origin& origin = {});

  /// Another pass will follow, whatever this one finds: its pages are of no use.
  bool isRehearsal() const { return asksNumbers && numbers.pageCount == 0; }

  /// Tells that an object stands in a smaller size than stated.
  void shrunk(int object, format::ObjectSize size);

  text::Shaper& shaper;
  const format::Document& document;
  const Limits& limits;
  const Sources* sources;
  Diagnostics& diagnostics;
  Structure structure;
  format::Resolved resolved;
  std::vector<std::shared_ptr<void>> kept;  ///< what rows refer to
  bool stopped = false;                     ///< a limit was passed
  PageNumbers numbers;                      ///< of the pass before
  bool asksNumbers = false;                 ///< the document shows one of them
  bool wantsPages = true;                   ///< else only `resolved`, and what there is to find
  int fieldsMet = 0;                        ///< fields whose text a page's number tells
  Leavings leavings;                        ///< of the pass before; then, of this one
  int pageNumber = 1;  ///< for the field in the text's body: of the page being filled
  int section = 0;     ///< index of the section being laid out
  Length noteWidth;    ///< of the section's footnotes
  Length roomHeight;   ///< the most that an object's line may be high
  std::vector<std::shared_ptr<NoteLines>> notes;  ///< by footnote; null = not yet met
  std::deque<Measured> measured;  ///< of the table being laid out, in the order of its text
  bool inNote = false;            ///< marks of notes in notes are text

 private:
  int newStyle(const format::TextStyle& style);
  Place place(const Origin& origin) const;

  std::vector<int> ofParagraph_;  // by paragraph style; -1 = not yet
  std::set<char32_t> lacking_;
  struct Warned {
    std::string_view code;
    std::string argument;
    SourceId source = 0;
    std::uint32_t offset = 0;
    auto operator<=>(const Warned&) const = default;
  };
  std::set<Warned> warned_;
};

}  // namespace chancery::layout
