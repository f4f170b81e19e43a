#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "template/support.h"

namespace chancery::templates {
namespace {

const std::string kShared = std::string(CHANCERY_PROJECT_DIR) + "/../shared/";

std::string textOf(const std::string& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

const std::string kLibrary =
    R"(<t:library xmlns:t="urn:chancery:template" xmlns="urn:chancery:document">
  <t:fields>
    <t:group name="agreed" optional="true" repeat="true" use="stamp"/>
    <t:group name="approved" optional="true" use="stamp"/>
    <t:field name="heading" type="text" optional="true"/>
    <t:field name="subheading" type="text" optional="true"/>
    <t:group name="before" optional="true" repeat="true" use="block"/>
    <t:group name="after" optional="true" repeat="true" use="block"/>
    <t:group name="columns" repeat="true"><t:field name="id"/><t:field name="title" type="text"/></t:group>
    <t:field name="columnNumbers" repeat="true" optional="true"/>
    <t:group name="rows" repeat="true" open="columns/id">
      <t:field name="section" type="text" optional="true"/><t:field name="number" optional="true"/>
      <t:field name="header" repeat="true" optional="true"/>
      <t:group name="body" repeat="true" optional="true" use="block"/>
    </t:group>
  </t:fields>
  <t:fields name="stamp">
    <t:field name="post" type="post" optional="true"/><t:field name="organisation" type="text" optional="true"/>
    <t:field name="name" type="person" optional="true"/><t:field name="date" optional="true"/>
  </t:fields>
  <t:define name="stamp"><post><t:value-of select="post"/></post><name><t:value-of select="name"/></name></t:define>
</t:library>)";

const std::string kBlocks =
    R"(<t:library xmlns:t="urn:chancery:template" xmlns="urn:chancery:document">
  <t:fields name="block">
    <t:field name="p" type="text" optional="true"/>
    <t:field name="heading" type="text" optional="true"/>
    <t:field name="number" optional="true"/>
    <t:field name="list" type="text" repeat="true" optional="true"/>
    <t:field name="style" optional="true"/>
    <t:group name="abbreviations" repeat="true" optional="true">
      <t:field name="short"/><t:field name="full" type="text"/>
    </t:group>
  </t:fields>
  <t:define name="blocks">
    <t:if test="p"><p><t:value-of select="p"/></p></t:if>
    <t:if test="list"><list style="{style}"><t:for-each select="list"><item><t:value-of select="."/></item></t:for-each></list></t:if>
  </t:define>
</t:library>)";

// The sketched templates are what the language was made for: they must pass as they stand.
class SketchTest : public testing::Test {
 protected:
  void SetUp() override {
    const std::string roadmap = textOf(kShared + "sketches/roadmap.template.xml");
    if (roadmap.empty()) GTEST_SKIP() << "the sketches are not here";
    job.store.files["roadmap.template.xml"] = roadmap;
    job.store.files["order.template.xml"] = textOf(kShared + "sketches/order.template.xml");
    job.store.files["roadmap.fields.xml"] = kLibrary;
    job.store.files["blocks.xml"] = kBlocks;
    for (const char* name : {"list", "text", "pdf"}) {
      job.store.files[fileNameOf(name)] =
          "<template xmlns='urn:chancery:document' xmlns:t='urn:chancery:template' id='" +
          std::string(name) +
          "'><t:fields><t:field name='heading' type='text' optional='true'/>"
          "<t:field name='items' type='text' repeat='true' optional='true'/></t:fields>"
          "<part><title><t:value-of select='heading'/></title><t:for-each select='items'><p>"
          "<t:value-of select='.'/></p></t:for-each></part></template>";
    }
  }
  Job job;
};

TEST_F(SketchTest, TheOrderIsAcceptedAndListsItsFiles) {
  job.parseFile("order.template.xml");
  ASSERT_EQ(job.found(), Found{}) << formatText(job.diagnostics, Language::russian);
  EXPECT_EQ(job.compiled->id(), "order");
  EXPECT_EQ(job.compiled->workflow(), "order");
  EXPECT_EQ(job.compiled->profile(), "gost-7.0.97-2025");
  std::vector<std::string> files;
  for (const TemplateFile& file : job.compiled->files()) files.push_back(file.name);
  EXPECT_EQ(files,
            (std::vector<std::string>{"order.template.xml", "roadmap.template.xml",
                                      "roadmap.fields.xml", "blocks.xml", "list.template.xml",
                                      "text.template.xml", "pdf.template.xml"}));
}

TEST_F(SketchTest, RealRoadMapsFillTheRoadMap) {
  job.parseFile("roadmap.template.xml");
  for (const char* seed : {"000_ad550ce0f2e3b95b", "003_ccc917c7b17e2eac"}) {
    job.fill(textOf(kShared + "seeds/" + seed + ".json"));
    EXPECT_EQ(job.diagnostics.errorCount(), 0u) << formatText(job.diagnostics, Language::russian);
    ASSERT_TRUE(job.document);
  }
}

TEST_F(SketchTest, ARealOrderFillsTheOrder) {
  job.parseFile("order.template.xml");
  job.fill(textOf(kShared + "seeds/001_91ef536d5071ef97.json"));
  ASSERT_TRUE(job.document) << formatText(job.diagnostics, Language::russian);
  EXPECT_EQ(job.document->children.size(), 3u);
  EXPECT_EQ(job.document->children[2].children[0].attribute("orientation"), "landscape");
}

}  // namespace
}  // namespace chancery::templates
