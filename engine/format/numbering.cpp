#include "format/numbering.h"

#include <algorithm>

#include "base/utf8.h"

namespace chancery::format {
namespace {

std::string roman(int value) {
  static constexpr struct {
    int value;
    const char* digits;
  } kSteps[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
                {50, "L"},   {40, "XL"},  {10, "X"},  {9, "IX"},   {5, "V"},   {4, "IV"}, {1, "I"}};
  std::string result;
  for (const auto& step : kSteps) {
    for (; value >= step.value; value -= step.value) result += step.digits;
  }
  return result;
}

// Russian without ё, й, ъ, ы, ь, as in the "russianLower" of DOCX; after the last letter they double.
std::string letters(std::u32string_view alphabet, int value) {
  std::string result;
  const auto count = static_cast<int>(alphabet.size());
  const int repeats = (value - 1) / count + 1;
  for (int i = 0; i < repeats; ++i) {
    utf8::append(result, alphabet[static_cast<std::size_t>((value - 1) % count)]);
  }
  return result;
}

}  // namespace

std::string numberText(NumberingLevel::Kind kind, int value) {
  switch (kind) {
    case NumberingLevel::Kind::upperRoman:
      return roman(value);
    case NumberingLevel::Kind::lowerRoman: {
      std::string text = roman(value);
      for (char& c : text) c = static_cast<char>(c - 'A' + 'a');
      return text;
    }
    case NumberingLevel::Kind::russianLower:
      return letters(U"абвгдежзиклмнопрстуфхцчшщэюя", value);
    case NumberingLevel::Kind::russianUpper:
      return letters(U"АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ", value);
    case NumberingLevel::Kind::latinLower:
      return letters(U"abcdefghijklmnopqrstuvwxyz", value);
    case NumberingLevel::Kind::latinUpper:
      return letters(U"ABCDEFGHIJKLMNOPQRSTUVWXYZ", value);
    default:
      return std::to_string(value);
  }
}

NumberingCounter::Running NumberingCounter::begin(const std::string& name, StyleName style,
                                                  int start, int level) {
  const auto [entry, isNew] = numberings_.try_emplace({name, style}, 0);
  if (isNew) {
    entry->second = static_cast<int>(document_.numberings.size());
    const StyleLook& look = profile_.look(style);
    Numbering numbering{name + std::to_string(entry->second), profile_.list(name).levels};
    for (NumberingLevel& one : numbering.levels) {
      one.left += look.left;
      one.firstLine += look.firstLine;
    }
    document_.numberings.push_back(std::move(numbering));
  }
  return beginWith(entry->second, start, level);
}

NumberingCounter::Running NumberingCounter::beginHeadings() {
  static constexpr StyleName kStyles[] = {StyleName::heading1, StyleName::heading2,
                                          StyleName::heading3, StyleName::heading4};
  const auto [entry, isNew] = numberings_.try_emplace({"headings", StyleName::heading1}, 0);
  if (isNew) {
    entry->second = static_cast<int>(document_.numberings.size());
    Numbering numbering{"headings" + std::to_string(entry->second), profile_.list("headings").levels};
    for (std::size_t i = 0; i < numbering.levels.size(); ++i) {
      const StyleLook& look = profile_.look(kStyles[std::min(i, std::size(kStyles) - 1)]);
      numbering.levels[i].left += look.left;
      numbering.levels[i].firstLine += look.firstLine;
    }
    document_.numberings.push_back(std::move(numbering));
  }
  return beginWith(entry->second, 1, 0);
}

NumberingCounter::Running NumberingCounter::beginWith(int numbering, int start, int level) {
  Running list;
  list.numbering = numbering;
  list.instance = static_cast<int>(document_.instances.size());
  list.start = start;
  list.startLevel = level;
  document_.instances.push_back({numbering, start});
  return list;
}

Label NumberingCounter::next(Running& list, int level) {
  const auto& levels = document_.numberings[static_cast<std::size_t>(list.numbering)].levels;
  const auto depth = std::min(static_cast<std::size_t>(level), levels.size() - 1);
  const std::size_t known = list.counts.size();
  list.counts.resize(depth + 1, 0);
  // Its own first level begins where the list says.
  if (known <= depth && static_cast<int>(depth) == list.startLevel) {
    list.counts[depth] = list.start - 1;
    list.start = 1;
  }
  // An item below a level that has not been counted yet stands under its first.
  for (std::size_t i = 0; i < depth; ++i) list.counts[i] = std::max(list.counts[i], 1);
  ++list.counts[depth];
  Label label;
  label.instance = list.instance;
  label.level = static_cast<int>(depth);
  const std::string& pattern = levels[depth].pattern;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool isNumber = pattern[i] == '%' && i + 1 < pattern.size() &&
                          levels[depth].kind != NumberingLevel::Kind::bullet;
    if (!isNumber) {
      label.text += pattern[i];
      continue;
    }
    const auto shown = static_cast<std::size_t>(pattern[++i] - '1');
    label.text += numberText(levels[shown].kind, list.counts[shown]);
  }
  return label;
}

}  // namespace chancery::format
