#include <CLI/CLI.hpp>

#include "app/deadlines.h"
#include "cli/context.h"

namespace chancery::cli {
namespace {

constexpr const char* kDayExample = "2026-12-30";
constexpr const char* kTermExample = "+3wd";
constexpr const char* kMonthDayExample = "05-31";

/// Days are checked while the arguments are read, so that a wrong one shows an example.
std::string checkDay(const std::string& text) {
  return app::parseDay(text) ? std::string() : kDayExample;
}

template <typename Request>
void addCounting(CLI::App& command, const Context& context, const std::shared_ptr<Request>& request,
                 lang::TermRules& rules) {
  command
      .add_option_function<std::string>(
          "--start",
          [&rules](const std::string& start) {
            rules.start = start == "same" ? lang::TermStart::sameDay : lang::TermStart::nextDay;
          },
          context.say({"какой день первый: next – следующий за событием (по умолчанию), same – "
                       "день события",
                       "which day counts first: next – the one after the event (default), same – "
                       "the event's own"}))
      ->check(CLI::IsMember({"next", "same"}));
  command
      .add_option_function<std::string>(
          "--roll",
          [&rules](const std::string& roll) {
            rules.roll = roll == "next"       ? lang::TermRoll::next
                         : roll == "previous" ? lang::TermRoll::previous
                                              : lang::TermRoll::none;
          },
          context.say({"срок в календарных днях, кончившийся в нерабочий день: none – остаётся (по "
                       "умолчанию), next – переходит на следующий рабочий (ГК РФ, ст. 193), "
                       "previous – на предыдущий",
                       "a calendar term that ends on a day off: none – stays (default), next – "
                       "moves to the next working day, previous – to the one before"}))
      ->check(CLI::IsMember({"none", "next", "previous"}));
  command.add_option("--calendar", request->calendar.calendar,
                     context.say({"производственный календарь: имя или файл",
                                  "production calendar: a name or a file"}));
  command.add_option("--office", request->calendar.office,
                     context.say({"папка организации, чей календарь взять",
                                  "the folder of the office whose calendar to take"}));
  command.add_flag("--explain", request->isExplained,
                   context.say({"показать, как получен ответ", "show how the answer came about"}));
}

}  // namespace

void addDate(CLI::App& program, Context& context) {
  CLI::App* command =
      addCommand(program, context, "date",
                 {"отсчитать срок от дня: рабочие дни по производственному календарю",
                  "count a term from a day: working days by the production calendar"},
                 "chancery date 2026-12-30 +3wd\n"
                 "  chancery date 2026-12-30 +3wd --explain\n"
                 "  chancery date 05.06.2026 +10d --roll next\n"
                 "  chancery date 2026-06-15 -2wd");
  auto request = std::make_shared<app::DateRequest>();
  command
      ->add_option_function<std::string>(
          "DATE",
          [request](const std::string& text) { request->from = app::parseDay(text).value(); },
          context.say({"день: 2026-12-30 или 30.12.2026", "a day: 2026-12-30 or 30.12.2026"}))
      ->required()
      ->check(checkDay);
  command
      ->add_option_function<std::vector<std::string>>(
          "TERM",
          [request](const std::vector<std::string>& terms) {
            for (const auto& term : terms) request->terms.push_back(*lang::parseTerm(term));
          },
          context.say({"срок: +3wd рабочих дня, +5d календарных дней, +2w недели, +1m месяц, +1y "
                       "год; -3wd назад; можно несколько подряд",
                       "a term: +3wd working days, +5d calendar days, +2w weeks, +1m a month, +1y "
                       "a year; -3wd back; several are counted in turn"}))
      ->required()
      ->check([](const std::string& text) {
        return lang::parseTerm(text) ? std::string() : kTermExample;
      });
  addCounting(*command, context, request, request->rules);
  command->callback([&context, request] {
    context.action = [&context, request] {
      Diagnostics diagnostics;
      request->isJson = context.format == "json";
      const std::string text =
          app::countDate(*request, context.resources(), context.language, diagnostics);
      return finish(context, text, diagnostics);
    };
  });
}

void addDeadline(CLI::App& program, Context& context) {
  CLI::App* command =
      addCommand(program, context, "deadline",
                 {"понять срок, записанный словами", "understand a deadline written in words"},
                 "chancery deadline \"до 30 мая 2021, до 15 декабря 2021 года\" --from 2021-03-29\n"
                 "  chancery deadline \"2 раза в год (октябрь, апрель)\" --format json\n"
                 "  chancery deadline \"в 10-дневный срок\" --from 2026-06-05 --roll next");
  auto request = std::make_shared<app::DeadlineRequest>();
  command->add_option("PHRASE", request->phrase, context.say({"срок словами", "the phrase"}))
      ->required();
  command
      ->add_option_function<std::string>(
          "--from",
          [request](const std::string& text) {
            request->settings.from = app::parseDay(text).value();
          },
          context.say({"день документа; иначе сегодня", "the document's day; else today"}))
      ->check(checkDay);
  command
      ->add_option("--year", request->settings.planYear,
                   context.say({"год плана: к нему относятся сроки без года; иначе – ближайший, в "
                                "котором срок ещё не прошёл",
                                "the plan's year, for phrases without one; else the nearest in "
                                "which the term is not over"}))
      ->check(CLI::Range(1990, 2199));
  command
      ->add_option_function<std::string>(
          "--school-year-end",
          [request](const std::string& text) {
            request->settings.schoolYearEnd = app::parseMonthDay(text).value();
          },
          context.say({"последний день учебного года: 05-31", "the school year's last day: 05-31"}))
      ->check([](const std::string& text) {
        return app::parseMonthDay(text) ? std::string() : kMonthDayExample;
      });
  addCounting(*command, context, request, request->settings.rules);
  addTime(*command, context);
  command->callback([&context, request] {
    context.action = [&context, request] {
      Diagnostics diagnostics;
      request->isJson = context.format == "json";
      if (request->settings.from == Date{}) {
        request->settings.from = *parseDate(toIso(context.clock()->now()).substr(0, 10));
      }
      const std::string text =
          app::readDeadline(*request, context.resources(), context.language, diagnostics);
      return finish(context, text, diagnostics);
    };
  });
}

}  // namespace chancery::cli
