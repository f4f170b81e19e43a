#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "runtime/cases.h"
#include "runtime/directory.h"
#include "runtime/handed.h"
#include "runtime/parts.h"

namespace chancery::runtime {

/// An effect that waits to be carried out.
struct Work {
  OpenCase open;
  flow::Token token;  ///< its `since` is the effect's time: the same on every attempt
  flow::EffectKind kind = flow::EffectKind::publish;
  store::OutboxRow row;

  const flow::Stage& stage() const { return open.stageOf(token); }
};

/// Where the engine's own work is taken from the outbox and reported.
///
/// Every effect may be carried out more than once (a crash between doing and reporting); it is
/// reported once: who comes second finds that nobody waits for it any more, and nothing is written.
/// Errors: WorldError.
class Workbench {
 public:
  using Facts = std::vector<std::pair<std::string, std::string>>;
  struct Kept {
    std::string hash;
    std::uint64_t size = 0;
  };

  Workbench(store::Store& store, const store::Blobs& blobs, const Directory& directory,
            const Clock& clock)
      : store_(store), blobs_(blobs), directory_(directory), clock_(clock), cases_(blobs) {}

  std::vector<store::OutboxRow> pending() const;
  /// Nothing when nobody waits for it any more.
  std::optional<Work> take(const store::OutboxRow& row) const;

  /// The effect is done. `kept` are blobs that the facts name.
  void finish(const Work& work, const Facts& facts, const std::vector<Kept>& kept = {});
  /// The effect cannot be done for a reason that a person has to remove.
  void reject(const Work& work, const std::string& reason);
  /// The attempt failed; it will be repeated.
  void fail(const store::OutboxRow& row, std::string_view what);

  /// Whom the stage asks, or which parts go their own way, by the data that are in force. Errors:
  /// WorldError naming those whom the directory does not know: the work is repeated once it does.
  void findPeople(const Work& work);
  /// Begins a case about a part, in one transaction with its report; what is wrong with the part's
  /// data sends the document back.
  void startPart(const Work& work);
  /// Whether the part's case has ended; then the wait is over: the part is agreed to, or it was
  /// cancelled, or another edition of it was agreed to.
  bool endPart(const Work& work);
  /// Whether the day has come that a stage waits for; then the wait is over.
  bool endWait(const Work& work);

  bool hasEnded(const std::string& caseId) const;

  /// The office's day of a moment.
  Date dayOf(Moment moment) const { return directory_.dayOf(moment); }

  /// The steps of registration: they are nothing but writes to the store, in one transaction with
  /// their report.
  void reserve(const Work& work);
  void release(const Work& work);
  void enter(const Work& work);

 private:
  // Runs `step` in a writing transaction while the effect is still waited for. `step` gives the
  // event that reports it.
  template <typename Step>
  void report(const Work& work, const Step& step);
  HandedData dataOf(const Work& work) const;
  const std::vector<Part>& partsOf(const Work& work);
  flow::Event done(const Work& work, Facts facts) const;
  flow::Event rejected(const Work& work, std::string reason) const;

  store::Store& store_;
  const store::Blobs& blobs_;
  const Directory& directory_;
  const Clock& clock_;
  Cases cases_;
  std::string partsKey_;  ///< data and path of `parts_`
  std::vector<Part> parts_;
};

}  // namespace chancery::runtime
