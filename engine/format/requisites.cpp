#include "format/requisites.h"

#include <map>

#include "format/requisite_groups.h"
#include "format/requisite_pictures.h"

namespace chancery::format {

using document::Attribute;
using document::Kind;
using document::Node;

namespace {

/// Requisites of one paragraph with the node's own text: node kind → style.
std::optional<StyleName> simpleStyle(Kind kind, bool inCorner, bool onCover) {
  switch (kind) {
    case Kind::kind:
      return StyleName::kind;
    case Kind::place:
      return onCover ? StyleName::coverPlace : StyleName::place;
    case Kind::title:
      if (onCover) return StyleName::coverTitle;
      return inCorner ? StyleName::cornerTitle : StyleName::title;
    case Kind::subtitle:
      return onCover ? StyleName::coverSubtitle : StyleName::subtitle;
    case Kind::command:
      return StyleName::command;
    default:
      return std::nullopt;
  }
}

bool isCover(const Node& part) {
  return part.attribute(Attribute::cover) == "yes";
}

std::string titleOf(const Node& part) {
  const Node* title = part.find(Kind::title);
  return title ? title->plainText() : std::string();
}

/// The text of a part is one requisite: its number stands before the first paragraph.
void addTextNumber(PartWork& work, Kind kind, std::vector<Block>& blocks, std::size_t from) {
  if (!work.showNumbers || work.textIsNumbered || from >= blocks.size()) return;
  if (kind != Kind::paragraph && kind != Kind::command && kind != Kind::clauses) return;
  auto* paragraph = std::get_if<Paragraph>(&blocks[from]);
  if (!paragraph) return;
  addNumber(work, kind, *paragraph);
  work.textIsNumbered = true;
}

/// Formats the nodes of one part in turn.
class PartFormatter {
 public:
  PartFormatter(PartWork& work, const Node& part)
      : work_(work), part_(part), blocks_(work.section.blocks) {}

  void run() {
    // A table on other sheets may end the section: its first page is known at the beginning only.
    for (const Node& node : part_.children) {
      if (node.kind == Kind::qrCode) qrCodes_[&node] = placeQrCode(work_, node);
    }
    std::size_t next = 0;
    inCorner_ = hasCornerLetterhead(work_.context.profile, part_);
    if (inCorner_) next = appendCorner(work_, part_, blocks_);
    Kind previous = Kind::part;
    for (; next < part_.children.size(); ++next) {
      const Node& node = part_.children[next];
      const std::size_t before = blocks_.size();
      append(node, node.kind == previous);
      addTextNumber(work_, node.kind, blocks_, before);
      previous = node.kind;
    }
  }

 private:
  void append(const Node& node, bool follows) {
    if (const auto style = simpleStyle(node.kind, inCorner_, isCover(part_))) {
      return appendSimple(node, *style);
    }
    if (auto paragraph = mark(work_, node)) {
      blocks_.push_back(std::move(*paragraph));
      return;
    }
    switch (node.kind) {
      case Kind::letterhead:
        return appendLetterhead(work_, node, blocks_);
      case Kind::registration:
        return appendRegistration(work_, node, blocks_);
      case Kind::clauses:
        return appendClauses(work_.context, node, blocks_);
      case Kind::enclosures:
        return appendEnclosures(work_, node, blocks_);
      case Kind::signature:
        if (!follows) keepWithSignature(work_.context, blocks_);
        return appendSignature(work_, node, follows, blocks_);
      case Kind::jointSignature:
        keepWithSignature(work_.context, blocks_);
        return appendJointSignature(work_, node, blocks_);
      case Kind::electronicSignature:
        return appendElectronicSignature(work_, node, blocks_);
      case Kind::agreed:
      case Kind::visa:
        return appendBesideEachOther(work_, node, follows, blocks_);
      case Kind::copyMark:
        return appendCopyMark(work_, node, blocks_);
      case Kind::stamps:
        return appendStamps(work_, node, blocks_);
      case Kind::qrCode:
        if (auto& paragraph = qrCodes_[&node]) blocks_.push_back(std::move(*paragraph));
        return;
      default:
        return appendBlock(work_.context, node, kInText, blocks_);
    }
  }

  void appendSimple(const Node& node, StyleName style) {
    Paragraph paragraph = makeParagraph(work_.context, style, node);
    if (node.kind == Kind::title) paragraph.role = Role::heading1;
    if (node.kind != Kind::command) addNumber(work_, node.kind, paragraph);
    blocks_.push_back(std::move(paragraph));
  }

  PartWork& work_;
  const Node& part_;
  std::vector<Block>& blocks_;
  bool inCorner_ = false;
  std::map<const Node*, std::optional<Paragraph>> qrCodes_;  // nothing for those in the margin
};

}  // namespace

void appendPartContent(Context& context, const Node& part, Section& section) {
  PartWork work{context, section, titleOf(part)};
  work.showNumbers = part.attribute(Attribute::requisiteNumbers) == "yes";
  PartFormatter(work, part).run();
}

}  // namespace chancery::format
