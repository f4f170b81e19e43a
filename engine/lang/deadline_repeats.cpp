#include "lang/deadline_repeats.h"

#include "lang/messages.h"

namespace chancery::lang::deadline {
namespace {

using Type = Token::Type;
using Frequency = Recurrence::Frequency;

constexpr int kMostInterval = 120;
constexpr int kDaysOfMonth = 31;
constexpr Often kMonthly{Frequency::monthly, 1};
constexpr Often kWeekly{Frequency::weekly, 1};
constexpr Often kYearly{Frequency::yearly, 1};

class RepeatParser {
 public:
  RepeatParser(Cursor& cursor, Repeat& repeat, const Place& place, Diagnostics& diagnostics)
      : cursor_(cursor), repeat_(repeat), place_(place), diagnostics_(diagnostics) {}

  bool item() {
    for (const auto& take : {&RepeatParser::often, &RepeatParser::times, &RepeatParser::each,
                             &RepeatParser::workingDays, &RepeatParser::daysOfMonth,
                             &RepeatParser::weekday, &RepeatParser::ofNextYear}) {
      const std::size_t start = cursor_.at();
      const Repeat before = repeat_;
      if ((this->*take)()) {
        repeat_.isAny = true;
        return true;
      }
      repeat_ = before;
      cursor_.moveTo(start);
    }
    return false;
  }

 private:
  /// The same frequency may be said twice: «ежегодно, 2 раза в год».
  bool set(Often often) {
    if (repeat_.often && (repeat_.often->frequency != often.frequency ||
                          repeat_.often->interval != often.interval)) {
      return false;
    }
    repeat_.often = often;
    return true;
  }

  bool often() {
    const auto found = cursor_.takeIf(oftenOf);
    return found && set(*found);
  }

  /// «не реже 1 раза в квартал», «2 раза в год», «раз в три месяца», «дважды в год».
  bool times() {
    if (cursor_.takePhrase({"не", "реже"}) || cursor_.takePhrase({"не", "менее"})) {
      repeat_.isAtLeast = true;
      cursor_.takeWord({"чем"});
    }
    bool isContradiction = false;
    std::optional<int> count;
    if (cursor_.takeWord({"дважды"})) {
      count = 2;
    } else if (cursor_.takeWord({"трижды"})) {
      count = 3;
    } else {
      count = cursor_.takeNumber(isContradiction);
      if (!cursor_.takeIf(isTimesWord)) return false;
    }
    if (!cursor_.takeWord({"в"})) return false;
    const auto found = interval(isContradiction);
    if (!found || !set(*found)) return false;
    if (isContradiction) diagnostics_.error(messages::kTwoNumbers, place_);
    if (count == 0) diagnostics_.error(messages::kZero, place_);
    repeat_.times = count.value_or(1);
    return true;
  }

  /// «год», «три месяца», «каждые две недели».
  std::optional<Often> interval(bool& isContradiction) {
    cursor_.takeIf(isEachWord);
    const auto number = cursor_.takeNumber(isContradiction);
    auto found = cursor_.takeIf(intervalOf);
    if (!found) return std::nullopt;
    const int count = number.value_or(1);
    if (count == 0) diagnostics_.error(messages::kZero, place_);
    if (count > kMostInterval) return std::nullopt;
    found->interval *= count;
    return found;
  }

  /// «каждый понедельник», «каждые три месяца», «каждую вторую субботу месяца».
  bool each() {
    cursor_.takeWord({"в", "во"});
    if (!cursor_.takeIf(isEachWord)) return false;
    repeat_.isEach = true;
    const std::size_t start = cursor_.at();
    if (weekdays()) return true;
    cursor_.moveTo(start);
    bool isContradiction = false;
    const auto found = interval(isContradiction);
    return found && !isContradiction && set(*found);
  }

  /// «по рабочим дням», «последний рабочий день месяца».
  bool workingDays() {
    cursor_.takeWord({"по", "в", "во"});
    const auto ordinal = cursor_.takeIf(ordinalOf);
    if (cursor_.takeWord({"будням"})) {
      if (ordinal) return false;
    } else if (!cursor_.takeWord({"рабочим", "рабочие", "рабочий"}) ||
               !cursor_.takeWord({"дням", "дни", "день"})) {
      return false;
    }
    if (ordinal) {
      if (!ofMonth() || (*ordinal != 1 && *ordinal != -1)) return false;
      repeat_.position = *ordinal;
    } else if (!repeat_.often || repeat_.often->frequency == Frequency::daily) {
      repeat_.often = kWeekly;  // «ежедневно по рабочим дням»
    }
    repeat_.isWorkingDays = true;
    for (int day = 0; day < 5; ++day) repeat_.weekdays.push_back({0, day});
    return true;
  }

  /// «каждого месяца», «месяца»: the days before are of every month.
  bool ofMonth() {
    const std::size_t start = cursor_.at();
    cursor_.takeIf(isEachWord);
    if (cursor_.takeIf(isMonthWord)) {
      repeat_.isEach = true;
      return repeat_.often ? repeat_.often->frequency == Frequency::monthly : set(kMonthly);
    }
    cursor_.moveTo(start);
    return repeat_.often && repeat_.often->frequency == Frequency::monthly;
  }

  bool weekday() {
    const bool isEvery = cursor_.takeWord({"по"});
    if (!isEvery) cursor_.takeWord({"в", "во"});
    repeat_.isEach = repeat_.isEach || isEvery;
    return weekdays();
  }

  /// Days of the week, each perhaps with its number in the month.
  bool weekdays() {
    bool isAny = false;
    while (true) {
      const std::size_t start = cursor_.at();
      if (isAny && !cursor_.take(Type::comma) && !cursor_.takeWord({"и"})) return true;
      if (isAny) cursor_.takeWord({"по", "в", "во"});
      const auto ordinal = weekdayNumber();
      const auto day = cursor_.takeIf(
          [](std::string_view word) { return chancery::lang::deadline::weekdayOf(word); });
      if (!day) {
        cursor_.moveTo(start);
        return isAny;
      }
      isAny = true;
      repeat_.weekdays.push_back({ordinal, *day});
      const bool isNumbered = ordinal != 0;
      if (isNumbered && !ofMonth() && !isOfNamedMonth()) return false;
    }
  }

  int weekdayNumber() {
    if (cursor_.isAt(Type::number) && cursor_.peek().isOrdinal && cursor_.peek().value <= 5) {
      const int value = cursor_.peek().value;
      cursor_.take(Type::number);
      return value;
    }
    return cursor_.takeIf(ordinalOf).value_or(0);
  }

  /// «вторая суббота сентября ежегодно»: the month is a dated item of its own.
  bool isOfNamedMonth() const {
    return cursor_.isAt(Type::word) && monthOf(cursor_.peek().text).has_value();
  }

  /// «до 5-го числа каждого месяца», «1 и 15 числа», «до последнего дня месяца».
  bool daysOfMonth() {
    cursor_.takeWord({"до", "к", "в"}) || cursor_.takePhrase({"не", "позднее"}) ||
        cursor_.takePhrase({"не", "позже"});
    std::vector<int> days = dayNumbers();
    if (days.empty()) return false;
    if (!cursor_.takeIf(isDayOfMonthWord)) {
      if (days != std::vector<int>{-1} || !cursor_.takeWord({"день", "дня"})) return false;
    }
    for (const int day : days) {
      if (day == 0 || day > kDaysOfMonth) {
        diagnostics_.error(messages::kNoSuchMonthDay, place_, {std::to_string(day)});
      }
    }
    repeat_.monthDays = std::move(days);
    const std::size_t start = cursor_.at();
    if (cursor_.takeIf(isMonthWord) && followsReported()) return true;
    cursor_.moveTo(start);
    // «ежемесячно до 10 числа следующего месяца»: the month after each.
    const bool isMonthly = repeat_.often && repeat_.often->frequency == Frequency::monthly;
    if (isMonthly && cursor_.takeIf(isNextWord) && cursor_.takeIf(isMonthWord)) return true;
    cursor_.moveTo(start);
    ofMonth();  // or «ежемесячно» may still come
    return true;
  }

  std::vector<int> dayNumbers() {
    if (cursor_.takeIf(ordinalOf).value_or(0) < 0) return {-1};
    std::vector<int> days;
    while (cursor_.isAt(Type::number) && cursor_.peek().digits > 0 && cursor_.peek().digits <= 2) {
      days.push_back(cursor_.peek().value);
      cursor_.take(Type::number);
      const bool more =
          (cursor_.isAt(Type::comma) || cursor_.isWord({"и"})) && cursor_.isAt(Type::number, 1);
      if (!more) break;
      cursor_.moveTo(cursor_.at() + 1);
    }
    return days;
  }

  /// «, следующего за отчётным кварталом»; without the word the frequency tells.
  bool followsReported() {
    cursor_.take(Type::comma);
    if (!cursor_.takeIf(isNextWord) || !cursor_.takeWord({"за"}) ||
        !cursor_.takeIf(isReportedWord)) {
      return false;
    }
    cursor_.takeWord({"периодом"});
    Often period = repeat_.often.value_or(kMonthly);
    if (const auto named = cursor_.takeIf(intervalOf)) period = *named;
    if (!set(period)) return false;
    repeat_.reported = period;
    return true;
  }

  /// «до 1 апреля» before it: «года, следующего за отчётным».
  bool ofNextYear() {
    if (!cursor_.takeIf(isYearWord)) return false;
    cursor_.take(Type::comma);
    if (!cursor_.takeIf(isNextWord) || !cursor_.takeWord({"за"}) ||
        !cursor_.takeIf(isReportedWord)) {
      return false;
    }
    cursor_.takeWord({"годом", "периодом"});
    repeat_.isOfYear = true;
    return set(kYearly);
  }

  Cursor& cursor_;
  Repeat& repeat_;
  const Place& place_;
  Diagnostics& diagnostics_;
};

}  // namespace

bool takeRepeat(Cursor& cursor, Repeat& repeat, const Place& place, Diagnostics& diagnostics) {
  return RepeatParser(cursor, repeat, place, diagnostics).item();
}

}  // namespace chancery::lang::deadline
