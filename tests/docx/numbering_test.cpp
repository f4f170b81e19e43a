#include "docx/numbering.h"

#include <gtest/gtest.h>

#include <optional>

#include "docx/sample.h"
#include "docx/unpacked.h"

namespace chancery::docx {
namespace {

using sample::labelled;
using test::Node;

std::string numeral(int value, const std::string& kind) {
  if (kind == "russianLower") {
    static const std::vector<std::string> kLetters{"а", "б", "в", "г", "д", "е", "ж"};
    return kLetters.at(static_cast<std::size_t>(value - 1));
  }
  static const std::vector<std::string> kRoman{"i", "ii", "iii", "iv", "v", "vi"};
  if (kind == "decimal") return std::to_string(value);
  std::string roman = kRoman.at(static_cast<std::size_t>(value - 1));
  if (kind == "upperRoman") {
    for (char& c : roman) c = static_cast<char>(c - 'a' + 'A');
  }
  return roman;
}

/// Counts labels as Word does (ECMA-376-1, 17.9): one count per abstractNum, whichever num names
/// it; the first use of a num with a startOverride sets the count anew.
class WordCounter {
 public:
  explicit WordCounter(const Node& numbering) {
    for (const Node* abstract : numbering.all("w:abstractNum")) {
      for (const Node* level : abstract->all("w:lvl")) {
        abstracts_[abstract->attribute("w:abstractNumId")].push_back(level);
      }
    }
    for (const Node* num : numbering.all("w:num")) nums_[num->attribute("w:numId")] = num;
  }

  std::string label(const Node& properties) {
    const std::string numId = properties.child("w:numId").val();
    const auto level = static_cast<std::size_t>(std::stoi(properties.child("w:ilvl").val()));
    const Node& num = *nums_.at(numId);
    const std::string abstract = num.child("w:abstractNumId").val();
    const auto& levels = abstracts_.at(abstract);
    auto& counts = counts_[abstract];
    counts.resize(levels.size());
    if (begun_.insert(numId).second && num.has("w:lvlOverride")) {
      const Node& override = num.child("w:lvlOverride");
      counts.at(static_cast<std::size_t>(std::stoi(override.attribute("w:ilvl")))) =
          std::stoi(override.child("w:startOverride").val()) - 1;
    }
    const auto start = [&](std::size_t k) { return std::stoi(levels[k]->child("w:start").val()); };
    for (std::size_t k = 0; k < level; ++k) counts[k] = counts[k].value_or(start(k));
    counts[level] = counts[level].value_or(start(level) - 1) + 1;
    for (std::size_t k = level + 1; k < counts.size(); ++k) counts[k].reset();
    return shown(levels, level, counts);
  }

 private:
  static std::string shown(const std::vector<const Node*>& levels, std::size_t level,
                           const std::vector<std::optional<int>>& counts) {
    const std::string pattern = levels[level]->child("w:lvlText").val();
    if (levels[level]->child("w:numFmt").val() == "bullet") return pattern;
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      if (pattern[i] != '%') {
        text += pattern[i];
        continue;
      }
      const auto k = static_cast<std::size_t>(pattern[++i] - '1');
      text += numeral(counts[k].value(), levels[k]->child("w:numFmt").val());
    }
    return text;
  }

  std::map<std::string, std::vector<const Node*>> abstracts_;
  std::map<std::string, const Node*> nums_;
  std::map<std::string, std::vector<std::optional<int>>> counts_;
  std::set<std::string> begun_;
};

/// Every label as Word counts it, in the document's order.
std::vector<std::string> counted(const format::Document& document) {
  const std::string docx = test::packed(document);
  const Node numbering = test::parse(test::part(docx, "word/numbering.xml"));
  WordCounter counter(numbering);
  std::vector<std::string> labels;
  const Node body = test::parse(test::part(docx, "word/document.xml"));
  for (const Node* properties : body.all("w:numPr")) labels.push_back(counter.label(*properties));
  return labels;
}

std::vector<std::string> stated(const std::vector<format::Block>& blocks) {
  std::vector<std::string> labels;
  for (const format::Block& block : blocks) {
    labels.push_back(std::get<format::Paragraph>(block).label->text);
  }
  return labels;
}

format::Document listing(std::vector<format::NumberingInstance> instances,
                         std::vector<format::Block> blocks) {
  format::Document document = sample::document();
  document.instances = std::move(instances);
  document.sections[0].blocks = std::move(blocks);
  return document;
}

void expectAgreement(const format::Document& document) {
  EXPECT_EQ(counted(document), stated(document.sections[0].blocks));
}

std::size_t abstractsIn(const format::Document& document) {
  return test::parse(NumberingPlan(document).part()).all("w:abstractNum").size();
}

TEST(DocxNumbering, WordCountsWhatLabelsSay) {
  expectAgreement(listing(
      {{0, 1}},
      {labelled("1.", 0, 0), labelled("1.1.", 0, 1), labelled("1.2.", 0, 1), labelled("а)", 0, 2),
       labelled("б)", 0, 2), labelled("2.", 0, 0), labelled("2.1.", 0, 1), labelled("а)", 0, 2)}));
}

TEST(DocxNumbering, CountsEveryKind) {
  expectAgreement(listing({{2, 4}, {1, 1}},
                          {labelled("IV.", 0, 0), labelled("(i)", 0, 1), labelled("(ii)", 0, 1),
                           labelled("–", 1, 0), labelled("V.", 0, 0), labelled("(i)", 0, 1)}));
}

TEST(DocxNumbering, ListsInTurnShareOneDefinition) {
  const format::Document document =
      listing({{0, 1}, {0, 1}, {0, 5}},
              {labelled("1.", 0, 0), labelled("1.1.", 0, 1), labelled("1.", 1, 0),
               labelled("1.1.", 1, 1), labelled("5.", 2, 0), labelled("6.", 2, 0)});
  expectAgreement(document);
  EXPECT_EQ(abstractsIn(document), 1u);
}

TEST(DocxNumbering, InterleavedListsCountByThemselves) {
  const format::Document document =
      listing({{0, 1}, {0, 1}}, {labelled("1.", 0, 0), labelled("1.", 1, 0), labelled("2.", 1, 0),
                                 labelled("3.", 1, 0), labelled("2.", 0, 0)});
  expectAgreement(document);
  EXPECT_EQ(abstractsIn(document), 2u);
}

TEST(DocxNumbering, AListThatBeginsDeepCountsByItself) {
  const format::Document document = listing(
      {{0, 1}, {0, 3}},
      {labelled("1.", 0, 0), labelled("2.", 0, 0), labelled("3.1.", 1, 1), labelled("3.2.", 1, 1)});
  expectAgreement(document);
  EXPECT_EQ(abstractsIn(document), 2u);
}

TEST(DocxNumbering, AListMayFollowOneThatBeganDeep) {
  const format::Document document =
      listing({{0, 1}, {0, 1}}, {labelled("1.1.", 0, 1), labelled("1.", 1, 0)});
  expectAgreement(document);
  EXPECT_EQ(abstractsIn(document), 1u);
}

TEST(DocxNumbering, InstancesAreOrderedByTheirUse) {
  expectAgreement(listing({{0, 7}, {0, 2}}, {labelled("2.", 1, 0), labelled("3.", 1, 0),
                                             labelled("7.", 0, 0), labelled("8.", 0, 0)}));
}

TEST(DocxNumbering, CountsInsideTables) {
  format::Document document = listing({{0, 1}, {0, 1}, {0, 1}}, {});
  format::Cell left = sample::emptyCell(), right = sample::emptyCell();
  left.blocks = {labelled("1.", 0, 0), labelled("2.", 0, 0)};
  right.blocks = {labelled("1.", 1, 0)};
  document.sections[0].blocks = {sample::table(document, 2, {sample::row({left, right})}),
                                 labelled("1.", 2, 0)};
  EXPECT_EQ(counted(document), (std::vector<std::string>{"1.", "2.", "1.", "1."}));
  EXPECT_EQ(abstractsIn(document), 1u);
}

TEST(DocxNumbering, BulletsShareOneNum) {
  const format::Document document = listing(
      {{1, 1}, {0, 1}, {1, 1}},
      {labelled("–", 0, 0), labelled("1.", 1, 0), labelled("–", 2, 0), labelled("–", 0, 0)});
  const NumberingPlan plan(document);
  EXPECT_EQ(plan.numId(0), 1);
  EXPECT_EQ(plan.numId(1), 2);
  EXPECT_EQ(plan.numId(2), 1);
  expectAgreement(document);
}

TEST(DocxNumbering, NumberingsDoNotShare) {
  const format::Document document =
      listing({{0, 1}, {2, 1}}, {labelled("1.", 0, 0), labelled("I.", 1, 0)});
  expectAgreement(document);
  EXPECT_EQ(abstractsIn(document), 2u);
}

TEST(DocxNumbering, WritesLevelsInFull) {
  const format::Document document = listing({{2, 4}}, {labelled("IV.", 0, 0)});
  EXPECT_EQ(test::compact(test::parse(NumberingPlan(document).part()).child("w:abstractNum")),
            "<w:abstractNum w:abstractNumId=\"0\"><w:nsid w:val=\"5C000000\"/>"
            "<w:multiLevelType w:val=\"multilevel\"/>"
            "<w:lvl w:ilvl=\"0\"><w:start w:val=\"4\"/><w:numFmt w:val=\"upperRoman\"/>"
            "<w:suff w:val=\"space\"/><w:lvlText w:val=\"%1.\"/><w:lvlJc w:val=\"left\"/>"
            "<w:pPr><w:ind w:firstLine=\"709\" w:left=\"0\"/></w:pPr></w:lvl>"
            "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerRoman\"/>"
            "<w:suff w:val=\"space\"/><w:lvlText w:val=\"(%2)\"/><w:lvlJc w:val=\"left\"/>"
            "<w:pPr><w:ind w:firstLine=\"709\" w:left=\"0\"/></w:pPr></w:lvl></w:abstractNum>");
}

TEST(DocxNumbering, WritesNums) {
  const format::Document document = listing(
      {{1, 1}, {0, 1}, {0, 1}}, {labelled("–", 0, 0), labelled("1.", 1, 0), labelled("1.", 2, 0)});
  const Node root = test::parse(NumberingPlan(document).part());
  const auto abstracts = root.all("w:abstractNum");
  EXPECT_EQ(abstracts[0]->child("w:multiLevelType").val(), "singleLevel");
  EXPECT_EQ(abstracts[1]->child("w:nsid").val(), "5C000001");
  std::string nums;
  for (const Node* num : root.all("w:num")) nums += test::compact(*num) + "\n";
  EXPECT_EQ(nums,
            "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\n"
            "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>\n"
            "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">"
            "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>\n");
}

TEST(DocxNumbering, ListIdsAreHexadecimal) {
  std::vector<format::NumberingInstance> instances;
  std::vector<format::Block> blocks;
  for (int i = 0; i < 40; ++i) {
    instances.push_back({0, 1});
    blocks.push_back(labelled("1.", i, 0));
  }
  for (int i = 0; i < 40; ++i) blocks.push_back(labelled("2.", i, 0));
  const format::Document document = listing(instances, blocks);
  expectAgreement(document);
  const Node root = test::parse(NumberingPlan(document).part());
  EXPECT_EQ(root.all("w:nsid").size(), 40u);
  EXPECT_EQ(root.all("w:nsid")[39]->val(), "5C000027");
}

TEST(DocxNumbering, NoListsNoPart) {
  const format::Document document = sample::document();
  EXPECT_TRUE(NumberingPlan(document).empty());
  EXPECT_EQ(test::part(test::packed(document), "word/numbering.xml"), "");
  EXPECT_FALSE(NumberingPlan(listing({{0, 1}}, {})).empty());
}

}  // namespace
}  // namespace chancery::docx
