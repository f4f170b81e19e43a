#include <charconv>

#include "base/error.h"
#include "base/json.h"
#include "pages/bounds.h"
#include "pages/pages.h"

namespace chancery::pages {
namespace {

void addNumber(std::string& out, std::int64_t value) {
  char buffer[24];
  out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
}

// Points with two decimals, rounded half away from zero; locales have no say.
void addPoints(std::string& out, Length length) {
  constexpr std::int64_t kEmuPerHundredth = Length::kEmuPerPoint / 100;
  const std::int64_t emu = length.toEmu();
  const std::int64_t size = emu < 0 ? -emu : emu;
  const std::int64_t hundredths = (size + kEmuPerHundredth / 2) / kEmuPerHundredth;
  if (emu < 0 && hundredths != 0) out += '-';
  addNumber(out, hundredths / 100);
  out += '.';
  out += static_cast<char>('0' + hundredths / 10 % 10);
  out += static_cast<char>('0' + hundredths % 10);
}

// Points without decimals that say nothing: "14", "10.5".
void addSize(std::string& out, Length length) {
  addPoints(out, length);
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
}

void addColor(std::string& out, const Color& color) {
  if (color == Color{}) return;
  static constexpr char kHex[] = "0123456789abcdef";
  out += " #";
  for (const std::uint8_t part : {color.red, color.green, color.blue}) {
    out += kHex[part >> 4];
    out += kHex[part & 15];
  }
}

/// Names elements by their place: "Document/Table/TR[2]/TD".
class Paths {
 public:
  explicit Paths(const StructureElements& structure) : structure_(structure) {
    countSiblings();
  }

  std::string path(ElementId id) const {
    if (id == kArtifact) return "Artifact";
    const StructureElement& element = at(id);
    std::string result = element.parent == kArtifact ? "" : path(element.parent) + '/';
    result += structureName(element.type);
    const int number = numbers_[static_cast<std::size_t>(id)];
    if (number > 1) {
      result += '[';
      addNumber(result, number);
      result += ']';
    }
    return result;
  }

  // What a reader of the golden must know of the element besides its place.
  std::string attributes(ElementId id) const {
    std::string result;
    if (id == kArtifact) return result;
    const StructureElement& element = at(id);
    if (element.columnSpan > 1) addNumber(result += " colspan ", element.columnSpan);
    if (element.rowSpan > 1) addNumber(result += " rowspan ", element.rowSpan);
    if (element.rowHeader) result += " of row";
    if (!element.alternative.empty()) result += " alt " + json::quoted(element.alternative);
    return result;
  }

 private:
  const StructureElement& at(ElementId id) const {
    check(id >= 0 && static_cast<std::size_t>(id) < structure_.size(), "pages: unknown element");
    return structure_[static_cast<std::size_t>(id)];
  }

  // The how-manieth of its type each element is below its parent.
  void countSiblings() {
    std::vector<int> counts((structure_.size() + 1) * kTypes, 0);
    for (const StructureElement& element : structure_) {
      const auto parent = static_cast<std::size_t>(element.parent + 1);
      numbers_.push_back(++counts[parent * kTypes + static_cast<std::size_t>(element.type)]);
    }
  }

  static constexpr std::size_t kTypes = static_cast<std::size_t>(StructureType::reference) + 1;
  const StructureElements& structure_;
  std::vector<int> numbers_;
};

class Dump {
 public:
  explicit Dump(const Pages& pages) : pages_(pages), paths_(pages.structure) {}

  std::string write() {
    out_ = "title: " + pages_.title + "\nauthor: " + pages_.author +
           "\nlanguage: " + pages_.language + '\n';
    for (std::size_t i = 0; i < pages_.pages.size(); ++i) addPage(pages_.pages[i], i + 1);
    addOutline();
    return std::move(out_);
  }

 private:
  void addPage(const Page& page, std::size_t number) {
    addNumber(out_ += "\npage ", static_cast<std::int64_t>(number));
    addPoints(out_ += ": ", page.width);
    addPoints(out_ += " x ", page.height);
    // A label is told where it is another number than that of the sheet.
    if (!page.label.empty() && page.label != std::to_string(number)) {
      out_ += " label " + json::quoted(page.label);
    }
    out_ += '\n';
    isFirst_ = true;
    if (page.foreign) addForeign(*page.foreign);
    for (const TextRun& run : page.runs) addRun(page, run);
    for (const Rule& rule : page.rules) addRule(rule);
    for (const Image& image : page.images) addImage(image);
    for (const Shape& shape : page.shapes) addShape(shape);
    for (const Link& link : page.links) addLink(link);
  }

  void addElement(ElementId element) {
    if (!isFirst_ && element == current_) return;
    isFirst_ = false;
    current_ = element;
    out_ += paths_.path(element) + paths_.attributes(element) + '\n';
  }

  void addRun(const Page& page, const TextRun& run) {
    check(run.face < pages_.faces.size(), "pages: unknown face");
    check(std::size_t{run.firstGlyph} + run.glyphCount <= page.glyphs.size() &&
              std::size_t{run.textOffset} + run.textLength <= page.text.size(),
          "pages: run outside its page");
    addElement(run.element);
    std::int64_t width = 0;
    for (std::uint32_t i = 0; i < run.glyphCount; ++i) {
      width += page.glyphs[run.firstGlyph + i].advance;
    }
    addPoints(out_ += "  ", run.x);
    addPoints(out_ += ' ', run.y);
    addPoints(out_ += " +", Length::emu(width));
    if (run.turned) out_ += " turned";
    out_ += ' ' + pages_.faces[run.face]->postScriptName();
    addSize(out_ += ' ', run.size);
    addColor(out_, run.color);
    out_ += ' ' + json::quoted(std::string_view(page.text).substr(run.textOffset, run.textLength));
    out_ += '\n';
  }

  void addRule(const Rule& rule) {
    addElement(rule.element);
    addPlace("  rule ", {rule.x, rule.y, rule.x + rule.width, rule.y + rule.height});
    addColor(out_, rule.color);
    out_ += '\n';
  }

  void addImage(const Image& image) {
    check(image.picture < pages_.pictures.size(), "pages: unknown picture");
    addElement(image.element);
    addNumber(out_ += "  image ", image.picture);
    addPlace(": ", boundsOf(image));
    out_ += '\n';
  }

  // Every step is told, as the outline is all that a shape is.
  void addShape(const Shape& shape) {
    addElement(shape.element);
    const image::Path& path = shape.path;
    out_ += "  shape";
    if (path.fill) addPaint(path.evenOdd ? " fill even-odd" : " fill", *path.fill);
    if (path.stroke) {
      addPaint(" stroke", *path.stroke);
      addSize(out_ += ' ', path.strokeWidth);
      for (std::size_t i = 0; i < path.dashes.size(); ++i) {
        addSize(out_ += i == 0 ? " dashes " : ",", path.dashes[i]);
      }
    }
    out_ += ':';
    for (const image::Segment& segment : path.segments) addSegment(segment);
    out_ += '\n';
  }

  void addPaint(std::string_view use, const image::Color& color) {
    out_ += use;
    const std::size_t before = out_.size();
    addColor(out_, {color.red, color.green, color.blue});
    if (out_.size() == before) out_ += " #000000";
  }

  void addSegment(const image::Segment& segment) {
    const auto add = [&](Length x, Length y) {
      addSize(out_ += ' ', x);
      addSize(out_ += ' ', y);
    };
    switch (segment.type) {
      case image::Segment::Type::move:
        out_ += " M";
        break;
      case image::Segment::Type::line:
        out_ += " L";
        break;
      case image::Segment::Type::curve:
        out_ += " C";
        add(segment.x1, segment.y1);
        add(segment.x2, segment.y2);
        break;
      case image::Segment::Type::close:
        out_ += " Z";
        return;
    }
    add(segment.x, segment.y);
  }

  void addLink(const Link& link) {
    addElement(link.element);
    addNumber(out_ += "  link to page ", std::int64_t{link.page} + 1);
    addPoints(out_ += " at ", link.top);
    addPlace(": ", {link.x, link.y, link.x + link.width, link.y + link.height});
    out_ += ' ' + json::quoted(link.description) + '\n';
  }

  void addForeign(const ForeignPage& foreign) {
    addElement(foreign.element);
    addNumber(out_ += "  page ", std::int64_t{foreign.page} + 1);
    addNumber(out_ += " of file ", foreign.file);
    out_ += '\n';
  }

  void addOutline() {
    if (pages_.outline.empty()) return;
    out_ += "\noutline\n";
    for (const OutlineItem& item : pages_.outline) {
      out_.append(2 * static_cast<std::size_t>(item.level), ' ');
      addNumber(out_ += "page ", std::int64_t{item.page} + 1);
      addPoints(out_ += " at ", item.top);
      out_ += ' ' + json::quoted(item.text) + '\n';
    }
  }

  void addPlace(std::string_view before, const Box& box) {
    addPoints(out_ += before, box.left);
    addPoints(out_ += ' ', box.top);
    addPoints(out_ += ' ', box.right - box.left);
    addPoints(out_ += " x ", box.bottom - box.top);
  }

  const Pages& pages_;
  Paths paths_;
  std::string out_;
  ElementId current_ = kArtifact;
  bool isFirst_ = true;
};

}  // namespace

std::string_view structureName(StructureType type) {
  static constexpr std::string_view kNames[] = {
      "Document", "Part", "Sect",   "Div",  "H1",    "H2",      "H3",    "H4",    "H5",       "H6",
      "P",        "L",    "LI",     "Lbl",  "LBody", "Table",   "THead", "TBody", "TR",       "TH",
      "TD",       "Span", "Figure", "Note", "Link",  "Caption", "TOC",   "TOCI",  "Reference"};
  return kNames[static_cast<std::size_t>(type)];
}

std::string dump(const Pages& pages) {
  return Dump(pages).write();
}

}  // namespace chancery::pages
