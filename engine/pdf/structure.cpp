#include "pdf/structure.h"

#include "base/error.h"
#include "pdf/syntax.h"

namespace chancery::pdf {
namespace {

using pages::ElementId;
using pages::StructureElement;
using pages::StructureElements;
using pages::StructureType;

constexpr int kNone = -1;

/// Lists of small numbers, one list an owner, without an allocation for each: what was added to an
/// owner is read in the same order.
class Lists {
 public:
  explicit Lists(std::size_t owners, std::size_t items)
      : first_(owners, kNone), last_(owners, kNone), next_(items, kNone) {}

  void add(std::size_t owner, int item) {
    if (first_[owner] == kNone) {
      first_[owner] = item;
    } else {
      next_[static_cast<std::size_t>(last_[owner])] = item;
    }
    last_[owner] = item;
  }
  int first(std::size_t owner) const { return first_[owner]; }
  int last(std::size_t owner) const { return last_[owner]; }
  int next(int item) const { return next_[static_cast<std::size_t>(item)]; }

 private:
  std::vector<int> first_, last_, next_;
};

class StructureWriter {
 public:
  StructureWriter(ObjectWriter& out, const StructureElements& structure,
                  const TaggedContent& content, const std::vector<LinkAnnotation>& links,
                  const PageObjects& pages)
      : out_(out),
        structure_(structure),
        marks_(content.marks),
        figures_(content.figures),
        links_(links),
        pages_(pages),
        root_(out.reserve()),
        firstElement_(out.reserve(static_cast<int>(structure.size()))),
        children_(structure.size(), structure.size()),
        contents_(structure.size(), marks_.size()),
        linksOf_(links.empty() ? 0 : structure.size(), links.size()) {
    for (std::size_t i = 1; i < structure.size(); ++i) {
      const ElementId parent = structure[i].parent;
      check(parent >= 0 && static_cast<std::size_t>(parent) < i, "pdf: element before its parent");
      children_.add(static_cast<std::size_t>(parent), static_cast<int>(i));
    }
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      contents_.add(static_cast<std::size_t>(marks_[i].element), static_cast<int>(i));
    }
    for (std::size_t i = 0; i < links.size(); ++i) addLink(i);
  }

  int write() {
    for (std::size_t i = 0; i < structure_.size(); ++i) addElement(i);
    const int parentTree = addParentTree();
    std::string& text = out_.open(root_);
    addReference(text += "<</Type/StructTreeRoot/K ", firstElement_);
    addReference(text += "/ParentTree ", parentTree);
    addInteger(text += "/ParentTreeNextKey ",
               static_cast<std::int64_t>(pages_.pages.size() + links_.size()));
    addNoteIds(text);
    text += ">>";
    out_.close();
    return root_;
  }

 private:
  int numberOf(std::size_t element) const { return firstElement_ + static_cast<int>(element); }
  const MarkedContent& mark(int index) const { return marks_[static_cast<std::size_t>(index)]; }

  // ISO 14289-1, 7.18.5: a link's annotation stands in a Link element.
  void addLink(std::size_t index) {
    const ElementId id = links_[index].element;
    check(id >= 0 && static_cast<std::size_t>(id) < structure_.size(), "pdf: unknown element");
    const auto element = static_cast<std::size_t>(id);
    const StructureType type = structure_[element].type;
    check(type == StructureType::link || type == StructureType::reference,
          "pdf: link under an element that is none");
    linksOf_.add(element, static_cast<int>(index));
    if (type == StructureType::reference && inner_.find(id) == inner_.end()) {
      inner_[id] = out_.reserve();
    }
  }

  /// The object that an element's content belongs to.
  int ownerOf(ElementId id) const {
    const auto inner = inner_.find(id);
    return inner == inner_.end() ? numberOf(static_cast<std::size_t>(id)) : inner->second;
  }

  void addElement(std::size_t id) {
    const StructureElement& element = structure_[id];
    std::string& text = out_.open(numberOf(id));
    addName(text += "<</S", structureName(element.type));
    addReference(text += "/P ",
                 id == 0 ? root_ : numberOf(static_cast<std::size_t>(element.parent)));
    addAttributes(text, element);
    if (element.type == StructureType::figure) addBox(text, static_cast<ElementId>(id));
    if (!element.alternative.empty()) addTextString(text += "/Alt", element.alternative);
    if (element.type == StructureType::note) addLiteral(text += "/ID", noteId(id));
    const auto inner = inner_.find(static_cast<ElementId>(id));
    if (inner == inner_.end()) {
      addKids(text, id);
      text += ">>";
      return out_.close();
    }
    addReference(text += "/K ", inner->second);
    text += ">>";
    out_.close();
    std::string& link = out_.open(inner->second);
    addReference(link += "<</S/Link/P ", numberOf(id));
    addKids(link, id);
    link += ">>";
    out_.close();
  }

  // ISO 32000-1, 14.8.5.4.3: where the picture stands, for readers that flow text anew.
  void addBox(std::string& text, ElementId id) const {
    const auto figure = figures_.find(id);
    if (figure == figures_.end()) return;
    const auto& [page, box] = figure->second;
    const Length height = pages_.pages[static_cast<std::size_t>(page)].height;
    addDecimal(text += "/A<</O/Layout/BBox[", toHundredths(box.left), 2);
    addDecimal(text += ' ', toHundredths(height - box.bottom), 2);
    addDecimal(text += ' ', toHundredths(box.right), 2);
    addDecimal(text += ' ', toHundredths(height - box.top), 2);
    text += "]>>";
  }

  // ISO 32000-1, 14.8.5.5 and 14.8.5.7. ISO 14289-1, 7.5 wants the scope of headers, 7.6 the
  // numbering of lists.
  static void addAttributes(std::string& text, const StructureElement& element) {
    const bool isHeader = element.type == StructureType::tableHeader;
    const bool isCell = isHeader || element.type == StructureType::tableCell;
    if (element.type == StructureType::list) {
      text += element.numberedList ? "/A<</O/List/ListNumbering/Decimal>>"
                                   : "/A<</O/List/ListNumbering/Disc>>";
    } else if (isHeader || (isCell && (element.columnSpan > 1 || element.rowSpan > 1))) {
      text += "/A<</O/Table";
      if (isHeader) text += element.rowHeader ? "/Scope/Row" : "/Scope/Column";
      if (element.columnSpan > 1) addInteger(text += "/ColSpan ", element.columnSpan);
      if (element.rowSpan > 1) addInteger(text += "/RowSpan ", element.rowSpan);
      text += ">>";
    }
  }

  // ISO 32000-1, 14.7.4: content on the element's own page by number, on others as a reference
  // with its page; then annotations, then child elements.
  void addKids(std::string& text, std::size_t id) {
    const int content = contents_.first(id);
    const int link = links_.empty() ? kNone : linksOf_.first(id);
    const int child = children_.first(id);
    if (content == kNone && link == kNone && child == kNone) return;
    const int ownPage = content != kNone ? mark(content).page
                        : link != kNone  ? links_[static_cast<std::size_t>(link)].page
                                         : kNone;
    if (ownPage != kNone) addReference(text += "/Pg ", pageObject(ownPage));
    const bool isSingle = link == kNone &&
                          (content == kNone || (content == contents_.last(id) && child == kNone)) &&
                          (child == kNone || child == children_.last(id));
    text += isSingle ? "/K " : "/K[";
    for (int i = content; i != kNone; i = contents_.next(i)) addContent(text, mark(i), ownPage);
    for (int i = link; i != kNone; i = linksOf_.next(i)) {
      addAnnotation(text, links_[static_cast<std::size_t>(i)], ownPage);
    }
    for (int i = child; i != kNone; i = children_.next(i)) {
      addReference(text, numberOf(static_cast<std::size_t>(i)));
      text += ' ';
    }
    text.back() = isSingle ? ' ' : ']';
  }

  void addContent(std::string& text, const MarkedContent& content, int ownPage) const {
    if (content.page == ownPage) {
      addInteger(text, content.number);
      text += ' ';
      return;
    }
    addReference(text += "<</Type/MCR/Pg ", pageObject(content.page));
    addInteger(text += "/MCID ", content.number);
    text += ">> ";
  }

  // ISO 32000-1, 14.7.4.3.
  void addAnnotation(std::string& text, const LinkAnnotation& link, int ownPage) const {
    addReference(text += "<</Type/OBJR/Obj ", link.number);
    if (link.page != ownPage) addReference(text += "/Pg ", pageObject(link.page));
    text += ">> ";
  }

  int pageObject(int page) const { return pages_.numberOf(static_cast<std::size_t>(page)); }

  // ISO 32000-1, 14.7.4.4: for each page the elements of its marked content by number, then the
  // element of each annotation.
  int addParentTree() {
    const int number = out_.reserve();
    std::string& text = out_.open(number);
    text += "<</Nums[";
    std::size_t next = 0;
    for (std::size_t page = 0; page < pages_.pages.size(); ++page) {
      addInteger(text, static_cast<std::int64_t>(page));
      text += '[';
      for (; next < marks_.size() && static_cast<std::size_t>(marks_[next].page) == page; ++next) {
        addReference(text, ownerOf(marks_[next].element));
        text += ' ';
      }
      text += ']';
    }
    for (std::size_t i = 0; i < links_.size(); ++i) {
      addInteger(text, static_cast<std::int64_t>(pages_.pages.size() + i));
      addReference(text += ' ', ownerOf(links_[i].element));
      text += ' ';
    }
    text += "]>>";
    out_.close();
    return number;
  }

  // ISO 14289-1, 7.9: every note has an ID of its own. Equal widths keep the tree sorted.
  static std::string noteId(std::size_t element) {
    std::string digits;
    addInteger(digits, static_cast<std::int64_t>(element));
    return "note-" + std::string(10 - digits.size(), '0') + digits;
  }

  void addNoteIds(std::string& text) {
    bool any = false;
    for (std::size_t i = 0; i < structure_.size(); ++i) {
      if (structure_[i].type != StructureType::note) continue;
      text += any ? "" : "/IDTree<</Names[";
      any = true;
      addLiteral(text, noteId(i));
      addReference(text, numberOf(i));
    }
    if (any) text += "]>>";
  }

  ObjectWriter& out_;
  const StructureElements& structure_;
  const std::vector<MarkedContent>& marks_;
  const std::map<ElementId, FigureBox>& figures_;
  const std::vector<LinkAnnotation>& links_;
  const PageObjects pages_;
  const int root_;
  const int firstElement_;
  Lists children_;                  // of each element, by element
  Lists contents_;                  // of each element, by index into marks_
  Lists linksOf_;                   // of each element, by index into links_
  std::map<ElementId, int> inner_;  // the Link inside of a reference
};

}  // namespace

int writeStructure(ObjectWriter& out, const StructureElements& structure,
                   const TaggedContent& content, const std::vector<LinkAnnotation>& links,
                   const PageObjects& pages) {
  return StructureWriter(out, structure, content, links, pages).write();
}

}  // namespace chancery::pdf
