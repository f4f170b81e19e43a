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

// Without ё, й, ъ, ы, ь, as in the "russianLower" of DOCX.
std::string russianLetter(int value) {
  static const std::u32string kLetters = U"абвгдежзиклмнопрстуфхцчшщэюя";
  std::string result;
  const auto count = static_cast<int>(kLetters.size());
  const int repeats = (value - 1) / count + 1;
  for (int i = 0; i < repeats; ++i) {
    utf8::append(result, kLetters[static_cast<std::size_t>((value - 1) % count)]);
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
      return russianLetter(value);
    default:
      return std::to_string(value);
  }
}

NumberingCounter::Running NumberingCounter::begin(const std::string& name, StyleName style) {
  const auto [entry, isNew] = numberings_.try_emplace({name, style}, 0);
  if (isNew) {
    entry->second = static_cast<int>(document_.numberings.size());
    const StyleLook& look = profile_.look(style);
    Numbering numbering{name + std::to_string(entry->second), profile_.list(name).levels};
    for (NumberingLevel& level : numbering.levels) {
      level.left += look.left;
      level.firstLine += look.firstLine;
    }
    document_.numberings.push_back(std::move(numbering));
  }
  Running list;
  list.numbering = entry->second;
  list.instance = static_cast<int>(document_.instances.size());
  document_.instances.push_back({entry->second, 1});
  return list;
}

Label NumberingCounter::next(Running& list, int level) {
  const auto& levels = document_.numberings[static_cast<std::size_t>(list.numbering)].levels;
  const auto depth = std::min(static_cast<std::size_t>(level), levels.size() - 1);
  list.counts.resize(depth + 1, 0);
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
