#pragma once

#include <map>
#include <utility>

#include "format/model.h"
#include "format/profile.h"

namespace chancery::format {

/// The named paragraph styles of one document, made from the profile as they are needed.
///
/// A style with a greatest line length or a place at the right edge depends on the width of the
/// text area, so it exists once for each orientation ("Title", "TitleLandscape").
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

  /// Index into Document::styles.
  int index(StyleName name);

 private:
  ParagraphStyle make(StyleName name) const;

  const Profile& profile_;
  Document& document_;
  Length textWidth_;
  bool landscape_ = false;
  std::map<std::pair<StyleName, bool>, int> made_;
};

}  // namespace chancery::format
