#include "text/shaper.h"

#include <hb.h>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "base/error.h"
#include "base/utf8.h"
#include "text/word_table.h"

namespace chancery::text {
namespace {

// Faces that take the place of a family that is not installed; the first installed one serves.
constexpr std::array kSubstitutes{"Tinos", "Liberation Serif", "PT Serif", "DejaVu Serif"};

struct BufferDeleter {
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

// Stands on the letter before it. Source: Unicode, blocks of combining marks.
bool isCombining(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x483 && c <= 0x489) || (c >= 0x1AB0 && c <= 0x1AFF) ||
         (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) ||
         (c >= 0xFE20 && c <= 0xFE2F);
}

bool isControl(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

// A part of a chunk in one face; offsets in bytes.
struct Span {
  std::size_t begin, end;
  FaceId face;
  bool missing;  // no face has it
};

}  // namespace

struct Shaper::Data {
  struct Known {
    std::shared_ptr<const fonts::Face> face;
    fonts::FaceRequest request;  // the first that led to it
    Simple space, hyphen;
    WordTable words;
  };

  const fonts::Library& library;
  Kerning kerning;
  std::vector<Known> faces;
  std::map<fonts::FaceRequest, std::pair<FaceId, bool>> requests;
  std::map<std::pair<std::u32string, FaceId>, std::pair<FaceId, bool>> fallbacks;
  std::unique_ptr<hb_buffer_t, BufferDeleter> buffer{hb_buffer_create()};
  hb_language_t language = hb_language_from_string("ru", -1);
  std::size_t wordCount = 0;
  std::string patternsPath;
  bool patternsRead = false;
  std::optional<Hyphenator> hyphenator;
  std::unordered_map<const Shaped*, std::vector<InsideBreak>> divisions;

  Data(const fonts::Library& l, Kerning k, std::string patterns)
      : library(l), kerning(k), patternsPath(std::move(patterns)) {}

  FaceId know(std::shared_ptr<const fonts::Face> face, const fonts::FaceRequest& request);
  std::pair<FaceId, bool> fallback(const std::u32string& cluster, FaceId wanted);
  std::vector<Span> itemise(FaceId wanted, Shaped& shaped);
  void addCluster(const std::u32string& cluster, Span span, Shaped& shaped,
                  std::vector<Span>& spans);
  void shapeSpan(const Span& span, Shaped& shaped);
  void takeGlyphs(const Span& span, bool padded, Shaped& shaped);
};

FaceId Shaper::Data::know(std::shared_ptr<const fonts::Face> face,
                          const fonts::FaceRequest& request) {
  for (std::size_t i = 0; i < faces.size(); ++i) {
    if (faces[i].face == face) return static_cast<FaceId>(i);
  }
  Known known;
  const auto simple = [&](char32_t c) {
    const std::uint32_t glyph = face->glyphFor(c);
    return Simple{static_cast<std::uint16_t>(glyph), face->advance(glyph)};
  };
  known.space = simple(U' ');
  known.hyphen = simple(U'-');
  known.face = std::move(face);
  known.request = request;
  faces.push_back(std::move(known));
  return static_cast<FaceId>(faces.size() - 1);
}

std::pair<FaceId, bool> Shaper::Data::fallback(const std::u32string& cluster, FaceId wanted) {
  const auto key = std::pair{cluster, wanted};
  const auto known = fallbacks.find(key);
  if (known != fallbacks.end()) return known->second;
  const fonts::FaceRequest request = faces[wanted].request;
  std::shared_ptr<const fonts::Face> face = library.findFallback(cluster, request);
  const std::pair<FaceId, bool> result =
      face ? std::pair{know(std::move(face), request), true} : std::pair{wanted, false};
  fallbacks.emplace(key, result);
  return result;
}

// Cuts the chunk into stretches that one face can show. A letter and its marks go to one face.
std::vector<Span> Shaper::Data::itemise(FaceId wanted, Shaped& shaped) {
  std::vector<Span> spans;
  std::u32string cluster;
  for (std::size_t i = 0; i < shaped.text.size();) {
    Span span{i, i, wanted, false};
    cluster.assign(1, utf8::next(shaped.text, i));
    for (std::size_t next = i; next < shaped.text.size(); i = next) {
      const char32_t c = utf8::next(shaped.text, next);
      if (!isCombining(c)) break;
      cluster += c;
    }
    span.end = i;
    addCluster(cluster, span, shaped, spans);
  }
  return spans;
}

void Shaper::Data::addCluster(const std::u32string& cluster, Span span, Shaped& shaped,
                              std::vector<Span>& spans) {
  const fonts::Face& face = *faces[span.face].face;
  if (fonts::isIgnorable(cluster[0]) || isControl(cluster[0])) {
    if (!spans.empty()) span.face = spans.back().face;
  } else if (!face.shows(cluster)) {
    const FaceId wanted = span.face;
    const auto [used, found] = fallback(cluster, wanted);
    if (!found && cluster.size() > 1) {  // each by itself, then
      for (const char32_t c : cluster) {
        std::string bytes;
        utf8::append(bytes, c);
        span.end = span.begin + bytes.size();
        addCluster({c}, span, shaped, spans);
        span.begin = span.end;
      }
      return;
    }
    span.face = used;
    span.missing = !found;
    const auto lacks = [&](char32_t c) { return !face.shows({&c, 1}); };
    const auto first = std::find_if(cluster.begin(), cluster.end(), lacks);
    const char32_t character = first == cluster.end() ? cluster[0] : *first;
    const bool told = std::any_of(shaped.lacking.begin(), shaped.lacking.end(),
                                  [&](const Lacking& l) { return l.character == character; });
    if (!told) shaped.lacking.push_back({character, wanted, used, found, shaped.text});
  }
  if (!spans.empty() && spans.back().face == span.face && spans.back().missing == span.missing) {
    spans.back().end = span.end;
  } else {
    spans.push_back(span);
  }
}

void Shaper::Data::shapeSpan(const Span& span, Shaped& shaped) {
  // A space at either end shows how the word kerns with the spaces around it.
  const bool padded =
      kerning == Kerning::pairs && span.begin == 0 && span.end == shaped.text.size();
  std::string text;
  text.reserve(shaped.text.size() + 2);
  if (padded) text += ' ';
  for (std::size_t i = span.begin; i < span.end;) {
    const std::size_t begin = i;
    utf8::next(shaped.text, i);
    if (span.missing) {
      text += '?';
    } else {
      text.append(shaped.text, begin, i - begin);
    }
  }
  if (padded) text += ' ';

  hb_buffer_t* b = buffer.get();
  hb_buffer_reset(b);
  hb_buffer_set_flags(b, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
  hb_buffer_add_utf8(b, text.data(), static_cast<int>(text.size()), 0,
                     static_cast<int>(text.size()));
  hb_buffer_guess_segment_properties(b);
  const hb_script_t script = hb_buffer_get_script(b);
  if (script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INVALID || script == HB_SCRIPT_UNKNOWN) {
    hb_buffer_set_script(b, HB_SCRIPT_CYRILLIC);
  }
  hb_buffer_set_direction(b, HB_DIRECTION_LTR);
  hb_buffer_set_language(b, language);
  const std::array features{
      hb_feature_t{HB_TAG('l', 'i', 'g', 'a'), 0, 0, HB_FEATURE_GLOBAL_END},
      hb_feature_t{HB_TAG('c', 'l', 'i', 'g'), 0, 0, HB_FEATURE_GLOBAL_END},
      hb_feature_t{HB_TAG('k', 'e', 'r', 'n'), kerning == Kerning::pairs ? 1u : 0u, 0,
                   HB_FEATURE_GLOBAL_END}};
  hb_shape(faces[span.face].face->shaper(), b, features.data(), features.size());
  takeGlyphs(span, padded, shaped);
}

void Shaper::Data::takeGlyphs(const Span& span, bool padded, Shaped& shaped) {
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), nullptr);
  const unsigned first = padded ? 1 : 0;
  const unsigned last = padded ? count - 1 : count;
  const Known& known = faces[span.face];
  const std::size_t textEnd = span.end - span.begin + first;

  Piece piece;
  piece.face = span.face;
  piece.firstGlyph = static_cast<std::uint32_t>(shaped.glyphs.size());
  std::size_t covered = first;  // bytes of the shaped text given to glyphs so far
  for (unsigned i = first; i < last; ++i) {
    ShapedGlyph glyph;
    glyph.id = static_cast<std::uint16_t>(infos[i].codepoint);
    glyph.advance = positions[i].x_advance;
    glyph.shift = static_cast<std::int16_t>(positions[i].x_offset);
    glyph.rise = static_cast<std::int16_t>(positions[i].y_offset);
    if (i + 1 == last && padded) {
      const std::int32_t natural = known.face->advance(infos[i].codepoint);
      if (natural != 0) shaped.tailKern = glyph.advance - natural;
      glyph.advance -= shaped.tailKern;
    }
    // All bytes up to the next cluster belong to this glyph, those without a glyph included.
    std::size_t next = textEnd;
    for (unsigned k = i + 1; k < last; ++k) {
      if (infos[k].cluster != infos[i].cluster) {
        next = infos[k].cluster;
        break;
      }
    }
    if (!span.missing) {
      glyph.textLength = static_cast<std::uint16_t>(next - covered);
      covered = next;
    }
    piece.width += glyph.advance;
    shaped.glyphs.push_back(glyph);
  }
  if (padded && count > 0) shaped.leadKern = positions[0].x_advance - known.space.advance;
  if (span.missing) {  // one «?» a character
    std::size_t glyph = piece.firstGlyph;
    for (std::size_t i = span.begin; i < span.end && glyph < shaped.glyphs.size(); ++glyph) {
      const std::size_t begin = i;
      utf8::next(shaped.text, i);
      shaped.glyphs[glyph].textLength = static_cast<std::uint16_t>(i - begin);
    }
  }
  piece.glyphCount = static_cast<std::uint32_t>(shaped.glyphs.size()) - piece.firstGlyph;
  shaped.pieces.push_back(piece);
}

Shaper::Shaper(const fonts::Library& library, Kerning kerning, std::string patterns)
    : data_(std::make_unique<Data>(library, kerning, std::move(patterns))) {}
Shaper::~Shaper() = default;

FaceId Shaper::face(const fonts::FaceRequest& request, bool* replaced) {
  auto found = data_->requests.find(request);
  if (found == data_->requests.end()) {
    std::shared_ptr<const fonts::Face> face = data_->library.find(request);
    const bool substituted = face == nullptr;
    for (std::size_t i = 0; !face && i < kSubstitutes.size(); ++i) {
      face = data_->library.find({kSubstitutes[i], request.bold, request.italic});
    }
    if (!face) {
      throw WorldError("find a font", request.family,
                       "no usable font is installed (package fonts-croscore)");
    }
    const FaceId id = data_->know(std::move(face), request);
    found = data_->requests.emplace(request, std::pair{id, substituted}).first;
  }
  if (replaced) *replaced = found->second.second;
  return found->second.first;
}

const std::shared_ptr<const fonts::Face>& Shaper::faceOf(FaceId id) const {
  return data_->faces[id].face;
}

std::size_t Shaper::faceCount() const {
  return data_->faces.size();
}

int Shaper::unitsPerEm(FaceId id) const {
  return data_->faces[id].face->metrics().unitsPerEm;
}

Shaper::Simple Shaper::space(FaceId id) const {
  return data_->faces[id].space;
}

Shaper::Simple Shaper::hyphen(FaceId id) const {
  return data_->faces[id].hyphen;
}

namespace {

void markNoBreakSpaces(Shaped& shaped) {
  std::size_t offset = 0;
  for (ShapedGlyph& glyph : shaped.glyphs) {
    glyph.noBreakSpace = shaped.text.compare(offset, glyph.textLength, "\u00A0") == 0;
    offset += glyph.textLength;
  }
}

// Finds the glyphs of ascending offsets of a chunk.
class GlyphFinder {
 public:
  explicit GlyphFinder(const Shaped& shaped) : shaped_(shaped) {}

  // 0 for a place inside a cluster, or before or after which nothing is seen: no line ends there.
  std::uint32_t find(std::size_t wanted) {
    while (glyph_ < shaped_.glyphs.size() && offset_ < wanted) {
      offset_ += shaped_.glyphs[glyph_++].textLength;
    }
    if (offset_ != wanted || glyph_ == shaped_.glyphs.size()) return 0;
    return static_cast<std::uint32_t>(glyph_);
  }

 private:
  const Shaped& shaped_;
  std::size_t offset_ = 0;
  std::size_t glyph_ = 0;
};

}  // namespace

const Shaped& Shaper::shape(FaceId id, std::string_view chunk) {
  if (const Shaped* known = data_->faces[id].words.find(chunk)) return *known;

  auto shaped = std::make_unique<Shaped>();
  shaped->text = chunk;
  for (const Span& span : data_->itemise(id, *shaped)) data_->shapeSpan(span, *shaped);
  for (std::size_t i = 0; i < chunk.size();) {
    shaped->last = utf8::next(chunk, i);
    if (shaped->first == 0) shaped->first = shaped->last;
  }

  markNoBreakSpaces(*shaped);
  std::vector<Breaks::Inside> places;
  breaks_.inside(chunk, places);
  GlyphFinder glyphs(*shaped);
  for (const auto [wanted, afterSlash] : places) {
    InsideBreak inside;
    inside.glyph = glyphs.find(wanted);
    if (inside.glyph == 0) continue;
    inside.offset = static_cast<std::uint32_t>(wanted);
    inside.softHyphen = wanted >= 2 && chunk.substr(wanted - 2, 2) == "\u00AD";
    inside.afterSlash = afterSlash;
    shaped->breaks.push_back(inside);
  }
  ++data_->wordCount;
  return data_->faces[id].words.add(std::move(shaped));
}

bool Shaper::canHyphenate() {
  if (!data_->patternsRead) {
    data_->hyphenator = Hyphenator::load(data_->patternsPath);
    data_->patternsRead = true;
  }
  return data_->hyphenator.has_value();
}

const std::string& Shaper::patternsPath() const {
  return data_->patternsPath;
}

const std::vector<InsideBreak>& Shaper::divisions(const Shaped& shaped) {
  const auto [entry, isNew] = data_->divisions.try_emplace(&shaped);
  if (!isNew || !canHyphenate()) return entry->second;
  std::vector<std::size_t> offsets;
  data_->hyphenator->divide(shaped.text, offsets);
  GlyphFinder glyphs(shaped);
  for (const std::size_t offset : offsets) {
    const std::uint32_t glyph = glyphs.find(offset);
    if (glyph == 0) continue;
    entry->second.push_back({glyph, static_cast<std::uint32_t>(offset), true, false});
  }
  return entry->second;
}

void Shaper::trim(std::size_t most) {
  if (data_->wordCount <= most) return;
  data_->divisions.clear();
  for (Data::Known& known : data_->faces) known.words.clear();
  data_->wordCount = 0;
}

}  // namespace chancery::text
