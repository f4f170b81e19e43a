#include "diff/words.h"

#include "base/utf8.h"
#include "diff/myers.h"

namespace chancery::diff {
namespace {

bool isSpace(char c) {
  return c == ' ' || c == '\n';
}

/// What stands at the edge of a word without belonging to it.
bool isMark(char32_t c) {
  static constexpr std::u32string_view kMarks = U".,;:!?…()[]{}«»„“”\"'–—-/|";
  return kMarks.find(c) != std::u32string_view::npos;
}

/// Splits one run without spaces: marks at its edges are words of their own.
void splitRun(std::string_view run, std::string_view space, std::vector<Word>& words) {
  std::size_t begin = 0, end = run.size();
  std::vector<std::string_view> tail;
  const auto add = [&](std::string_view text) {
    words.push_back({text, space});
    space = {};
  };
  for (std::size_t next = 0; begin < end; begin = next) {
    if (!isMark(utf8::next(run, next))) break;
    add(run.substr(begin, next - begin));
  }
  while (end > begin) {
    std::size_t start = end - 1;
    while (start > begin && (run[start] & 0xC0) == 0x80) --start;
    std::size_t at = start;
    if (!isMark(utf8::next(run, at))) break;
    tail.push_back(run.substr(start, end - start));
    end = start;
  }
  if (end > begin) add(run.substr(begin, end - begin));
  for (auto mark = tail.rbegin(); mark != tail.rend(); ++mark) add(*mark);
}

/// A stretch of both word lists: equal, or not.
struct Stretch {
  std::size_t before = 0, beforeEnd = 0, after = 0, afterEnd = 0;
  bool isSame = false;
};

std::vector<Stretch> stretchesOf(const Pairs& pairs, std::size_t n, std::size_t m) {
  std::vector<Stretch> stretches;
  std::size_t i = 0, j = 0;
  const auto change = [&](std::size_t iEnd, std::size_t jEnd) {
    if (i < iEnd || j < jEnd) stretches.push_back({i, iEnd, j, jEnd, false});
    i = iEnd;
    j = jEnd;
  };
  for (const auto& [a, b] : pairs) {
    change(a, b);
    if (stretches.empty() || !stretches.back().isSame) stretches.push_back({a, a, b, b, true});
    i = ++stretches.back().beforeEnd;
    j = ++stretches.back().afterEnd;
  }
  change(n, m);
  return stretches;
}

/// Joins changes that only a mark or a short word parts: a reader takes them for one.
std::vector<Stretch> joinNear(std::vector<Stretch> stretches, const std::vector<Word>& before) {
  constexpr std::size_t kShortest = 3;
  std::vector<Stretch> joined;
  for (std::size_t s = 0; s < stretches.size(); ++s) {
    const Stretch& here = stretches[s];
    const bool isBetween = here.isSame && s > 0 && s + 1 < stretches.size() && !joined.empty() &&
                           here.beforeEnd - here.before == 1 &&
                           utf8::countCharacters(before[here.before].text) < kShortest;
    const bool goesOn = !joined.empty() && !joined.back().isSame && !here.isSame;
    if (isBetween || goesOn) {
      joined.back().beforeEnd = here.beforeEnd;
      joined.back().afterEnd = here.afterEnd;
    } else {
      joined.push_back(here);
    }
  }
  return joined;
}

std::string textOf(const std::vector<Word>& words, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t i = from; i < to; ++i) {
    text += words[i].space;
    text += words[i].text;
  }
  return text;
}

void add(std::vector<Piece>& pieces, Piece::Kind kind, std::string text) {
  if (text.empty()) return;
  if (!pieces.empty() && pieces.back().kind == kind) {
    pieces.back().text += text;
  } else {
    pieces.push_back({kind, std::move(text)});
  }
}

/// A space that both texts have before a change belongs to neither.
void addChange(std::vector<Piece>& pieces, std::string removed, std::string added) {
  if (!removed.empty() && !added.empty() && isSpace(removed[0]) && removed[0] == added[0]) {
    add(pieces, Piece::Kind::same, removed.substr(0, 1));
    removed.erase(0, 1);
    added.erase(0, 1);
  }
  add(pieces, Piece::Kind::removed, std::move(removed));
  add(pieces, Piece::Kind::added, std::move(added));
}

}  // namespace

std::string plain(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = utf8::next(text, i);
    const bool isBlank = c == U' ' || c == U'\u00A0' || c == U'\t' || c == U'\u202F';
    if (c == U'\n') {
      while (!result.empty() && isSpace(result.back())) result.pop_back();
      if (!result.empty()) result += '\n';
    } else if (!isBlank) {
      utf8::append(result, c);
    } else if (!result.empty() && !isSpace(result.back())) {
      result += ' ';
    }
  }
  while (!result.empty() && isSpace(result.back())) result.pop_back();
  return result;
}

std::vector<Word> wordsOf(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t space = i;
    while (i < text.size() && isSpace(text[i])) ++i;
    const std::size_t begin = i;
    while (i < text.size() && !isSpace(text[i])) ++i;
    if (i > begin)
      splitRun(text.substr(begin, i - begin), text.substr(space, begin - space), words);
  }
  return words;
}

std::uint32_t WordBook::numberOf(std::string_view word) {
  const auto known = numbers_.find(word);
  if (known != numbers_.end()) return known->second;
  const auto number = static_cast<std::uint32_t>(numbers_.size());
  numbers_.emplace(word, number);
  return number;
}

std::vector<Piece> compareWords(std::string_view before, std::string_view after) {
  std::vector<Piece> pieces;
  const std::vector<Word> was = wordsOf(before), is = wordsOf(after);
  const auto equal = [&](std::size_t i, std::size_t j) {
    return was[i].text == is[j].text && was[i].space == is[j].space;
  };
  const auto pairs = commonSubsequence(was.size(), is.size(), kMostWordChanges, equal);
  if (!pairs) {
    addChange(pieces, std::string(before), std::string(after));
    return pieces;
  }
  for (const Stretch& stretch : joinNear(stretchesOf(*pairs, was.size(), is.size()), was)) {
    std::string removed = textOf(was, stretch.before, stretch.beforeEnd);
    if (stretch.isSame) {
      add(pieces, Piece::Kind::same, std::move(removed));
    } else {
      addChange(pieces, std::move(removed), textOf(is, stretch.after, stretch.afterEnd));
    }
  }
  return pieces;
}

}  // namespace chancery::diff
