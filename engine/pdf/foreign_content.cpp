#include "pdf/foreign_content.h"

#include <algorithm>
#include <vector>

namespace chancery::pdf {
namespace {

bool isSpace(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool isDelimiter(char c) {
  return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos;
}

/// Looks for the ends of tokens; every function returns the place behind what begins at `at`.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::size_t skipBlanks(std::size_t at) const {
    while (at < text_.size()) {
      if (text_[at] == '%') {
        while (at < text_.size() && text_[at] != '\n' && text_[at] != '\r') ++at;
      } else if (isSpace(text_[at])) {
        ++at;
      } else {
        break;
      }
    }
    return at;
  }

  /// A string, a name, a number, a bracket, a whole dictionary or an operator.
  std::size_t endOfToken(std::size_t at) const {
    const char c = text_[at];
    if (c == '(') return endOfString(at);
    if (c == '<' && at + 1 < text_.size() && text_[at + 1] == '<') return endOfDictionary(at);
    if (c == '<') return std::min(text_.find('>', at), text_.size() - 1) + 1;
    if (c != '/' && isDelimiter(c)) return at + 1;
    ++at;
    while (at < text_.size() && !isSpace(text_[at]) && !isDelimiter(text_[at])) ++at;
    return at;
  }

  /// Behind the EI of an inline image whose data begin at `at`. The data may hold anything, so EI
  /// counts only between blanks and where text goes on behind it.
  std::size_t endOfInlineImage(std::size_t at) const {
    for (; (at = text_.find("EI", at)) != std::string_view::npos; ++at) {
      const bool standsAlone =
          at > 0 && isSpace(text_[at - 1]) && (at + 2 == text_.size() || isSpace(text_[at + 2]));
      if (standsAlone && isText(at + 2)) return at + 2;
    }
    return text_.size();
  }

 private:
  std::size_t endOfString(std::size_t at) const {
    int depth = 0;
    for (; at < text_.size(); ++at) {
      if (text_[at] == '\\') {
        ++at;
      } else if (text_[at] == '(') {
        ++depth;
      } else if (text_[at] == ')' && --depth == 0) {
        return at + 1;
      }
    }
    return text_.size();
  }

  std::size_t endOfDictionary(std::size_t at) const {
    int depth = 0;
    while (at < text_.size()) {
      if (text_[at] == '(') {
        at = endOfString(at);
      } else if (text_.substr(at, 2) == "<<") {
        ++depth;
        at += 2;
      } else if (text_.substr(at, 2) == ">>") {
        at += 2;
        if (--depth == 0) return at;
      } else {
        ++at;
      }
    }
    return at;
  }

  bool isText(std::size_t at) const {
    constexpr std::size_t kLooked = 16;
    for (const char c : text_.substr(at, kLooked)) {
      if (!isSpace(c) && (c < ' ' || c > '~')) return false;
    }
    return true;
  }

  std::string_view text_;
};

class Stripper {
 public:
  explicit Stripper(std::string_view text) : text_(text), scanner_(text) {}

  std::string run() {
    out_.reserve(text_.size());
    std::size_t at = scanner_.skipBlanks(0);
    while (at < text_.size()) {
      const std::size_t end = scanner_.endOfToken(at);
      if (isOperator(at)) {
        at = addOperation(at, end);
      } else {
        operands_.push_back(text_.substr(at, end - at));
        at = end;
      }
      at = scanner_.skipBlanks(at);
    }
    addOperands();
    for (; !kept_.empty(); kept_.pop_back()) {
      if (kept_.back()) out_ += "EMC\n";
    }
    return std::move(out_);
  }

 private:
  bool isOperator(std::size_t at) const {
    const char c = text_[at];
    if (c == '\'' || c == '"') return true;
    const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const std::string_view rest = text_.substr(at, 5);
    return isLetter && !isWord(rest, "true") && !isWord(rest, "false") && !isWord(rest, "null");
  }

  static bool isWord(std::string_view rest, std::string_view word) {
    return rest.starts_with(word) && (rest.size() == word.size() || isSpace(rest[word.size()]) ||
                                      isDelimiter(rest[word.size()]));
  }

  std::size_t addOperation(std::size_t at, std::size_t end) {
    const std::string_view name = text_.substr(at, end - at);
    if (name == "BMC" || name == "BDC") {
      kept_.push_back(name == "BDC" && statesText());
      if (!kept_.back()) return drop(end);
    } else if (name == "EMC") {
      const bool isKept = !kept_.empty() && kept_.back();
      if (!kept_.empty()) kept_.pop_back();
      if (!isKept) return drop(end);
    } else if (name == "MP" || name == "DP") {
      return drop(end);
    } else if (name == "ID") {
      end = scanner_.endOfInlineImage(end);
    }
    addOperands();
    out_ += text_.substr(at, end - at);
    out_ += '\n';
    return end;
  }

  bool statesText() const {
    if (operands_.size() != 2 || operands_[0] == "/Artifact") return false;
    return operands_[1].starts_with("<<") &&
           operands_[1].find("/ActualText") != std::string_view::npos &&
           operands_[1].find("/MCID") == std::string_view::npos;
  }

  std::size_t drop(std::size_t end) {
    operands_.clear();
    return end;
  }

  void addOperands() {
    for (const std::string_view operand : operands_) (out_ += operand) += ' ';
    operands_.clear();
  }

  std::string_view text_;
  Scanner scanner_;
  std::vector<std::string_view> operands_;
  std::vector<bool> kept_;  // for each open sequence
  std::string out_;
};

}  // namespace

std::string withoutMarks(std::string_view content) {
  return Stripper(content).run();
}

}  // namespace chancery::pdf
