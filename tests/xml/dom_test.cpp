#include "xml/dom.h"

#include <gtest/gtest.h>

namespace chancery::xml {
namespace {

struct Sample {
  Dom dom;
  DomNode root, first, second, entry;

  Sample() {
    root = dom.makeRoot("data", {1, 5});
    first = dom.appendElement(root, "item", {1, 10});
    dom.appendText(first, "один", {1, 12});
    second = dom.appendElement(root, "item", {3, 4'000'000'000u});
    entry = dom.appendElement(root, "entry", {1, 30});
    dom.setAttribute(entry, "key", "2021-I");
    dom.appendText(entry, "a\nb & <c>", {});
  }
};

TEST(DomTest, DumpsWhatWasBuilt) {
  EXPECT_EQ(Sample().dom.dump(),
            "data\n  item \"один\"\n  item\n  entry @key=\"2021-I\" \"a\nb & <c>\"\n");
  EXPECT_EQ(Dom().dump(), "");
}

TEST(DomTest, WalksTheTree) {
  const Sample s;
  EXPECT_EQ(s.dom.root(), s.root);
  EXPECT_EQ(s.root.firstElement(), s.first);
  EXPECT_EQ(s.first.nextElement(), s.second);
  EXPECT_FALSE(s.entry.nextElement());
  EXPECT_EQ(s.root.findChild("item"), s.first);
  EXPECT_EQ(s.root.findChild("entry"), s.entry);
  EXPECT_FALSE(s.root.findChild("none"));
  EXPECT_EQ(s.first.parent(), s.root);
  EXPECT_FALSE(s.root.parent());
  EXPECT_TRUE(s.first.firstChild().isText());
  EXPECT_FALSE(s.first.firstElement());
  EXPECT_TRUE(s.first.isElement());
}

TEST(DomTest, ReadsTextAndAttributes) {
  const Sample s;
  EXPECT_EQ(s.first.text(), "один");
  EXPECT_EQ(s.root.text(), "одинa\nb & <c>");
  EXPECT_TRUE(s.root.hasText());
  EXPECT_TRUE(s.first.hasText());
  EXPECT_FALSE(s.second.hasText());
  EXPECT_EQ(s.entry.findAttribute("key"), "2021-I");
  EXPECT_EQ(s.entry.findAttribute("other"), std::nullopt);
  EXPECT_EQ(s.first.firstChild().findAttribute("key"), std::nullopt);
}

TEST(DomTest, KeepsThePlaceOfEveryNode) {
  const Sample s;
  EXPECT_EQ(s.root.position().offset, 5u);
  EXPECT_EQ(s.second.position().source, 3u);
  EXPECT_EQ(s.second.position().offset, 4'000'000'000u);
  EXPECT_EQ(s.first.firstChild().position().offset, 12u);
  EXPECT_FALSE(DomNode().position());
}

TEST(DomTest, AnEmptyHandleAnswersNothing) {
  const DomNode none;
  EXPECT_FALSE(none);
  EXPECT_FALSE(none.isElement());
  EXPECT_FALSE(none.isText());
  EXPECT_EQ(none.name(), "");
  EXPECT_EQ(none.text(), "");
  EXPECT_FALSE(none.hasText());
  EXPECT_FALSE(none.firstElement());
  EXPECT_FALSE(none.nextElement());
  EXPECT_FALSE(none.findChild("x"));
  EXPECT_FALSE(none.parent());
}

TEST(DomTest, RemovesANodeWithAllBelowIt) {
  Sample s;
  s.dom.remove(s.first);
  EXPECT_EQ(s.root.firstElement(), s.second);
  EXPECT_EQ(s.dom.dump(), "data\n  item\n  entry @key=\"2021-I\" \"a\nb & <c>\"\n");
}

TEST(DomTest, CountsNodesAndMoves) {
  Sample s;
  EXPECT_EQ(s.dom.nodeCount(), 6u);
  const Dom moved = std::move(s.dom);
  EXPECT_EQ(moved.nodeCount(), 6u);
  EXPECT_EQ(moved.root(), s.root);
  Dom other;
  other.makeRoot("old", {});
  Dom target;
  target = std::move(other);
  EXPECT_EQ(target.dump(), "old\n");
}

TEST(DomTest, NoEmptyTextNodes) {
  Dom dom;
  const DomNode root = dom.makeRoot("a", {});
  dom.appendText(root, "", {});
  EXPECT_FALSE(root.firstChild());
}

TEST(DomTest, KnowsNames) {
  for (const char* name : {"a", "columnNumbers", "срок", "a-b.c_1", "_x"})
    EXPECT_TRUE(isName(name));
  for (const char* name : {"", "1", "a b", "2021", "a:b", "-a", "№"}) EXPECT_FALSE(isName(name));
  EXPECT_FALSE(isName(std::string_view("a\0b", 3)));
}

}  // namespace
}  // namespace chancery::xml
