#include "runtime/journal_file.h"

#include <algorithm>

#include "base/stream.h"
#include "flow/record.h"
#include "runtime/messages.h"

namespace chancery::runtime {
namespace {

constexpr std::size_t kLongestLine = 64u << 20;
constexpr std::string_view kVersion = "1";

// Whether a line has these fields, in this order; the last may be absent where it `isOptional`.
bool hasFields(const flow::Line& line, std::initializer_list<std::string_view> names,
               bool isOptional = false) {
  const std::size_t missing = names.size() - std::min(names.size(), line.fields.size());
  return line.fields.size() <= names.size() && missing <= (isOptional ? 1u : 0u) &&
         std::equal(line.fields.begin(), line.fields.end(), names.begin(),
                    [](const auto& field, std::string_view name) { return field.first == name; });
}

class Exporter {
 public:
  Exporter(store::Transaction& transaction, const std::filesystem::path& path)
      : transaction_(transaction), file_(path) {}

  Verification run(const std::string& office, Moment moment) {
    flow::Line title("journal-file");
    write(title.add("version", kVersion).add("office", office).add("moment", toIso(moment)));
    journal(std::string(store::kOfficeJournal), {}, transaction_.officeHead());
    transaction_.eachCase([this](const store::CaseRow& row) {
      ++result_.cases;
      journal(row.id, row.bundle, {row.version, row.head});
    });
    flow::Line end("end-of-file");
    end.add("journals", static_cast<std::int64_t>(result_.cases) + 1);
    write(end.add("entries", static_cast<std::int64_t>(result_.entries)));
    file_.finish();
    return result_;
  }

 private:
  void write(const flow::Line& line) { file_.write(flow::writeLines({line})); }

  void journal(const std::string& id, std::string_view bundle, const store::JournalHead& head) {
    flow::Line begin("journal");
    write(begin.add("case", id).add("bundle", bundle));
    transaction_.eachEntry(id, [&](const store::Entry& entry) {
      ++result_.entries;
      flow::Line line("entry");
      line.add("case", id).add("sequence", static_cast<std::int64_t>(entry.sequence));
      line.add("payload-hash", entry.payloadHash).add("hash", entry.hash);
      write(line.add("payload", entry.payload.value_or("")));
    });
    flow::Line end("end");
    end.add("case", id).add("version", static_cast<std::int64_t>(head.version));
    write(end.add("head", head.head));
  }

  store::Transaction& transaction_;
  FileWriter file_;
  Verification result_;
};

class FileVerifier {
 public:
  FileVerifier(const std::filesystem::path& path, const Checkpoint* checkpoint,
               Diagnostics& diagnostics)
      : name_(path.string()),
        reader_(path, kLongestLine),
        checkpoint_(checkpoint),
        diagnostics_(diagnostics),
        comparison_(checkpoint, diagnostics) {}

  Verification run() {
    std::string text;
    bool isGood = true;
    while (isGood && !isEnded_ && reader_.next(text)) {
      ++line_;
      const auto lines = flow::parseLines(text);
      isGood = lines && lines->size() == 1 && take(lines->front());
    }
    if (!isGood) {
      diagnostics_.error(messages::kFileLine, place()).hint(messages::kWholeCopy);
    } else if (!isEnded_) {
      diagnostics_.error(messages::kFileCut, place()).hint(messages::kWholeCopy);
    } else if (reader_.next(text)) {
      ++line_;
      diagnostics_.error(messages::kFileLine, place()).hint(messages::kWholeCopy);
    } else {
      comparison_.finish();
    }
    return result_;
  }

 private:
  Place place() const { return {name_, static_cast<int>(line_), 1}; }

  // False when the line may not stand here.
  bool take(const flow::Line& line) {
    if (line_ == 1) return takeTitle(line);
    if (line.word == "journal") return takeJournal(line);
    if (line.word == "entry") return chain_ && takeEntry(line);
    if (line.word == "end") return chain_ && takeEnd(line);
    if (line.word != "end-of-file" || chain_ || !hasFields(line, {"journals", "entries"})) {
      return false;
    }
    isEnded_ = true;
    return line.number("journals") == static_cast<std::int64_t>(journals_) &&
           line.number("entries") == static_cast<std::int64_t>(result_.entries);
  }

  bool takeTitle(const flow::Line& line) {
    if (line.word != "journal-file" || line.text("version") != kVersion ||
        !hasFields(line, {"version", "office", "moment"})) {
      return false;
    }
    if (checkpoint_ && checkpoint_->office != line.text("office")) {
      diagnostics_
          .error(messages::kCheckpointOffice, place(),
                 {checkpoint_->office, std::string(line.text("office"))})
          .hint(messages::kRightCheckpoint);
    }
    return true;
  }

  bool takeJournal(const flow::Line& line) {
    if (chain_ || !hasFields(line, {"case", "bundle"}, true)) return false;
    id_ = line.text("case");
    ++journals_;
    if (id_ != store::kOfficeJournal) ++result_.cases;
    chain_.emplace(id_, line.text("bundle"));
    broken_.reset();
    comparison_.begin(id_, chain_->reached().head);
    return true;
  }

  bool takeEntry(const flow::Line& line) {
    const auto sequence = line.number("sequence");
    const bool isWhole =
        hasFields(line, {"case", "sequence", "payload-hash", "hash", "payload"}, true);
    if (!isWhole || !sequence || line.text("case") != id_) return false;
    entry_.caseId = id_;
    entry_.sequence = static_cast<std::uint64_t>(*sequence);
    entry_.payloadHash = line.text("payload-hash");
    entry_.hash = line.text("hash");
    entry_.payload.reset();
    if (!line.text("payload").empty()) entry_.payload = line.text("payload");
    ++result_.entries;
    comparison_.entry(entry_);
    if (broken_) return true;
    broken_ = chain_->take(entry_);
    if (broken_) tell(*broken_);
    return true;
  }

  bool takeEnd(const flow::Line& line) {
    if (line.text("case") != id_ || !hasFields(line, {"case", "version", "head"})) return false;
    if (!broken_) broken_ = chain_->finish(line.text("head"));
    const bool isWhole =
        line.number("version") == static_cast<std::int64_t>(chain_->reached().version);
    if (!broken_ && !isWhole) {
      broken_ = store::Break{store::Damage::head, chain_->reached().version};
    }
    if (broken_ && broken_->damage == store::Damage::head) tell(*broken_);
    comparison_.end();
    chain_.reset();
    return true;
  }

  void tell(const store::Break& broken) {
    diagnostics_
        .error(messages::kBroken, place(),
               {id_, std::to_string(broken.sequence), std::string(inWords(broken.damage).russian)})
        .hint(messages::kWholeCopy);
  }

  std::string name_;
  LineReader reader_;
  const Checkpoint* checkpoint_;
  Diagnostics& diagnostics_;
  Comparison comparison_;
  Verification result_;
  std::size_t line_ = 0;
  std::size_t journals_ = 0;
  bool isEnded_ = false;
  std::string id_;
  store::Entry entry_;
  std::optional<store::ChainCheck> chain_;
  std::optional<store::Break> broken_;
};

}  // namespace

Verification exportJournals(store::Store& store, const std::string& office, Moment moment,
                            const std::filesystem::path& path) {
  const auto transaction = store.begin(store::Access::read);
  return Exporter(*transaction, path).run(office, moment);
}

Verification verifyJournalFile(const std::filesystem::path& path, const Checkpoint* checkpoint,
                               Diagnostics& diagnostics) {
  return FileVerifier(path, checkpoint, diagnostics).run();
}

}  // namespace chancery::runtime
