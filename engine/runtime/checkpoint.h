#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/clock.h"
#include "base/diagnostic.h"
#include "base/keys.h"
#include "store/store.h"

namespace chancery::runtime {

/// How far every journal of an office went at a moment. Kept elsewhere, it proves later that none
/// was cut back or rewritten.
///
/// Text, version 1, lines ending in LF, one space between words; journals in the order of their
/// ids, "0" is the office's own (store/journal.h tells how heads are made):
///
///     chancery-checkpoint 1
///     office OFFICE
///     moment 2026-06-05T09:00:00.000Z
///     journal ID VERSION HEAD
///     heads COUNT SHA-256 of the journal lines
///     key SHA-256 of the public key
///     signature ALGORITHM BASE64 of all the bytes before this line
struct Checkpoint {
  struct Head {
    std::string id;
    store::JournalHead reached;

    bool operator==(const Head&) const = default;
  };
  std::string office;
  Moment moment;
  std::vector<Head> heads;

  bool operator==(const Checkpoint&) const = default;
};

/// The heads as the store states them. Errors: WorldError.
Checkpoint takeCheckpoint(store::Store& store, std::string office, Moment moment);

/// The canonical text, signed.
std::string toText(const Checkpoint& checkpoint, const PrivateKey& key);

/// Reads a checkpoint and proves its signature. Nothing after errors in `diagnostics`.
std::optional<Checkpoint> openCheckpoint(const std::string& name, std::string_view text,
                                         const PublicKey& key, Diagnostics& diagnostics);

/// Compares journals with a checkpoint while they are read; without one it finds nothing.
class Comparison {
 public:
  Comparison(const Checkpoint* checkpoint, Diagnostics& diagnostics);

  /// For each journal: its beginning, with the root's hash, its entries, its end.
  void begin(const std::string& id, std::string_view root);
  void entry(const store::Entry& entry);
  void end();
  /// After all: tells of journals that are not there any more.
  void finish();

 private:
  struct Mark {
    const Checkpoint::Head* head = nullptr;
    bool isMet = false;
  };

  const Checkpoint* checkpoint_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, Mark> marks_;
  const Checkpoint::Head* current_ = nullptr;
  std::uint64_t sequence_ = 0;
};

}  // namespace chancery::runtime
