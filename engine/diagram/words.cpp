#include "diagram/words.h"

#include <algorithm>

namespace chancery::diagram {

bool hasConditions(const flow::Review& group) {
  return std::any_of(group.members.begin(), group.members.end(),
                     [](const flow::Review& member) { return !member.when.empty(); });
}

std::string enoughOf(const flow::Review& group, const Names& names) {
  const flow::Quorum& quorum = group.quorum;
  const std::size_t asked = group.members.size();
  if (quorum.count == 0 && quorum.share == 0) return {};
  const std::size_t count = quorum.among(asked);
  if (hasConditions(group) && quorum.count != 1) {
    const bool isPercent = quorum.share > 0 && quorum.of == 100;
    const std::string text =
        isPercent ? std::to_string(quorum.share) + "\u00A0%" : quorum.text();
    if (quorum.share > 0) {
      return fill(names.say({"не менее {0} тех, кого спросили", "at least {0} of those asked"}),
                  {text});
    }
    return fill(names.say({"не менее {0} из тех, кого спросили; если их меньше – все",
                           "at least {0} of those asked, or all if they are fewer"}),
                {text});
  }
  if (count >= asked) return {};
  if (count == 1) return names.say({"достаточно одной визы", "one visa is enough"});
  return fill(names.say({"не менее {0} из {1}", "at least {0} of {1}"}),
              {std::to_string(count), std::to_string(asked)});
}

std::string termOf(const flow::Term& term, const Names& names) {
  return fill(names.say({"срок – {0}", "due in {0}"}), {term.inWords(names.language)});
}

std::string questionOf(flow::StageKind kind, const Names& names) {
  switch (kind) {
    case flow::StageKind::check:
      return names.say({"Оформлено верно?", "Form in order?"});
    case flow::StageKind::coordinate:
      return names.say({"Согласовано?", "Agreed?"});
    case flow::StageKind::sign:
      return names.say({"Подписано?", "Signed?"});
    case flow::StageKind::approve:
      return names.say({"Утверждено?", "Approved?"});
    case flow::StageKind::registration:
      return names.say({"Зарегистрировано?", "Registered?"});
    default:
      return names.say({"Принято?", "Accepted?"});
  }
}

std::string quoted(const std::string& title, const Names& names) {
  return fill(names.say({"«{0}»", "“{0}”"}), {title});
}

flow::Selector foundBy(const flow::Stage& stage) {
  if (const auto selector = flow::parseSelector(stage.each)) return *selector;
  return {flow::Selector::Kind::named, {}};
}

}  // namespace chancery::diagram
