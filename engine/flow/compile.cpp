#include <array>

#include "base/error.h"
#include "flow/core.h"

namespace chancery::flow {
namespace {

constexpr std::array<std::pair<EffectKind, std::string_view>, 12> kEffectWords = {{
    {EffectKind::renderDraft, "render-draft"},
    {EffectKind::renderFinal, "render-final"},
    {EffectKind::checkForm, "check-form"},
    {EffectKind::reserve, "reserve"},
    {EffectKind::release, "release"},
    {EffectKind::registration, "register"},
    {EffectKind::wait, "wait"},
    {EffectKind::findPeople, "find-people"},
    {EffectKind::startPart, "start-part"},
    {EffectKind::awaitPart, "await-part"},
    {EffectKind::distribute, "distribute"},
    {EffectKind::publish, "publish"},
}};

// While building, every target is a label; labels become node indices at the end.
class Compiler {
 public:
  explicit Compiler(const Definition& definition) : definition_(definition) {}

  void run(Core& core) {
    const std::size_t count = definition_.stages.size();
    for (std::size_t i = 0; i <= count; ++i) label();  // labels 0 … count: stages, then the end
    for (std::size_t i = 0; i < count; ++i) {
      stage_ = i;
      bind(i);
      stage(definition_.stages[i]);
    }
    stage_ = count - 1;
    bind(count);
    emit({.kind = Node::Kind::end});
    for (Node& node : nodes_) {
      for (std::size_t* target : {&node.next, &node.refused, &node.otherwise, &node.opens}) {
        *target = bound_[*target];
      }
      for (std::size_t& branch : node.branches) branch = bound_[branch];
    }
    for (std::size_t i = 0; i < count; ++i) core.entries.push_back(bound_[i]);
    core.nodes = std::move(nodes_);
  }

 private:
  std::size_t label() {
    bound_.push_back(0);
    return bound_.size() - 1;
  }
  void bind(std::size_t label) { bound_[label] = nodes_.size(); }
  void emit(Node node) {
    node.stage = stage_;
    nodes_.push_back(std::move(node));
  }

  std::size_t exit() const { return stage_ + 1; }
  std::size_t back() const { return definition_.stages[stage_].returnTo; }

  void ask(const Stage& stage, std::vector<Outcome> outcomes, std::size_t next) {
    emit({.kind = Node::Kind::ask,
          .next = next,
          .refused = back(),
          .by = *stage.by,
          .outcomes = std::move(outcomes)});
  }
  void effect(EffectKind kind, std::size_t next, std::size_t refused) {
    emit({.kind = Node::Kind::effect, .next = next, .refused = refused, .effect = kind});
  }

  void stage(const Stage& stage) {
    if (stage.after) {
      const std::size_t later = label();
      effect(EffectKind::wait, later, later);
      bind(later);
    }
    switch (stage.kind) {
      case StageKind::draft: {
        const std::size_t render = label();
        ask(stage, {Outcome::submit}, render);
        bind(render);
        effect(EffectKind::renderDraft, exit(), stage_);
        return;
      }
      case StageKind::check:
        if (stage.by) return ask(stage, {Outcome::check, Outcome::sendBack}, exit());
        return effect(EffectKind::checkForm, exit(), back());
      case StageKind::coordinate:
        return review(stage.review, exit(), back(), false);
      case StageKind::parts:
        return parts();
      case StageKind::sign:
        return decide(stage, Outcome::sign);
      case StageKind::approve:
        return decide(stage, Outcome::approve);
      case StageKind::registration:
        return decide(stage, Outcome::registration);
      case StageKind::distribute:
        return send(stage, Outcome::distribute, EffectKind::distribute);
      case StageKind::publish:
        return send(stage, Outcome::publish, EffectKind::publish);
      case StageKind::acquaint:
        return each({}, Outcome::acquaint);
      case StageKind::control:
        return each(stage.by, Outcome::complete);
      case StageKind::file:
        return ask(stage, {Outcome::file}, exit());
    }
  }

  void send(const Stage& stage, Outcome outcome, EffectKind kind) {
    const std::size_t send = label();
    if (stage.by) ask(stage, {outcome}, send);
    bind(send);
    effect(kind, exit(), send);
  }

  // A task for each person or item found; `by` holds them all, else each goes to who was found.
  void each(const std::optional<Selector>& by, Outcome outcome) {
    const std::size_t find = label();
    const std::size_t spread = label();
    const std::size_t join = label();
    const std::size_t inside = label();
    bind(find);
    effect(EffectKind::findPeople, spread, find);
    bind(spread);
    emit({.kind = Node::Kind::spread, .next = inside, .otherwise = exit()});
    bind(inside);
    emit({.kind = Node::Kind::ask,
          .next = join,
          .refused = join,
          .by = by.value_or(Selector{Selector::Kind::named, {}}),
          .outcomes = {outcome}});
    bind(join);
    emit({.kind = Node::Kind::join, .next = exit(), .refused = exit(), .opens = spread});
  }

  // A case for each part found. All of them are waited for; then the document goes on, or back
  // when one was not agreed to.
  void parts() {
    const std::size_t find = label();
    const std::size_t spread = label();
    const std::size_t begin = label();
    const std::size_t wait = label();
    const std::size_t join = label();
    bind(find);
    effect(EffectKind::findPeople, spread, find);
    bind(spread);
    emit({.kind = Node::Kind::spread, .next = begin, .otherwise = exit()});
    bind(begin);
    effect(EffectKind::startPart, wait, join);
    bind(wait);
    effect(EffectKind::awaitPart, join, join);
    bind(join);
    emit({.kind = Node::Kind::join, .next = exit(), .refused = back(), .opens = spread});
  }

  // The saga of signing and registration: every state of it is recorded, so that it goes on from
  // where it stopped. A number that is not used is released: when the final file cannot be made,
  // and when the office's day has moved since the reservation.
  void decide(const Stage& stage, Outcome outcome) {
    const std::size_t render = label();
    if (stage.series.empty()) {
      ask(stage, {outcome, Outcome::sendBack}, render);
      bind(render);
      return effect(EffectKind::renderFinal, exit(), back());
    }
    const std::size_t reserve = label();
    const std::size_t enter = label();
    const std::size_t giveUp = label();
    const std::size_t anew = label();
    ask(stage, {outcome, Outcome::sendBack}, reserve);
    bind(reserve);
    effect(EffectKind::reserve, render, back());
    bind(render);
    effect(EffectKind::renderFinal, enter, giveUp);
    bind(enter);
    effect(EffectKind::registration, exit(), anew);
    bind(giveUp);
    effect(EffectKind::release, back(), back());
    bind(anew);
    effect(EffectKind::release, reserve, reserve);
  }

  // `refused` is the join of the group around, or with `atOnce` the stage to return to.
  void review(const Review& review, std::size_t next, std::size_t refused, bool atOnce) {
    if (!review.when.empty()) {
      const std::size_t inside = label();
      emit({.kind = Node::Kind::choice, .next = inside, .otherwise = next, .when = review.when});
      bind(inside);
    }
    if (review.returnTo) {
      refused = *review.returnTo;
      atOnce = true;
    }
    switch (review.order) {
      case Review::Order::one:
        return emit({.kind = Node::Kind::ask,
                     .next = next,
                     .refused = refused,
                     .by = review.by,
                     .outcomes = {Outcome::agree, Outcome::agreeWithRemarks, Outcome::refuse},
                     .part = review.part,
                     .atOnce = atOnce});
      case Review::Order::sequential:
        return sequence(review, next, refused, atOnce);
      case Review::Order::parallel:
        return parallel(review, next, refused, atOnce);
    }
  }

  void sequence(const Review& group, std::size_t next, std::size_t refused, bool atOnce) {
    for (std::size_t i = 0; i < group.members.size(); ++i) {
      const bool isLast = i + 1 == group.members.size();
      const std::size_t following = isLast ? next : label();
      review(group.members[i], following, refused, atOnce);
      if (!isLast) bind(following);
    }
  }

  // With `atOnce` no branch waits for the others to refuse, so none arrives at the join refused.
  void parallel(const Review& group, std::size_t next, std::size_t refused, bool atOnce) {
    const std::size_t fork = label();
    const std::size_t join = label();
    std::vector<std::size_t> branches;
    for (std::size_t i = 0; i < group.members.size(); ++i) branches.push_back(label());
    bind(fork);
    emit({.kind = Node::Kind::fork, .next = join, .branches = branches});
    for (std::size_t i = 0; i < group.members.size(); ++i) {
      bind(branches[i]);
      review(group.members[i], join, atOnce ? refused : join, atOnce);
    }
    bind(join);
    emit({.kind = Node::Kind::join,
          .next = next,
          .refused = refused,
          .width = branches.size(),
          .quorum = group.quorum,
          .opens = fork,
          .atOnce = atOnce});
  }

  const Definition& definition_;
  std::size_t stage_ = 0;
  std::vector<Node> nodes_;
  std::vector<std::size_t> bound_;
};

std::string numbers(const std::vector<std::size_t>& values) {
  std::string result;
  for (const std::size_t value : values) result += ' ' + std::to_string(value);
  return result;
}

std::string dumpNode(const Node& node) {
  const std::string next = " -> " + std::to_string(node.next);
  const std::string refused = " else " + std::to_string(node.refused);
  switch (node.kind) {
    case Node::Kind::ask: {
      std::string text = "ask " + node.by.text();
      for (const Outcome outcome : node.outcomes) text += ' ' + std::string(wordsOf(outcome).word);
      return text + next + (node.atOnce ? " at once" : "") + refused;
    }
    case Node::Kind::effect:
      return std::string(wordOf(node.effect)) + next + refused;
    case Node::Kind::fork:
      return "fork" + numbers(node.branches);
    case Node::Kind::spread:
      return "spread" + next + " none " + std::to_string(node.otherwise);
    case Node::Kind::join:
      return "join " + node.quorum.text() + " of " +
             (node.width == 0 ? "each" : std::to_string(node.width)) + " since " + std::to_string(node.opens) + next + refused;
    case Node::Kind::choice:
      return "choice " + node.when + next + " else " + std::to_string(node.otherwise);
    case Node::Kind::end:
      return "end";
  }
  return {};
}

}  // namespace

std::string_view wordOf(EffectKind kind) {
  for (const auto& [known, word] : kEffectWords) {
    if (known == kind) return word;
  }
  check(false, "every effect has its word");
  return {};
}

std::optional<EffectKind> findEffect(std::string_view word) {
  for (const auto& [kind, known] : kEffectWords) {
    if (known == word) return kind;
  }
  return std::nullopt;
}

Core compile(Definition definition) {
  check(!definition.stages.empty(), "a definition has stages");
  Core core;
  Compiler(definition).run(core);
  core.definition = std::move(definition);
  return core;
}

std::string dump(const Core& core) {
  std::string result;
  for (std::size_t i = 0; i < core.nodes.size(); ++i) {
    result += std::to_string(i) + ' ' + core.stageOf(core.nodes[i]).id + ": " +
              dumpNode(core.nodes[i]) + '\n';
  }
  return result;
}

}  // namespace chancery::flow
