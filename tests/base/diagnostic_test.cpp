#include "base/diagnostic.h"

#include <gtest/gtest.h>

#include "base/source.h"

namespace chancery {
namespace {

constexpr Message kFirst{"B901", {"нет «{0}» в {1}", "no “{0}” in {1}"}};
constexpr Message kSecond{"B902", {"пусто", "empty"}};

TEST(Fill, ReplacesMarksThatHaveArguments) {
  EXPECT_EQ(fill("{0}-{1}-{0}", {"a", "b"}), "a-b-a");
  EXPECT_EQ(fill("{2} {x} {0", {"a"}), "{2} {x} {0");
  EXPECT_EQ(fill("100 %", {}), "100 %");
}

TEST(Diagnostics, PrintForPeopleInBothLanguages) {
  Diagnostics diagnostics;
  diagnostics.error(kFirst, {"order.json", 3, 7}, {"title", "order"})
      .hint(hints::kDidYouMean, {"titel"});
  diagnostics.warning(kSecond, {"order.json"});
  diagnostics.warning(kSecond, {});
  EXPECT_EQ(formatText(diagnostics, Language::russian),
            "order.json:3:7: ошибка [B901]: нет «title» в order\n"
            "    подсказка: возможно, вы имели в виду «titel»\n"
            "order.json: предупреждение [B902]: пусто\n"
            "предупреждение [B902]: пусто\n");
  EXPECT_EQ(formatText(diagnostics, Language::english),
            "order.json:3:7: error [B901]: no “title” in order\n"
            "    hint: did you mean “titel”?\n"
            "order.json: warning [B902]: empty\n"
            "warning [B902]: empty\n");
  EXPECT_TRUE(diagnostics.hasErrors());
  EXPECT_EQ(diagnostics.errorCount(), 1u);
}

TEST(Diagnostics, PrintForMachines) {
  Diagnostics diagnostics;
  diagnostics.error(kFirst, {"a\"b", 1, 2}, {"x", "y"}).hint(hints::kKnownNames, {"z"});
  diagnostics.warning(kSecond, {});
  EXPECT_EQ(formatJson(diagnostics, Language::english),
            "[{\"severity\":\"error\",\"code\":\"B901\",\"file\":\"a\\\"b\",\"line\":1,\"column\":2,"
            "\"message\":\"no “x” in y\",\"hint\":\"allowed: z\"},"
            "{\"severity\":\"warning\",\"code\":\"B902\",\"file\":\"\",\"line\":0,\"column\":0,"
            "\"message\":\"empty\"}]\n");
  EXPECT_EQ(formatJson(Diagnostics(), Language::english), "[]\n");
}

TEST(Diagnostics, AppendKeepsSeverityPlaceAndHint) {
  Diagnostics found;
  found.error(kFirst, {"a", 1, 2}, {"x", "y"}).hint(hints::kDidYouMean, {"z"});
  found.warning(kSecond, {"b"});
  Diagnostics all;
  all.warning(kSecond, {});
  all.append(found);
  EXPECT_EQ(formatText(all, Language::english),
            "warning [B902]: empty\n" + formatText(found, Language::english));
  EXPECT_EQ(all.errorCount(), 1u);
}

TEST(Diagnostics, KeepAtMostSoManyAndCountTheRest) {
  Diagnostics diagnostics;
  for (std::size_t i = 0; i < Diagnostics::kMost + 3; ++i) {
    diagnostics.error(kSecond, {"f", static_cast<int>(i)}).hint(hints::kDidYouMean, {"x"});
  }
  EXPECT_EQ(diagnostics.all().size(), Diagnostics::kMost);
  EXPECT_EQ(diagnostics.dropped(), 3u);
  EXPECT_EQ(diagnostics.errorCount(), Diagnostics::kMost + 3);
  EXPECT_TRUE(formatText(diagnostics, Language::russian).ends_with("… и ещё 3\n"));
}

TEST(Diagnostics, SortByPlaceAndDropRepeats) {
  Diagnostics diagnostics;
  diagnostics.error(kSecond, {"b", 1, 1});
  diagnostics.error(kFirst, {"a", 2, 1}, {"x"});
  diagnostics.error(kSecond, {"a", 1, 9});
  diagnostics.error(kSecond, {"a", 1, 9});
  diagnostics.error(kFirst, {"a", 2, 1}, {"y"});
  diagnostics.error(kSecond, {"a", 1, 2});
  diagnostics.sort();
  std::string order;
  for (const Diagnostic& d : diagnostics.all()) {
    order += d.place.file + std::to_string(d.place.line) + std::to_string(d.place.column) +
             std::string(d.message->code) + (d.arguments.empty() ? "" : d.arguments[0]) + ' ';
  }
  EXPECT_EQ(order, "a12B902 a19B902 a21B901x a21B901y b11B902 ");
}

TEST(Sources, TellPlacesInCharacters) {
  Sources sources;
  const SourceId first = sources.add("a.xml", "один\nдва\n\nтри");
  const SourceId second = sources.add("b.xml", "");
  EXPECT_EQ(first, 1u);
  EXPECT_EQ(sources.name(first), "a.xml");
  EXPECT_EQ(sources.text(first), "один\nдва\n\nтри");
  EXPECT_EQ(sources.text(second), "");
  const auto at = [&](std::uint32_t offset) {
    const Place place = sources.place({first, offset});
    return place.file + ':' + std::to_string(place.line) + ':' + std::to_string(place.column);
  };
  EXPECT_EQ(at(0), "a.xml:1:1");
  EXPECT_EQ(at(4), "a.xml:1:3");
  EXPECT_EQ(at(8), "a.xml:1:5");
  EXPECT_EQ(at(9), "a.xml:2:1");
  EXPECT_EQ(at(16), "a.xml:3:1");
  EXPECT_EQ(at(19), "a.xml:4:2");
  EXPECT_EQ(at(999), "a.xml:4:4");
  EXPECT_EQ(sources.place({second, 5}).line, 1);
  EXPECT_EQ(sources.place({0, 0}).file, "");
  EXPECT_EQ(sources.place({3, 0}).line, 0);
  EXPECT_EQ(sources.name(3), "");
  EXPECT_EQ(sources.text(0), "");
}

TEST(Sources, CountCharactersOverLongLines) {
  std::string text = "x\n";
  for (int i = 0; i < 5000; ++i) text += "ё";
  Sources sources;
  const SourceId id = sources.add("long", text);
  for (const std::uint32_t offset : {2u, 4094u, 4096u, 4098u, 8192u, 10002u}) {
    const Place place = sources.place({id, offset});
    EXPECT_EQ(place.line, 2);
    EXPECT_EQ(place.column, static_cast<int>(offset - 2) / 2 + 1);
  }
  EXPECT_EQ(sources.place({sources.add("empty first line", "\na"), 1}).line, 2);
  EXPECT_EQ(sources.place({sources.add("exact", std::string(4096, 'a')), 4096}).column, 4097);
}

}  // namespace
}  // namespace chancery
