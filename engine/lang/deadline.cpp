#include "lang/deadline.h"
#include "lang/dates.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "lang/deadline_repeats.h"
#include "lang/deadline_spans.h"
#include "lang/deadline_terms.h"
#include "lang/messages.h"

namespace chancery::lang {
namespace {

using deadline::Cursor;
using deadline::Dated;
using deadline::Repeat;
using deadline::Span;
using deadline::Token;
using Type = Token::Type;

/// A cell of a road map is a few words; nothing longer is read.
constexpr std::size_t kLongestPhrase = 2000;

/// What one line says.
struct Line {
  std::vector<Span> spans;
  Repeat repeat;
};

class Parser {
 public:
  Parser(std::string_view text, const DeadlineSettings& settings, const Place& place,
         Diagnostics& diagnostics)
      : text_(text),
        settings_(settings),
        place_(place),
        diagnostics_(diagnostics),
        tokens_(deadline::tokenize(text)),
        cursor_(tokens_) {}

  /// Nothing when the phrase is not understood; errors are told then too.
  std::optional<Deadline> run() {
    const std::size_t before = diagnostics_.errorCount();
    impossibleDays();
    if (diagnostics_.errorCount() != before) return std::nullopt;
    if (auto counted = countedTerm()) return counted;
    cursor_.moveTo(0);
    std::vector<Line> lines;
    while (!cursor_.isAt(Type::end)) {
      if (cursor_.take(Type::lineEnd)) continue;
      Line line;
      if (!items(line)) return std::nullopt;
      lines.push_back(std::move(line));
    }
    return together(lines);
  }

 private:
  /// Told whatever the rest says: «до 31.06.2021», «30 февраля».
  void impossibleDays() {
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      const Token& next = tokens_[i + 1];
      if (token.type == Type::date) {
        possible(token, token.day, token.month, token.year);
      } else if (token.type == Type::number && token.digits > 0 && token.digits <= 2 &&
                 next.type == Type::word) {
        const auto month = deadline::monthOf(next.text);
        const Token& year = tokens_[std::min(i + 2, tokens_.size() - 1)];
        const bool hasYear = year.type == Type::number && year.digits == 4;
        if (month) possible(token, token.value, *month, hasYear ? year.value : 0);
      }
    }
  }

  void possible(const Token& token, int day, int month, int year) {
    constexpr int kLeapYear = 2000;
    constexpr int kFirstYear = 1990;
    constexpr int kLastYear = 2199;
    if (year != 0 && (year < kFirstYear || year > kLastYear)) {
      diagnostics_.error(messages::kWrongYearOfDate, place_, {std::to_string(year)});
      return;
    }
    const int inYear = year == 0 ? kLeapYear : year;
    if (isValid({inYear, month, day})) return;
    std::string words(text_.substr(token.begin, token.end - token.begin));
    if (token.type == Type::number) words += "." + std::to_string(month) + yearText(year);
    auto added = diagnostics_.error(messages::kNoSuchDay, place_, {words});
    if (month >= 1 && month <= 12 && day > 0) {
      added.hint(messages::kLastDay, {std::to_string(daysIn(inYear, month))});
    }
  }

  static std::string yearText(int year) { return year == 0 ? "" : "." + std::to_string(year); }

  // ---- terms counted from a day ----

  std::optional<Deadline> countedTerm() {
    const auto counted = deadline::takeCountedTerm(cursor_, text_);
    if (!counted || !cursor_.isAt(Type::end)) return std::nullopt;
    if (counted->isContradiction) diagnostics_.error(messages::kTwoNumbers, place_);
    if (counted->term.count == 0) diagnostics_.error(messages::kZero, place_);
    if (counted->isContradiction || counted->term.count == 0) return std::nullopt;
    std::optional<Date> from = settings_.from;
    if (!counted->event.empty()) from = eventDay(*counted);
    const bool needsCalendar =
        counted->term.unit == TermUnit::workingDay || settings_.rules.roll != TermRoll::none;
    if (!from || (needsCalendar && settings_.calendar == nullptr)) {
      return OpenDeadline{OpenReason::fromEvent, counted->event, {}, counted->term};
    }
    static const Calendar kNone("", "", {}, {});
    const Calendar& calendar = settings_.calendar != nullptr ? *settings_.calendar : kNone;
    const auto count = countTerm(*from, counted->term, settings_.rules, calendar, diagnostics_);
    if (!count) return std::nullopt;
    return PointDeadline{{count->result}, counted->term, false};
  }

  /// The document's own day, or the day that the event states.
  std::optional<Date> eventDay(const deadline::CountedTerm& counted) {
    Cursor event(tokens_);
    event.moveTo(counted.eventAt);
    if (deadline::takeOwnEvent(event)) return settings_.from;
    std::vector<Span> spans;
    if (!deadline::takeSpans(event, settings_, spans, place_, diagnostics_)) return std::nullopt;
    event.take(Type::dot);
    if (!event.isEnd() || spans.size() != 1 || spans[0].role != Span::Role::at) return std::nullopt;
    const auto days = deadline::resolve(spans, settings_, place_, diagnostics_);
    if (!days || days->size() != 1 || !days->front().isDay) return std::nullopt;
    return days->front().from;
  }

  // ---- lines of dated and repeating items ----

  bool items(Line& line) {
    title();
    bool isFirst = true;
    bool isSeparated = true;
    bool wasDated = false;
    while (true) {
      isSeparated = separators(line.repeat.isAny) || isFirst;
      if (cursor_.isEnd()) return !isFirst;
      isFirst = false;
      label();
      const std::size_t before = diagnostics_.errorCount();
      if (deadline::takeRepeat(cursor_, line.repeat, place_, diagnostics_)) {
        wasDated = false;
      } else if (deadline::takeSpans(cursor_, settings_, line.spans, place_, diagnostics_)) {
        if (wasDated && !isSeparated) return false;
        wasDated = true;
      } else {
        return false;
      }
      if (diagnostics_.errorCount() != before) return false;
    }
  }

  /// «Срок исполнения: …».
  void title() {
    const std::size_t start = cursor_.at();
    if (!cursor_.takeWord({"срок", "сроки"})) return;
    cursor_.takeWord({"исполнения", "выполнения", "реализации", "проведения", "представления"});
    const bool isTitle =
        cursor_.take(Type::colon) || cursor_.take(Type::dash) || cursor_.isWord({"до", "не"});
    if (!isTitle) cursor_.moveTo(start);
  }

  /// «первый этап – …».
  void label() {
    const std::size_t start = cursor_.at();
    const bool isNumbered =
        cursor_.take(Type::number) || cursor_.takeIf(deadline::ordinalOf).has_value();
    if (isNumbered && cursor_.takeWord({"этап"}) &&
        (cursor_.take(Type::dash) || cursor_.take(Type::colon))) {
      return;
    }
    cursor_.moveTo(start);
  }

  /// Signs between items; brackets and dashes only behind a frequency: «2 раза в год (май, июнь)».
  bool separators(bool behindRepeat) {
    bool isAny = false;
    while (true) {
      const bool isSign = cursor_.take(Type::comma) || cursor_.takeWord({"и"}) ||
                          cursor_.takePhrase({"а", "также"}) ||
                          (behindRepeat && (cursor_.take(Type::open) || cursor_.take(Type::close) ||
                                            cursor_.take(Type::colon) || cursor_.take(Type::dash)));
      const bool isLastDot = !isSign && cursor_.isAt(Type::dot) &&
                             (cursor_.isAt(Type::end, 1) || cursor_.isAt(Type::lineEnd, 1)) &&
                             cursor_.take(Type::dot);
      if (!isSign && !isLastDot) return isAny;
      isAny = true;
    }
  }

  std::optional<Deadline> together(const std::vector<Line>& lines) {
    if (lines.size() == 1 && lines[0].repeat.isAny) {
      const auto found =
          deadline::combine(lines[0].repeat, lines[0].spans, settings_, place_, diagnostics_);
      if (!found) return std::nullopt;
      return *found;
    }
    std::vector<Span> spans;
    for (const Line& line : lines) {
      if (line.repeat.isAny) return std::nullopt;
      spans.insert(spans.end(), line.spans.begin(), line.spans.end());
    }
    const auto days = deadline::resolve(spans, settings_, place_, diagnostics_);
    if (!days || spans.empty()) return std::nullopt;
    if (days->empty()) return ambiguous();
    return fromDays(*days);
  }

  OpenDeadline ambiguous() const {
    const std::size_t first = text_.find_first_not_of(" \n\r\t");
    const std::size_t last = text_.find_last_not_of(" \n\r\t");
    return {OpenReason::ambiguous, std::string(text_.substr(first, last + 1 - first)), {}, {}};
  }

  std::optional<Deadline> fromDays(const std::vector<Dated>& days) {
    const bool isAssumed = std::any_of(days.begin(), days.end(),
                                       [](const Dated& dated) { return dated.isYearAssumed; });
    const bool isSince =
        std::any_of(days.begin(), days.end(), [](const Dated& dated) { return dated.isSince; });
    if (isSince) {
      if (days.size() > 1) return std::nullopt;
      return OpenDeadline{OpenReason::noEnd, "", days[0].from, {}};
    }
    warnOfPast(days);
    const bool isDays =
        std::all_of(days.begin(), days.end(), [](const Dated& dated) { return dated.isDay; });
    std::vector<DeadlinePart> parts;
    for (const Dated& dated : days) parts.push_back({dated.from, dated.to});
    const auto order = [](const DeadlinePart& a, const DeadlinePart& b) {
      return std::pair(a.from, a.to) < std::pair(b.from, b.to);
    };
    std::sort(parts.begin(), parts.end(), order);
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    if (isDays) {
      PointDeadline point{{}, {}, isAssumed};
      for (const DeadlinePart& part : parts) point.dates.push_back(part.to);
      return point;
    }
    const auto last =
        std::max_element(parts.begin(), parts.end(),
                         [](const DeadlinePart& a, const DeadlinePart& b) { return a.to < b.to; });
    PeriodDeadline period{parts.front().from, last->to, {}, isAssumed};
    if (parts.size() > 1) period.parts = std::move(parts);
    return period;
  }

  void warnOfPast(const std::vector<Dated>& days) {
    const auto last = std::max_element(days.begin(), days.end(),
                                       [](const Dated& a, const Dated& b) { return a.to < b.to; });
    if (last->to < settings_.from) {
      diagnostics_.warning(messages::kPast, place_, {toIso(last->to), toIso(settings_.from)});
    }
  }

  std::string_view text_;
  const DeadlineSettings& settings_;
  const Place& place_;
  Diagnostics& diagnostics_;
  std::vector<Token> tokens_;
  Cursor cursor_;
};

struct OpenWords {
  OpenReason reason;
  std::string_view first;
  std::string_view second = {};  ///< "" = whatever follows
};

constexpr std::array<OpenWords, 25> kOpenWords{{
    {OpenReason::constant, "постоянно"},
    {OpenReason::constant, "систематически"},
    {OpenReason::constant, "регулярно"},
    {OpenReason::constant, "непрерывно"},
    {OpenReason::constant, "на", "постоянной"},
    {OpenReason::onDemand, "по", "мере"},
    {OpenReason::onDemand, "по", "необходимости"},
    {OpenReason::onDemand, "при", "необходимости"},
    {OpenReason::onDemand, "по", "запросу"},
    {OpenReason::onDemand, "по", "запросам"},
    {OpenReason::onDemand, "по", "требованию"},
    {OpenReason::onDemand, "по", "согласованию"},
    {OpenReason::immediate, "незамедлительно"},
    {OpenReason::immediate, "немедленно"},
    {OpenReason::elsewhere, "по"},
    {OpenReason::elsewhere, "согласно"},
    {OpenReason::elsewhere, "в", "соответствии"},
    {OpenReason::elsewhere, "в", "сроки"},
    {OpenReason::duringOther, "в", "ходе"},
    {OpenReason::duringOther, "в", "процессе"},
    {OpenReason::duringOther, "в", "период"},
    {OpenReason::duringOther, "в", "дни"},
    {OpenReason::duringOther, "во", "время"},
    {OpenReason::duringOther, "на", "протяжении"},
    {OpenReason::duringOther, "весь", "период"},
}};

/// A phrase that was not understood: why it gives no date is told by how it begins.
OpenDeadline openDeadline(std::string_view text) {
  const std::vector<Token> tokens = deadline::tokenize(text);
  OpenDeadline open;
  if (tokens.size() == 1) return open;
  const std::size_t begin = tokens.front().begin;
  open.words = text.substr(begin, tokens[tokens.size() - 2].end - begin);
  const auto found =
      std::find_if(kOpenWords.begin(), kOpenWords.end(), [&](const OpenWords& words) {
        return tokens[0].text == words.first &&
               (words.second.empty() || tokens[1].text == words.second);
      });
  if (found != kOpenWords.end()) open.reason = found->reason;
  return open;
}

}  // namespace

std::optional<Deadline> parseDeadline(std::string_view text, const DeadlineSettings& settings,
                                      const Place& place, Diagnostics& diagnostics) {
  if (text.size() > kLongestPhrase || utf8::findInvalid(text)) return OpenDeadline{};
  const std::size_t before = diagnostics.errorCount();
  const auto deadline = Parser(text, settings, place, diagnostics).run();
  if (diagnostics.errorCount() != before) return std::nullopt;
  if (deadline) return deadline;
  return openDeadline(text);
}

}  // namespace chancery::lang
