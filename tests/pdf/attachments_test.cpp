#include "pdf/attachments.h"

#include <gtest/gtest.h>

namespace chancery::pdf {
namespace {

const Moment kMoment{0};

struct Written {
  std::string entries;
  std::string file;
};

Written write(const std::vector<Attachment>& attachments) {
  Deflater deflater;
  ObjectWriter out(FileForm::classical, deflater);
  const int catalog = out.reserve();
  out.open(catalog) += "<<>>";
  out.close();
  Written written;
  written.entries = writeAttachments(out, attachments, kMoment);
  written.file = out.finish(catalog, catalog);
  return written;
}

TEST(Attachments, NoneIsNothing) {
  EXPECT_EQ(write({}).entries, "");
}

TEST(Attachments, FileIsDescribedAndAssociated) {
  const Written written = write({{"order.json", "application/json", "Data", "{}"}});
  EXPECT_EQ(written.entries, "/AF[3 0 R ]/Names<</EmbeddedFiles<</Names[(order.json)3 0 R]>>>>");
  EXPECT_NE(written.file.find("2 0 obj\n<</Type/EmbeddedFile/Subtype/application#2Fjson/Params"
                              "<</Size 2/ModDate(D:19700101000000+00'00')>>/Filter"),
            std::string::npos);
  EXPECT_NE(written.file.find("3 0 obj\n<</Type/Filespec/F(order.json)/UF(order.json)/Desc(Data)"
                              "/AFRelationship/Source/EF<</F 2 0 R/UF 2 0 R>>>>\nendobj"),
            std::string::npos);
}

TEST(Attachments, DescriptionMayBeAbsent) {
  EXPECT_EQ(write({{"a", "text/plain", "", ""}}).file.find("/Desc"), std::string::npos);
}

TEST(Attachments, NamesAreSortedByTheirBytes) {
  EXPECT_EQ(write({{"b", "t", "", ""}, {"я", "t", "", ""}, {"a", "t", "", ""}}).entries,
            "/AF[3 0 R 5 0 R 7 0 R ]/Names<</EmbeddedFiles<</Names[(a)7 0 R(b)3 0 R"
            "(\xFE\xFF\x04\x4F)5 0 R]>>>>");
}

TEST(Attachments, EqualNamesGetKeysOfTheirOwn) {
  EXPECT_EQ(write({{"a", "t", "", "1"}, {"a", "t", "", "2"}}).entries,
            "/AF[3 0 R 5 0 R ]/Names<</EmbeddedFiles<</Names[(a)3 0 R(a')5 0 R]>>>>");
}

}  // namespace
}  // namespace chancery::pdf
