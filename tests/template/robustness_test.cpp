#include <gtest/gtest.h>

#include <random>

#include "support.h"

namespace chancery::templates {
namespace {

const std::string kTemplate =
    R"X(<template xmlns="urn:chancery:document" xmlns:t="urn:chancery:template" id="x">
<t:include href="lib.xml"/>
<t:fields><t:field name="title" type="text"/><t:field name="date" type="date" optional="true"/>
<t:group name="clauses" repeat="true" recursive="3"><t:field name="text"/></t:group>
<t:group name="columns" repeat="true"><t:field name="id"/></t:group>
<t:group name="rows" repeat="true" open="columns/id" optional="true"/></t:fields>
<t:let name="c" select="columns"/>
<title d="{format-date(date, 'd MMMM')}">О <t:value-of select="title"/></title>
<t:for-each select="clauses"><clause n="{position()}"><t:value-of select="text"/><t:recurse select="clauses"/></clause></t:for-each>
<t:for-each select="rows" as="row"><t:for-each select="$c"><cell><t:value-of select="cell($row, id)"/></cell></t:for-each></t:for-each>
<t:choose><t:when test="count(rows[1]) &gt; 0"><t:call name="d" select="clauses"/></t:when><t:otherwise>нет</t:otherwise></t:choose>
</template>)X";
const std::string kLibrary =
    R"(<t:library xmlns:t="urn:chancery:template"><t:define name="d"><p xmlns="urn:chancery:document"><t:value-of select="text" separator=", "/></p></t:define></t:library>)";
const std::string kJson =
    R"({"template": "x", "title": "работе\nшкол", "date": "2026-06-05", "clauses": [{"text": "раз"}, {"text": "два", "clauses": [{"text": "\u0442ри"}]}], "columns": [{"id": "no"}, {"id": "2021-I"}], "rows": [{"no": 1, "2021-I": true}, {"no": null}]})";

/// A text with a few bytes dropped, doubled, swapped or replaced by what its syntax is made of.
std::string damaged(std::string text, std::mt19937& random) {
  static const std::string kBytes = "<>/\"'{}[]&;$.,:=()*@|\\ \n-!t0\xD0\xFF";
  const std::size_t changes = 1 + random() % 3;
  for (std::size_t i = 0; i < changes && !text.empty(); ++i) {
    const std::size_t at = random() % text.size();
    switch (random() % 5) {
      case 0:
        text.erase(at, 1 + random() % 8);
        break;
      case 1:
        text.insert(at, 1, kBytes[random() % kBytes.size()]);
        break;
      case 2:
        text[at] = kBytes[random() % kBytes.size()];
        break;
      case 3:
        text.insert(at, text.substr(at, random() % 20));
        break;
      default:
        std::swap(text[at], text[random() % text.size()]);
        break;
    }
  }
  return text;
}

// Whatever the files hold: no crash, and a result exactly when there is no error.
TEST(RobustnessTest, DamagedFilesGiveErrorsOrResultsNeverBoth) {
  std::mt19937 random(20261122);
  int results = 0;
  for (int round = 0; round < 1500; ++round) {
    Job job;
    job.store.files["lib.xml"] = round % 3 == 0 ? damaged(kLibrary, random) : kLibrary;
    job.store.files["x.template.xml"] = round % 3 == 1 ? damaged(kTemplate, random) : kTemplate;
    job.parseFile("x.template.xml");
    ASSERT_EQ(job.compiled == nullptr, job.diagnostics.hasErrors()) << round;
    if (!job.compiled) continue;
    job.fill(round % 3 == 2 ? damaged(kJson, random) : kJson);
    ASSERT_EQ(!job.document, job.diagnostics.hasErrors())
        << round << formatText(job.diagnostics, Language::russian);
    results += job.document ? 1 : 0;
    for (const Diagnostic& d : job.diagnostics.all()) {
      EXPECT_GT(d.place.line, 0) << d.text(Language::russian);
      for (const char* mark : {"{0}", "{1}", "{2}"}) {
        EXPECT_EQ(d.text(Language::russian).find(mark), std::string::npos) << d.message->code;
      }
    }
  }
  EXPECT_GT(results, 20);
}

TEST(RobustnessTest, TheUndamagedFilesWork) {
  Job job;
  job.store.files["lib.xml"] = kLibrary;
  job.store.files["x.template.xml"] = kTemplate;
  job.parseFile("x.template.xml");
  job.fill(kJson);
  EXPECT_EQ(job.found(), Found{});
  ASSERT_TRUE(job.document);
  EXPECT_EQ(xml::dump(*job.document),
            "document id=\"x\"\n  title d=\"5 июня\"\n    \"О \"\n    \"работе\\nшкол\"\n"
            "  clause n=\"1\"\n    \"раз\"\n  clause n=\"2\"\n    \"два\"\n    clause n=\"1\"\n"
            "      \"три\"\n  cell\n    \"1\"\n  cell\n    \"true\"\n  cell\n  cell\n"
            "  p\n    \"раз\"\n  p\n    \"два\"\n");
}

}  // namespace
}  // namespace chancery::templates
