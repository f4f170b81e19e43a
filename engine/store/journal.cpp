#include "store/journal.h"

#include "base/hash.h"

namespace chancery::store {
namespace {

std::string chained(std::string_view caseId, std::uint64_t sequence, std::string_view previous,
                    std::string_view payloadHash) {
  std::string bytes = "chancery-journal 1\n";
  bytes.append(caseId).append("\n").append(std::to_string(sequence)).append("\n");
  bytes.append(previous).append("\n").append(payloadHash).append("\n");
  return sha256(bytes);
}

}  // namespace

std::string rootHash(std::string_view caseId, std::string_view bundle) {
  return sha256("chancery-case 1\n" + std::string(caseId) + '\n' + std::string(bundle) + '\n');
}

Entry makeEntry(std::string caseId, std::uint64_t sequence, std::string_view previous,
                std::string payload) {
  Entry entry;
  entry.sequence = sequence;
  entry.payloadHash = sha256(payload);
  entry.hash = chained(caseId, sequence, previous, entry.payloadHash);
  entry.payload = std::move(payload);
  entry.caseId = std::move(caseId);
  return entry;
}

std::optional<Break> findBreak(std::string_view caseId, std::string_view bundle,
                               std::string_view head, const std::vector<Entry>& entries) {
  std::string previous = rootHash(caseId, bundle);
  std::uint64_t sequence = 0;
  for (const Entry& entry : entries) {
    ++sequence;
    if (entry.sequence != sequence || entry.caseId != caseId) {
      return Break{Damage::missing, sequence};
    }
    if (entry.payload && sha256(*entry.payload) != entry.payloadHash) {
      return Break{Damage::payload, sequence};
    }
    if (entry.hash != chained(caseId, sequence, previous, entry.payloadHash)) {
      return Break{Damage::chain, sequence};
    }
    previous = entry.hash;
  }
  if (previous != head) return Break{Damage::head, sequence};
  return std::nullopt;
}

}  // namespace chancery::store
