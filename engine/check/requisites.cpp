#include <algorithm>

#include "base/suggest.h"
#include "check/finder.h"
#include "check/messages.h"
#include "document/vocabulary.h"
#include "lang/agreement.h"
#include "lang/letters.h"

// What the document and its appendices must bear.
namespace chancery::check {

using document::Attribute;
using document::Kind;
using document::Node;

namespace {

bool has(const Node& node, const std::vector<Kind>& any) {
  if (std::find(any.begin(), any.end(), node.kind) != any.end()) return true;
  return std::any_of(node.children.begin(), node.children.end(),
                     [&](const Node& child) { return has(child, any); });
}

/// «Подпись», without the examples that some helps give: the standard's words, on any screen.
std::string nameOf(Kind kind) {
  const std::string_view help = document::ruleOf(kind).help.russian;
  return std::string(help.substr(0, help.find_first_of(":;")));
}

std::string textOf(const Node* parent, Kind kind) {
  const Node* found = parent ? parent->find(kind) : nullptr;
  return found ? found->plainText() : std::string();
}

/// Compares what a mark bears with the document's own; what is empty is filled later.
class Figures {
 public:
  explicit Figures(Finder& finder) : finder_(finder) {
    const Node* part = mainPart(finder.document());
    const Node* figures = part ? part->find(Kind::registration) : nullptr;
    date_ = textOf(figures, Kind::date);
    number_ = textOf(figures, Kind::number);
    if (const auto kind = lang::kindOf(textOf(part, Kind::kind))) {
      instrumental_ = kind->instrumental;
    }
  }

  void compare(const Node& mark) {
    compare(mark.find(Kind::date), date_, messages::kOtherDate);
    compare(mark.find(Kind::number), number_, messages::kOtherNumber);
  }

  /// Whether a stamp УТВЕРЖДЕН speaks of this document and not of another one.
  bool isOwn(const Node& stamp) const {
    const std::string words = lang::toLower(textOf(&stamp, Kind::text));
    return words.empty() || (!instrumental_.empty() && words.starts_with(instrumental_));
  }

 private:
  void compare(const Node* stated, const std::string& own, const Message& message) {
    if (!stated || stated->text.empty() || own.empty() || stated->plainText() == own) return;
    finder_.add(message, *stated, {stated->plainText(), own}).hint(messages::kLeaveToOrder);
  }

  Finder& finder_;
  std::string date_;
  std::string number_;
  std::string instrumental_;
};

}  // namespace

void testRequisite(Finder& finder) {
  const Node* part = mainPart(finder.document());
  const std::vector<Kind>& any = finder.rule().any;
  if (!part || has(*part, any)) return;
  std::vector<std::string> names;
  std::vector<std::string> elements;
  for (const Kind kind : any) {
    names.push_back(nameOf(kind));
    elements.push_back('<' + std::string(document::ruleOf(kind).name) + '>');
  }
  finder.add(messages::kMissing, *part, {joined(names, " / ")})
      .hint(messages::kAddOne, {joined(elements, " / ")});
}

void testTitle(Finder& finder) {
  const Node* part = mainPart(finder.document());
  const Node* title = part ? part->find(Kind::title) : nullptr;
  if (!title) return;
  const std::string text = title->plainText();
  const std::string first = text.substr(0, text.find_first_of(" \n"));
  const std::string lowered = lang::toLower(first);
  const std::vector<std::string>& words = finder.rule().words;
  const bool fits = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return lang::toLower(word) == lowered;
  });
  if (fits) return;
  finder.add(messages::kTitleBeginsWrong, *title, {first})
      .hint(messages::kBeginTitle, {joined(words)});
}

void testAppendixNumbers(Finder& finder) {
  int place = 0;
  for (const Node& appendix : finder.document().children) {
    if (appendix.kind != Kind::appendix) continue;
    ++place;
    const Node* part = partOf(appendix);
    const std::string number =
        textOf(part ? part->find(Kind::appendixMark) : nullptr, Kind::number);
    if (number.empty() || number == std::to_string(place)) continue;
    finder.add(messages::kAppendixNumber, appendix, {number, std::to_string(place)})
        .hint(messages::kNumberInOrder);
  }
}

void testRegistration(Finder& finder) {
  Figures figures(finder);
  for (const Node& appendix : finder.document().children) {
    const Node* part = appendix.kind == Kind::appendix ? partOf(appendix) : nullptr;
    if (!part) continue;
    const Node* mark = part->find(Kind::appendixMark);
    if (const Node* to = mark ? mark->find(Kind::to) : nullptr) figures.compare(*to);
    const Node* stamps = part->find(Kind::stamps);
    if (!stamps) continue;
    for (const Node& stamp : stamps->children) {
      if (stamp.kind == Kind::approvedBy && figures.isOwn(stamp)) figures.compare(stamp);
    }
  }
}

}  // namespace chancery::check
