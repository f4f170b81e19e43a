#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/diagnostic.h"
#include "runtime/cases.h"
#include "runtime/directory.h"
#include "runtime/handed.h"

namespace chancery::runtime {

struct ActRequest {
  std::string caseId;
  std::string task;
  flow::Outcome outcome = flow::Outcome::agree;
  std::string person;
  std::string remark;
  std::optional<HandedData> data;        ///< with `submit`
  std::optional<std::uint64_t> version;  ///< of the case that the person looked at
  std::vector<flow::Reply> replies = {};  ///< with `submit`: to the remarks of earlier rounds
};

/// A task comes into other hands.
struct HandOver {
  flow::Event::Kind kind = flow::Event::Kind::claim;  ///< or putBack, delegate, reassign
  std::string caseId;
  std::string task;
  std::string person;
  std::string to;  ///< delegate, reassign
  std::string remark;
};

/// Where people act: every request is answered with what happened or with a clear reason why not.
///
/// A request runs in one writing transaction, so of two people acting at once one comes second and
/// is told what the first one did.
/// Errors: WorldError. Results: false or nothing after errors in `diagnostics`.
class Desk {
 public:
  Desk(store::Store& store, const store::Blobs& blobs, const Directory& directory,
       const Clock& clock)
      : store_(store), blobs_(blobs), directory_(directory), clock_(clock), cases_(blobs) {}

  /// Begins a document and sends it on its way; the result is the case's id.
  std::optional<std::string> start(const Bundle& bundle, const std::string& person,
                                   const HandedData& data, Diagnostics& diagnostics);
  bool act(const ActRequest& request, Diagnostics& diagnostics);
  bool handOver(const HandOver& request, Diagnostics& diagnostics);
  bool withdraw(const std::string& caseId, flow::Allow::Act act, const std::string& person,
                const std::string& remark, Diagnostics& diagnostics);

 private:
  flow::Event eventOf(flow::Event::Kind kind, const std::string& person) const;
  void noteCapacity(const OpenCase& open, flow::Event& event) const;
  bool knows(const std::string& person, Diagnostics& diagnostics) const;
  void noteData(store::Transaction& transaction, const std::vector<std::string>& kept) const;
  std::optional<OpenCase> find(store::Transaction& transaction, const std::string& caseId,
                               Diagnostics& diagnostics) const;
  void dropParts(store::Transaction& transaction, const std::vector<flow::Token>& waiting,
                 Moment moment) const;
  bool isInTime(store::Transaction& transaction, const OpenCase& open,
                Diagnostics& diagnostics) const;
  void explain(flow::Refusal refusal, store::Transaction& transaction, const OpenCase& open,
               const ActRequest& request, Diagnostics& diagnostics) const;
  void explainClosedTask(store::Transaction& transaction, const OpenCase& open,
                         const ActRequest& request, Diagnostics& diagnostics) const;
  void checkPeople(const flow::Core& core, const HandedData& data, Diagnostics& diagnostics) const;
  void warnOfTerms(const flow::Stage& stage, const HandedData& data,
                   Diagnostics& diagnostics) const;
  void warnOfVacancies(const flow::Core& core, const std::string& author,
                       Diagnostics& diagnostics) const;

  store::Store& store_;
  const store::Blobs& blobs_;
  const Directory& directory_;
  const Clock& clock_;
  Cases cases_;
};

/// Whether a text that somebody typed can stand in a journal for good, and on paper: well-formed UTF-8
/// without control characters besides line ends and tabs. What is not is told.
bool isPlainText(std::string_view text, Diagnostics& diagnostics);

/// «П. А. Лугов; О. П. Веснина»: those whom a selector means, or who may answer a task; where nobody
/// may, those whom it asks.
std::string holdersInWords(const flow::Selector& by, const flow::State& state,
                           const Directory& directory);
std::string holdersInWords(const OpenCase& open, const flow::Token& task,
                           const Directory& directory);

/// Whether a task can be answered by nobody, because only the author, who may not
/// judge the own document, holds what it asks for.
bool onlyAuthorHolds(const flow::Core& core, const flow::State& state, const flow::Token& task,
                     const Directory& directory);

/// Button and name of recall and cancel.
const Text& buttonOf(flow::Allow::Act act);
const Text& statusOf(flow::CaseStatus status);

}  // namespace chancery::runtime
