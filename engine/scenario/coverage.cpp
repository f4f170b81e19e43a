#include "scenario/coverage.h"

#include <algorithm>

#include "runtime/desk.h"

namespace chancery::scenario {
namespace {

using flow::EffectKind;
using flow::Event;
using flow::Node;

bool isRefusal(flow::Outcome outcome) {
  return outcome == flow::Outcome::refuse || outcome == flow::Outcome::sendBack;
}

const Text& failureOf(EffectKind kind) {
  static constexpr Text kRenderDraft{"проект не изготовлен", "the draft cannot be made"};
  static constexpr Text kRenderFinal{"документ не изготовлен", "the document cannot be made"};
  static constexpr Text kCheckForm{"в оформлении ошибки", "the form is not in order"};
  static constexpr Text kReserve{"номер не выдан", "no number is given"};
  static constexpr Text kRegister{"номер не записан: наступил другой день",
                                  "the number is not entered: another day has come"};
  static constexpr Text kStartPart{"работа с приложением не начата", "the part is not begun"};
  static constexpr Text kAwaitPart{"приложение не согласовано", "the part is not agreed to"};
  static constexpr Text kOther{"не выполнено", "not carried out"};
  switch (kind) {
    case EffectKind::renderDraft:
      return kRenderDraft;
    case EffectKind::renderFinal:
      return kRenderFinal;
    case EffectKind::checkForm:
      return kCheckForm;
    case EffectKind::reserve:
      return kReserve;
    case EffectKind::registration:
      return kRegister;
    case EffectKind::startPart:
      return kStartPart;
    case EffectKind::awaitPart:
      return kAwaitPart;
    default:
      return kOther;
  }
}

}  // namespace

Coverage::Coverage(const flow::Core& core) : core_(core) {
  collect();
}

void Coverage::collect() {
  for (std::size_t i = 0; i < core_.nodes.size(); ++i) {
    const Node& node = core_.nodes[i];
    if (node.kind == Node::Kind::ask) {
      for (const flow::Outcome outcome : node.outcomes) {
        ways_.push_back({.kind = Kind::answer, .node = i, .outcome = outcome});
      }
      const flow::Stage& stage = core_.stageOf(node);
      if (stage.overdue != flow::Overdue::wait) ways_.push_back({.kind = Kind::lapse, .node = i});
    } else if (node.kind == Node::Kind::effect) {
      ways_.push_back({.kind = Kind::done, .node = i});
      // What fails and is simply tried again, or goes on all the same, is no way of its own.
      const bool leadsElsewhere = node.refused != node.next && node.refused != i;
      if (leadsElsewhere) ways_.push_back({.kind = Kind::rejected, .node = i});
    } else {
      collectInner(i);
    }
  }
  for (const flow::Allow& allow : core_.definition.allows) {
    const bool isRecall = allow.act == flow::Allow::Act::recall;
    ways_.push_back({.kind = isRecall ? Kind::recall : Kind::cancel});
  }
}

void Coverage::collectInner(std::size_t index) {
  const Node& node = core_.nodes[index];
  if (node.kind == Node::Kind::choice || node.kind == Node::Kind::spread) {
    addInner(Kind::next, index, &Node::next);
    addInner(Kind::aside, index, &Node::otherwise);
  } else if (node.kind == Node::Kind::join) {
    addInner(Kind::next, index, &Node::next);
    if (mayRefuse(index)) addInner(Kind::aside, index, &Node::refused);
  }
}

// Nodes between tasks leave no trace in states. A copy of the core in which one of their ways leads
// to a task of its own shows whether an event takes it.
void Coverage::addInner(Kind kind, std::size_t index, std::size_t flow::Node::*target) {
  Way way{.kind = kind, .node = index, .probe = core_};
  way.probe.nodes[index].*target = core_.nodes.size();
  Node goal;
  goal.kind = Node::Kind::ask;
  goal.stage = core_.nodes[index].stage;
  way.probe.nodes.push_back(goal);
  ways_.push_back(std::move(way));
}

// Whether anything arrives refused at a join.
bool Coverage::mayRefuse(std::size_t join) const {
  for (std::size_t i = core_.nodes[join].opens; i < join; ++i) {
    const Node& node = core_.nodes[i];
    if (node.refused != join) continue;
    const bool refuses = node.kind == Node::Kind::ask &&
                         std::any_of(node.outcomes.begin(), node.outcomes.end(), isRefusal);
    if (refuses || (node.kind == Node::Kind::join && mayRefuse(i))) return true;
  }
  return false;
}

void Coverage::took(const flow::State& before, const Event& event) {
  const std::string& id = event.key.empty() ? event.task : event.key;
  const flow::Token* token = id.empty() ? nullptr : before.findToken(id);
  const std::size_t node = token ? token->node : core_.nodes.size();
  for (Way& way : ways_) {
    if (way.isTaken) continue;
    const bool isHere = way.node == node;
    switch (way.kind) {
      case Kind::answer:
        // A started document counts as submitted at its first draft.
        way.isTaken = (isHere && event.kind == Event::Kind::act && event.outcome == way.outcome) ||
                      (event.kind == Event::Kind::start && way.node == core_.entries.front());
        break;
      case Kind::lapse:
        way.isTaken = isHere && event.kind == Event::Kind::lapse;
        break;
      case Kind::done:
        way.isTaken = isHere && event.kind == Event::Kind::done;
        break;
      case Kind::rejected:
        way.isTaken = isHere && event.kind == Event::Kind::rejected;
        break;
      case Kind::recall:
        way.isTaken = event.kind == Event::Kind::recall;
        break;
      case Kind::cancel:
        way.isTaken = event.kind == Event::Kind::cancel;
        break;
      case Kind::next:
      case Kind::aside: {
        const flow::Answer answer = flow::step(way.probe, before, event);
        const auto* next = std::get_if<flow::Next>(&answer);
        const auto isGoal = [&](const flow::Token& t) { return t.node == core_.nodes.size(); };
        way.isTaken =
            next && std::any_of(next->state.tokens.begin(), next->state.tokens.end(), isGoal);
        break;
      }
    }
  }
}

std::size_t Coverage::taken() const {
  return static_cast<std::size_t>(
      std::count_if(ways_.begin(), ways_.end(), [](const Way& way) { return way.isTaken; }));
}

std::vector<std::string> Coverage::missing(Language language) const {
  std::vector<std::string> words;
  for (const Way& way : ways_) {
    if (!way.isTaken) words.push_back(inWords(way, language));
  }
  return words;
}

std::string Coverage::inWords(const Way& way, Language language) const {
  static constexpr Text kStage{"«{0}»: {1}", "“{0}”: {1}"};
  static constexpr Text kTask{"«{0}» ({2}): {1}", "“{0}” ({2}): {1}"};
  static constexpr Text kLapse{"срок истёк", "the term has ended"};
  static constexpr Text kDone{"выполнено программой: ", "done by the program: "};
  static constexpr Text kHolds{"условие «{0}» выполнено", "the condition “{0}” holds"};
  static constexpr Text kHoldsNot{"условие «{0}» не выполнено",
                                  "the condition “{0}” does not hold"};
  static constexpr Text kSomebody{"есть кого спросить", "somebody is asked"};
  static constexpr Text kNobody{"спрашивать некого", "nobody is asked"};
  static constexpr Text kAgreed{"группа согласовала", "the group has agreed"};
  static constexpr Text kRefused{"группа не согласовала", "the group has not agreed"};
  if (way.kind == Kind::recall || way.kind == Kind::cancel) {
    const auto act = way.kind == Kind::recall ? flow::Allow::Act::recall : flow::Allow::Act::cancel;
    return std::string(runtime::buttonOf(act).in(language));
  }
  const Node& node = core_.nodes[way.node];
  const std::string& title = core_.stageOf(node).title;
  const bool isNext = way.kind == Kind::next;
  const auto tell = [&](std::string_view words) {
    return fill(kStage.in(language), {title, std::string(words)});
  };
  switch (node.kind) {
    case Node::Kind::ask: {
      const Text& words = way.kind == Kind::lapse ? kLapse : flow::wordsOf(way.outcome).button;
      if (node.by.kind == flow::Selector::Kind::named) return tell(words.in(language));
      return fill(kTask.in(language), {title, std::string(words.in(language)), node.by.text()});
    }
    case Node::Kind::effect:
      if (way.kind == Kind::rejected) return tell(failureOf(node.effect).in(language));
      return tell(std::string(kDone.in(language)) + std::string(flow::wordOf(node.effect)));
    case Node::Kind::choice:
      return tell(fill((isNext ? kHolds : kHoldsNot).in(language), {node.when}));
    case Node::Kind::spread:
      return tell((isNext ? kSomebody : kNobody).in(language));
    default:
      return tell((isNext ? kAgreed : kRefused).in(language));
  }
}

}  // namespace chancery::scenario
