#include "format/style_sheet.h"

namespace chancery::format {
namespace {

/// Lines of contents end with the page's number at the right edge of the text area.
bool isContentsLine(StyleName name) {
  return name >= StyleName::contents1 && name <= StyleName::contentsList;
}

}  // namespace

int StyleSheet::index(StyleName name) {
  Area area = Area::portrait;
  if (isContentsLine(name)) {
    area = landscape_ ? Area::landscape : Area::portrait;
  } else if (profile_.look(name).width) {
    area = inCell_ ? Area::cell : landscape_ ? Area::landscape : Area::portrait;
  }
  const auto [entry, isNew] = made_.try_emplace({name, area}, 0);
  if (isNew) {
    entry->second = static_cast<int>(document_.styles.size());
    document_.styles.push_back(make(name, area));
  }
  return entry->second;
}

int StyleSheet::afterTable(int style) {
  const ParagraphStyle& usual = document_.styles[static_cast<std::size_t>(style)];
  if (usual.before >= profile_.blocks.afterTable) return style;
  const auto [entry, isNew] = afterTable_.try_emplace(style, 0);
  if (isNew) {
    ParagraphStyle lower = usual;
    lower.id += "AfterTable";
    lower.name += " (после таблицы)";
    lower.before = profile_.blocks.afterTable;
    entry->second = static_cast<int>(document_.styles.size());
    document_.styles.push_back(std::move(lower));
  }
  return entry->second;
}

ParagraphStyle StyleSheet::make(StyleName name, Area area) const {
  const StyleLook& look = profile_.look(name);
  const StyleRule& rule = ruleOf(name);
  ParagraphStyle style;
  style.id = rule.id;
  style.name = rule.wordName;
  style.outlineLevel = rule.outlineLevel;
  style.text = look.text;
  style.align = look.align;
  style.left = look.left;
  style.firstLine = look.firstLine;
  style.before = look.before;
  style.after = look.after;
  style.spacing = look.spacing;
  style.keepWithNext = look.keepWithNext;
  style.keepLines = look.keepLines;
  style.hyphenate = look.hyphenate;
  if (area == Area::landscape) {
    style.id += "Landscape";
    style.name += " (альбомный лист)";
  } else if (area == Area::cell) {
    style.id += "InCell";
    style.name += " (в блоке)";
    return style;
  }
  if (isContentsLine(name)) style.tabs.push_back({textWidth_, Align::right, true});
  const Length room = look.width ? textWidth_ - *look.width : Length();
  if (room > Length()) {
    if (look.atRight) {
      style.left += room;
    } else if (look.align == Align::center) {
      style.left += room / 2;
      style.right = room / 2;
    } else {
      style.right = room;
    }
  }
  return style;
}

}  // namespace chancery::format
