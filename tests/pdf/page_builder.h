#pragma once

#include <memory>
#include <string>

#include "fonts/library.h"
#include "pages/pages.h"

namespace chancery::pdf_test {

/// Builds pages by hand, a line at a time: no shaping, no breaking, so that tests say exactly what
/// stands where.
class PageBuilder {
 public:
  PageBuilder();

  /// Another page of A4, landscape where `width` exceeds `height`.
  PageBuilder& page(Length width = Length::mm(210), Length height = Length::mm(297));
  pages::ElementId element(pages::StructureType type, pages::ElementId parent = 0);

  /// The look of the text that follows.
  PageBuilder& face(const std::string& family, bool bold = false, bool italic = false);
  PageBuilder& size(double points);
  PageBuilder& color(pages::Color color);
  /// Added to each space that follows, as justification does.
  PageBuilder& spaceExtra(Length extra);

  /// A run at a place in points from the page's top left corner.
  PageBuilder& text(pages::ElementId element, double x, double y, const std::string& text);
  /// A run right of the last one.
  PageBuilder& more(const std::string& text);
  PageBuilder& image(pages::ElementId element, double x, double y, double width, double height,
                     std::uint32_t picture = 0);
  PageBuilder& shape(pages::ElementId element, image::Path path);
  /// A link to the top of a page.
  PageBuilder& link(pages::ElementId element, double x, double y, double width, double height,
                    std::uint32_t page, const std::string& description);
  PageBuilder& rule(double x, double y, double width, double height);

  pages::TextRun& lastRun() { return pages.pages.back().runs.back(); }
  pages::Page& lastPage() { return pages.pages.back(); }

  pages::Pages pages;

 private:
  std::shared_ptr<const fonts::Library> library_ = std::make_shared<fonts::Library>();
  std::uint16_t face_ = 0;
  Length size_ = Length::pt(14);
  pages::Color color_;
  Length spaceExtra_;
  Length end_;  // of the last run
};

/// A path filled with black; letters as in SVG, numbers in points: "M 0 0 L 10 5 Z".
image::Path path(const std::string& steps);

/// A raster of grey (1) or colour (3): each sample is `seed` more than the one before.
std::shared_ptr<const image::Picture> picture(int width, int height, int channels, int seed = 7);

/// The same with transparency from clear to opaque.
std::shared_ptr<const image::Picture> clearPicture(int width, int height, int channels);

/// A grey JPEG of 8 × 8 pixels.
std::shared_ptr<const image::Picture> jpegPicture();

/// An order of two pages: headings, a paragraph over both pages, a list, a table with a header and
/// spans, a figure, a note, page numbers and rules.
pages::Pages sampleOrder();

/// `count` pages of running text, each different.
pages::Pages manyPages(int count);

}  // namespace chancery::pdf_test
