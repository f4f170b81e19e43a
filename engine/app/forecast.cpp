#include "app/forecast.h"

#include <algorithm>

#include "app/messages.h"
#include "app/report.h"
#include "app/session.h"
#include "runtime/messages.h"

// What an office knows of the days to come, and what a session tells of them.
namespace chancery::app {
namespace {

using runtime::Absence;
using runtime::ExpectedActor;
using runtime::ExpectedStage;
using runtime::ExpectedTask;
using runtime::Forecast;
using runtime::Stuck;

std::string printed(Date date) {
  return printedDate(toIso(date));
}

// Who is asked, and nobody but they, is away.
const Absence* awayOf(const ExpectedTask& task) {
  const auto isAway = [](const ExpectedActor& actor) { return actor.away.has_value(); };
  if (task.actors.empty() || !std::all_of(task.actors.begin(), task.actors.end(), isAway)) {
    return nullptr;
  }
  return &*task.actors.front().away;
}

void warnOf(const ExpectedTask& task, const std::string& stage, const ForecastReport& report,
            Diagnostics& diagnostics) {
  const std::string day = printed(task.to);
  const bool isRole = task.by.kind == flow::Selector::Kind::role;
  if (task.gap == Stuck::onlyAuthor) {
    diagnostics.warning(messages::kOnlyAuthorThen, {}, {task.by.text(), day, stage})
        .hint(runtime::messages::kAppointAnother);
  } else if (task.gap == Stuck::vacant && isRole) {
    diagnostics.warning(messages::kVacantThen, {}, {task.by.name, day, stage})
        .hint(runtime::messages::kAppoint);
  } else if (task.gap) {
    diagnostics.warning(messages::kGoneThen, {}, {day, stage})
        .hint(runtime::messages::kPutBackFirst);
  }
  if (task.isReturning) {
    diagnostics.warning(messages::kReturnsNow, {}, {stage, printed(*task.due)})
        .hint(messages::kAnswerToday);
  }
  if (const Absence* absence = awayOf(task)) {
    diagnostics
        .warning(messages::kAwayThen, {},
                 {report.directory.nameOf(absence->person), printed(absence->from),
                  printed(absence->to), stage})
        .hint(messages::kPlanForIt);
  }
}

// With the cases of an office's store.
class CaseOutlook : public OfficeOutlook {
 public:
  CaseOutlook(const OfficeDirectory& directory, store::Store& store, const store::Blobs& blobs,
              Moment now)
      : OfficeOutlook(directory.office(), directory.calendar()),
        directory_(directory),
        store_(store),
        blobs_(blobs),
        now_(now) {}

  std::optional<runtime::PartEnd> endOfPart(const std::string& caseId,
                                            runtime::ForecastPace pace) override {
    const auto open = runtime::Cases(blobs_).find(*store_.begin(store::Access::read), caseId);
    if (!open) return std::nullopt;
    CaseOutlook outlook(directory_, store_, blobs_, now_);  // with days of its own
    const runtime::HandedData data = runtime::openData(blobs_, open->state.data.back());
    const Forecast expected = runtime::forecast(*open, data, outlook, now_, pace);
    const ForecastReport report{*open, directory_.office(), directory_, expected, std::nullopt};
    Diagnostics delays;
    warnOfDelays(report, delays);
    const bool isSure = delays.all().empty();
    if (pace == runtime::ForecastPace::lastDay) delays_.append(delays);
    if (expected.end != Forecast::End::finished) return std::nullopt;
    return runtime::PartEnd{expected.last, expected.isAllCounted && isSure};
  }

  /// What stands in the way of the parts.
  const Diagnostics& delays() const { return delays_; }

 private:
  const OfficeDirectory& directory_;
  store::Store& store_;
  const store::Blobs& blobs_;
  Moment now_;
  Diagnostics delays_;
};

}  // namespace

std::vector<Absence> OfficeOutlook::absencesOn(Date day) const {
  std::vector<Absence> absences;
  const Office& office = directory_.office();
  for (const Substitution& known : office.substitutions) {
    if (day < known.from || day > known.to) continue;
    Absence& absence = absences.emplace_back();
    const Post* post = office.findPost(known.post);
    if (post) absence.role = post->role;
    for (const Person& person : office.people) {
      if (person.post == known.post) absence.person = person.id;
    }
    absence.by = known.by;
    absence.post = known.shownAs;
    absence.basis = known.basis;
    absence.from = known.from;
    absence.to = known.to;
  }
  return absences;
}

void warnOfDelays(const ForecastReport& report, Diagnostics& diagnostics) {
  for (const ExpectedStage& expected : report.expected.stages) {
    const std::string& stage = report.open.core->definition.stages[expected.stage].title;
    for (const std::string& name : expected.unknown) {
      diagnostics.warning(messages::kUnknownThen, {}, {name, stage})
          .hint(runtime::messages::kNameFully);
    }
    for (const ExpectedTask& task : expected.tasks) warnOf(task, stage, report, diagnostics);
  }
  diagnostics.sort();
}

std::string Session::forecast(const std::string& caseId, bool isJson, Diagnostics& diagnostics) {
  if (!find(caseId, diagnostics)) return {};
  const auto open = runtime::Cases(blobs_).find(*store_->begin(store::Access::read), caseId);
  check(open.has_value(), "the case is there");
  const runtime::HandedData data = runtime::openData(blobs_, open->state.data.back());
  CaseOutlook outlook(directory_, *store_, blobs_, clock_.now());
  const Forecast expected = runtime::forecast(*open, data, outlook, clock_.now());
  const Forecast earliest =
      runtime::forecast(*open, data, outlook, clock_.now(), runtime::ForecastPace::atOnce);
  ForecastReport report{*open, directory_.office(), directory_, expected, std::nullopt};
  if (earliest.end == Forecast::End::finished) report.earliest = earliest.last;
  diagnostics.append(outlook.delays());
  warnOfDelays(report, diagnostics);
  return isJson ? forecastJson(report) : forecastText(report, language_);
}

}  // namespace chancery::app
