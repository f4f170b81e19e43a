#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace chancery::effects {

/// SQLite on a machine whose power may fail: what it wrote and did not sync is then lost. While one
/// of these lives, every database is opened on it.
///
/// Syncing costs nothing here; files lie where they would anyway. One at a time.
class Power {
 public:
  Power();
  ~Power();
  Power(const Power&) = delete;
  Power& operator=(const Power&) = delete;

  /// The power fails at the sync after `syncs` more of them: neither this one nor anything later is
  /// done. Negative: it does not fail.
  void failAfter(int syncs);
  bool hasFailed() const;
  int syncs() const;  ///< since the beginning

  /// What a disk shows when the power is back: files as of their last sync. `seed` other than 0:
  /// of what was not synced some sectors have arrived, chosen by it.
  void comeBack(std::uint64_t seed);

 private:
  struct Vfs;
  std::unique_ptr<Vfs> vfs_;
};

}  // namespace chancery::effects
