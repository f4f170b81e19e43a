#include "lang/deadline_spans.h"

#include "lang/messages.h"

namespace chancery::lang::deadline {
namespace {

using Type = Token::Type;
using Unit = Bound::Unit;
using Role = Span::Role;

constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2199;

bool isYearNumber(const Token& token) {
  return token.type == Type::number && token.digits == 4 && !token.isOrdinal &&
         token.value >= kFirstYear && token.value <= kLastYear;
}

bool isDayNumber(const Token& token) {
  return token.type == Type::number && (token.digits == 1 || token.digits == 2);
}

class SpanParser {
 public:
  SpanParser(Cursor& cursor, const DeadlineSettings& settings, const Place& place,
             Diagnostics& diagnostics)
      : cursor_(cursor), settings_(settings), place_(place), diagnostics_(diagnostics) {}

  bool item(std::vector<Span>& spans) {
    const Role role = prefix();
    std::vector<Span> found = bounds();
    if (found.empty()) return false;
    for (Span& span : found) span.role = role;
    if (!years(found)) return false;
    if (!range(found)) return false;
    spans.insert(spans.end(), found.begin(), found.end());
    return true;
  }

 private:
  /// «в срок до», «не позднее», «с», «в течение» …
  Role prefix() {
    cursor_.takePhrase({"в", "срок"});
    if (cursor_.takeWord({"до", "к", "ко"})) return ending(Role::due);
    if (cursor_.takePhrase({"не", "позднее"}) || cursor_.takePhrase({"не", "позже"})) {
      return ending(Role::notLater);
    }
    if (cursor_.takePhrase({"не", "ранее"}) || cursor_.takePhrase({"не", "раньше"})) {
      return Role::since;
    }
    cursor_.takePhrase({"в", "период"}) || cursor_.takePhrase({"за", "период"});
    cursor_.takeWord({"начиная"});
    if (cursor_.takeWord({"с", "со"})) return Role::since;
    if (cursor_.takePhrase({"в", "течение"}) || cursor_.takePhrase({"в", "течении"}) ||
        cursor_.takePhrase({"на", "протяжении"})) {
      cursor_.takeWord({"всего"});
      isWhole_ = true;
      return Role::at;
    }
    if (cursor_.isWord({"по"}) && (cursor_.isAt(Type::date, 1) || cursor_.isAt(Type::number, 1))) {
      cursor_.takeWord({"по"});
      return Role::notLater;
    }
    cursor_.takeWord({"в", "во", "на"});
    return Role::at;
  }

  Role ending(Role role) {
    isWhole_ = cursor_.takeWord({"конца", "концу", "окончания", "окончанию"});
    return isWhole_ ? Role::dueEnd : role;
  }

  std::vector<Span> bounds() {
    for (const auto& take : {&SpanParser::dayList, &SpanParser::quarters, &SpanParser::halfYears}) {
      const std::size_t start = cursor_.at();
      std::vector<Span> spans = (this->*take)();
      if (!spans.empty()) return spans;
      cursor_.moveTo(start);
    }
    if (const auto found = bound()) return {Span{.first = *found}};
    return {};
  }

  /// Numbers and ranges of numbers in a row: «1, 3 – 5 и 7».
  std::vector<std::pair<int, int>> numbers(bool ordinals) {
    std::vector<std::pair<int, int>> result;
    while (true) {
      const auto number = oneNumber(ordinals);
      if (!number) return {};
      result.emplace_back(*number, *number);
      if (cursor_.isAt(Type::dash) && (isDayOrRoman(cursor_.peek(1)))) {
        cursor_.take(Type::dash);
        result.back().second = *oneNumber(ordinals);
      }
      const std::size_t start = cursor_.at();
      const bool more = (cursor_.take(Type::comma) || cursor_.takeWord({"и"})) &&
                        (isDayOrRoman(cursor_.peek()) ||
                         (ordinals && cursor_.isAt(Type::word) && ordinalOf(cursor_.peek().text)));
      if (!more) {
        cursor_.moveTo(start);
        return result;
      }
    }
  }

  static bool isDayOrRoman(const Token& token) {
    return token.type == Type::number && token.digits <= 2;
  }

  std::optional<int> oneNumber(bool ordinals) {
    if (isDayOrRoman(cursor_.peek())) {
      const int value = cursor_.peek().value;
      cursor_.take(Type::number);
      return value;
    }
    if (!ordinals) return std::nullopt;
    const auto ordinal = cursor_.takeIf(ordinalOf);
    if (ordinal && *ordinal < 0) return std::nullopt;
    return ordinal;
  }

  /// «18–19 марта», «15, 20 и 25 мая», «15-20.03.2021», «15.03.2021».
  std::vector<Span> dayList() {
    if (cursor_.isAt(Type::date)) return {Span{.first = *date()}};
    if (!isDayNumber(cursor_.peek())) return {};
    std::vector<Span> spans;
    const std::size_t start = cursor_.at();
    const auto days = numbers(false);
    std::optional<Bound> last;
    if (const auto month = takeMonth()) {
      last = Bound{.unit = Unit::day, .month = *month};
    } else if (cursor_.isAt(Type::dash) && cursor_.isAt(Type::date, 1)) {
      cursor_.take(Type::dash);
      last = date();
    } else if (days.size() == 1 && days[0].first == days[0].second &&
               cursor_.isWord({"по", "до"}) &&
               (isDayNumber(cursor_.peek(1)) || cursor_.isAt(Type::date, 1))) {
      return {Span{.first = {.unit = Unit::day, .day = days[0].first}}};
    } else {
      cursor_.moveTo(start);
      return {};
    }
    for (const auto& [from, to] : days) {
      Span span{.first = *last};
      span.first.day = from;
      if (to != from || last->day != 0) {
        span.last = *last;
        if (last->day == 0) span.last->day = to;
      }
      spans.push_back(span);
    }
    if (last->day != 0 && spans.size() > 1) return {};  // «15, 16-20.03.2021»
    return spans;
  }

  std::optional<Bound> date() {
    const Token& token = cursor_.peek();
    Bound bound{.unit = Unit::day, .day = token.day, .month = token.month, .year = token.year};
    cursor_.take(Type::date);
    if (bound.year != 0) takeYearWord();
    return bound;
  }

  std::optional<int> takeMonth() {
    const auto month = cursor_.takeIf(monthOf);
    if (month) cursor_.take(Type::dot);
    return month;
  }

  bool takeYearWord() {
    if (!cursor_.takeIf(isYearWord)) return false;
    cursor_.take(Type::dot);
    return true;
  }

  /// «II – III кварталы».
  std::vector<Span> quarters() { return numbered(Unit::quarter, isQuarterWord, 4); }
  std::vector<Span> halfYears() { return numbered(Unit::halfYear, isHalfYearWord, 2); }

  std::vector<Span> numbered(Unit unit, bool (*isUnit)(std::string_view), int most) {
    const auto list = numbers(true);
    const std::string word = cursor_.peek().text;
    if (list.empty() || !cursor_.takeIf(isUnit)) return {};
    cursor_.take(Type::dot);
    std::vector<Span> spans;
    for (const auto& [from, to] : list) {
      Span span{.first = {.unit = unit, .index = part(from, most, word)}};
      if (to != from) span.last = Bound{.unit = unit, .index = part(to, most, word)};
      spans.push_back(span);
    }
    return spans;
  }

  /// A number that has to be 1 … `most`; an error, and 1, when it is not.
  int part(int number, int most, const std::string& word) {
    if (number >= 1 && number <= most) return number;
    diagnostics_.error(messages::kNoSuchPart, place_, {std::to_string(number), word})
        .hint(messages::kPartsUpTo, {std::to_string(most)});
    return 1;
  }

  std::optional<Bound> bound() {
    if (const auto month = takeMonth()) return Bound{.unit = Unit::month, .month = *month};
    for (const auto& take : {&SpanParser::partOfMonth, &SpanParser::season,
                             &SpanParser::statedSchoolYear, &SpanParser::unstatedYear}) {
      const std::size_t start = cursor_.at();
      if (const auto found = (this->*take)()) return found;
      cursor_.moveTo(start);
    }
    if (isYearNumber(cursor_.peek())) return Bound{.unit = Unit::year};  // taken by years()
    return std::nullopt;
  }

  /// «первая декада мая», «вторая половина мая».
  std::optional<Bound> partOfMonth() {
    const auto number = oneNumber(true);
    if (!number) return std::nullopt;
    const std::string word = cursor_.peek().text;
    const bool isTenDays = cursor_.takeIf(isTenDaysWord);
    if (!isTenDays && !cursor_.takeWord({"половина", "половине", "половины", "половину"})) {
      return std::nullopt;
    }
    const auto month = takeMonth();
    if (!month) return std::nullopt;
    return Bound{.unit = isTenDays ? Unit::tenDays : Unit::halfMonth,
                 .month = *month,
                 .index = part(*number, isTenDays ? 3 : 2, word)};
  }

  /// Only with its year: «летом» alone may be any.
  std::optional<Bound> season() {
    const auto season = cursor_.takeIf(seasonOf);
    if (!season || !isYearNumber(cursor_.peek())) return std::nullopt;
    const bool isDouble = cursor_.isAt(Type::slash, 1) || cursor_.isAt(Type::dash, 1);
    if ((*season == 0) != isDouble) return std::nullopt;  // a winter lies in two years
    Bound bound{.unit = Unit::season, .index = *season, .year = cursor_.peek().value};
    if (isDouble && !takeYearPair()) return std::nullopt;
    if (!isDouble) cursor_.take(Type::number);
    takeYearWord();
    return bound;
  }

  /// «2020/2021», «2020–21»; the first year, an error when the second is not the next.
  std::optional<int> takeYearPair() {
    if (!isYearNumber(cursor_.peek())) return std::nullopt;
    if (!cursor_.isAt(Type::slash, 1) && !cursor_.isAt(Type::dash, 1)) return std::nullopt;
    const Token& second = cursor_.peek(2);
    if (second.type != Type::number || (second.digits != 4 && second.digits != 2)) {
      return std::nullopt;
    }
    const int first = cursor_.peek().value;
    const int stated = second.digits == 2 ? first / 100 * 100 + second.value : second.value;
    pairError_ = stated != first + 1 && !(second.digits == 2 && stated % 100 == (first + 1) % 100);
    pairText_ = std::to_string(first) + "/" + std::to_string(second.value);
    cursor_.moveTo(cursor_.at() + 3);
    return first;
  }

  /// «2027/28 учебный год».
  std::optional<Bound> statedSchoolYear() {
    const auto first = takeYearPair();
    if (!first) return std::nullopt;
    takeYearWord();  // «2020/2021 гг.»
    if (!takeSchoolYearWords()) return std::nullopt;
    if (pairError_) diagnostics_.error(messages::kSchoolYear, place_, {pairText_});
    return Bound{.unit = Unit::schoolYear, .year = *first};
  }

  bool takeSchoolYearWords() {
    if (!cursor_.takeIf(isSchoolWord)) return false;
    cursor_.take(Type::dot);
    return takeYearWord();
  }

  /// «в течение года», «текущий год», «в течение учебного года».
  std::optional<Bound> unstatedYear() {
    const bool isAll = cursor_.takeWord({"весь"});
    const int year = relativeYear();
    if (takeSchoolYearWords()) {
      if (year > settings_.from.year) return std::nullopt;  // «следующего учебного года»
      return Bound{.unit = Unit::schoolYear, .year = 0};
    }
    const bool isMarked = cursor_.takeWord({"календарного", "календарный"}) || isAll;
    if (!takeYearWord()) return std::nullopt;
    if (!isWhole_ && !isMarked && year == 0) return std::nullopt;
    return Bound{.unit = Unit::year, .year = year};
  }

  /// «текущего», «т.», «следующего»; 0 when no such word stands here.
  int relativeYear() {
    if (cursor_.takeIf(isThisWord)) {
      cursor_.take(Type::dot);
      return settings_.from.year;
    }
    if (cursor_.isWord({"т", "с"}) && cursor_.isAt(Type::dot, 1) && cursor_.isWord({"г"}, 2)) {
      cursor_.moveTo(cursor_.at() + 2);
      return settings_.from.year;
    }
    return cursor_.takeIf(isNextWord) ? settings_.from.year + 1 : 0;
  }

  /// The years behind an item: «2021», «2021, 2022 и 2023 гг.», «2021–2023 гг.», «т.г.».
  /// False when they can be read in two ways.
  bool years(std::vector<Span>& spans) {
    const Bound& bound = spans.back().first;
    if (bound.year != 0 || bound.unit == Unit::schoolYear) return true;
    const std::size_t start = cursor_.at();
    if (const int year = relativeYear()) {
      if (takeYearWord()) {
        for (Span& span : spans) span.years = {year};
        return true;
      }
      cursor_.moveTo(start);
    }
    if (cursor_.isAt(Type::comma) && isYearNumber(cursor_.peek(1))) cursor_.take(Type::comma);
    std::vector<int> list;
    bool isRange = false;
    if (!yearList(list, isRange, bound.unit == Unit::year)) return false;
    if (list.empty()) {
      cursor_.moveTo(start);
      return true;
    }
    if (bound.unit == Unit::year) {
      const Role role = spans.back().role;
      spans = yearSpans(list, isRange);
      for (Span& span : spans) span.role = role;
    } else {
      for (Span& span : spans) span.years = list;
    }
    return true;
  }

  static std::vector<Span> yearSpans(const std::vector<int>& list, bool isRange) {
    if (isRange) {
      return {Span{.first = {.unit = Unit::year, .year = list.front()},
                   .last = Bound{.unit = Unit::year, .year = list.back()}}};
    }
    std::vector<Span> spans;
    for (const int year : list) spans.push_back({.first = {.unit = Unit::year, .year = year}});
    return spans;
  }

  bool yearList(std::vector<int>& list, bool& isRange, bool isWholeYears) {
    while (isYearNumber(cursor_.peek())) {
      list.push_back(cursor_.peek().value);
      cursor_.take(Type::number);
      if (list.size() == 1 && cursor_.isAt(Type::dash) && isYearNumber(cursor_.peek(1))) {
        return yearRange(list, isRange) || isWholeYears;
      }
      takeYearWord();
      const bool more = (cursor_.isAt(Type::comma) || cursor_.isWord({"и"})) &&
                        isYearNumber(cursor_.peek(1)) && !cursor_.isAt(Type::slash, 2);
      if (more) cursor_.moveTo(cursor_.at() + 1);
    }
    return true;
  }

  /// «–2023 гг.»; «май 2021–2023» without «гг.» may mean a span or a May of each year.
  bool yearRange(std::vector<int>& list, bool& isRange) {
    const int last = cursor_.peek(1).value;
    const bool isMany = cursor_.isAt(Type::word, 2) && isManyYears(cursor_.peek(2).text);
    cursor_.moveTo(cursor_.at() + 2);
    takeYearWord();
    if (last <= list[0]) {
      diagnostics_.error(messages::kPeriodBackwards, place_,
                         {std::to_string(list[0]), std::to_string(last)});
      return true;
    }
    for (int year = list[0] + 1; year <= last; ++year) list.push_back(year);
    isRange = true;
    return isMany;
  }

  /// «… по 26 марта 2021», «… – май 2021».
  bool range(std::vector<Span>& spans) {
    Span& span = spans.back();
    const std::size_t start = cursor_.at();
    if (spans.size() > 1 || span.last) return true;
    const bool isSince = span.role == Role::since;
    const bool isUntil = isSince && cursor_.isWord({"до"});
    const bool isOpen = span.role == Role::at || isSince;
    if (!isOpen || !(cursor_.take(Type::dash) || cursor_.takeWord({"по"}) ||
                     (isSince && cursor_.takeWord({"до"})))) {
      return span.first.unit != Unit::day || span.first.month != 0;
    }
    cursor_.takeWord({"по"});
    std::vector<Span> last = bounds();
    if (last.size() != 1 || last[0].last || !years(last) || last.size() != 1) {
      cursor_.moveTo(start);
      return span.first.unit != Unit::day || span.first.month != 0;
    }
    if (isUntil && last[0].first.unit != Unit::day) return false;  // is «до мая» with May?
    if (span.years.size() > 1) return false;
    if (!span.years.empty()) span.first.year = span.years[0];
    span.years = last[0].years;
    span.last = last[0].first;
    span.role = Role::at;
    return true;
  }

  Cursor& cursor_;
  const DeadlineSettings& settings_;
  const Place& place_;
  Diagnostics& diagnostics_;
  bool isWhole_ = false;  // a year without its number may follow: «в течение», «до конца»
  bool pairError_ = false;
  std::string pairText_;
};

}  // namespace

bool takeSpans(Cursor& cursor, const DeadlineSettings& settings, std::vector<Span>& spans,
               const Place& place, Diagnostics& diagnostics) {
  const std::size_t start = cursor.at();
  if (SpanParser(cursor, settings, place, diagnostics).item(spans)) return true;
  cursor.moveTo(start);
  return false;
}

}  // namespace chancery::lang::deadline
