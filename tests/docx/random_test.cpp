// Documents at random: whatever layout may hand over becomes a package that holds together.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <random>
#include <set>

#include "base/file.h"
#include "docx/features.h"
#include "docx/unpacked.h"

namespace chancery::docx {
namespace {

using sample::paragraph;
using test::Node;

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  format::Document document() {
    document_ = sample::document();
    document_.instances = {{0, 1}, {1, 1}, {2, 3}};
    document_.mirrorMargins = chance(3);
    for (format::ParagraphStyle& style : document_.styles) {
      style.hyphenate = chance(4);
      if (chance(2)) style.tabs = {{Length::mm(pick(150)), format::Align::right, chance(2)}};
    }
    for (int i = 0; i < 6; ++i) sample::mark(document_, "mark-" + std::to_string(i / 2));
    for (int i = 0; i < 3; ++i) addObject();
    const format::Section plain = document_.sections[0];
    document_.sections.assign(static_cast<std::size_t>(1 + pick(4)), plain);
    for (format::Section& section : document_.sections) fill(section);
    return document_;
  }

  format::Resolved resolved() {
    format::Resolved resolved = sample::resolve(document_);
    for (std::size_t i = 0; i < document_.bookmarks.size(); ++i) {
      resolved.bookmarkPages.push_back(pick(40));
    }
    for (int table = 0; table < document_.tableCount; ++table) {
      for (int row = 1; row < 5; ++row) {
        if (chance(3)) resolved.groupBreaks.push_back({table, row, 0});
      }
    }
    return resolved;
  }

 private:
  int pick(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }
  bool chance(int of) { return pick(of) == 0; }

  void addObject() {
    static constexpr chart::Kind kKinds[] = {chart::Kind::bar, chart::Kind::line, chart::Kind::pie,
                                             chart::Kind::gantt};
    switch (pick(3)) {
      case 0:
        sample::add(document_, sample::png(1 + pick(9), 1 + pick(9)));
        break;
      case 1:
        sample::add(document_, sample::drawing());
        break;
      default:
        sample::add(document_, sample::chart(kKinds[pick(4)]));
    }
    document_.objects.back().decorative = chance(3);
  }

  void fill(format::Section& section) {
    section.startsOdd = chance(4);
    section.headerOnFirst = chance(2);
    if (chance(3)) section.header.reset();
    if (chance(2)) section.footer = line(0);
    section.footerOnFirst = chance(2);
    if (chance(3)) section.placed = {{pick(3), Length::mm(pick(200)), Length::mm(pick(200))}};
    const int blocks = pick(6);
    for (int i = 0; i < blocks; ++i) section.blocks.push_back(block(0));
  }

  format::Block block(int depth) {
    switch (pick(depth < 2 ? 6 : 4)) {
      case 4:
        return table(depth);
      case 5:
        return contents();
      default:
        return line(2);
    }
  }

  format::Paragraph line(int most) {
    static constexpr format::Role kRoles[] = {format::Role::paragraph, format::Role::heading1,
                                              format::Role::caption, format::Role::listItem};
    format::Paragraph line = paragraph("", pick(5));
    line.role = kRoles[pick(4)];
    line.pageBreakBefore = most > 0 && chance(6);
    if (most > 0 && chance(3)) line.bookmark = pick(6);
    if (chance(4)) line.label = format::Label{pick(3), 0, "1."};
    const int runs = pick(6);
    for (int i = 0; i < runs; ++i) line.runs.push_back(run(most > 0));
    return line;
  }

  format::Run run(bool inText) {
    static constexpr const char* kTexts[] = {"слово", " 12 ", "\t", "а\nб", "", "<&>\"", "2.15"};
    format::Run run = chance(3) ? sample::bold(kTexts[pick(7)]) : sample::run(kTexts[pick(7)]);
    if (chance(4)) run.link = pick(6);
    if (chance(3)) run.origin = {{}, {1, static_cast<std::uint32_t>(pick(9))}, Words::data};
    if (!chance(3)) return run;
    static constexpr format::Run::Field kFields[] = {
        format::Run::Field::pageNumber, format::Run::Field::pageCount,
        format::Run::Field::sectionPageCount, format::Run::Field::pageOf,
        format::Run::Field::object};
    if (inText && chance(3)) return sample::note(document_, "сноска");
    run.field = kFields[pick(5)];
    run.index = pick(3);
    return run;
  }

  format::Contents contents() {
    static constexpr format::Contents::Of kOf[] = {format::Contents::Of::headings,
                                                   format::Contents::Of::tables,
                                                   format::Contents::Of::figures};
    format::Contents contents;
    contents.of = kOf[pick(3)];
    const int lines = pick(4);
    for (int i = 0; i < lines; ++i) {
      contents.lines.push_back(sample::line("строка", pick(6), pick(5)));
    }
    return contents;
  }

  format::Table table(int depth) {
    std::vector<format::Row> rows;
    const int columns = 1 + pick(3);
    const int count = 1 + pick(5);
    for (int i = 0; i < count; ++i) {
      format::Row row;
      const int cells = pick(columns + 1);
      for (int k = 0; k < cells; ++k) {
        format::Cell cell = sample::emptyCell(1 + pick(2), 1 + pick(3));
        cell.repeatLabel = chance(2);
        if (!chance(4)) cell.blocks.push_back(block(depth + 1));
        row.cells.push_back(std::move(cell));
      }
      row.repeat = i == 0 && chance(2);
      row.split = chance(2);
      rows.push_back(std::move(row));
    }
    return sample::table(document_, columns, std::move(rows));
  }

  std::mt19937 random_;
  format::Document document_;
};

std::string madeFrom(unsigned seed) {
  Generator generator(seed);
  const format::Document document = generator.document();
  Options options;
  options.fieldPath = [](Position data) { return "values/" + std::to_string(data.offset); };
  options.fieldsInTables = seed % 2 == 0;
  return write(document, generator.resolved(), options);
}

template <typename Visit>
void walk(const Node& node, const Visit& visit) {
  visit(node);
  for (const Node& child : node.children) walk(child, visit);
}

// Fields nest and end, ids are unique, bookmarks have two ends.
void expectWhole(const Node& part) {
  int depth = 0;
  std::multiset<std::string> begun, ended;
  std::set<std::string> drawings, controls;
  walk(part, [&](const Node& node) {
    if (node.name == "w:fldChar") {
      const std::string type = node.attribute("w:fldCharType");
      depth += type == "begin" ? 1 : type == "end" ? -1 : 0;
      EXPECT_GE(depth, 0);
    } else if (node.name == "w:bookmarkStart") {
      begun.insert(node.attribute("w:id"));
    } else if (node.name == "w:bookmarkEnd") {
      ended.insert(node.attribute("w:id"));
    } else if (node.name == "wp:docPr") {
      EXPECT_TRUE(drawings.insert(node.attribute("id")).second);
    } else if (node.name == "w:sdtPr" && node.has("w:id")) {
      EXPECT_TRUE(controls.insert(node.child("w:id").val()).second);
    } else if (node.name == "w:tc") {
      EXPECT_EQ(node.children.back().name, "w:p");
    }
  });
  EXPECT_EQ(depth, 0);
  EXPECT_EQ(begun, ended);
  EXPECT_EQ(begun.size(), std::set<std::string>(begun.begin(), begun.end()).size());
}

std::string folderOf(const std::string& name) {
  return name.substr(0, name.rfind('/') + 1);
}

TEST(DocxRandom, PackagesHoldTogether) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const auto parts = test::unpack(madeFrom(seed));
    std::set<std::string> names;
    for (const auto& [name, bytes] : parts) EXPECT_TRUE(names.insert(name).second) << name;
    for (const auto& [name, bytes] : parts) {
      if (!name.ends_with(".xml") && !name.ends_with(".rels")) continue;
      const Node root = test::parse(bytes);
      expectWhole(root);
      if (!name.ends_with(".rels") || name == "_rels/.rels") continue;
      const std::string folder = folderOf(folderOf(name).substr(0, folderOf(name).size() - 1));
      for (const Node& relation : root.children) {
        const std::string target = relation.attribute("Target");
        const std::string full =
            target.starts_with("../") ? "word/" + target.substr(3) : folder + target;
        EXPECT_EQ(names.count(full), 1u) << full;
      }
    }
    if (testing::Test::HasFailure()) break;
  }
}

TEST(DocxRandom, TheSameEachTime) {
  for (unsigned seed = 0; seed < 20; ++seed) EXPECT_EQ(madeFrom(seed), madeFrom(seed));
}

// For judges of other makers: CHANCERY_RANDOM_DOCX=folder keeps fifty of them there.
TEST(DocxRandom, FiftyForOtherJudges) {
  const char* folder = std::getenv("CHANCERY_RANDOM_DOCX");
  if (folder == nullptr) GTEST_SKIP() << "CHANCERY_RANDOM_DOCX names no folder";
  for (unsigned seed = 0; seed < 50; ++seed) {
    writeFile(std::filesystem::path(folder) / (std::to_string(seed) + ".docx"), madeFrom(seed));
  }
}

}  // namespace
}  // namespace chancery::docx
