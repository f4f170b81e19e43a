#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runtime/answerers.h"
#include "runtime/cases.h"
#include "runtime/directory.h"

namespace chancery::runtime {

/// An open task, with everything that its answer needs.
struct TaskView {
  std::string caseId;
  std::string document;  ///< title of the case
  std::string id;
  flow::StageKind kind = flow::StageKind::draft;
  std::string stage;     ///< title
  std::string holders;   ///< names
  std::string selector;  ///< "role:head"
  Moment opened;
  std::optional<flow::Term> due;
  std::optional<Date> dueOn;  ///< the last day of the term
  std::string subject;        ///< of a task that stands for one item
  std::vector<flow::Outcome> outcomes;
  std::optional<Stuck> stuck;  ///< nobody may answer it, `holders` neither
};

/// An effect that waits.
struct EffectView {
  flow::EffectKind kind = flow::EffectKind::publish;
  std::string stage;
  int attempts = 0;
  std::string failure;
  std::string subject;  ///< of a part that goes its own way
  std::string child;    ///< its case
};

struct VisaView {
  std::string stage;
  std::string person;
  flow::Outcome outcome = flow::Outcome::agree;
  std::string remark;
  Moment moment;
};

/// The card of a document.
struct CaseView {
  store::CaseRow row;
  std::string workflow;  ///< title
  flow::State state;
  std::vector<TaskView> tasks;
  std::vector<EffectView> effects;
  std::vector<VisaView> visas;                                        ///< of this round
  std::vector<std::pair<flow::Allow::Act, std::string>> withdrawals;  ///< possible now; by whom
};

/// One line of a case's history.
struct HistoryLine {
  flow::Event event;
  int round = 0;      ///< that the event belongs to
  std::string stage;  ///< title; "" where none is meant
  std::optional<flow::EffectKind> effect;
};

/// One line of a register: a number with its document, or why there is none.
struct RegisterLine {
  std::optional<store::NumberRow> row;  ///< absent: a number that nothing explains
  int year = 0;    ///< of the series; 0 = it does not begin anew
  int dateYear = 0;  ///< of the number's date; of a gap, that of the number behind it
  std::int64_t value = 0;
  std::string text;       ///< the number as printed
  std::string document;   ///< title
  std::string author;     ///< name
  std::string signatory;  ///< name of who signed or approved it
};

/// What people may look at. Errors: WorldError.
class View {
 public:
  View(store::Store& store, const store::Blobs& blobs, const Directory& directory)
      : store_(store), directory_(directory), cases_(blobs) {}

  /// The tasks that a person may answer, oldest first.
  std::vector<TaskView> inbox(const std::string& person) const;
  std::optional<CaseView> find(const std::string& caseId) const;
  /// Whether a person may look at a case: anybody, unless its definition restricts access to those
  /// who take part: the author, those whom a stage may ask, those who have it or have answered.
  bool mayLook(const std::string& caseId, const std::string& person) const;
  std::vector<HistoryLine> history(const std::string& caseId) const;
  /// A series' numbers in order, gaps included.
  std::vector<RegisterLine> registerOf(const Series& series) const;

 private:
  TaskView viewOf(const OpenCase& open, const flow::Token& token) const;

  store::Store& store_;
  const Directory& directory_;
  Cases cases_;
};

}  // namespace chancery::runtime
