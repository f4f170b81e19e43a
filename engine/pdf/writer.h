#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "pages/pages.h"

namespace chancery::pdf {

/// What a file claims to be. a2a and a3a also claim PDF/UA-1.
enum class Level { a2a, a3a, b1 };

/// A file carried inside the PDF (PDF/A-3 only).
struct Attachment {
  std::string name;       ///< "order.json"
  std::string mediaType;  ///< "application/json"
  std::string description;
  std::string bytes;
};

struct Options {
  Level level = Level::a2a;
  Moment moment;  ///< creation and modification date
  std::vector<Attachment> attachments;
};

/// How much of what `Options::level` claims a file could keep beside pages of other files.
enum class Claim {
  full,
  basic,  ///< PDF/A of the same part at level B, no PDF/UA: some foreign text lacks its characters
  none,   ///< neither PDF/A nor PDF/UA
};

/// A foreign file that cost the claim or a part of it.
struct ClaimLoss {
  enum class Reason {
    notPdfA,      ///< it does not claim to be PDF/A
    part,         ///< it is PDF/A of a part that ours may not hold (1b holds 1; 2a and 3a 1 to 3)
    colors,       ///< its colours are meant for a printing condition (CMYK)
    unnamedText,  ///< some of its fonts do not tell their characters
  };
  std::uint32_t file = 0;  ///< index into Pages::foreign
  Claim left = Claim::none;
  Reason reason = Reason::notPdfA;
};

/// A file and what became of its claim: the least that any of the losses leaves.
struct Written {
  std::string bytes;
  Claim claim = Claim::full;
  std::vector<ClaimLoss> losses;  ///< one for each foreign file that cost something
};

/// Writes PDF. Keeps font programs between documents; what it writes does not depend on what it
/// wrote before. Threads: `write` may be called concurrently.
class Writer {
 public:
  Writer();
  ~Writer();

  /// Pages with a foreign page show it below what is theirs. Its links, form fields, comments and
  /// tags do not come along; its figure's alternative text stands for it. Whether foreign content
  /// is sound is taken from what its file claims.
  ///
  /// Errors: WorldError when the colour profile (package icc-profiles-free) cannot be read, or when
  /// a foreign file is broken, encrypted, has no such page or has layers that are switched off.
  /// Source: ISO 32000-1, ISO 19005-1/2/3, ISO 14289-1.
  Written writeWithClaim(const pages::Pages& pages, const Options& options) const;

  /// The same for who does not ask.
  std::string write(const pages::Pages& pages, const Options& options) const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace chancery::pdf
