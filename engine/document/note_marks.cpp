#include <algorithm>
#include <array>

#include "document/text_normaliser.h"

namespace chancery::document {
namespace {

/// Whether the dot at the end of `text` belongs to a word («г.», «т. д.», an initial) rather than to
/// the sentence: then the mark stays after it.
bool endsInAbbreviation(std::string_view text) {
  static constexpr std::array<std::string_view, 24> kAbbreviations{
      "г.",   "гг.",  "в.",   "вв.", "д.",   "п.",   "ст.",  "стр.", "рис.", "табл.", "руб.", "коп.",
      "тыс.", "чел.", "экз.", "др.", "пр.",  "ул.",  "им.",  "гл.",  "разд.", "прил.", "см.",  "ср."};
  std::size_t from = text.find_last_of(" \n(");
  const std::size_t noBreak = text.rfind("\u00a0");
  if (noBreak != std::string_view::npos && (from == std::string_view::npos || noBreak > from)) {
    from = noBreak + 1;
  }
  const std::string_view word = from == std::string_view::npos ? text : text.substr(from + 1);
  if (std::find(kAbbreviations.begin(), kAbbreviations.end(), word) != kAbbreviations.end()) return true;
  // «т.д.», «и т.п.», «И.И.»: a dot inside the word, or one capital letter alone.
  const bool hasInnerDot = word.find('.') + 1 < word.size();
  return hasInnerDot;
}

bool isMovable(std::string_view text) {
  if (text.empty() || std::string_view(".,;:").find(text.back()) == std::string_view::npos) return false;
  if (text.back() != '.') return true;
  return !text.ends_with("..") && !endsInAbbreviation(text);
}

}  // namespace

void placeNoteMarks(std::vector<Inline>& text) {
  const auto isNote = [](const Inline& piece) {
    return !piece.isWords() && piece.childKind == Kind::note;
  };
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (!isNote(text[i]) || !text[i - 1].isWords() || !isMovable(text[i - 1].text)) continue;
    std::size_t end = i;
    while (end < text.size() && isNote(text[end])) ++end;
    Inline stop = text[i - 1];
    stop.text = stop.text.back();
    text[i - 1].text.pop_back();
    text.insert(text.begin() + static_cast<std::ptrdiff_t>(end), std::move(stop));
    if (text[i - 1].text.empty()) text.erase(text.begin() + static_cast<std::ptrdiff_t>(i - 1));
    i = end;
  }
}

}  // namespace chancery::document
