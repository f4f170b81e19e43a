#include "svg/positions.h"

#include <algorithm>

#include "base/utf8.h"

namespace chancery::svg {
namespace {

constexpr char32_t kNoBreakSpace = 0xA0;
constexpr char32_t kSoftHyphen = 0xAD;

/// Walks a run's glyphs and its characters side by side.
class Walk {
 public:
  Walk(const pages::Page& page, const pages::TextRun& run, const fonts::Face& face)
      : face_(face), glyphs_(page.glyphs.data() + run.firstGlyph), glyphsLeft_(run.glyphCount) {
    const std::string_view text =
        std::string_view(page.text).substr(run.textOffset, run.textLength);
    for (std::size_t at = 0; at < text.size();) text_.push_back(utf8::next(text, at));
    x_ = run.x;
  }

  Positions run() {
    while (charactersLeft() > 0) {
      const Group group = nextGroup();
      place(group);
    }
    if (glyphsLeft_ > 0 && !text_.empty()) result_.hyphens.push_back(x_);
    return std::move(result_);
  }

 private:
  /// Glyphs and characters that belong together.
  struct Group {
    std::size_t glyphs = 0;
    std::size_t characters = 0;
  };

  std::size_t charactersLeft() const { return text_.size() - at_; }

  bool matches(std::size_t glyph, std::size_t character) const {
    const char32_t c = text_[at_ + character];
    const std::uint32_t id = glyphs_[glyph].id;
    return id == face_.glyphFor(c) || (c == kNoBreakSpace && id == face_.glyphFor(U' '));
  }

  /// Whether what follows a group fits again.
  bool goesOn(const Group& group) const {
    if (group.characters == charactersLeft()) return group.glyphs == glyphsLeft_;
    return group.glyphs < glyphsLeft_ && matches(group.glyphs, group.characters);
  }

  Group nextGroup() const {
    constexpr std::size_t kMost = 8;
    if (glyphsLeft_ > 0 && matches(0, 0)) return {1, 1};
    const Group one{1, 1};  // a glyph that a font feature put in place of the usual one
    if (glyphsLeft_ >= charactersLeft() && goesOn(one)) return one;
    for (std::size_t sum = 1; sum <= 2 * kMost; ++sum) {
      for (std::size_t glyphs = 0; glyphs <= std::min(sum, glyphsLeft_); ++glyphs) {
        const Group group{glyphs, sum - glyphs};
        if (group.characters == 0 || group.characters > charactersLeft()) continue;
        if (goesOn(group)) return group;
      }
    }
    return {glyphsLeft_, charactersLeft()};
  }

  void place(const Group& group) {
    Length width;
    for (std::size_t i = 0; i < group.glyphs; ++i) width += Length::emu(glyphs_[i].advance);
    const auto count = static_cast<std::int64_t>(group.characters);
    for (std::int64_t i = 0; i < count; ++i) {
      result_.characters.push_back(x_ + width.scaled(i, count));
    }
    x_ += width;
    // Viewers hide a soft hyphen, here it is one that was set.
    if (group.glyphs > 0 && text_[at_ + group.characters - 1] == kSoftHyphen) {
      const Length last = Length::emu(glyphs_[group.glyphs - 1].advance);
      if (last > Length()) result_.hyphens.push_back(x_ - last);
    }
    glyphs_ += group.glyphs;
    glyphsLeft_ -= group.glyphs;
    at_ += group.characters;
  }

  const fonts::Face& face_;
  const pages::Glyph* glyphs_;
  std::size_t glyphsLeft_;
  std::u32string text_;
  std::size_t at_ = 0;
  Length x_;
  Positions result_;
};

}  // namespace

Positions placeCharacters(const pages::Page& page, const pages::TextRun& run,
                          const fonts::Face& face) {
  return Walk(page, run, face).run();
}

}  // namespace chancery::svg
