#include "lang/deadline.h"

#include <gtest/gtest.h>

#include <random>

#include "calendars.h"
#include "lang/deadline_tokens.h"

namespace chancery::lang {
namespace {

constexpr Language kRu = Language::russian;
constexpr Language kEn = Language::english;

DeadlineSettings settings() {
  DeadlineSettings result;
  result.from = {2021, 3, 29};
  result.calendar = &russianCalendar();
  return result;
}

Deadline parsed(const std::string& phrase, const DeadlineSettings& with = settings()) {
  Diagnostics diagnostics;
  const auto deadline = parseDeadline(phrase, with, {}, diagnostics);
  EXPECT_TRUE(deadline) << phrase << formatText(diagnostics, kEn);
  return deadline.value_or(OpenDeadline{});
}

std::string full(const std::string& phrase, const DeadlineSettings& with = settings()) {
  std::string json = toJson(parsed(phrase, with), DeadlineDetail::full);
  json.pop_back();
  return json;
}

std::string told(const std::string& phrase, Language language = kRu) {
  return inWords(parsed(phrase), language);
}

std::string findings(const std::string& phrase, const DeadlineSettings& with = settings()) {
  Diagnostics diagnostics;
  parseDeadline(phrase, with, {"map.json", 4, 7}, diagnostics);
  return formatText(diagnostics, kRu);
}

TEST(DeadlineTest, FullAnswersTellHowTheyCameAbout) {
  EXPECT_EQ(full("до 16 мая"), R"({"kind":"point","dates":["2021-05-16"],"yearAssumed":true})");
  EXPECT_EQ(full("до 16 мая 2021"), R"({"kind":"point","dates":["2021-05-16"]})");
  EXPECT_EQ(full("5 рабочих дней"), R"({"kind":"point","dates":["2021-04-05"],"counted":"+5wd"})");
  EXPECT_EQ(full("май"),
            R"({"kind":"period","from":"2021-05-01","to":"2021-05-31","yearAssumed":true})");
  EXPECT_EQ(full("в течение года"), R"({"kind":"period","from":"2021-01-01","to":"2021-12-31"})");
  EXPECT_EQ(full("в течение учебного года"),
            R"({"kind":"period","from":"2020-09-01","to":"2021-05-31"})");
  EXPECT_EQ(full("не реже 2 раз в год"),
            R"({"kind":"recurring","rule":"FREQ=MONTHLY;INTERVAL=6","atLeast":true})");
  EXPECT_EQ(full("последний рабочий день месяца"),
            R"({"kind":"recurring","rule":"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",)"
            R"("workingDays":true})");
}

TEST(DeadlineTest, OpenAnswersTellWhy) {
  const auto reason = [](const std::string& phrase) {
    const std::string json = full(phrase);
    const std::string mark = "\"reason\":";
    return json.substr(json.find(mark) + mark.size());
  };
  EXPECT_EQ(reason("постоянно"), R"("constant","words":"постоянно"})");
  EXPECT_EQ(reason("на постоянной основе"), R"("constant","words":"на постоянной основе"})");
  EXPECT_EQ(reason("по мере необходимости"), R"("on-demand","words":"по мере необходимости"})");
  EXPECT_EQ(reason(" по отдельному графику. "), R"("elsewhere","words":"по отдельному графику."})");
  EXPECT_EQ(reason("в ходе реализации"), R"("during","words":"в ходе реализации"})");
  EXPECT_EQ(reason("незамедлительно"), R"("immediate","words":"незамедлительно"})");
  EXPECT_EQ(full("с марта"), R"({"kind":"open","from":"2021-03-01","reason":"no-end"})");
  EXPECT_EQ(reason("в 5-дневный срок со дня представления документов"),
            R"("event","words":"представления документов","counted":"+5d"})");
  EXPECT_EQ(reason("не позднее чем за 14 дней до начала экзаменов"),
            R"("event","words":"начала экзаменов","counted":"-14d"})");
  EXPECT_EQ(reason(" до мая\n"), R"("ambiguous","words":"до мая"})");
  EXPECT_EQ(reason("до мая вроде"), R"("not-understood","words":"до мая вроде"})");
  EXPECT_EQ(full(""), R"({"kind":"open","reason":"not-understood"})");
  EXPECT_EQ(full(std::string(2001, 'x')), R"({"kind":"open","reason":"not-understood"})");
  EXPECT_EQ(full("до \xFF мая"), R"({"kind":"open","reason":"not-understood"})");
}

TEST(DeadlineTest, SentencesForClerks) {
  EXPECT_EQ(told("до 30 мая 2021, до 15 декабря 2021 года"),
            "Срок: 30.05.2021 (воскресенье), 15.12.2021 (среда)\n");
  EXPECT_EQ(told("в 10-дневный срок"), "Срок: 08.04.2021 (четверг) – 10 календарных дней\n");
  EXPECT_EQ(told("до 16 мая"), "Срок: 16.05.2021 (воскресенье); год в словах не указан\n");
  EXPECT_EQ(told("до 16 мая", kEn), "Due: 2021-05-16 (Sunday); the words name no year\n");
  EXPECT_EQ(told("январь 2022"), "Период: с 01.01.2022 по 31.01.2022\n");
  EXPECT_EQ(told("январь, 5 марта 2022", kRu),
            "Период: с 01.01.2022 по 05.03.2022: 01.01.2022 – 31.01.2022; 05.03.2022\n");
  EXPECT_EQ(told("январь 2022", kEn), "Period: from 2022-01-01 to 2022-01-31\n");
  EXPECT_EQ(told("2 раза в год (октябрь, апрель)"),
            "Повторяется: каждый год, в апреле, октябре [FREQ=YEARLY;BYMONTH=4,10]\n");
  EXPECT_EQ(told("не реже 2 раз в месяц"),
            "Повторяется: каждый месяц, 2 раз(а), не реже [FREQ=MONTHLY]\n");
  EXPECT_EQ(told("ежегодно с 1 по 15 мая"),
            "Повторяется: каждый год, в мае, 15-е число, начало 01.05 "
            "[FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=15]\n");
  EXPECT_EQ(told("ежегодно с 1 по 15 мая", kEn),
            "Repeats: every year, in May, 15. day, beginning 05-01 "
            "[FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=15]\n");
  EXPECT_EQ(told("ежемесячно в 2021 году"),
            "Повторяется: каждый месяц, по 31.12.2021, с 01.01.2021 "
            "[FREQ=MONTHLY;UNTIL=20211231]\n");
  EXPECT_EQ(told("ежегодно 1 марта и 15 июня"),
            "Повторяется: каждый год, в марте, 1-е число; каждый год, в июне, 15-е число "
            "[FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1; FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15]\n");
}

TEST(DeadlineTest, RepetitionsInWords) {
  const auto words = [](const std::string& phrase, Language language = kRu) {
    const std::string text = told(phrase, language);
    const std::size_t from = text.find(": ") + 2;
    return text.substr(from, text.find(" [") - from);
  };
  EXPECT_EQ(words("ежедневно"), "каждый день");
  EXPECT_EQ(words("раз в 10 дней"), "раз в 10 дней");
  EXPECT_EQ(words("1 раз в две недели"), "раз в 2 недели");
  EXPECT_EQ(words("еженедельно по вторникам"), "каждую неделю, вторник");
  EXPECT_EQ(words("1 раз в три месяца"), "раз в 3 месяца");
  EXPECT_EQ(words("1 раз в 5 лет"), "раз в 5 лет");
  EXPECT_EQ(words("вторая суббота каждого месяца"), "каждый месяц, 2-й из: суббота");
  EXPECT_EQ(words("последняя пятница каждого месяца", kEn), "every month, last Friday");
  EXPECT_EQ(words("последний рабочий день месяца"), "каждый месяц, последний рабочий день");
  EXPECT_EQ(words("первый рабочий день месяца", kEn), "every month, first working day");
  EXPECT_EQ(words("по рабочим дням", kEn), "every week, working days");
  EXPECT_EQ(words("до последнего числа месяца"), "каждый месяц, последнее число");
  EXPECT_EQ(words("раз в 2 года", kEn), "every 2 years");
}

TEST(DeadlineTest, OpenSentences) {
  const std::string head = "Срок датой не определён: ";
  EXPECT_EQ(told("постоянно"), head + "дело постоянное\n");
  EXPECT_EQ(told("по запросу"), head + "делается, когда понадобится\n");
  EXPECT_EQ(told("по плану"), head + "срок назначает другое: «по плану»\n");
  EXPECT_EQ(told("в ходе проверки"), head + "пока идёт другое: «в ходе проверки»\n");
  EXPECT_EQ(told("немедленно"), head + "сразу, без числа\n");
  EXPECT_EQ(told("с марта"), head + "с 01.03.2021, без конца\n");
  EXPECT_EQ(told("5 дней после проверки"),
            head + "5 календарных дней от события «проверки», день которого не известен\n");
  EXPECT_EQ(told("за 5 дней до проверки", kEn),
            "No date follows: 5 calendar days before “проверки”, whose day is not known\n");
  EXPECT_EQ(told("до мая"), head + "«до мая» можно понять двояко: назовите день\n");
  EXPECT_EQ(told("когда-нибудь"), head + "«когда-нибудь» понято не полностью\n");
}

TEST(DeadlineTest, ErrorsArePlacedAndHint) {
  EXPECT_EQ(findings("до 31.06.2021"),
            "map.json:4:7: ошибка [G301]: дня 31.06.2021 нет\n"
            "    подсказка: в этом месяце 30 дней\n");
  EXPECT_EQ(findings("до 31 июня 2021"),
            "map.json:4:7: ошибка [G301]: дня 31.6.2021 нет\n"
            "    подсказка: в этом месяце 30 дней\n");
  EXPECT_EQ(findings("15.13.2021"), "map.json:4:7: ошибка [G301]: дня 15.13.2021 нет\n");
  EXPECT_EQ(findings("29 февраля 2020, 2021"), "map.json:4:7: ошибка [G301]: дня 29.02.2021 нет\n");
  EXPECT_EQ(findings("5 квартал"),
            "map.json:4:7: ошибка [G303]: нет такого: 5 квартал\n"
            "    подсказка: бывает от 1 до 4\n");
  EXPECT_EQ(findings("2020/22 учебный год"),
            "map.json:4:7: ошибка [G304]: учебного года 2020/22 нет: он длится в двух соседних "
            "годах\n");
  EXPECT_EQ(findings("3 раза в год (май, июнь)"),
            "map.json:4:7: ошибка [G305]: сказано «3 раз», а сроков названо 2\n");
  EXPECT_EQ(findings("с 10 по 5 марта"),
            "map.json:4:7: ошибка [G302]: период идёт назад: с 10 по 5\n");
}

TEST(DeadlineTest, TermsThatAreOverAreWarnedOf) {
  EXPECT_EQ(findings("до 28 марта 2021 г."),
            "map.json:4:7: предупреждение [G310]: срок 2021-03-28 раньше дня документа "
            "2021-03-29\n");
  EXPECT_EQ(findings("до 29 марта 2021 г."), "");
  EXPECT_EQ(findings("до 28 марта 2021 г., до 1 мая 2021 г."), "");
}

TEST(DeadlineTest, SettingsOfThePlan) {
  DeadlineSettings with = settings();
  with.planYear = 2021;
  EXPECT_EQ(full("январь", with),
            R"({"kind":"period","from":"2021-01-01","to":"2021-01-31","yearAssumed":true})");
  EXPECT_EQ(full("в течение учебного года", with),
            R"({"kind":"period","from":"2021-09-01","to":"2022-05-31"})");
  with.schoolYearEnd = {6, 25};
  with.schoolYearStart = {8, 30};
  EXPECT_EQ(full("2021/2022 учебный год", with),
            R"({"kind":"period","from":"2021-08-30","to":"2022-06-25"})");
  EXPECT_EQ(full("до конца 2021/22 учебного года", with),
            R"({"kind":"point","dates":["2022-06-25"]})");
}

TEST(DeadlineTest, TheSchoolYearOfTheDocumentsDay) {
  DeadlineSettings with = settings();
  with.from = {2021, 5, 31};
  EXPECT_EQ(full("в течение учебного года", with),
            R"({"kind":"period","from":"2020-09-01","to":"2021-05-31"})");
  with.from = {2021, 6, 1};
  EXPECT_EQ(full("в течение учебного года", with),
            R"({"kind":"period","from":"2021-09-01","to":"2022-05-31"})");
}

TEST(DeadlineTest, CountedTermsFollowTheRules) {
  DeadlineSettings with = settings();
  with.from = {2026, 6, 7};
  EXPECT_EQ(full("в 5-дневный срок", with),
            R"({"kind":"point","dates":["2026-06-12"],"counted":"+5d"})");
  with.rules.roll = TermRoll::next;
  EXPECT_EQ(full("в 5-дневный срок", with),
            R"({"kind":"point","dates":["2026-06-15"],"counted":"+5d"})");
  EXPECT_EQ(full("до 12 июня 2026 г.", with), R"({"kind":"point","dates":["2026-06-12"]})")
      << "a stated day is not moved";
  with.calendar = nullptr;
  EXPECT_EQ(full("в 5-дневный срок", with), R"({"kind":"open","reason":"event","counted":"+5d"})");
  EXPECT_EQ(inWords(parsed("в 5-дневный срок", with), kRu),
            "Срок датой не определён: 5 календарных дней: нужен производственный календарь\n");
  with.rules.roll = TermRoll::none;
  EXPECT_EQ(full("в 5-дневный срок", with),
            R"({"kind":"point","dates":["2026-06-12"],"counted":"+5d"})");
  EXPECT_EQ(full("5 рабочих дней", with), R"({"kind":"open","reason":"event","counted":"+5wd"})");
}

// Words of all phrases thrown together: an answer or an error, never a crash; dates are real.
TEST(DeadlineTest, AnythingIsAnswered) {
  const std::vector<std::string> words = {"до",
                                          "с",
                                          "по",
                                          "в",
                                          "к",
                                          "и",
                                          "не",
                                          "позднее",
                                          "реже",
                                          "конца",
                                          "течение",
                                          "срок",
                                          "15",
                                          "31",
                                          "1",
                                          "2021",
                                          "2022",
                                          "29",
                                          "0",
                                          "99",
                                          "II",
                                          "5-го",
                                          "15.03.2021",
                                          "30.02",
                                          "мая",
                                          "февраль",
                                          "декабрь",
                                          "сентября",
                                          "года",
                                          "гг.",
                                          "т.г.",
                                          "учебного",
                                          "квартал",
                                          "полугодие",
                                          "декада",
                                          "половина",
                                          "первая",
                                          "последний",
                                          "понедельник",
                                          "рабочих",
                                          "дней",
                                          "недели",
                                          "месяца",
                                          "числа",
                                          "каждого",
                                          "следующего",
                                          "за",
                                          "отчётным",
                                          "раз",
                                          "раза",
                                          "ежегодно",
                                          "ежемесячно",
                                          "ежеквартально",
                                          "со",
                                          "дня",
                                          "после",
                                          "(",
                                          ")",
                                          ",",
                                          "–",
                                          "-",
                                          ";",
                                          "\n",
                                          ":",
                                          ".",
                                          "/",
                                          "2021/22",
                                          "лето",
                                          "зима",
                                          "дневный",
                                          "10-дневный",
                                          "этап",
                                          "три",
                                          "дважды",
                                          "постоянно",
                                          "по",
                                          "рабочий",
                                          "день",
                                          "а",
                                          "также"};
  std::mt19937 random(20260605);
  for (int i = 0; i < 20'000; ++i) {
    std::string phrase;
    const std::size_t count = 1 + random() % 8;
    for (std::size_t word = 0; word < count; ++word) {
      phrase += words[random() % words.size()] + (random() % 8 == 0 ? "" : " ");
    }
    Diagnostics diagnostics;
    const auto deadline = parseDeadline(phrase, settings(), {}, diagnostics);
    ASSERT_EQ(deadline.has_value(), !diagnostics.hasErrors()) << phrase;
    if (!deadline) continue;
    if (const auto* point = std::get_if<PointDeadline>(&*deadline)) {
      ASSERT_FALSE(point->dates.empty()) << phrase;
      for (const Date date : point->dates) ASSERT_TRUE(isValid(date)) << phrase;
    } else if (const auto* period = std::get_if<PeriodDeadline>(&*deadline)) {
      ASSERT_TRUE(isValid(period->from) && isValid(period->to)) << phrase;
      ASSERT_LE(period->from, period->to) << phrase;
    } else if (const auto* recurring = std::get_if<RecurringDeadline>(&*deadline)) {
      ASSERT_FALSE(recurring->rules.empty()) << phrase;
    }
    EXPECT_FALSE(toJson(*deadline, DeadlineDetail::full).empty());
    EXPECT_FALSE(inWords(*deadline, kEn).empty());
  }
}

}  // namespace
}  // namespace chancery::lang
