#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "flow/abstraction.h"
#include "flow/step.h"

namespace chancery::flow {

/// Somebody who may act on documents.
struct Colleague {
  std::string id;
  std::vector<std::string> roles;
};

/// One event on the way of a document, as far as words for it need it.
struct Move {
  Event::Kind kind = Event::Kind::start;
  std::size_t node = 0;               ///< of what was answered, carried out or rejected
  Outcome outcome = Outcome::submit;  ///< act
  std::vector<std::string> holds = {};  ///< start, submit: conditions that the data fulfil
  std::size_t people = 0;               ///< done of find-people
};

/// A state of a workflow, with how a document comes there in the fewest events.
struct Visit {
  std::size_t parent = 0;  ///< of the first: itself
  Move move = {};
  std::size_t stage = 0;  ///< the furthest where something is open; the number of stages at the end
  CaseStatus status = CaseStatus::running;
  std::size_t drafted = 0;  ///< the stage that the text was last submitted at
  bool isDecided = false;   ///< somebody other than at a draft has answered something
  bool isOut = false;       ///< this text was published, distributed or shown
  bool isNumbered = false;  ///< this text was registered
  std::set<std::size_t> reviewed = {};  ///< stages with standing visas that saw this text
};

struct Edge {
  std::size_t from = 0;
  std::size_t to = 0;
  bool isAutomatic = false;  ///< nobody acted
  bool isReturn = false;     ///< and the document was sent back to an earlier stage
};

/// Somebody who looks on while all states are visited.
class Onlooker {
 public:
  virtual ~Onlooker() = default;
  /// A state seen for the first time.
  virtual void reached(std::size_t visit, const State& state) = 0;
  /// An event took a state to another, perhaps known one.
  virtual void moved(std::size_t from, const State& before, const Move& move, const Visit& to,
                     const State& after) = 0;
  /// Nobody can give the answer that the task asks for.
  virtual void unanswerable(std::size_t visit, const Token& task) = 0;
  /// An answer that the task offers is refused.
  virtual void notTaken(std::size_t visit, const Move& move) = 0;
};

/// Visits every state of a core, nearest first, by `step` itself.
class Explorer {
 public:
  /// `people`: all who may act; `author` starts the documents.
  Explorer(const Core& core, const std::vector<Colleague>& people, const Colleague& author,
           Onlooker& onlooker);

  /// Whether all states were visited; else there are more than `most`, or too many ways in which
  /// data may differ.
  bool run(std::size_t most);

  const std::vector<Visit>& visits() const { return visits_; }
  const std::vector<Edge>& edges() const { return edges_; }
  /// From the start to that state.
  std::vector<Move> pathTo(std::size_t visit) const;
  /// By node: whether anybody may answer what it asks, at least when its term has passed or a
  /// supervisor has given it on.
  static std::vector<bool> answerable(const Core& core, const std::vector<Colleague>& people,
                                      const Colleague& author);

 private:
  /// Who answers what a node asks, and what has to happen first.
  struct Answerer {
    enum class First { nothing, lapse, reassign };
    const Colleague* person = nullptr;  ///< null: nobody
    First first = First::nothing;
    const Colleague* supervisor = nullptr;
  };
  struct Before {
    std::size_t visit = 0;
    const State& state;
  };

  static std::vector<Answerer> findAnswerers(const Core& core,
                                             const std::vector<Colleague>& people,
                                             const Colleague& author);
  static Answerer findAnswerer(const Core& core, const std::vector<Colleague>& people,
                               const State& state);
  void start();
  void expand(const Before& before);
  void ask(const Before& before, const Token& task);
  void answer(const Before& before, const State& ready, const Event& event, const Node& node);
  bool staysAnswerable(const State& state, const Token& task, const Colleague& person) const;
  void lapse(const Before& before, const Token& task);
  void carryOut(const Before& before, const Token& effect);
  void withdraw(const Before& before);
  bool take(const Before& before, const Move& move, const State& state, const Event& event);
  void go(const Before& before, const Move& move, State after);
  Visit visitOf(const Before& before, const Move& move, const State& after) const;

  const Core& core_;
  const std::vector<Colleague>& people_;
  const Colleague& author_;
  Onlooker& onlooker_;
  std::vector<Answerer> answerers_;  // by node
  Abstraction abstraction_;
  bool isWhole_ = true;
  std::size_t most_ = 0;
  std::vector<Visit> visits_;
  std::deque<std::pair<std::size_t, State>> open_;  // visits that are not expanded yet
  std::vector<Edge> edges_;
  std::vector<bool> isProbed_;  // by node: whether the task's way from hand to hand was tried
  std::unordered_map<std::string, std::size_t> known_;
};

}  // namespace chancery::flow
