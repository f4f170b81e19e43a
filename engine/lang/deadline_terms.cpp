#include "lang/deadline_terms.h"

#include <algorithm>

namespace chancery::lang::deadline {
namespace {

using Type = Token::Type;

bool startsWithOneOf(std::string_view word, std::initializer_list<std::string_view> stems) {
  return std::any_of(stems.begin(), stems.end(),
                     [&](std::string_view stem) { return word.starts_with(stem); });
}

/// «10-дневный срок», «месячный срок», «трёхдневный срок».
std::optional<Term> takeAdjective(Cursor& cursor) {
  std::optional<int> number;
  if (cursor.isAt(Type::number)) {
    number = cursor.peek().value;
    cursor.take(Type::number);
    cursor.take(Type::dash);
  }
  auto term = cursor.takeIf(termAdjective);
  if (!term || !cursor.takeWord({"срок"})) return std::nullopt;
  if (number && term->count != 0) return std::nullopt;
  if (number) {
    term->count = *number;
  } else if (term->count == 0) {
    if (term->unit == TermUnit::day) return std::nullopt;  // «дневной срок»
    term->count = 1;
  }
  return term;
}

/// «5 рабочих дней», «трёх суток», «месяца»; a unit alone is one where `single` lets it.
std::optional<Term> takeUnits(Cursor& cursor, bool single, bool& isContradiction) {
  const auto number = cursor.takeNumber(isContradiction);
  if (!number && !single) return std::nullopt;
  const bool isWorking = cursor.takeWord({"рабочих", "рабочего", "рабочие", "рабочий"});
  if (!isWorking) cursor.takeWord({"календарных", "календарного", "календарные", "календарный"});
  const auto unit = cursor.takeIf(unitOf);
  if (!unit || (isWorking && *unit != TermUnit::day)) return std::nullopt;
  if (!number && *unit == TermUnit::day) return std::nullopt;  // «в течение дня»: which?
  return Term{number.value_or(1), isWorking ? TermUnit::workingDay : *unit};
}

/// «со дня», «с момента», «после»: what follows is the event.
bool takeEventStart(Cursor& cursor) {
  if (cursor.takeWord({"после"})) return true;
  return (cursor.takeWord({"со", "с", "от"})) &&
         cursor.takeWord({"дня", "даты", "момента", "времени"});
}

std::string restOfLine(Cursor cursor, std::string_view text) {
  const std::size_t begin = cursor.peek().begin;
  std::size_t end = begin;
  while (!cursor.isEnd()) {
    if (!cursor.isAt(Type::dot) || !cursor.isAt(Type::end, 1)) end = cursor.peek().end;
    cursor.moveTo(cursor.at() + 1);
  }
  return std::string(text.substr(begin, end - begin));
}

std::optional<Term> takeTerm(Cursor& cursor, bool& isBefore, bool& isContradiction) {
  if (cursor.takePhrase({"не", "позднее"}) || cursor.takePhrase({"не", "позже"})) {
    cursor.takeWord({"чем"});
    isBefore = cursor.takeWord({"за"});
    if (!isBefore) cursor.takeWord({"через"});
    return takeUnits(cursor, false, isContradiction);
  }
  if (cursor.takeWord({"за"})) {
    isBefore = true;
    return takeUnits(cursor, false, isContradiction);
  }
  if (cursor.takePhrase({"в", "срок", "не", "более"}) || cursor.takeWord({"через"})) {
    return takeUnits(cursor, false, isContradiction);
  }
  if (cursor.takePhrase({"в", "течение"}) || cursor.takePhrase({"в", "течении"})) {
    return takeUnits(cursor, true, isContradiction);
  }
  const std::size_t start = cursor.at();
  cursor.takeWord({"в"});
  if (const auto term = takeAdjective(cursor)) return term;
  cursor.moveTo(start);
  return takeUnits(cursor, false, isContradiction);
}

}  // namespace

std::optional<CountedTerm> takeCountedTerm(Cursor& cursor, std::string_view text) {
  const std::size_t start = cursor.at();
  CountedTerm result;
  bool isBefore = false;
  const auto term = takeTerm(cursor, isBefore, result.isContradiction);
  if (term) {
    result.term = *term;
    if (isBefore) result.term.count = -result.term.count;
    cursor.take(Type::comma);
    const bool hasEvent = isBefore ? cursor.takeWord({"до"}) : takeEventStart(cursor);
    if (hasEvent && !cursor.isEnd()) {
      result.eventAt = cursor.at();
      result.event = restOfLine(cursor, text);
      while (!cursor.isEnd()) cursor.moveTo(cursor.at() + 1);
    } else {
      cursor.take(Type::dot);
    }
    // «в течение года» alone is the calendar's year, a span.
    const bool isBareYear = result.event.empty() && term->unit == TermUnit::year;
    if (cursor.isEnd() && hasEvent == !result.event.empty() && !(isBefore && !hasEvent) &&
        !isBareYear) {
      return result;
    }
  }
  cursor.moveTo(start);
  return std::nullopt;
}

bool takeOwnEvent(Cursor& cursor) {
  const std::size_t start = cursor.at();
  const auto word = [&](std::initializer_list<std::string_view> stems) {
    if (!cursor.isAt(Type::word) || !startsWithOneOf(cursor.peek().text, stems)) return false;
    cursor.moveTo(cursor.at() + 1);
    return true;
  };
  const bool isOwn =
      word({"подписани", "издани", "приняти", "утверждени", "регистраци"}) &&
      word({"настоящ", "данного", "данной", "этого", "этой"}) &&
      (cursor.takePhrase({"дорожной", "карты"}) ||
       word({"приказ", "распоряжени", "постановлени", "решени", "план", "положени", "документ"}));
  cursor.take(Type::dot);
  if (isOwn && cursor.isEnd()) return true;
  cursor.moveTo(start);
  return false;
}

}  // namespace chancery::lang::deadline
