#include "xml/tree.h"

#include <gtest/gtest.h>

namespace chancery::xml {
namespace {

Node textNode(const std::string& text) {
  Node node;
  node.type = Node::Type::text;
  node.text = text;
  return node;
}

Node sample() {
  Node root;
  root.space = Namespace::document;
  root.name = "p";
  root.origin.stated = {1, 10};
  root.attributes = {{"id", "a\"b", 14}, {"late", "", 0}};
  root.children.push_back(textNode("one\ntwo\\"));
  Node child;
  child.space = Namespace::templates;
  child.name = "if";
  child.children.push_back(textNode("three"));
  root.children.push_back(child);
  return root;
}

TEST(TreeTest, NamespacesAndTheirAddressesAgree) {
  for (const Namespace space : {Namespace::document, Namespace::templates, Namespace::office,
                                Namespace::workflow, Namespace::profile, Namespace::calendar}) {
    EXPECT_EQ(namespaceOf(uriOf(space)), space);
  }
  EXPECT_EQ(uriOf(Namespace::templates), "urn:chancery:template");
  EXPECT_EQ(uriOf(Namespace::other), "");
  EXPECT_EQ(namespaceOf(""), Namespace::none);
  EXPECT_EQ(namespaceOf("urn:chancery:nothing"), Namespace::other);
}

TEST(TreeTest, FindsAttributesAndChildren) {
  const Node root = sample();
  EXPECT_EQ(root.attribute("id"), "a\"b");
  EXPECT_EQ(root.attribute("none"), "");
  EXPECT_EQ(root.findAttribute("none"), nullptr);
  ASSERT_NE(root.findChild("if"), nullptr);
  EXPECT_EQ(root.findChild("then"), nullptr);
  EXPECT_TRUE(root.findChild("if")->is(Namespace::templates, "if"));
  EXPECT_FALSE(root.findChild("if")->is(Namespace::document, "if"));
  EXPECT_FALSE(root.children[0].is(Namespace::none, ""));
}

TEST(TreeTest, JoinsTheTextBelowANode) {
  EXPECT_EQ(sample().textContent(), "one\ntwo\\three");
}

TEST(TreeTest, AnAttributeWithoutAnOffsetStandsAtItsElement) {
  const Node root = sample();
  EXPECT_EQ(positionOf(root, root.attributes[0]).offset, 14u);
  EXPECT_EQ(positionOf(root, root.attributes[1]).offset, 10u);
  EXPECT_EQ(positionOf(root, root.attributes[0]).source, 1u);
}

TEST(TreeTest, DumpsOneNodeALine) {
  EXPECT_EQ(dump(sample()),
            "p id=\"a\\\"b\" late=\"\"\n"
            "  \"one\\ntwo\\\\\"\n"
            "  template:if\n"
            "    \"three\"\n");
  Node foreign;
  foreign.space = Namespace::other;
  foreign.name = "svg";
  EXPECT_EQ(dump(foreign), "other:svg\n");
}

}  // namespace
}  // namespace chancery::xml
