#include "xml/xpath_tokens.h"

#include <array>

#include "base/utf8.h"
#include "xml/messages.h"

namespace chancery::xml {
namespace {

bool isSpace(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}
bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

// Letters beyond ASCII are taken as they come: the checks of names look them up anyway.
bool startsName(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool continuesName(char c) {
  return startsName(c) || isDigit(c) || c == '-' || c == '.';
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, const PlaceOfOffset& placeOf, Diagnostics& diagnostics)
      : text_(text), placeOf_(placeOf), diagnostics_(diagnostics) {}

  std::optional<std::vector<Token>> run() {
    for (;;) {
      while (at_ < text_.size() && isSpace(text_[at_])) ++at_;
      if (at_ == text_.size()) break;
      if (!token()) return std::nullopt;
    }
    add(Token::Kind::end, "", at_);
    return std::move(tokens_);
  }

 private:
  bool token() {
    const char c = text_[at_];
    const std::size_t start = at_;
    if (c == '"' || c == '\'') return literal(c);
    if (isDigit(c) || (c == '.' && at_ + 1 < text_.size() && isDigit(text_[at_ + 1]))) {
      number();
      return true;
    }
    if (c == '$') {
      ++at_;
      if (at_ < text_.size() && startsName(text_[at_])) {
        std::string name = qualifiedName();
        add(Token::Kind::variable, std::move(name), start);
        return true;
      }
      return badCharacter(start);
    }
    if (startsName(c)) {
      nameOrOperator();
      return true;
    }
    return symbol();
  }

  bool literal(char quote) {
    const std::size_t end = text_.find(quote, at_ + 1);
    if (end == std::string_view::npos) {
      diagnostics_.error(messages::kOpenLiteral, placeOf_(at_));
      return false;
    }
    add(Token::Kind::literal, std::string(text_.substr(at_ + 1, end - at_ - 1)), at_);
    at_ = end + 1;
    return true;
  }

  void number() {
    const std::size_t start = at_;
    while (at_ < text_.size() && isDigit(text_[at_])) ++at_;
    if (at_ < text_.size() && text_[at_] == '.') {
      ++at_;
      while (at_ < text_.size() && isDigit(text_[at_])) ++at_;
    }
    add(Token::Kind::number, std::string(text_.substr(start, at_ - start)), start);
  }

  std::string plainName() {
    const std::size_t start = at_;
    while (at_ < text_.size() && continuesName(text_[at_])) ++at_;
    return std::string(text_.substr(start, at_ - start));
  }

  // A prefix belongs to the name unless "::" makes it an axis.
  std::string qualifiedName() {
    std::string name = plainName();
    if (at_ + 1 < text_.size() && text_[at_] == ':' &&
        (startsName(text_[at_ + 1]) || text_[at_ + 1] == '*')) {
      ++at_;
      name += ':';
      if (text_[at_] == '*') {
        ++at_;
        name += '*';
      } else {
        name += plainName();
      }
    }
    return name;
  }

  void nameOrOperator() {
    const std::size_t start = at_;
    const bool operand = followsOperand();
    std::string name = qualifiedName();
    const bool isOperator =
        operand && (name == "and" || name == "or" || name == "mod" || name == "div");
    add(isOperator ? Token::Kind::symbol : Token::Kind::name, std::move(name), start);
    tokens_.back().isOperator = isOperator;
  }

  bool symbol() {
    static constexpr std::array<std::string_view, 6> kPairs{"::", "//", "..", "!=", "<=", ">="};
    static constexpr std::string_view kSingles = "()[].@,/|+-=<>*";
    const std::string_view rest = text_.substr(at_);
    for (const std::string_view pair : kPairs) {
      if (rest.substr(0, 2) == pair) {
        add(Token::Kind::symbol, std::string(pair), at_);
        at_ += 2;
        return true;
      }
    }
    if (kSingles.find(rest[0]) == std::string_view::npos) return badCharacter(at_);
    const bool isOperator = rest[0] == '*' && followsOperand();
    add(Token::Kind::symbol, std::string(1, rest[0]), at_);
    tokens_.back().isOperator = isOperator;
    ++at_;
    return true;
  }

  /// Clause 3.7: after an operand "*" multiplies and the words are operators.
  bool followsOperand() const {
    if (tokens_.empty()) return false;
    const Token& last = tokens_.back();
    if (last.kind != Token::Kind::symbol) return true;
    if (last.is("*")) return !last.isOperator;
    return last.is(")") || last.is("]") || last.is(".") || last.is("..");
  }

  bool badCharacter(std::size_t offset) {
    std::size_t end = offset;
    utf8::next(text_, end);
    diagnostics_.error(messages::kBadCharacter, placeOf_(offset),
                       {std::string(text_.substr(offset, end - offset))});
    return false;
  }

  void add(Token::Kind kind, std::string text, std::size_t offset) {
    tokens_.push_back({kind, std::move(text), static_cast<std::uint32_t>(offset), false});
  }

  std::string_view text_;
  const PlaceOfOffset& placeOf_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::optional<std::vector<Token>> tokenize(std::string_view text, const PlaceOfOffset& placeOf,
                                           Diagnostics& diagnostics) {
  return Tokenizer(text, placeOf, diagnostics).run();
}

}  // namespace chancery::xml
