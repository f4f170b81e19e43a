#include "pdf/font_program.h"

#include <cmath>

#include "pdf/glyph_table.h"
#include "pdf/syntax.h"

namespace chancery::pdf {
namespace {

constexpr std::size_t kMaxPerBlock = 100;  // Adobe Technical Note 5411: entries of one bfchar block

// ISO 32000-1, table 123: flags of a font descriptor.
constexpr int kSymbolic = 4;
constexpr int kItalic = 64;

// Subsets of one face with different glyphs need different tags (ISO 32000-1, 9.6.4).
std::string makeTag(const std::vector<std::uint32_t>& glyphs) {
  std::uint64_t hash = 0xcbf29ce484222325;  // FNV-1a
  for (const std::uint32_t glyph : glyphs) hash = (hash ^ glyph) * 0x100000001b3;
  std::string tag;
  for (int i = 0; i < 6; ++i) {
    tag += static_cast<char>('A' + hash % 26);
    hash /= 26;
  }
  return tag;
}

std::int64_t toThousandths(const fonts::Face& face, int units) {
  return std::lround(units * 1000.0 / face.metrics().unitsPerEm);
}

std::string makeDescriptor(const fonts::Face& face) {
  const fonts::Metrics& metrics = face.metrics();
  std::string out = "/Flags ";
  addInteger(out, face.italic() ? kSymbolic | kItalic : kSymbolic);
  addInteger(out += "/Ascent ", toThousandths(face, metrics.ascent));
  addInteger(out += "/Descent ", -toThousandths(face, metrics.descent));
  addInteger(out += "/CapHeight ", toThousandths(face, metrics.capHeight));
  addDecimal(out += "/ItalicAngle ", std::lround(metrics.italicAngle * 100), 2);
  out += face.bold() ? "/StemV 140" : "/StemV 80";
  out += "/FontBBox[";
  for (const int edge : metrics.box) {
    addInteger(out, toThousandths(face, edge));
    out += ' ';
  }
  out.back() = ']';
  return out;
}

// ISO 32000-1, 9.7.4.3: "first [w w w]" for each row of neighbouring glyphs.
std::string makeWidths(const fonts::Face& face, const std::vector<std::uint32_t>& glyphs) {
  std::string out;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const bool isNeighbour = i > 0 && glyphs[i] == glyphs[i - 1] + 1;
    if (!isNeighbour) {
      if (i > 0) out += ']';
      addInteger(out, glyphs[i]);
      out += '[';
    } else {
      out += ' ';
    }
    addDecimal(out, widthOf(face, glyphs[i]), 3);
  }
  return out += ']';
}

// Letters that a ligature of the Alphabetic Presentation Forms stands for, so that what is copied
// out of the file can be searched for.
std::u32string lettersOf(char32_t character) {
  switch (character) {
    case 0xFB00:
      return U"ff";
    case 0xFB01:
      return U"fi";
    case 0xFB02:
      return U"fl";
    case 0xFB03:
      return U"ffi";
    case 0xFB04:
      return U"ffl";
    default:
      return {character};
  }
}

void addMapping(std::string& out, std::uint32_t glyph, char32_t character) {
  addUtf16Hex(out += '<', glyph);
  out += "><";
  for (const char32_t letter : lettersOf(character)) addUtf16Hex(out, letter);
  out += ">\n";
}

std::string makeToUnicode(const fonts::Face& face, const std::vector<std::uint32_t>& glyphs,
                          const GlyphTexts& texts) {
  std::vector<std::pair<std::uint32_t, char32_t>> mapped;
  for (const std::uint32_t glyph : glyphs) {
    const auto text = texts.find(glyph);
    const char32_t character = text != texts.end() ? text->second : face.characterFor(glyph);
    if (character != 0) mapped.emplace_back(glyph, character);
  }
  std::string out =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo "
      "<< /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  for (std::size_t i = 0; i < mapped.size(); i += kMaxPerBlock) {
    const std::size_t end = std::min(i + kMaxPerBlock, mapped.size());
    addInteger(out, static_cast<std::int64_t>(end - i));
    out += " beginbfchar\n";
    for (std::size_t k = i; k < end; ++k) addMapping(out, mapped[k].first, mapped[k].second);
    out += "endbfchar\n";
  }
  return out += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

// ISO 19005-1, 6.3.5: a bit for every glyph of the program, the highest bit first.
std::string makeCidSet(const std::vector<std::uint32_t>& glyphs) {
  std::string bits;
  for (const std::uint32_t glyph : glyphs) {
    if (bits.size() <= glyph / 8) bits.resize(glyph / 8 + 1, '\0');
    bits[glyph / 8] = static_cast<char>(bits[glyph / 8] | 0x80 >> glyph % 8);
  }
  return bits;
}

}  // namespace

FontProgram makeFontProgram(const fonts::Face& face, const std::vector<std::uint32_t>& glyphs,
                            const GlyphTexts& texts, Deflater& deflater) {
  const fonts::Subset subset = fonts::makeSubset(face, glyphs);
  FontProgram font;
  font.name = makeTag(subset.glyphs) + '+' + face.postScriptName();
  font.descriptor = makeDescriptor(face);
  font.widths = makeWidths(face, subset.glyphs);
  font.programSize = subset.bytes.size();
  font.program = deflater.deflate(subset.bytes);
  font.toUnicode = deflater.deflate(makeToUnicode(face, subset.glyphs, texts));
  font.cidSet = deflater.deflate(makeCidSet(subset.glyphs));
  return font;
}

FontNumbers reserveFont(ObjectWriter& out, CidSet cidSet) {
  const int first = out.reserve(cidSet == CidSet::with ? 6 : 5);
  return {first,     first + 1, first + 2,
          first + 3, first + 4, cidSet == CidSet::with ? first + 5 : 0};
}

void writeFontStreams(ObjectWriter& out, const FontProgram& font, const FontNumbers& numbers) {
  std::string length = "/Length1 ";
  addInteger(length, static_cast<std::int64_t>(font.programSize));
  out.addDeflated(numbers.program, length, font.program);
  out.addDeflated(numbers.toUnicode, "", font.toUnicode);
  if (numbers.cidSet != 0) out.addDeflated(numbers.cidSet, "", font.cidSet);
}

void writeFontObjects(ObjectWriter& out, const FontProgram& font, const FontNumbers& numbers) {
  std::string& composite = out.open(numbers.font);
  addName(composite += "<</Type/Font/Subtype/Type0/BaseFont", font.name);
  addReference(composite += "/Encoding/Identity-H/DescendantFonts[", numbers.descendant);
  addReference(composite += "]/ToUnicode ", numbers.toUnicode);
  composite += ">>";
  out.close();

  std::string& descriptor = out.open(numbers.descriptor);
  addName(descriptor += "<</Type/FontDescriptor/FontName", font.name);
  addReference((descriptor += font.descriptor) += "/FontFile2 ", numbers.program);
  if (numbers.cidSet != 0) addReference(descriptor += "/CIDSet ", numbers.cidSet);
  descriptor += ">>";
  out.close();

  // Plain, because to compress the widths anew for every document would cost more than it saves.
  std::string& descendant = out.openPlain(numbers.descendant);
  addName(descendant += "<</Type/Font/Subtype/CIDFontType2/BaseFont", font.name);
  descendant += "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>";
  addReference(descendant += "/CIDToGIDMap/Identity/FontDescriptor ", numbers.descriptor);
  ((descendant += "/W[") += font.widths) += "]>>";
  out.close();
}

}  // namespace chancery::pdf
