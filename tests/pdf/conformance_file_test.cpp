// The clauses of PDF/A-2a (ISO 19005-2), PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) that a
// machine can look at, one test a clause, over the objects that qpdf reads out of a sample of every
// kind of element that the writer knows. A test's name begins with its clause.
// Here: the file, its graphics and fonts, and PDF/A-1b.
#include <algorithm>
#include <set>

#include "pdf/conformance.h"

namespace chancery::pdf {
namespace {

// ---- ISO 19005-2 and -3, clause 6.1: the file -------------------------------------------------

TEST_P(Conformance, A_6_1_2_HeaderAndBinaryComment) {
  EXPECT_EQ(pdf().substr(0, 9), "%PDF-1.7\n");
  EXPECT_EQ(pdf()[9], '%');
  for (std::size_t i = 10; i < 14; ++i) EXPECT_GT(static_cast<unsigned char>(pdf()[i]), 127);
}

TEST_P(Conformance, A_6_1_3_TrailerHasIdAndNoEncryption) {
  const Json& id = objects().get(objects().trailer(), "/ID");
  ASSERT_TRUE(id.IsArray());
  ASSERT_EQ(id.Size(), 2u);
  EXPECT_EQ(std::string(id[0].GetString()).size(), 2u + 32u) << "sixteen bytes";
  EXPECT_FALSE(objects().has(objects().trailer(), "/Encrypt"));
  EXPECT_EQ(pdf().substr(pdf().size() - 6), "%%EOF\n");
}

TEST_P(Conformance, A_6_1_7_1_StreamsKeepTheirBytesInTheFile) {
  for (const std::string& number : objects().numbers()) {
    const Json& value = objects().at(number);
    for (const char* key : {"/FFilter", "/FDecodeParms"}) EXPECT_FALSE(objects().has(value, key));
    EXPECT_FALSE(objects().isStream(number) && objects().has(value, "/F")) << number;
  }
}

TEST_P(Conformance, A_6_1_7_2_NoFilterThatIsForbidden) {
  for (const char* filter : {"/LZWDecode", "/Crypt", "/JPXDecode"}) {
    EXPECT_EQ(pdf().find(filter), std::string::npos);
  }
}

TEST_P(Conformance, A_6_1_13_Limits) {
  for (const auto& content : read().contents) EXPECT_LE(content.longestString, 32'767u);
  EXPECT_LE(objects().numbers().size(), 8'388'607u);
  for (const std::string& page : read().pages) {
    const Json& box = objects().get(objects().at(page), "/MediaBox");
    for (const rapidjson::SizeType edge : {2u, 3u}) {
      EXPECT_GE(PdfObjects::number(box[edge]), 3);
      EXPECT_LE(PdfObjects::number(box[edge]), 14'400);
    }
  }
}

// ---- 6.2: graphics ----------------------------------------------------------------------------

TEST_P(Conformance, A_6_2_2_PagesNameTheirResources) {
  for (const std::string& page : read().pages) {
    EXPECT_TRUE(objects().has(objects().at(page), "/Resources")) << page;
  }
  const std::set<std::string> known = {"BT", "ET", "Tf", "Td", "Tm", "TJ", "BDC", "EMC", "re",
                                       "f",  "g",  "rg", "q",  "Q",  "cm", "Do",  "m",   "l",
                                       "c",  "h",  "B*", "G",  "RG", "w",  "M",   "d"};
  for (const auto& content : read().contents) {
    for (const std::string& name : content.operators) EXPECT_EQ(known.count(name), 1u) << name;
  }
}

TEST_P(Conformance, A_6_2_3_OneOutputIntentWithAnRgbProfile) {
  const Json& intents = objects().get(catalog(), "/OutputIntents");
  ASSERT_EQ(intents.Size(), 1u);
  const Json& intent = objects().resolve(intents[0]);
  EXPECT_EQ(text(intent, "/S"), "/GTS_PDFA1");
  EXPECT_EQ(text(intent, "/OutputConditionIdentifier"), "sRGB IEC61966-2.1");
  EXPECT_EQ(objects().get(intent, "/DestOutputProfile")["/N"].GetInt(), 3);
  const std::string profile = objects().streamOf(intent, "/DestOutputProfile");
  ASSERT_GT(profile.size(), 128u);
  EXPECT_EQ(profile.substr(12, 4), "mntr");
  EXPECT_EQ(profile.substr(16, 4), "RGB ");
  EXPECT_EQ(profile[8], 2);
}

TEST_P(Conformance, A_6_2_2_ObjectsPaintedAreAmongTheResources) {
  int painted = 0;
  for (std::size_t i = 0; i < read().pages.size(); ++i) {
    const Json& resources = objects().get(objects().at(read().pages[i]), "/Resources");
    for (const std::string& name : read().contents[i].objects) {
      EXPECT_TRUE(objects().has(objects().get(resources, "/XObject"), name.c_str())) << name;
      ++painted;
    }
  }
  EXPECT_EQ(painted, 5);
}

// Only these may stand in an sRGB output intent without more ado.
TEST_P(Conformance, A_6_2_4_3_DeviceColoursOfTheOutputIntent) {
  std::set<std::string> spaces;
  eachDictionary([&](const Json& dictionary) {
    if (dictionary.HasMember("/ColorSpace") && dictionary["/ColorSpace"].IsString()) {
      spaces.insert(text(dictionary, "/ColorSpace"));
    }
  });
  EXPECT_EQ(spaces, (std::set<std::string>{"/DeviceGray", "/DeviceRGB"}));
}

TEST_P(Conformance, A_6_2_5_NoGraphicsState) {
  for (const char* key : {"/ExtGState", "/Shading", "/Pattern", "/TR", "/HTP", "/BM"}) {
    expectNowhere(key);
  }
}

TEST_P(Conformance, A_6_2_8_Images) {
  int images = 0, masks = 0;
  eachDictionary([&](const Json& dictionary) {
    if (text(dictionary, "/Subtype") != "/Image") return;
    ++images;
    for (const char* key : {"/Alternates", "/OPI", "/Interpolate", "/Intent", "/Decode", "/Mask"}) {
      EXPECT_FALSE(dictionary.HasMember(key)) << key;
    }
    EXPECT_EQ(dictionary["/BitsPerComponent"].GetInt(), 8);
    EXPECT_GT(dictionary["/Width"].GetInt(), 0);
    EXPECT_GT(dictionary["/Height"].GetInt(), 0);
    if (!dictionary.HasMember("/SMask")) return;
    ++masks;
    const Json& mask = objects().get(dictionary, "/SMask");
    EXPECT_EQ(text(mask, "/ColorSpace"), "/DeviceGray");
    EXPECT_EQ(mask["/Width"].GetInt(), dictionary["/Width"].GetInt());
    EXPECT_EQ(mask["/Height"].GetInt(), dictionary["/Height"].GetInt());
    EXPECT_FALSE(objects().has(mask, "/SMask"));
  });
  EXPECT_EQ(images, 5) << "three, a mask and one of the other file";
  EXPECT_EQ(masks, 1);
}

TEST_P(Conformance, A_6_2_9_FormsHaveNoSubstitutes) {
  int forms = 0;
  eachDictionary([&](const Json& dictionary) {
    if (text(dictionary, "/Subtype") != "/Form") return;
    ++forms;
    for (const char* key : {"/OPI", "/PS", "/Subtype2", "/Ref"}) {
      EXPECT_FALSE(dictionary.HasMember(key)) << key;
    }
    EXPECT_TRUE(dictionary.HasMember("/BBox"));
    EXPECT_TRUE(dictionary.HasMember("/Resources"));
  });
  EXPECT_EQ(forms, 1);
}

// ---- 6.2.11: fonts ----------------------------------------------------------------------------

TEST_P(Conformance, A_6_2_11_2_FontDictionaries) {
  EXPECT_GE(read().fonts.size(), 3u);
  for (const auto& [name, font] : read().fonts) {
    EXPECT_EQ(text(*font.composite, "/Type"), "/Font") << name;
    EXPECT_EQ(text(*font.composite, "/Subtype"), "/Type0");
    EXPECT_EQ(text(*font.descendant, "/Type"), "/Font");
    EXPECT_EQ(text(*font.descendant, "/Subtype"), "/CIDFontType2");
    EXPECT_EQ(text(*font.descriptor, "/Type"), "/FontDescriptor");
    EXPECT_EQ(text(*font.descendant, "/BaseFont"), font.baseName);
    EXPECT_EQ(text(*font.descriptor, "/FontName"), font.baseName);
    EXPECT_EQ(font.baseName.find('+'), 7u) << font.baseName;
    for (const char* key :
         {"/Flags", "/Ascent", "/Descent", "/CapHeight", "/ItalicAngle", "/StemV", "/FontBBox"}) {
      EXPECT_TRUE(objects().has(*font.descriptor, key)) << key;
    }
  }
}

TEST_P(Conformance, A_6_2_11_3_1_CharacterCollectionIsIdentity) {
  for (const auto& [name, font] : read().fonts) {
    const Json& info = objects().get(*font.descendant, "/CIDSystemInfo");
    EXPECT_EQ(text(info, "/Registry"), "Adobe") << name;
    EXPECT_EQ(text(info, "/Ordering"), "Identity");
    EXPECT_EQ(info["/Supplement"].GetInt(), 0);
  }
}

TEST_P(Conformance, A_6_2_11_3_2_CidToGidMapIsIdentity) {
  for (const auto& [name, font] : read().fonts) {
    EXPECT_EQ(text(*font.descendant, "/CIDToGIDMap"), "/Identity") << name;
  }
}

TEST_P(Conformance, A_6_2_11_3_3_EncodingIsIdentityH) {
  for (const auto& [name, font] : read().fonts) {
    EXPECT_EQ(text(*font.composite, "/Encoding"), "/Identity-H") << name;
  }
}

int number16(const std::string& bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]) << 8 | static_cast<unsigned char>(bytes[at + 1]);
}

// Offset of a table in a font program; 0 when it has none.
std::size_t tableOf(const std::string& program, const char* tag) {
  for (int i = 0; i < number16(program, 4); ++i) {
    const std::size_t entry = 12 + 16 * static_cast<std::size_t>(i);
    if (program.compare(entry, 4, tag) != 0) continue;
    return static_cast<std::size_t>(number16(program, entry + 8)) << 16 |
           static_cast<std::size_t>(number16(program, entry + 10));
  }
  return 0;
}

TEST_P(Conformance, A_6_2_11_4_1_FontsAreEmbeddedWithEveryGlyphShown) {
  for (const auto& [name, font] : read().fonts) {
    ASSERT_GT(font.program.size(), 100u) << name;
    EXPECT_EQ(font.program.substr(0, 4), std::string("\0\1\0\0", 4));
    EXPECT_EQ(objects().get(*font.descriptor, "/FontFile2")["/Length1"].GetInt(),
              static_cast<int>(font.program.size()));
    for (const char* tag : {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}) {
      EXPECT_NE(tableOf(font.program, tag), 0u) << tag;
    }
  }
  for (const auto& content : read().contents) {
    for (const auto& glyph : content.glyphs) {
      const ReadFont& font = read().fonts.at(glyph.font);
      EXPECT_LT(glyph.code, number16(font.program, tableOf(font.program, "maxp") + 4));
    }
  }
}

TEST_P(Conformance, A_6_2_11_4_2_NoIncompleteCidSet) {
  expectNowhere("/CIDSet");
}

TEST_P(Conformance, A_6_2_11_5_WidthsAreThoseOfTheFontProgram) {
  for (const auto& [name, font] : read().fonts) {
    const int unitsPerEm = number16(font.program, tableOf(font.program, "head") + 18);
    const int full = number16(font.program, tableOf(font.program, "hhea") + 34);
    const std::size_t hmtx = tableOf(font.program, "hmtx");
    for (const auto& [glyph, width] : font.widths) {
      const auto entry = static_cast<std::size_t>(std::min(glyph, full - 1));
      const double own = number16(font.program, hmtx + 4 * entry) * 1000.0 / unitsPerEm;
      EXPECT_NEAR(width, own, 0.001) << name << " glyph " << glyph;
    }
  }
}

TEST_P(Conformance, A_6_2_11_7_2_EveryGlyphShownHasUnicode) {
  for (const auto& content : read().contents) {
    for (const auto& glyph : content.glyphs) {
      const ReadFont& font = read().fonts.at(glyph.font);
      ASSERT_EQ(font.texts.count(glyph.code), 1u) << font.baseName << ' ' << glyph.code;
      const std::string& unicode = font.texts.at(glyph.code);
      EXPECT_TRUE(unicode != "0000" && unicode != "FEFF" && unicode != "FFFE") << unicode;
    }
  }
}

TEST_P(Conformance, A_6_2_11_8_NotdefIsNeverShown) {
  int shown = 0;
  for (const auto& content : read().contents) {
    for (const auto& glyph : content.glyphs) {
      EXPECT_NE(glyph.code, 0);
      ++shown;
    }
  }
  EXPECT_GT(shown, 150);
}

// ---- 6.3 to 6.5, 6.9, 6.10: annotations, nothing interactive ----------------------------------

TEST_P(Conformance, A_6_3_AnnotationsAreLinksThatPrint) {
  int links = 0;
  eachDictionary([&](const Json& dictionary) {
    if (text(dictionary, "/Type") != "/Annot") return;
    ++links;
    EXPECT_EQ(text(dictionary, "/Subtype"), "/Link");
    EXPECT_EQ(dictionary["/F"].GetInt(), 4);
    for (const char* key : {"/A", "/AP", "/C", "/IC", "/CA", "/AA"}) {
      EXPECT_FALSE(dictionary.HasMember(key)) << key;
    }
  });
  EXPECT_EQ(links, 3);
}

TEST_P(Conformance, A_6_5_DestinationsAreInTheFile) {
  int destinations = 0;
  eachDictionary([&](const Json& dictionary) {
    if (!dictionary.HasMember("/Dest")) return;
    const Json& destination = dictionary["/Dest"];
    ASSERT_TRUE(destination.IsArray());
    EXPECT_EQ(
        std::count(read().pages.begin(), read().pages.end(), PdfObjects::text(destination[0])), 1);
    EXPECT_EQ(PdfObjects::text(destination[1]), "/XYZ");
    ++destinations;
  });
  EXPECT_EQ(destinations, 5) << "three links, two items of the outline";
}

TEST_P(Conformance, A_6_4_and_6_5_NoFormsOrActions) {
  for (const char* key : {"/AcroForm", "/NeedsRendering", "/OpenAction", "/AA", "/JS", "/URI"}) {
    expectNowhere(key);
  }
  expectNoValue("/S", "/JavaScript");
}

TEST_P(Conformance, A_6_9_and_6_10_NoOptionalContentNoPresentations) {
  for (const char* key :
       {"/OCProperties", "/AlternatePresentations", "/PresSteps", "/Requirements", "/Perms"}) {
    expectNowhere(key);
  }
}

INSTANTIATE_TEST_SUITE_P(Levels, Conformance, testing::Values(Level::a2a, Level::a3a),
                         [](const auto& level) {
                           return level.param == Level::a2a ? "A2a" : "A3a";
                         });

// ---- ISO 19005-1, level B ---------------------------------------------------------------------

class ConformanceOf1b : public testing::Test {
 protected:
  static const Sample& sample() {
    static const Sample sample(Level::b1);
    return sample;
  }
};

TEST_F(ConformanceOf1b, A1_6_1_2_and_6_1_4_VersionAndPlainCrossReferences) {
  EXPECT_EQ(sample().pdf.substr(0, 9), "%PDF-1.4\n");
  EXPECT_EQ(sample().pdf.find("/ObjStm"), std::string::npos);
  EXPECT_EQ(sample().pdf.find("/XRef"), std::string::npos);
  EXPECT_NE(sample().pdf.find("\nxref\n0 "), std::string::npos);
}

TEST_F(ConformanceOf1b, A1_6_3_5_CidSetNamesTheGlyphsOfTheProgram) {
  const auto& objects = sample().read.objects;
  for (const auto& [name, font] : sample().read.fonts) {
    const std::string bits = objects.streamOf(*font.descriptor, "/CIDSet");
    std::set<int> named;
    for (std::size_t i = 0; i < 8 * bits.size(); ++i) {
      if (static_cast<unsigned char>(bits[i / 8]) >> (7 - i % 8) & 1) {
        named.insert(static_cast<int>(i));
      }
    }
    std::set<int> measured;
    for (const auto& [glyph, width] : font.widths) measured.insert(glyph);
    EXPECT_EQ(named, measured) << name;
  }
}

TEST_F(ConformanceOf1b, A1_6_4_NoTransparency) {
  const auto& objects = sample().read.objects;
  int images = 0;
  for (const std::string& number : objects.numbers()) {
    const Json& value = objects.at(number);
    for (const char* key : {"/SMask", "/Group", "/CA", "/ca", "/BM"}) {
      EXPECT_FALSE(objects.has(value, key)) << number << key;
    }
    images += PdfObjects::text(value, "/Subtype") == "/Image";
  }
  EXPECT_EQ(images, 4);
}

TEST_F(ConformanceOf1b, A1_6_5_LinksPrint) {
  const auto& objects = sample().read.objects;
  int links = 0;
  for (const std::string& number : objects.numbers()) {
    const Json& value = objects.at(number);
    if (PdfObjects::text(value, "/Type") != "/Annot") continue;
    EXPECT_EQ(value["/F"].GetInt(), 4);
    EXPECT_FALSE(objects.has(value, "/StructParent"));
    ++links;
  }
  EXPECT_EQ(links, 3);
}

TEST_F(ConformanceOf1b, A1_6_7_11_VersionIdentification) {
  const auto& objects = sample().read.objects;
  const std::string xmp = objects.streamOf(objects.catalog(), "/Metadata");
  EXPECT_NE(xmp.find("<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B<"), std::string::npos);
  EXPECT_EQ(xmp.find("pdfuaid"), std::string::npos);
}

TEST_F(ConformanceOf1b, A1_6_1_12_ArraysAreShort) {
  for (const std::string& number : sample().read.objects.numbers()) {
    const Json& value = sample().read.objects.at(number);
    if (!value.IsArray()) continue;
    EXPECT_LE(value.Size(), 8191u);
  }
  for (const auto& content : sample().read.contents) EXPECT_LE(content.longestString, 65'535u);
}

}  // namespace
}  // namespace chancery::pdf
