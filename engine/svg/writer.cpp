#include "svg/writer.h"

#include <array>
#include <charconv>

#include "base/error.h"
#include "base/markup.h"
#include "image/svg_markup.h"
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
    if (page_.foreign) addForeign();
    for (const pages::Image& image : page_.images) addImage(image);
    addShapes();
    for (const pages::Rule& rule : page_.rules) addRule(rule);
    for (const pages::TextRun& run : page_.runs) addRun(run);
    closeGroup();
    for (const pages::Link& link : page_.links) addLink(link);
    out_.raw("</svg>\n");
    return out_.take();
  }

 private:
  void start() {
    const std::string width = points(page_.width);
    const std::string height = points(page_.height);
    out_.raw(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"")
        .raw(hasAddresses() ? " xmlns:xlink=\"http://www.w3.org/1999/xlink\"" : "")
        .attribute("id", "page-" + std::to_string(number_ + 1))
        .attribute("width", width + "pt")
        .attribute("height", height + "pt")
        .attribute("viewBox", "0 0 " + width + ' ' + height)
        .attribute("aria-label", pages_.title + " – " + std::to_string(number_ + 1) + '/' +
                                     std::to_string(pages_.pages.size()));
    if (!pages_.language.empty()) out_.attribute("xml:lang", pages_.language);
    out_.raw(">\n<rect").attribute("width", width).attribute("height", height);
    out_.raw(" fill=\"#ffffff\"/>\n");
  }

  /// SVG 1.1 states addresses by XLink; SVG 2 still reads it.
  bool hasAddresses() const { return !page_.images.empty() || !page_.links.empty(); }

  /// What stands for a picture to those who do not see it.
  void addMeaning(pages::ElementId element) {
    if (element == pages::kArtifact) {
      out_.raw(" aria-hidden=\"true\"");
      return;
    }
    check(static_cast<std::size_t>(element) < pages_.structure.size(), "svg: unknown element");
    const std::string& text = pages_.structure[static_cast<std::size_t>(element)].alternative;
    if (!text.empty()) out_.raw(" role=\"img\"").attribute("aria-label", text);
  }

  // A page of another PDF is not drawn: its place says what it is.
  void addForeign() {
    out_.raw("<rect class=\"foreign\"")
        .attribute("width", points(page_.width))
        .attribute("height", points(page_.height));
    addMeaning(page_.foreign->element);
    out_.raw(" fill=\"#eeeeee\"/>\n");
  }

  void addImage(const pages::Image& image) {
    check(image.picture < pages_.pictures.size(), "svg: unknown picture");
    out_.raw("<image")
        .attribute("x", points(image.x))
        .attribute("y", points(image.y))
        .attribute("width", points(image.width))
        .attribute("height", points(image.height))
        .raw(" preserveAspectRatio=\"none\"");
    addMeaning(image.element);
    addOrigin(image.origin);
    out_.attribute("xlink:href", image::dataAddress(*pages_.pictures[image.picture]));
    out_.raw("/>\n");
  }

  /// The shapes of one figure stand in one group.
  void addShapes() {
    const auto& shapes = page_.shapes;
    for (std::size_t i = 0; i < shapes.size();) {
      const pages::ElementId element = shapes[i].element;
      out_.raw("<g");
      addMeaning(element);
      addOrigin(shapes[i].origin);
      out_.raw(">\n");
      for (; i < shapes.size() && shapes[i].element == element; ++i) {
        image::addPath(out_, shapes[i].path);
        out_.raw("\n");
      }
      out_.raw("</g>\n");
    }
  }

  // Pages that stand in one HTML page lead to each other; elsewhere data-page says where to go.
  void addLink(const pages::Link& link) {
    const std::string page = std::to_string(link.page + 1);
    out_.raw("<a")
        .attribute("xlink:href", "#page-" + page)
        .attribute("data-page", page)
        .attribute("data-top", points(link.top))
        .raw("><title>")
        .text(link.description)
        .raw("</title><rect")
        .attribute("x", points(link.x))
        .attribute("y", points(link.y))
        .attribute("width", points(link.width))
        .attribute("height", points(link.height))
        .raw(" fill=\"none\" pointer-events=\"all\"/></a>\n");
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

  // A turned line is a level one, turned around its start.
  void startText(const std::string& x, const pages::TextRun& run) {
    out_.raw("<text").attribute("x", x).attribute("y", points(run.y));
    if (!run.turned) return;
    out_.attribute("transform", "rotate(-90 " + points(run.x) + ' ' + points(run.y) + ')');
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
