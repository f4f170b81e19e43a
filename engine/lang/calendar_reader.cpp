#include "lang/calendar_reader.h"

#include <charconv>

#include "lang/dates.h"
#include "lang/messages.h"
#include "xml/attribute_words.h"
#include "xml/reader.h"

namespace chancery::lang {
namespace {

constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2199;
constexpr std::size_t kMostNotes = 10'000;

struct MonthDay {
  int month = 0;
  int day = 0;
};

std::optional<int> parseNumber(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// "03-08", of a leap year when no year is meant.
std::optional<MonthDay> parseMonthDay(std::string_view text, int year) {
  if (text.size() != 5 || text[2] != '-') return std::nullopt;
  const auto month = parseNumber(text.substr(0, 2));
  const auto day = parseNumber(text.substr(3));
  if (!month || !day || !isValid({year, *month, *day})) return std::nullopt;
  return MonthDay{*month, *day};
}

class Reader {
 public:
  Reader(const Sources& sources, Diagnostics& diagnostics)
      : sources_(sources), diagnostics_(diagnostics) {}

  Calendar calendar(const xml::Node& root) {
    std::string id(root.attribute("id"));
    if (root.findAttribute("id") && !xml::isIdentifier(id)) {
      diagnostics_.error(messages::kCalendarId, placeOf(root, "id"), {id});
    }
    // Holidays first, wherever they stand: they hold for every year.
    for (const xml::Node& child : root.children) {
      if (child.is(xml::Namespace::calendar, "holiday")) holiday(child);
    }
    for (const xml::Node& child : root.children) {
      if (child.is(xml::Namespace::calendar, "year")) year(child);
    }
    if (years_.empty()) {
      diagnostics_.error(messages::kNoYears, placeOf(root)).hint(messages::kAddYear);
    }
    return {std::move(id), std::string(root.attribute("title")), std::move(years_),
            std::move(notes_)};
  }

 private:
  static constexpr int kLeapYear = 2000;

  struct Holiday {
    MonthDay day;
    std::uint16_t note;
  };

  Place placeOf(const xml::Node& node) const { return sources_.place(node.origin.stated); }
  Place placeOf(const xml::Node& node, std::string_view attribute) const {
    const xml::Attribute* found = node.findAttribute(attribute);
    return found ? sources_.place(xml::positionOf(node, *found)) : placeOf(node);
  }

  std::uint16_t note(const xml::Node& node, const char* attribute) {
    if (notes_.size() == kMostNotes) return 0;
    notes_.push_back(
        {std::string(node.attribute(attribute)), std::string(node.attribute("english"))});
    return static_cast<std::uint16_t>(notes_.size() - 1);
  }

  std::optional<MonthDay> monthDay(const xml::Node& node, const char* attribute,
                                   std::string_view text, int year) {
    const auto day = parseMonthDay(text, year);
    if (!day) {
      diagnostics_.error(messages::kWrongDay, placeOf(node, attribute), {std::string(text)})
          .hint(messages::kDayForms);
    }
    return day;
  }

  /// The days of an attribute, "03-08 05-01..05-03", handed to `take` as dates of `year`.
  template <typename Take>
  void days(const xml::Node& node, int year, const Take& take) {
    for (const std::string& word : xml::splitList(node.attribute("days"))) {
      const std::size_t dots = word.find("..");
      const auto first = monthDay(node, "days", word.substr(0, dots), year);
      if (!first) continue;
      const auto last =
          dots == std::string::npos ? first : monthDay(node, "days", word.substr(dots + 2), year);
      if (!last) continue;
      const std::int64_t from = toDayNumber({year, first->month, first->day});
      const std::int64_t to = toDayNumber({year, last->month, last->day});
      if (to < from) diagnostics_.error(messages::kBackwards, placeOf(node, "days"), {word});
      for (std::int64_t day = from; day <= to; ++day) take(fromDayNumber(day));
    }
  }

  void holiday(const xml::Node& node) {
    const std::uint16_t title = note(node, "title");
    days(node, kLeapYear, [&](Date date) { holidays_.push_back({{date.month, date.day}, title}); });
  }

  void year(const xml::Node& node) {
    const auto number = parseNumber(node.attribute("number"));
    if (!number || *number < kFirstYear || *number > kLastYear) {
      if (node.findAttribute("number")) {
        diagnostics_.error(messages::kWrongYear, placeOf(node, "number"),
                           {std::string(node.attribute("number")), std::to_string(kFirstYear),
                            std::to_string(kLastYear)});
      }
      return;
    }
    if (years_.contains(*number)) {
      diagnostics_.error(messages::kYearTwice, placeOf(node, "number"), {std::to_string(*number)});
      return;
    }
    CalendarYear& year = years_[*number];
    year.isProvisional = node.attribute("provisional") == "yes";
    year.basis = std::string(node.attribute("basis"));
    usual(*number, year);
    // Transfers first: they tell which weekend days are worked, short days come last.
    for (const char* name : {"transfer", "off", "decreed", "working", "short"}) {
      for (const xml::Node& child : node.children) {
        if (child.is(xml::Namespace::calendar, name)) change(child, *number, year);
      }
    }
  }

  /// Monday to Friday worked, but for the holidays.
  void usual(int number, CalendarYear& year) const {
    const std::int64_t first = toDayNumber({number, 1, 1});
    year.days.resize(static_cast<std::size_t>(daysIn(number)));
    for (std::size_t i = 0; i < year.days.size(); ++i) {
      const Date date = fromDayNumber(first + static_cast<std::int64_t>(i));
      if (isWeekend(date)) year.days[i].kind = DayKind::weekend;
    }
    for (const Holiday& holiday : holidays_) {
      const Date date{number, holiday.day.month, holiday.day.day};
      if (!isValid(date)) continue;  // the 29th of February
      CalendarDay& day = year.days[indexOf(date)];
      day.kind = DayKind::holiday;
      day.note = holiday.note;
    }
  }

  static std::size_t indexOf(Date date) {
    return static_cast<std::size_t>(toDayNumber(date) - toDayNumber({date.year, 1, 1}));
  }

  void change(const xml::Node& node, int number, CalendarYear& year) {
    if (node.name == "transfer") return transfer(node, number, year);
    const std::uint16_t reason = node.name == "decreed" ? note(node, "basis")
                                 : node.name == "off"   ? note(node, "title")
                                                        : std::uint16_t{0};
    days(node, number, [&](Date date) {
      CalendarDay& day = year.days[indexOf(date)];
      if (node.name == "short") {
        expect(day.isWorking() && !day.isShort, messages::kShortIsOff, node, date);
        day.isShort = true;
      } else if (node.name == "working") {
        expect(!day.isWorking(), messages::kWorkedAnyway, node, date);
        day = {};
      } else if (day.isWorking()) {  // a weekend or holiday inside a decreed span stays what it is
        day = {node.name == "decreed" ? DayKind::decreed : DayKind::other, false, reason, -1};
      }
    });
  }

  void expect(bool isRight, const Message& message, const xml::Node& node, Date date) {
    if (isRight) return;
    const char* attribute = node.name == "transfer" ? "to" : "days";
    diagnostics_.error(message, placeOf(node, attribute), {toIso(date)});
  }

  /// Labour Code, article 112: a day off that is given away is worked, unless it is a holiday.
  void transfer(const xml::Node& node, int number, CalendarYear& year) {
    if (!node.findAttribute("from") || !node.findAttribute("to")) return;
    const auto from = monthDay(node, "from", node.attribute("from"), number);
    const auto to = monthDay(node, "to", node.attribute("to"), number);
    if (!from || !to) return;
    const Date givenDate{number, from->month, from->day};
    const Date restDate{number, to->month, to->day};
    CalendarDay& given = year.days[indexOf(givenDate)];
    CalendarDay& rest = year.days[indexOf(restDate)];
    if (given.isWorking()) {
      diagnostics_.error(messages::kNothingToMove, placeOf(node, "from"), {toIso(givenDate)});
      return;
    }
    if (!rest.isWorking()) {
      diagnostics_.error(messages::kOffAlready, placeOf(node, "to"), {toIso(restDate)});
      return;
    }
    rest = {DayKind::transferred, false, 0, static_cast<std::int16_t>(indexOf(givenDate))};
    if (given.kind == DayKind::weekend) {
      given = {DayKind::working, false, 0, static_cast<std::int16_t>(indexOf(restDate))};
    }
  }

  const Sources& sources_;
  Diagnostics& diagnostics_;
  std::vector<Holiday> holidays_;
  std::map<int, CalendarYear> years_;
  std::vector<CalendarNote> notes_{{}};
};

}  // namespace

const xml::Vocabulary& calendarVocabulary() {
  static const xml::Vocabulary kVocabulary = {
      xml::Namespace::calendar,
      "calendar",
      {
          {.name = "calendar",
           .attributes = {{"id", true}, {"title"}},
           .children = {"holiday", "year"}},
          {.name = "holiday", .attributes = {{"days", true}, {"title", true}, {"english"}}},
          {.name = "year",
           .attributes = {{"number", true}, {"provisional", false, {"yes", "no"}}, {"basis"}},
           .children = {"transfer", "decreed", "off", "working", "short"}},
          {.name = "transfer", .attributes = {{"from", true}, {"to", true}}},
          {.name = "decreed", .attributes = {{"days", true}, {"basis", true}, {"english"}}},
          {.name = "off", .attributes = {{"days", true}, {"title", true}, {"english"}}},
          {.name = "working", .attributes = {{"days", true}}},
          {.name = "short", .attributes = {{"days", true}}},
      }};
  return kVocabulary;
}

std::optional<Calendar> readCalendar(const Sources& sources, SourceId source,
                                     Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errorCount();
  constexpr std::size_t kLargestCalendar = 4u << 20;
  const auto root = xml::read(sources, source, {.bytes = kLargestCalendar}, diagnostics);
  if (!root) return std::nullopt;
  xml::checkVocabulary(sources, *root, calendarVocabulary(), diagnostics);
  if (!root->is(xml::Namespace::calendar, "calendar")) return std::nullopt;
  Calendar calendar = Reader(sources, diagnostics).calendar(*root);
  if (diagnostics.errorCount() != before) return std::nullopt;
  return calendar;
}

}  // namespace chancery::lang
