#include <algorithm>

#include "document/document.h"
#include "lang/agreement.h"

namespace chancery::document {
namespace {

Node* findIn(Node& parent, Kind kind) {
  for (Node& child : parent.children) {
    if (child.kind == kind) return &child;
  }
  return nullptr;
}

Node textNode(Kind kind, std::string text, Origin origin) {
  Node node;
  node.kind = kind;
  node.origin = origin;
  if (!text.empty()) node.text.push_back({std::move(text), false, false, origin});
  return node;
}

/// What the marks take from the order.
struct Act {
  Registration registration = Registration::typed;
  bool isRegistered = false;  ///< has a date and a number, or a place for them
  const Node* kind = nullptr;
  const Node* date = nullptr;
  const Node* number = nullptr;
};

Act actOf(const Node& document, Registration registration) {
  Act act;
  act.registration = registration;
  const Node* part = document.find(Kind::part);
  if (!part) return act;
  act.kind = part->find(Kind::kind);
  if (const Node* figures = part->find(Kind::registration)) {
    act.isRegistered = true;
    act.date = figures->find(Kind::date);
    act.number = figures->find(Kind::number);
  }
  return act;
}

Node copyAs(const Node* source, Kind kind, Origin origin) {
  Node node = source ? *source : textNode(kind, "", origin);
  node.kind = kind;
  return node;
}

/// Puts a copy of the order's date (or number) into the mark unless the mark states its own. An
/// order that has none yet leaves an empty node: its place is kept.
void takeFrom(const Node* source, Kind kind, Registration registration, Node& to) {
  Node* own = findIn(to, kind);
  const bool isFinal = registration == Registration::given && source && !source->text.empty();
  if (own && isFinal) {
    own->text = source->text;
  } else if (!own) {
    to.children.push_back(copyAs(source, kind, to.origin));
  }
}

/// Fills a place that the stamp keeps for the order's date (or number).
void fillPlace(const Node* source, Kind kind, Node& stamp) {
  Node* own = findIn(stamp, kind);
  if (own && own->text.empty() && source) own->text = source->text;
}

void fillStamps(const Act& act, Node& appendix) {
  if (act.registration != Registration::given) return;
  for (Node& part : appendix.children) {
    Node* stamps = findIn(part, Kind::stamps);
    if (!stamps) continue;
    for (Node& stamp : stamps->children) {
      if (stamp.kind != Kind::approvedBy) continue;
      fillPlace(act.date, Kind::date, stamp);
      fillPlace(act.number, Kind::number, stamp);
    }
  }
}

Node* requireMark(Node& appendix) {
  Node* part = findIn(appendix, Kind::part);
  if (!part) return nullptr;
  if (Node* mark = findIn(*part, Kind::appendixMark)) return mark;
  Node mark;
  mark.kind = Kind::appendixMark;
  mark.origin = appendix.origin;
  return &*part->children.insert(part->children.begin(), std::move(mark));
}

void completeTo(Node& mark, const Act& act) {
  Node* to = findIn(mark, Kind::to);
  // A report is no act: it has neither kind nor number that an appendix could belong to.
  if (!to && !act.kind && !act.isRegistered) return;
  if (!to) {
    mark.children.push_back(textNode(Kind::to, "", mark.origin));
    to = &mark.children.back();
  }
  const Node* text = to->find(Kind::text);
  if (!text || text->text.empty()) {
    const auto kind = act.kind ? lang::dativeOfKind(act.kind->plainText()) : std::nullopt;
    if (kind) {
      to->children.insert(to->children.begin(),
                          textNode(Kind::text, "к " + *kind, act.kind->origin));
    }
  }
  takeFrom(act.date, Kind::date, act.registration, *to);
  takeFrom(act.number, Kind::number, act.registration, *to);
}

}  // namespace

void completeAppendixMarks(Node& document, Registration registration) {
  const Act act = actOf(document, registration);
  const auto count = std::count_if(document.children.begin(), document.children.end(),
                                   [](const Node& child) { return child.kind == Kind::appendix; });
  int place = 0;
  for (Node& appendix : document.children) {
    if (appendix.kind != Kind::appendix) continue;
    ++place;
    fillStamps(act, appendix);
    Node* mark = requireMark(appendix);
    if (!mark) continue;
    const Node* own = mark->find(Kind::number);
    std::string number(appendix.attribute(Attribute::number));
    if (own && !own->text.empty()) {
      number.clear();  // the mark has it already
    } else if (number.empty() && count > 1) {
      number = std::to_string(place);
    }
    if (!number.empty()) {
      std::erase_if(mark->children, [](const Node& child) { return child.kind == Kind::number; });
      mark->children.insert(mark->children.begin(), textNode(Kind::number, number, appendix.origin));
    }
    completeTo(*mark, act);
  }
}

}  // namespace chancery::document
