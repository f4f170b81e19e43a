#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "diagram/process.h"

namespace chancery::diagram {

/// Puts a definition's stages on the grid, one after the other.
class Builder {
 public:
  /// `targets`: the stages that documents are sent back to, as far as they are known.
  Builder(const flow::Definition& definition, const Names& names, std::set<std::size_t> targets)
      : definition_(definition), names_(names), targets_(std::move(targets)) {}

  void run();
  /// The stages that some return leads to.
  std::set<std::size_t> targets() const;
  Process take() { return std::move(process_); }

 private:
  /// A flow that does not lead anywhere yet.
  struct Exit {
    std::size_t node = 0;
    Side side = Side::right;
    std::string name = {};
    std::string condition = {};
    bool isDefault = false;
  };
  using Exits = std::vector<Exit>;
  /// How far the way has come: what leads on, and the next free column.
  struct Path {
    Exits exits = {};
    std::size_t column = 0;
  };
  /// What a task's answers, and its term, lead to.
  struct Ways {
    Exits agreed = {};
    Exits refused = {};
  };
  /// Where a refusal leads: to the end of the group around, or to a stage.
  struct Refusal {
    bool joins = false;
    bool isAtOnce = false;  ///< without waiting for the group
    std::size_t stage = 0;
  };
  std::size_t laneOf(const std::string& key, const std::string& name);
  std::size_t laneOf(const flow::Selector& selector);
  std::size_t systemLane();
  std::size_t laneOf(const flow::Review& review);
  std::size_t laneOf(const flow::Stage& stage);
  /// The first row of a lane that no branch beside this one takes.
  std::size_t rowOf(std::size_t lane) const;

  std::size_t add(NodeKind kind, std::string id, std::size_t lane, Path& path);
  std::size_t gather(NodeKind kind, std::string id, std::size_t lane, std::size_t row, Path& path);
  void connect(const Exit& exit, std::size_t to, bool isReturn = false);
  void mergeBefore(const std::string& id, Path& path);

  void stage(Path& path);
  void person(Path& path);
  void call(Path& path);
  void decide(Path& path);
  void system(const std::string& id, const Text& name, std::vector<std::string> notes, Path& path);
  void enter(std::size_t lane, Path& path);
  Ways ask(const std::string& id, const flow::Selector& by, Path& path);
  void watchTerm(std::size_t task, const std::string& id, Ways& ways);
  std::vector<std::string> notesOf(const flow::Stage& stage) const;
  Exits question(const std::string& id, Ways ways, const Refusal& refusal, Path& path);

  Exits review(const flow::Review& review, Refusal refusal, bool isLast, const std::string& key,
               Path& path);
  Exits one(const flow::Review& review, const Refusal& refusal, bool isLast, const std::string& key,
            Path& path);
  Exits sequence(const flow::Review& group, const Refusal& refusal, bool isLast,
                 const std::string& key, Path& path);
  Exits parallel(const flow::Review& group, const Refusal& refusal, bool isLast,
                 const std::string& key, Path& path);
  void branches(const flow::Review& group, const Refusal& refusal, const std::string& key,
                std::size_t fork, Path& path);

  void asides();
  void aside(const flow::Allow& allow);
  std::string idOf(std::string_view kind) const;
  std::string idOf(std::string_view kind, const std::string& key) const;
  const flow::Stage& current() const { return definition_.stages[stage_]; }

  const flow::Definition& definition_;
  const Names& names_;
  std::set<std::size_t> targets_;
  Process process_;
  std::size_t stage_ = 0;                           // being placed
  std::map<std::string, std::size_t> laneIndices_;  // by selector
  std::vector<std::size_t> shift_;                  // rows that other branches take, by lane
  std::map<std::size_t, std::size_t> entries_;      // by stage: its gateway for returns
  std::vector<std::size_t> tasks_;                  // by stage: its first task
  std::vector<std::pair<Exit, std::size_t>> returns_;
  std::map<std::string, int> flowIds_;
};

}  // namespace chancery::diagram
