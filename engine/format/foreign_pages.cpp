#include "format/foreign_pages.h"

#include <algorithm>
#include <charconv>

namespace chancery::format {

using document::Attribute;
using document::Kind;
using document::Node;

namespace {

/// Index of the file in the document, which gets it when it is new.
int fileNumber(Document& out, std::string_view name) {
  const auto found = std::find_if(out.foreign.begin(), out.foreign.end(),
                                  [&](const ForeignFile& file) { return file.name == name; });
  if (found != out.foreign.end()) return static_cast<int>(found - out.foreign.begin());
  out.foreign.push_back({std::string(name), nullptr});
  return static_cast<int>(out.foreign.size()) - 1;
}

int numberOf(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

bool isForeignPage(const Node& part) {
  if (part.children.size() != 1 || part.children[0].kind != Kind::pdfPages) return false;
  const Node& page = part.children[0];
  return !page.attribute(Attribute::width).empty() &&
         page.attribute(Attribute::from) == page.attribute(Attribute::to);
}

void appendForeignPage(Context& context, const Node& part, PartPlace place) {
  const Node& node = part.children[0];
  const auto width = findLength(context, node, Attribute::width, "width");
  const auto height = findLength(context, node, Attribute::height, "height");
  if (!width || !height) return;
  Section section;
  section.pageWidth = *width;
  section.pageHeight = *height;
  section.landscape = *width > *height;
  section.left = section.right = std::min(Length::mm(20), *width / 8);
  section.top = section.bottom = std::min(Length::mm(20), *height / 8);
  section.startsOdd = part.attribute(Attribute::start) == "odd";
  if (place.opensAppendix && context.profile.restartInAppendices) section.firstPageNumber = 1;
  section.headerOnFirst = section.footerOnFirst = false;
  const std::string_view name = node.attribute(Attribute::href);
  const std::string page(node.attribute(Attribute::from));
  ForeignPage foreign;
  foreign.file = fileNumber(context.out, name);
  foreign.page = numberOf(page) - 1;
  foreign.alternative = node.attribute(Attribute::alt);
  foreign.origin = node.origin;
  section.foreign = std::move(foreign);
  Origin ours = node.origin;
  ours.words = Words::engine;
  section.blocks.push_back(makeParagraph(
      context, StyleName::text,
      "Здесь – страница " + page + " файла «" + std::string(name) + "»: она показана в PDF.",
      ours));
  context.out.sections.push_back(std::move(section));
}

}  // namespace chancery::format
