#include "pdf/metadata.h"

#include <gtest/gtest.h>

namespace chancery::pdf {
namespace {

Metadata sample(Level level = Level::a2a) {
  return {level, "О порядке <А> & «Б»", "Управа", *parseMoment("2026-06-05T09:30:00.999Z")};
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(Metadata, InfoDictionary) {
  Metadata metadata = sample();
  metadata.title = "Order";
  metadata.author = "Office";
  EXPECT_EQ(makeInfo(metadata),
            "<</Title(Order)/Author(Office)/Producer(Chancery)"
            "/CreationDate(D:20260605093000+00'00')/ModDate(D:20260605093000+00'00')>>");
  metadata.author = "";
  EXPECT_EQ(makeInfo(metadata),
            "<</Title(Order)/Producer(Chancery)"
            "/CreationDate(D:20260605093000+00'00')/ModDate(D:20260605093000+00'00')>>");
}

TEST(Metadata, PacketOfTheSmallestLevelWordForWord) {
  EXPECT_EQ(
      makeXmp(sample(Level::b1)),
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">"
      "<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
      "</rdf:Description>\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
      "<dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">"
      "О порядке &lt;А&gt; &amp; «Б»</rdf:li></rdf:Alt></dc:title>"
      "<dc:creator><rdf:Seq><rdf:li>Управа</rdf:li></rdf:Seq></dc:creator></rdf:Description>\n"
      "<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">"
      "<xmp:CreateDate>2026-06-05T09:30:00+00:00</xmp:CreateDate>"
      "<xmp:ModifyDate>2026-06-05T09:30:00+00:00</xmp:ModifyDate></rdf:Description>\n"
      "<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">"
      "<pdf:Producer>Chancery</pdf:Producer></rdf:Description>\n"
      "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");
}

TEST(Metadata, NoCreatorWithoutAuthor) {
  Metadata metadata = sample();
  metadata.author = "";
  EXPECT_FALSE(has(makeXmp(metadata), "dc:creator"));
}

TEST(Metadata, TaggedLevelsClaimConformanceAAndUniversalAccess) {
  EXPECT_TRUE(has(makeXmp(sample(Level::a2a)),
                  "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"));
  EXPECT_TRUE(has(makeXmp(sample(Level::a3a)),
                  "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"));
  for (const Level level : {Level::a2a, Level::a3a}) {
    EXPECT_TRUE(has(makeXmp(sample(level)), "<pdfuaid:part>1</pdfuaid:part>"));
    EXPECT_TRUE(has(makeXmp(sample(level)), "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"));
  }
}

TEST(Metadata, ControlCharactersAreDropped) {
  EXPECT_EQ(cleaned("a\x01\n\x1F\x7F я", "-"), "a я");
  EXPECT_EQ(cleaned("\x02", "Документ"), "Документ");
  EXPECT_EQ(cleaned("", ""), "");
}

}  // namespace
}  // namespace chancery::pdf
