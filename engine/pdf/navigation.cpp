#include "pdf/navigation.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/error.h"
#include "pdf/metadata.h"
#include "pdf/syntax.h"

namespace chancery::pdf {
namespace {

// "[12 0 R/XYZ null 700 null]": the zoom stays as it is (ISO 32000-1, 12.3.2.2).
void addDestination(std::string& text, const PageObjects& pages, std::uint32_t page, Length top) {
  addReference(text += '[', pages.numberOf(page));
  addDecimal(text += "/XYZ null ", toHundredths(pages.pages[page].height - top), 2);
  text += " null]";
}

// ---- Outline ----------------------------------------------------------------------------------

struct OutlineNode {
  int parent = -1, first = -1, last = -1, previous = -1, next = -1;
  int children = 0;
};

/// The items as a tree. Its root stands at the end, as item `items.size()`.
std::vector<OutlineNode> treeOf(const std::vector<pages::OutlineItem>& items) {
  const int root = static_cast<int>(items.size());
  std::vector<OutlineNode> nodes(items.size() + 1);
  std::vector<int> open;  // the path to the last item
  for (int i = 0; i < root; ++i) {
    while (!open.empty() && items[static_cast<std::size_t>(open.back())].level >=
                                items[static_cast<std::size_t>(i)].level) {
      open.pop_back();
    }
    OutlineNode& node = nodes[static_cast<std::size_t>(i)];
    node.parent = open.empty() ? root : open.back();
    OutlineNode& parent = nodes[static_cast<std::size_t>(node.parent)];
    node.previous = parent.last;
    if (parent.last < 0) {
      parent.first = i;
    } else {
      nodes[static_cast<std::size_t>(parent.last)].next = i;
    }
    parent.last = i;
    ++parent.children;
    open.push_back(i);
  }
  return nodes;
}

void addOutlineEntry(std::string& text, std::string_view name, int item, int firstItem) {
  if (item >= 0) addReference((text += name) += ' ', firstItem + item);
}

// ---- Page labels ------------------------------------------------------------------------------

std::optional<int> numberIn(std::string_view label) {
  int number = 0;
  const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), number);
  const bool isPlain = error == std::errc() && end == label.data() + label.size() && number > 0 &&
                       label.front() != '0';
  return isPlain ? std::optional(number) : std::nullopt;
}

/// The number of each page, of those that do not show it too; nothing for other labels.
std::vector<std::optional<int>> numbersOf(const std::vector<pages::Page>& pages) {
  std::vector<std::optional<int>> numbers(pages.size());
  for (std::size_t i = 0; i < pages.size(); ++i) numbers[i] = numberIn(pages[i].label);
  // Backwards first: what comes before page 2 is page 1, whatever came before it.
  for (std::size_t i = pages.size(); i-- > 1;) {
    const bool isBlank = pages[i - 1].label.empty();
    if (isBlank && numbers[i] && *numbers[i] > 1) numbers[i - 1] = *numbers[i] - 1;
  }
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (numbers[i] || !pages[i].label.empty()) continue;
    numbers[i] = i == 0 || !numbers[i - 1] ? 1 : *numbers[i - 1] + 1;
  }
  return numbers;
}

}  // namespace

std::string writeOutline(ObjectWriter& out, const std::vector<pages::OutlineItem>& items,
                         const PageObjects& pages) {
  if (items.empty()) return {};
  const std::vector<OutlineNode> nodes = treeOf(items);
  const int firstItem = out.reserve(static_cast<int>(nodes.size()));
  const int root = firstItem + static_cast<int>(items.size());
  const OutlineNode& top = nodes.back();
  const bool isOpen = top.children == 1;
  for (std::size_t i = 0; i < items.size(); ++i) {
    check(items[i].page < pages.pages.size(), "pdf: outline leads out of the file");
    const OutlineNode& node = nodes[i];
    std::string& text = out.open(firstItem + static_cast<int>(i));
    addTextString(text += "<</Title", cleaned(items[i].text, "–"));
    addReference(text += "/Parent ", firstItem + node.parent);
    addOutlineEntry(text, "/Prev", node.previous, firstItem);
    addOutlineEntry(text, "/Next", node.next, firstItem);
    addOutlineEntry(text, "/First", node.first, firstItem);
    addOutlineEntry(text, "/Last", node.last, firstItem);
    const bool unfolds = isOpen && static_cast<int>(i) == top.first;
    if (node.children > 0) addInteger(text += "/Count ", unfolds ? node.children : -node.children);
    addDestination(text += "/Dest", pages, items[i].page, items[i].top);
    text += ">>";
    out.close();
  }
  const int visible =
      isOpen ? 1 + nodes[static_cast<std::size_t>(top.first)].children : top.children;
  std::string& text = out.open(root);
  addReference(text += "<</Type/Outlines/First ", firstItem + top.first);
  addReference(text += "/Last ", firstItem + top.last);
  addInteger(text += "/Count ", visible);
  text += ">>";
  out.close();
  std::string entries = "/PageMode/UseOutlines/Outlines ";
  addReference(entries, root);
  return entries;
}

std::string pageLabels(const std::vector<pages::Page>& pages) {
  const bool isLabelled = std::any_of(pages.begin(), pages.end(),
                                      [](const pages::Page& page) { return !page.label.empty(); });
  if (!isLabelled) return {};
  const std::vector<std::optional<int>> numbers = numbersOf(pages);
  std::string ranges;
  int count = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (i > 0 && numbers[i] && numbers[i - 1] && *numbers[i] == *numbers[i - 1] + 1) continue;
    addInteger(ranges += count++ == 0 ? "" : " ", static_cast<std::int64_t>(i));
    if (numbers[i]) {
      addInteger(ranges += "<</S/D/St ", *numbers[i]);
    } else {
      addTextString(ranges += "<</P", pages[i].label);
    }
    ranges += ">>";
  }
  return count == 1 && numbers[0] == 1 ? std::string() : "/PageLabels<</Nums[" + ranges + "]>>";
}

Links::Links(const std::vector<pages::Page>& pages, ObjectWriter& out) {
  const bool hasLinks = std::any_of(pages.begin(), pages.end(),
                                    [](const pages::Page& page) { return !page.links.empty(); });
  if (!hasLinks) return;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    starts_.push_back(annotations_.size());
    for (const pages::Link& link : pages[i].links) {
      annotations_.push_back({link.element, static_cast<int>(i), out.reserve()});
    }
  }
  starts_.push_back(annotations_.size());
}

std::string Links::annotationsOf(std::size_t page) const {
  if (starts_.empty() || starts_[page] == starts_[page + 1]) return {};
  std::string result = "/Annots[";
  for (std::size_t i = starts_[page]; i < starts_[page + 1]; ++i) {
    addReference(result, annotations_[i].number);
    result += ' ';
  }
  result.back() = ']';
  return result;
}

// PDF/A-2 wants the Print flag and none that hides (6.3.2), no appearance for links (6.3.3);
// PDF/UA wants the description in Contents (7.18.5) and the element behind it (7.18.1).
void Links::write(ObjectWriter& out, const PageObjects& pages, bool isTagged) const {
  for (std::size_t i = 0; i < annotations_.size(); ++i) {
    const auto page = static_cast<std::size_t>(annotations_[i].page);
    const pages::Page& on = pages.pages[page];
    const pages::Link& link = on.links[i - starts_[page]];
    check(link.page < pages.pages.size(), "pdf: link leads out of the file");
    std::string& text = out.open(annotations_[i].number);
    addDecimal(text += "<</Type/Annot/Subtype/Link/Rect[", toHundredths(link.x), 2);
    addDecimal(text += ' ', toHundredths(on.height - link.y - link.height), 2);
    addDecimal(text += ' ', toHundredths(link.x + link.width), 2);
    addDecimal(text += ' ', toHundredths(on.height - link.y), 2);
    addDestination(text += "]/Border[0 0 0]/F 4/Dest", pages, link.page, link.top);
    const std::string sheet = std::to_string(link.page + 1);
    addTextString(text += "/Contents", cleaned(link.description, "→ " + sheet));
    if (isTagged) {
      addInteger(text += "/StructParent ", static_cast<std::int64_t>(pages.pages.size() + i));
    }
    text += ">>";
    out.close();
  }
}

}  // namespace chancery::pdf
