#include "diagram/regulation.h"

#include <gtest/gtest.h>

#include "diagram/phrases.h"
#include "diagram/summary.h"
#include "support.h"
#include "support/golden.h"

namespace chancery::diagram {
namespace {

const std::map<std::string, std::string> kTitles = {
    {"role:head", "Начальник отдела по образованию"},
    {"role:deputy-head", "Заместитель начальника отдела по образованию"},
    {"role:accountant", "Главный бухгалтер"},
    {"role:lawyer", "Юрисконсульт"},
    {"role:clerk", "Делопроизводитель"},
    {"person:k1", "Ивлева Зоя Олеговна"},
    {"series:orders", "Приказы по основной деятельности"},
    {"list:schools", "Общеобразовательные организации"}};

void print(const Clause& clause, const std::string& number, std::string& text) {
  text += number + ". " + clause.text + '\n';
  for (const std::string& item : clause.items) text += "   – " + item + '\n';
  for (std::size_t i = 0; i < clause.clauses.size(); ++i) {
    print(clause.clauses[i], number + '.' + std::to_string(i + 1), text);
  }
}

std::string textOf(const flow::Definition& definition, const Names& names) {
  const Regulation regulation = regulationOf(definition, names);
  std::string text = regulation.title + '\n';
  for (std::size_t i = 0; i < regulation.sections.size(); ++i) {
    print(regulation.sections[i], std::to_string(i + 1), text);
  }
  return text;
}

void expectGolden(const std::string& name, const std::string& text) {
  testing::expectGolden("tests/diagram/golden/" + name + ".txt", text);
}

TEST(Regulation, OfASmallRoute) {
  expectGolden("approval", textOf(approval(), {.titles = kTitles}));
}

TEST(Regulation, OfEveryKindOfStage) {
  expectGolden("everything", textOf(everything(), {.titles = kTitles}));
}

TEST(Regulation, InEnglish) {
  expectGolden("everything.en", textOf(everything(), {.language = Language::english}));
}

TEST(Regulation, ATermInTheDataIsNamed) {
  const std::string text = textOf(route(R"(<stage id="d" kind="draft"/>
      <stage id="s" kind="sign" by="role:head" after="date:approvalDate" due="1wd"/>)"),
                                  {.titles = kTitles});
  EXPECT_NE(text.find("3.1. Этап начинается в день, который указан в документе (поле "
                      "«approvalDate»).\n"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("3.3. Срок подписания – 1\u00A0рабочий день.\n"), std::string::npos) << text;
}

TEST(Regulation, ClosedAccessAndSupervisorAreGeneral) {
  flow::Definition definition = approval();
  definition.isClosed = true;
  definition.supervisor = flow::Selector{flow::Selector::Kind::role, "head"};
  const std::string text = textOf(definition, {.titles = kTitles});
  EXPECT_NE(text.find("1.6. Передать задачу другому участнику вправе начальник отдела по "
                      "образованию.\n"
                      "1.7. Документ и сведения о нём доступны только участникам работы с ним.\n"),
            std::string::npos)
      << text;
}

TEST(Regulation, WhoComesBackAfterRework) {
  const auto resumed = [](const std::string& resume) {
    return textOf(
        route("<stage id=\"d\" kind=\"draft\"/><stage id=\"v\" kind=\"coordinate\" resume=\"" +
              resume + "\"><reviewer by=\"role:a\" part=\"clauses\"/></stage>"),
        {});
  };
  EXPECT_NE(resumed("all").find("согласуется заново всеми"), std::string::npos);
  EXPECT_NE(resumed("refused").find("кто его ещё не согласовал; полученные визы"),
            std::string::npos);
  EXPECT_NE(resumed("affected").find("чья часть документа изменилась"), std::string::npos);
  EXPECT_NE(resumed("affected").find("Проект согласует участник с ролью «a» в части «clauses»."),
            std::string::npos);
}

TEST(Regulation, DataHoldAllOfIt) {
  const Regulation regulation{
      "Порядок \"А\"",
      "приказом",
      {{.text = "Общие",
        .clauses = {{.text = "Этапы:", .items = {"один;", "два."}}, {.text = "Всё."}}}}};
  EXPECT_EQ(toData(regulation),
            "{\"template\":\"regulation\",\"heading\":\"Порядок "
            "\\\"А\\\"\",\"approvedBy\":{\"text\":\"приказом\",\"date\":"
            "\"\",\"number\":\"\"},\"sections\":[{\"text\":"
            "\"Общие\",\"clauses\":[{\"text\":\"Этапы:\",\"items\":[\"один;\",\"два.\"]},{\"text\":"
            "\"Всё.\"}]}]}\n");
}

TEST(Phrases, NamesKeepTheirCapitalsInsideSentences) {
  EXPECT_EQ(lowered("Главный бухгалтер"), "главный бухгалтер");
  EXPECT_EQ(lowered("ИТ-служба"), "ИТ-служба");
  EXPECT_EQ(lowered("Ёлочный мастер"), "ёлочный мастер");
  EXPECT_EQ(lowered("А"), "А");
  EXPECT_EQ(lowered(""), "");
  EXPECT_EQ(lowered("head"), "head");
  const Names names{.titles = kTitles};
  EXPECT_EQ(whoOf({flow::Selector::Kind::person, "k1"}, names), "Ивлева Зоя Олеговна");
  EXPECT_EQ(whoOf({flow::Selector::Kind::person, "k2"}, names), "сотрудник «k2»");
  EXPECT_EQ(whoOf({flow::Selector::Kind::role, "x"}, names), "участник с ролью «x»");
}

TEST(Phrases, Enumerations) {
  const Names names;
  EXPECT_EQ(enumerated({}, {" и ", " and "}, names), "");
  EXPECT_EQ(enumerated({"а"}, {" и ", " and "}, names), "а");
  EXPECT_EQ(enumerated({"а", "б", "в"}, {" и ", " and "}, names), "а, б и в");
}

TEST(Summary, OfEveryKindOfStage) {
  expectGolden("summary", summaryOf(everything(), {.titles = kTitles}));
  expectGolden("summary.en", summaryOf(everything(), {.language = Language::english}));
}

TEST(Summary, TellsTheEdition) {
  flow::Definition definition = approval();
  definition.label = "2";
  const std::string text = summaryOf(definition, {});
  EXPECT_EQ(text.substr(0, text.find('\n')), "Дорожная карта (approval), редакция 2");
}

}  // namespace
}  // namespace chancery::diagram
