#include <array>
#include <optional>

#include "base/utf8.h"
#include "check/finder.h"
#include "check/messages.h"
#include "lang/letters.h"

// Quotes and brackets stand in pairs.
namespace chancery::check {

using document::Kind;
using document::Node;

namespace {

struct Pair {
  char32_t open;
  char32_t close;
};
constexpr std::array<Pair, 4> kPairs{{{U'«', U'»'}, {U'„', U'“'}, {U'(', U')'}, {U'[', U']'}}};

std::optional<Pair> openedBy(char32_t c) {
  for (const Pair& pair : kPairs) {
    if (pair.open == c) return pair;
  }
  return std::nullopt;
}

bool closesAny(char32_t c) {
  for (const Pair& pair : kPairs) {
    if (pair.close == c) return true;
  }
  return false;
}

std::string characters(char32_t c) {
  std::string text;
  utf8::append(text, c);
  return text;
}

/// Looks through the text of one node.
class Matcher {
 public:
  Matcher(Finder& finder, const Node& node)
      : finder_(finder), node_(node), text_(node.plainText()) {}

  void run() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t from = at;
      const char32_t c = utf8::next(text_, at);
      if (c == U'\n') lineStart_ = at;
      if (c == U'"') ++straight_;
      if (const auto pair = openedBy(c)) {
        open_.push_back({*pair, from});
      } else if (closesAny(c)) {
        close(c, from);
      }
    }
    for (const Open& open : open_) tell(messages::kNotClosed, open.pair.open, open.at);
    if (straight_ % 2 != 0) tell(messages::kNotClosed, U'"', text_.rfind('"'));
  }

 private:
  struct Open {
    Pair pair;
    std::size_t at;
  };

  void close(char32_t c, std::size_t at) {
    if (!open_.empty() && open_.back().pair.close == c) {
      open_.pop_back();
    } else if (c != U')' || !isLabel(at)) {
      tell(messages::kNotOpened, c, at);
    }
  }

  /// «1)», «а)» at the beginning of a line, or behind a semicolon in one.
  bool isLabel(std::size_t at) const {
    std::size_t from = at;
    std::size_t length = 0;
    constexpr std::size_t kLongest = 12;  // bytes
    while (from > lineStart_ && text_[from - 1] != ' ' && text_[from - 1] != '(') {
      if (at - --from > kLongest) return false;
    }
    for (std::size_t i = from; i < at; ++length) {
      const char32_t c = utf8::next(text_, i);
      if (!lang::isLetter(c) && !(c >= U'0' && c <= U'9') && c != U'.') return false;
    }
    return length > 0 && length <= 3;
  }

  void tell(const Message& message, char32_t mark, std::size_t at) {
    finder_.add(message, node_, {characters(mark), around(at)});
  }

  /// The words about the mark, so that it is found in a long clause.
  std::string around(std::size_t at) const {
    constexpr std::size_t kReach = 30;
    std::size_t from = at;
    std::size_t to = at;
    for (std::size_t i = 0; i < kReach && from > 0; ++i) {
      do --from;
      while (from > 0 && isInside(from));
    }
    for (std::size_t i = 0; i < kReach && to < text_.size(); ++i) {
      do ++to;
      while (to < text_.size() && isInside(to));
    }
    return (from > 0 ? "…" : "") + text_.substr(from, to - from) + (to < text_.size() ? "…" : "");
  }
  bool isInside(std::size_t at) const {
    return (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80;
  }

  Finder& finder_;
  const Node& node_;
  std::string text_;
  std::vector<Open> open_;
  std::size_t lineStart_ = 0;
  std::size_t straight_ = 0;
};

}  // namespace

void testPairs(Finder& finder) {
  walk(finder.document(), [&](const Node& node) {
    if (!node.text.empty()) Matcher(finder, node).run();
  });
}

}  // namespace chancery::check
