#pragma once

#include <gtest/gtest.h>

#include "pdf/page_builder.h"
#include "pdf/pdf_reader.h"
#include "pdf/writer.h"

namespace chancery::pdf {
using pages::StructureType;
using pdf_test::Json;
using pdf_test::PdfObjects;
using pdf_test::ReadElement;
using pdf_test::ReadFont;
using pdf_test::ReadPdf;

/// The sample with an unusual and a missing character, so that every path of the fonts is taken.
inline pages::Pages fullSample() {
  pdf_test::PageBuilder builder;
  builder.pages = pdf_test::sampleOrder();
  const auto paragraph = builder.element(StructureType::paragraph);
  builder.face("DejaVu Sans").text(paragraph, 85, 500, "☎ α ").face("Tinos").more("中");
  builder.page(Length::mm(297), Length::mm(210));
  builder.text(pages::kArtifact, 85, 560, "Приложение");
  return builder.pages;
}

struct Sample {
  explicit Sample(Level level) : pdf(Writer().write(fullSample(), options(level))), read(pdf) {}

  static Options options(Level level) {
    Options options{level, *parseMoment("2026-06-05T09:30:00Z"), {}};
    if (level == Level::a3a) options.attachments = {{"data.xml", "text/xml", "Data", "<a/>"}};
    return options;
  }

  std::string pdf;
  ReadPdf read;
};

class Conformance : public testing::TestWithParam<Level> {
 protected:
  static const Sample& sample() {
    static const Sample a2a(Level::a2a);
    static const Sample a3a(Level::a3a);
    return GetParam() == Level::a2a ? a2a : a3a;
  }
  static const std::string& pdf() { return sample().pdf; }
  static const ReadPdf& read() { return sample().read; }
  static const PdfObjects& objects() { return read().objects; }
  static const Json& catalog() { return objects().catalog(); }
  static std::string xmp() { return objects().streamOf(catalog(), "/Metadata"); }
  static std::string text(const Json& value, const char* key) {
    return PdfObjects::text(value, key);
  }

  /// Calls `see` for every dictionary of the file, nested ones included.
  template <typename See>
  static void eachDictionary(See see) {
    for (const std::string& number : objects().numbers()) walk(objects().at(number), see);
  }
  static void expectNowhere(const char* key) {
    eachDictionary([&](const Json& dictionary) { EXPECT_FALSE(dictionary.HasMember(key)) << key; });
  }
  static void expectNoValue(const char* key, const char* value) {
    eachDictionary([&](const Json& dictionary) { EXPECT_NE(text(dictionary, key), value); });
  }
  static const ReadElement& parentOf(const ReadElement& element) {
    return read().elements.at(static_cast<std::size_t>(element.parent));
  }
  static std::vector<const ReadElement*> elementsOf(const std::string& type) {
    std::vector<const ReadElement*> found;
    for (const ReadElement& element : read().elements) {
      if (element.type == type) found.push_back(&element);
    }
    EXPECT_FALSE(found.empty()) << "the sample has no " << type;
    return found;
  }

 private:
  template <typename See>
  static void walk(const Json& value, See& see) {
    if (value.IsObject()) {
      see(value);
      for (const auto& entry : value.GetObject()) walk(entry.value, see);
    } else if (value.IsArray()) {
      for (const Json& item : value.GetArray()) walk(item, see);
    }
  }
};

}  // namespace chancery::pdf
