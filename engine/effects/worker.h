#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "effects/renderer.h"
#include "effects/site.h"
#include "runtime/workbench.h"

namespace chancery::effects {

/// What became of one effect.
struct Attempt {
  std::string caseId;
  flow::EffectKind kind = flow::EffectKind::publish;
  std::string failure;  ///< "" when it was carried out
};

/// Carries out the outbox: renders, reserves, registers, publishes.
///
/// At least once: a crash between doing and reporting repeats the effect with the same key, and
/// every effect repeated gives the same result. Bytes are in the blob store, synced, before the
/// transaction that names them. Published bytes come from there and are never rendered again.
class Worker {
 public:
  /// `outgoing` is where files for addressees go.
  Worker(runtime::Workbench& bench, Renderer& renderer, const store::Blobs& blobs, Site site,
         Site outgoing)
      : bench_(bench),
        renderer_(renderer),
        blobs_(blobs),
        site_(std::move(site)),
        outgoing_(std::move(outgoing)) {}

  /// Carries out the oldest effect that has neither failed in this worker's hands nor waits; nothing
  /// when there is none. A failure of the world is noted in the outbox and told in the result.
  std::optional<Attempt> runOnce();
  /// Goes on until nothing is left to do; the failures.
  std::vector<Attempt> drain();

 private:
  bool isOver(const runtime::Work& work);
  void carryOut(const runtime::Work& work);
  void render(const runtime::Work& work, bool isFinal);
  void checkForm(const runtime::Work& work);
  void publish(const runtime::Work& work);
  void distribute(const runtime::Work& work);
  std::vector<Publication> finalFiles(const runtime::Work& work,
                                      const std::filesystem::path& folder,
                                      const std::vector<std::string>& formats, const Site& site,
                                      runtime::Workbench::Facts& facts);

  runtime::Workbench& bench_;
  Renderer& renderer_;
  const store::Blobs& blobs_;
  Site site_;
  Site outgoing_;
  std::set<std::int64_t> failed_;   ///< not again by this worker
  std::set<std::int64_t> waiting_;  ///< for a day or another document; not again until work is done
};

/// Name of a case's published files without its ending: "order-2026-06-05-104".
std::string publishedName(const runtime::OpenCase& open);

}  // namespace chancery::effects
