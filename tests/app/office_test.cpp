#include "app/office.h"

#include <gtest/gtest.h>

#include "app/directory.h"
#include "base/file.h"

namespace chancery::app {
namespace {

struct Reading {
  std::optional<Office> office;
  std::string findings;
};

Reading read(const std::string& text) {
  Sources sources;
  Diagnostics diagnostics;
  const SourceId source = sources.add("office.xml", text);
  Reading reading;
  reading.office = parseOffice(sources, source, diagnostics);
  diagnostics.sort();
  for (const Diagnostic& d : diagnostics.all()) {
    reading.findings += std::to_string(d.place.line) + ':' + std::to_string(d.place.column) + ' ' +
                        std::string(d.message->code) + ' ' + d.text(Language::english);
    if (d.hint) reading.findings += " | " + d.hintText(Language::english);
    reading.findings += '\n';
  }
  return reading;
}

constexpr const char* kPeople =
    "<posts><post id=\"p\" title=\"Начальник\" role=\"head\"/></posts>\n"
    "<people><person id=\"k1\" surname=\"Веснина\" name=\"Ольга\" post=\"p\"/></people>\n";

// `body` stands on line 4.
std::string findings(const std::string& body, const std::string& attributes = "") {
  return read("<office xmlns=\"urn:chancery:office\" id=\"o\" timezone=\"Europe/Moscow\" " +
              attributes + ">\n" + kPeople + body + "</office>")
      .findings;
}

TEST(Office, ReadsEverything) {
  const Reading reading = read(R"(<office xmlns="urn:chancery:office" id="ozerny" title="Отдел"
    calendar="ural" language="en" timezone="Asia/Yekaterinburg">
  <letterhead><line>АДМИНИСТРАЦИЯ</line><line>ОТДЕЛ</line></letterhead>
  <posts><post id="head" title="Начальник" role="head"/><post id="any" title="Специалист"/></posts>
  <people>
    <person id="k1" surname="Веснина" name="Ольга" patronymic="Павловна" post="head" email="a@b"/>
    <person id="k2" surname="Лугов" name="Пётр" post="any" roles="clerk  deputy-head"/>
  </people>
  <series id="orders" title="Приказы" pattern="{n}-од" restart="never" starts-at="10"/>
  <series id="staff"/>
  <store sqlite="/data/o.db"/><site folder="public"/>
</office>)");
  ASSERT_EQ(reading.findings, "");
  const Office& office = *reading.office;
  EXPECT_EQ(office.id, "ozerny");
  EXPECT_EQ(office.title, "Отдел");
  EXPECT_EQ(office.language, Language::english);
  EXPECT_EQ(office.timezone, "Asia/Yekaterinburg");
  EXPECT_EQ(office.calendar, "ural");
  EXPECT_EQ(office.letterhead, (std::vector<std::string>{"АДМИНИСТРАЦИЯ", "ОТДЕЛ"}));
  EXPECT_EQ(office.findPost("any")->title, "Специалист");
  EXPECT_EQ(office.findPost("none"), nullptr);
  EXPECT_EQ(office.findPerson("k1")->patronymic, "Павловна");
  EXPECT_EQ(office.findPerson("k1")->email, "a@b");
  EXPECT_EQ(office.findPerson("k9"), nullptr);
  EXPECT_EQ(office.roles(), (std::vector<std::string>{"clerk", "deputy-head", "head"}));
  EXPECT_EQ(office.series[0].pattern, "{n}-од");
  EXPECT_EQ(office.series[0].startsAt, 10);
  EXPECT_FALSE(office.series[0].yearly);
  EXPECT_EQ(office.series[1].pattern, "{n}");
  EXPECT_EQ(office.series[1].startsAt, 1);
  EXPECT_TRUE(office.series[1].yearly);
  EXPECT_EQ(office.storePath, "/data/o.db");
  EXPECT_EQ(office.siteFolder, "public");
}

TEST(Office, HasDefaults) {
  const Reading reading = read("<office xmlns=\"urn:chancery:office\" id=\"o\" timezone=\"UTC\">" +
                               std::string(kPeople) + "</office>");
  ASSERT_EQ(reading.findings, "");
  EXPECT_EQ(reading.office->storePath, "office.db");
  EXPECT_EQ(reading.office->siteFolder, "site");
  EXPECT_EQ(reading.office->language, Language::russian);
}

// ---- broken offices ----

TEST(BrokenOffice, NotWellFormed) {
  const Reading reading = read("<office xmlns=\"urn:chancery:office\">\n<posts></office>");
  EXPECT_FALSE(reading.office);
  EXPECT_EQ(reading.findings.substr(0, 2), "2:");
}
TEST(BrokenOffice, ExternalEntity) {
  const Reading reading =
      read("<!DOCTYPE o [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<office>&x;</office>");
  EXPECT_FALSE(reading.office);
  EXPECT_EQ(reading.findings.substr(0, 9), "1:1 X103 ");
}
TEST(BrokenOffice, LargerThanSixteenMegabytes) {
  EXPECT_EQ(findings("<!--" + std::string(15u << 20, ' ') + "-->"), "");
  EXPECT_NE(findings("<!--" + std::string(16u << 20, ' ') + "-->").find("X104 "),
            std::string::npos);
}
TEST(BrokenOffice, AnotherVocabulary) {
  EXPECT_EQ(read("<workflow xmlns=\"urn:chancery:workflow\"/>").findings,
            "1:1 X136 the root element must be “office” in the namespace “urn:chancery:office”\n");
}
TEST(BrokenOffice, UnknownElement) {
  EXPECT_EQ(findings("<siries id=\"x\"/>"),
            "4:1 X130 unknown element “siries” | did you mean “series”?\n");
}
TEST(BrokenOffice, UnknownAttribute) {
  EXPECT_EQ(findings("<series id=\"x\" patern=\"{n}\"/>"),
            "4:16 X132 the element “series” has no attribute “patern” | did you mean “pattern”?\n");
}
TEST(BrokenOffice, MissingAttributes) {
  EXPECT_EQ(
      read("<office xmlns=\"urn:chancery:office\" id=\"o\">" + std::string(kPeople) + "</office>")
          .findings,
      "1:1 X133 the element “office” lacks its required attribute “timezone”\n");
}
TEST(BrokenOffice, UnknownTimeZone) {
  EXPECT_EQ(read("<office xmlns=\"urn:chancery:office\" id=\"o\" timezone=\"Moscow\">" +
                 std::string(kPeople) + "</office>")
                .findings,
            "1:44 A101 unknown time zone “Moscow” | for example Europe/Moscow or "
            "Asia/Yekaterinburg\n");
}
TEST(BrokenOffice, Twice) {
  EXPECT_EQ(findings("<store sqlite=\"a\"/><store sqlite=\"b\"/>"),
            "4:20 A102 the element “store” stands twice\n");
}
TEST(BrokenOffice, WrongId) {
  EXPECT_EQ(findings("<series id=\"мои\"/>"),
            "4:9 A103 “мои” must consist of Latin letters, digits, “-” and “_”\n");
}
TEST(BrokenOffice, WrongRole) {
  EXPECT_EQ(read("<office xmlns=\"urn:chancery:office\" id=\"o\" timezone=\"UTC\"><posts><post "
                 "id=\"p\" title=\"T\" role=\"a b\"/></posts>\n<people><person id=\"k\" "
                 "surname=\"S\" name=\"N\" post=\"p\" roles=\"x y!\"/></people></office>")
                .findings,
            "1:89 A103 “a b” must consist of Latin letters, digits, “-” and “_”\n"
            "2:54 A103 “y!” must consist of Latin letters, digits, “-” and “_”\n");
}
TEST(BrokenOffice, DuplicateId) {
  EXPECT_EQ(findings("<series id=\"x\"/>\n<series id=\"x\"/>"),
            "5:9 A104 the id “x” is taken already | choose another id\n");
  EXPECT_EQ(findings("<series id=\"k1\"/>"), "");  // a person's id is another matter
}
TEST(BrokenOffice, EmptyValues) {
  EXPECT_EQ(
      findings("<store sqlite=\" \"/><site folder=\"\"/>"),
      "4:8 A105 the attribute “sqlite” is empty\n4:26 A105 the attribute “folder” is empty\n");
  EXPECT_EQ(findings("<letterhead><line> </line></letterhead>"),
            "4:13 A106 the line of the letterhead is empty\n");
}
TEST(BrokenOffice, UnknownPost) {
  const Reading reading = read(
      "<office xmlns=\"urn:chancery:office\" id=\"o\" timezone=\"UTC\">\n<posts><post "
      "id=\"head\" title=\"T\"/></posts>\n<people><person id=\"k\" surname=\"S\" name=\"N\" "
      "post=\"haed\"/></people></office>");
  EXPECT_EQ(reading.findings, "3:45 A107 the office has no post “haed” | did you mean “head”?\n");
  EXPECT_FALSE(reading.office);
}
TEST(BrokenOffice, WrongEmail) {
  const Reading reading = read(
      "<office xmlns=\"urn:chancery:office\" id=\"o\" timezone=\"UTC\">\n<posts><post "
      "id=\"p\" title=\"T\"/></posts>\n<people><person id=\"k\" surname=\"S\" name=\"N\" "
      "post=\"p\" email=\"me\"/></people></office>");
  EXPECT_EQ(reading.findings, "3:54 A108 “me” is no e-mail address\n");
}
TEST(BrokenOffice, WrongPattern) {
  for (const char* pattern : {"од", "{n}{n}", "{y}", ""}) {
    EXPECT_EQ(findings("<series id=\"x\" pattern=\"" + std::string(pattern) + "\"/>"),
              "4:16 A109 the pattern “" + std::string(pattern) +
                  "” must contain {n} once | such as “{n}”, “{n}-k” or “{n:06}/{y}”\n");
  }
  const std::string words =
      " | there are {n}, {n:06} with zeros to six digits, {y} and {y:2} for the year, {group}, "
      "{file}\n";
  EXPECT_EQ(findings("<series id=\"x\" pattern=\"{n}/{year}\"/>"),
            "4:16 A151 “{year}” in the pattern “{n}/{year}” is not understood" + words);
  EXPECT_EQ(findings("<series id=\"x\" pattern=\"{n\"/>"),
            "4:16 A152 a brace of the pattern “{n” has no pair: “{n”" + words);
}
TEST(BrokenOffice, PatternAndItsValues) {
  EXPECT_EQ(findings("<series id=\"x\" pattern=\"{group}-{n}\"/>"),
            "4:16 A153 the pattern asks for {group}, but there is no attribute group | add "
            "group=\"…\"\n");
  EXPECT_EQ(findings("<series id=\"x\" file=\"01-05\" keeper=\"a b\"/>"),
            "4:16 A154 the attribute file is not printed: the pattern has no {file} | there are "
            "{n}, {n:06} with zeros to six digits, {y} and {y:2} for the year, {group}, {file}\n"
            "4:29 A103 “a b” must consist of Latin letters, digits, “-” and “_”\n");
  EXPECT_EQ(findings("<series id=\"x\" pattern=\"{group}-{file}-{n:06}/{y}\" group=\"12\" "
                     "file=\"01-05\" keeper=\"clerk\"/>"),
            "");
}
TEST(BrokenOffice, WrongStart) {
  for (const char* start : {"0", "-1", "one", "1x", ""}) {
    EXPECT_EQ(findings("<series id=\"x\" starts-at=\"" + std::string(start) + "\"/>"),
              "4:16 A110 numbers cannot start at “" + std::string(start) +
                  "”: a whole number from 1 is needed\n");
  }
}
TEST(BrokenOffice, NoPeople) {
  EXPECT_EQ(read("<office xmlns=\"urn:chancery:office\" id=\"o\" timezone=\"UTC\"/>").findings,
            "1:1 A111 the office has no people | add <people><person id=\"…\" surname=\"…\" "
            "name=\"…\" post=\"…\"/></people>\n");
}
TEST(BrokenOffice, AllErrorsAtOnce) {
  const std::string text = findings(
      "<series id=\"x y\" pattern=\"n\" starts-at=\"0\"/>\n<site/>\n<posts/>", "language=\"fr\"");
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 6) << text;
}

// ---- the directory ----

class Directory : public testing::Test {
 protected:
  OfficeDirectory directory_{
      *read(R"(<office xmlns="urn:chancery:office" id="o" timezone="Europe/Moscow">
  <posts><post id="head" title="Начальник отдела" role="head"/><post id="any" title="Юрисконсульт"/></posts>
  <people>
    <person id="k1" surname="Веснина" name="Ольга" patronymic="Павловна" post="head" roles="head lawyer"/>
    <person id="k2" surname="Лугов" name="Ян" post="any" roles="lawyer"/>
  </people><series id="s" pattern="{n}-к"/></office>)")
           .office};
};

TEST_F(Directory, KnowsPeopleAndTheirRoles) {
  EXPECT_TRUE(directory_.knows("k1"));
  EXPECT_FALSE(directory_.knows("k3"));
  EXPECT_EQ(directory_.rolesOf("k1"), (std::vector<std::string>{"head", "lawyer"}));
  EXPECT_EQ(directory_.rolesOf("k2"), std::vector<std::string>{"lawyer"});
  EXPECT_TRUE(directory_.rolesOf("k3").empty());
  EXPECT_EQ(directory_.holdersOf("lawyer"), (std::vector<std::string>{"k1", "k2"}));
  EXPECT_EQ(directory_.holdersOf("head"), std::vector<std::string>{"k1"});
  EXPECT_TRUE(directory_.holdersOf("clerk").empty());
}

TEST_F(Directory, NamesPeopleWithTheirPosts) {
  EXPECT_EQ(directory_.nameOf("k1"), "О.\u00A0П.\u00A0Веснина, начальник отдела");
  EXPECT_EQ(directory_.nameOf("k2"), "Я.\u00A0Лугов, юрисконсульт");
  EXPECT_EQ(directory_.nameOf("k9"), "k9");
}

TEST_F(Directory, FindsSeries) {
  EXPECT_EQ(directory_.findSeries("s")->print(3, 2026), "3-к");
  EXPECT_FALSE(directory_.findSeries("t"));
}

TEST_F(Directory, CountsDaysInTheOfficesZone) {
  EXPECT_EQ(directory_.dayOf(*parseMoment("2026-06-05T20:59:59Z")), (Date{2026, 6, 5}));
  EXPECT_EQ(directory_.dayOf(*parseMoment("2026-06-05T21:00:00Z")), (Date{2026, 6, 6}));
  EXPECT_EQ(directory_.timeOf(*parseMoment("2026-06-05T21:07:00Z")), "06.06.2026 00:07");
}

class Substitutions : public testing::Test {
 protected:
  OfficeDirectory at(const char* time) {
    clock_.set(*parseMoment(time));
    return OfficeDirectory(
        *read(R"(<office xmlns="urn:chancery:office" id="o" timezone="Europe/Moscow">
  <posts><post id="head" title="Начальник отдела" role="head"/><post id="deputy" title="Заместитель" role="deputy"/></posts>
  <people>
    <person id="k1" surname="Веснина" name="Ольга" patronymic="Павловна" post="head"/>
    <person id="k2" surname="Лугов" name="Пётр" patronymic="Андреевич" post="deputy"/>
    <person id="k3" surname="Лугов" name="Павел" patronymic="Андреевич" post="deputy"/>
    <person id="k4" surname="Заречная" name="Елена" patronymic="Викторовна" post="deputy"/>
  </people>
  <substitution post="head" by="k2" from="2026-07-01" to="2026-07-28" basis="приказ № 61-л" shown-as="И.о. начальника отдела"/>
  <list id="schools" title="Школы"><addressee title="СОШ № 1" email="s1@x.example"/></list></office>)")
             .office,
        std::nullopt, &clock_);
  }
  FixedClock clock_{Moment{}};
};

TEST_F(Substitutions, HoldFromTheFirstDayToTheLast) {
  const char* before = "2026-06-30T20:59:59Z";
  const char* first = "2026-06-30T21:00:00Z";
  const char* last = "2026-07-28T20:59:59Z";
  const char* after = "2026-07-28T21:00:00Z";
  for (const char* time : {before, after}) {
    const OfficeDirectory directory = at(time);
    EXPECT_EQ(directory.holdersOf("head"), std::vector<std::string>{"k1"}) << time;
    EXPECT_FALSE(directory.capacityOf("k2", "head")) << time;
  }
  for (const char* time : {first, last}) {
    const OfficeDirectory directory = at(time);
    EXPECT_EQ(directory.holdersOf("head"), std::vector<std::string>{"k2"}) << time;
    EXPECT_EQ(directory.rolesOf("k2"), (std::vector<std::string>{"deputy", "head"})) << time;
    EXPECT_EQ(directory.capacityOf("k2", "head"),
              (runtime::Capacity{"И.о. начальника отдела", "П.\u00A0А.\u00A0Лугов", "приказ № 61-л"}));
    EXPECT_FALSE(directory.capacityOf("k2", "deputy"));
    EXPECT_FALSE(directory.capacityOf("k1", "head"));
  }
}

TEST_F(Substitutions, PeopleAreFoundByTheirPrintedNames) {
  const OfficeDirectory directory = at("2026-07-05T00:00:00Z");
  EXPECT_EQ(directory.findPeople("k3"), std::vector<std::string>{"k3"});
  EXPECT_EQ(directory.findPeople("Заречной Е.В."), std::vector<std::string>{"k4"});
  EXPECT_EQ(directory.findPeople("О. П. Веснина"), std::vector<std::string>{"k1"});
  EXPECT_EQ(directory.findPeople("Лугов П.А."), (std::vector<std::string>{"k2", "k3"}));
  EXPECT_TRUE(directory.findPeople("Неизвестный И.И.").empty());
  EXPECT_TRUE(directory.findPeople("директор").empty());
}

TEST_F(Substitutions, AreChecked) {
  const auto code = [&](const std::string& body, const char* wanted) {
    const std::string text = findings(body);
    return text.find(wanted) != std::string::npos ? std::string() : text;
  };
  const std::string rest = R"( basis="b" shown-as="s"/>)";
  const std::string post = R"(<posts><post id="p" title="P"/></posts><people><person id="x" surname="X" name="Y" post="p"/></people>)";
  EXPECT_EQ(code(R"(<substitution post="q" by="x" from="2026-07-01" to="2026-07-02")" + rest, "A1"), "");
  EXPECT_EQ(code(R"(<substitution post="q" by="zz" from="2026-07-01" to="2026-07-02")" + rest, "A157"), "");
  EXPECT_EQ(code(R"(<substitution post="q" by="x" from="1.7.2026" to="2026-07-02")" + rest, "A156"), "");
  EXPECT_EQ(code(R"(<substitution post="q" by="x" from="2026-07-03" to="2026-07-02")" + rest, "A159"), "");
  EXPECT_EQ(code(R"(<substitution post="q" by="x" from="2026-07-01" to="2026-07-02")" + rest +
                 R"(<substitution post="q" by="x" from="2026-07-02" to="2026-07-05")" + rest, "A160"), "");
  EXPECT_EQ(code(R"(<list id="l"/>)", "A171"), "");
  const std::string several = read(R"(<office xmlns="urn:chancery:office" id="o" timezone="UTC">
  <posts><post id="p" title="P"/><post id="q" title="Q"/></posts><people>
  <person id="x" surname="X" name="Y" post="p"/><person id="y" surname="Y" name="Y" post="p"/>
  <person id="z" surname="Z" name="Z" post="q"/></people>
  <substitution post="p" by="z" from="2026-07-01" to="2026-07-02" basis="b" shown-as="s"/></office>)").findings;
  EXPECT_NE(several.find("A175"), std::string::npos) << several;
  EXPECT_EQ(code(R"(<list id="l"><addressee title="t" email="no"/></list>)", "A1"), "");
}

TEST(Zone, KnowsSummerTimeAndTheTimeBefore1970) {
  const TimeZone berlin("Europe/Berlin");
  EXPECT_EQ(berlin.timeOf(*parseMoment("2026-07-01T12:30:00Z")), "01.07.2026 14:30");
  EXPECT_EQ(berlin.timeOf(*parseMoment("2026-01-01T12:30:00Z")), "01.01.2026 13:30");
  const TimeZone utc("UTC");
  EXPECT_EQ(utc.timeOf(*parseMoment("1969-12-31T23:59:00Z")), "31.12.1969 23:59");
  EXPECT_EQ(utc.dayOf(*parseMoment("1969-12-31T00:00:00Z")), (Date{1969, 12, 31}));
  EXPECT_TRUE(TimeZone::exists("Asia/Kamchatka"));
  EXPECT_FALSE(TimeZone::exists("Asia/Nowhere"));
  EXPECT_FALSE(TimeZone::exists(""));
}

TEST(Office, TheGuidesExampleIsOne) {
  const std::string guide = readFile(CHANCERY_PROJECT_DIR "/docs/office-guide.md", 1u << 20);
  const std::string fence = "```xml\n";
  const std::size_t from = guide.find(fence) + fence.size();
  const Reading example = read(guide.substr(from, guide.find("```", from) - from));
  EXPECT_EQ(example.findings, "");
  ASSERT_TRUE(example.office);
  EXPECT_EQ(example.office->people.size(), 3u);
  EXPECT_EQ(example.office->substitutions.size(), 1u);
  EXPECT_EQ(example.office->lists.size(), 1u);
}

}  // namespace
}  // namespace chancery::app
