#include "document/appendix_references.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/suggest.h"
#include "base/utf8.h"
#include "document/messages.h"
#include "lang/letters.h"

namespace chancery::document {
namespace {

constexpr int kMostInRange = 100;  // «приложения 1–3» is told apart; a longer range is a slip

/// Walks through a text in lower case, character by character.
class Cursor {
 public:
  Cursor(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }
  bool atEnd() const { return at_ >= text_.size(); }
  std::string_view rest() const { return text_.substr(at_); }

  bool skip(std::string_view word) {
    if (!rest().starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  void skipSpaces() {
    while (skip(" ") || skip("\u00A0") || skip("\u202F") || skip("\n")) {
    }
  }
  /// The letters that stand here.
  std::string_view letters() {
    const std::size_t start = at_;
    while (!atEnd()) {
      std::size_t next = at_;
      if (!lang::isLetter(utf8::next(text_, next))) break;
      at_ = next;
    }
    return text_.substr(start, at_ - start);
  }
  std::string_view digits() {
    const std::size_t start = at_;
    while (!atEnd() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
    return text_.substr(start, at_ - start);
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

/// A number, perhaps behind «№»; "" without one. What goes on as «1.2» or «3/4» is taken whole.
std::string numberAt(Cursor& cursor) {
  Cursor trial = cursor;
  trial.skipSpaces();
  if (!trial.skip("№") && !trial.skip("n ")) trial.skip("n\u00A0");
  trial.skipSpaces();
  std::string number(trial.digits());
  if (number.empty() || number.size() > 6) return {};
  for (;;) {
    Cursor more = trial;
    const std::string_view mark = more.skip(".") ? "." : more.skip("/") ? "/" : "";
    const std::string_view further = mark.empty() ? "" : more.digits();
    if (further.empty()) break;
    number.append(mark).append(further);
    trial = more;
  }
  cursor = trial;
  return number;
}

/// What joins numbers: ", ", " и ", "–" or "-".
std::string_view joinAt(Cursor& cursor) {
  Cursor trial = cursor;
  trial.skipSpaces();
  std::string_view join;
  for (const std::string_view mark : {",", "и ", "и\u00A0", "–", "-"}) {
    if (trial.skip(mark)) {
      join = mark;
      break;
    }
  }
  if (!join.empty()) cursor = trial;
  return join;
}

std::vector<std::string> numbersAt(Cursor& cursor) {
  std::vector<std::string> numbers;
  for (std::string_view join = ","; !join.empty();) {
    Cursor trial = cursor;
    if (!numbers.empty()) join = joinAt(trial);
    const std::string number = join.empty() ? "" : numberAt(trial);
    if (number.empty()) break;
    const bool isRange = join == "–" || join == "-";
    const bool plain = isRange && numbers.back().find_first_of("./") == std::string::npos &&
                       number.find_first_of("./") == std::string::npos;
    if (plain) {
      const int from = std::stoi(numbers.back()), to = std::stoi(number);
      for (int i = from + 1; i < to && i - from < kMostInRange; ++i)
        numbers.push_back(std::to_string(i));
    }
    numbers.push_back(number);
    cursor = trial;
  }
  return numbers;
}

/// Whether «к постановлению …» follows: an appendix of another document.
bool isAnothers(Cursor cursor) {
  cursor.skipSpaces();
  if (!cursor.skip("к ") && !cursor.skip("к\u00A0") && !cursor.skip("ко ")) return false;
  cursor.skipSpaces();
  return !cursor.rest().starts_with("настоящ") && !cursor.rest().starts_with("данному");
}

/// Endings of the noun; «приложенный» and «приложить» are other words.
bool isNounEnding(std::string_view ending) {
  static constexpr std::string_view kEndings[] = {"е", "я", "ю", "ем", "и", "ям", "ями", "ях", "й"};
  return std::find(std::begin(kEndings), std::end(kEndings), ending) != std::end(kEndings);
}

bool isParticiple(std::string_view ending) {
  return ending.starts_with("ем") || ending == "ется" || ending == "ются";
}

constexpr std::string_view kNoun = "приложени", kVerb = "прилага";

/// Whether `stem` stands anywhere in the text, in any case of letters. `rare` are the last bytes of
/// its last letter in both cases: what few texts hold is looked for first.
bool holds(std::string_view text, std::string_view stem, std::array<char, 2> rare) {
  for (const char byte : rare) {
    for (std::size_t at = text.find(byte); at != std::string_view::npos;
         at = text.find(byte, at + 1)) {
      const std::size_t end = at + 1;
      if (end >= stem.size() && lang::toLower(text.substr(end - stem.size(), stem.size())) == stem)
        return true;
    }
  }
  return false;
}

/// Most texts mention no appendix, and reading every word of a long table would cost a tenth of its
/// rendering.
bool mayMention(std::string_view text) {
  constexpr std::string_view kNounStem = "прилож", kVerbStem = "прилаг";
  return holds(text, kNounStem, {"ж"[1], "Ж"[1]}) || holds(text, kVerbStem, {"г"[1], "Г"[1]});
}

}  // namespace

std::vector<AppendixMention> findAppendixMentions(std::string_view text) {
  if (!mayMention(text)) return {};
  const std::string lower = lang::toLower(text);
  std::vector<AppendixMention> found;
  for (Cursor cursor(lower, 0); !cursor.atEnd();) {
    const std::size_t start = cursor.at();
    const std::string_view word = cursor.letters();
    if (word.empty()) {
      std::size_t next = start;
      utf8::next(lower, next);
      cursor = Cursor(lower, next);
      continue;
    }
    if (word.starts_with(kVerb) && isParticiple(word.substr(kVerb.size()))) {
      found.push_back({start, {}});
    } else if (word.starts_with(kNoun) && isNounEnding(word.substr(kNoun.size()))) {
      AppendixMention mention{start, numbersAt(cursor)};
      if (!isAnothers(cursor)) found.push_back(std::move(mention));
    }
  }
  return found;
}

namespace {

struct Own {
  const Node* node = nullptr;
  std::string number;  ///< as its mark shows it; "" for the only one
  std::string id;
  bool mentioned = false;
};

class Checker {
 public:
  Checker(const Sources& sources, Diagnostics& diagnostics, Severity severity)
      : sources_(sources), diagnostics_(diagnostics), severity_(severity) {}

  void run(const Node& document) {
    for (const Node& child : document.children) {
      if (child.kind == Kind::appendix) collect(child);
    }
    for (const Node& child : document.children) {
      if (child.kind != Kind::part) continue;
      if (child.find(Kind::appendixMark)) return;  // an appendix by itself
      visit(child);
    }
    report();
  }

 private:
  void collect(const Node& appendix) {
    const Node* part = appendix.find(Kind::part);
    const Node* mark = part ? part->find(Kind::appendixMark) : nullptr;
    const Node* number = mark ? mark->find(Kind::number) : nullptr;
    std::string id(appendix.attribute(Attribute::id));
    if (id.empty() && part) id = part->attribute(Attribute::id);
    own_.push_back({&appendix, number ? number->plainText() : "", std::move(id), false});
  }

  void visit(const Node& node) {
    if (node.kind == Kind::enclosures || node.kind == Kind::header || node.kind == Kind::footer)
      return;
    if (node.kind == Kind::reference) {
      const std::string_view to = node.attribute(Attribute::to);
      for (Own& own : own_) {
        if (!to.empty() && own.id == to) mention(own, node);
      }
    }
    for (const AppendixMention& found : findAppendixMentions(node.plainText())) judge(found, node);
    for (const Node& child : node.children) visit(child);
  }

  void judge(const AppendixMention& found, const Node& node) {
    for (const std::string& number : found.numbers) {
      const auto own = std::find_if(own_.begin(), own_.end(), [&](const Own& one) {
        return one.number == number || (one.number.empty() && own_.size() == 1 && number == "1");
      });
      if (own != own_.end()) {
        mention(*own, node);
      } else {
        unknown(number, node);
      }
    }
    if (!found.numbers.empty() || own_.empty()) return;
    // Without a number it is the next one that was not spoken of.
    const auto next =
        std::find_if(own_.begin(), own_.end(), [](const Own& one) { return !one.mentioned; });
    if (next != own_.end()) mention(*next, node);
  }

  void mention(Own& own, const Node& node) {
    if (own.mentioned) return;
    own.mentioned = true;
    const auto skipped =
        std::find_if(own_.begin(), own_.end(), [](const Own& one) { return !one.mentioned; });
    // A later one that is spoken of first: told once, for the first that is passed over.
    if (skipped == own_.end() || &*skipped > &own || outOfOrder_) return;
    outOfOrder_ = true;
    add(messages::kAppendixOrder, node, {nameOf(own), nameOf(*skipped)})
        .hint(messages::kAppendixOrderHint);
  }

  void unknown(const std::string& number, const Node& node) {
    std::vector<std::string> known;
    for (const Own& own : own_) known.push_back(nameOf(own));
    auto added = add(messages::kUnknownAppendix, node, {number});
    if (known.empty()) {
      added.hint(messages::kNoAppendices);
    } else {
      added.hint(messages::kKnownAppendices, {joined(known)});
    }
  }

  void report() {
    for (const Own& own : own_) {
      if (own.mentioned) continue;
      const std::string name = nameOf(own);
      add(messages::kUnusedAppendix, *own.node, {name}).hint(messages::kUnusedAppendixHint, {name});
    }
  }

  Diagnostics::Added add(const Message& message, const Node& at,
                         std::vector<std::string> arguments) {
    return diagnostics_.add(severity_, message, placeOf(at), std::move(arguments));
  }

  /// Its number; for one without, its place among them.
  std::string nameOf(const Own& own) const {
    if (!own.number.empty()) return own.number;
    return std::to_string(&own - own_.data() + 1);
  }
  /// Where the author looks: at the data when they are behind it.
  Place placeOf(const Node& node) const {
    const Origin& origin = node.text.empty() ? node.origin : node.text.front().origin;
    return sources_.place(origin.data ? origin.data : origin.stated);
  }

  const Sources& sources_;
  Diagnostics& diagnostics_;
  Severity severity_;
  std::vector<Own> own_;
  bool outOfOrder_ = false;
};

}  // namespace

void checkAppendixReferences(const Node& document, const Sources& sources, Diagnostics& diagnostics,
                             Severity severity) {
  Checker(sources, diagnostics, severity).run(document);
}

}  // namespace chancery::document
