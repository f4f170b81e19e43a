#include "runtime/verify.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>

#include "base/error.h"
#include "runtime/handed.h"
#include "runtime/messages.h"

namespace chancery::runtime {
namespace {

using NumberKey = std::tuple<std::string, int, std::int64_t>;
using Register = std::map<NumberKey, store::NumberRow>;

NumberKey keyOf(const store::NumberRow& row) {
  return {row.series, row.year, row.value};
}

const Text& wordsOf(store::Damage damage) {
  static constexpr Text kMissing{"записи нет или она не на своём месте",
                                 "the entry is missing or out of place"};
  static constexpr Text kPayload{"содержание записи изменено", "the entry's content was changed"};
  static constexpr Text kChain{"запись не продолжает предыдущую",
                               "the entry does not follow from the one before"};
  static constexpr Text kHead{"последних записей не хватает", "the last entries are missing"};
  switch (damage) {
    case store::Damage::missing:
      return kMissing;
    case store::Damage::payload:
      return kPayload;
    case store::Damage::chain:
      return kChain;
    case store::Damage::head:
      return kHead;
  }
  return kChain;
}

// What the registers must show, told by the journals alone.
class Ledger {
 public:
  void take(const std::string& caseId, flow::EffectKind kind, const flow::State& before,
            const flow::Event& event) {
    if (event.kind != flow::Event::Kind::done) return;
    if (kind == flow::EffectKind::reserve) {
      store::NumberRow row;
      row.series = event.fact("series");
      row.year = std::atoi(std::string(event.fact("year")).c_str());
      row.value = std::atoll(std::string(event.fact("value")).c_str());
      row.text = event.fact("number");
      row.date = event.fact("date");
      row.caseId = caseId;
      live_[caseId] = row;
    } else if (kind == flow::EffectKind::registration) {
      live_[caseId].status = store::NumberRow::Status::registered;
    } else if (kind == flow::EffectKind::release) {
      store::NumberRow row = live_[caseId];
      live_.erase(caseId);
      if (event.fact("release") != "annulled") return;
      row.status = store::NumberRow::Status::annulled;
      row.reason = before.rejection;
      rows_[keyOf(row)] = row;
    }
  }

  // Two cases with one number would leave one row: it is noticed as a missing one.
  Register rows() const {
    Register result = rows_;
    for (const auto& [caseId, row] : live_) result[keyOf(row)] = row;
    return result;
  }
  std::size_t count() const { return rows_.size() + live_.size(); }

 private:
  Register rows_;
  std::map<std::string, store::NumberRow> live_;
};

class Verifier {
 public:
  Verifier(store::Store& store, const store::Blobs& blobs, Diagnostics& diagnostics)
      : blobs_(blobs),
        diagnostics_(diagnostics),
        cases_(blobs),
        transaction_(store.begin(store::Access::read)) {}

  Verification run() {
    for (const store::CaseRow& row : transaction_->cases()) {
      ++result_.cases;
      try {
        verifyCase(row);
      } catch (const WorldError& error) {
        diagnostics_.error(messages::kUnreadable, {}, {row.id, error.what()});
      }
    }
    verifyRegisters();
    verifyBlobs();
    return result_;
  }

 private:
  void verifyCase(const store::CaseRow& row) {
    const std::vector<store::Entry> entries = transaction_->journal(row.id);
    result_.entries += entries.size();
    if (entries.size() != row.version) {
      diagnostics_.error(messages::kVersion, {},
                         {row.id, std::to_string(entries.size()), std::to_string(row.version)});
    }
    if (const auto broken = store::findBreak(row.id, row.bundle, row.head, entries)) {
      diagnostics_.error(
          messages::kBroken, {},
          {row.id, std::to_string(broken->sequence), std::string(wordsOf(broken->damage).russian)});
      return;
    }
    for (const std::string& hash : hashesOf(blobs_, row.bundle)) named_.insert(hash);
    const bool isErased = std::any_of(entries.begin(), entries.end(),
                                      [](const store::Entry& entry) { return !entry.payload; });
    if (isErased) {
      isComplete_ = false;  // what was erased cannot be replayed; its chain still holds
      return;
    }
    replay(row, entries);
  }

  void replay(const store::CaseRow& row, const std::vector<store::Entry>& entries) {
    OpenCase open{row, cases_.coreOf(row.bundle), {}};
    for (const store::Entry& entry : entries) {
      const auto event = flow::parseEvent(*entry.payload);
      flow::Answer answer = event ? flow::step(*open.core, open.state, *event)
                                  : flow::Answer(flow::Refusal::notProvided);
      if (!std::holds_alternative<flow::Next>(answer)) {
        diagnostics_.error(messages::kRefused, {}, {row.id, std::to_string(entry.sequence)});
        return;
      }
      if (const flow::Token* token = open.state.findToken(event->key)) {
        ledger_.take(row.id, open.nodeOf(*token).effect, open.state, *event);
      }
      open.state = std::move(std::get<flow::Next>(answer).state);
    }
    compare(open);
  }

  void compare(const OpenCase& open) {
    const std::string& id = open.row.id;
    if (flow::toText(open.state) != open.row.state ||
        flow::wordOf(open.state.status) != open.row.status ||
        open.state.author != open.row.author) {
      diagnostics_.error(messages::kState, {}, {id});
    }
    if (tasksOf(open) != transaction_->tasks(id)) diagnostics_.error(messages::kTasks, {}, {id});
    std::vector<store::OutboxRow> effects = transaction_->outbox(id);
    for (store::OutboxRow& row : effects) {
      row.id = 0;
      row.attempts = 0;
      row.failure.clear();
    }
    if (effectsOf(open) != effects) diagnostics_.error(messages::kEffects, {}, {id});
    for (const std::string& hash : open.state.data) named_.insert(hash);
    for (const flow::File& file : open.state.files) named_.insert(file.hash);
  }

  void verifyRegisters() {
    if (!isComplete_) return;
    const Register expected = ledger_.rows();
    Register shown;
    for (const store::NumberRow& row : transaction_->numbers("")) shown[keyOf(row)] = row;
    if (expected.size() != ledger_.count()) diagnostics_.error(messages::kNumberTwice, {});
    for (const auto& [key, row] : expected) {
      const auto found = shown.find(key);
      if (found == shown.end() || found->second != row) {
        diagnostics_.error(messages::kNumber, {}, {row.text, row.date, row.caseId});
      }
    }
    for (const auto& [key, row] : shown) {
      if (!expected.contains(key)) {
        diagnostics_.error(messages::kNumber, {}, {row.text, row.date, row.caseId});
      }
    }
  }

  void verifyBlobs() {
    for (const std::string& hash : transaction_->blobs()) named_.insert(hash);
    std::vector<std::string> all(named_.begin(), named_.end());
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::string hash = all[i];
      try {
        for (std::string& further : hashesInData(blobs_.require(hash))) {
          if (named_.insert(further).second) all.push_back(std::move(further));
        }
      } catch (const WorldError& error) {
        diagnostics_.error(messages::kBlob, {}, {blobs_.pathOf(hash).string(), error.cause()});
      }
    }
  }

  const store::Blobs& blobs_;
  Diagnostics& diagnostics_;
  Cases cases_;
  std::unique_ptr<store::Transaction> transaction_;
  Ledger ledger_;
  std::set<std::string> named_;
  bool isComplete_ = true;
  Verification result_;
};

}  // namespace

Verification verify(store::Store& store, const store::Blobs& blobs, Diagnostics& diagnostics) {
  return Verifier(store, blobs, diagnostics).run();
}

}  // namespace chancery::runtime
