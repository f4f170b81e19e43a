#include "format/inlines.h"

#include <algorithm>
#include <array>

#include "format/profile_blocks.h"

namespace chancery::format {

using document::Attribute;
using document::Inline;
using document::Kind;
using document::Node;

namespace {

constexpr char kNoBreakSpace[] = "\u00a0";

/// The style of a piece where it differs from its paragraph's.
std::optional<TextStyle> styleOf(const Inline& piece, const TextStyle& style) {
  if ((!piece.bold || style.bold) && (!piece.italic || style.italic)) return std::nullopt;
  TextStyle own = style;
  own.bold = style.bold || piece.bold;
  own.italic = style.italic || piece.italic;
  return own;
}

/// One paragraph being made of its inlines.
class Runs {
 public:
  Runs(Context& context, const Node& node, const TextStyle& style, std::vector<Run>& runs)
      : context_(context), node_(node), style_(style), runs_(runs) {}

  void add(const Inline& piece) {
    if (piece.isWords()) {
      runs_.push_back({.text = piece.text, .style = styleOf(piece, style_), .origin = piece.origin});
      return;
    }
    const Node& child = node_.children[static_cast<std::size_t>(piece.child)];
    switch (child.kind) {
      case Kind::note:
        addNote(child);
        break;
      case Kind::reference:
        addReference(piece, child);
        break;
      case Kind::pageNumber:
        addField(piece, Run::Field::pageNumber);
        break;
      case Kind::pageCount:
        addField(piece, Run::Field::pageCount);
        break;
      case Kind::sectionPageCount:
        addField(piece, Run::Field::sectionPageCount);
        break;
      default:
        break;
    }
  }

 private:
  void addNote(const Node& note) {
    TextStyle raised = style_;
    raised.raise = Raise::superscript;
    // Two marks side by side would read as one number.
    if (!runs_.empty() && runs_.back().field == Run::Field::footnote) {
      runs_.push_back({.text = std::string(",") + kNoBreakSpace, .style = raised, .origin = note.origin});
    }
    auto& notes = context_.out.footnotes;
    const auto index = static_cast<int>(notes.size());
    Footnote made;
    made.label = filled(context_.profile.blocks.noteMark, {std::to_string(index + 1)});
    made.origin = note.origin;
    runs_.push_back({.text = made.label, .style = raised, .field = Run::Field::footnote,
                     .index = index, .origin = note.origin});
    notes.push_back(std::move(made));
    for (const Node& child : note.children) {
      Paragraph paragraph = makeParagraph(context_, StyleName::footnote, child);
      notes[static_cast<std::size_t>(index)].paragraphs.push_back(std::move(paragraph));
    }
  }

  void addReference(const Inline& piece, const Node& reference) {
    const Target* target =
        context_.targets->find(reference.attribute(Attribute::to), context_.scope);
    if (!target) return;  // told when the document was read
    const std::string_view show = reference.attribute(Attribute::show);
    Run words{.style = styleOf(piece, style_), .link = target->bookmark, .origin = reference.origin};
    if (show != "page") words.text = wordsFor(reference, *target);
    if (show == "page" || show == "both") {
      words.text += (show == "both" ? ", " : "") + context_.profile.blocks.pageWord + kNoBreakSpace;
    }
    runs_.push_back(words);
    if (show != "page" && show != "both") return;
    words.text.clear();
    words.field = Run::Field::pageOf;
    words.index = target->bookmark;
    runs_.push_back(std::move(words));
  }

  /// «таблицу 3», «раздел «Введение»», «приложение».
  std::string wordsFor(const Node& reference, const Target& target) const {
    const bool wordless = reference.attribute(Attribute::words) == "no";
    if (wordless && !target.number.empty()) return target.number;
    std::string text = wordOf(target)[caseOf(reference)];
    if (!target.number.empty()) return text + kNoBreakSpace + target.number;
    if (target.kind == Target::Kind::heading) {
      const std::string title = "«" + oneLine(target.node->plainText()) + "»";
      return wordless ? title : text + ' ' + title;
    }
    return text;
  }

  const Declined& wordOf(const Target& target) const {
    const BlockLook& look = context_.profile.blocks;
    switch (target.kind) {
      case Target::Kind::heading:
        return look.headingWord;
      case Target::Kind::table:
        return look.tableWord;
      case Target::Kind::figure:
        return look.figureWord;
      case Target::Kind::clause:
        return look.clauseWord;
      default:
        return look.appendixWord;
    }
  }

  static std::size_t caseOf(const Node& reference) {
    static constexpr std::array<std::string_view, static_cast<std::size_t>(Case::count)> kNames{
        "nominative", "genitive", "dative", "accusative", "instrumental", "prepositional"};
    const auto found =
        std::find(kNames.begin(), kNames.end(), reference.attribute(Attribute::caseForm));
    return found == kNames.end() ? 0 : static_cast<std::size_t>(found - kNames.begin());
  }

  void addField(const Inline& piece, Run::Field field) {
    runs_.push_back({.style = styleOf(piece, style_), .field = field, .origin = piece.origin});
  }

  Context& context_;
  const Node& node_;
  const TextStyle& style_;
  std::vector<Run>& runs_;
};

}  // namespace

std::string oneLine(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

void appendRuns(Context& context, const Node& node, const TextStyle& style,
                std::vector<Run>& runs) {
  Runs made(context, node, style, runs);
  for (const Inline& piece : node.text) made.add(piece);
}

void appendPageNumber(const std::string& pattern, std::vector<Run>& runs) {
  static constexpr Run::Field kFields[] = {Run::Field::pageNumber, Run::Field::pageCount,
                                           Run::Field::sectionPageCount};
  std::string words;
  const auto flush = [&] {
    if (!words.empty()) runs.push_back({.text = std::move(words)});
    words.clear();
  };
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '%') {
      words += pattern[i];
      continue;
    }
    flush();
    runs.push_back({.field = kFields[pattern[++i] - '1']});
  }
  flush();
}

}  // namespace chancery::format
