#include "pdf/content.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "pdf/syntax.h"

namespace chancery::pdf {
namespace {

// ISO 32000-1, Annex C (as PDF/A-1 has it): arrays of 8,191 items; ISO 19005-2, 6.1.13: strings of
// 32,767 bytes. Kept well below, as both are looked at between chunks only.
constexpr int kMaxArrayItems = 4000;
constexpr std::size_t kMaxStringGlyphs = 6000;

constexpr std::size_t kChunk = 256;        // glyphs written between two looks at the limits
constexpr std::size_t kMostPerGlyph = 16;  // ")-32000(" and four bytes of a glyph
constexpr std::int64_t kMaxAdjustment = 32'000;

constexpr std::string_view kSoftHyphen = "\u00AD";

constexpr Length kMarginOfRunningHeads = Length::mm(20);

std::int64_t divideRounded(std::int64_t value, std::int64_t divisor) {
  return value < 0 ? (value - divisor / 2) / divisor : (value + divisor / 2) / divisor;
}

}  // namespace

const std::string& ContentWriter::write(const pages::Page& page, int index, const FormPlace* form,
                                        TaggedContent& tagged) {
  page_ = &page;
  index_ = index;
  tagged_ = &tagged;
  nextNumber_ = 0;
  out_.clear();
  color_ = strokeColor_ = {};
  strokes_ = false;
  strokeWidth_ = 100;
  dashes_.clear();
  face_ = -1;
  size_ = lineX_ = lineY_ = 0;
  turned_ = false;
  if (form) addForeign(*form);
  addImages();
  addShapes();
  addRules();
  addText();
  return out_;
}

void ContentWriter::addText() {
  const auto& runs = page_->runs;
  if (runs.empty()) return;
  out_ += "BT\n";
  for (std::size_t i = 0; i < runs.size();) {
    const pages::ElementId element = runs[i].element;
    if (tagging_ == Tagging::full && element == pages::kArtifact) {
      openArtifact(runs[i]);
    } else {
      openElement(element);
    }
    const bool inFigure = isFigure(element);
    for (; i < runs.size() && runs[i].element == element; ++i) {
      if (inFigure) addToFigure(element, boundsOf(*page_, runs[i]));
      addRun(runs[i]);
    }
    closeArray();
    closeElement();
  }
  out_ += "ET\n";
}

// ISO 14289-1, 7.8: running heads and feet are told apart; a table's repeated header is neither.
void ContentWriter::openArtifact(const pages::TextRun& run) {
  out_ += "/Artifact<</Type/Pagination";
  if (run.y <= kMarginOfRunningHeads) {
    out_ += "/Subtype/Header";
  } else if (run.y >= page_->height - kMarginOfRunningHeads) {
    out_ += "/Subtype/Footer";
  }
  out_ += ">>BDC\n";
}

void ContentWriter::addRun(const pages::TextRun& run) {
  if (run.glyphCount == 0) return;
  if (!continuesLine(run)) {
    closeArray();
    setState(run);
    moveTo(run);
  }
  error_ += (trueX_ - run.x.toEmu()) * GlyphTable::kWidthScale;
  trueX_ = run.x.toEmu();
  const pages::Glyph* glyphs = &page_->glyphs[run.firstGlyph];
  if (fonts_[run.face].hasOddGlyphs && hidesText(run)) {
    return showAs(textOf(run), glyphs, run.glyphCount);
  }
  openArray();
  const bool divides = dividesWord(run);
  showGlyphs(glyphs, divides ? run.glyphCount - 1 : run.glyphCount);
  if (divides) {
    showAs(kSoftHyphen, glyphs + run.glyphCount - 1, 1);
  } else if (lacksFinalSpace(run)) {
    const pages::Glyph space{fonts_[run.face].table->space(), 0};
    showGlyphs(&space, 1);
  }
}

// Glyphs that do not tell their text have it beside them (ISO 32000-1, 14.9.4).
void ContentWriter::showAs(std::string_view text, const pages::Glyph* glyphs, std::size_t count) {
  closeArray();
  addTextString(out_ += "/Span<</ActualText", text);
  out_ += ">>BDC\n";
  openArray();
  showGlyphs(glyphs, count);
  closeArray();
  out_ += "EMC\n";
}

std::string_view ContentWriter::textOf(const pages::TextRun& run) const {
  return std::string_view(page_->text).substr(run.textOffset, run.textLength);
}

bool ContentWriter::continuesLine(const pages::TextRun& run) const {
  constexpr std::int64_t kMostEms = 3;
  const std::int64_t gap = run.x.toEmu() - trueX_;
  return inArray_ && !turned_ && !run.turned && run.face == face_ &&
         toHundredths(run.size) == size_ && run.color == color_ &&
         toHundredths(page_->height - run.y) == lineY_ && gap < kMostEms * sizeEmu_ &&
         gap > -kMostEms * sizeEmu_;
}

bool ContentWriter::hidesText(const pages::TextRun& run) const {
  const GlyphTable& table = *fonts_[run.face].table;
  const auto first = page_->glyphs.begin() + run.firstGlyph;
  return std::any_of(first, first + run.glyphCount,
                     [&](const pages::Glyph& glyph) { return !table[glyph.id].hasText; });
}

// A hyphen that the text does not have: whoever copies the word must get it whole
// (ISO 32000-1, 14.8.2.2.3).
bool ContentWriter::dividesWord(const pages::TextRun& run) const {
  const pages::Glyph& last = page_->glyphs[run.firstGlyph + run.glyphCount - 1];
  if (!(*fonts_[run.face].table)[last.id].isHyphen) return false;
  const std::string_view text = textOf(run);
  const auto endsWith = [&](std::string_view ending) {
    return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
  };
  return !endsWith("-") && !endsWith("\u2010") && !endsWith("\u2011");
}

// Layout may leave out the space at which it broke a line; whoever reads the file needs it.
bool ContentWriter::lacksFinalSpace(const pages::TextRun& run) const {
  const std::string_view text = textOf(run);
  if (text.empty() || text.back() != ' ') return false;
  const std::uint16_t space = fonts_[run.face].table->space();
  return space != 0 && page_->glyphs[run.firstGlyph + run.glyphCount - 1].id != space;
}

void ContentWriter::setState(const pages::TextRun& run) {
  setColor(run.color);
  const std::int64_t size = std::max<std::int64_t>(toHundredths(run.size), 1);
  if (run.face == face_ && size == size_) return;
  face_ = run.face;
  size_ = size;
  sizeEmu_ = size * (Length::kEmuPerPoint / 100);
  addInteger(out_ += "/F", face_);
  addDecimal(out_ += ' ', size_, 2);
  out_ += " Tf\n";
}

// ISO 32000-1, 9.4.2. Td moves from the start of the last line by the matrix that is in force.
void ContentWriter::moveTo(const pages::TextRun& run) {
  const std::int64_t x = toHundredths(run.x);
  const std::int64_t y = toHundredths(page_->height - run.y);
  const bool byMatrix = run.turned || turned_;
  if (byMatrix) out_ += run.turned ? "0 1 -1 0 " : "1 0 0 1 ";
  addDecimal(out_, byMatrix ? x : x - lineX_, 2);
  addDecimal(out_ += ' ', byMatrix ? y : y - lineY_, 2);
  out_ += byMatrix ? " Tm\n" : " Td\n";
  turned_ = run.turned;
  lineX_ = x;
  lineY_ = y;
  // Along a turned line only the distance from its start counts.
  trueX_ = run.turned ? run.x.toEmu() : x * (Length::kEmuPerPoint / 100);
  error_ = 0;
}

void ContentWriter::showGlyphs(const pages::Glyph* glyphs, std::size_t count) {
  char buffer[kChunk * kMostPerGlyph];
  while (count > 0) {
    const std::size_t step = std::min(count, kChunk);
    out_.append(buffer, showChunk(buffer, glyphs, step));
    glyphs += step;
    count -= step;
    stringGlyphs_ += step;
    if (arrayItems_ > kMaxArrayItems) {
      closeArray();
      openArray();
    } else if (stringGlyphs_ > kMaxStringGlyphs) {
      out_ += ")(";
      stringGlyphs_ = 0;
    }
  }
}

// Before a glyph that would stand a thousandth of the font size or more from its place, TJ moves
// it there by whole thousandths; what is left over is carried on.
char* ContentWriter::showChunk(char* out, const pages::Glyph* glyphs, std::size_t count) {
  const GlyphTable& table = *fonts_[static_cast<std::size_t>(face_)].table;
  const std::int64_t unit = sizeEmu_ * (GlyphTable::kWidthScale / 1000);
  for (const pages::Glyph* glyph = glyphs; glyph != glyphs + count; ++glyph) {
    if (error_ >= unit || error_ <= -unit) {
      const std::int64_t adjustment =
          std::clamp(divideRounded(error_, unit), -kMaxAdjustment, kMaxAdjustment);
      *out++ = ')';
      out = std::to_chars(out, out + 8, adjustment).ptr;
      *out++ = '(';
      error_ -= adjustment * unit;
      arrayItems_ += 2;
    }
    const GlyphTable::Entry& entry = table[glyph->id];
    std::memcpy(out, entry.bytes, sizeof entry.bytes);
    out += entry.length;
    error_ += entry.width * sizeEmu_ - glyph->advance * GlyphTable::kWidthScale;
    trueX_ += glyph->advance;
  }
  return out;
}

void ContentWriter::openArray() {
  if (inArray_) return;
  inArray_ = true;
  arrayItems_ = 1;
  stringGlyphs_ = 0;
  out_ += "[(";
}

void ContentWriter::closeArray() {
  if (!inArray_) return;
  inArray_ = false;
  out_ += ")]TJ\n";
}

}  // namespace chancery::pdf
