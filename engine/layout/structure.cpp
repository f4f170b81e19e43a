#include "layout/structure.h"

#include <algorithm>

namespace chancery::layout {
namespace {

using pages::StructureType;

StructureType typeOf(format::Role role) {
  switch (role) {
    case format::Role::heading1:
      return StructureType::heading1;
    case format::Role::heading2:
      return StructureType::heading2;
    case format::Role::heading3:
      return StructureType::heading3;
    case format::Role::heading4:
      return StructureType::heading4;
    case format::Role::caption:
      return StructureType::caption;
    case format::Role::contentsItem:
      return StructureType::contentsItem;
    case format::Role::paragraph:
    case format::Role::listItem:
      break;
  }
  return StructureType::paragraph;
}

bool isListItem(const format::Paragraph& paragraph) {
  return paragraph.role == format::Role::listItem && paragraph.label.has_value();
}

// Does the next block continue the list inside this item?
bool isDeeper(const format::Paragraph& paragraph, const format::Block* next) {
  const auto* following = next ? std::get_if<format::Paragraph>(next) : nullptr;
  return following && isListItem(*following) &&
         following->label->instance == paragraph.label->instance &&
         following->label->level > paragraph.label->level;
}

bool isNumbered(const format::Document& document, const format::Label& label) {
  const format::NumberingInstance& instance =
      document.instances[static_cast<std::size_t>(label.instance)];
  const auto& levels = document.numberings[static_cast<std::size_t>(instance.numbering)].levels;
  const auto level = static_cast<std::size_t>(label.level);
  return level < levels.size() && levels[level].kind != format::NumberingLevel::Kind::bullet;
}

}  // namespace

Structure::Structure() {
  elements_.push_back({});  // the document
}

bool isPlain(const format::Run& run) {
  using Field = format::Run::Field;
  return run.link < 0 && run.field != Field::object && run.field != Field::footnote;
}

RunElements::RunElements(Structure& structure, const format::Document& document,
                         const format::Paragraph& paragraph, pages::ElementId parent)
    : structure_(structure), document_(document), parent_(parent) {
  // Text hangs on leaves only: beside its footnote a paragraph without an element of its own
  // (in a cell) needs one.
  mixed_ = parent != pages::kArtifact &&
           !std::all_of(paragraph.runs.begin(), paragraph.runs.end(), isPlain);
}

pages::ElementId RunElements::of(const format::Run& run) {
  if (!mixed_) return parent_;
  if (run.field == format::Run::Field::object) {
    latest_ = pages::kArtifact;
    const auto index = static_cast<std::size_t>(run.index);
    if (run.index < 0 || index >= document_.objects.size()) return pages::kArtifact;
    return structure_.addFigure(document_.objects[index], parent_);
  }
  if (run.field == format::Run::Field::footnote) {
    latest_ = pages::kArtifact;
    return structure_.add(StructureType::reference, parent_);
  }
  if (latest_ == pages::kArtifact || run.link != link_) {
    link_ = run.link;
    latest_ = structure_.add(link_ < 0 ? StructureType::span : StructureType::reference, parent_);
  }
  return latest_;
}

pages::ElementId Structure::addFigure(const format::Object& object, pages::ElementId parent) {
  if (object.decorative) return pages::kArtifact;
  const pages::ElementId id = add(StructureType::figure, parent);
  at(id).alternative = object.alternative;
  return id;
}

pages::ElementId Structure::add(StructureType type, pages::ElementId parent) {
  pages::StructureElement element;
  element.type = type;
  element.parent = parent;
  elements_.push_back(std::move(element));
  return static_cast<pages::ElementId>(elements_.size() - 1);
}

pages::StructureElement& Structure::at(pages::ElementId id) {
  return elements_[static_cast<std::size_t>(id)];
}

ParagraphElements Structure::addParagraph(const format::Document& document,
                                          const format::Paragraph& paragraph,
                                          const format::Block* next, pages::ElementId parent,
                                          OpenLists& lists) {
  if (isListItem(paragraph)) return addListItem(document, paragraph, next, parent, lists);
  lists.levels.clear();
  const pages::ElementId id = add(typeOf(paragraph.role), parent);
  return {id, id, parent};
}

ParagraphElements Structure::addListItem(const format::Document& document,
                                         const format::Paragraph& paragraph,
                                         const format::Block* next, pages::ElementId parent,
                                         OpenLists& lists) {
  const format::Label& label = *paragraph.label;
  auto& levels = lists.levels;
  if (!levels.empty() && levels.back().instance != label.instance) levels.clear();
  while (levels.size() > 1 && levels.back().level > label.level) levels.pop_back();
  if (levels.empty() || levels.back().level < label.level) {
    OpenLists::Level level{label.instance, label.level, pages::kArtifact, pages::kArtifact};
    level.list = add(StructureType::list, levels.empty() ? parent : levels.back().body);
    at(level.list).numberedList = isNumbered(document, label);
    levels.push_back(level);
  }
  const pages::ElementId item = add(StructureType::listItem, levels.back().list);
  ParagraphElements elements;
  elements.label = add(StructureType::label, item);
  levels.back().body = add(StructureType::listBody, item);
  elements.text = elements.around = levels.back().body;
  // Text hangs on leaves only: beside a list inside the item it needs an element of its own.
  if (isDeeper(paragraph, next)) elements.text = add(StructureType::paragraph, elements.text);
  return elements;
}

}  // namespace chancery::layout
