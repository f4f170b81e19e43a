#include "pdf/structure.h"

#include "base/error.h"
#include "pdf/syntax.h"

namespace chancery::pdf {
namespace {

using pages::ElementId;
using pages::StructureElement;
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
  StructureWriter(ObjectWriter& out, const std::vector<StructureElement>& structure,
                  const std::vector<MarkedContent>& marks, int firstPage)
      : out_(out),
        structure_(structure),
        marks_(marks),
        firstPage_(firstPage),
        root_(out.reserve()),
        firstElement_(out.reserve(static_cast<int>(structure.size()))),
        children_(structure.size(), structure.size()),
        contents_(structure.size(), marks.size()) {
    for (std::size_t i = 1; i < structure.size(); ++i) {
      const ElementId parent = structure[i].parent;
      check(parent >= 0 && static_cast<std::size_t>(parent) < i, "pdf: element before its parent");
      children_.add(static_cast<std::size_t>(parent), static_cast<int>(i));
    }
    for (std::size_t i = 0; i < marks.size(); ++i) {
      contents_.add(static_cast<std::size_t>(marks[i].element), static_cast<int>(i));
    }
  }

  int write(int pageCount) {
    for (std::size_t i = 0; i < structure_.size(); ++i) addElement(i);
    const int parentTree = addParentTree(pageCount);
    std::string& text = out_.open(root_);
    addReference(text += "<</Type/StructTreeRoot/K ", firstElement_);
    addReference(text += "/ParentTree ", parentTree);
    addInteger(text += "/ParentTreeNextKey ", pageCount);
    addNoteIds(text);
    text += ">>";
    out_.close();
    return root_;
  }

 private:
  int numberOf(std::size_t element) const { return firstElement_ + static_cast<int>(element); }
  const MarkedContent& mark(int index) const { return marks_[static_cast<std::size_t>(index)]; }

  void addElement(std::size_t id) {
    const StructureElement& element = structure_[id];
    std::string& text = out_.open(numberOf(id));
    addName(text += "<</S", structureName(element.type));
    addReference(text += "/P ",
                 id == 0 ? root_ : numberOf(static_cast<std::size_t>(element.parent)));
    addAttributes(text, element);
    if (!element.alternative.empty()) addTextString(text += "/Alt", element.alternative);
    if (element.type == StructureType::note) addLiteral(text += "/ID", noteId(id));
    addKids(text, id);
    text += ">>";
    out_.close();
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
  // with its page; then child elements.
  void addKids(std::string& text, std::size_t id) {
    const int content = contents_.first(id);
    const int child = children_.first(id);
    if (content == kNone && child == kNone) return;
    if (content != kNone) addReference(text += "/Pg ", firstPage_ + mark(content).page);
    const bool isSingle = (content == kNone || (content == contents_.last(id) && child == kNone)) &&
                          (child == kNone || child == children_.last(id));
    text += isSingle ? "/K " : "/K[";
    const int ownPage = content == kNone ? kNone : mark(content).page;
    for (int i = content; i != kNone; i = contents_.next(i)) addContent(text, mark(i), ownPage);
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
    addReference(text += "<</Type/MCR/Pg ", firstPage_ + content.page);
    addInteger(text += "/MCID ", content.number);
    text += ">> ";
  }

  // ISO 32000-1, 14.7.4.4: for each page the elements of its marked content by number.
  int addParentTree(int pageCount) {
    const int number = out_.reserve();
    std::string& text = out_.open(number);
    text += "<</Nums[";
    std::size_t next = 0;
    for (int page = 0; page < pageCount; ++page) {
      addInteger(text, page);
      text += '[';
      for (; next < marks_.size() && marks_[next].page == page; ++next) {
        addReference(text, numberOf(static_cast<std::size_t>(marks_[next].element)));
        text += ' ';
      }
      text += ']';
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
  const std::vector<StructureElement>& structure_;
  const std::vector<MarkedContent>& marks_;
  const int firstPage_;
  const int root_;
  const int firstElement_;
  Lists children_;  // of each element, by element
  Lists contents_;  // of each element, by index into marks_
};

}  // namespace

int writeStructure(ObjectWriter& out, const std::vector<StructureElement>& structure,
                   const std::vector<MarkedContent>& marks, int firstPage, int pageCount) {
  return StructureWriter(out, structure, marks, firstPage).write(pageCount);
}

}  // namespace chancery::pdf
