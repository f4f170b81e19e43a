#include "runtime/desk.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "office.h"

namespace chancery::runtime {
namespace {

using flow::Outcome;

TEST(Desk, StartKeepsDataAndBundleAndBeginsTheWay) {
  TestOffice office;
  EXPECT_EQ(office.start(), "1");
  EXPECT_EQ(office.findings(), "");
  const CaseView view = *office.view.find("1");
  EXPECT_EQ(view.row.title, "О школе");
  EXPECT_EQ(view.row.author, "author");
  EXPECT_EQ(view.row.workflow, "order");
  EXPECT_EQ(view.row.status, "running");
  EXPECT_EQ(view.row.version, 1u);
  EXPECT_EQ(view.workflow, "Приказ");
  EXPECT_EQ(office.blobs.require(view.state.data.back()), kData);
  EXPECT_EQ(openBundle(office.blobs, view.row.bundle), office.bundle);
  EXPECT_EQ(view.state.holds, std::vector<std::string>{"cost > 0"});
  EXPECT_EQ(office.store->begin(store::Access::read)->blobs().size(), 4u);
  EXPECT_EQ(office.start(), "2");
  EXPECT_EQ(office.verify(), "");
}

TEST(Desk, StartRefusesBadDataAndStrangers) {
  TestOffice office;
  EXPECT_EQ(office.start("{"), "");
  EXPECT_TRUE(office.diagnostics.hasErrors());
  EXPECT_EQ(office.start(kData, "nobody"), "");
  EXPECT_EQ(office.findings(), "ошибка [S102]: сотрудника «nobody» нет в организации\n");
  EXPECT_TRUE(office.store->begin(store::Access::read)->cases().empty());
}

TEST(Desk, StartIsForThoseWhomTheDefinitionNames) {
  TestOffice office(R"(<workflow xmlns="urn:chancery:workflow" id="w" title="W" template="t">
    <stage id="d" kind="draft" by="role:lawyer"/></workflow>)");
  EXPECT_EQ(office.start(), "");
  EXPECT_EQ(office.findings(), "ошибка [S114]: <author> не может начать документ этого вида\n");
  EXPECT_EQ(office.start("{}", "lawyer"), "1");
  EXPECT_EQ(office.view.find("1")->row.title, "W");
}

TEST(Desk, StartWarnsOfRolesThatNobodyHolds) {
  TestOffice office;
  office.directory.roles.erase("lawyer");
  EXPECT_EQ(office.start(), "1");
  EXPECT_EQ(
      office.findings(),
      "предупреждение [S117]: роль «lawyer» никто не занимает: на этапе «Согласование» документ "
      "остановится\n    подсказка: назначьте сотрудника в office.xml\n");
}

TEST(Desk, StartWarnsOfRolesThatOnlyTheAuthorHolds) {
  TestOffice office;
  EXPECT_EQ(office.start(kData, "lawyer"), "1");
  EXPECT_EQ(office.findings(),
            "предупреждение [S120]: «role:lawyer» – это только автор документа, а автор не решает "
            "по своему документу: на этапе «Согласование» документ остановится\n"
            "    подсказка: назначьте в office.xml ещё одного сотрудника на эту роль или разрешите "
            "это в маршруте: author=\"allowed\"\n");
  const auto isStuck = [&] {
    const auto view = office.view.find("1");
    return view->tasks.front().stuck == Stuck::onlyAuthor;
  };
  office.work();
  EXPECT_FALSE(isStuck());
  office.act("1", "1", Outcome::agree, "deputy");
  office.act("1", "2", Outcome::agree, "accountant");
  EXPECT_EQ(office.tasks("1"), "3 role:lawyer\n");
  EXPECT_TRUE(isStuck());
  office.directory.roles["other"] = {"lawyer"};
  EXPECT_FALSE(isStuck());
  EXPECT_EQ(office.start(kData, "lawyer"), "2");
  EXPECT_EQ(office.findings(), "");
}

TEST(Desk, AnAuthorWhomTheWorkflowAllowsIsNoObstacle) {
  TestOffice office(R"(<workflow xmlns="urn:chancery:workflow" id="w" title="W" template="t">
    <stage id="d" kind="draft"/><stage id="s" kind="sign" by="role:head" author="allowed"/>
    <stage id="p" kind="publish" by="person:head"/></workflow>)");
  EXPECT_EQ(office.start("{}", "head"), "1");
  EXPECT_EQ(office.findings(), "");
}

TEST(Desk, ConditionsAreDecidedOnTheData) {
  TestOffice office;
  const std::string id = office.start(R"({"title": "Без расходов", "cost": 0})");
  office.work();
  EXPECT_EQ(office.tasks(id), "1 role:deputy-head\n");
  const std::string xml = office.start("<order><title>По XML</title><cost>7</cost></order>");
  office.work();
  EXPECT_EQ(office.tasks(xml), "1 role:deputy-head\n2 role:accountant\n");
  EXPECT_EQ(office.view.find(xml)->row.title, "По XML");
}

TEST(Desk, AWholeWay) {
  TestOffice office;
  const std::string id = office.start();
  EXPECT_EQ(office.step(), "render-draft");
  EXPECT_EQ(office.act(id, "1", Outcome::agree, "deputy"), "");
  EXPECT_EQ(office.act(id, "2", Outcome::agreeWithRemarks, "accountant", "смета"), "");
  EXPECT_EQ(office.act(id, "3", Outcome::agree, "lawyer"), "");
  EXPECT_EQ(office.act(id, "4", Outcome::sign, "head"), "");
  EXPECT_EQ(office.step(), "reserve");
  EXPECT_EQ(office.step(), "render-final");
  EXPECT_EQ(office.step(), "register");
  EXPECT_EQ(office.step(), "publish");
  EXPECT_EQ(office.step(), "");
  const CaseView view = *office.view.find(id);
  EXPECT_EQ(view.row.status, "finished");
  EXPECT_EQ(view.state.registration,
            (flow::Registration{flow::Registration::Status::registered, "1-од", "2026-06-05"}));
  EXPECT_EQ(office.verify(), "");
}

TEST(Desk, ReworkMakesANewRoundAndKeepsTheOldVersion) {
  TestOffice office;
  const std::string id = office.start();
  office.work();
  office.act(id, "1", Outcome::refuse, "deputy", "не тот срок");
  office.act(id, "2", Outcome::agree, "accountant");
  EXPECT_EQ(office.tasks(id), "3 author\n");
  const std::string newData = R"({"title": "О школе", "cost": 0})";
  Diagnostics diagnostics;
  EXPECT_TRUE(office.desk.act(
      {id, "3", Outcome::submit, "author", {}, HandedData{"new.json", newData}, {}}, diagnostics));
  office.work();
  const CaseView view = *office.view.find(id);
  ASSERT_EQ(view.state.data.size(), 2u);
  EXPECT_EQ(office.blobs.require(view.state.data[0]), kData);
  EXPECT_EQ(office.blobs.require(view.state.data[1]), newData);
  EXPECT_EQ(view.state.round, 2);
  EXPECT_EQ(office.tasks(id), "4 role:deputy-head\n");  // the condition is decided anew
  EXPECT_EQ(view.state.files.size(), 2u);
  EXPECT_EQ(office.verify(), "");
}

TEST(Desk, OnlyReworkTakesData) {
  TestOffice office;
  const std::string id = office.start();
  office.work();
  Diagnostics diagnostics;
  EXPECT_FALSE(office.desk.act(
      {id, "1", Outcome::agree, "deputy", {}, HandedData{"new.json", "{}"}, {}}, diagnostics));
  EXPECT_EQ(formatText(diagnostics, Language::russian),
            "ошибка [S118]: новые данные принимает только доработка проекта\n");
}

TEST(Desk, ReworkWithBrokenDataChangesNothing) {
  TestOffice office;
  const std::string id = office.start();
  office.work();
  office.act(id, "1", Outcome::refuse, "deputy", "нет");
  office.act(id, "2", Outcome::agree, "accountant");
  Diagnostics diagnostics;
  EXPECT_FALSE(office.desk.act(
      {id, "3", Outcome::submit, "author", {}, HandedData{"new.json", "[1"}, {}}, diagnostics));
  EXPECT_EQ(diagnostics.all().front().place.file, "new.json");
  EXPECT_EQ(office.view.find(id)->state.round, 1);
}

// ---- two people at once, and other clear answers ----

TEST(Answers, WhoComesSecondLearnsWhatTheFirstDid) {
  TestOffice office;
  office.directory.roles["deputy2"] = {"deputy-head"};
  const std::string id = office.start();
  office.work();
  EXPECT_EQ(office.act(id, "1", Outcome::agree, "deputy"), "");
  EXPECT_EQ(office.act(id, "1", Outcome::refuse, "deputy2", "нет"),
            "ошибка [S104]: задача 1 уже выполнена: <deputy>, согласовано, 2026-06-05T09:00\n"
            "    подсказка: кто, когда и что решил, показывает «chancery history 1»\n");
  EXPECT_EQ(office.view.find(id)->state.visas.size(), 1u);
}

TEST(Answers, NothingIsRecordedBeforeTheLastEntry) {
  TestOffice office;
  const std::string id = office.start();
  office.work();
  office.clock.set(*parseMoment("2026-06-05T12:00:00Z"));
  ASSERT_EQ(office.act(id, "2", Outcome::agree, "accountant"), "");
  const std::uint64_t version = office.view.find(id)->row.version;
  office.clock.set(*parseMoment("2026-06-05T11:59:00Z"));
  const std::string tooEarly =
      "ошибка [S140]: сейчас 2026-06-05T11:59, а последняя запись в истории документа 1 – "
      "2026-06-05T12:00: раньше неё ничего не записывают\n"
      "    подсказка: уберите --time или дайте время позже; без --time – проверьте часы "
      "компьютера\n";
  EXPECT_EQ(office.act(id, "1", Outcome::agree, "deputy"), tooEarly);
  office.diagnostics = {};
  EXPECT_FALSE(office.desk.handOver({flow::Event::Kind::claim, id, "1", "deputy", {}, {}},
                                    office.diagnostics));
  EXPECT_EQ(office.findings(), tooEarly);
  office.diagnostics = {};
  EXPECT_FALSE(
      office.desk.withdraw(id, flow::Allow::Act::recall, "author", {}, office.diagnostics));
  EXPECT_EQ(office.findings(), tooEarly);
  EXPECT_EQ(office.view.find(id)->row.version, version);
  EXPECT_NE(office.start(), "");  // another document knows nothing of it
  office.clock.set(*parseMoment("2026-06-05T12:00:00Z"));
  EXPECT_EQ(office.act(id, "1", Outcome::agree, "deputy"), "");
}

TEST(Answers, TheEngineWaitsForItsClock) {
  TestOffice office;
  const std::string id = office.start();
  office.clock.set(*parseMoment("2026-06-05T08:59:59Z"));
  EXPECT_THROW(office.step(), WorldError);
  EXPECT_EQ(office.view.find(id)->row.version, 1u);
  office.clock.set(*parseMoment("2026-06-05T09:00:00Z"));
  EXPECT_EQ(office.step(), "render-draft");
  EXPECT_EQ(office.view.find(id)->row.version, 2u);
}

TEST(Answers, TwoConnectionsActingAtOnceBothCount) {
  TestOffice office;
  const std::string id = office.start();
  office.work();
  const auto other = store::openSqlite(office.folder.path() / "office.db");
  Desk desk(*other, office.blobs, office.directory, office.clock);
  Diagnostics diagnostics;
  EXPECT_TRUE(desk.act({id, "2", Outcome::agree, "accountant", {}, {}, {}}, diagnostics));
  EXPECT_EQ(office.act(id, "1", Outcome::agree, "deputy"), "");
  EXPECT_EQ(office.tasks(id), "3 role:lawyer\n");
  EXPECT_FALSE(desk.act({id, "1", Outcome::agree, "deputy", {}, {}, {}}, diagnostics));
}

TEST(Answers, AStaleCardIsNotActedOn) {
  TestOffice office;
  const std::string id = office.start();
  office.work();
  const std::uint64_t seen = office.view.find(id)->row.version;
  office.act(id, "2", Outcome::agree, "accountant");
  Diagnostics diagnostics;
  EXPECT_FALSE(office.desk.act({id, "1", Outcome::agree, "deputy", {}, {}, seen}, diagnostics));
  EXPECT_EQ(formatText(diagnostics, Language::russian),
            "ошибка [S113]: документ 1 изменился, пока вы его смотрели\n"
            "    подсказка: посмотрите его снова: «chancery show 1»\n");
  diagnostics = {};
  EXPECT_TRUE(office.desk.act({id, "1", Outcome::agree, "deputy", {}, {}, seen + 1}, diagnostics));
}

TEST(Answers, NotEntitled) {
  TestOffice office;
  const std::string id = office.start();
  office.work();
  EXPECT_EQ(office.act(id, "1", Outcome::agree, "lawyer"),
            "ошибка [S107]: <lawyer> не может выполнить задачу 1: она поручена другим\n"
            "    подсказка: её выполняет: <deputy>\n");
  EXPECT_EQ(office.act(id, "1", Outcome::agree, "ghost"),
            "ошибка [S102]: сотрудника «ghost» нет в организации\n");
}

TEST(Answers, TheAuthorDoesNotReviewTheOwnDocument) {
  TestOffice office;
  office.directory.roles["author"] = {"clerk", "deputy-head"};
  const std::string id = office.start();
  office.work();
  EXPECT_EQ(office.act(id, "1", Outcome::agree, "author"),
            "ошибка [S108]: автор не согласует и не подписывает собственный документ\n");
}

TEST(Answers, OutcomeRemarkAndUnknownTask) {
  TestOffice office;
  const std::string id = office.start();
  office.work();
  EXPECT_EQ(office.act(id, "1", Outcome::sign, "deputy"),
            "ошибка [S109]: решение «Подписать» для задачи 1 не предусмотрено\n"
            "    подсказка: возможные решения: Согласовать (agree), Согласовать с замечаниями "
            "(agree-with-remarks), Не согласовать (refuse)\n");
  EXPECT_EQ(office.act(id, "1", Outcome::refuse, "deputy"),
            "ошибка [S110]: решение «Не согласовать» требует замечаний\n"
            "    подсказка: добавьте --remark \"что исправить\"\n");
  EXPECT_EQ(office.act(id, "9", Outcome::agree, "deputy"),
            "ошибка [S105]: у документа 1 нет задачи 9\n    подсказка: открыты задачи: 1, 2\n");
  EXPECT_EQ(office.act("7", "1", Outcome::agree, "deputy"),
            "ошибка [S101]: документа 7 нет\n"
            "    подсказка: номера документов показывает «chancery inbox --as …»\n");
}

std::string withdraw(TestOffice& office, const std::string& id, flow::Allow::Act act,
                     const std::string& person, const std::string& remark = {}) {
  Diagnostics diagnostics;
  const bool done = office.desk.withdraw(id, act, person, remark, diagnostics);
  EXPECT_EQ(done, !diagnostics.hasErrors());
  return formatText(diagnostics, Language::russian);
}

TEST(Answers, RecallClosesTheReviewersTasks) {
  TestOffice office;
  const std::string id = office.start();
  office.work();
  EXPECT_EQ(withdraw(office, id, flow::Allow::Act::recall, "deputy"),
            "ошибка [S115]: <deputy> не может выполнить действие «Отозвать»\n");
  EXPECT_EQ(withdraw(office, id, flow::Allow::Act::recall, "author"), "");
  EXPECT_EQ(office.tasks(id), "3 author\n");
  EXPECT_EQ(withdraw(office, id, flow::Allow::Act::recall, "author"),
            "ошибка [S119]: документ 1 уже на доработке у автора: отзывать нечего\n"
            "    подсказка: доработанный проект отправляют снова: «chancery act 1 submit»\n");
  EXPECT_EQ(office.act(id, "1", Outcome::agree, "deputy"),
            "ошибка [S106]: задача 1 больше не нужна: документ ушёл дальше\n"
            "    подсказка: открыты задачи: 3\n");
}

TEST(Answers, RecallTakesTheRenderingBack) {
  TestOffice office;
  const std::string id = office.start();
  const auto row = office.bench.pending().front();
  const auto work = office.bench.take(row);
  EXPECT_EQ(withdraw(office, id, flow::Allow::Act::recall, "author"), "");
  EXPECT_TRUE(office.bench.pending().empty());
  EXPECT_FALSE(office.bench.take(row));
  office.bench.finish(*work, {{"pdf", "x"}});  // it came too late: nothing is written
  EXPECT_EQ(office.view.find(id)->row.version, 2u);
  EXPECT_EQ(office.verify(), "");
}

TEST(Answers, CancelEndsTheDocument) {
  TestOffice office;
  const std::string id = office.start();
  office.work();
  EXPECT_EQ(withdraw(office, id, flow::Allow::Act::cancel, "head"),
            "ошибка [S110]: решение «Снять с рассмотрения» требует замечаний\n"
            "    подсказка: добавьте --remark \"что исправить\"\n");
  EXPECT_EQ(withdraw(office, id, flow::Allow::Act::cancel, "head", "не нужен"), "");
  EXPECT_EQ(office.view.find(id)->row.status, "cancelled");
  EXPECT_EQ(withdraw(office, id, flow::Allow::Act::cancel, "head", "ещё"),
            "ошибка [S103]: документ 1 уже не в работе: Снято с рассмотрения\n"
            "    подсказка: кто, когда и что решил, показывает «chancery history 1»\n");
  EXPECT_EQ(office.act(id, "1", Outcome::agree, "deputy"),
            "ошибка [S103]: документ 1 уже не в работе: Снято с рассмотрения\n"
            "    подсказка: кто, когда и что решил, показывает «chancery history 1»\n");
  EXPECT_EQ(withdraw(office, "9", flow::Allow::Act::cancel, "head", "x").substr(0, 19),
            "ошибка [S101]");
}

TEST(Answers, NothingIsWithdrawnAfterSigning) {
  TestOffice office;
  const std::string id = office.startAndCoordinate();
  office.act(id, "4", Outcome::sign, "head");
  EXPECT_EQ(withdraw(office, id, flow::Allow::Act::recall, "author"),
            "ошибка [S112]: действие «Отозвать» уже невозможно: документ прошёл этап «Подписание»\n"
            "    подсказка: зарегистрированный документ отменяется только другим документом\n");
}

TEST(Answers, NotProvided) {
  TestOffice office(R"(<workflow xmlns="urn:chancery:workflow" id="w" title="W" template="t">
    <stage id="d" kind="draft"/><stage id="s" kind="sign" by="role:head"/></workflow>)");
  office.start("{}");
  EXPECT_EQ(withdraw(office, "1", flow::Allow::Act::recall, "author"),
            "ошибка [S111]: маршрут не предусматривает действие «Отозвать»\n");
}

TEST(Hands, ATaskIsTakenAndGivenOn) {
  TestOffice office;
  const std::string id = office.start();
  office.work();
  const auto hand = [&](flow::Event::Kind kind, const std::string& person, const std::string& to) {
    office.diagnostics = {};
    office.desk.handOver({kind, id, "1", person, to, ""}, office.diagnostics);
    return office.findings();
  };
  using Kind = flow::Event::Kind;
  EXPECT_NE(hand(Kind::claim, "lawyer", "").find("S1"), std::string::npos);
  EXPECT_EQ(hand(Kind::claim, "deputy", ""), "");
  EXPECT_EQ(office.view.find(id)->tasks.front().holders, "<deputy>");
  EXPECT_NE(hand(Kind::claim, "deputy", "").find("S124"), std::string::npos);
  EXPECT_NE(hand(Kind::delegate, "deputy", "stranger").find("stranger"), std::string::npos);
  EXPECT_NE(hand(Kind::delegate, "deputy", "author").find("ошибка"), std::string::npos);
  EXPECT_EQ(hand(Kind::delegate, "deputy", "lawyer"), "");
  EXPECT_EQ(office.view.inbox("lawyer").size(), 1u);
  EXPECT_TRUE(office.view.inbox("deputy").empty());
  EXPECT_NE(office.act(id, "1", Outcome::agree, "deputy").find("S122"), std::string::npos);
  EXPECT_NE(hand(Kind::reassign, "head", "lawyer").find("ошибка"), std::string::npos);
  EXPECT_EQ(hand(Kind::putBack, "lawyer", ""), "");
  EXPECT_EQ(office.view.find(id)->tasks.front().selector, "role:deputy-head");
  EXPECT_EQ(office.view.inbox("deputy").size(), 1u);
  EXPECT_EQ(office.verify(), "");
}

TEST(Capacity, OfASubstituteStaysInTheJournal) {
  TestOffice office;
  office.directory.roles["deputy"].push_back("head");
  office.directory.capacities["deputy head"] = {"И.о. начальника", "П. А. Лугов", "приказ № 61-л"};
  const std::string id = office.startAndCoordinate();
  EXPECT_EQ(office.act(id, "4", Outcome::sign, "deputy"), "");
  office.work();
  const auto view = office.view.find(id);
  EXPECT_EQ(view->visas.back().person, "П. А. Лугов, И.о. начальника (приказ № 61-л)");
  EXPECT_EQ(office.verify(), "");
}

}  // namespace
}  // namespace chancery::runtime
