#include <gtest/gtest.h>

#include "support.h"

namespace chancery::data {
namespace {

TEST(JsonReaderTest, ObjectsAndArraysBecomeElements) {
  EXPECT_EQ(json(R"({"kind": "ПРИКАЗ", "clauses": [{"text": "а"}, {"text": "б", "clauses": []}],
                     "lines": ["x", "y"], "place": null})")
                .dump(),
            "data\n  kind \"ПРИКАЗ\"\n  clauses\n    text \"а\"\n  clauses\n    text \"б\"\n"
            "  lines \"x\"\n  lines \"y\"\n");
}

TEST(JsonReaderTest, NumbersKeepTheirTextAndBooleansTheirWord) {
  EXPECT_EQ(json(R"({"a": 1250.50, "b": -0, "c": 12345678901234567890123, "d": true, "e": false})")
                .dump(),
            "data\n  a \"1250.50\"\n  b \"-0\"\n  c \"12345678901234567890123\"\n  d \"true\"\n"
            "  e \"false\"\n");
}

TEST(JsonReaderTest, EmptyThings) {
  EXPECT_EQ(json(R"({"a": "", "b": {}, "c": [], "d": [null, ""]})").dump(),
            "data\n  a\n  b\n  d\n");
  EXPECT_EQ(json("{}").dump(), "data\n");
}

TEST(JsonReaderTest, KeysThatAreNoNamesBecomeEntries) {
  const Reading reading = json(R"({"2021-I": "план", "№ п/п": {"a": "1"}})");
  EXPECT_EQ(reading.dump(),
            "data\n  entry @key=\"2021-I\" \"план\"\n  entry @key=\"№ п/п\"\n    a \"1\"\n");
  const xml::DomNode root = reading.data->root();
  EXPECT_EQ(findValue(root, "2021-I").text(), "план");
  EXPECT_EQ(keyOf(findValue(root, "2021-I")), "2021-I");
  EXPECT_FALSE(findValue(root, "entry2"));
  EXPECT_EQ(keyOf(root), "data");
  EXPECT_EQ(findValue(findValue(root, "№ п/п"), "a").text(), "1");
}

TEST(JsonReaderTest, EscapesAndLineEnds) {
  EXPECT_EQ(json(R"({"a": "одна\nдве\r\nтри\rчетыре \"x\" \\ \u0416 \ud83d\ude00\t."})").dump(),
            "data\n  a \"одна\nдве\nтри\nчетыре \"x\" \\ Ж 😀\t.\"\n");
}

TEST(JsonReaderTest, PositionsAreThoseOfValuesAndKeys) {
  const std::string text =
      "{\"a\": \"x\\\"y\\\\\",\n \"б\": [ {\"c\": 12}, true ],\n\"l\":[ \"q\" ]}";
  const Reading reading = json(text);
  const xml::DomNode root = reading.data->root();
  EXPECT_EQ(root.position().offset, 0u);
  const xml::DomNode a = root.findChild("a");
  EXPECT_EQ(a.position().offset, text.find("\"x"));
  EXPECT_EQ(keyPosition(reading.sources, a).offset, text.find("\"a\""));
  const xml::DomNode b = a.nextElement();
  EXPECT_EQ(b.position().offset, text.find("{\"c"));
  EXPECT_EQ(keyPosition(reading.sources, b).offset, text.find("\"б\""));
  EXPECT_EQ(b.firstElement().position().offset, text.find("12"));
  EXPECT_EQ(b.nextElement().position().offset, text.find("true"));
  EXPECT_EQ(keyPosition(reading.sources, b.nextElement()).offset, text.find("true"));
  EXPECT_EQ(keyPosition(reading.sources, root.findChild("l")).offset, text.find("\"l\""));
  EXPECT_EQ(keyPosition(reading.sources, root).offset, 0u);
  const Reading quoted = json(R"({"a":"\"\"", "b":"\\", "c":""})");
  const xml::DomNode first = quoted.data->root().firstElement();
  EXPECT_EQ(first.position().offset, 5u);
  EXPECT_EQ(first.nextElement().position().offset, 17u);
  EXPECT_EQ(first.nextElement().nextElement().position().offset, 27u);
  const Reading unnamed = json("{\"\": 1}");
  EXPECT_EQ(keyPosition(unnamed.sources, unnamed.data->root().firstElement()).offset, 1u);
  const Place place = reading.sources.place(b.nextElement().position());
  EXPECT_EQ(place.line, 2);
  EXPECT_EQ(place.column, 20);
}

TEST(JsonReaderTest, AByteOrderMarkIsSkipped) {
  const Reading reading = json("\xEF\xBB\xBF{\"a\": \"x\"}");
  EXPECT_EQ(reading.dump(), "data\n  a \"x\"\n");
  EXPECT_EQ(reading.data->root().position().offset, 3u);
  EXPECT_EQ(reading.data->root().firstElement().position().offset, 9u);
}

TEST(JsonReaderTest, SyntaxErrorsArePlacedInOurWords) {
  EXPECT_EQ(json("").found(), Found{"D104 1:1"});
  EXPECT_EQ(json("{\n\"a\": 1\n\"b\": 2}").found(), Found{"D110 3:1"});
  const auto missing = json("{\"a\": \"б\"\n\"b\": 2}");
  EXPECT_EQ(missing.found(), Found{"D110 2:1"});
  EXPECT_EQ(missing.diagnostics.all()[0].hint, nullptr);
  for (const char* text : {"{\"a\": \"школа \"Заря\" закрыта\"}", "{\"a\": [\"о \" в\"]}"}) {
    const auto quoted = json(text);
    ASSERT_EQ(quoted.diagnostics.all().size(), 1u);
    EXPECT_EQ(quoted.diagnostics.all()[0].hintText(Language::english),
              "write quotes inside text as \\\", a new line as \\n")
        << text;
  }
  EXPECT_EQ(json("{\"a\": [1 2]}").found(), Found{"D111 1:10"});
  EXPECT_EQ(json("{a: 1}").found(), Found{"D112 1:2"});
  EXPECT_EQ(json("{\"a\" 1}").found(), Found{"D113 1:6"});
  EXPECT_EQ(json("{\"a\": }").found(), Found{"D114 1:7"});
  EXPECT_EQ(json("{\"a\": nul}").found(), Found{"D114 1:10"});
  EXPECT_EQ(json("{} x").found(), Found{"D115 1:4"});
  EXPECT_EQ(json("{\"a\": \"xy").found(), Found{"D116 1:10"});
  EXPECT_EQ(json("{\"a\": \"x\ny\"}").found(), Found{"D116 1:9"});
  EXPECT_EQ(json("{\"a\": \"\\q\"}").found(), Found{"D117 1:8"});
  EXPECT_EQ(json("{\"a\": \"\\ud800\"}").found(), Found{"D117 1:8"});
  EXPECT_EQ(json("{\"a\": 1.}").found(), Found{"D118 1:9"});
}

TEST(JsonReaderTest, SyntaxErrorsHaveHints) {
  EXPECT_EQ(json("{\"a\": 1,\n}").hint(), "возможно, перед закрывающей скобкой лишняя запятая");
  EXPECT_EQ(json("{\"a\": [1, ]}").hint(), "возможно, перед закрывающей скобкой лишняя запятая");
  EXPECT_EQ(json("{a: 1}").hint(), "");
  EXPECT_EQ(json("{\"a\": \"xy").hint(),
            "кавычки внутри текста пишут так: \\\", новую строку — \\n");
  EXPECT_EQ(json("{\"a\": \"\\q\"}").hint(), "можно: \\\" \\\\ \\/ \\n \\t \\r \\b \\f \\uXXXX");
}

TEST(JsonReaderTest, TheRootMustBeAnObject) {
  for (const char* text : {"[1]", " \"x\"", "12", "true", "null"}) {
    EXPECT_EQ(json(text).found(), Found{text[0] == ' ' ? "D105 1:2" : "D105 1:1"}) << text;
  }
}

TEST(JsonReaderTest, EveryDuplicateKeyIsReported) {
  const Reading reading = json("{\"a\": 1, \"b\": {\"c\": 1, \"c\": 2},\n\"a\": 3}");
  EXPECT_EQ(reading.found(), (Found{"D106 1:24", "D106 2:1"}));
  EXPECT_EQ(reading.message(), "ключ «c» указан дважды");
  EXPECT_EQ(reading.hint(), "несколько значений одного поля пишут списком: [ … , … ]");
  EXPECT_FALSE(reading.data);
}

TEST(JsonReaderTest, AListInsideAListIsRefused) {
  const Reading reading = json("{\"a\": [[1], [2]]}");
  EXPECT_EQ(reading.found(), (Found{"D107 1:8", "D107 1:13"}));
  EXPECT_FALSE(reading.data);
}

TEST(JsonReaderTest, ControlCharactersAreRefused) {
  const Reading reading = json(R"({"a": "x\u0000", "b": "\u001f", "c": "\uffff"})");
  EXPECT_EQ(reading.found(), (Found{"D108 1:7", "D108 1:23", "D108 1:38"}));
  EXPECT_EQ(reading.message(), "в тексте стоит управляющий знак U+0000, его нельзя напечатать");
  EXPECT_EQ(reading.diagnostics.all()[2].arguments, std::vector<std::string>{"FFFF"});
  EXPECT_EQ(json("{\"a\\u0001\": 1}").found(), Found{"D108 1:2"});
  EXPECT_EQ(json("{\"a\": \"x\xEF\xBF\xBF\"}").found(), Found{"D108 1:7"});
  EXPECT_EQ(json("{\"\xEF\xBF\xBE\": \"\"}").found(), Found{"D108 1:2"});
  EXPECT_EQ(json("{\"a\": \"x\x1F\"}").found(), Found{"D116 1:9"});
}

TEST(JsonReaderTest, OnlyUtf8) {
  const Reading reading = json("{\"a\":\n \"\xCF\"}");
  EXPECT_EQ(reading.found(), Found{"D101 2:3"});
  EXPECT_EQ(reading.hint(), "сохраните файл в кодировке UTF-8");
  EXPECT_EQ(json(std::string("{}\0x", 4)).found(), Found{"D101 1:3"});
}

TEST(JsonReaderTest, LimitsAreErrorsThatNameThem) {
  Limits limits;
  limits.bytes = 10;
  EXPECT_TRUE(json("{\"a\": 123}", limits).data);
  EXPECT_EQ(json("{\"a\": 1234}", limits).found(), Found{"D102 1:1"});
  limits = {};
  limits.depth = 2;
  EXPECT_TRUE(json("{\"a\": {\"b\": 1}}", limits).data);
  EXPECT_EQ(json("{\"a\": {\"b\": {}}}", limits).found(), Found{"D103 1:13"});
  EXPECT_EQ(json("{\"a\": [{}]}", limits).found(), Found{"D103 1:8"});
  limits = {};
  limits.values = 2;
  EXPECT_TRUE(json("{\"a\": [1]}", limits).data);
  EXPECT_EQ(json("{\"a\": [1, 2]}", limits).found(), Found{"D121 1:11"});
  EXPECT_EQ(json("{\"a\": [1, {}]}", limits).diagnostics.all()[0].arguments,
            std::vector<std::string>{"2"});
}

TEST(JsonReaderTest, TheUsualDepthIsSixtyFour) {
  const auto nested = [](int depth) {
    std::string text;
    for (int i = 0; i < depth; ++i) text += "{\"a\":";
    return text + '1' + std::string(static_cast<std::size_t>(depth), '}');
  };
  EXPECT_TRUE(json(nested(64)).data);
  EXPECT_FALSE(json(nested(65)).data);
  EXPECT_EQ(json(nested(100000)).found(), Found{"D103 1:321"});
}

TEST(JsonReaderTest, ManyRowsAreRead) {
  std::string text = "{\"rows\": [";
  for (int i = 0; i < 3000; ++i) {
    text += std::string(i ? "," : "") + "{\"no\": \"" + std::to_string(i) + "\"}";
  }
  const Reading reading = json(text + "]}");
  int count = 0;
  for (auto row = reading.data->root().firstElement(); row; row = row.nextElement()) ++count;
  EXPECT_EQ(count, 3000);
}

TEST(FormatTest, TheEndingTellsTheFormat) {
  EXPECT_EQ(formatOf("order.json"), Format::json);
  EXPECT_EQ(formatOf("ORDER.JSON"), Format::json);
  EXPECT_EQ(formatOf("a.Xml"), Format::xml);
  EXPECT_EQ(formatOf("a.csv"), std::nullopt);
  EXPECT_EQ(formatOf("json"), std::nullopt);
}

}  // namespace
}  // namespace chancery::data
