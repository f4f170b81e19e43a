#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "flow/step.h"
#include "runtime/bundle.h"
#include "store/store.h"

namespace chancery::runtime {

/// A case as it stands in a transaction.
struct OpenCase {
  store::CaseRow row;
  std::shared_ptr<const flow::Core> core;  ///< of the definition that the case is pinned to
  flow::State state;

  const flow::Node& nodeOf(const flow::Token& token) const { return core->nodes[token.node]; }
  const flow::Stage& stageOf(const flow::Token& token) const {
    return core->stageOf(nodeOf(token));
  }
};

/// "role:head", "person:k1": whose inboxes a task stands in, sorted.
std::vector<std::string> holdersOf(const OpenCase& open, const flow::Token& task);

/// What everybody may be told of a case: its title, or of one with restricted access its workflow's.
const std::string& titleFor(const OpenCase& open);

/// The rows that a state stands for; what the tables must equal.
std::vector<store::TaskRow> tasksOf(const OpenCase& open);
std::vector<store::OutboxRow> effectsOf(const OpenCase& open);

/// Opens cases and takes them from event to event.
class Cases {
 public:
  explicit Cases(const store::Blobs& blobs) : blobs_(blobs) {}

  /// Nothing when there is no such case. Errors: WorldError when what it is pinned to is damaged.
  std::optional<OpenCase> find(store::Transaction& transaction, std::string_view id) const;
  OpenCase open(const store::CaseRow& row) const;

  /// The compiled definition of a bundle.
  std::shared_ptr<const flow::Core> coreOf(const std::string& bundle) const;

  /// Adds a case to the transaction, with `start` as its first event. `row` names workflow, title
  /// and bundle. Nothing when the author may not.
  std::optional<OpenCase> begin(store::Transaction& transaction, store::CaseRow row,
                                const flow::Event& start) const;

  /// Applies an event and writes all that follows from it into the transaction. A refused event
  /// writes nothing.
  std::optional<flow::Refusal> apply(store::Transaction& transaction, OpenCase& open,
                                     const flow::Event& event) const;

 private:
  const store::Blobs& blobs_;
  mutable std::map<std::string, std::shared_ptr<const flow::Core>, std::less<>> cores_;
};

}  // namespace chancery::runtime
