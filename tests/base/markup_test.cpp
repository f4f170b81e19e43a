#include "base/markup.h"

#include <gtest/gtest.h>

namespace chancery {
namespace {

using namespace std::string_view_literals;

TEST(Markup, ValuesAreEscaped) {
  Markup markup;
  markup.raw("<a").attribute("b", "\"&<>'").attribute("c", -12).raw(">").text("1 < 2 & \"3\"\n\tё");
  markup.number(40).raw("</a>");
  EXPECT_EQ(markup.view(),
            "<a b=\"&quot;&amp;&lt;&gt;'\" c=\"-12\">1 &lt; 2 &amp; &quot;3&quot;\n\tё40</a>");
  EXPECT_EQ(markup.take().substr(0, 3), "<a ");
}

TEST(Markup, EscapedTextOfItsOwn) {
  EXPECT_EQ(escaped("a<b>&\"\x01"), "a&lt;b&gt;&amp;&quot;");
  EXPECT_EQ(escaped(""), "");
}

TEST(Markup, WhatXmlForbidsIsLeftOut) {
  std::string out = "=";
  appendEscaped(out,
                "a\0b\x1f"
                "c\uFFFE"
                "d\uFFFF"
                "e\uFFFD"
                "f\uF000g\r"sv);
  EXPECT_EQ(out,
            "=abcde\uFFFD"
            "f\uF000g");
}

TEST(Markup, TextWithoutMarkupStaysAsItIs) {
  std::string out;
  appendEscaped(out, "№ 5 – ₽");
  EXPECT_EQ(out, "№ 5 – ₽");
  appendEscaped(out, "");
  EXPECT_EQ(out, "№ 5 – ₽");
}

}  // namespace
}  // namespace chancery
