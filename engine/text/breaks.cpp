#include "text/breaks.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/error.h"
#include "base/utf8.h"

namespace chancery::text {
namespace {

constexpr char32_t kNoBreakSpace = 0xA0;
constexpr char32_t kNoBreakHyphen = 0x2011;
constexpr char32_t kNarrowNoBreakSpace = 0x202F;
constexpr char32_t kWordJoiner = 0x2060;

bool isGlue(char32_t c) {
  return c == kNoBreakSpace || c == kNoBreakHyphen || c == kNarrowNoBreakSpace ||
         c == kWordJoiner || c == 0xFEFF;
}

bool isDigit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

// Letters of the alphabets at hand and digits: no line ends between two of them.
bool isPlain(char32_t c) {
  return isDigit(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
         (c >= 0x400 && c <= 0x481) || (c >= 0x48A && c <= 0x52F);
}

// What may lead a chunk that has no break inside.
bool isPlainLead(char32_t c) {
  return c == U'(' || c == U'«' || c == U'"';
}

// What may follow its letters.
bool isPlainTail(char32_t c) {
  return c == U'.' || c == U',' || c == U';' || c == U':' || c == U')' || c == U'»' || c == U'"';
}

// Most words are letters between ordinary punctuation; ICU need not be asked about them.
bool isUnbreakable(std::string_view chunk) {
  enum { lead, body, tail } state = lead;
  for (std::size_t i = 0; i < chunk.size();) {
    const char32_t c = utf8::next(chunk, i);
    if (isPlain(c)) {
      if (state == tail) return false;
      state = body;
    } else if (state == lead && isPlainLead(c)) {
      continue;
    } else if (isPlainTail(c)) {
      state = tail;
    } else {
      return false;
    }
  }
  return true;
}

void append(std::u16string& text, char32_t c) {
  if (c >= 0x10000) {
    text += static_cast<char16_t>(0xD7C0 + (c >> 10));
    text += static_cast<char16_t>(0xDC00 + (c & 0x3FF));
  } else {
    text += static_cast<char16_t>(c);
  }
}

int lineBreakClass(char32_t c) {
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK);
}

// Our departures from UAX #14 between two neighbours; measured on LibreOffice 7.4.
enum class Tailoring { none, allowed, forbidden };

Tailoring tailoringBetween(char32_t before, char32_t after, bool startsChunk) {
  if (isGlue(before) || isGlue(after)) return Tailoring::forbidden;
  if (before == U'-' && isDigit(after)) return Tailoring::allowed;
  if (before == U'-' && startsChunk && u_isalpha(static_cast<UChar32>(after))) {
    return Tailoring::allowed;
  }
  return Tailoring::none;
}

}  // namespace

struct Breaks::Iterator {
  std::unique_ptr<icu::BreakIterator> rules;

  Iterator() {
    UErrorCode status = U_ZERO_ERROR;
    rules.reset(icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) {
      throw WorldError("load the rules for breaking lines", "ICU", u_errorName(status));
    }
  }
};

Breaks::Breaks() = default;
Breaks::~Breaks() = default;

bool Breaks::isBoundary(std::u16string_view text, std::int32_t offset) {
  if (!iterator_) iterator_ = std::make_unique<Iterator>();
  const icu::UnicodeString string(false, text.data(), static_cast<std::int32_t>(text.size()));
  iterator_->rules->setText(string);
  return iterator_->rules->isBoundary(offset) != 0;
}

bool Breaks::afterSpaces(char32_t before, char32_t after) {
  if (isPlain(after) && (isPlain(before) || before == U',' || before == U'.')) return true;
  const std::uint64_t key = (std::uint64_t{before} << 32) | after;
  const auto found = spacePairs_.find(key);
  if (found != spacePairs_.end()) return found->second;

  bool allowed;
  if (isGlue(after) || before == kWordJoiner) {
    allowed = false;
  } else if (lineBreakClass(before) == U_LB_QUOTATION &&
             lineBreakClass(after) == U_LB_OPEN_PUNCTUATION) {
    allowed = true;  // without LB15
  } else {
    std::u16string text;
    append(text, before);
    text += u' ';
    const auto offset = static_cast<std::int32_t>(text.size());
    append(text, after);
    allowed = isBoundary(text, offset);
  }
  spacePairs_.emplace(key, allowed);
  return allowed;
}

bool Breaks::between(char32_t before, char32_t after) {
  if (isPlain(before) && isPlain(after)) return false;
  if (before == U'/') return false;
  switch (tailoringBetween(before, after, false)) {
    case Tailoring::allowed: return true;
    case Tailoring::forbidden: return false;
    case Tailoring::none: break;
  }
  std::u16string text = u"а";  // there is a word before: a hyphen does not begin one
  append(text, before);
  const auto offset = static_cast<std::int32_t>(text.size());
  append(text, after);
  return isBoundary(text, offset);
}

void Breaks::inside(std::string_view chunk, std::vector<Inside>& places) {
  places.clear();
  if (isUnbreakable(chunk)) return;

  std::u16string text;
  for (std::size_t i = 0; i < chunk.size();) append(text, utf8::next(chunk, i));
  if (!iterator_) iterator_ = std::make_unique<Iterator>();
  const icu::UnicodeString string(false, text.data(), static_cast<std::int32_t>(text.size()));
  iterator_->rules->setText(string);

  std::int32_t at = 0;  // in UTF-16
  char32_t before = 0;
  std::size_t beforeOffset = 0;
  for (std::size_t i = 0; i < chunk.size();) {
    const std::size_t offset = i;
    const char32_t c = utf8::next(chunk, i);
    if (offset > 0) {
      const Tailoring tailoring = tailoringBetween(before, c, beforeOffset == 0);
      const bool allowed = tailoring == Tailoring::allowed ||
                           (tailoring == Tailoring::none && iterator_->rules->isBoundary(at) != 0);
      if (allowed) places.push_back({offset, before == U'/'});
    }
    at += c >= 0x10000 ? 2 : 1;
    before = c;
    beforeOffset = offset;
  }
}

}  // namespace chancery::text
