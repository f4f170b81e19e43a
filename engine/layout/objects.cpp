// Pictures and charts on a page.

#include "layout/objects.h"

#include <cmath>

#include "layout/emitter.h"

namespace chancery::layout {
namespace {

// Calls `word(const text::Shaped&)` and `space()` for a text's parts, in their order.
template <typename Word, typename Space>
void forEachWord(Context& context, const SetStyle& style, std::string_view text, Word word,
                 Space space) {
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == ' ' || text[i] == '\n' || text[i] == '\t') {
      space();
      ++i;
      continue;
    }
    const std::size_t end = std::min(text.find_first_of(" \n\t", i), text.size());
    word(context.shaper.shape(style.face, text.substr(i, end - i)));
    i = end;
  }
}

// Maps a drawing's points into its rectangle on the page.
class Frame {
 public:
  Frame(const image::Drawing& drawing, Length x, Length y, Length width, Length height)
      : x_(x),
        y_(y),
        fromWidth_(drawing.width),
        fromHeight_(drawing.height),
        width_(width),
        height_(height) {
    if (fromWidth_ <= Length()) fromWidth_ = width_;
    if (fromHeight_ <= Length()) fromHeight_ = height_;
  }

  Length x(Length value) const { return x_ + across(value); }
  Length y(Length value) const { return y_ + down(value); }
  /// A length without direction.
  Length measure(Length value) const { return (across(value) + down(value)) / 2; }

 private:
  // Lengths of a page: their products stay far below 2^63.
  Length across(Length value) const { return scaled(value, width_, fromWidth_); }
  Length down(Length value) const { return scaled(value, height_, fromHeight_); }
  static Length scaled(Length value, Length to, Length from) {
    if (to == from) return value;
    const double exact = static_cast<double>(value.toEmu()) * static_cast<double>(to.toEmu()) /
                         static_cast<double>(from.toEmu());
    return Length::emu(std::llround(exact));
  }

  Length x_, y_, fromWidth_, fromHeight_, width_, height_;
};

image::Path placed(const image::Path& path, const Frame& frame) {
  image::Path result = path;
  for (image::Segment& segment : result.segments) {
    segment.x = frame.x(segment.x);
    segment.y = frame.y(segment.y);
    if (segment.type != image::Segment::Type::curve) continue;
    segment.x1 = frame.x(segment.x1);
    segment.y1 = frame.y(segment.y1);
    segment.x2 = frame.x(segment.x2);
    segment.y2 = frame.y(segment.y2);
  }
  result.strokeWidth = frame.measure(path.strokeWidth);
  for (Length& dash : result.dashes) dash = frame.measure(dash);
  return result;
}

}  // namespace

Length textWidth(Context& context, const SetStyle& style, std::string_view text) {
  Length width;
  forEachWord(
      context, style, text,
      [&](const text::Shaped& shaped) {
        for (const text::Piece& piece : shaped.pieces) {
          const int unitsPerEm = context.shaper.unitsPerEm(piece.face);
          for (std::uint32_t i = 0; i < piece.glyphCount; ++i) {
            width +=
                text::toLength(shaped.glyphs[piece.firstGlyph + i].advance, style.size, unitsPerEm);
          }
        }
      },
      [&] { width += style.spaceWidth; });
  return width;
}

format::TextStyle labelStyle(const format::Object& object, Length size, bool bold) {
  format::TextStyle style = object.text;
  style.size = size;
  style.bold = style.bold || bold;
  return style;
}

const image::Drawing& Charts::draw(Context& context, const format::Object& object, Length width,
                                   Length height) {
  const auto& chart = std::get<std::shared_ptr<const chart::Chart>>(object.content);
  const auto key = std::tuple(chart.get(), width, height);
  const auto found = drawn_.find(key);
  if (found != drawn_.end()) return found->second;
  const auto measure = [&](std::string_view text, Length size, bool bold) {
    return textWidth(context, context.style(context.styleOf(labelStyle(object, size, bold))), text);
  };
  return drawn_.emplace(key, chart::draw(*chart, width, height, object.text.size, measure))
      .first->second;
}

void Emitter::drawObject(const format::Object& object, Length x, Length y, format::ObjectSize size,
                         pages::ElementId element) {
  if (artifact_) element = pages::kArtifact;
  if (const auto* chart = std::get_if<std::shared_ptr<const chart::Chart>>(&object.content)) {
    if (!*chart) return;
    const image::Drawing& drawing =
        context_.leavings.charts->draw(context_, object, size.width, size.height);
    return drawDrawing(drawing, object, x, y, size, element);
  }
  const auto& picture = std::get<std::shared_ptr<const image::Picture>>(object.content);
  if (!picture) return;
  if (const image::Drawing* drawing = picture->drawing()) {
    return drawDrawing(*drawing, object, x, y, size, element);
  }
  pages::Image image;
  image.x = x;
  image.y = y;
  image.width = size.width;
  image.height = size.height;
  image.picture = pictureNumber(picture);
  image.element = element;
  image.origin = object.origin;
  page().images.push_back(image);
}

void Emitter::drawDrawing(const image::Drawing& drawing, const format::Object& object, Length x,
                          Length y, format::ObjectSize size, pages::ElementId element) {
  const Frame frame(drawing, x, y, size.width, size.height);
  for (const image::Path& path : drawing.paths) {
    page().shapes.push_back({placed(path, frame), element, object.origin});
  }
  for (const image::Label& label : drawing.labels) {
    if (label.text.empty()) continue;
    const int number = context_.styleOf(labelStyle(object, frame.measure(label.size), label.bold));
    const SetStyle& style = context_.style(number);
    const Length width = textWidth(context_, style, label.text);
    Length before;
    if (label.anchor == image::Label::Anchor::middle) before = width / 2;
    if (label.anchor == image::Label::Anchor::end) before = width;
    TextPart part;
    part.element = element;
    part.origin = object.origin;
    drawLabel(label, part, style, frame.x(label.x) - (label.turned ? Length() : before),
              frame.y(label.y) + (label.turned ? before : Length()));
  }
}

// One line of a drawing's text, as runs of one face.
void Emitter::drawLabel(const image::Label& label, const TextPart& part, const SetStyle& style,
                        Length x, Length y) {
  int face = -1;
  Length& along = label.turned ? y : x;
  const auto open = [&](text::FaceId wanted) {
    if (face == wanted) return;
    if (face >= 0) endRun(style, x);
    startRun(part, style, wanted, x, y);
    page().runs.back().color = {label.color.red, label.color.green, label.color.blue};
    page().runs.back().turned = label.turned;
    face = wanted;
  };
  const auto put = [&](std::uint16_t glyph, Length advance) {
    page().glyphs.push_back({glyph, static_cast<std::int32_t>(advance.toEmu())});
    along += label.turned ? -advance : advance;
  };
  forEachWord(
      context_, style, label.text,
      [&](const text::Shaped& shaped) {
        if (!shaped.lacking.empty()) context_.tellLacking(shaped, part.origin);
        std::size_t offset = 0;
        for (const text::Piece& piece : shaped.pieces) {
          open(piece.face);
          const int unitsPerEm = context_.shaper.unitsPerEm(piece.face);
          std::size_t bytes = 0;
          for (std::uint32_t i = 0; i < piece.glyphCount; ++i) {
            const text::ShapedGlyph& glyph = shaped.glyphs[piece.firstGlyph + i];
            put(glyph.id, text::toLength(glyph.advance, style.size, unitsPerEm));
            bytes += glyph.textLength;
          }
          page().text.append(shaped.text, offset, bytes);
          offset += bytes;
        }
      },
      [&] {
        open(style.face);
        put(context_.shaper.space(style.face).glyph, style.spaceWidth);
        page().text.push_back(' ');
      });
  // Labels are told apart by a space: what is read out of a file has whole words.
  if (face < 0) return;
  open(style.face);
  put(context_.shaper.space(style.face).glyph, Length());
  page().text.push_back(' ');
  endRun(style, x);
}

std::uint32_t Emitter::pictureNumber(const std::shared_ptr<const image::Picture>& picture) {
  const auto [at, added] =
      pictureNumbers_.emplace(picture.get(), static_cast<std::uint32_t>(pictures_.size()));
  if (added) pictures_.push_back(picture);
  return at->second;
}

}  // namespace chancery::layout
