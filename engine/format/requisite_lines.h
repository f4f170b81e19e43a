#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "format/blocks.h"

namespace chancery::format {

/// What the requisites of one part share while the part is formatted.
struct PartWork {
  Context& context;
  Section& section;
  std::string title;            ///< of the part: what a stamp of approval agrees with
  bool showNumbers = false;     ///< the standard's number stands before each requisite
  bool textIsNumbered = false;  ///< the part's text has its number already
};

/// Builds one paragraph of several lines, each of which may come from another node.
class Lines {
 public:
  Lines(PartWork& work, StyleName style, Origin origin);

  /// Begins a new line; a line that stays empty is not set.
  Lines& line() {
    pendingBreak_ = !paragraph_.runs.empty();
    return *this;
  }
  /// Words that the engine or the profile sets; '\n' in them breaks the line.
  Lines& add(std::string text, Origin origin);
  /// The text of a node, if there is one, with the looks of its words.
  Lines& add(const document::Node* node);
  /// A date: given as 2026-06-05, in the form of the profile (or in `format`); else as it stands.
  Lines& addDate(const document::Node* node, std::string_view format = {});
  Lines& addDateOrBlank(const document::Node* node, const std::string& blank, Origin origin);
  Lines& addOrBlank(const document::Node* node, const std::string& blank, Origin origin);
  /// The profile's words with the nodes' texts (dates in their form) in the places of %1, %2.
  Lines& addPattern(std::string_view pattern, std::initializer_list<const document::Node*> values,
                    Origin origin, std::string_view dateFormat = {});
  Lines& addStyled(std::string text, const TextStyle& style, Origin origin);
  /// The standard's number of what follows, where the document shows these numbers.
  Lines& addNumber(document::Kind kind);

  bool empty() const { return paragraph_.runs.empty(); }
  Paragraph take() { return std::move(paragraph_); }

 private:
  PartWork& work_;
  StyleName style_;
  Paragraph paragraph_;
  bool pendingBreak_ = false;
};

bool hasText(const document::Node* node);

/// Puts the standard's number before a paragraph that is no work of Lines.
void addNumber(PartWork& work, document::Kind kind, Paragraph& paragraph);

Cell cellOf(Paragraph paragraph, VerticalAlign align = VerticalAlign::top);
Column shareColumn();
Column fixedColumn(Length width);
/// A row that is never divided.
Row wholeRow();

}  // namespace chancery::format
