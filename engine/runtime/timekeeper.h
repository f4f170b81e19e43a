#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/error.h"
#include "runtime/cases.h"
#include "runtime/directory.h"

namespace chancery::runtime {

/// What time has brought to a task.
struct Tick {
  std::string caseId;
  std::string document;  ///< title
  std::string task;
  std::string stage;     ///< title
  std::string holders;   ///< names of those who may answer now
  Date due;
  flow::Event::Kind kind = flow::Event::Kind::remind;  ///< or lapse
  bool isOnlyTold = false;  ///< overdue, and the definition says of it nothing more
};

/// Looks after terms: reminds, and does what the definition says when a term has ended. Meant to
/// run once a day, or more often: what was done is not done again.
///
/// Each event is one writing transaction of its own, so a crash loses nothing and repeats nothing.
/// Errors: WorldError, but for a case that is damaged: see `failure`.
class Timekeeper {
 public:
  Timekeeper(store::Store& store, const store::Blobs& blobs, const Directory& directory,
             const Clock& clock)
      : store_(store), directory_(directory), clock_(clock), cases_(blobs) {}

  std::vector<Tick> run();
  /// The first case that could not be looked at during the last run; the others were.
  const std::optional<WorldError>& failure() const { return failure_; }

 private:
  struct Due;
  Tick tickOf(const OpenCase& open, const flow::Token& task, const Due& due) const;
  std::vector<Due> collect();
  std::optional<OpenCase> openOrNote(const store::CaseRow& row);
  std::optional<Tick> apply(const Due& due);

  store::Store& store_;
  const Directory& directory_;
  const Clock& clock_;
  Cases cases_;
  std::optional<WorldError> failure_;
};

}  // namespace chancery::runtime
