// Random documents through the whole engine: what is laid out must stand on its page, whole, once.
//
// CHANCERY_RANDOM=N documents (2,000), CHANCERY_SEED=N the first one's seed. A failure names the
// seed of its document: run that one alone with CHANCERY_RANDOM=1 CHANCERY_SEED=<seed>.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>

#include "archive/reader.h"
#include "base/file.h"
#include "document/document.h"
#include "docx/writer.h"
#include "fonts/library.h"
#include "format/format.h"
#include "generator.h"
#include "layout/layout.h"
#include "pages/pages.h"
#include "pdf/writer.h"
#include "xml/reader.h"

namespace chancery {
namespace {

unsigned environment(const char* name, unsigned otherwise) {
  const char* value = std::getenv(name);
  return value ? static_cast<unsigned>(std::strtoul(value, nullptr, 10)) : otherwise;
}

format::Profile profile() {
  Sources sources;
  Diagnostics diagnostics;
  const std::filesystem::path path = std::filesystem::path(CHANCERY_PROJECT_DIR) /
                                     "doc-templates/styles/gost-7.0.97-2025.profile.xml";
  const auto root =
      xml::read(sources, sources.add(path.string(), readFile(path, 1u << 20)), {}, diagnostics);
  auto made = format::readProfile(*root, sources, diagnostics);
  return std::move(*made);
}

/// 2 × 1 pixels, natural size 40 × 20 mm.
std::shared_ptr<const image::Picture> picture() {
  auto made = std::make_shared<image::Picture>();
  image::Raster raster;
  raster.width = 2;
  raster.height = 1;
  raster.bytes = "\x10\x20\x30\xF0\xE0\xD0";
  made->bytes = image::writePng(raster);
  made->mediaType = "image/png";
  made->content = raster;
  made->width = Length::mm(40);
  made->height = Length::mm(20);
  return made;
}

/// Text of each element that is content, its runs joined in the order of the pages.
std::map<pages::ElementId, std::string> textOfElements(const pages::Pages& pages) {
  std::map<pages::ElementId, std::string> texts;
  for (const pages::Page& page : pages.pages) {
    for (const pages::TextRun& run : page.runs) {
      if (run.element == pages::kArtifact) continue;
      texts[run.element] += page.text.substr(run.textOffset, run.textLength);
    }
  }
  return texts;
}

std::string lost(const std::vector<std::string>& tokens, const pages::Pages& pages) {
  std::string all;
  for (const auto& [element, text] : textOfElements(pages)) all += text + '\n';
  std::string result;
  for (const std::string& token : tokens) {
    const std::size_t at = all.find(token);
    if (at == std::string::npos) {
      result += " lost: " + token;
    } else if (all.find(token, at + 1) != std::string::npos) {
      result += " twice: " + token;
    }
  }
  return result;
}

struct Box {
  Length left, right, top, bottom;
  pages::ElementId element;
};

bool overlap(const Box& a, const Box& b) {
  const Length slack = Length::twips(2);
  return a.left + slack < b.right && b.left + slack < a.right && a.top + slack < b.bottom &&
         b.top + slack < a.bottom;
}

/// Text outside the paper, and runs laid over each other (asked where every column is at least as
/// wide as a letter).
std::string misplaced(const pages::Pages& pages, bool overlaps) {
  std::string result;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    const pages::Page& page = pages.pages[i];
    std::vector<Box> boxes;
    for (const pages::TextRun& run : page.runs) {
      Length width;
      for (std::uint32_t g = 0; g < run.glyphCount; ++g) {
        width = width + Length::emu(page.glyphs[run.firstGlyph + g].advance);
      }
      const std::string text = page.text.substr(run.textOffset, run.textLength);
      // The space at a line's end shows nothing and may hang over.
      if (text.ends_with(' ') && run.glyphCount > 0) {
        width = width - Length::emu(page.glyphs[run.firstGlyph + run.glyphCount - 1].advance);
      }
      // The heart of a line: ascents and descents of tight lines may touch.
      const Box box{run.x, run.x + width, run.y - run.size / 2, run.y, run.element};
      if (box.left < Length() || box.top < Length() || box.bottom > page.height ||
          box.right > page.width + run.size) {
        result += " page " + std::to_string(i + 1) + " outside: " + text;
      }
      for (const Box& other : boxes) {
        if (overlaps && overlap(box, other) && box.element != other.element) {
          result += " page " + std::to_string(i + 1) + " overlaps: " + text;
          break;
        }
      }
      boxes.push_back(box);
    }
  }
  return result;
}

std::string told(const Diagnostics& diagnostics) {
  return formatText(diagnostics, Language::english);
}

bool isSqueezed(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.all().begin(), diagnostics.all().end(), [](const Diagnostic& d) {
    return std::string_view(d.message->code) == "L112";
  });
}

class RandomDocuments : public ::testing::Test {
 protected:
  void one(std::uint32_t seed) {
    const random::Document made = random::Generator(seed).document();
    Sources sources;
    Diagnostics diagnostics;
    const auto root = xml::read(sources, sources.add("random.xml", made.xml), {}, diagnostics);
    ASSERT_TRUE(root) << told(diagnostics);
    document::Node document = document::read(*root, sources, diagnostics);
    document::completeAppendixMarks(document);
    document::applyTypography(document, profile_.typography);
    const format::Document formatted =
        format::apply(document, profile_, {{"plan.png", picture_}}, sources, diagnostics);
    ASSERT_FALSE(diagnostics.hasErrors()) << told(diagnostics);
    const layout::Result result = engine_.layout(formatted, {}, diagnostics);
    ASSERT_FALSE(diagnostics.hasErrors()) << told(diagnostics);
    EXPECT_EQ(lost(made.tokens, result.pages), "");
    EXPECT_EQ(misplaced(result.pages, !isSqueezed(diagnostics)), "") << told(diagnostics);
    EXPECT_EQ(pages::dump(result.pages),
              pages::dump(again_.layout(formatted, {}, diagnostics).pages));
    written(formatted, result);
  }

  /// Both files are made of all of it; the parts of the DOCX are well-formed.
  void written(const format::Document& formatted, const layout::Result& result) {
    const std::string docx = docx::write(formatted, result.resolved, {});
    Diagnostics diagnostics;
    const auto archive = archive::Reader::open(docx, "random.docx", {}, diagnostics);
    ASSERT_TRUE(archive) << told(diagnostics);
    for (const archive::Entry& entry : archive->entries()) {
      if (!entry.name.ends_with(".xml") && !entry.name.ends_with(".rels")) continue;
      Sources sources;
      const SourceId part = sources.add(entry.name, archive->read(entry, diagnostics).value_or(""));
      EXPECT_TRUE(xml::read(sources, part, {}, diagnostics)) << told(diagnostics);
    }
    EXPECT_EQ(writer_.write(result.pages, {}), writer_.write(result.pages, {}));
  }

  const format::Profile profile_ = profile();
  const std::shared_ptr<const image::Picture> picture_ = picture();
  fonts::Library fonts_;
  layout::Engine engine_{fonts_};
  layout::Engine again_{fonts_};
  pdf::Writer writer_;
};

TEST_F(RandomDocuments, StandWholeOnTheirPages) {
  const unsigned count = environment("CHANCERY_RANDOM", 2000);
  const unsigned first = environment("CHANCERY_SEED", 1);
  std::cout << count << " documents from seed " << first << '\n';
  for (unsigned seed = first; seed < first + count; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    one(seed);
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace chancery
