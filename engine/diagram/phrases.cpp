#include "diagram/phrases.h"

#include <utility>

#include "base/utf8.h"
#include "diagram/words.h"

namespace chancery::diagram {
namespace {

bool isCapital(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'А' && c <= U'Я') || c == U'Ё';
}

char32_t small(char32_t c) {
  return c == U'Ё' ? U'ё' : c + 0x20;
}

}  // namespace

std::string lowered(const std::string& title) {
  if (title.empty()) return title;
  std::size_t at = 0;
  const char32_t first = utf8::next(title, at);
  if (!isCapital(first) || at == title.size()) return title;
  std::size_t after = at;
  const char32_t second = utf8::next(title, after);
  if (isCapital(second) || second == '.') return title;
  std::string result;
  utf8::append(result, small(first));
  return result + title.substr(at);
}

std::string whoOf(const flow::Selector& selector, const Names& names) {
  const bool isKnown = names.titles.contains(selector.text());
  switch (selector.kind) {
    case flow::Selector::Kind::author:
      return lowered(names.of(selector));
    case flow::Selector::Kind::named:
      return names.say({"лица, названные в документе", "those the document names"});
    case flow::Selector::Kind::role:
      if (isKnown) return lowered(names.of(selector));
      return fill(names.say({"участник с ролью «{0}»", "whoever has the role “{0}”"}),
                  {selector.name});
    case flow::Selector::Kind::person:
      break;
  }
  if (isKnown) return names.of(selector);
  return fill(names.say({"сотрудник «{0}»", "the person “{0}”"}), {selector.name});
}

std::string enumerated(const std::vector<std::string>& items, const Text& last,
                       const Names& names) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? names.say(last) : ", ";
    text += items[i];
  }
  return text;
}

std::string reviewOf(const flow::Review& review, const flow::Definition& definition,
                     const Names& names) {
  std::string text;
  if (review.order == flow::Review::Order::one) {
    text = whoOf(review.by, names);
  } else {
    std::vector<std::string> members;
    for (const flow::Review& member : review.members) {
      const std::string words = reviewOf(member, definition, names);
      const bool isGroup = member.order != flow::Review::Order::one && member.members.size() > 1;
      members.push_back(isGroup ? '(' + words + ')' : words);
    }
    const bool isParallel = review.order == flow::Review::Order::parallel;
    if (members.size() == 1) {
      text = members.front();
    } else if (isParallel) {
      text =
          names.say({"одновременно ", "at once "}) + enumerated(members, {" и ", " and "}, names);
    } else {
      text =
          names.say({"сначала ", "first "}) + enumerated(members, {", затем ", ", then "}, names);
    }
    const std::string enough = enoughOf(review, names);
    if (!enough.empty()) text += " – " + enough;
  }
  if (!review.part.empty()) {
    text += fill(names.say({" в части «{0}»", " as to “{0}”"}), {review.part});
  }
  if (!review.when.empty()) {
    text += fill(names.say({" при условии «{0}»", " if “{0}”"}), {review.when});
  }
  if (review.returnTo) {
    text += fill(names.say({" (при отказе – сразу возврат на этап {0})",
                            " (a refusal leads back to {0} at once)"}),
                 {quoted(definition.stages[*review.returnTo].title, names)});
  }
  return text;
}

std::string signatureOf(const std::string& level, const Names& names) {
  if (level == "simple") {
    return names.say({"простая электронная подпись", "simple electronic signature"});
  }
  if (level == "unqualified") {
    return names.say({"усиленная неквалифицированная электронная подпись",
                      "advanced unqualified electronic signature"});
  }
  if (level == "qualified") {
    return names.say(
        {"усиленная квалифицированная электронная подпись", "qualified electronic signature"});
  }
  return {};
}

std::string actOf(flow::StageKind kind, const Names& names) {
  using flow::StageKind;
  switch (kind) {
    case StageKind::draft:
      return names.say({"подготовки", "drafting"});
    case StageKind::check:
      return names.say({"проверки", "checking"});
    case StageKind::coordinate:
      return names.say({"согласования", "coordination"});
    case StageKind::parts:
      return names.say({"согласования частей", "review of the parts"});
    case StageKind::sign:
      return names.say({"подписания", "signing"});
    case StageKind::approve:
      return names.say({"утверждения", "approval"});
    case StageKind::registration:
      return names.say({"регистрации", "registration"});
    case StageKind::distribute:
      return names.say({"рассылки", "distribution"});
    case StageKind::publish:
      return names.say({"размещения на сайте", "publication"});
    case StageKind::acquaint:
      return names.say({"ознакомления", "acquaintance"});
    case StageKind::control:
      return names.say({"контроля", "control"});
    case StageKind::file:
      break;
  }
  return names.say({"направления в дело", "filing"});
}

}  // namespace chancery::diagram
