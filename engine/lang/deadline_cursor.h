#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "lang/deadline_tokens.h"
#include "lang/deadline_words.h"

namespace chancery::lang::deadline {

/// A place among the tokens of a phrase. Functions that take something move it behind what they
/// took, or leave it where it was.
class Cursor {
 public:
  explicit Cursor(const std::vector<Token>& tokens) : tokens_(&tokens) {}

  std::size_t at() const { return at_; }
  void moveTo(std::size_t at) { at_ = at; }

  const Token& peek(std::size_t ahead = 0) const {
    const std::size_t last = tokens_->size() - 1;
    return (*tokens_)[at_ + ahead < last ? at_ + ahead : last];
  }
  bool isAt(Token::Type type, std::size_t ahead = 0) const { return peek(ahead).type == type; }
  bool isWord(std::initializer_list<std::string_view> words, std::size_t ahead = 0) const {
    return isAt(Token::Type::word, ahead) && isOneOf(peek(ahead).text, words);
  }
  /// Whether the line ends here.
  bool isEnd() const { return isAt(Token::Type::end) || isAt(Token::Type::lineEnd); }

  bool take(Token::Type type) {
    if (!isAt(type)) return false;
    ++at_;
    return true;
  }
  bool takeWord(std::initializer_list<std::string_view> words) {
    if (!isWord(words)) return false;
    ++at_;
    return true;
  }
  /// All the words, one behind the other.
  bool takePhrase(std::initializer_list<std::string_view> words) {
    std::size_t ahead = 0;
    for (const std::string_view word : words) {
      if (!isWord({word}, ahead++)) return false;
    }
    at_ += ahead;
    return true;
  }
  /// A word that the test accepts; its value when the test gives one.
  template <typename Test>
  auto takeIf(const Test& test) -> decltype(test(std::string_view())) {
    if (!isAt(Token::Type::word)) return {};
    const auto found = test(std::string_view(peek().text));
    if (found) ++at_;
    return found;
  }
  /// A number as figures or a numeral: «3», «трёх». With «3 (трёх)» the words have to agree:
  /// `isContradiction` is set when they do not.
  std::optional<int> takeNumber(bool& isContradiction) {
    std::optional<int> number;
    if (isAt(Token::Type::number)) {
      number = peek().value;
      ++at_;
      if (isAt(Token::Type::open) && isAt(Token::Type::word, 1) && isAt(Token::Type::close, 2)) {
        if (const auto words = numeralOf(peek(1).text)) {
          if (*words != *number) isContradiction = true;
          at_ += 3;
        }
      }
      return number;
    }
    return takeIf(numeralOf);
  }

 private:
  const std::vector<Token>* tokens_;
  std::size_t at_ = 0;
};

}  // namespace chancery::lang::deadline
