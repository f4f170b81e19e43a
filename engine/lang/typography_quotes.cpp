// «Ёлочки» outside, „лапки“ inside.

#include "base/utf8.h"
#include "lang/typography_words.h"

namespace chancery::lang::typography {
namespace {

enum class Side { none, opening, closing };

bool isQuote(char32_t c) {
  return c == U'"' || c == U'«' || c == U'»' || c == U'„' || c == U'“' || c == U'”';
}

/// The first byte of a mark in UTF-8.
bool mayBeginQuote(char c) {
  return c == '"' || c == '\xC2' || c == '\xE2';
}

/// 0 at the start.
char32_t characterBefore(std::string_view text, std::size_t offset) {
  if (offset == 0) return 0;
  do {
    --offset;
  } while ((static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80);
  return utf8::next(text, offset);
}

bool isBlank(char32_t c) {
  return c == 0 || c == U' ' || c == U'\n' || c == U'\t' || c == U'\u00A0';
}

bool isDashOrHyphen(char32_t c) {
  return c == U'-' || c == U'–' || c == U'—';
}

bool mayOpenAfter(char32_t c) {
  return isBlank(c) || c == U'(' || c == U'[';
}

bool mayCloseBefore(char32_t c) {
  constexpr std::u32string_view kMarks = U".,;:!?)]…/";
  return isBlank(c) || isDashOrHyphen(c) || kMarks.find(c) != std::u32string_view::npos;
}

struct Mark {
  std::size_t offset;
  std::size_t length;
  Side side;
  int depth;
};

/// Which side a mark is on; none when its neighbours do not tell.
/// @param before the side of a mark that stands right before it
Side sideOf(char32_t mark, char32_t previous, char32_t next, Side before) {
  if (mark == U'«' || mark == U'„') return Side::opening;
  if (mark == U'»' || mark == U'”') return Side::closing;
  const bool opens = (mayOpenAfter(previous) || before == Side::opening) && !isBlank(next);
  const bool closes = !isBlank(previous) && before != Side::opening && previous != U'(' &&
                      previous != U'[' && (mayCloseBefore(next) || isQuote(next));
  if (opens == closes) return Side::none;
  return opens ? Side::opening : Side::closing;
}

/// All marks with their sides and depths; empty where they do not pair up: an inch, a quotation of
/// several paragraphs, a name whose last mark counts twice.
std::vector<Mark> pairedMarks(std::string_view text) {
  std::vector<Mark> marks;
  int depth = 0;
  Side before = Side::none;
  std::size_t end = 0;  // of the latest mark
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t offset = at;
    if (!mayBeginQuote(text[at])) {
      ++at;
      continue;
    }
    const char32_t c = utf8::next(text, at);
    if (!isQuote(c)) continue;
    std::size_t following = at;
    const char32_t next = at < text.size() ? utf8::next(text, following) : 0;
    if (offset != end) before = Side::none;
    before = sideOf(c, characterBefore(text, offset), next, before);
    end = at;
    if (before == Side::none) return {};
    if (before == Side::closing && --depth < 0) return {};
    marks.push_back({offset, at - offset, before, depth});
    if (before == Side::opening && ++depth > 2) return {};  // no third kind of marks
  }
  if (depth != 0) return {};
  return marks;
}

}  // namespace

void findQuotes(std::string_view text, std::vector<TypographyEdit>& edits) {
  for (const Mark& mark : pairedMarks(text)) {
    const bool opening = mark.side == Side::opening;
    const std::string_view right = mark.depth == 0 ? (opening ? "«" : "»") : (opening ? "„" : "“");
    if (text.substr(mark.offset, mark.length) != right) {
      edits.push_back({mark.offset, mark.length, right});
    }
  }
}

}  // namespace chancery::lang::typography
