#include "pdf/pdf_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace chancery::pdf_test {
namespace {

std::map<int, double> readWidths(const Json& array) {
  std::map<int, double> widths;
  for (rapidjson::SizeType i = 0; i + 1 < array.Size(); i += 2) {
    int code = array[i].GetInt();
    for (const Json& width : array[i + 1].GetArray()) widths[code++] = PdfObjects::number(width);
  }
  return widths;
}

std::map<int, std::string> readTexts(const std::string& cmap) {
  std::map<int, std::string> texts;
  std::istringstream in(cmap);
  for (std::string line; std::getline(in, line);) {
    const bool isMapping = line.size() > 8 && line[0] == '<' && line.compare(5, 2, "><") == 0;
    if (!isMapping) continue;
    texts[std::stoi(line.substr(1, 4), nullptr, 16)] = line.substr(7, line.find('>', 7) - 7);
  }
  return texts;
}

}  // namespace

ReadPdf::ReadPdf(const std::string& pdf) : objects(pdf), pages(objects.pages()) {
  readFonts();
  for (const std::string& page : pages) {
    contents.push_back(readContent(
        objects.streamOf(objects.at(page), "/Contents"), [this](const std::string& font, int code) {
          const auto width = fonts[font].widths.find(code);
          EXPECT_NE(width, fonts[font].widths.end()) << "no width of " << code << " in " << font;
          return width == fonts[font].widths.end() ? 0 : width->second;
        }));
  }
  const Json& root = objects.get(objects.catalog(), "/StructTreeRoot");
  if (objects.has(root, "/K")) readElement(root["/K"], -1, "");
}

void ReadPdf::readFonts() {
  if (pages.empty()) return;
  const Json& resources = objects.get(objects.at(pages[0]), "/Resources");
  for (const auto& entry : objects.get(resources, "/Font").GetObject()) {
    ReadFont& font = fonts[entry.name.GetString()];
    font.composite = &objects.resolve(entry.value);
    font.baseName = PdfObjects::text(*font.composite, "/BaseFont");
    font.descendant = &objects.resolve(objects.get(*font.composite, "/DescendantFonts")[0]);
    font.descriptor = &objects.get(*font.descendant, "/FontDescriptor");
    font.widths = readWidths(objects.get(*font.descendant, "/W"));
    font.texts = readTexts(objects.streamOf(*font.composite, "/ToUnicode"));
    font.program = objects.streamOf(*font.descriptor, "/FontFile2");
  }
}

int ReadPdf::pageIndex(const std::string& reference) const {
  return static_cast<int>(std::find(pages.begin(), pages.end(), reference) - pages.begin());
}

void ReadPdf::readElement(const Json& kid, int parent, const std::string& page) {
  const Json& dictionary = objects.resolve(kid);
  const int id = static_cast<int>(elements.size());
  elements.push_back(
      {PdfObjects::text(kid), PdfObjects::text(dictionary, "/S"), parent, {}, {}, &dictionary});
  const std::string own =
      objects.has(dictionary, "/Pg") ? PdfObjects::text(dictionary, "/Pg") : page;
  if (!objects.has(dictionary, "/K")) return;
  const Json& kids = dictionary["/K"];
  if (kids.IsArray()) {
    for (const Json& each : kids.GetArray()) readKid(each, id, own);
  } else {
    readKid(kids, id, own);
  }
}

void ReadPdf::readKid(const Json& kid, int element, const std::string& page) {
  if (kid.IsInt()) {
    elements[static_cast<std::size_t>(element)].content.emplace_back(pageIndex(page), kid.GetInt());
  } else if (kid.IsObject()) {
    if (PdfObjects::text(kid, "/Type") == "/OBJR") {
      const std::string own = PdfObjects::text(kid, "/Pg");
      elements[static_cast<std::size_t>(element)].annotations.emplace_back(
          pageIndex(own.empty() ? page : own), PdfObjects::text(kid, "/Obj"));
      return;
    }
    EXPECT_EQ(PdfObjects::text(kid, "/Type"), "/MCR");
    elements[static_cast<std::size_t>(element)].content.emplace_back(
        pageIndex(PdfObjects::text(kid, "/Pg")), kid["/MCID"].GetInt());
  } else {
    readElement(kid, element, page);
  }
}

}  // namespace chancery::pdf_test
