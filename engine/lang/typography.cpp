#include "lang/typography.h"

#include <algorithm>

#include "lang/typography_words.h"

namespace chancery::lang {

TypographyRules spacesOnly(TypographyRules rules) {
  rules.quotes = rules.hyphenToDash = rules.ranges = rules.splitDigits = false;
  return rules;
}

std::vector<TypographyEdit> findTypographyEdits(std::string_view text,
                                                const TypographyRules& rules) {
  std::vector<TypographyEdit> edits;
  // Whole cells and names have nothing that any rule looks for.
  if (text.find_first_of(" -\"") == std::string_view::npos &&
      (!rules.quotes || text.find_first_of("\xC2\xE2") == std::string_view::npos)) {
    return edits;
  }
  const std::vector<typography::Word> words = typography::wordsOf(text);
  const typography::Task task{text, rules, words};
  typography::findNoBreakSpaces(task, edits);
  if (rules.quotes) typography::findQuotes(text, edits);
  if (text.find('-') != std::string_view::npos) {
    if (rules.hyphenToDash) typography::findDashes(task, edits);
    if (rules.ranges) typography::findRanges(task, edits);
  }
  if (rules.splitDigits) typography::findLongNumbers(task, edits);
  std::sort(edits.begin(), edits.end(),
            [](const TypographyEdit& a, const TypographyEdit& b) { return a.offset < b.offset; });
  return edits;
}

std::string typeset(std::string_view text, const TypographyRules& rules) {
  std::string result;
  std::size_t start = 0;
  for (const TypographyEdit& edit : findTypographyEdits(text, rules)) {
    result += text.substr(start, edit.offset - start);
    result += edit.text;
    start = edit.offset + edit.length;
  }
  return result.append(text.substr(start));
}

}  // namespace chancery::lang
