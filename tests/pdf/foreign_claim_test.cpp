#include <gtest/gtest.h>

#include "base/error.h"
#include "pdf/deflater.h"
#include "pdf/tools.h"
#include "pdf/with_foreign.h"

namespace chancery::pdf {
namespace {

using pdf_test::claiming;
using pdf_test::RawPage;
using pdf_test::RawPdf;
using pdf_test::with;
using pdf_test::writeWith;

// ---- The claim --------------------------------------------------------------------------------

struct Verdict {
  Claim claim;
  std::size_t losses;
  ClaimLoss::Reason reason;
  bool operator==(const Verdict&) const = default;
};

Verdict verdict(const RawPage& raw, Level level) {
  const Written written = writeWith(with(raw.file()), level);
  const ClaimLoss loss = written.losses.empty() ? ClaimLoss() : written.losses[0];
  return {written.claim, written.losses.size(), loss.reason};
}

const Verdict kKept{Claim::full, 0, ClaimLoss::Reason::notPdfA};

TEST(ForeignClaim, WithoutOneOursIsLost) {
  const Written written = writeWith(with(RawPage().file()));
  EXPECT_EQ(written.claim, Claim::none);
  ASSERT_EQ(written.losses.size(), 1u);
  EXPECT_EQ(written.losses[0].file, 0u);
  EXPECT_EQ(written.losses[0].left, Claim::none);
  EXPECT_EQ(written.losses[0].reason, ClaimLoss::Reason::notPdfA);
  EXPECT_EQ(written.bytes.find("pdfaid:"), std::string::npos);
  EXPECT_EQ(written.bytes.find("pdfuaid"), std::string::npos);
}

TEST(ForeignClaim, PartsMustGoTogether) {
  RawPage raw;
  const std::pair<const char*, bool> parts[] = {
      {"1", true}, {"2", true}, {"3", true}, {"4", false}};
  for (const auto& [part, isKept] : parts) {
    raw.xmp = claiming(part, "B");
    const Verdict lost{Claim::none, 1, ClaimLoss::Reason::part};
    EXPECT_EQ(verdict(raw, Level::a2a), isKept ? kKept : lost) << part;
    EXPECT_EQ(verdict(raw, Level::a3a), isKept ? kKept : lost) << part;
    EXPECT_EQ(verdict(raw, Level::b1), part == std::string("1") ? kKept : lost) << part;
  }
}

TEST(ForeignClaim, MayBeAnAttribute) {
  RawPage raw;
  raw.xmp = "<rdf:Description pdfaid:part='2' pdfaid:conformance = \"U\"/>";
  raw.font = "";
  EXPECT_EQ(verdict(raw, Level::a2a), kKept);
  raw.xmp = "<pdfaid:part>\n 1 </pdfaid:part>";
  raw.font = "/ToUnicode 4 0 R";
  EXPECT_EQ(verdict(raw, Level::b1), kKept);
  for (const char* cut : {"pdfaid:part", "<pdfaid:part>", "pdfaid:part=\"", "<pdfaid:part> "}) {
    raw.xmp = cut;
    EXPECT_EQ(verdict(raw, Level::b1).claim, Claim::none) << cut;
  }
}

TEST(ForeignClaim, PrintingColoursDoNotGoWithOurs) {
  RawPage raw;
  raw.xmp = claiming("2", "U");
  raw.catalog =
      "/OutputIntents[<</S/Other/DestOutputProfile 8 0 R>><</S/GTS_PDFA1"
      "/DestOutputProfile 7 0 R>>]";
  const auto claim = [&](int colors) {
    RawPdf pdf = raw.pdf();
    pdf.stream("/N " + std::to_string(colors), "profile");
    pdf.stream("/N 4", "profile");
    return writeWith(with(pdf.file()));
  };
  EXPECT_EQ(claim(3).claim, Claim::full);
  EXPECT_EQ(claim(1).claim, Claim::full);
  EXPECT_EQ(claim(4).claim, Claim::none);
  EXPECT_EQ(claim(4).losses[0].reason, ClaimLoss::Reason::colors);
}

TEST(ForeignClaim, FontsWithoutCharactersCostTheLevel) {
  RawPage raw;
  raw.xmp = claiming("2", "B");
  raw.font = "";
  const Written written = writeWith(with(raw.file()));
  EXPECT_EQ(written.claim, Claim::basic);
  EXPECT_EQ(written.losses[0].reason, ClaimLoss::Reason::unnamedText);
  EXPECT_NE(written.bytes.find("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B<"),
            std::string::npos);
  EXPECT_EQ(written.bytes.find("pdfuaid"), std::string::npos);
  raw.xmp = claiming("1", "B");
  EXPECT_EQ(verdict(raw, Level::b1), kKept) << "our claim is level B itself";
  for (const char* level : {"A", "U"}) {
    raw.xmp = claiming("2", level);
    EXPECT_EQ(verdict(raw, Level::a2a), kKept) << level;
  }
}

TEST(ForeignClaim, FontsTellTheirCharactersInSeveralWays) {
  RawPage raw;
  raw.xmp = claiming("2", "B");
  const std::pair<const char*, bool> fonts[] = {
      {"/ToUnicode 4 0 R", true},
      {"/Encoding/MacRomanEncoding", true},
      {"/Encoding/MacExpertEncoding", true},
      {"/Encoding/Identity-H", false},
      {"/Encoding<</BaseEncoding/WinAnsiEncoding>>", true},
      {"/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[1/a]>>", false},
      {"/Encoding<<>>", false},
      {"/Encoding 7", false}};
  for (const auto& [font, isTold] : fonts) {
    raw.font = font;
    EXPECT_EQ(verdict(raw, Level::a2a).claim, isTold ? Claim::full : Claim::basic) << font;
  }
}

TEST(ForeignClaim, TheLeastOfSeveralCounts) {
  RawPage sound;
  sound.xmp = claiming("2", "A");
  RawPage nameless = sound;
  nameless.xmp = claiming("2", "B");
  nameless.font = "";
  pages::Pages pages = with(sound.file());
  pages.foreign.push_back(std::make_shared<const std::string>(RawPage().file()));
  pages.foreign.push_back(std::make_shared<const std::string>(nameless.file()));
  pages.pages.push_back(pages.pages[1]);
  pages.pages[2].foreign->file = 2;
  EXPECT_EQ(writeWith(pages).claim, Claim::basic) << "a file that no page shows does not count";
  pages.pages.push_back(pages.pages[1]);
  pages.pages[3].foreign->file = 1;
  const Written written = writeWith(pages);
  EXPECT_EQ(written.claim, Claim::none);
  ASSERT_EQ(written.losses.size(), 2u);
  EXPECT_EQ(written.losses[0].file, 1u);
  EXPECT_EQ(written.losses[1].file, 2u);
}

// ---- What is refused --------------------------------------------------------------------------

std::string refusal(const std::string& file, std::uint32_t page = 0) {
  try {
    writeWith(with(file, page));
  } catch (const WorldError& error) {
    EXPECT_EQ(error.operation(), "read PDF");
    EXPECT_EQ(error.subject(), "PDF 1");
    return error.cause();
  }
  return "accepted";
}

TEST(ForeignRefusal, BrokenFiles) {
  const std::string whole = RawPage().file();
  for (const std::string& broken :
       {std::string(), std::string("no PDF"), std::string("%PDF-1.4\n"), whole.substr(0, 200),
        std::string("%PDF-1.4\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n")}) {
    EXPECT_NE(refusal(broken), "accepted") << broken.size();
  }
}

TEST(ForeignRefusal, MissingPages) {
  EXPECT_EQ(refusal(RawPage().file(), 1), "it has no such page");
  EXPECT_EQ(refusal(RawPage().file(), 0), "accepted");
}

TEST(ForeignRefusal, PagesWithoutASize) {
  RawPage raw;
  raw.page = "";
  EXPECT_EQ(refusal(raw.file()), "a page has no size");
  for (const char* box : {"[0 0 200]", "[0 0 (a) 9]"}) {
    raw.page = std::string("/MediaBox") + box;
    EXPECT_EQ(refusal(raw.file()), "a page has no size") << box;
  }
  for (const char* box :
       {"[0 0 .5 100]", "[0 0 100 20000]", "[0 0 200 100]/CropBox[300 0 400 9]"}) {
    raw.page = std::string("/MediaBox") + box;
    EXPECT_EQ(refusal(raw.file()), "a page has no usable size") << box;
  }
}

TEST(ForeignRefusal, EncryptedFiles) {
  const pdf_test::TemporaryFile plain(RawPage().file());
  const pdf_test::TemporaryFile locked("");
  for (const char* password : {"", "secret"}) {
    const auto outcome =
        pdf_test::run("qpdf --encrypt '" + std::string(password) + "' owner 128 --use-aes=y -- " +
                      plain.path() + " " + locked.path());
    ASSERT_EQ(outcome.code, 0) << outcome.text;
    EXPECT_NE(refusal(pdf_test::bytesOf(locked.path())), "accepted") << password;
  }
}

TEST(ForeignRefusal, LayersThatAreSwitchedOff) {
  RawPage raw;
  raw.catalog = "/OCProperties<</D<</OFF[]>>/OCGs[5 0 R]>>";
  EXPECT_EQ(refusal(raw.file()), "accepted");
  raw.catalog = "/OCProperties<</D<</OFF[5 0 R]>>/OCGs[5 0 R]>>";
  EXPECT_EQ(refusal(raw.file()), "it has layers that are switched off");
  raw.catalog = "/OCProperties<</D<</BaseState/OFF>>/OCGs[5 0 R]>>";
  EXPECT_EQ(refusal(raw.file()), "it has layers that are switched off");
}

TEST(ForeignRefusal, BottomlessNesting) {
  RawPage raw;
  raw.resources = "/X" + std::string(60, '[') + std::string(60, ']');
  EXPECT_EQ(refusal(raw.file()), "accepted");
  raw.resources = "/X" + std::string(70, '[') + std::string(70, ']');
  EXPECT_EQ(refusal(raw.file()), "its objects are nested too deeply");
}

std::string packedPage(const std::string& filter, const std::string& packed) {
  RawPdf pdf;
  pdf.object("<</Type/Catalog/Pages 2 0 R>>");
  pdf.object("<</Type/Pages/Count 1/Kids[3 0 R]>>");
  pdf.object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R>>");
  pdf.stream("/Filter" + filter, packed);
  return pdf.file();
}

TEST(ForeignRefusal, StreamsThatUnpackToTooMuch) {
  Deflater deflater;
  const std::string bomb = deflater.deflate(std::string((std::size_t{64} << 20) + 1, ' '));
  EXPECT_EQ(refusal(packedPage("/FlateDecode", bomb)), "a stream unpacks to more than 64 MB");
  std::string runs;  // each pair of bytes becomes 128
  for (int i = 0; i < (1 << 19); ++i) runs += "\x81 ";
  EXPECT_EQ(refusal(packedPage("/RunLengthDecode", runs)), "accepted") << "64 MB";
  EXPECT_EQ(refusal(packedPage("/RunLengthDecode", runs + std::string("\0 ", 2))),
            "a stream unpacks to more than 64 MB");
}

TEST(ForeignRefusal, ContentThatCannotBeUnpacked) {
  EXPECT_EQ(refusal(packedPage("/FlateDecode", "xxxx")), "ePdfError_Flate");
  EXPECT_EQ(refusal(packedPage("/JPXDecode", "xxxx")), "ePdfError_UnsupportedFilter");
  EXPECT_EQ(refusal(packedPage("/NoSuchDecode", "xxxx")), "ePdfError_UnsupportedFilter");
  EXPECT_EQ(refusal(packedPage("[1]", "xxxx")), "a filter has no name");
  std::string many = "[";
  for (int i = 0; i < 8; ++i) many += "/RunLengthDecode";
  EXPECT_EQ(refusal(packedPage(many + "]", "")), "accepted");
  EXPECT_EQ(refusal(packedPage(many + "/RunLengthDecode]", "")), "a stream has too many filters");
}

TEST(ForeignRefusal, FilesThatUnpackToTooMuch) {
  Deflater deflater;
  // An inline image is as long as it is: nothing looks at each of its bytes.
  const std::string bomb =
      deflater.deflate("BI ID " + std::string(std::size_t{60} << 20, ' ') + " EI");
  pages::Pages pages = with(packedPage("/FlateDecode", bomb));
  const auto cause = [&] {
    try {
      writeWith(pages);
    } catch (const WorldError& error) {
      return error.cause();
    }
    return std::string("accepted");
  };
  while (pages.pages.size() < 5) pages.pages.push_back(pages.pages[1]);
  EXPECT_EQ(cause(), "accepted") << "240 MB";
  pages.pages.push_back(pages.pages[1]);
  EXPECT_EQ(cause(), "it unpacks to more than 256 MB");
}

TEST(ForeignDeathTest, UnknownFilesAreOurError) {
  pages::Pages pages = with(RawPage().file());
  pages.pages[1].foreign->file = 1;
  EXPECT_DEATH(writeWith(pages), "unknown foreign file");
  pages.pages[1].foreign->file = 0;
  pages.pages[1].foreign->element = 99;
  EXPECT_DEATH(writeWith(pages), "unknown element");
}

}  // namespace
}  // namespace chancery::pdf
