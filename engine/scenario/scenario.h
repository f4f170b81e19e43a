#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/source.h"
#include "flow/step.h"
#include "xml/vocabulary.h"

/// Stories of documents on a workflow: what people, the engine and the clock do, and what must come
/// of it. They are told in files NAME.scenario.xml beside NAME.workflow.xml (docs/scenarios.md).
namespace chancery::scenario {

struct Person {
  std::string id;
  std::vector<std::string> roles;
};

/// What the data that an author hands in say to the workflow.
struct HandedData {
  bool isGiven = false;  ///< something is stated; else the data stay as they were
  std::vector<std::string> holds;
  std::vector<std::pair<std::string, std::string>> dates;  ///< path, ISO 8601
  std::vector<std::pair<std::string, std::string>> parts;  ///< path, its contents in one word
  /// By stage: whom acquaintance asks, what control watches over.
  std::vector<std::pair<std::string, flow::Asked>> found;
};

/// What happens next, or what must be true now. Fields that its kind does not use stay empty.
struct Step {
  enum class Kind {
    start,  ///< from here: what people do
    act,
    claim,
    putBack,
    delegate,
    reassign,
    recall,
    cancel,
    fails,   ///< what the engine cannot do the next time
    at,      ///< the clock, to a moment
    wait,    ///< the clock, by a term
    waits,   ///< expected: whom the document waits for
    status,  ///< expected: whether it is still on its way
  };
  Kind kind = Kind::start;
  Place place;
  std::string person;
  std::string stage;    ///< of the task; "" = any
  std::string holder;   ///< of the task, "role:lawyer"; "" = any
  std::string subject;  ///< of the task; "" = any
  flow::Outcome outcome = flow::Outcome::submit;
  std::string remark;                    ///< fails: the reason
  std::string to;                        ///< delegate, reassign
  std::optional<flow::Refusal> refused;  ///< the workflow must refuse so
  flow::EffectKind effect = flow::EffectKind::publish;
  Moment moment;                     ///< at
  flow::Term term;                   ///< wait
  std::vector<std::string> holders;  ///< waits: in order of their names
  flow::CaseStatus status = flow::CaseStatus::running;
  HandedData data;
};

/// The journal that must come of a scenario, line by line.
struct Journal {
  bool isEmptyTag = false;  ///< <journal/>
  std::size_t begin = 0;    ///< byte offsets of the text inside the element, or of the empty tag
  std::size_t end = 0;
  std::size_t indent = 0;  ///< of the element, in bytes
  Place place;
  std::vector<std::pair<Place, std::string>> lines;
};

struct Scenario {
  std::string title;
  Place place;
  Moment begin;  ///< local time of the office, as if it were UTC
  std::vector<Step> steps;
  std::optional<Journal> journal;
};

struct Script {
  std::vector<Person> people;
  std::vector<Scenario> scenarios;
};

/// The elements and attributes of urn:chancery:scenario; docs/schemas/scenario.xsd says the same.
const xml::Vocabulary& vocabulary();

/// Reads the scenarios of a workflow, reporting everything wrong in them. Result: nothing when
/// there are errors.
std::optional<Script> parse(const Sources& sources, SourceId source,
                            const flow::Definition& definition, Diagnostics& diagnostics);

/// The word for a refusal in a scenario: "not-entitled".
std::string_view wordOf(flow::Refusal refusal);
std::optional<flow::Refusal> findRefusal(std::string_view word);
std::vector<std::string> refusalWords();

}  // namespace chancery::scenario
