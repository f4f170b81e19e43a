#include "lang/persons.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "lang/letters.h"
#include "lang/typography_words.h"

namespace chancery::lang {
namespace {

using typography::isCapitalised;
using typography::isInitials;
using typography::Word;

constexpr std::size_t kShortestStem = 3;
constexpr std::size_t kShortestMisspelt = 5;

/// Endings of surnames in all cases of both sexes, the nominative among them.
constexpr std::array<std::u32string_view, 25> kEndings{
    U"",   U"а", U"у", U"ом",  U"ым",  U"е",  U"ой", U"ою", U"ы",  U"и",  U"ю",  U"я", U"ей",
    U"ем", U"ь", U"й", U"ого", U"ому", U"им", U"ий", U"ая", U"ую", U"ый", U"ий", U"их"};

/// How surnames end in the nominative and elsewhere; posts and first words of sentences seldom do.
constexpr std::array<std::string_view, 30> kSurnameEndings{
    "ов",   "ова",  "ову",   "овой",  "овым", "ове",  "ев",   "ева",  "еву",  "евой",
    "евым", "ёв",   "ёва",   "ин",    "ина",  "ину",  "иной", "иным", "ын",   "ына",
    "ский", "ская", "ского", "скому", "ской", "скую", "енко", "чук",  "цкий", "цкая"};

constexpr std::array<std::string_view, 12> kPatronymicEndings{
    "вич", "вича", "вичу", "вичем", "виче", "вна", "вны", "вне", "вну", "вной", "ична", "ичны"};

std::string_view withoutComma(std::string_view text) {
  while (!text.empty() && std::string_view(",;:.)").find(text.back()) != std::string_view::npos) {
    text.remove_suffix(1);
  }
  return text;
}

template <std::size_t N>
bool endsWithAny(std::string_view text, const std::array<std::string_view, N>& endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return text.ends_with(ending); });
}

/// Reads the names out of the words of one text.
class Finder {
 public:
  Finder(std::string_view text, const std::vector<Word>& words) : text_(text), words_(words) {}

  std::vector<PersonName> find() {
    for (std::size_t i = 0; i < words_.size();) {
      if (takeFull(i) || takeInitials(i)) continue;
      ++i;
    }
    return std::move(found_);
  }

 private:
  bool isSurname(std::size_t i) const {
    return i < words_.size() && isCapitalised(withoutComma(words_[i].core));
  }
  /// Whether a mark of punctuation stands between a word and the next one.
  bool isCutOff(std::size_t i) const {
    return withoutComma(words_[i].text).size() != words_[i].text.size();
  }

  /// «Петрова Анна Ивановна».
  bool takeFull(std::size_t& i) {
    if (!isSurname(i) || !isSurname(i + 1) || !isSurname(i + 2)) return false;
    if (isCutOff(i) || isCutOff(i + 1)) return false;
    const std::string_view last = withoutComma(words_[i + 2].core);
    if (!endsWithAny(last, kPatronymicEndings)) return false;
    std::string initials;
    for (const std::size_t at : {i + 1, i + 2}) {
      std::size_t offset = 0;
      utf8::append(initials, utf8::next(words_[at].core, offset));
    }
    add(i, i + 2, withoutComma(words_[i].core), std::move(initials));
    i += 3;
    return true;
  }

  /// «И.О.» or «И. О.» and the surname on one of its sides.
  bool takeInitials(std::size_t& i) {
    std::string letters;
    std::size_t end = i;
    while (end < words_.size() && end < i + 2 && isInitials(initialsOf(end))) {
      const std::string_view core = initialsOf(end);
      for (std::size_t at = 0; at < core.size();) {
        const char32_t c = utf8::next(core, at);
        if (c != U'.') utf8::append(letters, c);
      }
      ++end;
      if (utf8::countCharacters(letters) > 1 || endsName(end - 1)) break;
    }
    if (letters.empty() || utf8::countCharacters(letters) > 2) return false;
    if (const auto surname = surnameBeside(i, end)) {
      add(std::min(i, *surname), std::max(end - 1, *surname), withoutComma(words_[*surname].core),
          std::move(letters));
      i = std::max(end, *surname + 1);
    } else {
      i = end;
    }
    return true;
  }

  std::string_view initialsOf(std::size_t i) const {
    return typography::withoutMarks(words_[i].core);
  }
  /// Whether something else than the name's own points stands behind these initials.
  bool endsName(std::size_t i) const {
    const std::string_view text = words_[i].text;
    return !text.empty() && text.back() != '.';
  }

  std::optional<std::size_t> surnameBeside(std::size_t from, std::size_t end) const {
    const bool before = from > used_ && isSurname(from - 1) && !isCutOff(from - 1);
    const bool behind = isSurname(end) && !endsName(end - 1);
    if (before != behind) return before ? from - 1 : end;
    if (!before) return std::nullopt;
    const bool isBefore = endsWithAny(withoutComma(words_[from - 1].core), kSurnameEndings);
    const bool isBehind = endsWithAny(withoutComma(words_[end].core), kSurnameEndings);
    if (isBefore == isBehind) return std::nullopt;
    return isBefore ? from - 1 : end;
  }

  void add(std::size_t first, std::size_t last, std::string_view surname, std::string initials) {
    const std::size_t from = words_[first].end - words_[first].core.size();
    const std::size_t to = words_[last].start + words_[last].text.size();
    std::string_view text = text_.substr(from, to - from);
    while (!text.empty() && std::string_view(",;:)").find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
    }
    // The point behind a surname ends a sentence, that behind initials is theirs.
    if (text.ends_with(std::string(surname) + '.')) text.remove_suffix(1);
    found_.push_back({std::string(text), std::string(surname), std::move(initials)});
    used_ = last + 1;
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  std::vector<PersonName> found_;
  std::size_t used_ = 0;  ///< words before this one belong to names
};

/// No-break spaces as plain ones, and one behind initials that cling to their surname.
std::string withPlainSpaces(std::string_view text) {
  constexpr std::string_view kNoBreak = "\u00a0";
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at).starts_with(kNoBreak)) {
      result += ' ';
      at += kNoBreak.size();
      continue;
    }
    const std::size_t from = at;
    const char32_t c = utf8::next(text, at);
    if (isUpper(c) && result.ends_with('.') && at < text.size()) {
      std::size_t next = at;
      if (isLower(utf8::next(text, next))) result += ' ';
    }
    result += text.substr(from, at - from);
  }
  return result;
}

std::u32string lower(std::string_view text) {
  std::u32string result;
  for (std::size_t i = 0; i < text.size();) result += toLower(utf8::next(text, i));
  return result;
}

std::u32string withoutYo(std::u32string text) {
  std::replace(text.begin(), text.end(), U'ё', U'е');
  return text;
}

bool isEnding(std::u32string_view text) {
  return std::find(kEndings.begin(), kEndings.end(), text) != kEndings.end();
}

/// Whether both can be cases of one surname.
bool isSameLexeme(std::u32string_view one, std::u32string_view other) {
  std::size_t common = 0;
  while (common < one.size() && common < other.size() && one[common] == other[common]) ++common;
  for (std::size_t stem = common; stem >= kShortestStem; --stem) {
    if (isEnding(one.substr(stem)) && isEnding(other.substr(stem))) return true;
  }
  return false;
}

std::u32string_view stemOf(std::u32string_view word) {
  for (std::size_t stem = kShortestStem; stem < word.size(); ++stem) {
    if (isEnding(word.substr(stem))) return word.substr(0, stem);
  }
  return word;
}

/// One letter more, less or other.
bool differsInOneLetter(std::u32string_view one, std::u32string_view other) {
  if (one.size() > other.size()) std::swap(one, other);
  if (other.size() - one.size() > 1 || one == other) return false;
  const auto [a, b] = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
  const auto rest = static_cast<std::size_t>(a - one.begin());
  const std::size_t skip = one.size() == other.size() ? 1 : 0;
  return one.substr(std::min(one.size(), rest + skip)) == other.substr(rest + 1);
}

}  // namespace

std::vector<PersonName> findPersons(std::string_view text) {
  const std::string spaced = withPlainSpaces(text);
  const std::vector<Word> words = typography::wordsOf(spaced);
  return Finder(spaced, words).find();
}

Likeness compareNames(const PersonName& one, const PersonName& other) {
  const std::u32string first = lower(one.surname);
  const std::u32string second = lower(other.surname);
  const bool isSame = isSameLexeme(first, second);
  const bool isSameButYo = isSame || isSameLexeme(withoutYo(first), withoutYo(second));
  if (one.initials == other.initials) {
    if (isSame) return Likeness::same;
    if (isSameButYo) return Likeness::misspelt;
    const std::u32string plain = withoutYo(first);
    const std::u32string otherPlain = withoutYo(second);
    const std::u32string_view stem = stemOf(plain);
    const std::u32string_view otherStem = stemOf(otherPlain);
    const bool isLong = std::min(stem.size(), otherStem.size()) >= kShortestMisspelt;
    const bool hasBoth = utf8::countCharacters(one.initials) == 2;
    return isLong && hasBoth && differsInOneLetter(stem, otherStem) ? Likeness::misspelt
                                                                    : Likeness::different;
  }
  const bool isShorter =
      one.initials.starts_with(other.initials) || other.initials.starts_with(one.initials);
  return isShorter && isSameButYo ? Likeness::misspelt : Likeness::different;
}

}  // namespace chancery::lang
