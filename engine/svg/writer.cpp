#include "svg/writer.h"

#include <array>
#include <charconv>

#include "base/error.h"
#include "base/markup.h"
#include "svg/positions.h"

namespace chancery::svg {
namespace {

constexpr std::int64_t kEmuPerHundredth = Length::kEmuPerPoint / 100;

std::int64_t toHundredths(Length length) {
  const std::int64_t emu = length.toEmu();
  const std::int64_t half = emu < 0 ? -kEmuPerHundredth / 2 : kEmuPerHundredth / 2;
  return (emu + half) / kEmuPerHundredth;
}

/// Points with two decimals at most: "85.04", "14".
std::string decimal(std::int64_t hundredths) {
  std::array<char, 24> digits{};
  const std::int64_t size = hundredths < 0 ? -hundredths : hundredths;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), size / 100).ptr;
  std::string result = hundredths < 0 ? "-" : "";
  result.append(digits.data(), end);
  if (size % 100 == 0) return result;
  result += '.';
  result += static_cast<char>('0' + size / 10 % 10);
  if (size % 10 != 0) result += static_cast<char>('0' + size % 10);
  return result;
}

std::string points(Length length) {
  return decimal(toHundredths(length));
}

std::string hex(const pages::Color& color) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string result = "#";
  for (const std::uint8_t part : {color.red, color.green, color.blue}) {
    result += kDigits[part >> 4];
    result += kDigits[part & 15];
  }
  return result;
}

/// Fonts with the same widths, for readers who lack ours.
std::string familiesOf(const std::string& family) {
  if (family == "Tinos") return "Tinos, 'Times New Roman', 'Liberation Serif', serif";
  if (family == "Arimo") return "Arimo, Arial, 'Liberation Sans', sans-serif";
  if (family == "Cousine") return "Cousine, 'Courier New', 'Liberation Mono', monospace";
  return "'" + family + "', serif";
}

std::string_view nameOf(Words words) {
  switch (words) {
    case Words::stated:
      return "stated";
    case Words::data:
      return "data";
    case Words::given:
      return "given";
    case Words::engine:
      break;
  }
  return "engine";
}

std::string written(const Place& place) {
  return place.file.substr(place.file.rfind('/') + 1) + ':' + std::to_string(place.line) + ':' +
         std::to_string(place.column);
}

/// Spaces that viewers would drop. They belong to the text: words of two lines are copied apart.
bool hasLooseSpaces(std::string_view text) {
  return text.starts_with(' ') || text.ends_with(' ') || text.find("  ") != std::string_view::npos;
}

class PageWriter {
 public:
  PageWriter(const pages::Pages& pages, std::size_t number, const Options& options)
      : pages_(pages), page_(pages.pages[number]), number_(number), sources_(options.sources) {}

  std::string write() {
    start();
    for (const pages::Rule& rule : page_.rules) addRule(rule);
    for (const pages::TextRun& run : page_.runs) addRun(run);
    closeGroup();
    out_.raw("</svg>\n");
    return out_.take();
  }

 private:
  void start() {
    const std::string width = points(page_.width);
    const std::string height = points(page_.height);
    out_.raw(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"")
        .attribute("width", width + "pt")
        .attribute("height", height + "pt")
        .attribute("viewBox", "0 0 " + width + ' ' + height)
        .attribute("aria-label", pages_.title + " – " + std::to_string(number_ + 1) + '/' +
                                     std::to_string(pages_.pages.size()));
    if (!pages_.language.empty()) out_.attribute("xml:lang", pages_.language);
    out_.raw(">\n<rect").attribute("width", width).attribute("height", height);
    out_.raw(" fill=\"#ffffff\"/>\n");
  }

  // Edges are rounded, not sizes, so that rules which touch still do.
  void addRule(const pages::Rule& rule) {
    const std::int64_t left = toHundredths(rule.x);
    const std::int64_t top = toHundredths(rule.y);
    out_.raw("<rect")
        .attribute("x", decimal(left))
        .attribute("y", decimal(top))
        .attribute("width", decimal(toHundredths(rule.x + rule.width) - left))
        .attribute("height", decimal(toHundredths(rule.y + rule.height) - top));
    if (rule.color != pages::Color{}) out_.attribute("fill", hex(rule.color));
    out_.raw("/>\n");
  }

  void addRun(const pages::TextRun& run) {
    check(run.face < pages_.faces.size(), "svg: unknown face");
    if (run.textLength == 0 && run.glyphCount == 0) return;
    if (!group_ || run.face != group_->face || run.size != group_->size ||
        run.color != group_->color) {
      openGroup(run);
    }
    const Positions positions = placeCharacters(page_, run, *pages_.faces[run.face]);
    if (!positions.characters.empty()) {
      std::string x;
      for (const Length length : positions.characters) {
        if (!x.empty()) x += ' ';
        x += points(length);
      }
      startText(x, run);
      addOrigin(run.origin);
      const auto text = std::string_view(page_.text).substr(run.textOffset, run.textLength);
      if (hasLooseSpaces(text)) out_.raw(" xml:space=\"preserve\"");
      out_.raw(">").text(text).raw("</text>\n");
    }
    // A hyphen at which a word was divided is seen and not read: who copies gets the word whole.
    for (const Length x : positions.hyphens) {
      startText(points(x), run);
      out_.raw(" aria-hidden=\"true\" style=\"user-select:none\">-</text>\n");
    }
  }

  void startText(const std::string& x, const pages::TextRun& run) {
    out_.raw("<text").attribute("x", x).attribute("y", points(run.y));
  }

  void addOrigin(const Origin& origin) {
    if (!sources_) return;
    out_.attribute("data-words", nameOf(origin.words));
    if (origin.stated) out_.attribute("data-template", written(sources_->place(origin.stated)));
    if (origin.data) out_.attribute("data-value", written(sources_->place(origin.data)));
  }

  void openGroup(const pages::TextRun& run) {
    closeGroup();
    group_ = &run;
    const fonts::Face& face = *pages_.faces[run.face];
    out_.raw("<g")
        .attribute("font-family", familiesOf(face.family()))
        .attribute("font-size", points(run.size));
    if (face.bold()) out_.raw(" font-weight=\"bold\"");
    if (face.italic()) out_.raw(" font-style=\"italic\"");
    if (run.color != pages::Color{}) out_.attribute("fill", hex(run.color));
    out_.raw(">\n");
  }

  void closeGroup() {
    if (group_) out_.raw("</g>\n");
  }

  const pages::Pages& pages_;
  const pages::Page& page_;
  std::size_t number_;
  const Sources* sources_;
  const pages::TextRun* group_ = nullptr;  // whose look the open <g> states
  Markup out_;
};

}  // namespace

std::string write(const pages::Pages& pages, std::size_t page, const Options& options) {
  check(page < pages.pages.size(), "svg: no such page");
  return PageWriter(pages, page, options).write();
}

}  // namespace chancery::svg
