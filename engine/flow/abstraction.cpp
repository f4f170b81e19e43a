#include "flow/abstraction.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace chancery::flow {
namespace {

bool isSubmission(const Node& node) {
  return node.kind == Node::Kind::ask &&
         std::find(node.outcomes.begin(), node.outcomes.end(), Outcome::submit) !=
             node.outcomes.end();
}

std::vector<std::size_t> successors(const Node& node) {
  switch (node.kind) {
    case Node::Kind::ask:
      if (isSubmission(node)) return {};
      return {node.next, node.refused};
    case Node::Kind::effect:
    case Node::Kind::join:
      return {node.next, node.refused};
    case Node::Kind::fork: {
      std::vector<std::size_t> all = node.branches;
      all.push_back(node.next);
      return all;
    }
    case Node::Kind::spread:
    case Node::Kind::choice:
      return {node.next, node.otherwise};
    case Node::Kind::end:
      return {};
  }
  return {};
}

void put(std::string& text, std::size_t number) {
  text += std::to_string(number);
  text += ' ';
}

}  // namespace

Abstraction::Abstraction(const Core& core, const std::vector<bool>& isAnswerable)
    : core_(core), questions_(core.definition.questions()), branchOf_(core.nodes.size()) {
  for (const std::string& when : questions_.conditions) {
    conditionNumbers_.emplace(when, conditionNumbers_.size());
  }
  for (const std::string& part : questions_.parts) partNumbers_.emplace(part, partNumbers_.size());
  findBranches();
  findPrivate();
  findLikeness(isAnswerable);
  findLive();
  findWaysBack();
}

void Abstraction::findBranches() {
  for (std::size_t i = 0; i < core_.nodes.size(); ++i) {
    const Node& node = core_.nodes[i];
    if (node.kind != Node::Kind::fork) continue;
    const auto parent = branchOf_[i];
    std::vector<std::size_t>& own = forks_.emplace_back();
    for (std::size_t b = 0; b < node.branches.size(); ++b) {
      const bool isLast = b + 1 == node.branches.size();
      Branch branch;
      branch.fork = i;
      branch.begin = node.branches[b];
      branch.end = isLast ? node.next : node.branches[b + 1];
      branch.parent = parent;
      for (std::size_t n = branch.begin; n < branch.end; ++n) branchOf_[n] = branches_.size();
      own.push_back(branches_.size());
      branches_.push_back(branch);
    }
  }
  std::reverse(forks_.begin(), forks_.end());
}

std::size_t Abstraction::conditionOf(const std::string& when) const {
  return conditionNumbers_.at(when);
}

// Past the last one where nothing depends on the part.
std::size_t Abstraction::partOf(const std::string& part) const {
  const auto found = partNumbers_.find(part);
  return found == partNumbers_.end() ? questions_.parts.size() : found->second;
}

std::vector<bool> Abstraction::truths(const State& state) const {
  std::vector<bool> result(questions_.conditions.size());
  for (const std::string& when : state.holds) result[conditionOf(when)] = true;
  return result;
}

std::vector<std::string> Abstraction::conditionsIn(const std::vector<bool>& truths) const {
  std::vector<std::string> holds;
  for (std::size_t c = 0; c < truths.size(); ++c) {
    if (truths[c]) holds.push_back(questions_.conditions[c]);
  }
  return holds;
}

// A variable belongs to every branch that holds all its uses.
void Abstraction::findPrivate() {
  struct Range {
    std::size_t first = SIZE_MAX;
    std::size_t last = 0;
  };
  std::vector<Range> conditions(questions_.conditions.size());
  std::vector<Range> parts(questions_.parts.size());
  const auto use = [](Range& range, std::size_t node) {
    range.first = std::min(range.first, node);
    range.last = node;
  };
  for (std::size_t i = 0; i < core_.nodes.size(); ++i) {
    const Node& node = core_.nodes[i];
    if (node.kind == Node::Kind::choice) use(conditions[conditionOf(node.when)], i);
    const std::size_t part = partOf(node.part);
    if (node.kind == Node::Kind::ask && part < parts.size()) use(parts[part], i);
  }
  for (Branch& branch : branches_) {
    const auto collect = [&](const std::vector<Range>& all, std::vector<std::size_t>& own) {
      for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].first >= branch.begin && all[i].last < branch.end) own.push_back(i);
      }
      std::sort(own.begin(), own.end(),
                [&](std::size_t a, std::size_t b) { return all[a].first < all[b].first; });
    };
    collect(conditions, branch.conditions);
    collect(parts, branch.parts);
  }
}

// What a branch does, with its own nodes and variables by their place in it.
std::string Abstraction::signature(const Branch& branch,
                                   const std::vector<bool>& isAnswerable) const {
  std::string text;
  const auto target = [&](std::size_t node) {
    text += node >= branch.begin && node < branch.end ? '+' : '=';
    put(text, text.back() == '+' ? node - branch.begin : node);
  };
  const auto variable = [&](const std::vector<std::size_t>& own, std::size_t index) {
    const auto found = std::find(own.begin(), own.end(), index);
    text += found == own.end() ? '=' : '+';
    put(text, found == own.end() ? index : static_cast<std::size_t>(found - own.begin()));
  };
  for (std::size_t i = branch.begin; i < branch.end; ++i) {
    const Node& node = core_.nodes[i];
    put(text, static_cast<std::size_t>(node.kind));
    for (const std::size_t next : {node.next, node.refused, node.otherwise, node.opens}) target(next);
    for (const std::size_t next : node.branches) target(next);
    for (const Outcome outcome : node.outcomes) put(text, static_cast<std::size_t>(outcome));
    put(text, node.width);
    text += node.quorum.text() + (node.atOnce ? "!" : ".") + (isAnswerable[i] ? "!" : ".");
    if (node.kind == Node::Kind::choice) variable(branch.conditions, conditionOf(node.when));
    if (node.kind == Node::Kind::ask) variable(branch.parts, partOf(node.part));
    // Whoever is asked twice is told apart: two tasks of one person at once are looked for.
    const auto isSame = [&](const Node& other) {
      return other.kind == Node::Kind::ask && other.stage == node.stage && other.by == node.by;
    };
    const bool isTwice = node.kind == Node::Kind::ask &&
                         std::count_if(core_.nodes.begin(), core_.nodes.end(), isSame) > 1;
    if (isTwice) text += node.by.text();
    text += ';';
  }
  return text;
}

void Abstraction::findLikeness(const std::vector<bool>& isAnswerable) {
  std::map<std::string, std::size_t> known;
  for (Branch& branch : branches_) {
    std::string text = std::to_string(branch.fork) + ':' + signature(branch, isAnswerable);
    branch.likeness = known.emplace(std::move(text), known.size()).first->second;
  }
  for (const std::vector<std::size_t>& members : forks_) {
    std::map<std::size_t, std::vector<std::size_t>> groups;
    for (const std::size_t b : members) groups[branches_[b].likeness].push_back(b);
    auto& alike = alike_.emplace_back();
    for (auto& [likeness, group] : groups) {
      if (group.size() > 1) alike.push_back(std::move(group));
    }
  }
}

void Abstraction::findLive() {
  const std::size_t count = questions_.conditions.size();
  live_.assign(core_.nodes.size(), std::vector<bool>(count, false));
  if (count == 0) return;
  for (std::size_t i = 0; i < core_.nodes.size(); ++i) {
    if (core_.nodes[i].kind == Node::Kind::choice) live_[i][conditionOf(core_.nodes[i].when)] = true;
  }
  bool isGrowing = true;
  while (isGrowing) {
    isGrowing = false;
    for (std::size_t i = core_.nodes.size(); i-- > 0;) {
      for (const std::size_t next : successors(core_.nodes[i])) {
        for (std::size_t c = 0; c < count; ++c) {
          if (!live_[next][c] || live_[i][c]) continue;
          live_[i][c] = true;
          isGrowing = true;
        }
      }
    }
  }
}

// Which stages lie ahead of a node, by returns and a recall too.
void Abstraction::findWaysBack() {
  const auto& definition = core_.definition;
  const auto recall =
      std::find_if(definition.allows.begin(), definition.allows.end(),
                   [](const Allow& allow) { return allow.act == Allow::Act::recall; });
  const bool isRecalled = recall != definition.allows.end();
  ahead_.assign(core_.nodes.size(), std::vector<bool>(definition.stages.size(), false));
  bool isGrowing = true;
  while (isGrowing) {
    isGrowing = false;
    for (std::size_t i = core_.nodes.size(); i-- > 0;) {
      const Node& node = core_.nodes[i];
      std::vector<std::size_t> targets = successors(node);
      if (isSubmission(node)) targets = {node.next};
      if (isRecalled && node.stage <= recall->before) targets.push_back(core_.entries[recall->to]);
      for (const std::size_t target : targets) {
        for (std::size_t s = 0; s < definition.stages.size(); ++s) {
          if (ahead_[i][s] || !(ahead_[target][s] || core_.nodes[target].stage == s)) continue;
          ahead_[i][s] = true;
          isGrowing = true;
        }
      }
    }
  }
}

State Abstraction::representative(State state) const {
  forget(state);
  failEarly(state);
  sortAlike(state);
  const auto order = [](const Token& token) {
    return std::tuple(token.node, token.arrival, token.answered);
  };
  std::stable_sort(state.tokens.begin(), state.tokens.end(),
                   [&](const Token& a, const Token& b) { return order(a) < order(b); });
  for (std::size_t i = 0; i < state.tokens.size(); ++i) {
    const Node::Kind kind = core_.nodes[state.tokens[i].node].kind;
    std::string& id = state.tokens[i].id;
    if (kind == Node::Kind::ask) id = std::to_string(i + 1);
    if (kind == Node::Kind::effect) id = "effect-" + std::to_string(i + 1);
  }
  state.lastTask = state.tokens.size();
  const auto visaOrder = [](const Visa& visa) { return std::tuple(visa.node, visa.part); };
  std::sort(state.visas.begin(), state.visas.end(),
            [&](const Visa& a, const Visa& b) { return visaOrder(a) < visaOrder(b); });
  state.visas.erase(std::unique(state.visas.begin(), state.visas.end()), state.visas.end());
  return state;
}

// Takes out what nothing depends on any more.
void Abstraction::forget(State& state) const {
  forgetFiles(state);
  state.sequence = 0;
  state.round = 1;
  state.data = {"data"};
  state.dates.clear();
  state.rejection.clear();
  for (Token& token : state.tokens) {
    const bool isNamed = core_.nodes[token.node].by.kind == Selector::Kind::named;
    token.since = {};
    if (!isNamed) token.person.clear();
    token.from.clear();
    token.subject.clear();
    token.due.clear();
    token.isReminded = token.isLapsed = false;
    // Whoever answers sets it; before a group nobody looks at it.
    const bool isAsk = core_.nodes[token.node].kind == Node::Kind::ask;
    if (isAsk || !branchOf_[token.node]) token.answered = false;
  }
  std::erase_if(state.holds, [&](const std::string& when) {
    const std::size_t c = conditionOf(when);
    return std::none_of(state.tokens.begin(), state.tokens.end(),
                        [&](const Token& token) { return live_[token.node][c]; });
  });
  state.holds = conditionsIn(truths(state));  // in one order
  std::vector<const std::string*> now(questions_.parts.size() + 1, nullptr);
  for (const auto& [path, hash] : state.parts) now[partOf(path)] = &hash;
  const auto partOfVisa = [&](const Visa& visa) {
    const std::string* hash = now[partOf(core_.nodes[visa.node].part)];
    return hash && *hash == visa.part ? kSamePart : kOtherPart;
  };
  std::vector<Visa> visas;
  for (const Visa& visa : state.visas) {
    const bool stands = core_.definition.stages[visa.stage].resume != Resume::all &&
                        (visa.outcome == Outcome::agree || visa.outcome == Outcome::agreeWithRemarks);
    const bool isAhead =
        std::any_of(state.tokens.begin(), state.tokens.end(),
                    [&](const Token& token) { return ahead_[token.node][visa.stage]; });
    if (!stands || !isAhead || visa.isSilent) continue;
    Visa& kept = visas.emplace_back();
    kept.stage = visa.stage;
    kept.node = visa.node;
    kept.part = partOfVisa(visa);
  }
  state.visas = std::move(visas);
  for (auto& [path, hash] : state.parts) hash = kSamePart;
}

// Whether this round's text was made into files, and into signed ones.
void Abstraction::forgetFiles(State& state) const {
  bool isMade[2] = {false, false};
  for (const File& file : state.files) {
    if (file.round == state.round) isMade[file.isFinal ? 1 : 0] = true;
  }
  state.files.clear();
  for (const bool isFinal : {false, true}) {
    if (isMade[isFinal ? 1 : 0]) state.files.push_back({1, isFinal, "pdf", "file"});
  }
}

// A group whose visas cannot suffice any more ends refused, whatever the others answer: how many
// have agreed to it makes no difference.
void Abstraction::failEarly(State& state) const {
  struct Count {
    std::size_t agreed = 0;
    std::size_t skipped = 0;
    std::size_t all = 0;
  };
  std::map<std::size_t, Count> counts;
  for (const Token& token : state.tokens) {
    if (token.arrival == Token::Arrival::none) continue;
    Count& count = counts[token.node];
    ++count.all;
    count.agreed += token.arrival == Token::Arrival::agreed;
    count.skipped += token.arrival == Token::Arrival::skipped;
  }
  for (const auto& [index, count] : counts) {
    const Node& join = core_.nodes[index];
    if (join.width == 0) continue;
    const std::size_t most = count.agreed + (join.width - count.all);
    if (most >= join.quorum.among(join.width - count.skipped)) continue;
    for (Token& token : state.tokens) {
      if (token.node == index && token.arrival == Token::Arrival::agreed) {
        token.arrival = Token::Arrival::refused;
      }
    }
  }
}

// By branch: what stands in it, as text that does not depend on where the branch lies.
std::vector<std::string> Abstraction::contents(const State& state) const {
  std::vector<std::pair<std::size_t, std::string_view>> items;
  static constexpr std::string_view kTokens[] = {"t0", "t1", "t2", "t3", "a0", "a1", "a2", "a3"};
  for (const Token& token : state.tokens) {
    if (!branchOf_[token.node]) continue;
    items.emplace_back(token.node,
                       kTokens[(token.answered ? 4 : 0) + static_cast<std::size_t>(token.arrival)]);
  }
  for (const Visa& visa : state.visas) items.emplace_back(visa.node, visa.part);
  std::sort(items.begin(), items.end());
  const std::vector<bool> isTrue = truths(state);
  std::vector<std::string> texts(branches_.size());
  for (std::size_t b = 0; b < branches_.size(); ++b) {
    for (const std::size_t c : branches_[b].conditions) texts[b] += isTrue[c] ? '1' : '0';
  }
  for (const auto& [node, mark] : items) {
    for (auto b = branchOf_[node]; b; b = branches_[*b].parent) {
      put(texts[*b], node - branches_[*b].begin);
      texts[*b] += mark;
    }
  }
  return texts;
}

// Members of a group that are alike stand in the order of what they hold.
void Abstraction::sortAlike(State& state) const {
  std::vector<std::string> texts = contents(state);
  for (const auto& groups : alike_) {
    std::map<std::size_t, std::size_t> moved;  // branch → the branch whose place it takes
    const auto isLess = [&](std::size_t a, std::size_t b) { return texts[a] < texts[b]; };
    for (const std::vector<std::size_t>& places : groups) {
      if (std::is_sorted(places.begin(), places.end(), isLess)) continue;
      std::vector<std::size_t> order = places;
      std::stable_sort(order.begin(), order.end(), isLess);
      for (std::size_t i = 0; i < order.size(); ++i) {
        if (order[i] != places[i]) moved[order[i]] = places[i];
      }
    }
    if (moved.empty()) continue;
    const auto place = [&](std::size_t& node) {
      for (auto b = branchOf_[node]; b; b = branches_[*b].parent) {
        const auto found = moved.find(*b);
        if (found == moved.end()) continue;
        node = node - branches_[*b].begin + branches_[found->second].begin;
        return;
      }
    };
    for (Token& token : state.tokens) place(token.node);
    for (Visa& visa : state.visas) place(visa.node);
    const std::vector<bool> isTrue = truths(state);
    std::vector<bool> moving = isTrue;
    for (const auto& [from, to] : moved) {
      for (std::size_t i = 0; i < branches_[from].conditions.size(); ++i) {
        moving[branches_[to].conditions[i]] = isTrue[branches_[from].conditions[i]];
      }
    }
    state.holds = conditionsIn(moving);
    texts = contents(state);
  }
}

std::string Abstraction::key(const State& state) const {
  std::string text;
  put(text, static_cast<std::size_t>(state.status));
  put(text, static_cast<std::size_t>(state.registration.status));
  put(text, state.queue.size());
  for (const File& file : state.files) text += file.isFinal ? 'F' : 'D';
  text += '|';
  for (const std::string& when : state.holds) put(text, conditionOf(when));
  for (const Token& token : state.tokens) {
    text += token.answered ? 'a' : 't';
    text += static_cast<char>('0' + static_cast<int>(token.arrival));
    put(text, token.node);
  }
  for (const Visa& visa : state.visas) {
    text += visa.part == kSamePart ? 'v' : 'o';
    put(text, visa.node);
  }
  return text;
}

std::vector<std::size_t> Abstraction::openTokens(const State& state) const {
  const std::vector<std::string> texts = contents(state);
  std::set<std::string> seen;
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < state.tokens.size(); ++i) {
    const Token& token = state.tokens[i];
    const Node::Kind kind = core_.nodes[token.node].kind;
    if (kind != Node::Kind::ask && kind != Node::Kind::effect) continue;
    std::string chain = token.answered ? "a" : "t";
    std::size_t position = token.node;
    for (auto b = branchOf_[token.node]; b; b = branches_[*b].parent) {
      const Branch& branch = branches_[*b];
      chain += std::to_string(position - branch.begin) + ' ' + std::to_string(branch.likeness) +
               texts[*b] + '/';
      position = branch.fork;
    }
    put(chain, position);
    if (seen.insert(std::move(chain)).second) result.push_back(i);
  }
  return result;
}

}  // namespace chancery::flow
