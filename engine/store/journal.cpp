#include "store/journal.h"

#include "base/hash.h"

namespace chancery::store {
namespace {

// `bytes` is scratch memory.
std::string chained(std::string_view caseId, std::uint64_t sequence, std::string_view previous,
                    std::string_view payloadHash, std::string& bytes) {
  bytes.assign("chancery-journal 1\n");
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
  std::string bytes;
  entry.hash = chained(caseId, sequence, previous, entry.payloadHash, bytes);
  entry.payload = std::move(payload);
  entry.caseId = std::move(caseId);
  return entry;
}

ChainCheck::ChainCheck(std::string_view caseId, std::string_view bundle) : caseId_(caseId) {
  reached_.head = rootHash(caseId, bundle);
}

std::optional<Break> ChainCheck::take(const Entry& entry) {
  const std::uint64_t sequence = reached_.version + 1;
  if (entry.sequence != sequence || entry.caseId != caseId_) {
    return Break{Damage::missing, sequence};
  }
  if (entry.payload && sha256(*entry.payload) != entry.payloadHash) {
    return Break{Damage::payload, sequence};
  }
  if (entry.hash != chained(caseId_, sequence, reached_.head, entry.payloadHash, bytes_)) {
    return Break{Damage::chain, sequence};
  }
  reached_.version = sequence;
  reached_.head = entry.hash;
  return std::nullopt;
}

std::optional<Break> ChainCheck::finish(std::string_view head) const {
  if (reached_.head != head) return Break{Damage::head, reached_.version};
  return std::nullopt;
}

std::optional<Break> findBreak(std::string_view caseId, std::string_view bundle,
                               std::string_view head, const std::vector<Entry>& entries) {
  ChainCheck chain(caseId, bundle);
  for (const Entry& entry : entries) {
    if (const auto broken = chain.take(entry)) return broken;
  }
  return chain.finish(head);
}

}  // namespace chancery::store
