#include <gtest/gtest.h>

#include "office.h"

// An order whose road map goes the ready-made workflow `appendix`, by the program.

namespace chancery::cli {
namespace {

constexpr const char* kWorkflow = R"(<?xml version="1.0" encoding="UTF-8"?>
<workflow xmlns="urn:chancery:workflow" id="whole" title="Приказ с планом" template="order">
  <stage id="draft" kind="draft"/>
  <stage id="plans" kind="parts" items="appendices[template='roadmap']" workflow="appendix"/>
  <stage id="sign" kind="sign" by="role:head"><registration series="orders"/></stage>
  <stage id="publish" kind="publish" to="orders"/>
  <allow act="recall" by="author" before="sign" to="draft"/>
</workflow>
)";
constexpr const char* kAppendices = R"("appendices": [
    {"template": "list", "heading": "Состав рабочей группы", "items": ["Лугов П.А."]},
    {"template": "roadmap", "heading": "План мероприятий",
     "columns": [{"id": "no", "title": "№"}, {"id": "measure", "title": "Мероприятие"}],
     "rows": [{"no": "1", "measure": "Открыть школу"}]}],
  "clauses": [{"text": "Утвердить состав рабочей группы (приложение 1) и план (приложение 2)."}])";

class PartsOfOrder : public ::testing::Test {
 protected:
  PartsOfOrder() {
    std::string data = kOrderData;
    const std::string clauses = R"("clauses": [{"text": "Открыть школу."}])";
    data.replace(data.find(clauses), clauses.size(), kAppendices);
    writeFile(office.path("order.json"), data);
    writeFile(office.path("o/workflows/whole.workflow.xml"), kWorkflow);
  }
  Ended run(std::vector<std::string> arguments) { return office.inOffice(std::move(arguments)); }
  void write(const std::string& name, std::string text, const std::string& from,
             const std::string& to) {
    ASSERT_NE(text.find(from), std::string::npos);
    text.replace(text.find(from), from.size(), to);
    writeFile(office.path(name), text);
  }

  ProgramOffice office;
};

TEST_F(PartsOfOrder, TheOrderIsPublishedOnceItsPlanIsAgreedTo) {
  const Ended started = run({"start", "whole", "--data", "order.json", "--as", "yaseneva"});
  ASSERT_EQ(started.code, 0) << started.err;
  EXPECT_TRUE(has(started.out, "документ 2 – «План мероприятий», этап «Согласование приложений»"))
      << started.out;
  EXPECT_TRUE(has(run({"show", "2"}).out, "часть документа 1")) << run({"show", "2"}).out;
  EXPECT_TRUE(has(run({"inbox", "--as", "lugov"}).out, "«План мероприятий»"));
  EXPECT_EQ(run({"show", "2", "--out", "plan.pdf", "--out", "plan.json"}).code, 0);
  EXPECT_TRUE(readFile(office.path("plan.pdf"), 1 << 24).starts_with("%PDF"));
  EXPECT_TRUE(has(readFile(office.path("plan.json"), 1 << 24), "\"heading\":\"План мероприятий\""));
  const Ended noXml = run({"show", "2", "--out", "plan.xml"});
  EXPECT_EQ(noXml.code, 1);
  EXPECT_TRUE(has(noXml.err, "A211")) << noXml.err;
  EXPECT_EQ(run({"act", "2", "agree", "--as", "lugov"}).code, 0);
  EXPECT_EQ(run({"act", "2", "agree", "--as", "rodnikova"}).code, 0);
  const Ended signedOrder = run({"act", "1", "sign", "--as", "vesnina"});
  EXPECT_EQ(signedOrder.code, 0) << signedOrder.err;
  EXPECT_TRUE(has(signedOrder.out, "размещено на сайте")) << signedOrder.out;
  EXPECT_TRUE(has(run({"history", "1"}).out, "приложение пошло по своему маршруту: документ 2"));
  EXPECT_TRUE(has(run({"history", "1", "--lang", "en"}).out, "the appendix is agreed to"));
  EXPECT_EQ(office.run({"verify", "o"}).code, 0);
}

TEST_F(PartsOfOrder, APlanThatIsCancelledIsToldToTheAuthor) {
  run({"start", "whole", "--data", "order.json", "--as", "yaseneva"});
  EXPECT_EQ(run({"act", "2", "cancel", "--as", "yaseneva"}).code, 0);
  const Ended card = run({"show", "1"});
  EXPECT_TRUE(has(card.out, "План мероприятий: снято с рассмотрения (документ 2)")) << card.out;
  EXPECT_TRUE(has(card.out, "Доработать проект")) << card.out;
}

TEST_F(PartsOfOrder, RecallEndsThePlanToo) {
  run({"start", "whole", "--data", "order.json", "--as", "yaseneva"});
  EXPECT_EQ(run({"act", "1", "recall", "--as", "yaseneva"}).code, 0);
  EXPECT_TRUE(has(run({"history", "2"}).out, "документ, частью которого оно было")) << "";
  EXPECT_EQ(run({"act", "2", "agree", "--as", "lugov"}).code, 1);
}

TEST_F(PartsOfOrder, ThePlanOfAClosedOrderIsClosedToo) {
  write("o/workflows/whole.workflow.xml", kWorkflow, "template=\"order\"",
        "template=\"order\" access=\"closed\"");
  const Ended ended = run({"start", "whole", "--data", "order.json", "--as", "yaseneva"});
  EXPECT_EQ(ended.code, 1);
  EXPECT_TRUE(has(ended.err, "A242")) << ended.err;
  EXPECT_TRUE(has(ended.err, "appendix.workflow.xml: access=\"closed\"")) << ended.err;
}

TEST_F(PartsOfOrder, AWorkflowThatIsNotForPartsIsRefused) {
  write("o/workflows/whole.workflow.xml", kWorkflow, "workflow=\"appendix\"", "workflow=\"order\"");
  for (const auto& ended : {run({"start", "whole", "--data", "order.json", "--as", "yaseneva"}),
                            office.run({"check", "o/workflows/whole.workflow.xml", "--office", "o"})}) {
    EXPECT_EQ(ended.code, 1);
    EXPECT_TRUE(has(ended.err, "A241")) << ended.err;
    EXPECT_TRUE(has(ended.err, "«Подписание и регистрация»")) << ended.err;
  }
  write("o/workflows/whole.workflow.xml", kWorkflow, "workflow=\"appendix\"", "workflow=\"apendix\"");
  const Ended unknown = office.run({"check", "o/workflows/whole.workflow.xml", "--office", "o"});
  EXPECT_EQ(unknown.code, 1);
  EXPECT_TRUE(has(unknown.err, "маршрута «apendix» нет")) << unknown.err;
  EXPECT_TRUE(has(unknown.err, "«appendix»")) << unknown.err;
}

}  // namespace
}  // namespace chancery::cli
