#include "fonts/face.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <mutex>

#include "base/error.h"
#include "fonts/sfnt.h"

namespace chancery::fonts {
namespace {

constexpr int kHeadSize = 54;
constexpr int kHheaSize = 36;
constexpr int kPostSize = 32;

// OpenType, "OS/2": sCapHeight came with version 2.
constexpr int kOs2CapHeight = 88;

struct FaceDeleter {
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
};
struct FontDeleter {
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};

std::string nameOf(hb_face_t* face, hb_ot_name_id_t id) {
  char buffer[256];
  unsigned size = sizeof buffer;
  hb_ot_name_get_utf8(face, id, HB_LANGUAGE_INVALID, &size, buffer);
  return std::string(buffer, size);
}

// How unlike ordinary Russian text a character is, to choose among those that share a glyph: Tatar
// and Bashkir Ә before the Latin schwa, a space before the no-break space, private use last.
int strangeness(char32_t c) {
  if (c >= 0xE000 && c <= 0xF8FF) return 3;
  if (c == 0xA0 || c == 0xAD || (c >= 0x2000 && c <= 0x200A)) return 2;
  if (c >= 0x0180 && c <= 0x03FF) return 1;
  return 0;
}

bool isPreferred(char32_t candidate, char32_t current) {
  const int difference = strangeness(candidate) - strangeness(current);
  return difference < 0 || (difference == 0 && candidate < current);
}

}  // namespace

struct Face::Data {
  std::string path;
  std::string family;
  std::string postScriptName;
  bool bold = false;
  bool italic = false;
  Metrics metrics;
  std::uint32_t glyphCount = 0;
  std::unique_ptr<hb_face_t, FaceDeleter> face;
  std::unique_ptr<hb_font_t, FontDeleter> font;
  Table widths;                  // hmtx
  std::uint32_t widthCount = 0;  // entries with an advance of their own

  std::once_flag charactersMade;
  std::vector<char32_t> characters;  // by glyph; made when first asked for

  void readMetrics(const Table& head, const Table& hhea);
  void makeCharacters();
};

void Face::Data::readMetrics(const Table& head, const Table& hhea) {
  metrics.unitsPerEm = head.unsigned16(18);
  for (int i = 0; i < 4; ++i) metrics.box[i] = head.signed16(36 + 2 * i);
  const int style = head.unsigned16(44);
  bold = (style & 1) != 0;
  italic = (style & 2) != 0;

  metrics.ascent = hhea.signed16(4);
  metrics.descent = -hhea.signed16(6);
  metrics.lineGap = hhea.signed16(8);
  widthCount = static_cast<std::uint32_t>(hhea.unsigned16(34));

  const Table post(face.get(), HB_TAG('p', 'o', 's', 't'));
  if (post.size() >= kPostSize) metrics.italicAngle = post.signed32(4) / 65536.0;
  const Table os2(face.get(), HB_TAG('O', 'S', '/', '2'));
  const bool hasCapHeight = os2.size() >= kOs2CapHeight + 2 && os2.unsigned16(0) >= 2;
  metrics.capHeight = hasCapHeight ? os2.signed16(kOs2CapHeight) : metrics.ascent;
}

void Face::Data::makeCharacters() {
  characters.assign(glyphCount, 0);
  hb_set_t* mapped = hb_set_create();
  hb_face_collect_unicodes(face.get(), mapped);
  hb_codepoint_t character = HB_SET_VALUE_INVALID;
  while (hb_set_next(mapped, &character)) {
    hb_codepoint_t glyph = 0;
    if (!hb_font_get_nominal_glyph(font.get(), character, &glyph) || glyph >= glyphCount) continue;
    char32_t& current = characters[glyph];
    if (current == 0 || isPreferred(character, current)) current = character;
  }
  hb_set_destroy(mapped);
}

bool isIgnorable(char32_t c) {
  return c == 0xAD || c == 0x034F || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

Face::Face(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Face::~Face() = default;

std::shared_ptr<const Face> Face::load(const std::string& path) {
  hb_blob_t* blob = hb_blob_create_from_file_or_fail(path.c_str());
  if (!blob) throw systemError("read font", path);
  auto data = std::make_unique<Data>();
  data->path = path;
  data->face.reset(hb_face_create(blob, 0));
  hb_blob_destroy(blob);

  hb_face_t* face = data->face.get();
  const Table head(face, HB_TAG('h', 'e', 'a', 'd'));
  const Table hhea(face, HB_TAG('h', 'h', 'e', 'a'));
  const Table outlines(face, HB_TAG('g', 'l', 'y', 'f'));
  data->widths = Table(face, HB_TAG('h', 'm', 't', 'x'));
  data->glyphCount = hb_face_get_glyph_count(face);
  if (head.size() < kHeadSize || hhea.size() < kHheaSize || outlines.size() == 0 ||
      data->glyphCount == 0) {
    throw WorldError("read font", path, "not a TrueType font");
  }
  data->readMetrics(head, hhea);
  if (data->metrics.unitsPerEm < 16 || data->widthCount == 0 ||
      data->widths.size() < static_cast<int>(4 * data->widthCount)) {
    throw WorldError("read font", path, "its metrics are broken");
  }
  data->family = nameOf(face, HB_OT_NAME_ID_FONT_FAMILY);
  data->postScriptName = nameOf(face, HB_OT_NAME_ID_POSTSCRIPT_NAME);

  hb_face_make_immutable(face);
  data->font.reset(hb_font_create(face));
  hb_font_set_scale(data->font.get(), data->metrics.unitsPerEm, data->metrics.unitsPerEm);
  hb_font_make_immutable(data->font.get());
  return std::shared_ptr<const Face>(new Face(std::move(data)));
}

const std::string& Face::path() const {
  return data_->path;
}
const std::string& Face::family() const {
  return data_->family;
}
const std::string& Face::postScriptName() const {
  return data_->postScriptName;
}
bool Face::bold() const {
  return data_->bold;
}
bool Face::italic() const {
  return data_->italic;
}
const Metrics& Face::metrics() const {
  return data_->metrics;
}
std::uint32_t Face::glyphCount() const {
  return data_->glyphCount;
}

int Face::advance(std::uint32_t glyph) const {
  if (glyph >= data_->glyphCount) return 0;
  // OpenType, "hmtx": glyphs past the last full entry have its advance.
  const std::uint32_t entry = std::min(glyph, data_->widthCount - 1);
  return data_->widths.unsigned16(static_cast<int>(4 * entry));
}

std::uint32_t Face::glyphFor(char32_t character) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(data_->font.get(), character, &glyph) ? glyph : 0;
}

// As HarfBuzz normalises: composed where the face has that glyph, else decomposed.
bool Face::shows(std::u32string_view cluster) const {
  hb_unicode_funcs_t* unicode = hb_unicode_funcs_get_default();
  const auto has = [this](char32_t c) { return isIgnorable(c) || glyphFor(c) != 0; };
  char32_t reached = 0;  // what the letter and the marks so far are composed to
  const auto hasReached = [&] {
    hb_codepoint_t base = 0, mark = 0;
    return reached == 0 || has(reached) ||
           (hb_unicode_decompose(unicode, reached, &base, &mark) && has(base) && has(mark));
  };
  for (const char32_t c : cluster) {
    hb_codepoint_t composed = 0;
    if (reached != 0 && hb_unicode_compose(unicode, reached, c, &composed) && has(composed)) {
      reached = composed;
      continue;
    }
    if (!hasReached()) return false;
    reached = c;
  }
  return hasReached();
}

char32_t Face::characterFor(std::uint32_t glyph) const {
  std::call_once(data_->charactersMade, [this] { data_->makeCharacters(); });
  return glyph < data_->characters.size() ? data_->characters[glyph] : 0;
}

hb_font_t* Face::shaper() const {
  return data_->font.get();
}

}  // namespace chancery::fonts
