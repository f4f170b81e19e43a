#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "flow/definition.h"

namespace chancery::flow {

/// What the author says to a remark.
struct Reply {
  std::string task;  ///< that the remark answered
  bool isAccepted = false;
  std::string reason;

  bool operator==(const Reply&) const = default;
};

/// Something that happened to a case, with everything from outside that `step` may look at: the
/// time, the roles that the person held at that time, the conditions that the data fulfil, what an
/// effect brought. An entry of the journal keeps exactly this.
struct Event {
  enum class Kind {
    start,  ///< the author sends a new document on its way
    act,    ///< an answer to a task
    recall,
    cancel,
    done,      ///< an effect has been carried out
    rejected,  ///< an effect cannot be carried out, for the reason in `remark`
    claim,     ///< one of those who may answer takes a task
    putBack,   ///< and gives it back
    delegate,  ///< somebody hands the task to `to`
    reassign,  ///< a supervisor does
    remind,    ///< a task's term comes to its end
    lapse,     ///< a task's term has ended
    drop,      ///< the document that this one is a part of waits for it no more
  };
  Kind kind = Kind::start;
  Moment moment;
  std::string person;                 ///< "" when the engine itself acted
  std::vector<std::string> roles;     ///< of the person, at `moment`
  std::string task;                   ///< act, claim … lapse
  Outcome outcome = Outcome::submit;  ///< act
  std::string remark;
  std::string data;                ///< start, submit: SHA-256 of the data; "" = unchanged
  std::vector<std::string> holds;  ///< with `data`: the conditions that it fulfils
  std::vector<std::pair<std::string, std::string>> dates;  ///< with `data`: path, ISO 8601 day
  std::vector<std::pair<std::string, std::string>> parts;  ///< with `data`: path, SHA-256
  std::vector<Reply> replies;                              ///< submit
  std::string to;                                          ///< delegate, reassign: a person
  std::string key;                 ///< done, rejected: the effect
  /// done: number, date, files …; act: capacity, name, basis of who stands in for another; start:
  /// the parent, and the hash of its part that this case is about.
  std::vector<std::pair<std::string, std::string>> facts;

  std::string_view fact(std::string_view name) const;
};

std::string_view wordOf(Event::Kind kind);

/// The canonical text of an event; its first line begins `event version="1"`. A version once
/// released is never changed: another one is added beside it.
std::string toText(const Event& event);
/// Nothing when the text is not an event of a known version.
std::optional<Event> parseEvent(std::string_view text);

}  // namespace chancery::flow
