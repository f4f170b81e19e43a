#include <hb-ot.h>
#include <hb-subset.h>

#include <memory>

#include "base/error.h"
#include "fonts/face.h"

namespace chancery::fonts {
namespace {

struct InputDeleter {
  void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
};
struct PlanDeleter {
  void operator()(hb_subset_plan_t* plan) const { hb_subset_plan_destroy(plan); }
};
struct FaceDeleter {
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
};

// A CIDFontType2 with an Identity map needs the outlines and their widths alone
// (ISO 32000-1, 9.9, table 126); everything that shapes text has done its work.
constexpr hb_tag_t kDropped[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
    HB_TAG('k', 'e', 'r', 'n'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('O', 'S', '/', '2'),
    HB_TAG('c', 'm', 'a', 'p'), HB_TAG('p', 'o', 's', 't'), HB_TAG('D', 'S', 'I', 'G'),
    HB_TAG('g', 'a', 's', 'p'), HB_TAG('V', 'D', 'M', 'X'), HB_TAG('h', 'd', 'm', 'x'),
    HB_TAG('L', 'T', 'S', 'H'), HB_TAG('F', 'F', 'T', 'M'), HB_TAG('P', 'C', 'L', 'T'),
    HB_TAG('M', 'A', 'T', 'H'), HB_TAG('B', 'A', 'S', 'E'), HB_TAG('J', 'S', 'T', 'F'),
    HB_TAG('m', 'e', 't', 'a')};

}  // namespace

Subset makeSubset(const Face& face, const std::vector<std::uint32_t>& glyphs) {
  const auto require = [&face](bool made, const char* what) {
    if (!made) throw WorldError("subset font", face.path(), what);
  };
  const std::unique_ptr<hb_subset_input_t, InputDeleter> input(hb_subset_input_create_or_fail());
  require(input != nullptr, "out of memory");
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  hb_set_add(wanted, 0);
  for (const std::uint32_t glyph : glyphs) {
    if (glyph < face.glyphCount()) hb_set_add(wanted, glyph);
  }
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t tag : kDropped) hb_set_add(dropped, tag);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING |
                                             HB_SUBSET_FLAGS_NOTDEF_OUTLINE);

  hb_face_t* whole = hb_font_get_face(face.shaper());
  const std::unique_ptr<hb_subset_plan_t, PlanDeleter> plan(
      hb_subset_plan_create_or_fail(whole, input.get()));
  require(plan != nullptr, "no plan");
  const std::unique_ptr<hb_face_t, FaceDeleter> part(hb_subset_plan_execute_or_fail(plan.get()));
  require(part != nullptr, "no result");

  Subset result;
  const hb_map_t* kept = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  for (std::uint32_t glyph = 0; glyph < face.glyphCount(); ++glyph) {
    if (hb_map_has(kept, glyph)) result.glyphs.push_back(glyph);
  }
  hb_blob_t* blob = hb_face_reference_blob(part.get());
  unsigned size = 0;
  const char* bytes = hb_blob_get_data(blob, &size);
  result.bytes.assign(bytes, size);
  hb_blob_destroy(blob);
  require(!result.bytes.empty(), "empty result");
  return result;
}

}  // namespace chancery::fonts
