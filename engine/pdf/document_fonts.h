#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "pages/pages.h"
#include "pdf/deflater.h"
#include "pdf/font_program.h"
#include "pdf/glyph_table.h"

namespace chancery::pdf {

/// Glyph tables and the font programs that most documents share, made once per face. What a caller
/// gets lives as long as the cache. Threads: safe.
class FontCache {
 public:
  const GlyphTable& table(const std::shared_ptr<const fonts::Face>& face);
  const FontProgram& standard(const std::shared_ptr<const fonts::Face>& face, Deflater& deflater);

 private:
  struct Known {
    explicit Known(std::shared_ptr<const fonts::Face> known)
        : face(std::move(known)), table(*face) {}
    std::shared_ptr<const fonts::Face> face;  // held, so that its address stays its own
    GlyphTable table;
    std::once_flag standardMade;
    FontProgram standard;
  };
  Known& known(const std::shared_ptr<const fonts::Face>& face);

  std::mutex mutex_;
  std::map<const fonts::Face*, std::unique_ptr<Known>> faces_;  // guarded by mutex_
};

/// A face as one document uses it.
struct DocumentFont {
  const GlyphTable* table = nullptr;
  const FontProgram* program = nullptr;  ///< null: no glyph of it is shown
  std::unique_ptr<FontProgram> own;      ///< a program for this document alone, behind `program`
  bool hasOddGlyphs = false;             ///< some glyphs do not tell their text
};

/// The fonts of a document, one for each of its faces: the shared program where that has all the
/// glyphs, else one of the document's own. Errors: WorldError.
std::vector<DocumentFont> makeFonts(const pages::Pages& pages, FontCache& cache,
                                    Deflater& deflater);

}  // namespace chancery::pdf
