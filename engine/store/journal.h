#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chancery::store {

/// One entry of a case's journal.
///
/// Chain, version 1. Every hash is SHA-256 over bytes, written as 64 lower-case hex digits:
///
///     payload hash = SHA-256(payload)
///     hash         = SHA-256("chancery-journal 1" LF case LF sequence LF previous LF
///                            payload hash LF)
///     previous     = the hash of the entry before; for sequence 1 it is
///                    SHA-256("chancery-case 1" LF case LF bundle LF)
///
/// `case` and `sequence` are decimal without leading zeros, LF is the byte 0x0A. The chain runs
/// over the payload's hash, not the payload: a payload with personal data can be erased and the
/// chain still holds. The bundle at its root pins the definition that the payloads are replayed
/// with.
struct Entry {
  std::string caseId;
  std::uint64_t sequence = 0;          ///< from 1
  std::optional<std::string> payload;  ///< absent once erased
  std::string payloadHash;
  std::string hash;

  bool operator==(const Entry&) const = default;
};

/// The office's own journal: what is done by hand to registers, in no case. Its chain is that of a
/// case of this id with the bundle "".
inline constexpr std::string_view kOfficeJournal = "0";

/// How far a journal goes.
struct JournalHead {
  std::uint64_t version = 0;  ///< entries
  std::string head;           ///< hash of the last of them; the root's without any

  bool operator==(const JournalHead&) const = default;
};

/// The head of a journal without entries.
std::string rootHash(std::string_view caseId, std::string_view bundle);

Entry makeEntry(std::string caseId, std::uint64_t sequence, std::string_view previous,
                std::string payload);

/// What is wrong with a journal.
enum class Damage {
  missing,  ///< an entry is missing or stands in the wrong place
  payload,  ///< a payload does not have its hash
  chain,    ///< an entry's hash does not follow from the one before
  head,     ///< the case names another last entry
};

struct Break {
  Damage damage = Damage::chain;
  std::uint64_t sequence = 0;

  bool operator==(const Break&) const = default;
};

/// Follows a journal from entry to entry.
class ChainCheck {
 public:
  ChainCheck(std::string_view caseId, std::string_view bundle);

  /// What is wrong with the next entry; after a break nothing more is looked for.
  std::optional<Break> take(const Entry& entry);
  /// What is wrong with the end, which has to be `head`.
  std::optional<Break> finish(std::string_view head) const;
  /// How far the entries have led.
  const JournalHead& reached() const { return reached_; }

 private:
  std::string caseId_;
  JournalHead reached_;
  std::string bytes_;  ///< kept for its memory
};

/// The first thing wrong with a case's whole journal; nothing when it holds.
std::optional<Break> findBreak(std::string_view caseId, std::string_view bundle,
                               std::string_view head, const std::vector<Entry>& entries);

}  // namespace chancery::store
