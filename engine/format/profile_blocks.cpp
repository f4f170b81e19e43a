#include "format/profile_blocks.h"

#include "format/messages.h"
#include "format/profile_values.h"

namespace chancery::format {
namespace {

std::string pattern(const xml::Node& e, std::string_view name, int most, ProfileValues& values) {
  std::string text = values.requireText(e, name);
  if (!text.empty() && !isNumberPattern(text, most)) {
    values.badValue(e, name).hint(messages::kNumberPatternHint, {most == 1 ? "%1" : "%1, %2"});
  }
  return text;
}

/// "таблица|таблицы|таблице|таблицу|таблицей|таблице"
void readDeclined(const xml::Node& e, std::string_view name, ProfileValues& values, Declined& word) {
  const std::string text = values.requireText(e, name);
  std::size_t from = 0, count = 0;
  while (from <= text.size()) {
    const std::size_t to = std::min(text.find('|', from), text.size());
    if (count < word.size()) word[count] = text.substr(from, to - from);
    ++count;
    from = to + 1;
  }
  if (!text.empty() && count != word.size()) values.badValue(e, name).hint(messages::kCasesHint);
}

void readCaptions(const xml::Node& e, ProfileValues& values, BlockLook& look) {
  values.allowAttributes(e, {"table", "figure", "appendix", "in-appendices"});
  look.tableCaption = pattern(e, "table", 2, values);
  look.figureCaption = pattern(e, "figure", 2, values);
  look.appendixTitle = pattern(e, "appendix", 2, values);
  const std::string way =
      values.choice(e, "in-appendices", {"continue", "restart", "prefix"}, "continue");
  look.inAppendices = way == "restart"  ? BlockLook::InAppendices::restarted
                      : way == "prefix" ? BlockLook::InAppendices::prefixed
                                        : BlockLook::InAppendices::continued;
}

void readReferences(const xml::Node& e, ProfileValues& values, BlockLook& look) {
  values.allowAttributes(e, {"heading", "table", "figure", "clause", "appendix", "page"});
  readDeclined(e, "heading", values, look.headingWord);
  readDeclined(e, "table", values, look.tableWord);
  readDeclined(e, "figure", values, look.figureWord);
  readDeclined(e, "clause", values, look.clauseWord);
  readDeclined(e, "appendix", values, look.appendixWord);
  look.pageWord = values.requireText(e, "page");
}

void readNotes(const xml::Node& e, ProfileValues& values, BlockLook& look) {
  values.allowAttributes(e, {"mark", "rule"});
  look.noteMark = pattern(e, "mark", 1, values);
  look.noteRule = values.requireLength(e, "rule");
}

void readCharts(const xml::Node& e, ProfileValues& values, BlockLook& look) {
  values.allowAttributes(e, {"width", "height"});
  look.chartWidth = values.requireLength(e, "width");
  look.chartHeight = values.requireLength(e, "height");
}

}  // namespace

bool isNumberPattern(const std::string& pattern, int most) {
  bool shows = false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '%') continue;
    const int number = i + 1 < pattern.size() ? pattern[i + 1] - '0' : 0;
    if (number < 1 || number > most) return false;
    shows = shows || number == 1;
  }
  return shows;
}

std::string filled(const std::string& pattern, const std::vector<std::string>& values) {
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '%' || i + 1 == pattern.size()) {
      text += pattern[i];
      continue;
    }
    const auto index = static_cast<std::size_t>(pattern[++i] - '1');
    if (index < values.size()) text += values[index];
  }
  return text;
}

void readBlockElements(const xml::Node& profile, ProfileValues& values, BlockLook& look) {
  using Read = void (*)(const xml::Node&, ProfileValues&, BlockLook&);
  static constexpr std::pair<const char*, Read> kElements[] = {{"captions", readCaptions},
                                                               {"references", readReferences},
                                                               {"notes", readNotes},
                                                               {"charts", readCharts}};
  for (const auto& [name, read] : kElements) {
    if (const xml::Node* element = profile.findChild(name)) {
      read(*element, values, look);
    } else {
      values.error(messages::kMissingElement, profile, {name});
    }
  }
}

}  // namespace chancery::format
