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
constexpr std::size_t kMaxRulesInPath = 500;

constexpr std::size_t kChunk = 256;        // glyphs written between two looks at the limits
constexpr std::size_t kMostPerGlyph = 16;  // ")-32000(" and four bytes of a glyph
constexpr std::int64_t kMaxAdjustment = 32'000;

constexpr std::string_view kSoftHyphen = "\u00AD";

constexpr Length kMarginOfRunningHeads = Length::mm(20);

std::int64_t divideRounded(std::int64_t value, std::int64_t divisor) {
  return value < 0 ? (value - divisor / 2) / divisor : (value + divisor / 2) / divisor;
}

}  // namespace

const std::string& ContentWriter::write(const pages::Page& page, int index,
                                        std::vector<MarkedContent>& marks) {
  page_ = &page;
  out_.clear();
  color_ = {};
  face_ = -1;
  size_ = lineX_ = lineY_ = 0;
  addRules();
  addText(index, marks);
  return out_;
}

// Borders and underlines mean nothing to a reader: layout artifacts all (14.8.2.2).
void ContentWriter::addRules() {
  const auto& rules = page_->rules;
  if (rules.empty()) return;
  if (tagging_ == Tagging::full) out_ += "/Artifact<</Type/Layout>>BDC\n";
  for (std::size_t first = 0; first < rules.size();) {
    std::size_t last = first + 1;
    while (last < rules.size() && last - first < kMaxRulesInPath &&
           rules[last].color == rules[first].color) {
      ++last;
    }
    addRuleGroup(first, last);
    first = last;
  }
  if (tagging_ == Tagging::full) out_ += "EMC\n";
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

void ContentWriter::addText(int index, std::vector<MarkedContent>& marks) {
  const auto& runs = page_->runs;
  if (runs.empty()) return;
  out_ += "BT\n";
  int number = 0;
  for (std::size_t i = 0; i < runs.size();) {
    const pages::ElementId element = runs[i].element;
    if (tagging_ == Tagging::full && element == pages::kArtifact) {
      openArtifact(runs[i]);
    } else if (tagging_ == Tagging::full) {
      marks.push_back({element, index, number});
      addName(out_, structureName(structure_[static_cast<std::size_t>(element)].type));
      addInteger(out_ += "<</MCID ", number++);
      out_ += ">>BDC\n";
    }
    for (; i < runs.size() && runs[i].element == element; ++i) addRun(runs[i]);
    closeArray();
    if (tagging_ == Tagging::full) out_ += "EMC\n";
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
  return inArray_ && run.face == face_ && toHundredths(run.size) == size_ && run.color == color_ &&
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

void ContentWriter::moveTo(const pages::TextRun& run) {
  const std::int64_t x = toHundredths(run.x);
  const std::int64_t y = toHundredths(page_->height - run.y);
  addDecimal(out_, x - lineX_, 2);
  addDecimal(out_ += ' ', y - lineY_, 2);
  out_ += " Td\n";
  lineX_ = x;
  lineY_ = y;
  trueX_ = x * (Length::kEmuPerPoint / 100);
  error_ = 0;
}

// Any colour goes with the sRGB output intent; equal parts are shorter as a grey
// (ISO 19005-2, 6.2.4.3).
void ContentWriter::setColor(const pages::Color& color) {
  if (color == color_) return;
  color_ = color;
  const bool isGrey = color.red == color.green && color.green == color.blue;
  const std::uint8_t parts[] = {color.red, color.green, color.blue};
  for (int i = 0; i < (isGrey ? 1 : 3); ++i) {
    addDecimal(out_, divideRounded(parts[i] * 1000, 255), 3);
    out_ += ' ';
  }
  out_ += isGrey ? "g\n" : "rg\n";
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
