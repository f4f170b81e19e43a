#include <gtest/gtest.h>

#include <future>

#include "office.h"

namespace chancery::cli {
namespace {

namespace fs = std::filesystem;

TEST(Cases, AnOrderThatNobodySignsGoesBackToItsAuthor) {
  const ProgramOffice office;
  std::string data = kOrderData;
  data.erase(data.find(",\n  \"signature\""));
  writeFile(office.path("order.json"), data + "}");
  const Ended started =
      office.inOffice({"start", "order", "--data", "order.json", "--as", "yaseneva"});
  EXPECT_EQ(started.code, 0) << started.err;
  const Ended why = office.inOffice({"why", "1"});
  EXPECT_TRUE(has(why.out, "Доработать проект")) << why.out;
  const Ended shown = office.inOffice({"show", "1"});
  EXPECT_TRUE(has(shown.out, "в документе нет реквизита: Подпись")) << shown.out;
  EXPECT_TRUE(has(shown.out, "реквизит 22")) << shown.out;
}

TEST(Cases, AnOrderFromDraftToTheSite) {
  const ProgramOffice office;
  const Ended started =
      office.inOffice({"start", "order", "--data", "order.json", "--as", "yaseneva"});
  ASSERT_EQ(started.code, 0) << started.err;
  EXPECT_TRUE(has(started.out, "Документ 1: «О школе»\n")) << started.out;
  EXPECT_TRUE(has(started.out, "  редакция проекта 1: pdf, docx\n"));

  const Ended inbox = office.inOffice({"inbox", "--as", "lugov"});
  EXPECT_EQ(inbox.out,
            "Мои задачи: П.\u00A0А.\u00A0Лугов, заместитель начальника отдела по образованию\n"
            "  документ 1, задача 1: Согласовать проект\n"
            "    «О школе»\n"
            "    этап «Согласование», срок 3\u00A0рабочих дня, с 05.06.2026, до 10.06.2026\n"
            "    решения: Согласовать (agree), Согласовать с замечаниями (agree-with-remarks), Не "
            "согласовать (refuse)\n");
  EXPECT_EQ(office.inOffice({"inbox", "--as", "vesnina"}).out,
            "Задач нет: О.\u00A0П.\u00A0Веснина, начальник отдела по образованию\n");

  const Ended refused = office.inOffice(
      {"act", "1", "1", "не согласовать", "--remark", "Срок прошёл", "--as", "lugov"});
  EXPECT_EQ(refused.code, 0) << refused.err;
  EXPECT_EQ(office.inOffice({"act", "1", "agree", "--as", "rodnikova"}).code, 0);
  const Ended why = office.inOffice({"why", "1"});
  EXPECT_EQ(
      why.out,
      "Документ 1 ждёт:\n"
      "  задача 3: Доработать проект\n"
      "    кто: А.\u00A0И.\u00A0Ясенева, делопроизводитель\n"
      "    срок не установлен\n"
      "    основание: маршрут «Приказ по основной деятельности», этап «Подготовка проекта»\n"
      "    можно: Отправить (submit)\n"
      "  ещё можно: Снять с рассмотрения (cancel) – О.\u00A0П.\u00A0Веснина, начальник отдела "
      "по образованию\n");

  EXPECT_EQ(
      office.inOffice({"act", "1", "отправить", "--data", "order.json", "--as", "yaseneva"}).code,
      0);
  EXPECT_EQ(office.inOffice({"act", "1", "agree", "--as", "lugov"}).code, 0);
  EXPECT_EQ(office.inOffice({"act", "1", "agree", "--as", "rodnikova"}).code, 0);
  EXPECT_EQ(office.inOffice({"act", "1", "agree", "--as", "svetlova"}).code, 0);
  const Ended signedIt = office.inOffice({"act", "1", "7", "подписать", "--as", "vesnina"});
  ASSERT_EQ(signedIt.code, 0) << signedIt.err;
  EXPECT_TRUE(has(signedIt.out, "  состояние: Маршрут пройден\n"));
  EXPECT_TRUE(has(signedIt.out,
                  "  зарегистрировано: №\u00A0"
                  "1 от 05.06.2026\n"));
  EXPECT_TRUE(has(signedIt.out,
                  "  размещено на сайте: o/site/orders/order-2026-06-05-1.pdf\n"
                  "  размещено на сайте: o/site/orders/order-2026-06-05-1.docx\n"));
  const auto start = [&](const char* name, std::size_t count) {
    return readFile(office.path(name), 1 << 24).substr(0, count);
  };
  EXPECT_EQ(start("o/site/orders/order-2026-06-05-1.pdf", 5), "%PDF-");
  EXPECT_EQ(start("o/site/orders/order-2026-06-05-1.docx", 2), "PK");

  EXPECT_EQ(office.inOffice({"why", "1"}).out, "Документ 1 ничего не ждёт: Маршрут пройден\n");
  const Ended history = office.inOffice({"history", "1"});
  EXPECT_EQ(
      history.out,
      "История действий, документ 1: «О школе»\n"
      "1-й круг\n"
      "  05.06.2026 12:00  А.\u00A0И.\u00A0Ясенева, делопроизводитель: создано и отправлено "
      "по маршруту\n"
      "  05.06.2026 12:00  изготовлены файлы редакции 1: pdf, docx\n"
      "  05.06.2026 12:00  оформление проверено\n"
      "  05.06.2026 12:00  П.\u00A0А.\u00A0Лугов, заместитель начальника отдела по "
      "образованию: не согласовано – Согласование\n"
      "    замечания: Срок прошёл\n"
      "  05.06.2026 12:00  Т.\u00A0Ю.\u00A0Родникова, главный бухгалтер: согласовано – "
      "Согласование\n"
      "2-й круг\n"
      "  05.06.2026 12:00  А.\u00A0И.\u00A0Ясенева, делопроизводитель: отправлено – Подготовка "
      "проекта\n"
      "  05.06.2026 12:00  изготовлены файлы редакции 2: pdf, docx\n"
      "  05.06.2026 12:00  оформление проверено\n"
      "  05.06.2026 12:00  П.\u00A0А.\u00A0Лугов, заместитель начальника отдела по "
      "образованию: согласовано – Согласование\n"
      "  05.06.2026 12:00  Т.\u00A0Ю.\u00A0Родникова, главный бухгалтер: согласовано – "
      "Согласование\n"
      "  05.06.2026 12:00  И.\u00A0Д.\u00A0Светлова, юрисконсульт: согласовано – Согласование\n"
      "  05.06.2026 12:00  О.\u00A0П.\u00A0Веснина, начальник отдела по образованию: подписано "
      "– Подписание и регистрация\n"
      "  05.06.2026 12:00  номер зарезервирован: №\u00A0"
      "1 от 05.06.2026\n"
      "  05.06.2026 12:00  изготовлены файлы с номером и датой: pdf, docx\n"
      "  05.06.2026 12:00  зарегистрировано\n"
      "  05.06.2026 12:00  размещено на сайте: orders/order-2026-06-05-1.pdf, "
      "orders/order-2026-06-05-1.docx\n");
  EXPECT_EQ(office.inOffice({"register", "orders"}).out,
            "Журнал регистрации: Приказы по основной деятельности\n2026 год\n"
            "  №\u00A0"
            "1 от 05.06.2026  документ 1 «О школе»\n");
  EXPECT_EQ(office.run({"verify", "o"}).out, "История цела: документов 1, записей 16\n");
  EXPECT_EQ(office.inOffice({"show", "1", "--out", "final.pdf"}).code, 0);
  EXPECT_EQ(readFile(office.path("final.pdf"), 1 << 24),
            readFile(office.path("o/site/orders/order-2026-06-05-1.pdf"), 1 << 24));
}

TEST(Cases, ClearAnswersAreExitCodeOne) {
  const ProgramOffice office;
  office.inOffice({"start", "order", "--data", "order.json", "--as", "yaseneva"});
  const auto error = [&](std::vector<std::string> arguments) {
    const Ended ended = office.inOffice(std::move(arguments));
    EXPECT_EQ(ended.code, 1);
    EXPECT_EQ(ended.out, "");
    return ended.err.substr(0, ended.err.find(']') + 1);
  };
  EXPECT_EQ(error({"show", "5"}), "ошибка [S101]");
  EXPECT_EQ(error({"why", "5"}), "ошибка [S101]");
  EXPECT_EQ(error({"history", "5"}), "ошибка [S101]");
  EXPECT_EQ(error({"inbox", "--as", "lugof"}), "ошибка [S102]");
  EXPECT_EQ(error({"act", "1", "1", "agre", "--as", "lugov"}), "ошибка [A209]");
  EXPECT_EQ(error({"act", "1", "sign", "--as", "lugov"}), "ошибка [A213]");
  EXPECT_EQ(error({"act", "1", "1", "agree", "--as", "svetlova"}), "ошибка [S107]");
  EXPECT_EQ(error({"act", "1", "recall", "--as", "svetlova"}), "ошибка [S115]");
  EXPECT_EQ(error({"start", "ordr", "--data", "order.json", "--as", "yaseneva"}), "ошибка [A204]");
  EXPECT_EQ(error({"start", "order", "--data", "none.json", "--as", "yaseneva"}), "ошибка [A203]");
  EXPECT_EQ(error({"start", "order", "--data", "order.json", "--as", "ghost"}), "ошибка [S102]");
  EXPECT_EQ(error({"register", "staff"}), "ошибка [A207]");
  EXPECT_EQ(error({"show", "1", "--out", "x.odt"}), "ошибка [A211]");
  const Ended nowhere = office.run({"inbox", "--as", "lugov"});
  EXPECT_EQ(nowhere.code, 1);
  EXPECT_TRUE(has(nowhere.err, "ошибка [A201]"));
}

TEST(Cases, AnswersToSlipsNameWhatIsNear) {
  const ProgramOffice office;
  office.inOffice({"start", "order", "--data", "order.json", "--as", "yaseneva"});
  const auto error = [&](std::vector<std::string> arguments) {
    return office.inOffice(std::move(arguments)).err;
  };
  EXPECT_EQ(error({"register", "ordrs"}),
            "ошибка [A207]: нумератора «ordrs» нет в организации\n"
            "    подсказка: возможно, вы имели в виду «orders»\n");
  EXPECT_EQ(error({"register", "z"}),
            "ошибка [A207]: нумератора «z» нет в организации\n    подсказка: допустимо: orders, personnel\n");
  EXPECT_EQ(error({"inbox", "--as", "lugof"}),
            "ошибка [S102]: сотрудника «lugof» нет в организации\n"
            "    подсказка: возможно, вы имели в виду «lugov»\n");
  EXPECT_EQ(error({"start", "z", "--data", "order.json", "--as", "yaseneva"}),
            "ошибка [A204]: маршрута «z» нет\n    подсказка: допустимо: appendix, order, personnel-order, report, roadmap\n");
  EXPECT_EQ(error({"act", "1", "1", "refus", "--as", "lugov"}),
            "ошибка [A209]: непонятное решение «refus»\n"
            "    подсказка: возможно, вы имели в виду «refuse»\n");
  EXPECT_EQ(error({"act", "1", "sign", "--as", "lugov"}),
            "ошибка [A213]: у документа 1 сейчас нет задачи с решением «Подписать»\n"
            "    подсказка: чего он ждёт, скажет «chancery why 1»\n");
}

TEST(Cases, AWorkflowMayBeNamedByItsFile) {
  const ProgramOffice office;
  fs::copy_file(office.path("o/workflows/order.workflow.xml"), office.path("my.xml"));
  EXPECT_EQ(office.inOffice({"start", "my.xml", "--data", "order.json", "--as", "yaseneva"}).code,
            0);
}

TEST(Cases, DataAreCheckedBeforeACaseBegins) {
  const ProgramOffice office;
  writeFile(office.path("bad.json"), "{\"titel\": 5}");
  const Ended ended = office.inOffice({"start", "order", "--data", "bad.json", "--as", "yaseneva"});
  EXPECT_EQ(ended.code, 1);
  EXPECT_TRUE(has(ended.err, "bad.json:1:")) << ended.err;
  EXPECT_EQ(office.inOffice({"show", "1"}).code, 1);
}

TEST(Cases, RecallAndCancel) {
  const ProgramOffice office;
  office.inOffice({"start", "order", "--data", "order.json", "--as", "yaseneva"});
  const Ended recalled = office.inOffice({"act", "1", "отозвать", "--as", "yaseneva"});
  EXPECT_EQ(recalled.code, 0) << recalled.err;
  EXPECT_TRUE(has(recalled.out, "задача 3: Доработать проект"));
  const Ended cancelled =
      office.inOffice({"act", "1", "cancel", "--remark", "Не нужен", "--as", "vesnina"});
  EXPECT_TRUE(has(cancelled.out, "состояние: Снято с рассмотрения\n")) << cancelled.err;
}

TEST(Cases, ACaseKeepsTheTemplatesThatItBeganWith) {
  const ProgramOffice office;
  office.inOffice({"start", "order", "--data", "order.json", "--as", "yaseneva"});
  writeFile(office.path("o/doc-templates/order.template.xml"), "<broken");
  writeFile(office.path("o/workflows/order.workflow.xml"), "<broken");
  fs::remove_all(office.path("o/cache"));
  for (const auto& [answer, person] :
       {std::pair{"agree", "lugov"}, std::pair{"agree", "rodnikova"},
        std::pair{"agree", "svetlova"}, std::pair{"sign", "vesnina"}}) {
    const Ended ended = office.inOffice({"act", "1", answer, "--as", person});
    EXPECT_EQ(ended.code, 0) << ended.err;
  }
  EXPECT_TRUE(fs::exists(office.path("o/site/orders/order-2026-06-05-1.pdf")));
  EXPECT_EQ(office.inOffice({"start", "order", "--data", "order.json", "--as", "yaseneva"}).code,
            1);
}

TEST(Cases, AFailureOfTheWorldIsThreeAndIsRepeated) {
  const ProgramOffice office;
  office.inOffice({"start", "order", "--data", "order.json", "--as", "yaseneva"});
  for (const char* person : {"lugov", "rodnikova", "svetlova"}) {
    office.inOffice({"act", "1", "agree", "--as", person});
  }
  fs::remove(office.path("o/site"));
  writeFile(office.path("o/site"), "in the way");
  const Ended ended = office.inOffice({"act", "1", "sign", "--as", "vesnina"});
  EXPECT_EQ(ended.code, 3);
  EXPECT_EQ(ended.err.substr(0, ended.err.find(':')), "Действие записано, но не выполнено");
  EXPECT_TRUE(has(ended.out, "программа: размещение на сайте"));
  fs::remove(office.path("o/site"));
  EXPECT_EQ(office.inOffice({"show", "1"}).code, 0);
  EXPECT_TRUE(fs::exists(office.path("o/site/orders/order-2026-06-05-1.docx")));
}

TEST(Cases, TwoPeopleActingAtOnceBothCount) {
  const ProgramOffice office;
  for (const char* folder : {"one", "two"}) fs::create_directory(office.path(folder));
  const std::string place = office.path("o").string();
  constexpr int kDocuments = 5;
  for (int i = 1; i <= kDocuments; ++i) {
    office.inOffice({"start", "order", "--data", "order.json", "--as", "yaseneva"});
    const auto agree = [&](const char* folder, const char* task, const char* person) {
      return std::async(std::launch::async, [=, &office] {
        return Program(office.path(folder))
            .run({"act", std::to_string(i), task, "agree", "--as", person, "--office", place});
      });
    };
    auto one = agree("one", "1", "lugov");
    auto two = agree("two", "2", "rodnikova");
    EXPECT_EQ(one.get().code, 0);
    EXPECT_EQ(two.get().code, 0);
    EXPECT_TRUE(has(office.inOffice({"why", std::to_string(i)}).out, "задача 3: "));
  }
  EXPECT_EQ(office.run({"verify", "o"}).code, 0);
}

TEST(Cases, OfTwoAnswersToOneTaskTheSecondIsToldOfTheFirst) {
  const ProgramOffice office;
  for (const char* folder : {"one", "two"}) fs::create_directory(office.path(folder));
  const std::string place = office.path("o").string();
  office.inOffice({"start", "order", "--data", "order.json", "--as", "yaseneva"});
  const auto answer = [&](const char* folder, const char* word) {
    return std::async(std::launch::async, [=, &office] {
      return Program(office.path(folder))
          .run({"act", "1", "1", word, "--remark", "х", "--as", "lugov", "--office", place});
    });
  };
  auto one = answer("one", "agree");
  auto two = answer("two", "refuse");
  const Ended first = one.get();
  const Ended second = two.get();
  EXPECT_EQ(first.code + second.code, 1);
  EXPECT_TRUE(has(first.err + second.err, "ошибка [S104]: задача 1 уже выполнена: П.\u00A0А."));
}

TEST(Verify, ABrokenHistoryIsExitCodeOne) {
  const ProgramOffice office;
  office.inOffice({"start", "order", "--data", "order.json", "--as", "yaseneva"});
  for (const auto& entry : fs::recursive_directory_iterator(office.path("o/blobs"))) {
    if (entry.is_regular_file()) writeFile(entry.path(), "changed");
  }
  const Ended ended = office.run({"verify", "o"});
  EXPECT_EQ(ended.code, 1);
  EXPECT_TRUE(has(ended.out, "История нарушена")) << ended.out;
  EXPECT_TRUE(has(ended.err, "ошибка [S2"));
}

TEST(World, ABrokenStoreIsThree) {
  const ProgramOffice office;
  writeFile(office.path("o/office.db"), std::string(5000, 'x'));
  EXPECT_EQ(office.inOffice({"inbox", "--as", "lugov"}).code, 3);
}

}  // namespace
}  // namespace chancery::cli
