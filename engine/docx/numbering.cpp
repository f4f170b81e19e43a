#include "docx/numbering.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>

#include "docx/markup.h"
#include "docx/properties.h"

namespace chancery::docx {
namespace {

using Kind = format::NumberingLevel::Kind;

std::string_view formatName(Kind kind) {
  switch (kind) {
    case Kind::decimal:
      return "decimal";
    case Kind::upperRoman:
      return "upperRoman";
    case Kind::lowerRoman:
      return "lowerRoman";
    case Kind::russianLower:
      return "russianLower";
    case Kind::russianUpper:
      return "russianUpper";
    case Kind::latinLower:
      return "lowerLetter";
    case Kind::latinUpper:
      return "upperLetter";
    case Kind::bullet:
      return "bullet";
  }
  return "decimal";
}

bool counts(const format::Numbering& numbering) {
  return std::any_of(numbering.levels.begin(), numbering.levels.end(),
                     [](const auto& level) { return level.kind != Kind::bullet; });
}

// Word takes lists of one nsid for the same list when text is pasted: give each its own.
std::string listId(std::size_t abstract) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string id = "5C000000";
  for (std::size_t i = id.size(); abstract > 0 && i-- > 2; abstract /= 16) {
    id[i] = kDigits[abstract % 16];
  }
  return id;
}

void appendLevel(Markup& out, const format::NumberingLevel& level, std::size_t index, int start) {
  out.raw("<w:lvl").attribute("w:ilvl", static_cast<std::int64_t>(index)).raw(">");
  out.value("w:start", start).value("w:numFmt", formatName(level.kind));
  // The label is followed by one space; a tab would go to the next default stop.
  out.value("w:suff", "space").value("w:lvlText", level.pattern).value("w:lvlJc", "left");
  out.raw("<w:pPr>");
  appendNumberingIndents(out, level.left, level.firstLine);
  out.raw("</w:pPr></w:lvl>");
}

}  // namespace

NumberingPlan::NumberingPlan(const format::Document& document) : document_(document) {
  instances_.resize(document.instances.size());
  if (instances_.empty()) return;
  uses_.resize(document.instances.size());
  int position = 0;
  for (const format::Section& section : document.sections) collect(section.blocks, position);
  for (const format::Footnote& note : document.footnotes) {
    for (const format::Paragraph& paragraph : note.paragraphs) collect(paragraph, position);
  }

  std::vector<std::size_t> order(instances_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
    return uses_[a].first < uses_[b].first;
  });
  for (const std::size_t instance : order) assign(instance);
}

void NumberingPlan::collect(const std::vector<format::Block>& blocks, int& position) {
  for (const format::Block& block : blocks) {
    if (const auto* paragraph = std::get_if<format::Paragraph>(&block)) {
      collect(*paragraph, position);
    } else if (const auto* table = std::get_if<format::Table>(&block)) {
      for (const format::Row& row : table->rows) {
        for (const format::Cell& cell : row.cells) collect(cell.blocks, position);
      }
    } else {
      for (const format::Paragraph& line : std::get<format::Contents>(block).lines) {
        collect(line, position);
      }
    }
  }
}

void NumberingPlan::collect(const format::Paragraph& paragraph, int& position) {
  if (!paragraph.label) return;
  Use& use = uses_[static_cast<std::size_t>(paragraph.label->instance)];
  if (use.first < 0) {
    use.first = position;
    use.firstLevel = paragraph.label->level;
  }
  use.last = position++;
}

void NumberingPlan::assign(std::size_t instance) {
  const format::NumberingInstance& stated = document_.instances[instance];
  const Use& use = uses_[instance];
  const bool counting = counts(document_.numberings[static_cast<std::size_t>(stated.numbering)]);
  const auto found =
      std::find_if(abstracts_.begin(), abstracts_.end(), [&](const Abstract& abstract) {
        return abstract.numbering == stated.numbering &&
               (!counting || abstract.lastUse < use.first);
      });
  // A list that begins at a deeper level would show the former list's count above it.
  if (found != abstracts_.end() && (!counting || use.firstLevel == 0)) {
    found->lastUse = use.last;
    const int abstract = static_cast<int>(found - abstracts_.begin());
    instances_[instance] = counting ? addNum(abstract, stated.start) : found->numId;
    return;
  }
  const int abstract = static_cast<int>(abstracts_.size());
  const int numId = addNum(abstract, std::nullopt);
  abstracts_.push_back({stated.numbering, stated.start, use.last, numId});
  instances_[instance] = numId;
}

int NumberingPlan::addNum(int abstract, std::optional<int> start) {
  nums_.push_back({abstract, start});
  return static_cast<int>(nums_.size());  // w:numId counts from 1; 0 means no list
}

std::string NumberingPlan::part() const {
  Markup out;
  out.reserve(abstracts_.size() * 1024 + nums_.size() * 128);
  out.raw(kXmlDeclaration).raw("<w:numbering").raw(kMainNamespace).raw(">");
  for (std::size_t i = 0; i < abstracts_.size(); ++i) {
    const Abstract& abstract = abstracts_[i];
    const auto& levels = document_.numberings[static_cast<std::size_t>(abstract.numbering)].levels;
    out.raw("<w:abstractNum").attribute("w:abstractNumId", static_cast<std::int64_t>(i)).raw(">");
    out.value("w:nsid", listId(i));
    out.value("w:multiLevelType", levels.size() > 1 ? "multilevel" : "singleLevel");
    for (std::size_t k = 0; k < levels.size(); ++k) {
      appendLevel(out, levels[k], k, k == 0 ? abstract.start : 1);
    }
    out.raw("</w:abstractNum>");
  }
  for (std::size_t i = 0; i < nums_.size(); ++i) {
    out.raw("<w:num").attribute("w:numId", static_cast<std::int64_t>(i + 1)).raw(">");
    out.value("w:abstractNumId", nums_[i].abstract);
    if (nums_[i].start) {
      out.raw("<w:lvlOverride w:ilvl=\"0\">")
          .value("w:startOverride", *nums_[i].start)
          .raw("</w:lvlOverride>");
    }
    out.raw("</w:num>");
  }
  out.raw("</w:numbering>");
  return out.take();
}

}  // namespace chancery::docx
