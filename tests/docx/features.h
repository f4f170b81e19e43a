#pragma once

#include <memory>

#include "docx/sample.h"

/// What came with pictures, charts, notes and references, each in short words.
namespace chancery::docx::sample {

std::shared_ptr<const image::Picture> png(int width = 4, int height = 3);
std::shared_ptr<const image::Picture> drawing();
chart::Chart chart(chart::Kind kind);

/// Adds an object; the result is its index.
int add(format::Document& document, std::shared_ptr<const image::Picture> picture,
        std::string alternative = "Герб");
int add(format::Document& document, chart::Chart chart);
/// Adds a bookmark; the result is its index.
int mark(format::Document& document, std::string id);
/// Adds a footnote in style `small`; the result is the run of its mark.
format::Run note(format::Document& document, std::string text);

format::Run shown(int object);
format::Run pageOf(int bookmark);
format::Run linked(std::string text, int bookmark);
/// A line of a table of contents: the text, a tab and the page, all linked.
format::Paragraph line(std::string text, int bookmark, int style = Style::text);

/// All of it in one document of three sections, with what layout would have found.
format::Document features();
format::Resolved resolveFeatures(const format::Document& document);

}  // namespace chancery::docx::sample
