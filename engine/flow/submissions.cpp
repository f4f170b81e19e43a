#include <map>

#include "flow/abstraction.h"

// What data may be submitted, as far as a state depends on it.

namespace chancery::flow {
namespace {

constexpr std::size_t kMostSubmissions = 5'000;
constexpr std::size_t kMostVariables = 12;  // of one member of a group

}  // namespace

/// Members of one group that nothing tells apart, with what the data say about each of them; or
/// one variable of everybody's.
struct Abstraction::Unit {
  std::vector<std::vector<std::size_t>> conditions = {};  ///< by member
  std::vector<std::vector<std::size_t>> parts = {};
};

std::vector<Abstraction::Unit> Abstraction::units(const State& state, std::size_t draft) const {
  const std::vector<std::string> texts = contents(state);
  const std::vector<bool>& live = live_[core_.nodes[draft].next];
  std::vector<bool> needed(questions_.parts.size(), false);
  for (const Visa& visa : state.visas) {
    const std::size_t part = partOf(core_.nodes[visa.node].part);
    if (part < needed.size() && visa.part == kSamePart) needed[part] = true;
  }
  std::vector<Unit> units;
  std::map<std::string, std::size_t> groups;
  std::vector<bool> takenConditions(live.size(), false);
  std::vector<bool> takenParts(needed.size(), false);
  const auto own = [](const std::vector<std::size_t>& all, const std::vector<bool>& wanted,
                      std::vector<bool>& taken) {
    std::vector<std::size_t> result;
    for (const std::size_t i : all) {
      if (!wanted[i] || taken[i]) continue;
      taken[i] = true;
      result.push_back(i);
    }
    return result;
  };
  for (std::size_t b = branches_.size(); b-- > 0;) {
    auto conditions = own(branches_[b].conditions, live, takenConditions);
    auto parts = own(branches_[b].parts, needed, takenParts);
    if (conditions.empty() && parts.empty()) continue;
    const std::string name = std::to_string(branches_[b].likeness) + ':' + texts[b] + ':' +
                             std::to_string(conditions.size()) + ':' + std::to_string(parts.size());
    const auto [found, isNew] = groups.emplace(name, units.size());
    if (isNew) units.emplace_back();
    units[found->second].conditions.push_back(std::move(conditions));
    units[found->second].parts.push_back(std::move(parts));
  }
  for (std::size_t c = 0; c < live.size(); ++c) {
    if (live[c] && !takenConditions[c]) units.push_back({.conditions = {{c}}, .parts = {{}}});
  }
  for (std::size_t p = 0; p < needed.size(); ++p) {
    if (needed[p] && !takenParts[p]) units.push_back({.conditions = {{}}, .parts = {{p}}});
  }
  return units;
}

std::optional<std::vector<Submission>> Abstraction::submissions(const State& state,
                                                                std::size_t draft) const {
  struct Bits {
    std::vector<bool> holds;
    std::vector<bool> changed;
  };
  std::vector<Bits> all = {{std::vector<bool>(questions_.conditions.size(), false),
                            std::vector<bool>(questions_.parts.size(), false)}};
  for (const Unit& unit : units(state, draft)) {
    const std::size_t width = unit.conditions.front().size() + unit.parts.front().size();
    if (width > kMostVariables) return std::nullopt;
    // Members take options in falling order: which of them takes which makes no difference.
    std::vector<std::pair<Bits, std::size_t>> open;
    for (Bits& bits : all) open.emplace_back(std::move(bits), (std::size_t{1} << width) - 1);
    for (std::size_t m = 0; m < unit.conditions.size(); ++m) {
      std::vector<std::pair<Bits, std::size_t>> wider;
      for (const auto& [bits, most] : open) {
        for (std::size_t option = 0; option <= most; ++option) {
          auto& [next, last] = wider.emplace_back(bits, option);
          std::size_t bit = 0;
          for (const std::size_t c : unit.conditions[m]) next.holds[c] = (option >> bit++) & 1;
          for (const std::size_t p : unit.parts[m]) next.changed[p] = (option >> bit++) & 1;
          if (wider.size() > kMostSubmissions) return std::nullopt;
        }
      }
      open = std::move(wider);
    }
    all.clear();
    for (auto& [bits, last] : open) all.push_back(std::move(bits));
  }
  std::vector<Submission> result;
  for (const Bits& bits : all) {
    Submission& submission = result.emplace_back();
    submission.holds = conditionsIn(bits.holds);
    for (std::size_t p = 0; p < bits.changed.size(); ++p) {
      submission.parts.emplace_back(questions_.parts[p], bits.changed[p] ? kOtherPart : kSamePart);
    }
  }
  return result;
}

}  // namespace chancery::flow
