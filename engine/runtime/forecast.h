#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "runtime/answerers.h"
#include "runtime/cases.h"
#include "runtime/directory.h"
#include "runtime/handed.h"

/// What lies ahead of a case when all goes well.
namespace chancery::runtime {

/// A holder of a post is away and somebody stands in.
struct Absence {
  std::string person;  ///< who is away; "" of a post that nobody holds
  std::string by;      ///< who stands in
  std::string role;    ///< of the post; "" = none
  std::string post;    ///< «И.о. начальника отдела по образованию»
  std::string basis;   ///< «приказ от 25.06.2026 № 61-л»
  Date from;
  Date to;  ///< the last day

  bool operator==(const Absence&) const = default;
};

/// What a forecast assumes of those who are asked.
enum class ForecastPace {
  lastDay,  ///< everybody answers on the last day of the term
  atOnce,   ///< everybody answers at once
};

/// When the case of a document's part is expected to end.
struct PartEnd {
  Date day;
  bool isAllCounted = true;  ///< false: perhaps later
};

/// An office on days to come, as far as it is known now.
class Outlook {
 public:
  virtual ~Outlook() = default;
  /// The directory as it will answer at that moment; valid until the next call.
  virtual const Directory& at(Moment moment) = 0;
  /// Those in force on that day.
  virtual std::vector<Absence> absencesOn(Date day) const = 0;
  /// Of a part's case, by a forecast of its own; nothing when it is not known.
  virtual std::optional<PartEnd> endOfPart(const std::string& caseId, ForecastPace pace) {
    static_cast<void>(caseId);
    static_cast<void>(pace);
    return std::nullopt;
  }
};

/// Somebody who may answer on the day that the answer is expected on.
struct ExpectedActor {
  std::string person;
  std::optional<Absence> insteadOf;  ///< they act in this one's place
  std::optional<Absence> away;       ///< they are asked, and away themselves
};

/// A task, with when and by whom its answer is expected.
struct ExpectedTask {
  enum class Pace {
    term,        ///< on the last day of its term
    overdue,     ///< the term has ended: now
    noTerm,      ///< none is set, so no time is counted
    noCalendar,  ///< one is set, but the calendar does not reach so far: no time is counted
  };
  std::string id;  ///< of a task that is open now; "" = it will be
  flow::Selector by;
  std::string subject;  ///< of a task that stands for one item
  Date from;
  Date to;
  std::optional<Date> due;
  Pace pace = Pace::noTerm;
  std::optional<Stuck> gap;  ///< nobody whom the stage asks could answer on that day
  /// One of them answers; with a gap those who do when the term has ended, if there are any.
  std::vector<ExpectedActor> actors;
  bool isSilent = false;     ///< nobody answers, and the end of the term counts as agreement
  bool isEscalated = false;  ///< the term has ended: the actors are joined by those above them
  bool isSpared = false;     ///< enough others agree, so that no answer is needed
  bool isReturning = false;  ///< the end of the term sends the document back; told, not followed
};

/// A part of the document that goes its own way.
struct ExpectedPart {
  std::string title;
  std::string caseId;      ///< "" = it is not begun yet
  std::optional<Date> to;  ///< nothing: not known
};

/// A stage on its way; one that the way comes to twice stands twice.
struct ExpectedStage {
  std::size_t stage = 0;
  Date from;
  Date to;
  std::optional<Date> waitsUntil;    ///< the day that it begins on, when it begins later
  bool isWaitCounted = true;         ///< false: the calendar does not reach so far
  std::vector<std::string> unknown;  ///< names in the data that the office does not know
  std::vector<ExpectedTask> tasks;   ///< none: the engine's own work
  std::vector<ExpectedPart> parts;   ///< that the stage waits for
};

struct Forecast {
  enum class End {
    finished,
    tooLong,  ///< cut off: see `kMostStages`, `kMostEvents`
    stuck,    ///< the workflow takes no answer that anybody could give at the last stage
  };
  static constexpr std::size_t kMostStages = 100;
  static constexpr std::size_t kMostEvents = 5'000;

  Date on;                                              ///< the office's day that it is made on
  flow::CaseStatus status = flow::CaseStatus::running;  ///< on that day
  std::vector<ExpectedStage> stages;                    ///< in order; none of a closed case
  End end = End::finished;
  Date last;                 ///< day of the end, or as far as it goes
  bool isAllCounted = true;  ///< false: some tasks or waits have no day, so the end may be later
};

/// Runs a case from its present state to the end by `flow::step`: everybody agrees, the engine's
/// work succeeds, nothing is returned, recalled or cancelled, the data stay as they are. A term
/// that has ended, or that ends because nobody can answer, does what the definition says, unless
/// that is to send the document back. Where nobody could answer, the forecast says so and goes on
/// as if somebody were appointed.
///
/// `data`: those in force, for people and parts that stages find in them. Parts that are not begun
/// yet take no time.
/// Pure but for `outlook`. Errors: WorldError when a path of the definition cannot be followed in
/// the data.
Forecast forecast(const OpenCase& open, const HandedData& data, Outlook& outlook, Moment now,
                  ForecastPace pace = ForecastPace::lastDay);

}  // namespace chancery::runtime
