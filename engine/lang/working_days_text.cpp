#include "base/json.h"
#include "lang/dates.h"
#include "lang/working_days.h"

namespace chancery::lang {
namespace {

std::string full(Date date, Language language) {
  return dayText(date, language) + " (" + std::string(weekdayName(weekdayOf(date), language)) + ')';
}

constexpr Text kNumber{"{0}-й: ", "{0}: "};
constexpr Text kSkipped{"не считается: ", "not counted: "};

std::string line(const CountedDay& day, const Calendar& calendar, Language language) {
  const std::string number = day.number > 0
                                 ? fill(kNumber.in(language), {std::to_string(day.number)})
                                 : std::string(kSkipped.in(language));
  return "  " + full(day.date, language) + " – " + number + calendar.reason(day.date, language) +
         '\n';
}

Text startRule(const TermCount& count) {
  if (count.term.count == 0) return {"день события", "the event's own day"};
  if (count.rules.start == TermStart::sameDay) {
    return {"считая со дня события", "the event's own day counts first"};
  }
  return count.term.count < 0
             ? Text{"считая со дня перед событием", "the day before the event counts first"}
             : Text{"считая со дня после события", "the day after the event counts first"};
}

Text rollRule(const TermCount& count) {
  if (count.rules.roll == TermRoll::next) {
    return {
        "срок кончается в нерабочий день и переходит на ближайший следующий рабочий "
        "(ГК РФ, статья 193)",
        "the term ends on a day off and moves to the nearest following working day "
        "(Civil Code of Russia, article 193)"};
  }
  return {"срок кончается в нерабочий день и переходит на рабочий день перед ним",
          "the term ends on a day off and moves to the working day before it"};
}

std::string_view rollName(TermRoll roll) {
  if (roll == TermRoll::none) return "none";
  return roll == TermRoll::next ? "next" : "previous";
}

std::string dayJson(const CountedDay& day, const Calendar& calendar, Language language) {
  return "{\"date\":\"" + toIso(day.date) + "\",\"kind\":\"" +
         std::string(nameOf(calendar.day(day.date).kind)) +
         "\",\"counted\":" + std::to_string(day.number) +
         ",\"why\":" + json::quoted(calendar.reason(day.date, language)) + '}';
}

}  // namespace

std::string explainTerm(const TermCount& count, const Calendar& calendar, Language language) {
  static constexpr Text kForwards{"{0} + {1}, {2}:\n", "{0} + {1}, {2}:\n"};
  static constexpr Text kBack{"{0} − {1}, {2}:\n", "{0} − {1}, {2}:\n"};
  static constexpr Text kEnds{"  {0} – конец срока\n", "  {0} – the term's end\n"};
  static constexpr Text kRolls{"  {0}:\n", "  {0}:\n"};
  static constexpr Text kResult{"Итог: {0}\n", "Result: {0}\n"};
  const Text& head = count.term.count < 0 ? kBack : kForwards;
  std::string text =
      fill(head.in(language), {full(count.from, language), inWords(count.term, language),
                               std::string(startRule(count).in(language))});
  for (const CountedDay& day : count.days) text += line(day, calendar, language);
  if (count.term.unit != TermUnit::workingDay) {
    text += fill(kEnds.in(language), {full(count.end, language)});
  }
  if (!count.rolled.empty()) {
    text += fill(kRolls.in(language), {std::string(rollRule(count).in(language))});
    for (const Date date : count.rolled) text += line({date, 0}, calendar, language);
  }
  return text + fill(kResult.in(language), {full(count.result, language)});
}

std::string explainTermJson(const TermCount& count, const Calendar& calendar, Language language) {
  std::string text = "\"from\":\"" + toIso(count.from) + "\",\"term\":\"" + toText(count.term) +
                     "\",\"start\":\"" +
                     (count.rules.start == TermStart::nextDay ? "next" : "same") +
                     "\",\"roll\":\"" + std::string(rollName(count.rules.roll)) + "\",\"days\":[";
  for (std::size_t i = 0; i < count.days.size(); ++i) {
    if (i > 0) text += ',';
    text += dayJson(count.days[i], calendar, language);
  }
  text += "],\"end\":\"" + toIso(count.end) + "\",\"rolled\":[";
  for (std::size_t i = 0; i < count.rolled.size(); ++i) {
    if (i > 0) text += ',';
    text += dayJson({count.rolled[i], 0}, calendar, language);
  }
  return text + ']';
}

}  // namespace chancery::lang
