#include "format/sections.h"

#include <algorithm>

#include "format/inlines.h"
#include "format/requisites.h"

namespace chancery::format {

using document::Attribute;
using document::Inline;
using document::Kind;
using document::Node;

namespace {

Section makeSheets(const Profile& profile, bool landscape) {
  Section section;
  section.landscape = landscape;
  section.pageWidth = landscape ? profile.pageHeight : profile.pageWidth;
  section.pageHeight = landscape ? profile.pageWidth : profile.pageHeight;
  const bool turn = landscape && profile.rotateLandscape;
  // A landscape sheet is a portrait one turned clockwise: the binding edge comes to the top.
  section.left = turn ? profile.bottom : profile.left;
  section.top = turn ? profile.left : profile.top;
  section.right = turn ? profile.top : profile.right;
  section.bottom = turn ? profile.right : profile.bottom;
  section.pageNumberOffset = section.footerOffset = profile.pageNumberOffset;
  return section;
}

bool holdsPageNumber(const Node& node) {
  return std::any_of(node.children.begin(), node.children.end(),
                     [](const Node& child) { return child.kind == Kind::pageNumber; });
}

/// What runs above (or below) the text: the part's own words, the page number, or both.
std::optional<Paragraph> runningParagraph(Context& context, const Node* own, StyleName style,
                                          bool withNumber) {
  const Profile& profile = context.profile;
  if (!own && !withNumber) return std::nullopt;
  if (!own) {
    Paragraph paragraph = makeParagraph(context, StyleName::pageNumber, "", {});
    appendPageNumber(profile.pageNumberPattern, paragraph.runs);
    return paragraph;
  }
  Paragraph paragraph = makeParagraph(context, style, *own);
  if (withNumber && !holdsPageNumber(*own)) {
    paragraph.runs.push_back({.text = "\n"});
    appendPageNumber(profile.pageNumberPattern, paragraph.runs);
  }
  return paragraph;
}

bool yesOr(std::string_view value, bool absent) { return value.empty() ? absent : value == "yes"; }

void addRunning(Context& context, const Node& part, bool numberOnFirst, Section& section) {
  const Profile& profile = context.profile;
  // ГОСТ Р 7.0.97-2025: a title page is counted but bears no number.
  const bool numbered = part.attribute(Attribute::pageNumber) != "no" &&
                        part.attribute(Attribute::cover) != "yes";
  const Node* header = part.find(Kind::header);
  const Node* footer = part.find(Kind::footer);
  section.header = runningParagraph(context, header, StyleName::runningHeader,
                                    numbered && !profile.pageNumberAtFoot);
  section.footer = runningParagraph(context, footer, StyleName::runningFooter,
                                    numbered && profile.pageNumberAtFoot);
  section.headerOnFirst =
      header ? yesOr(header->attribute(Attribute::first), numberOnFirst) : numberOnFirst;
  section.footerOnFirst = footer ? yesOr(footer->attribute(Attribute::first), true)
                                 : !section.footer || numberOnFirst;
}

/// Formats the content of one part, section by section.
class PartFormatter {
 public:
  PartFormatter(Context& context, const Node& part, PartPlace place)
      : context_(context), part_(part), section_(open(isLandscape(part))) {
    const bool restarts = place.opensAppendix && context.profile.restartInAppendices;
    if (restarts) section_.firstPageNumber = 1;
    section_.startsOdd = part.attribute(Attribute::start) == "odd";
    const bool numberOnFirst =
        !(place.first || restarts) || context.profile.numberPagesFrom == 1;
    addRunning(context, part, numberOnFirst, section_);
  }

  void run() {
    context_.flow = &section_.blocks;
    context_.turn = [this](bool landscape) { turn(landscape); };
    appendPartContent(context_, part_, section_);
    context_.flow = nullptr;
    context_.turn = nullptr;
    if (!section_.blocks.empty() || isFirst_) finish();
  }

 private:
  static bool isLandscape(const Node& part) {
    return part.attribute(Attribute::orientation) == "landscape";
  }

  Section open(bool landscape) {
    Section section = makeSheets(context_.profile, landscape);
    context_.styles.setTextArea(section.pageWidth - section.left - section.right, landscape);
    context_.landscape = landscape;
    return section;
  }

  /// Ends the section unless it is still empty, and goes on on other sheets.
  void turn(bool landscape) {
    Section next = open(landscape);
    if (section_.blocks.empty()) {
      next.firstPageNumber = section_.firstPageNumber;
      next.startsOdd = section_.startsOdd;
      next.headerOnFirst = section_.headerOnFirst;
      next.footerOnFirst = section_.footerOnFirst;
      next.header = std::move(section_.header);
      next.footer = std::move(section_.footer);
      next.placed = std::move(section_.placed);
    } else {
      finish();
      addRunning(context_, part_, true, next);
      next.headerOnFirst = next.footerOnFirst = true;
    }
    section_ = std::move(next);
  }

  /// Moves the blocks into the document. What a stated page break stands before begins a page: a
  /// paragraph says so itself, a table begins a section.
  void finish() {
    std::vector<std::size_t> breaks = std::move(context_.pageBreaks);
    context_.pageBreaks.clear();
    auto& blocks = section_.blocks;
    for (auto at = breaks.rbegin(); at != breaks.rend(); ++at) {
      if (*at == 0 || *at >= blocks.size()) continue;
      if (auto* paragraph = std::get_if<Paragraph>(&blocks[*at])) {
        paragraph->pageBreakBefore = true;
      } else if (auto* contents = std::get_if<Contents>(&blocks[*at])) {
        contents->lines.front().pageBreakBefore = true;
      }
    }
    spaceAfterTables(blocks);
    splitBeforeTables(breaks);
    isFirst_ = false;
  }

  void splitBeforeTables(const std::vector<std::size_t>& breaks) {
    std::vector<std::size_t> cuts{0};
    for (const std::size_t at : breaks) {
      if (at > cuts.back() && at < section_.blocks.size() &&
          std::holds_alternative<Table>(section_.blocks[at])) {
        cuts.push_back(at);
      }
    }
    if (cuts.size() == 1) {
      context_.out.sections.push_back(std::move(section_));
      return;
    }
    cuts.push_back(section_.blocks.size());
    std::vector<Block> blocks = std::move(section_.blocks);
    section_.blocks.clear();
    Section following = section_;
    following.placed.clear();
    following.firstPageNumber.reset();
    following.startsOdd = false;
    following.headerOnFirst = following.footerOnFirst = true;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      Section part = i == 0 ? std::move(section_) : following;
      std::move(blocks.begin() + static_cast<std::ptrdiff_t>(cuts[i]),
                blocks.begin() + static_cast<std::ptrdiff_t>(cuts[i + 1]),
                std::back_inserter(part.blocks));
      context_.out.sections.push_back(std::move(part));
    }
  }

  void spaceAfterTables(std::vector<Block>& blocks) {
    for (std::size_t i = 1; i < blocks.size(); ++i) {
      const auto* table = std::get_if<Table>(&blocks[i - 1]);
      auto* paragraph = std::get_if<Paragraph>(&blocks[i]);
      if (!table || table->presentational || !paragraph) continue;
      paragraph->style = context_.styles.afterTable(paragraph->style);
    }
  }

  Context& context_;
  const Node& part_;
  Section section_;
  bool isFirst_ = true;
};

}  // namespace

void appendPart(Context& context, const Node& part, PartPlace place) {
  PartFormatter(context, part, place).run();
}

Paragraph* firstParagraph(std::vector<Block>& blocks) {
  for (Block& block : blocks) {
    if (auto* paragraph = std::get_if<Paragraph>(&block)) return paragraph;
    auto* table = std::get_if<Table>(&block);
    if (!table) continue;
    for (Row& row : table->rows) {
      for (Cell& cell : row.cells) {
        if (Paragraph* found = firstParagraph(cell.blocks)) return found;
      }
    }
  }
  return nullptr;
}

}  // namespace chancery::format
