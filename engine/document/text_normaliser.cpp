#include "document/text_normaliser.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace chancery::document {
namespace {

bool isSpace(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

/// Bytes at which copying must stop and think: spaces, line ends, the lead byte of kLineBreak.
constexpr std::array<bool, 256> makeSpecial() {
  std::array<bool, 256> special{};
  for (const char c : {' ', '\t', '\r', '\n', kLineBreak[0]}) {
    special[static_cast<unsigned char>(c)] = true;
  }
  return special;
}
constexpr std::array<bool, 256> kSpecial = makeSpecial();

/// Has the text nothing but words with single spaces between them, as most have?
bool isCollapsed(std::string_view text) {
  bool inWord = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!kSpecial[static_cast<unsigned char>(text[i])]) {
      inWord = true;
    } else if (text[i] == ' ') {
      if (!std::exchange(inWord, false)) return false;
    } else if (text[i] != kLineBreak[0] || text.substr(i).starts_with(kLineBreak)) {
      return false;
    }
  }
  return inWord;
}

/// Copies text into inlines while it collapses what is between the words.
class Collapser {
 public:
  void add(Inline piece) {
    if (!piece.isWords()) {
      addChild(std::move(piece));
      return;
    }
    if (!separates() && isCollapsed(piece.text)) {
      separate(piece);
      result_.push_back(std::move(piece));
      return;
    }
    const std::string text = std::move(piece.text);
    piece.text = {};
    piece.text.reserve(text.size() + 1);
    for (std::size_t i = 0; i < text.size();) {
      if (isSpace(text[i])) {
        space_ = true;
        ++i;
      } else if (text[i] == '\n') {
        paragraph_ = true;
        ++i;
      } else if (text.compare(i, kLineBreak.size(), kLineBreak) == 0) {
        line_ = true;
        i += kLineBreak.size();
      } else {
        separate(piece);
        const std::size_t start = i++;
        while (i < text.size() && !kSpecial[static_cast<unsigned char>(text[i])]) ++i;
        piece.text.append(text, start, i - start);
      }
    }
    if (!piece.text.empty()) result_.push_back(std::move(piece));
  }

  /// A note's mark clings to the word before it; a reference is a word of its own.
  void addChild(Inline piece) {
    if (piece.childKind != Kind::note) {
      Inline gap = piece;
      gap.child = -1;
      separate(gap);
      if (!gap.text.empty() && !result_.empty() && result_.back().isWords()) {
        result_.back().text += gap.text;
      } else if (!gap.text.empty()) {
        result_.push_back(std::move(gap));
      }
    }
    result_.push_back(std::move(piece));
  }

  std::vector<Inline> take() { return std::move(result_); }

 private:
  bool separates() const { return begun_ && (paragraph_ || line_ || space_); }

  /// Puts what stood before the next word: the strongest of paragraph end, line end and space.
  void separate(Inline& piece) {
    if (separates()) {
      piece.text += paragraph_ ? std::string_view("\n")
                    : line_    ? kLineBreak
                               : std::string_view(" ");
    }
    begun_ = true;
    paragraph_ = line_ = space_ = false;
  }

  std::vector<Inline> result_;
  bool begun_ = false;
  bool space_ = false, line_ = false, paragraph_ = false;
};

bool endsParagraph(const Inline& piece) {
  return piece.text.find('\n') != std::string::npos;
}

void replaceLineBreaks(std::string& text) {
  for (std::size_t at = 0; (at = text.find(kLineBreak, at)) != std::string::npos;) {
    text.replace(at, kLineBreak.size(), "\n");
  }
}

}  // namespace

bool isBlank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return isSpace(c) || c == '\n'; });
}

std::string excerpt(std::string_view text) {
  constexpr std::size_t kMost = 40;
  std::size_t from = 0;
  while (from < text.size() && (isSpace(text[from]) || text[from] == '\n')) ++from;
  std::size_t offset = from;
  for (std::size_t i = 0; i < kMost && offset < text.size() && text[offset] != '\n'; ++i) {
    utf8::next(text, offset);
  }
  return std::string(text.substr(from, offset - from)) + (offset < text.size() ? "…" : "");
}

std::vector<Inline> normalise(std::vector<Inline> text) {
  Collapser collapser;
  for (Inline& piece : text) collapser.add(std::move(piece));
  return collapser.take();
}

std::vector<std::vector<Inline>> splitParagraphs(std::vector<Inline> text) {
  std::vector<std::vector<Inline>> paragraphs;
  if (text.empty()) return paragraphs;
  if (std::none_of(text.begin(), text.end(), endsParagraph)) {
    joinParagraphs(text);
    paragraphs.push_back(std::move(text));
    return paragraphs;
  }
  paragraphs.emplace_back();
  for (Inline& piece : text) {
    if (!piece.isWords()) {
      paragraphs.back().push_back(std::move(piece));
      continue;
    }
    std::string rest = std::move(piece.text);
    for (std::size_t at; (at = rest.find('\n')) != std::string::npos; rest.erase(0, at + 1)) {
      piece.text = rest.substr(0, at);
      replaceLineBreaks(piece.text);
      if (!piece.text.empty()) paragraphs.back().push_back(piece);
      paragraphs.emplace_back();
    }
    replaceLineBreaks(rest);
    piece.text = std::move(rest);
    if (!piece.text.empty()) paragraphs.back().push_back(std::move(piece));
  }
  return paragraphs;
}

void joinParagraphs(std::vector<Inline>& text) {
  for (Inline& piece : text) replaceLineBreaks(piece.text);
}

}  // namespace chancery::document
