#include "diagram/words.h"

namespace chancery::diagram {

std::string enoughOf(const flow::Quorum& quorum, std::size_t asked, const Names& names) {
  if (quorum.count == 0 && quorum.share == 0) return {};
  const std::size_t count = quorum.among(asked);
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
