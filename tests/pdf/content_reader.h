#pragma once

#include <functional>
#include <string>
#include <vector>

namespace chancery::pdf_test {

/// A glyph as a reader of the file would place it.
struct ShownGlyph {
  std::string font;
  double size = 0;
  int code = 0;
  double x = 0, y = 0;      ///< points from the page's bottom left corner
  int mcid = -1;            ///< of the sequence around it
  bool isArtifact = false;  ///< inside an artifact
  bool isMarked = false;    ///< inside any sequence
};

/// What a content stream does, read by a small interpreter of its own.
struct ContentReading {
  std::vector<ShownGlyph> glyphs;
  std::vector<std::string> marks;      ///< "/P", "/Artifact" … in order
  std::vector<std::string> artifacts;  ///< the properties of each artifact
  std::vector<int> mcids;
  int paintedOutside = 0;   ///< paths painted outside of any sequence
  int nestedArtifacts = 0;  ///< artifacts in tagged content or tagged content in artifacts
  std::vector<std::string> operators;
  std::vector<std::string> objects;  ///< names of XObjects painted
  bool isBalanced = true;
  std::size_t longestString = 0;
};

/// @param width of a glyph in thousandths of the font size
ContentReading readContent(const std::string& stream,
                           const std::function<double(const std::string& font, int code)>& width);

}  // namespace chancery::pdf_test
