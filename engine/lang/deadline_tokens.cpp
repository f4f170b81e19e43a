#include "lang/deadline_tokens.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "lang/letters.h"

namespace chancery::lang::deadline {
namespace {

using Type = Token::Type;

constexpr std::array<std::string_view, 16> kOrdinalEndings{
    "го", "й", "я", "е", "х", "ти", "ми", "ое", "ая", "ой", "му", "м", "ю", "ый", "ий", "ого"};
constexpr int kMostDigits = 9;

bool isDigit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

bool isSpace(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\r' || c == U'\u00A0' || c == U'\u2009' ||
         c == U'\u202F';
}

bool isDash(char32_t c) {
  return c == U'-' || (c >= U'\u2010' && c <= U'\u2015') || c == U'\u2212';
}

bool isQuote(char32_t c) {
  return c == U'"' || c == U'«' || c == U'»' || (c >= U'\u2018' && c <= U'\u201F');
}

std::optional<int> romanValue(const std::string& word) {
  constexpr std::array<std::string_view, 12> kRoman{"i",   "ii",   "iii", "iv", "v",  "vi",
                                                    "vii", "viii", "ix",  "x",  "xi", "xii"};
  std::string latin;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = utf8::next(word, at);
    utf8::append(latin, c == U'і' ? U'i' : c == U'х' ? U'x' : c);  // Cyrillic look-alikes
  }
  const auto found = std::find(kRoman.begin(), kRoman.end(), latin);
  if (found == kRoman.end() || word == "х") return std::nullopt;
  return static_cast<int>(found - kRoman.begin()) + 1;
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    while (at_ < text_.size()) {
      const char32_t c = peek();
      if (isDigit(c)) {
        number();
      } else if (isLetter(c)) {
        word();
      } else {
        sign(c);
      }
    }
    add(Type::end, text_.size());
    return std::move(tokens_);
  }

 private:
  char32_t peek() const {
    std::size_t at = at_;
    return at < text_.size() ? utf8::next(text_, at) : U'\0';
  }

  Token& add(Type type, std::size_t begin) {
    tokens_.emplace_back();
    tokens_.back().type = type;
    tokens_.back().begin = begin;
    tokens_.back().end = at_;
    return tokens_.back();
  }

  void sign(char32_t c) {
    const std::size_t begin = at_;
    utf8::next(text_, at_);
    if (isSpace(c) || isQuote(c)) return;
    if (isDash(c)) {
      add(Type::dash, begin);
      return;
    }
    switch (c) {
      case U',':
        add(Type::comma, begin);
        break;
      case U'.':
        add(Type::dot, begin);
        break;
      case U'/':
        add(Type::slash, begin);
        break;
      case U':':
        add(Type::colon, begin);
        break;
      case U'(':
        add(Type::open, begin);
        break;
      case U')':
        add(Type::close, begin);
        break;
      case U';':
      case U'\n':
        add(Type::lineEnd, begin);
        break;
      default:
        add(Type::other, begin);
    }
  }

  /// Digits at `at`, which moves behind them; as many as one number may have.
  std::optional<Token> digits(std::size_t& at) const {
    Token token;
    while (at < text_.size() && isDigit(static_cast<char32_t>(text_[at]))) {
      if (++token.digits > kMostDigits) return std::nullopt;
      token.value = token.value * 10 + (text_[at++] - '0');
    }
    return token.digits > 0 ? std::optional(token) : std::nullopt;
  }

  bool isAt(std::size_t at, char c) const { return at < text_.size() && text_[at] == c; }

  /// "15.03.2021", "15.03.21", "15.03".
  bool date() {
    std::size_t at = at_;
    const auto day = digits(at);
    if (!day || day->digits > 2 || !isAt(at, '.')) return false;
    const auto month = digits(++at);
    if (!month || month->digits > 2) return false;
    Token token;
    if (isAt(at, '.')) {
      std::size_t further = at + 1;
      const auto year = digits(further);
      if (year && (year->digits == 4 || year->digits == 2)) {
        token.year = year->digits == 2 ? 2000 + year->value : year->value;
        at = further;
      } else if (year) {
        return false;
      }
    } else if (month->digits != 2) {
      return false;  // "2.5" is a number
    }
    return addDate(at, *day, *month, token.year);
  }

  /// "2021-03-15".
  bool isoDate() {
    std::size_t at = at_;
    const auto year = digits(at);
    if (!year || year->digits != 4 || !isAt(at, '-')) return false;
    const auto month = digits(++at);
    if (!month || month->digits != 2 || !isAt(at, '-')) return false;
    const auto day = digits(++at);
    if (!day || day->digits != 2) return false;
    return addDate(at, *day, *month, year->value);
  }

  bool addDate(std::size_t end, const Token& day, const Token& month, int year) {
    const std::size_t begin = at_;
    at_ = end;
    Token& token = add(Type::date, begin);
    token.day = day.value;
    token.month = month.value;
    token.year = year;
    return true;
  }

  void number() {
    if (date() || isoDate()) return;
    const std::size_t begin = at_;
    const auto found = digits(at_);
    if (!found) {  // too long to mean anything
      while (at_ < text_.size() && isDigit(static_cast<char32_t>(text_[at_]))) ++at_;
      add(Type::other, begin);
      return;
    }
    const bool isOrdinal = ordinalEnding();
    Token& token = add(Type::number, begin);
    token.value = found->value;
    token.digits = found->digits;
    token.isOrdinal = isOrdinal;
  }

  std::string letters(std::size_t& at) const {
    std::string word;
    while (at < text_.size()) {
      std::size_t next = at;
      const char32_t c = toLower(utf8::next(text_, next));
      if (!isLetter(c)) break;
      utf8::append(word, c == U'ё' ? U'е' : c);
      at = next;
    }
    return word;
  }

  /// «-го» behind a number, taken when it is there.
  bool ordinalEnding() {
    std::size_t at = at_;
    if (at < text_.size() && isDash(peek())) utf8::next(text_, at);
    const std::string ending = letters(at);
    if (std::find(kOrdinalEndings.begin(), kOrdinalEndings.end(), ending) == kOrdinalEndings.end())
      return false;
    at_ = at;
    return true;
  }

  void word() {
    const std::size_t begin = at_;
    std::string word = letters(at_);
    if (const auto roman = romanValue(word)) {
      const bool isOrdinal = ordinalEnding();
      Token& token = add(Type::number, begin);
      token.value = *roman;
      token.isOrdinal = isOrdinal;
      return;
    }
    if (word == "c") word = "с";  // typed on the other keyboard
    if (!tokens_.empty() && tokens_.back().type == Type::word && tokens_.back().text == word)
      return;
    add(Type::word, begin).text = std::move(word);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text) {
  return Tokenizer(text).run();
}

}  // namespace chancery::lang::deadline
