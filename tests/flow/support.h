#pragma once

#include <optional>
#include <string>

#include "flow/step.h"

namespace chancery::flow {

/// A definition read from text, with what was found wrong as «LINE:COLUMN CODE text | hint» lines.
struct Reading {
  std::optional<Definition> definition;
  std::string findings;
};
Reading read(const std::string& text, const Surroundings& surroundings = {});

/// `body` inside a workflow element, from line 2 on.
std::string workflow(const std::string& body);

/// The core of a definition that must be right.
Core coreOf(const std::string& body);

/// A case taken from event to event, at a fixed time unless told.
class Case {
 public:
  explicit Case(const std::string& body) : core(coreOf(body)) {}

  /// "" when the step was taken, else the refusal's name.
  std::string take(const Event& event);
  std::string start(const std::string& person = "author",
                    const std::vector<std::string>& holds = {});
  std::string act(const std::string& task, Outcome outcome, const std::string& person,
                  const std::vector<std::string>& roles, const std::string& remark = {});
  /// An event about a task: claim … lapse.
  std::string handle(Event::Kind kind, const std::string& task, const std::string& person = {},
                     const std::vector<std::string>& roles = {}, const std::string& to = {});
  /// Submits new data with these hashes of parts.
  std::string resubmit(const std::string& task,
                       const std::vector<std::pair<std::string, std::string>>& parts = {});
  /// Carries out the one effect that waits; its kind's word, "" when none waits.
  std::string done(std::vector<std::pair<std::string, std::string>> facts = {});
  std::string rejected(const std::string& reason);

  /// «task N at STAGE of SELECTOR» and «EFFECT KEY», sorted as tokens stand; then the status.
  std::string waiting() const;

  Core core;
  State state;
  std::vector<Event> journal;
  std::vector<Effect> effects;  ///< of the last step
};

std::string_view nameOf(Refusal refusal);

}  // namespace chancery::flow
