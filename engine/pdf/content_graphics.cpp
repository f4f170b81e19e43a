#include <algorithm>
#include <cmath>

#include "pdf/content.h"
#include "pdf/syntax.h"

namespace chancery::pdf {
namespace {

constexpr std::size_t kMaxRulesInPath = 500;

std::int64_t toThousandths(std::uint8_t part) {
  return (part * 1000 + 127) / 255;
}

pages::Color toPage(const image::Color& color) {
  return {color.red, color.green, color.blue};
}

}  // namespace

// ISO 32000-1, 14.6.2. Nothing is written in a file without tags.
void ContentWriter::openElement(pages::ElementId element) {
  if (tagging_ == Tagging::none) return;
  tagged_->marks.push_back({element, index_, nextNumber_});
  addName(out_, structureName(structure_[static_cast<std::size_t>(element)].type));
  addInteger(out_ += "<</MCID ", nextNumber_++);
  out_ += ">>BDC\n";
}

void ContentWriter::openGraphics(pages::ElementId element) {
  if (element != pages::kArtifact) return openElement(element);
  if (tagging_ == Tagging::full) out_ += "/Artifact<</Type/Layout>>BDC\n";
}

void ContentWriter::closeElement() {
  if (tagging_ == Tagging::full) out_ += "EMC\n";
}

bool ContentWriter::isFigure(pages::ElementId element) const {
  return element != pages::kArtifact &&
         structure_[static_cast<std::size_t>(element)].type == pages::StructureType::figure;
}

void ContentWriter::addToFigure(pages::ElementId element, const pages::Box& box) {
  if (!isFigure(element)) return;
  const auto [figure, isNew] = tagged_->figures.try_emplace(element, FigureBox{index_, box});
  if (!isNew && figure->second.page == index_) figure->second.box.include(box);
}

void ContentWriter::addForeign(const FormPlace& form) {
  const pages::ElementId element = page_->foreign->element;
  openGraphics(element);
  addToFigure(element, {Length(), Length(), page_->width, page_->height});
  const std::int64_t scale = std::llround(form.scale * 1e6);
  out_ += "q\n";
  addDecimal(out_, scale, 6);
  addDecimal(out_ += " 0 0 ", scale, 6);
  addDecimal(out_ += ' ', std::llround(form.x * 100), 2);
  addDecimal(out_ += ' ', std::llround(form.y * 100), 2);
  addInteger(out_ += " cm\n/P", index_);
  out_ += " Do\nQ\n";
  closeElement();
}

// ISO 32000-1, 8.9.5: a picture is a unit square, so the matrix is its place and size.
void ContentWriter::addImages() {
  for (const pages::Image& image : page_->images) {
    openGraphics(image.element);
    addToFigure(image.element, boundsOf(image));
    const std::int64_t left = toHundredths(image.x);
    const std::int64_t bottom = toHundredths(page_->height - image.y - image.height);
    out_ += "q\n";
    addDecimal(out_, toHundredths(image.x + image.width) - left, 2);
    addDecimal(out_ += " 0 0 ", toHundredths(page_->height - image.y) - bottom, 2);
    addDecimal(out_ += ' ', left, 2);
    addDecimal(out_ += ' ', bottom, 2);
    addInteger(out_ += " cm\n/I", image.picture);
    out_ += " Do\nQ\n";
    closeElement();
  }
}

void ContentWriter::addShapes() {
  const auto& shapes = page_->shapes;
  for (std::size_t i = 0; i < shapes.size();) {
    const pages::ElementId element = shapes[i].element;
    openGraphics(element);
    for (; i < shapes.size() && shapes[i].element == element; ++i) {
      addToFigure(element, pages::boundsOf(shapes[i].path));
      addShape(shapes[i].path);
    }
    closeElement();
  }
}

// ISO 32000-1, 8.5.3.
void ContentWriter::addShape(const image::Path& path) {
  if (path.segments.empty() || (!path.fill && !path.stroke)) return;
  if (path.fill) setColor(toPage(*path.fill));
  if (path.stroke) setStroke(path);
  addSegments(path);
  out_ += !path.fill ? "S" : path.stroke ? "B" : "f";
  out_ += path.fill && path.evenOdd ? "*\n" : "\n";
}

void ContentWriter::addSegments(const image::Path& path) {
  using Type = image::Segment::Type;
  bool isOpen = false;  // a path begins with a place
  for (const image::Segment& segment : path.segments) {
    if (segment.type == Type::close) {
      if (isOpen) out_ += "h\n";
      continue;
    }
    const bool moves = segment.type == Type::move || !isOpen;
    if (!moves && segment.type == Type::curve) {
      addPoint(segment.x1, segment.y1);
      addPoint(segment.x2, segment.y2);
    }
    addPoint(segment.x, segment.y);
    out_ += moves ? "m\n" : segment.type == Type::curve ? "c\n" : "l\n";
    isOpen = true;
  }
}

void ContentWriter::addPoint(Length x, Length y) {
  addDecimal(out_, toHundredths(x), 2);
  addDecimal(out_ += ' ', toHundredths(page_->height - y), 2);
  out_ += ' ';
}

void ContentWriter::setStroke(const image::Path& path) {
  if (!strokes_) out_ += "4 M\n";  // corners as SVG has them (SVG 1.1, 11.4)
  strokes_ = true;
  const pages::Color color = toPage(*path.stroke);
  if (color != strokeColor_) addColor(strokeColor_ = color, "G\n", "RG\n");
  const std::int64_t width = toHundredths(path.strokeWidth);
  if (width != strokeWidth_) {
    addDecimal(out_, strokeWidth_ = width, 2);
    out_ += " w\n";
  }
  // ISO 32000-1, 8.4.3.6: a pattern without length is none.
  const bool isDashed = std::any_of(path.dashes.begin(), path.dashes.end(),
                                    [](Length dash) { return toHundredths(dash) > 0; });
  static const std::vector<Length> kSolid;
  const std::vector<Length>& dashes = isDashed ? path.dashes : kSolid;
  if (dashes == dashes_) return;
  dashes_ = dashes;
  out_ += '[';
  for (const Length dash : dashes_) {
    if (out_.back() != '[') out_ += ' ';
    addDecimal(out_, toHundredths(dash), 2);
  }
  out_ += "]0 d\n";
}

// Borders and underlines mean nothing to a reader: layout artifacts all (14.8.2.2).
void ContentWriter::addRules() {
  const auto& rules = page_->rules;
  if (rules.empty()) return;
  openGraphics(pages::kArtifact);
  for (std::size_t first = 0; first < rules.size();) {
    std::size_t last = first + 1;
    while (last < rules.size() && last - first < kMaxRulesInPath &&
           rules[last].color == rules[first].color) {
      ++last;
    }
    addRuleGroup(first, last);
    first = last;
  }
  closeElement();
}

void ContentWriter::addRuleGroup(std::size_t first, std::size_t last) {
  setColor(page_->rules[first].color);
  for (std::size_t i = first; i < last; ++i) {
    const pages::Rule& rule = page_->rules[i];
    // Edges are rounded, not sizes, so that rules which touch still do.
    const std::int64_t left = toHundredths(rule.x);
    const std::int64_t right = toHundredths(rule.x + rule.width);
    const std::int64_t bottom = toHundredths(page_->height - rule.y - rule.height);
    const std::int64_t top = toHundredths(page_->height - rule.y);
    for (const std::int64_t number : {left, bottom, right - left, top - bottom}) {
      addDecimal(out_, number, 2);
      out_ += ' ';
    }
    out_ += "re\n";
  }
  out_ += "f\n";
}

void ContentWriter::setColor(const pages::Color& color) {
  if (color != color_) addColor(color_ = color, "g\n", "rg\n");
}

// Any colour goes with the sRGB output intent; equal parts are shorter as a grey
// (ISO 19005-2, 6.2.4.3).
void ContentWriter::addColor(const pages::Color& color, std::string_view grey,
                             std::string_view rgb) {
  const bool isGrey = color.red == color.green && color.green == color.blue;
  addDecimal(out_, toThousandths(color.red), 3);
  if (!isGrey) {
    addDecimal(out_ += ' ', toThousandths(color.green), 3);
    addDecimal(out_ += ' ', toThousandths(color.blue), 3);
  }
  (out_ += ' ') += isGrey ? grey : rgb;
}

}  // namespace chancery::pdf
