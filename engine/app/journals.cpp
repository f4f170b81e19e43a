#include "app/journals.h"

#include "app/files.h"
#include "app/messages.h"
#include "app/outputs.h"
#include "app/session.h"
#include "base/file.h"
#include "runtime/checkpoint.h"
#include "runtime/journal_file.h"
#include "runtime/messages.h"
#include "runtime/verify.h"

// What a session does with journals as a whole.
namespace chancery::app {
namespace {

constexpr std::uint64_t kLargestKey = 1u << 20;
constexpr std::uint64_t kLargestCheckpoint = 4ull << 30;

void tell(KeyFault fault, const std::string& file, Diagnostics& diagnostics) {
  switch (fault) {
    case KeyFault::unreadable:
      diagnostics.error(messages::kKeyUnreadable, {}, {file}).hint(messages::kMakeKeys);
      return;
    case KeyFault::encrypted:
      diagnostics.error(messages::kKeyEncrypted, {}, {file}).hint(messages::kDecryptKey);
      return;
    case KeyFault::unsupported:
      diagnostics.error(messages::kKeyKind, {}, {file}).hint(messages::kMakeKeys);
  }
}

template <typename Half>
std::optional<Half> readKey(const std::string& file, Diagnostics& diagnostics) {
  const auto pem = findFile(file, kLargestKey);
  if (!pem) {
    diagnostics.error(messages::kNoFile, {}, {file}).hint(messages::kMakeKeys);
    return std::nullopt;
  }
  auto key = Half::read(*pem);
  if (auto* good = std::get_if<Half>(&key)) return std::move(*good);
  tell(std::get<KeyFault>(key), file, diagnostics);
  return std::nullopt;
}

// Nothing when there is none to compare with; then `diagnostics` say whether that is an error.
std::optional<runtime::Checkpoint> checkpointOf(const VerifyRequest& request,
                                                Diagnostics& diagnostics) {
  if (request.checkpoint.empty()) return std::nullopt;
  if (request.publicKey.empty()) {
    diagnostics.error(messages::kKeyMissing, {}).hint(messages::kGiveKey);
    return std::nullopt;
  }
  const auto key = readKey<PublicKey>(request.publicKey, diagnostics);
  const auto text = findFile(request.checkpoint, kLargestCheckpoint);
  if (!text) diagnostics.error(messages::kNoFile, {}, {request.checkpoint});
  if (!key || !text) return std::nullopt;
  return runtime::openCheckpoint(request.checkpoint, *text, *key, diagnostics);
}

std::string resultOf(const runtime::Verification& result,
                     const std::optional<runtime::Checkpoint>& checkpoint, bool isBroken,
                     Language language) {
  static constexpr Text kWhole{"История цела: документов {0}, записей {1}\n",
                               "The history is whole: documents {0}, entries {1}\n"};
  static constexpr Text kBroken{"История нарушена: документов {0}, записей {1}\n",
                                "The history is broken: documents {0}, entries {1}\n"};
  static constexpr Text kSince{
      "С контрольной точки {0} ничего не урезано и не переписано: журналов {1}\n",
      "Since the checkpoint of {0} nothing was cut back or rewritten: journals {1}\n"};
  std::string text = fill((isBroken ? kBroken : kWhole).in(language),
                          {std::to_string(result.cases), std::to_string(result.entries)});
  if (!checkpoint || isBroken) return text;
  return text + fill(kSince.in(language),
                     {toIso(checkpoint->moment), std::to_string(checkpoint->heads.size())});
}

}  // namespace

std::string verifyJournal(const std::string& file, const VerifyRequest& request, Language language,
                          Diagnostics& diagnostics) {
  const auto checkpoint = checkpointOf(request, diagnostics);
  if (diagnostics.hasErrors()) return {};
  const runtime::Verification result =
      runtime::verifyJournalFile(file, checkpoint ? &*checkpoint : nullptr, diagnostics);
  return resultOf(result, checkpoint, diagnostics.hasErrors(), language);
}

std::string Session::verify(const VerifyRequest& request, Diagnostics& diagnostics) {
  const auto checkpoint = checkpointOf(request, diagnostics);
  if (diagnostics.hasErrors()) return {};
  const std::string& office = directory_.office().id;
  if (checkpoint && checkpoint->office != office) {
    diagnostics
        .error(runtime::messages::kCheckpointOffice, {request.checkpoint, 0, 0},
               {checkpoint->office, office})
        .hint(runtime::messages::kRightCheckpoint);
    return {};
  }
  const runtime::Verification result =
      runtime::verify(*store_, blobs_, diagnostics, checkpoint ? &*checkpoint : nullptr);
  return resultOf(result, checkpoint, diagnostics.hasErrors(), language_);
}

std::string Session::checkpoint(const std::string& keyFile, const std::string& output,
                                Diagnostics& diagnostics) {
  const auto key = readKey<PrivateKey>(keyFile, diagnostics);
  if (!key) return {};
  drain();
  const runtime::Checkpoint taken =
      runtime::takeCheckpoint(*store_, directory_.office().id, clock_.now());
  writeOutputs({{output, runtime::toText(taken, *key)}});
  static constexpr Text kTaken{"Контрольная точка записана: журналов {0}, ключ {1}\n",
                               "Checkpoint written: journals {0}, key {1}\n"};
  return fill(kTaken.in(language_), {std::to_string(taken.heads.size()), key->fingerprint()});
}

std::string Session::journal(const std::string& output, Diagnostics&) {
  drain();
  const runtime::Verification written =
      runtime::exportJournals(*store_, directory_.office().id, clock_.now(), output);
  static constexpr Text kWritten{"Журнал записан: документов {0}, записей {1}\n",
                                 "Journal written: documents {0}, entries {1}\n"};
  return fill(kWritten.in(language_),
              {std::to_string(written.cases), std::to_string(written.entries)});
}

}  // namespace chancery::app
