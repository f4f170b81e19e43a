#pragma once

#include <gtest/gtest.h>

#include "pdf/page_builder.h"
#include "pdf/pdf_reader.h"
#include "pdf/raw_pdf.h"
#include "pdf/writer.h"

namespace chancery::pdf {
using pages::StructureType;
using pdf_test::Json;
using pdf_test::PdfObjects;
using pdf_test::ReadElement;
using pdf_test::ReadFont;
using pdf_test::ReadPdf;

/// A page of what is not text: pictures of every kind, drawings, links, contents, notes, a header
/// of two levels and a page of another file.
inline void addRichPage(pdf_test::PageBuilder& builder) {
  builder.pages.pictures = {pdf_test::picture(4, 4, 1), pdf_test::clearPicture(5, 3, 3),
                            pdf_test::jpegPicture()};
  builder.page();
  builder.text(pages::kArtifact, 295, 40, "1");
  builder.lastPage().label = "1";
  const auto contents = builder.element(StructureType::contents);
  const auto line = builder.element(StructureType::contentsItem, contents);
  const auto reference = builder.element(StructureType::reference, line);
  builder.text(reference, 85, 80, "План работ");
  builder.link(reference, 85, 70, 100, 14, 1, "План работ, страница 2");
  const auto paragraph = builder.element(StructureType::paragraph);
  const auto words = builder.element(StructureType::span, paragraph);
  builder.text(words, 85, 110, "См. ");
  const auto link = builder.element(StructureType::link, paragraph);
  builder.more("").lastRun().element = link;
  builder.text(link, 110, 110, "таблицу 1");
  builder.link(link, 110, 100, 60, 14, 1, "Таблица 1").link(link, 85, 120, 20, 14, 1, "Таблица 1");
  const auto figure = builder.element(StructureType::figure);
  builder.pages.structure.back().alternative = "План этажа";
  for (std::uint32_t i = 0; i < 3; ++i) builder.image(figure, 85 + 60 * i, 150, 50, 40, i);
  image::Path shape = pdf_test::path("M 85 200 L 135 200 C 140 210 140 220 135 230 L 85 230 Z");
  shape.fill = image::Color{230, 240, 255};
  shape.stroke = image::Color{0, 0, 128};
  shape.strokeWidth = Length::pt(0.5);
  shape.dashes = {Length::pt(2), Length::pt(1)};
  shape.evenOdd = true;
  builder.shape(figure, shape).shape(pages::kArtifact, pdf_test::path("M 0 0 L 5 0 L 5 5 Z"));
  builder.text(figure, 80, 230, "этаж").lastRun().turned = true;
  builder.text(builder.element(StructureType::caption), 85, 250, "Рисунок 1");
  builder.image(pages::kArtifact, 400, 60, 30, 30, 0);
  const auto note = builder.element(StructureType::note);
  builder.text(note, 85, 700, "По данным управы.");
  const auto foreign = builder.element(StructureType::figure);
  builder.pages.structure.back().alternative = "Приложение: скан";
  builder.page(Length::pt(200), Length::pt(100));
  builder.lastPage().foreign = pages::ForeignPage{0, 0, foreign};
  builder.pages.foreign = {std::make_shared<const std::string>(pdf_test::scanPdf())};
  builder.pages.outline = {{"План работ", 1, 0, Length::pt(90)}, {"Таблица 1", 2, 1, Length()}};
}

/// The sample with an unusual and a missing character, so that every path of the fonts is taken.
inline pages::Pages fullSample() {
  pdf_test::PageBuilder builder;
  builder.pages = pdf_test::sampleOrder();
  const auto paragraph = builder.element(StructureType::paragraph);
  builder.face("DejaVu Sans").text(paragraph, 85, 500, "☎ α ").face("Tinos").more("中");
  builder.page(Length::mm(297), Length::mm(210));
  builder.text(pages::kArtifact, 85, 560, "Приложение");
  addRichPage(builder);
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
