#include "app/explain.h"

#include <charconv>

#include "base/json.h"

namespace chancery::app {
namespace {

/// A number at the beginning of `text`, taken off it.
template <typename Number>
std::optional<Number> take(std::string_view& text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

std::optional<Length> takeLength(std::string_view& text) {
  constexpr double kFarthest = 100'000;
  const auto number = take<double>(text);
  if (!number || !(*number >= 0 && *number <= kFarthest)) return std::nullopt;
  if (take(text, "mm")) return Length::mm(*number);
  if (take(text, "cm")) return Length::mm(*number * 10);
  take(text, "pt");
  return Length::pt(*number);
}

/// Points with two decimals at most.
std::string points(Length length) {
  constexpr std::int64_t kEmuPerHundredth = Length::kEmuPerPoint / 100;
  const std::int64_t hundredths = (length.toEmu() + kEmuPerHundredth / 2) / kEmuPerHundredth;
  std::string text = std::to_string(hundredths / 100);
  if (hundredths % 100 == 0) return text;
  text += '.';
  text += static_cast<char>('0' + hundredths / 10 % 10);
  if (hundredths % 10 != 0) text += static_cast<char>('0' + hundredths % 10);
  return text;
}

struct WordsName {
  std::string_view id;
  Text text;
};

WordsName nameOf(Words words) {
  switch (words) {
    case Words::stated:
      return {"stated", {"слова шаблона", "the template's words"}};
    case Words::data:
      return {"data", {"значение из данных", "a value of the data"}};
    case Words::given:
      return {"given", {"даёт маршрут при регистрации", "given by the workflow"}};
    case Words::engine:
      break;
  }
  return {"engine", {"ставится движком", "set by the engine"}};
}

std::string placeLine(const Text& title, const Place& place, Language language) {
  if (place.line == 0) return "";
  return std::string(title.in(language)) + place.file + ':' + std::to_string(place.line) + ':' +
         std::to_string(place.column) + '\n';
}

std::string placeJson(const Place& place) {
  if (place.line == 0) return "null";
  return "{\"file\":" + json::quoted(place.file) + ",\"line\":" + std::to_string(place.line) +
         ",\"column\":" + std::to_string(place.column) + '}';
}

/// Without the spaces between this text and its neighbours.
std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return text;
  return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

}  // namespace

std::optional<render::Spot> parseSpot(std::string_view text) {
  const auto page = take<int>(text);
  if (!page || *page < 1 || !take(text, ":")) return std::nullopt;
  const auto x = takeLength(text);
  if (!x || !take(text, ",")) return std::nullopt;
  const auto y = takeLength(text);
  if (!y || !text.empty()) return std::nullopt;
  return render::Spot{*page, *x, *y};
}

std::string explanationText(const render::Explanation& explanation, const render::Spot& spot,
                            Language language) {
  if (explanation.text.empty()) {
    static constexpr Text kNothing{"На странице {0} в этой точке текста нет\n",
                                   "There is no text at this point of page {0}\n"};
    return fill(kNothing.in(language), {std::to_string(spot.page)});
  }
  static constexpr Text kFound{"Текст:   «{0}»\nОткуда:  {1}\n",
                               "Text:      “{0}”\nFrom:      {1}\n"};
  const std::string words(nameOf(explanation.words).text.in(language));
  return fill(kFound.in(language), {trimmed(explanation.text), words}) +
         placeLine({"Шаблон:  ", "Template:  "}, explanation.stated, language) +
         placeLine({"Данные:  ", "Data:      "}, explanation.data, language);
}

std::string explanationJson(const render::Explanation& explanation, const render::Spot& spot) {
  const bool found = !explanation.text.empty();
  std::string out = "{\"page\":" + std::to_string(spot.page) + ",\"x\":" + points(spot.x) +
                    ",\"y\":" + points(spot.y) + ",\"text\":";
  out += found ? json::quoted(explanation.text) : "null";
  out += ",\"words\":";
  out += found ? json::quoted(nameOf(explanation.words).id) : "null";
  out += ",\"template\":" + placeJson(explanation.stated);
  return out + ",\"data\":" + placeJson(explanation.data) + "}\n";
}

}  // namespace chancery::app
