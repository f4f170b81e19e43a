#include "pdf/object_writer.h"

#include <gtest/gtest.h>

#include "pdf/tools.h"

namespace chancery::pdf {
namespace {

/// A small file with a catalogue, no pages, and as many further objects as asked for.
std::string smallFile(FileForm form, int more = 0, const std::string& shared = "shared",
                      const std::string& own = "own") {
  Deflater deflater;
  ObjectWriter out(form, deflater);
  const int catalog = out.reserve();
  const int info = out.reserve();
  const int pageTree = out.reserve();
  out.addStream(out.reserve(), "/A 1", shared);
  const int first = out.reserve(more);
  out.beginIdentity();
  out.open(pageTree) += "<</Type/Pages/Kids[]/Count 0>>";
  out.close();
  for (int i = 0; i < more; ++i) {
    out.open(first + i) += "[" + std::to_string(i) + "]";
    out.close();
  }
  out.open(catalog) += "<</Type/Catalog/Pages 3 0 R>>";
  out.close();
  out.openPlain(info) += "<</Producer(" + own + ")>>";
  out.close();
  return out.finish(catalog, info);
}

std::string idOf(const std::string& file) {
  const std::size_t at = file.find("/ID[<") + 5;
  return file.substr(at, 32);
}

TEST(ObjectWriter, ClassicalFileByteForByte) {
  const std::string file = smallFile(FileForm::classical);
  const std::string id = idOf(file);
  const std::string expected =
      "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n"
      "4 0 obj\n<</A 1/Length 6>>\nstream\nshared\nendstream\nendobj\n"
      "3 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"
      "1 0 obj\n<</Type/Catalog/Pages 3 0 R>>\nendobj\n"
      "2 0 obj\n<</Producer(own)>>\nendobj\n"
      "xref\n0 5\n0000000000 65535 f \n0000000118 00000 n \n0000000163 00000 n \n"
      "0000000072 00000 n \n0000000015 00000 n \n"
      "trailer\n<</Size 5/Root 1 0 R/Info 2 0 R/ID[<" +
      id + "><" + id + ">]>>\nstartxref\n197\n%%EOF\n";
  EXPECT_EQ(file, expected);
}

TEST(ObjectWriter, CompactFileNamesItsVersionAndHidesObjects) {
  const std::string file = smallFile(FileForm::compact);
  EXPECT_EQ(file.substr(0, 9), "%PDF-1.7\n");
  EXPECT_EQ(file.find("/Catalog"), std::string::npos);
  EXPECT_NE(file.find("2 0 obj\n<</Producer(own)>>\nendobj\n"), std::string::npos);
  EXPECT_NE(file.find("/Type/ObjStm/N 2/First 9/Filter/FlateDecode/Length"), std::string::npos);
  EXPECT_EQ(file.find("\nxref\n"), std::string::npos);
}

TEST(ObjectWriter, BothFormsHoldTheSameObjects) {
  for (const int more : {0, 1, 398, 399, 1200}) {
    const std::string classical =
        pdf_test::runOn(smallFile(FileForm::classical, more), "qpdf --show-xref {} | wc -l");
    EXPECT_EQ(pdf_test::words(classical), std::to_string(more + 4));
    for (const int number : {1, 4 + std::min(more, 1), 4 + more}) {
      const std::string show = "qpdf --show-object=" + std::to_string(number) + " {}";
      EXPECT_EQ(pdf_test::runOn(smallFile(FileForm::compact, more), show),
                pdf_test::runOn(smallFile(FileForm::classical, more), show))
          << number << " of " << more;
    }
  }
}

TEST(ObjectWriter, ObjectStreamsHoldFourHundredObjects) {
  const auto countStreams = [](const std::string& file) {
    int count = 0;
    for (std::size_t at = 0; (at = file.find("/Type/ObjStm", at)) != std::string::npos; ++at) {
      ++count;
    }
    return count;
  };
  EXPECT_EQ(countStreams(smallFile(FileForm::compact, 398)), 1);  // with catalogue and page tree
  EXPECT_EQ(countStreams(smallFile(FileForm::compact, 399)), 2);
}

TEST(ObjectWriter, CompressedStreamsUnpackToTheirBytes) {
  Deflater deflater;
  ObjectWriter out(FileForm::classical, deflater);
  const int catalog = out.reserve(4);
  out.open(catalog) += "<</Type/Catalog/Pages 2 0 R>>";
  out.close();
  out.open(catalog + 1) += "<</Type/Pages/Kids[]/Count 0>>";
  out.close();
  out.addCompressed(catalog + 2, "/B 2", std::string(1000, 'x') + "end");
  out.addDeflated(catalog + 3, "", deflater.deflate("given"));
  const std::string file = out.finish(catalog, catalog);
  EXPECT_EQ(pdf_test::runOn(file, "qpdf --show-object=3 --filtered-stream-data {}"),
            std::string(1000, 'x') + "end");
  EXPECT_EQ(pdf_test::runOn(file, "qpdf --show-object=4 --filtered-stream-data {}"), "given");
  EXPECT_NE(file.find("<</B 2/Filter/FlateDecode/Length "), std::string::npos);
}

TEST(ObjectWriter, IdentityIsOfWhatIsTheDocumentsOwn) {
  const std::string id = idOf(smallFile(FileForm::classical));
  EXPECT_EQ(id.find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_EQ(idOf(smallFile(FileForm::classical, 0, "SHARED")), id);
  EXPECT_NE(idOf(smallFile(FileForm::classical, 0, "shared", "OWN")), id);
}

TEST(ObjectWriterDeathTest, ForgottenObjectIsOurError) {
  Deflater deflater;
  for (const FileForm form : {FileForm::classical, FileForm::compact}) {
    ObjectWriter out(form, deflater);
    const int first = out.reserve(2);
    out.open(first) += "<<>>";
    out.close();
    EXPECT_DEATH(out.finish(first, first), "reserved object was not written");
  }
}

TEST(ObjectWriterDeathTest, ObjectWrittenTwiceIsOurError) {
  Deflater deflater;
  ObjectWriter out(FileForm::classical, deflater);
  const int first = out.reserve();
  out.open(first) += "<<>>";
  out.close();
  EXPECT_DEATH(out.open(first), "object written twice");
}

}  // namespace
}  // namespace chancery::pdf
