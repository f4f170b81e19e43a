#include "pdf/page_builder.h"

#include <sstream>

#include "base/utf8.h"

namespace chancery::pdf_test {

using pages::StructureType;

PageBuilder::PageBuilder() {
  pages.title = "Приказ № 15-р";
  pages.author = "Управление образования";
  pages.language = "ru-RU";
  pages.structure.resize(1);
  face("Tinos");
}

PageBuilder& PageBuilder::page(Length width, Length height) {
  pages.pages.emplace_back();
  lastPage().width = width;
  lastPage().height = height;
  return *this;
}

pages::ElementId PageBuilder::element(StructureType type, pages::ElementId parent) {
  pages::StructureElement element;
  element.type = type;
  element.parent = parent;
  pages.structure.push_back(element);
  return static_cast<pages::ElementId>(pages.structure.size()) - 1;
}

PageBuilder& PageBuilder::face(const std::string& family, bool bold, bool italic) {
  auto found = library_->find({family, bold, italic});
  for (std::size_t i = 0; i < pages.faces.size(); ++i) {
    if (pages.faces[i] == found) {
      face_ = static_cast<std::uint16_t>(i);
      return *this;
    }
  }
  face_ = static_cast<std::uint16_t>(pages.faces.size());
  pages.faces.push_back(found);
  return *this;
}

PageBuilder& PageBuilder::size(double points) {
  size_ = Length::pt(points);
  return *this;
}

PageBuilder& PageBuilder::color(pages::Color color) {
  color_ = color;
  return *this;
}

PageBuilder& PageBuilder::spaceExtra(Length extra) {
  spaceExtra_ = extra;
  return *this;
}

PageBuilder& PageBuilder::text(pages::ElementId element, double x, double y,
                               const std::string& text) {
  pages::Page& page = lastPage();
  const fonts::Face& face = *pages.faces[face_];
  pages::TextRun run;
  run.face = face_;
  run.size = size_;
  run.x = Length::pt(x);
  run.y = Length::pt(y);
  run.firstGlyph = static_cast<std::uint32_t>(page.glyphs.size());
  run.textOffset = static_cast<std::uint32_t>(page.text.size());
  run.textLength = static_cast<std::uint32_t>(text.size());
  run.element = element;
  run.color = color_;
  end_ = run.x;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t character = utf8::next(text, i);
    const auto glyph = static_cast<std::uint16_t>(face.glyphFor(character));
    Length advance = size_.scaled(face.advance(glyph), face.metrics().unitsPerEm);
    if (character == U' ') advance += spaceExtra_;
    page.glyphs.push_back({glyph, static_cast<std::int32_t>(advance.toEmu())});
    end_ += advance;
    ++run.glyphCount;
  }
  page.text += text;
  page.runs.push_back(run);
  return *this;
}

PageBuilder& PageBuilder::more(const std::string& more) {
  const pages::TextRun last = lastRun();
  return text(last.element, end_.toPt(), last.y.toPt(), more);
}

PageBuilder& PageBuilder::image(pages::ElementId element, double x, double y, double width,
                                double height, std::uint32_t picture) {
  pages::Image image;
  image.x = Length::pt(x);
  image.y = Length::pt(y);
  image.width = Length::pt(width);
  image.height = Length::pt(height);
  image.picture = picture;
  image.element = element;
  lastPage().images.push_back(image);
  return *this;
}

PageBuilder& PageBuilder::shape(pages::ElementId element, image::Path path) {
  lastPage().shapes.push_back({std::move(path), element, {}});
  return *this;
}

PageBuilder& PageBuilder::link(pages::ElementId element, double x, double y, double width,
                               double height, std::uint32_t page, const std::string& description) {
  pages::Link link;
  link.x = Length::pt(x);
  link.y = Length::pt(y);
  link.width = Length::pt(width);
  link.height = Length::pt(height);
  link.element = element;
  link.page = page;
  link.description = description;
  lastPage().links.push_back(link);
  return *this;
}

image::Path path(const std::string& steps) {
  image::Path result;
  result.fill = image::Color{};
  std::istringstream in(steps);
  const auto length = [&] {
    double points = 0;
    in >> points;
    return Length::pt(points);
  };
  for (char step; in >> step;) {
    using Type = image::Segment::Type;
    image::Segment segment;
    segment.type = step == 'M'   ? Type::move
                   : step == 'L' ? Type::line
                   : step == 'C' ? Type::curve
                                 : Type::close;
    if (segment.type == Type::curve) {
      for (Length* at : {&segment.x1, &segment.y1, &segment.x2, &segment.y2}) *at = length();
    }
    if (segment.type != Type::close) {
      segment.x = length();
      segment.y = length();
    }
    result.segments.push_back(segment);
  }
  return result;
}

namespace {

image::Raster rasterOf(int width, int height, int channels, int seed) {
  image::Raster raster;
  raster.width = width;
  raster.height = height;
  raster.channels = channels;
  for (int i = 0; i < width * height * channels; ++i) raster.bytes += static_cast<char>(i * seed);
  return raster;
}

std::shared_ptr<const image::Picture> pictureOf(image::Raster raster) {
  image::Picture picture;
  picture.width = Length::pt(raster.width);
  picture.height = Length::pt(raster.height);
  picture.content = std::move(raster);
  return std::make_shared<const image::Picture>(std::move(picture));
}

constexpr std::string_view kJpeg =
    "ffd8ffe000104a46494600010100000100010000ffdb0043001b12141714111b1716171e1c1b2028"
    "422b28252528513a3d3042605565645f555d5b6a7899816a7190735b5d85b586909ea3abadab6780"
    "bcc9baa6c799a8aba4ffc0000b080008000801011100ffc400140001000000000000000000000000"
    "00000000ffc400171000030100000000000000000000000000001662a1ffda0008010100003f0030"
    "de9fffd9";

}  // namespace

std::shared_ptr<const image::Picture> jpegPicture() {
  image::Raster raster;
  raster.coding = image::Raster::Coding::jpeg;
  raster.width = raster.height = 8;
  raster.channels = 1;
  for (std::size_t i = 0; i < kJpeg.size(); i += 2) {
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    raster.bytes += static_cast<char>(digit(kJpeg[i]) << 4 | digit(kJpeg[i + 1]));
  }
  return pictureOf(std::move(raster));
}

std::shared_ptr<const image::Picture> picture(int width, int height, int channels, int seed) {
  return pictureOf(rasterOf(width, height, channels, seed));
}

std::shared_ptr<const image::Picture> clearPicture(int width, int height, int channels) {
  image::Raster raster = rasterOf(width, height, channels, 7);
  const int pixels = width * height;
  for (int i = 0; i < pixels; ++i) {
    raster.alpha += static_cast<char>(pixels == 1 ? 128 : i * 255 / (pixels - 1));
  }
  return pictureOf(std::move(raster));
}

PageBuilder& PageBuilder::rule(double x, double y, double width, double height) {
  pages::Rule rule;
  rule.x = Length::pt(x);
  rule.y = Length::pt(y);
  rule.width = Length::pt(width);
  rule.height = Length::pt(height);
  rule.color = color_;
  lastPage().rules.push_back(rule);
  return *this;
}

namespace {

void addList(PageBuilder& order, double y) {
  const auto list = order.element(StructureType::list);
  order.pages.structure.back().numberedList = true;
  const char* const texts[] = {"Утвердить план.", "Назначить ответственных."};
  for (int i = 0; i < 2; ++i) {
    const auto item = order.element(StructureType::listItem, list);
    const auto label = order.element(StructureType::label, item);
    const auto body = order.element(StructureType::listBody, item);
    const double top = y + 20 * i;
    order.text(label, 85, top, std::to_string(i + 1) + ". ").text(body, 110, top, texts[i]);
  }
}

void addTable(PageBuilder& order, double y) {
  const auto table = order.element(StructureType::table);
  const auto head = order.element(StructureType::tableHead, table);
  const auto headRow = order.element(StructureType::tableRow, head);
  const auto wide = order.element(StructureType::tableHeader, headRow);
  order.pages.structure.back().columnSpan = 2;
  const auto tall = order.element(StructureType::tableHeader, headRow);
  order.pages.structure.back().rowSpan = 2;
  order.text(wide, 90, y, "Мероприятие").text(tall, 330, y, "Срок");
  const auto body = order.element(StructureType::tableBody, table);
  const auto row = order.element(StructureType::tableRow, body);
  const auto rowHeader = order.element(StructureType::tableHeader, row);
  order.pages.structure.back().rowHeader = true;
  const auto cell = order.element(StructureType::tableCell, row);
  const auto empty = order.element(StructureType::tableCell, row);
  order.pages.structure[static_cast<std::size_t>(empty)].rowSpan = 2;
  order.text(rowHeader, 90, y + 30, "Раздел 1").text(cell, 200, y + 30, "Осмотр зданий");
  for (const double edge : {0.0, 20.0, 40.0}) order.rule(85, y - 14 + edge, 425, 0.48);
  const auto section = order.element(StructureType::tableRow, body);
  const auto sectionCell = order.element(StructureType::tableCell, section);
  order.pages.structure.back().columnSpan = 3;
  order.text(sectionCell, 90, y + 50, "II. Организация");
}

}  // namespace

pages::Pages sampleOrder() {
  PageBuilder order;
  order.page();
  order.text(pages::kArtifact, 295, 40, "1");
  order.face("Tinos", true).size(16);
  order.text(order.element(StructureType::heading1), 250, 100, "ПРИКАЗ");
  order.face("Tinos").size(14).spaceExtra(Length::pt(1.37));
  const auto paragraph = order.element(StructureType::paragraph);
  order.text(paragraph, 85, 140, "В целях подготовки к отопительному сезону ");
  order.text(paragraph, 85, 160, "и в соответствии с планом № 7 — ").more("(«Зима»)");
  order.page();
  order.text(pages::kArtifact, 295, 40, "2");
  order.text(paragraph, 85, 100, "приказываю:");
  order.spaceExtra(Length());
  addList(order, 120);
  order.face("Tinos", true).text(order.element(StructureType::heading2), 85, 180, "План работ");
  order.face("Tinos").size(12);
  addTable(order, 220);
  const auto figure = order.element(StructureType::figure);
  order.pages.structure.back().alternative = "Печать «Для документов»";
  order.text(figure, 85, 400, "М.П.");
  order.text(order.element(StructureType::note), 85, 430, "Примечание.");
  order.color({192, 0, 0}).text(order.element(StructureType::paragraph), 85, 460, "Срочно");
  return order.pages;
}

pages::Pages manyPages(int count) {
  PageBuilder many;
  for (int page = 0; page < count; ++page) {
    many.page();
    for (int line = 0; line < 45; ++line) {
      many.text(many.element(StructureType::paragraph), 85, 80 + 16 * line,
                "Строка " + std::to_string(page * 45 + line) +
                    " договора о поставке, исполнение которого поручено отделу");
    }
  }
  return many.pages;
}

}  // namespace chancery::pdf_test
