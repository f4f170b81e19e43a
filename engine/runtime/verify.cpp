#include "runtime/verify.h"

#include <set>

#include "base/error.h"
#include "runtime/handed.h"
#include "runtime/ledger.h"
#include "runtime/messages.h"

namespace chancery::runtime {
namespace {

class Verifier {
 public:
  Verifier(store::Store& store, const store::Blobs& blobs, Diagnostics& diagnostics,
           const Checkpoint* checkpoint)
      : blobs_(blobs),
        diagnostics_(diagnostics),
        comparison_(checkpoint, diagnostics),
        cases_(blobs),
        transaction_(store.begin(store::Access::read)) {}

  Verification run() {
    transaction_->eachCase([this](const store::CaseRow& row) {
      ++result_.cases;
      try {
        verifyCase(row);
      } catch (const WorldError& error) {
        report(messages::kUnreadable, {row.id, error.what()});
      }
    });
    verifyOffice();
    comparison_.finish();
    verifyRegisters();
    verifyBlobs();
    return result_;
  }

 private:
  void report(const Message& message, std::vector<std::string> arguments) {
    diagnostics_.error(message, {}, std::move(arguments)).hint(messages::kRestore);
  }

  // Follows a case's journal from entry to entry, chain and state alike, until something is wrong.
  void verifyCase(const store::CaseRow& row) {
    if (bundles_.insert(row.bundle).second) {
      for (const std::string& hash : hashesOf(blobs_, row.bundle)) named_.insert(hash);
    }
    OpenCase open{row, cases_.coreOf(row.bundle), {}};
    store::ChainCheck chain(row.id, row.bundle);
    std::optional<store::Break> broken;
    bool isReplayed = true;
    std::uint64_t count = 0;
    comparison_.begin(row.id, chain.reached().head);
    transaction_->eachEntry(row.id, [&](const store::Entry& entry) {
      ++count;
      comparison_.entry(entry);
      if (!broken) broken = chain.take(entry);
      if (broken || !isReplayed) return;
      if (!entry.payload) isComplete_ = false;  // erased: its chain still holds
      isReplayed = entry.payload && replay(entry, open);
    });
    comparison_.end();
    result_.entries += count;
    if (count != row.version) {
      report(messages::kVersion, {row.id, std::to_string(count), std::to_string(row.version)});
    }
    if (!broken) broken = chain.finish(row.head);
    if (broken) {
      report(messages::kBroken, {row.id, std::to_string(broken->sequence),
                                 std::string(inWords(broken->damage).russian)});
    } else if (isReplayed) {
      compare(open);
    }
  }

  bool replay(const store::Entry& entry, OpenCase& open) {
    const auto event = flow::parseEvent(*entry.payload);
    flow::Answer answer = event ? flow::step(*open.core, open.state, *event)
                                : flow::Answer(flow::Refusal::notProvided);
    if (!std::holds_alternative<flow::Next>(answer)) {
      report(messages::kRefused, {entry.caseId, std::to_string(entry.sequence)});
      return false;
    }
    if (const flow::Token* token = open.state.findToken(event->key)) {
      ledger_.take(entry.caseId, open.nodeOf(*token).effect, open.state, *event);
    }
    open.state = std::move(std::get<flow::Next>(answer).state);
    return true;
  }

  // What was done by hand.
  void verifyOffice() {
    store::ChainCheck chain(store::kOfficeJournal, "");
    std::optional<store::Break> broken;
    comparison_.begin(std::string(store::kOfficeJournal), chain.reached().head);
    transaction_->eachEntry(store::kOfficeJournal, [&](const store::Entry& entry) {
      ++result_.entries;
      comparison_.entry(entry);
      if (!broken) broken = chain.take(entry);
      if (broken) return;
      const auto event = parseOfficeEvent(entry.payload.value_or(""));
      if (!entry.payload) {
        isComplete_ = false;
      } else if (!event || !ledger_.take(*event)) {
        report(messages::kOfficeRefused, {std::to_string(entry.sequence)});
      }
    });
    comparison_.end();
    const store::JournalHead head = transaction_->officeHead();
    if (!broken) broken = chain.finish(head.head);
    if (!broken && chain.reached() != head)
      broken = store::Break{store::Damage::head, head.version};
    if (broken) {
      report(messages::kOfficeBroken,
             {std::to_string(broken->sequence), std::string(inWords(broken->damage).russian)});
    }
  }

  void compare(const OpenCase& open) {
    const std::string& id = open.row.id;
    if (flow::toText(open.state) != open.row.state ||
        flow::wordOf(open.state.status) != open.row.status ||
        open.state.author != open.row.author) {
      report(messages::kState, {id});
    }
    if (tasksOf(open) != transaction_->tasks(id)) report(messages::kTasks, {id});
    std::vector<store::OutboxRow> effects = transaction_->outbox(id);
    for (store::OutboxRow& row : effects) {
      row.id = 0;
      row.attempts = 0;
      row.failure.clear();
    }
    if (effectsOf(open) != effects) report(messages::kEffects, {id});
    for (const flow::Token& token : open.state.tokens) compareChild(id, token.child);
    for (const std::string& hash : open.state.data) named_.insert(hash);
    for (const flow::File& file : open.state.files) named_.insert(file.hash);
  }

  void compareChild(const std::string& id, const std::string& childId) {
    if (childId.empty()) return;
    const auto row = transaction_->findCase(childId);
    const auto state = row ? flow::parseState(row->state) : std::nullopt;
    if (!state || state->parent != id) report(messages::kChild, {id, childId});
  }

  void verifyRegisters() {
    if (!isComplete_) return;
    const Register expected = ledger_.rows();
    Register shown;
    for (const store::NumberRow& row : transaction_->numbers("")) shown[keyOf(row)] = row;
    if (expected.size() != ledger_.count()) report(messages::kNumberTwice, {});
    for (const auto& [key, row] : expected) {
      const auto found = shown.find(key);
      if (found == shown.end() || found->second != row) {
        report(messages::kNumber, {row.text, row.date, row.caseId});
      }
    }
    for (const auto& [key, row] : shown) {
      if (!expected.contains(key)) report(messages::kNumber, {row.text, row.date, row.caseId});
    }
    if (expected == shown) verifySeries();
  }

  // A series that stands elsewhere than its numbers would give one of them again, or leave a gap.
  void verifySeries() {
    const auto word = [](const Ledger::Lasts& lasts, const Ledger::Lasts::key_type& key) {
      const auto found = lasts.find(key);
      return found == lasts.end() ? std::string("–") : std::to_string(found->second);
    };
    const Ledger::Lasts expected = ledger_.lasts();
    Ledger::Lasts shown;
    for (const store::SeriesRow& row : transaction_->series()) {
      shown[{row.series, row.year}] = row.last;
    }
    Ledger::Lasts all = expected;
    all.insert(shown.begin(), shown.end());
    for (const auto& [key, last] : all) {
      if (word(expected, key) == word(shown, key)) continue;
      report(messages::kSeries,
             {key.first, std::to_string(key.second), word(shown, key), word(expected, key)});
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
        report(messages::kBlob, {blobs_.pathOf(hash).string(), error.cause()});
      }
    }
  }

  const store::Blobs& blobs_;
  Diagnostics& diagnostics_;
  Comparison comparison_;
  Cases cases_;
  std::unique_ptr<store::Transaction> transaction_;
  Ledger ledger_;
  std::set<std::string> bundles_;
  std::set<std::string> named_;
  bool isComplete_ = true;
  Verification result_;
};

}  // namespace

const Text& inWords(store::Damage damage) {
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

Verification verify(store::Store& store, const store::Blobs& blobs, Diagnostics& diagnostics,
                    const Checkpoint* checkpoint) {
  return Verifier(store, blobs, diagnostics, checkpoint).run();
}

}  // namespace chancery::runtime
