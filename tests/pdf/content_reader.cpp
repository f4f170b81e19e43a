#include "pdf/content_reader.h"

#include <algorithm>
#include <cstdlib>

namespace chancery::pdf_test {
namespace {

struct Token {
  enum class Kind { number, name, string, dictionary, open, close, word, end } kind = Kind::end;
  std::string text;  // a string's bytes, a dictionary's inside
  double number = 0;
};

bool isSpace(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\0';
}
bool isDelimiter(char c) {
  return std::string("()<>[]/").find(c) != std::string::npos;
}

class Tokens {
 public:
  explicit Tokens(const std::string& text) : text_(text) {}

  Token next() {
    while (at_ < text_.size() && isSpace(text_[at_])) ++at_;
    if (at_ >= text_.size()) return {};
    const char c = text_[at_];
    if (c == '(') return readString();
    if (c == '[' || c == ']') {
      ++at_;
      return {c == '[' ? Token::Kind::open : Token::Kind::close, {}, 0};
    }
    if (c == '<') return readDictionary();
    return readWord();
  }

 private:
  Token readString() {
    Token token{Token::Kind::string, {}, 0};
    int depth = 1;
    for (++at_; at_ < text_.size(); ++at_) {
      char c = text_[at_];
      if (c == '\\') {
        c = text_[++at_];
        token.text += c == 'r' ? '\r' : c;
        continue;
      }
      if (c == '(') ++depth;
      if (c == ')' && --depth == 0) break;
      token.text += c == '\r' ? '\n' : c;  // ISO 32000-1, 7.3.4.2: end-of-line markers
    }
    ++at_;
    return token;
  }

  Token readDictionary() {
    const std::size_t begin = at_;
    int depth = 0;
    do {
      if (text_[at_] == '(') {
        readString();
        continue;
      }
      if (text_.compare(at_, 2, "<<") == 0) {
        ++depth;
        at_ += 2;
      } else if (text_.compare(at_, 2, ">>") == 0) {
        --depth;
        at_ += 2;
      } else {
        ++at_;
      }
    } while (depth > 0 && at_ < text_.size());
    return {Token::Kind::dictionary, text_.substr(begin, at_ - begin), 0};
  }

  Token readWord() {
    const std::size_t begin = at_++;
    while (at_ < text_.size() && !isSpace(text_[at_]) && !isDelimiter(text_[at_])) ++at_;
    const std::string word = text_.substr(begin, at_ - begin);
    if (word[0] == '/') return {Token::Kind::name, word, 0};
    if (word.find_first_not_of("0123456789.-") == std::string::npos) {
      return {Token::Kind::number, word, std::strtod(word.c_str(), nullptr)};
    }
    return {Token::Kind::word, word, 0};
  }

  const std::string& text_;
  std::size_t at_ = 0;
};

struct Sequence {
  int mcid = -1;
  bool isArtifact = false;
};

class Interpreter {
 public:
  explicit Interpreter(const std::function<double(const std::string&, int)>& width)
      : width_(width) {}

  ContentReading read(const std::string& stream) {
    Tokens tokens(stream);
    for (Token token = tokens.next(); token.kind != Token::Kind::end; token = tokens.next()) {
      if (token.kind == Token::Kind::word) {
        execute(token.text);
        operands_.clear();
      } else {
        operands_.push_back(token);
      }
    }
    reading_.isBalanced = reading_.isBalanced && sequences_.empty() && !inText_ && depth_ == 0;
    return reading_;
  }

 private:
  void execute(const std::string& name) {
    reading_.operators.push_back(name);
    if (name == "BT" || name == "ET") {
      reading_.isBalanced = reading_.isBalanced && inText_ == (name == "ET");
      inText_ = name == "BT";
      isTurned_ = false;
      x_ = y_ = lineX_ = lineY_ = 0;
    } else if (name == "Tf") {
      font_ = operands_.at(0).text;
      size_ = operands_.at(1).number;
    } else if (name == "Td") {
      x_ = lineX_ += operands_.at(0).number;
      y_ = lineY_ += operands_.at(1).number;
    } else if (name == "TJ") {
      show();
    } else if (name == "BDC") {
      begin();
    } else if (name == "EMC") {
      reading_.isBalanced = reading_.isBalanced && !sequences_.empty();
      if (!sequences_.empty()) sequences_.pop_back();
    } else if (name == "Tm") {
      isTurned_ = operands_.at(1).number != 0;
      x_ = lineX_ = operands_.at(4).number;
      y_ = lineY_ = operands_.at(5).number;
    } else if (name == "q" || name == "Q") {
      depth_ += name == "q" ? 1 : -1;
      reading_.isBalanced = reading_.isBalanced && depth_ >= 0;
    } else if (name == "Do") {
      reading_.objects.push_back(operands_.at(0).text);
      reading_.paintedOutside += sequences_.empty();
    } else if (name == "f" || name == "f*" || name == "S" || name == "B" || name == "B*") {
      reading_.paintedOutside += sequences_.empty();
    }
  }

  void begin() {
    Sequence sequence = sequences_.empty() ? Sequence{} : sequences_.back();
    const std::string& properties = operands_.at(1).text;
    const std::size_t number = properties.find("/MCID ");
    const bool isArtifact = operands_[0].text == "/Artifact";
    if (isArtifact ? sequence.mcid >= 0 : sequence.isArtifact) ++reading_.nestedArtifacts;
    if (number != std::string::npos) {
      sequence.mcid = std::atoi(properties.c_str() + number + 6);
      reading_.mcids.push_back(sequence.mcid);
    }
    if (isArtifact) reading_.artifacts.push_back(properties);
    sequence.isArtifact |= isArtifact;
    reading_.marks.push_back(operands_[0].text);
    sequences_.push_back(sequence);
  }

  void show() {
    for (const Token& token : operands_) {
      double& along = isTurned_ ? y_ : x_;
      if (token.kind == Token::Kind::number) along -= token.number / 1000 * size_;
      if (token.kind != Token::Kind::string) continue;
      reading_.longestString = std::max(reading_.longestString, token.text.size());
      for (std::size_t i = 0; i + 1 < token.text.size(); i += 2) {
        const int code = static_cast<unsigned char>(token.text[i]) << 8 |
                         static_cast<unsigned char>(token.text[i + 1]);
        const Sequence sequence = sequences_.empty() ? Sequence{} : sequences_.back();
        reading_.glyphs.push_back(
            {font_, size_, code, x_, y_, sequence.mcid, sequence.isArtifact, !sequences_.empty()});
        along += width_(font_, code) / 1000 * size_;
      }
    }
  }

  const std::function<double(const std::string&, int)>& width_;
  ContentReading reading_;
  std::vector<Token> operands_;
  std::vector<Sequence> sequences_;
  bool inText_ = false;
  bool isTurned_ = false;
  int depth_ = 0;
  std::string font_;
  double size_ = 0, x_ = 0, y_ = 0, lineX_ = 0, lineY_ = 0;
};

}  // namespace

ContentReading readContent(const std::string& stream,
                           const std::function<double(const std::string& font, int code)>& width) {
  return Interpreter(width).read(stream);
}

}  // namespace chancery::pdf_test
