#include "app/report.h"

#include <gtest/gtest.h>

#include "runtime/office.h"

namespace chancery::app {
namespace {

using flow::Outcome;
using runtime::TestOffice;

struct Reported {
  TestOffice office;
  Report russian{office.directory, Language::russian};
  Report english{office.directory, Language::english};

  std::string why(const std::string& id) { return english.why(*office.view.find(id)); }
  std::string card(const std::string& id) { return english.card(*office.view.find(id), {}); }
  std::string history(const std::string& id) {
    return english.history(*office.view.find(id), office.view.history(id));
  }
  std::string registers() {
    const runtime::Series series = *office.directory.findSeries("orders");
    return english.registerOf(series, office.view.registerOf(series));
  }
  void reject(const std::string& reason) {
    office.bench.reject(*office.bench.take(office.bench.pending().front()), reason);
  }
};

TEST(Report, DatesArePrintedAsInRussia) {
  EXPECT_EQ(printedDate("2026-06-05"), "05.06.2026");
  EXPECT_EQ(printedDate("soon"), "soon");
}

TEST(Report, InboxTellsTermsAndAnswers) {
  Reported r;
  EXPECT_EQ(r.english.inbox("head", r.office.view.inbox("head")), "No tasks: <head>\n");
  r.office.startAndCoordinate();
  EXPECT_EQ(r.english.inbox("head", r.office.view.inbox("head")),
            "My tasks: <head>\n"
            "  document 1, task 4: Sign the document\n"
            "    «О школе»\n"
            "    stage “Подписание”, term 5 days, since 05.06.2026, until 10.06.2026\n"
            "    answers: sign, return\n");
  EXPECT_EQ(r.russian.inbox("head", r.office.view.inbox("head")),
            "Мои задачи: <head>\n"
            "  документ 1, задача 4: Подписать документ\n"
            "    «О школе»\n"
            "    этап «Подписание», срок 5\u00A0дней, с 05.06.2026, до 10.06.2026\n"
            "    решения: Подписать (sign), Вернуть на доработку (return)\n");
}

TEST(Report, WhyTellsOfTheProgramsOwnWork) {
  Reported r;
  const std::string id = r.office.start();
  const std::string allowed =
      "  also allowed: Recall (recall) – <author>\n  also allowed: Cancel (cancel) – <head>\n";
  EXPECT_EQ(r.why(id),
            "Document 1 waits for:\n"
            "  the program: making the draft's files, stage “Подготовка проекта”\n" +
                allowed);
  r.office.bench.fail(r.office.bench.pending().front(), "disk full");
  EXPECT_EQ(r.why(id),
            "Document 1 waits for:\n"
            "  the program: making the draft's files, stage “Подготовка проекта”\n"
            "    failed attempts: 1; the last: disk full\n"
            "    it will be repeated with the next command\n" +
                allowed);
  r.reject("no title\nno date");
  EXPECT_EQ(r.why(id),
            "Document 1 waits for:\n"
            "  task 1: Rework the draft\n"
            "    who: <author>\n"
            "    no term is set\n"
            "    ground: workflow “Приказ”, stage “Подготовка проекта”\n"
            "    allowed: submit\n"
            "  also allowed: Cancel (cancel) – <head>\n"
            "  sent back by the program: no title\n    no date\n");
}

TEST(Report, CardTellsVisasVersionsAndNumber) {
  Reported r;
  const std::string id = r.office.start();
  r.office.work();
  r.office.act(id, "1", Outcome::agreeWithRemarks, "deputy", "срок\nи сумма");
  EXPECT_EQ(r.card(id).substr(0, r.card(id).find("Document 1 waits")),
            "Document 1: “О школе”\n"
            "  workflow: Приказ\n"
            "  author: <author>\n"
            "  status: Running\n"
            "  round: 1\n"
            "  Согласование – <deputy>: agreed with remarks\n"
            "    remarks: срок\n      и сумма\n"
            "  version 1: pdf\n"
            "  to look at it: chancery show 1 --out FILE.pdf\n");
  r.office.act(id, "2", Outcome::agree, "accountant");
  r.office.act(id, "3", Outcome::agree, "lawyer");
  r.office.act(id, "4", Outcome::sign, "head");
  r.office.step();
  EXPECT_NE(r.card(id).find("  number reserved: 1-од of 05.06.2026\n"), std::string::npos);
  r.office.work();
  const std::string card = r.english.card(*r.office.view.find(id), {"site/a.pdf"});
  EXPECT_EQ(card.substr(0, card.find("  Согласование")),
            "Document 1: “О школе”\n"
            "  workflow: Приказ\n"
            "  author: <author>\n"
            "  status: Finished\n"
            "  round: 1\n"
            "  registered: 1-од of 05.06.2026\n");
  EXPECT_EQ(card.substr(card.find("  version")),
            "  version 1: pdf\n"
            "  final files: pdf\n"
            "  to look at it: chancery show 1 --out FILE.pdf\n"
            "  published: site/a.pdf\n");
}

TEST(Report, HistoryTellsWhatTheProgramDid) {
  Reported r;
  const std::string id = r.office.startAndCoordinate();
  r.office.act(id, "4", Outcome::sign, "head");
  r.office.step();
  r.reject("no seal");
  r.office.step();
  r.office.act(id, "5", Outcome::submit, "author");
  Diagnostics diagnostics;
  r.office.desk.withdraw(id, flow::Allow::Act::recall, "author", "", diagnostics);
  r.office.desk.withdraw(id, flow::Allow::Act::cancel, "head", "not needed", diagnostics);
  const std::string time = "  2026-06-05T09:00  ";
  EXPECT_EQ(r.history(id),
            "History of document 1: “О школе”\nround 1\n" + time +
                "<author>: created and submitted\n" + time + "files of version 1 made: pdf\n" +
                time + "<deputy>: agreed – Согласование\n" + time +
                "<accountant>: agreed – Согласование\n" + time +
                "<lawyer>: agreed – Согласование\n" + time + "<head>: signed – Подписание\n" +
                time + "number reserved: 1-од of 05.06.2026\n" + time +
                "not done: making the files with number and date\n" + "    remarks: no seal\n" +
                time + "number returned: it was the newest\n" + "round 2\n" + time +
                "<author>: submitted – Подготовка проекта\n" + time + "<author>: recalled\n" +
                time + "<head>: cancelled\n    remarks: not needed\n");
  EXPECT_EQ(r.why(id), "Document 1 waits for nothing: Cancelled\n");
}

TEST(Report, HistoryTellsTheEndOfTheWay) {
  Reported r;
  const std::string id = r.office.startAndCoordinate();
  r.office.act(id, "4", Outcome::sign, "head");
  r.office.work();
  const std::string history = r.history(id);
  const std::string time = "  2026-06-05T09:00  ";
  EXPECT_EQ(history.substr(history.find(time + "final")),
            time + "final files made: pdf\n" + time + "registered\n" + time + "published: \n");
}

TEST(Report, RegisterExplainsEveryGap) {
  Reported r;
  EXPECT_EQ(r.registers(), "Register: Приказы\n  no entries\n");
  const std::string first = r.office.startAndCoordinate();
  const std::string second = r.office.startAndCoordinate();
  const std::string third = r.office.startAndCoordinate();
  r.office.act(first, "4", Outcome::sign, "head");
  r.office.step();
  r.office.act(second, "4", Outcome::sign, "head");
  r.office.bench.reserve(*r.office.bench.take(r.office.bench.pending().back()));
  r.reject("no seal\nno date");
  EXPECT_EQ(r.registers(),
            "Register: Приказы\nyear 2026\n"
            "  1-од of 05.06.2026  number reserved, document 1 “О школе”\n"
            "  2-од of 05.06.2026  number reserved, document 2 “О школе”\n");
  r.office.work();
  {
    const auto t = r.office.store->begin(store::Access::write);
    t->takeNumber("orders", 2026, 1);
    t->commit();
  }
  r.office.act(third, "4", Outcome::sign, "head");
  r.office.work();
  EXPECT_EQ(r.registers(),
            "Register: Приказы\nyear 2026\n"
            "  1-од of 05.06.2026  number annulled, document 1 “О школе”: no seal\n    no date\n"
            "  2-од of 05.06.2026  document 2 “О школе”\n"
            "  3-од  a gap without explanation\n"
            "  4-од of 05.06.2026  document 3 “О школе”\n");
  EXPECT_NE(r.history(first).find("number annulled: the register explains the gap\n"),
            std::string::npos);
  r.office.directory.series["orders"].title.clear();
  EXPECT_EQ(r.registers().substr(0, 17), "Register: orders\n");
}

TEST(Report, FailuresSayThatTheWorkIsRepeated) {
  Reported r;
  EXPECT_EQ(r.english.failure({"3", flow::EffectKind::publish, "disk full"}),
            "The act is recorded, but not carried out: publication on the site, document 3: disk "
            "full\n  Remove the cause: the work is repeated with the next command.\n");
  EXPECT_EQ(r.russian.failure({"3", flow::EffectKind::checkForm, "x"}),
            "Действие записано, но не выполнено: проверка оформления, документ 3: x\n"
            "  Устраните причину: работа повторится при следующей команде.\n");
}

}  // namespace
}  // namespace chancery::app
