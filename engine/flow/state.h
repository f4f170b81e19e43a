#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "flow/asked.h"
#include "flow/core.h"

namespace chancery::flow {

/// Where a case stands: at a node that waits for a person, for the engine or for other branches.
struct Token {
  enum class Arrival { none, agreed, skipped, refused };
  std::size_t node = 0;
  std::string id;  ///< at `ask` the task's number, at `effect` the effect's key
  Moment since;
  bool answered = false;            ///< somebody answered on this branch since its fork
  Arrival arrival = Arrival::none;  ///< at `join`: what the branch brought
  std::string person = {};          ///< the one who has to answer; "" = whom the node asks
  std::string from = {};            ///< who handed it over; "" = nobody
  std::string subject = {};         ///< of a task that stands for one item
  std::string due = {};             ///< of such a task, ISO 8601; "" = that of the stage
  std::string item = {};            ///< hash of the part that goes its own way from here
  std::string child = {};           ///< its case
  bool isReassigned = false;  ///< by a supervisor
  bool isReminded = false;
  bool isLapsed = false;

  bool operator==(const Token&) const = default;
};

/// An answer that somebody gave and that stands: of the current round, or of an earlier one where
/// the stage does not ask again.
struct Visa {
  std::size_t stage = 0;
  std::size_t node = 0;
  int round = 0;
  std::string task;
  std::string person;
  Outcome outcome = Outcome::agree;
  std::string remark;
  Moment moment;
  std::string part = {};  ///< hash of what the answer is about; "" = not known
  bool isSilent = false;  ///< nobody answered in the term: it counts once and never stands
  std::string from = {};  ///< who handed the task over
  std::string capacity = {};  ///< «И.о. начальника отдела»; "" = in the own post
  std::string name = {};      ///< with a capacity: as a signature prints it
  std::string basis = {};     ///< with a capacity: of the substitution

  bool operator==(const Visa&) const = default;
};

/// A rendered file, kept by the hash of its bytes.
struct File {
  int round = 0;
  bool isFinal = false;
  std::string format;  ///< "pdf", "docx"
  std::string hash;

  bool operator==(const File&) const = default;
};

struct Registration {
  enum class Status { none, reserved, registered };
  Status status = Status::none;
  std::string number;  ///< as printed
  std::string date;    ///< ISO 8601

  bool operator==(const Registration&) const = default;
};

enum class CaseStatus { running, finished, cancelled };
std::string_view wordOf(CaseStatus status);

/// Everything about a case that its future depends on. A plain value: `step` makes the next one.
struct State {
  CaseStatus status = CaseStatus::running;
  std::uint64_t sequence = 0;  ///< events so far
  std::uint64_t lastTask = 0;
  int round = 0;
  std::string author;
  std::string parent;              ///< the case whose part this one is about; "" = of its own
  std::vector<std::string> data;   ///< by round: SHA-256 of the data
  std::vector<std::string> holds;  ///< conditions that the current data fulfils
  std::vector<std::pair<std::string, std::string>> dates;  ///< in the current data: path, day
  std::vector<std::pair<std::string, std::string>> parts;  ///< of the current data: path, hash
  std::vector<Asked> queue;  ///< found and not asked yet
  std::vector<std::string> agreedParts;  ///< "STAGE HASH" of parts whose own cases agreed to them
  std::vector<Token> tokens;
  std::vector<Visa> visas;
  std::vector<File> files;
  Registration registration;
  std::string rejection;  ///< why the engine sent the draft back, "" = it did not

  bool operator==(const State&) const = default;

  const Token* findToken(std::string_view id) const;
};

/// The canonical text; its first line begins `state version="1"`.
std::string toText(const State& state);
/// Nothing when the text is not a state of a known version.
std::optional<State> parseState(std::string_view text);

}  // namespace chancery::flow
