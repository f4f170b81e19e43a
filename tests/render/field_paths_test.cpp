#include "render/field_paths.h"

#include <gtest/gtest.h>

namespace chancery::render {
namespace {

/// The path of the value that begins where `mark` stands in `text`.
class Paths {
 public:
  Paths(const char* name, std::string text) : text_(text) {
    source_ = sources_.add(name, std::move(text));
    Diagnostics diagnostics;
    auto data = data::read(sources_, source_, *data::formatOf(name), {}, diagnostics);
    EXPECT_FALSE(diagnostics.hasErrors());
    paths_.emplace(std::move(*data), sources_);
  }
  std::string at(std::string_view mark) const { return offset(text_.find(mark)); }
  std::string offset(std::size_t offset) const {
    return paths_->find({source_, static_cast<std::uint32_t>(offset)});
  }
  std::string elsewhere() const { return paths_->find({source_ + 1, 1}); }

 private:
  std::string text_;
  Sources sources_;
  SourceId source_ = 0;
  std::optional<FieldPaths> paths_;
};

TEST(FieldPaths, KeysAndNumbersOfItems) {
  const Paths paths("a.json", R"({"title": "Об отпуске", "clauses": [{"text": "раз"},
      {"text": "два", "parts": ["а", "б" , "в"]}], "signature": {"post": "глава"}})");
  EXPECT_EQ(paths.at("\"Об отпуске\""), "title");
  EXPECT_EQ(paths.at("\"раз\""), "clauses/1/text");
  EXPECT_EQ(paths.at("\"два\""), "clauses/2/text");
  EXPECT_EQ(paths.at("\"а\""), "clauses/2/parts/1");
  EXPECT_EQ(paths.at("\"в\""), "clauses/2/parts/3");
  EXPECT_EQ(paths.at("\"глава\""), "signature/post");
  EXPECT_EQ(paths.at("{\"post\""), "signature");
}

TEST(FieldPaths, AListOfOneIsAList) {
  const Paths paths("a.json", R"({"clauses": [ {"text": "раз"} ], "one": {"text": "два"}})");
  EXPECT_EQ(paths.at("\"раз\""), "clauses/1/text");
  EXPECT_EQ(paths.at("\"два\""), "one/text");
}

TEST(FieldPaths, KeysThatAreNoNames) {
  const Paths paths("a.json", R"({"а/б~в": "x", "2026 год": ["y"]})");
  EXPECT_EQ(paths.at("\"x\""), "а~1б~0в");
  EXPECT_EQ(paths.at("\"y\""), "2026 год/1");
}

TEST(FieldPaths, WhereNoValueBegins) {
  const Paths paths("a.json", R"({"a": "xyz", "n": null})");
  EXPECT_EQ(paths.at("a"), "");
  EXPECT_EQ(paths.at("xyz"), "");
  EXPECT_EQ(paths.offset(0), "");
  EXPECT_EQ(paths.offset(1000), "");
  EXPECT_EQ(paths.elsewhere(), "");
}

TEST(FieldPaths, XmlTellsListsByNeighbours) {
  const Paths paths("a.xml", "<d><c><t>x</t></c><c><t>y</t></c><e>z</e></d>");
  EXPECT_EQ(paths.at("<t>x"), "c/1/t");
  EXPECT_EQ(paths.at("<t>y"), "c/2/t");
  EXPECT_EQ(paths.at("<e>z"), "e");
}

}  // namespace
}  // namespace chancery::render
