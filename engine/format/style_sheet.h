#pragma once

#include <map>
#include <utility>

#include "format/model.h"
#include "format/profile.h"

namespace chancery::format {

/// The named paragraph styles of one document, made from the profile as they are needed.
///
/// A style with a greatest line length or a place at the right edge depends on the width of the
/// text area, so it exists once for each orientation ("Title", "TitleLandscape"), and once more for
/// cells, which it fills ("AddresseeInCell").
class StyleSheet {
 public:
  StyleSheet(const Profile& profile, Document& document)
      : profile_(profile), document_(document) {}

  /// Width of the text area that following paragraphs stand in.
  void setTextArea(Length width, bool landscape) {
    textWidth_ = width;
    landscape_ = landscape;
  }
  Length textWidth() const { return textWidth_; }

  /// Whether following paragraphs stand in a cell that is as wide as they may be.
  void setInCell(bool inCell) { inCell_ = inCell; }

  /// Index into Document::styles.
  int index(StyleName name);
  /// The style like that one for a paragraph that follows a table: at least the profile's space is
  /// before it.
  int afterTable(int style);

 private:
  enum class Area { portrait, landscape, cell };

  ParagraphStyle make(StyleName name, Area area) const;

  const Profile& profile_;
  Document& document_;
  Length textWidth_;
  bool landscape_ = false;
  bool inCell_ = false;
  std::map<std::pair<StyleName, Area>, int> made_;
  std::map<int, int> afterTable_;  // the style of a paragraph → the one after a table
};

/// While it lives, paragraphs stand in a cell.
class InCell {
 public:
  explicit InCell(StyleSheet& styles) : styles_(styles) { styles_.setInCell(true); }
  ~InCell() { styles_.setInCell(false); }
  InCell(const InCell&) = delete;
  InCell& operator=(const InCell&) = delete;

 private:
  StyleSheet& styles_;
};

}  // namespace chancery::format
