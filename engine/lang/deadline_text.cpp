#include "base/json.h"
#include "lang/dates.h"
#include "lang/deadline.h"

namespace chancery::lang {
namespace {

std::string member(std::string_view name, const std::string& value) {
  return ",\"" + std::string(name) + "\":" + value;
}

std::string quotedDay(Date date) {
  return '"' + toIso(date) + '"';
}

/// "--04-15". Source: XML Schema 1.0, gMonthDay.
std::string quotedMonthDay(MonthDay day) {
  return "\"--" + toIso(Date{2000, day.month, day.day}).substr(5) + '"';
}

std::string_view nameOf(OpenReason reason) {
  switch (reason) {
    case OpenReason::constant:
      return "constant";
    case OpenReason::onDemand:
      return "on-demand";
    case OpenReason::elsewhere:
      return "elsewhere";
    case OpenReason::duringOther:
      return "during";
    case OpenReason::immediate:
      return "immediate";
    case OpenReason::noEnd:
      return "no-end";
    case OpenReason::fromEvent:
      return "event";
    case OpenReason::ambiguous:
      return "ambiguous";
    case OpenReason::notUnderstood:
      break;
  }
  return "not-understood";
}

/// The answer in JSON, kind by kind.
struct JsonWriter {
  bool isFull;

  std::string assumed(bool isAssumed) const {
    return isFull && isAssumed ? member("yearAssumed", "true") : "";
  }
  std::string counted(const std::optional<Term>& term) const {
    return isFull && term ? member("counted", '"' + toText(*term) + '"') : "";
  }

  std::string operator()(const PointDeadline& point) const {
    std::string days;
    for (const Date date : point.dates) days += (days.empty() ? "" : ",") + quotedDay(date);
    return "\"point\"" + member("dates", '[' + days + ']') + counted(point.counted) +
           assumed(point.isYearAssumed);
  }

  std::string operator()(const PeriodDeadline& period) const {
    std::string parts;
    for (const DeadlinePart& part : period.parts) {
      parts += (parts.empty() ? "" : ",") + std::string("{\"from\":") + quotedDay(part.from) +
               member("to", quotedDay(part.to)) + '}';
    }
    return "\"period\"" + member("from", quotedDay(period.from)) +
           member("to", quotedDay(period.to)) +
           (parts.empty() ? "" : member("parts", '[' + parts + ']')) +
           assumed(period.isYearAssumed);
  }

  std::string operator()(const RecurringDeadline& recurring) const {
    std::string rules;
    for (const Recurrence& rule : recurring.rules) {
      rules += (rules.empty() ? "" : ",") + ('"' + toRule(rule) + '"');
    }
    std::string text = "\"recurring\"" + member("rule", '"' + toRule(recurring.rules.at(0)) + '"');
    if (recurring.rules.size() > 1) text += member("rules", '[' + rules + ']');
    if (recurring.times > 1) text += member("times", std::to_string(recurring.times));
    if (recurring.from) text += member("from", quotedDay(*recurring.from));
    if (recurring.begin) text += member("begin", quotedMonthDay(*recurring.begin));
    if (isFull && recurring.isAtLeast) text += member("atLeast", "true");
    if (isFull && recurring.isWorkingDays) text += member("workingDays", "true");
    return text;
  }

  std::string operator()(const OpenDeadline& open) const {
    std::string text = "\"open\"";
    if (open.from) text += member("from", quotedDay(*open.from));
    if (isFull) text += member("reason", '"' + std::string(nameOf(open.reason)) + '"');
    if (isFull && !open.words.empty()) text += member("words", json::quoted(open.words));
    return text + counted(open.counted);
  }
};

/// The answer as a sentence, kind by kind.
struct WordsWriter {
  Language language;

  std::string say(const Text& text, const std::vector<std::string>& arguments = {}) const {
    return fill(text.in(language), arguments);
  }
  std::string day(Date date) const {
    return dayText(date, language) + " (" + std::string(weekdayName(weekdayOf(date), language)) +
           ')';
  }
  std::string assumed(bool isAssumed) const {
    return isAssumed ? say({"; год в словах не указан", "; the words name no year"}) : "";
  }

  std::string operator()(const PointDeadline& point) const {
    std::string days;
    for (const Date date : point.dates) days += (days.empty() ? "" : ", ") + day(date);
    std::string text = say({"Срок: {0}", "Due: {0}"}, {days});
    if (point.counted) text += " – " + lang::inWords(*point.counted, language);
    return text + assumed(point.isYearAssumed);
  }

  std::string operator()(const PeriodDeadline& period) const {
    std::string text = say({"Период: с {0} по {1}", "Period: from {0} to {1}"},
                           {dayText(period.from, language), dayText(period.to, language)});
    std::string parts;
    for (const DeadlinePart& part : period.parts) {
      parts += parts.empty() ? ": " : "; ";
      parts += dayText(part.from, language);
      if (part.to != part.from) parts += " – " + dayText(part.to, language);
    }
    return text + parts + assumed(period.isYearAssumed);
  }

  std::string operator()(const RecurringDeadline& recurring) const {
    std::string text = say({"Повторяется: ", "Repeats: "});
    for (std::size_t i = 0; i < recurring.rules.size(); ++i) {
      text += (i > 0 ? "; " : "") + lang::inWords(recurring.rules[i], language);
    }
    if (recurring.times > 1) {
      text += say({", {0} раз(а)", ", {0} times"}, {std::to_string(recurring.times)});
    }
    if (recurring.isAtLeast) text += say({", не реже", ", or more often"});
    if (recurring.begin) {
      const std::string begin = toIso(Date{2000, recurring.begin->month, recurring.begin->day});
      text += say({", начало {0}", ", beginning {0}"},
                  {language == Language::russian ? begin.substr(8) + '.' + begin.substr(5, 2)
                                                 : begin.substr(5)});
    }
    if (recurring.from)
      text += say({", с {0}", ", from {0}"}, {dayText(*recurring.from, language)});
    for (std::size_t i = 0; i < recurring.rules.size(); ++i) {
      text += (i == 0 ? " [" : "; ") + toRule(recurring.rules[i]);
    }
    return text + ']';
  }

  std::string operator()(const OpenDeadline& open) const {
    return say({"Срок датой не определён: ", "No date follows: "}) + reason(open);
  }

  std::string reason(const OpenDeadline& open) const {
    switch (open.reason) {
      case OpenReason::constant:
        return say({"дело постоянное", "it goes on all the time"});
      case OpenReason::onDemand:
        return say({"делается, когда понадобится", "it is done on demand"});
      case OpenReason::elsewhere:
        return say({"срок назначает другое: «{0}»", "something else sets it: “{0}”"}, {open.words});
      case OpenReason::duringOther:
        return say({"пока идёт другое: «{0}»", "as long as something else: “{0}”"}, {open.words});
      case OpenReason::immediate:
        return say({"сразу, без числа", "at once, without a day"});
      case OpenReason::noEnd:
        return say({"с {0}, без конца", "from {0}, without an end"},
                   {dayText(open.from.value_or(Date{}), language)});
      case OpenReason::fromEvent:
        return event(open);
      case OpenReason::ambiguous:
        return say({"«{0}» можно понять двояко: назовите день", "“{0}” can be read in two ways"},
                   {open.words});
      case OpenReason::notUnderstood:
        break;
    }
    return say({"«{0}» понято не полностью", "“{0}” was not understood"}, {open.words});
  }

  std::string event(const OpenDeadline& open) const {
    const Term term = open.counted.value_or(Term{});
    const std::string words = lang::inWords(term, language);
    if (open.words.empty()) {
      return say({"{0}: нужен производственный календарь", "{0}: a calendar is needed"}, {words});
    }
    return say(term.count < 0 ? Text{"{0} до события «{1}», день которого не известен",
                                     "{0} before “{1}”, whose day is not known"}
                              : Text{"{0} от события «{1}», день которого не известен",
                                     "{0} from “{1}”, whose day is not known"},
               {words, open.words});
  }
};

}  // namespace

std::string toJson(const Deadline& deadline, DeadlineDetail detail) {
  return "{\"kind\":" + std::visit(JsonWriter{detail == DeadlineDetail::full}, deadline) + "}\n";
}

std::string inWords(const Deadline& deadline, Language language) {
  return std::visit(WordsWriter{language}, deadline) + '\n';
}

}  // namespace chancery::lang
