#include "docx/markup.h"

#include <gtest/gtest.h>

namespace chancery::docx {
namespace {

std::string escaped(std::string_view text) {
  return Markup().text(text).take();
}

TEST(DocxMarkup, EscapesMarkup) {
  EXPECT_EQ(escaped("a<b>&\"c'"), "a&lt;b&gt;&amp;&quot;c'");
  EXPECT_EQ(escaped("]]>"), "]]&gt;");
  EXPECT_EQ(escaped(""), "");
}

TEST(DocxMarkup, KeepsTextAsItStands) {
  EXPECT_EQ(escaped("№ 5 «да» \u00A0\u00AD\u2011\U0001F600"),
            "№ 5 «да» \u00A0\u00AD\u2011\U0001F600");
}

TEST(DocxMarkup, DropsWhatXmlForbids) {
  std::string controls;
  for (char c = 0; c < 0x20; ++c) controls += c;
  EXPECT_EQ(escaped("a" + controls + "b"), "a\t\nb");
  EXPECT_EQ(escaped("a\uFFFE\uFFFFb"), "ab");
  EXPECT_EQ(escaped("\uFFFD\uF000\uFEFF"), "\uFFFD\uF000\uFEFF");
  EXPECT_EQ(escaped("\x7F"), "\x7F");
}

TEST(DocxMarkup, WritesElements) {
  Markup out;
  out.raw("<a").attribute("b", "\"").attribute("c", -5).raw(">");
  out.value("d", "x&y").value("e", 0).value("f", INT64_MIN).flag("g").flag("h", false);
  EXPECT_EQ(out.view(),
            "<a b=\"&quot;\" c=\"-5\"><d w:val=\"x&amp;y\"/><e w:val=\"0\"/>"
            "<f w:val=\"-9223372036854775808\"/><g/><h w:val=\"0\"/>");
}

TEST(DocxMarkup, LeavesEmptyElementsOut) {
  Markup out;
  out.element("a", [&] { out.element("b", [] {}); });
  EXPECT_EQ(out.view(), "");
  out.element("a", [&] { out.element("b", [&] { out.number(7); }); });
  EXPECT_EQ(out.view(), "<a><b>7</b></a>");
  EXPECT_EQ(out.size(), 15u);
}

}  // namespace
}  // namespace chancery::docx
