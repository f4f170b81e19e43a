#include "diff/text.h"

#include "base/json.h"
#include "diff/names.h"
#include "diff/words.h"
#include "document/vocabulary.h"

namespace chancery::diff {
namespace {

constexpr std::size_t kLongest = 16;  ///< words of an unchanged stretch that are shown whole
constexpr std::size_t kShown = 6;     ///< words of a longer one beside a change

/// A text's first or last words.
std::string_view firstWords(std::string_view text, std::size_t count) {
  const std::vector<Word> words = wordsOf(text);
  if (words.size() <= count) return text;
  const std::string_view last = words[count - 1].text;
  return text.substr(0, static_cast<std::size_t>(last.data() + last.size() - text.data()));
}

std::string_view lastWords(std::string_view text, std::size_t count) {
  const std::vector<Word> words = wordsOf(text);
  if (words.size() <= count) return text;
  return text.substr(
      static_cast<std::size_t>(words[words.size() - count].text.data() - text.data()));
}

/// An unchanged stretch without its middle; before the first change only its end, behind the last
/// one only its beginning.
std::string shortened(std::string_view text, bool isFirst, bool isLast) {
  if (wordsOf(text).size() <= kLongest) return std::string(text);
  std::string result = isFirst ? "" : std::string(firstWords(text, kShown)) + ' ';
  result += "…";
  if (!isLast) result += ' ' + std::string(lastWords(text, kShown));
  return result;
}

/// Every line but the first goes below it.
std::string indented(std::string_view text) {
  std::string result;
  for (const char c : text) {
    result += c;
    if (c == '\n') result += "    ";
  }
  return result;
}

class TextWriter {
 public:
  TextWriter(Language language, Look look) : language_(language), look_(look) {}

  std::string line(const Difference& one) const {
    if (one.change == Change::renumbered) return renumbered(one);
    std::string text = inWords(one.where, language_);
    if (one.change == Change::changed) return text + ": " + indented(changed(one.words)) + '\n';
    text += ' ' + inWords(one.change, one.where, language_);
    if (one.change == Change::moved && !one.from.empty()) {
      text += fill(Text{" (прежде: {0})", " (before: {0})"}.in(language_),
                   {inWords(one.from, language_)});
    }
    const std::string_view words = one.words.empty() ? std::string_view() : one.words[0].text;
    if (words.empty()) return text + '\n';
    if (one.change == Change::moved) {
      return text + ": " + indented(shortened(words, false, true)) + '\n';
    }
    return text + ": " + indented(marked(one.words[0])) + '\n';
  }

 private:
  std::string marked(const Piece& piece) const {
    const bool isAdded = piece.kind == Piece::Kind::added;
    const std::string text = (isAdded ? "{+" : "[-") + piece.text + (isAdded ? "+}" : "-]");
    if (look_ == Look::marks) return text;
    return (isAdded ? "\x1B[32m" : "\x1B[31m") + text + "\x1B[0m";
  }

  /// A space at the edge of a change stands outside its marks.
  std::string withSpaces(Piece piece) const {
    std::string space;
    if (!piece.text.empty() && (piece.text[0] == ' ' || piece.text[0] == '\n')) {
      space = piece.text[0];
      piece.text.erase(0, 1);
    }
    return space + marked(piece);
  }

  std::string changed(const std::vector<Piece>& words) const {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool follows = i > 0 && words[i - 1].kind == Piece::Kind::removed;
      if (words[i].kind == Piece::Kind::same) {
        text += shortened(words[i].text, i == 0, i + 1 == words.size());
        continue;
      }
      const std::string piece = withSpaces(words[i]);
      if (follows && words[i].kind == Piece::Kind::added && piece[0] != ' ' && piece[0] != '\n') {
        text += ' ';
      }
      text += piece;
    }
    return text;
  }

  std::string renumbered(const Difference& one) const {
    const Step& step = one.where.back();
    if (one.last == step.number) {
      return inWords(one.where, language_) + ' ' + inWords(one.change, one.where, language_) + '\n';
    }
    static constexpr Text kRun{"{0} {1}–{2} перенумерованы: теперь {3}–{4}",
                               "{0} {1}–{2} renumbered: now {3}–{4}"};
    return wayInWords(one.where, language_) +
           fill(kRun.in(language_),
                {pluralOf(step), step.numberBefore, one.lastBefore, step.number, one.last}) +
           '\n';
  }

  std::string pluralOf(const Step& step) const {
    Text text{"строки", "rows"};
    if (step.role == Role::measure) text = {"мероприятия", "measures"};
    if (step.kind == document::Kind::clause) text = {"пункты", "clauses"};
    if (step.kind == document::Kind::heading) text = {"разделы", "sections"};
    if (step.kind == document::Kind::appendix) text = {"приложения", "appendices"};
    return std::string(text.in(language_));
  }

  Language language_;
  Look look_;
};

class JsonWriter {
 public:
  explicit JsonWriter(Language language) : language_(language) {}

  std::string object(const Difference& one) const {
    static constexpr std::string_view kChanges[] = {"added", "removed", "changed", "moved",
                                                    "renumbered"};
    std::string out = "{\"change\":" + json::quoted(kChanges[static_cast<int>(one.change)]);
    out += ",\"where\":" + json::quoted(inWords(one.where, language_));
    out += ",\"path\":" + path(one.where);
    if (!one.from.empty()) out += ",\"from\":" + path(one.from);
    if (one.change == Change::renumbered) {
      out += ",\"last\":" + json::quoted(one.last);
      out += ",\"lastBefore\":" + json::quoted(one.lastBefore);
      return out + '}';
    }
    if (one.change != Change::added) out += ",\"before\":" + text(one, Piece::Kind::added);
    if (one.change != Change::removed) out += ",\"after\":" + text(one, Piece::Kind::removed);
    if (one.change == Change::changed) out += ",\"words\":" + words(one.words);
    return out + '}';
  }

 private:
  static std::string path(const Path& path) {
    std::string out = "[";
    for (const Step& step : path) {
      if (step.kind == document::Kind::part && step.isOnly) continue;
      if (out.size() > 1) out += ',';
      out += "{\"kind\":" + json::quoted(document::ruleOf(step.kind).name);
      if (!step.number.empty()) out += ",\"number\":" + json::quoted(step.number);
      if (!step.numberBefore.empty()) out += ",\"numberBefore\":" + json::quoted(step.numberBefore);
      if (!step.title.empty()) out += ",\"title\":" + json::quoted(step.title);
      if (step.row > 0) out += ",\"row\":" + std::to_string(step.row);
      out += '}';
    }
    return out + ']';
  }

  /// The text without the pieces of one kind.
  static std::string text(const Difference& one, Piece::Kind without) {
    std::string text;
    for (const Piece& piece : one.words) {
      if (piece.kind != without) text += piece.text;
    }
    return json::quoted(text);
  }

  static std::string words(const std::vector<Piece>& pieces) {
    static constexpr std::string_view kKinds[] = {"same", "removed", "added"};
    std::string out = "[";
    for (const Piece& piece : pieces) {
      if (out.size() > 1) out += ',';
      out += "{\"kind\":" + json::quoted(kKinds[static_cast<int>(piece.kind)]) +
             ",\"text\":" + json::quoted(piece.text) + '}';
    }
    return out + ']';
  }

  Language language_;
};

}  // namespace

std::string toText(const std::vector<Difference>& differences, Language language, Look look) {
  const TextWriter writer(language, look);
  std::string text;
  for (const Difference& one : differences) text += writer.line(one);
  return text;
}

std::string toJson(const std::vector<Difference>& differences, Language language) {
  const JsonWriter writer(language);
  std::string out = "[";
  for (const Difference& one : differences) {
    if (out.size() > 1) out += ',';
    out += writer.object(one);
  }
  return out + ']';
}

}  // namespace chancery::diff
