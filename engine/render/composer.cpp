#include "render/composer.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.h"
#include "pdf/inspect.h"
#include "render/messages.h"

namespace chancery::render {
namespace {

using document::Attribute;
using document::Kind;
using document::Node;

constexpr int kMostPages = 20'000;  // as many as a document may have

/// A length as the document's attributes state it: in centimetres, as a plan may be longer than the
/// thousand points that they take, and so fine that no unit of ours is lost.
std::string stated(Length length) {
  const std::int64_t millionths = (length.toEmu() * 25 + 4) / 9;
  std::string rest = std::to_string(millionths % 1'000'000);
  rest.insert(0, 6 - rest.size(), '0');
  return std::to_string(millionths / 1'000'000) + '.' + rest + "cm";
}

void set(Node& node, Attribute attribute, std::string value) {
  node.attributes.emplace_back(attribute, std::move(value));
}

std::optional<int> pageNumber(const Node& node, Attribute attribute) {
  const std::string_view text = node.attribute(attribute);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::size_t charactersBelow(const Node& node) {
  std::size_t count = utf8::countCharacters(node.plainText());
  for (const Node& child : node.children) count += charactersBelow(child);
  return count;
}

std::size_t textsBelow(const Node& node) {
  std::size_t count = node.text.empty() ? 0 : 1;
  for (const Node& child : node.children) count += textsBelow(child);
  return count;
}

bool isRunning(const Node& block) {
  return block.kind == Kind::header || block.kind == Kind::footer;
}

/// Puts parts together that stand in place of one: each has its attributes and what runs above and
/// below its text; only the first begins as the one asks and is what references to it lead to.
class PartBuilder {
 public:
  PartBuilder(Node part, std::vector<Node>& out) : out_(out), blocks_(std::move(part.children)) {
    part.children.clear();
    current_ = part;
    std::erase_if(part.attributes, [](const auto& entry) {
      return entry.first == Attribute::start || entry.first == Attribute::id;
    });
    following_ = std::move(part);
    for (const Node& block : blocks_) {
      if (isRunning(block)) following_.children.push_back(block);
    }
  }
  PartBuilder(const PartBuilder&) = delete;
  PartBuilder& operator=(const PartBuilder&) = delete;

  std::vector<Node> takeBlocks() { return std::move(blocks_); }
  const Node& part() const { return current_; }
  std::vector<Node>& blocks() { return current_.children; }

  void add(Node block) { current_.children.push_back(std::move(block)); }

  /// A sheet of another kind.
  void addSheet(Node sheet) {
    // Still there when nothing stands before the sheet.
    for (const auto& [attribute, value] : current_.attributes) {
      if (attribute == Attribute::start || attribute == Attribute::id)
        set(sheet, attribute, std::string(value));
    }
    out_.push_back(std::move(sheet));
    current_ = following_;
  }

  /// Ends the current part when anything stands in it.
  void flush() {
    if (std::all_of(current_.children.begin(), current_.children.end(), isRunning)) return;
    out_.push_back(std::move(current_));
    current_ = following_;
  }

 private:
  std::vector<Node>& out_;
  std::vector<Node> blocks_;
  Node current_, following_;
};

class Composer {
 public:
  Composer(NamedFiles& files, const format::Profile& profile, const Sources& sources,
           Diagnostics& diagnostics)
      : files_(files), profile_(profile), sources_(sources), diagnostics_(diagnostics) {}

  /// Composes the parts among these children: one part may become several.
  void composeParts(std::vector<Node>& children);
  Composed take() { return std::move(composed_); }

 private:
  struct Range {
    int from = 1, to = 1;
  };
  void composePart(Node part, std::vector<Node>& out);
  Node sheetOf(const Node& block, const pdf::Inspected& file, int page, Range range) const;
  const pdf::Inspected* open(const Node& node);
  std::optional<Range> rangeOf(const Node& node, int count);
  void addScans(const Node& node, const pdf::Inspected& file, Range range, const Node& part,
                std::vector<Node>& blocks);
  Length roomBelow(const std::vector<Node>& before, Length height) const;
  std::string alternativeOf(const Node& node, int page, int count) const;
  Place placeOf(const Node& node) const {
    return sources_.place(node.origin.data ? node.origin.data : node.origin.stated);
  }

  NamedFiles& files_;
  const format::Profile& profile_;
  const Sources& sources_;
  Diagnostics& diagnostics_;
  Composed composed_;
  std::map<std::string, pdf::Inspected> inspected_;  // by name
  int pages_ = 0;                                    // shown so far
};

const pdf::Inspected* Composer::open(const Node& node) {
  const std::string name(node.attribute(Attribute::href));
  if (const auto known = inspected_.find(name); known != inspected_.end()) return &known->second;
  const auto bytes = files_.find(name, placeOf(node), diagnostics_);
  if (!bytes) return nullptr;
  auto file = pdf::inspect(*bytes, name, placeOf(node), diagnostics_);
  if (!file) return nullptr;
  if (!file->isScan()) composed_.files.emplace(name, bytes);
  return &inspected_.emplace(name, std::move(*file)).first->second;
}

std::optional<Composer::Range> Composer::rangeOf(const Node& node, int count) {
  const Range range{pageNumber(node, Attribute::from).value_or(1),
                    pageNumber(node, Attribute::to).value_or(count)};
  if (range.from >= 1 && range.from <= range.to && range.to <= count) {
    const int pages = range.to - range.from + 1;
    const bool hasRoom = pages_ <= kMostPages;
    pages_ = hasRoom ? pages_ + pages : pages_;
    if (pages_ <= kMostPages) return range;
    if (hasRoom)
      diagnostics_.error(messages::kTooManyPages, placeOf(node), {std::to_string(kMostPages)});
    return std::nullopt;
  }
  diagnostics_.error(messages::kNoSuchPages, placeOf(node),
                     {std::string(node.attribute(Attribute::href)), std::to_string(range.from),
                      std::to_string(range.to), std::to_string(count)});
  return std::nullopt;
}

std::string Composer::alternativeOf(const Node& node, int page, int count) const {
  std::string text(node.attribute(Attribute::alt));
  if (text.empty()) text = "Файл «" + std::string(node.attribute(Attribute::href)) + "»";
  if (count > 1) text += ", лист " + std::to_string(page) + " из " + std::to_string(count);
  return text;
}

/// What the mark and the heading leave of the first page. Their lines are not known yet; they are
/// taken for short ones, so that a picture is a little smaller rather than alone on the next page.
Length Composer::roomBelow(const std::vector<Node>& before, Length height) const {
  constexpr std::size_t kShortLine = 24;  // characters in a block at the right edge
  std::size_t lines = 0;
  for (const Node& node : before) {
    if (isRunning(node)) continue;
    lines += charactersBelow(node) / kShortLine + textsBelow(node) + 1;
  }
  const Length line = profile_.look(format::StyleName::text).text.size.scaled(5, 4);
  return std::max(height - line * static_cast<std::int64_t>(lines), height / 2);
}

void Composer::addScans(const Node& node, const pdf::Inspected& file, Range range, const Node& part,
                        std::vector<Node>& blocks) {
  const bool landscape = part.attribute(Attribute::orientation) == "landscape";
  const bool turn = landscape && profile_.rotateLandscape;
  const Length sheetWidth = landscape ? profile_.pageHeight : profile_.pageWidth;
  const Length sheetHeight = landscape ? profile_.pageWidth : profile_.pageHeight;
  const Length sides = turn ? profile_.top + profile_.bottom : profile_.left + profile_.right;
  const Length ends = turn ? profile_.left + profile_.right : profile_.top + profile_.bottom;
  const Length width = sheetWidth - sides;
  // A picture stands on a line of text, which keeps room for what reaches below it.
  const Length height = sheetHeight - ends - Length::pt(12);
  const std::string name(node.attribute(Attribute::href));
  for (int page = range.from; page <= range.to; ++page) {
    const pdf::InspectedPage& scan = file.pages[static_cast<std::size_t>(page - 1)];
    Node figure;
    figure.kind = Kind::figure;
    figure.origin = node.origin;
    const std::string own = name + '#' + std::to_string(page);
    composed_.pictures.emplace(own, scan.scan);
    set(figure, Attribute::href, own);
    set(figure, Attribute::alt,
        alternativeOf(node, page - range.from + 1, range.to - range.from + 1));
    set(figure, Attribute::width, stated(width));
    set(figure, Attribute::height,
        stated(blocks.empty() || page > range.from ? height : roomBelow(blocks, height)));
    blocks.push_back(std::move(figure));
  }
}

/// A part that shows one page.
Node Composer::sheetOf(const Node& block, const pdf::Inspected& file, int page, Range range) const {
  const pdf::InspectedPage& foreign = file.pages[static_cast<std::size_t>(page - 1)];
  Node shown = block;
  shown.attributes.clear();
  set(shown, Attribute::href, std::string(block.attribute(Attribute::href)));
  set(shown, Attribute::alt,
      alternativeOf(block, page - range.from + 1, range.to - range.from + 1));
  set(shown, Attribute::from, std::to_string(page));
  set(shown, Attribute::to, std::to_string(page));
  set(shown, Attribute::width, stated(foreign.width));
  set(shown, Attribute::height, stated(foreign.height));
  Node sheet;
  sheet.kind = Kind::part;
  sheet.origin = block.origin;
  sheet.children.push_back(std::move(shown));
  return sheet;
}

/// A part with <pdf-pages> becomes parts: what stands before, each foreign page, what stands after.
void Composer::composePart(Node part, std::vector<Node>& out) {
  PartBuilder builder(std::move(part), out);
  for (Node& block : builder.takeBlocks()) {
    if (block.kind != Kind::pdfPages) {
      builder.add(std::move(block));
      continue;
    }
    const pdf::Inspected* file = open(block);
    const auto range = file ? rangeOf(block, static_cast<int>(file->pages.size())) : std::nullopt;
    if (!range) continue;
    if (file->isScan()) {
      addScans(block, *file, *range, builder.part(), builder.blocks());
      continue;
    }
    builder.flush();
    for (int page = range->from; page <= range->to; ++page)
      builder.addSheet(sheetOf(block, *file, page, *range));
  }
  builder.flush();
}

void Composer::composeParts(std::vector<Node>& children) {
  std::vector<Node> out;
  for (Node& child : children) {
    if (child.kind == Kind::appendix) composeParts(child.children);
    const bool concerned =
        child.kind == Kind::part &&
        std::any_of(child.children.begin(), child.children.end(),
                    [](const Node& block) { return block.kind == Kind::pdfPages; });
    if (concerned) {
      composePart(std::move(child), out);
    } else {
      out.push_back(std::move(child));
    }
  }
  children = std::move(out);
}

}  // namespace

bool namesPdf(const Node& document) {
  return document.kind == Kind::pdfPages ||
         std::any_of(document.children.begin(), document.children.end(), namesPdf);
}

Composed composePdfs(Node& document, NamedFiles& files, const format::Profile& profile,
                     const Sources& sources, Diagnostics& diagnostics) {
  Composer composer(files, profile, sources, diagnostics);
  composer.composeParts(document.children);
  return composer.take();
}

}  // namespace chancery::render
