#pragma once

#include "pdf/page_builder.h"
#include "pdf/raw_pdf.h"
#include "pdf/writer.h"

namespace chancery::pdf_test {

/// A document of one page of text and one of `file`, of 200 × 100 pt unless told otherwise.
inline pages::Pages with(const std::string& file, std::uint32_t page = 0, double width = 200,
                         double height = 100) {
  PageBuilder builder;
  builder.page().text(builder.element(pages::StructureType::paragraph), 85, 100, "Приказ");
  builder.pages.foreign = {std::make_shared<const std::string>(file)};
  const auto figure = builder.element(pages::StructureType::figure);
  builder.pages.structure.back().alternative = "Приложение: план здания";
  builder.page(Length::pt(width), Length::pt(height));
  builder.lastPage().foreign = pages::ForeignPage{0, page, figure};
  return builder.pages;
}

inline pdf::Written writeWith(const pages::Pages& pages, pdf::Level level = pdf::Level::a2a) {
  return pdf::Writer().writeWithClaim(pages, {level, Moment{}, {}});
}

}  // namespace chancery::pdf_test
