#include "runtime/checkpoint.h"

#include <charconv>

#include "base/base64.h"
#include "base/hash.h"
#include "runtime/messages.h"

namespace chancery::runtime {
namespace {

constexpr std::string_view kTitle = "chancery-checkpoint 1";

// The words of the next line, which has to begin with `word` and have `count` more; nothing else.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}

  std::optional<std::vector<std::string_view>> take(std::string_view word, std::size_t count) {
    const std::size_t end = text_.find('\n', offset_);
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view line = text_.substr(offset_, end - offset_);
    std::vector<std::string_view> words;
    for (std::size_t space = 0; space != std::string_view::npos;) {
      space = line.find(' ');
      words.push_back(line.substr(0, space));
      if (space != std::string_view::npos) line.remove_prefix(space + 1);
    }
    if (words.front() != word || words.size() != count + 1) return std::nullopt;
    before_ = offset_;
    offset_ = end + 1;
    ++number_;
    words.erase(words.begin());
    return words;
  }
  std::size_t number() const { return number_; }  ///< lines taken
  std::size_t before() const { return before_; }  ///< offset of the last of them
  bool isAtEnd() const { return offset_ == text_.size(); }

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  std::size_t before_ = 0;
  std::size_t number_ = 0;
};

std::optional<std::uint64_t> numberOf(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string lineOf(const Checkpoint::Head& head) {
  return "journal " + head.id + ' ' + std::to_string(head.reached.version) + ' ' +
         head.reached.head + '\n';
}

struct Signed {
  Checkpoint checkpoint;
  std::string_view bytes;  ///< that the signature is over
  std::string key;
  std::string algorithm;
  std::string signature;
};

bool readHeads(Lines& lines, Checkpoint& checkpoint) {
  std::string bytes;
  while (const auto words = lines.take("journal", 3)) {
    const auto version = numberOf((*words)[1]);
    if (!version) return false;
    checkpoint.heads.push_back({std::string((*words)[0]), {*version, std::string((*words)[2])}});
    bytes += lineOf(checkpoint.heads.back());
  }
  const auto sum = lines.take("heads", 2);
  return sum && (*sum)[0] == std::to_string(checkpoint.heads.size()) && (*sum)[1] == sha256(bytes);
}

bool readAll(Lines& lines, std::string_view text, Signed& read) {
  const auto title = lines.take("chancery-checkpoint", 1);
  if (!title || (*title)[0] != kTitle.substr(kTitle.rfind(' ') + 1)) return false;
  const auto office = lines.take("office", 1);
  const auto moment = office ? lines.take("moment", 1) : std::nullopt;
  const auto when = moment ? parseMoment((*moment)[0]) : std::nullopt;
  if (!when) return false;
  read.checkpoint.office = (*office)[0];
  read.checkpoint.moment = *when;
  if (!readHeads(lines, read.checkpoint)) return false;
  const auto key = lines.take("key", 1);
  const auto signature = key ? lines.take("signature", 2) : std::nullopt;
  const auto bytes = signature ? fromBase64((*signature)[1]) : std::nullopt;
  if (!bytes || !lines.isAtEnd()) return false;
  read.key = (*key)[0];
  read.algorithm = (*signature)[0];
  read.signature = *bytes;
  read.bytes = text.substr(0, lines.before());
  return true;
}

}  // namespace

Checkpoint takeCheckpoint(store::Store& store, std::string office, Moment moment) {
  Checkpoint checkpoint{std::move(office), moment, {}};
  const auto transaction = store.begin(store::Access::read);
  checkpoint.heads.push_back({std::string(store::kOfficeJournal), transaction->officeHead()});
  transaction->eachCase([&](const store::CaseRow& row) {
    checkpoint.heads.push_back({row.id, {row.version, row.head}});
  });
  return checkpoint;
}

std::string toText(const Checkpoint& checkpoint, const PrivateKey& key) {
  std::string heads;
  for (const Checkpoint::Head& head : checkpoint.heads) heads += lineOf(head);
  std::string text(kTitle);
  text += "\noffice " + checkpoint.office + "\nmoment " + toIso(checkpoint.moment) + '\n' + heads;
  text += "heads " + std::to_string(checkpoint.heads.size()) + ' ' + sha256(heads) + '\n';
  text += "key " + key.fingerprint() + '\n';
  std::string signature;
  appendBase64(signature, key.sign(text));
  return text + "signature " + std::string(key.algorithm()) + ' ' + signature + '\n';
}

std::optional<Checkpoint> openCheckpoint(const std::string& name, std::string_view text,
                                         const PublicKey& key, Diagnostics& diagnostics) {
  Lines lines(text);
  Signed read;
  if (!readAll(lines, text, read)) {
    diagnostics.error(messages::kCheckpointLine, {name, static_cast<int>(lines.number() + 1), 1})
        .hint(messages::kWholeCopy);
    return std::nullopt;
  }
  if (read.key != key.fingerprint()) {
    diagnostics.error(messages::kCheckpointKey, {name, 0, 0}, {read.key, key.fingerprint()})
        .hint(messages::kRightKey);
    return std::nullopt;
  }
  if (read.algorithm != key.algorithm() || !key.verify(read.bytes, read.signature)) {
    diagnostics.error(messages::kCheckpointSignature, {name, 0, 0}).hint(messages::kWholeCopy);
    return std::nullopt;
  }
  return std::move(read.checkpoint);
}

Comparison::Comparison(const Checkpoint* checkpoint, Diagnostics& diagnostics)
    : checkpoint_(checkpoint), diagnostics_(diagnostics) {
  if (!checkpoint) return;
  for (const Checkpoint::Head& head : checkpoint->heads) marks_[head.id].head = &head;
}

void Comparison::begin(const std::string& id, std::string_view root) {
  sequence_ = 0;
  current_ = nullptr;
  const auto mark = marks_.find(id);
  if (mark == marks_.end()) return;  // begun later
  mark->second.isMet = true;
  current_ = mark->second.head;
  if (current_->reached.version == 0 && current_->reached.head != root) {
    diagnostics_.error(messages::kRewritten, {}, {id, "0", toIso(checkpoint_->moment)})
        .hint(messages::kRestore);
  }
}

void Comparison::entry(const store::Entry& entry) {
  ++sequence_;
  if (!current_ || sequence_ != current_->reached.version || entry.hash == current_->reached.head) {
    return;
  }
  diagnostics_
      .error(messages::kRewritten, {},
             {current_->id, std::to_string(sequence_), toIso(checkpoint_->moment)})
      .hint(messages::kRestore);
}

void Comparison::end() {
  if (!current_ || sequence_ >= current_->reached.version) return;
  diagnostics_
      .error(messages::kCutBack, {},
             {current_->id, std::to_string(current_->reached.version), std::to_string(sequence_),
              toIso(checkpoint_->moment)})
      .hint(messages::kRestore);
}

void Comparison::finish() {
  if (!checkpoint_) return;
  for (const Checkpoint::Head& head : checkpoint_->heads) {
    if (marks_.at(head.id).isMet) continue;
    diagnostics_
        .error(messages::kJournalLost, {},
               {head.id, std::to_string(head.reached.version), toIso(checkpoint_->moment)})
        .hint(messages::kRestore);
  }
}

}  // namespace chancery::runtime
