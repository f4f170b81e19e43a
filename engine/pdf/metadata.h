#pragma once

#include <string>

#include "base/clock.h"
#include "pdf/writer.h"

namespace chancery::pdf {

/// What a file says of itself. The same values stand in the XMP packet and in the Info dictionary,
/// because PDF/A wants them equal (ISO 19005-1, 6.7.3).
struct Metadata {
  Level level = Level::a2a;
  std::string title;
  std::string author;  ///< "" = not stated
  Moment moment;
  Claim claim = Claim::full;
};

/// `text` without the control characters that XML cannot hold; "" becomes `otherwise`.
std::string cleaned(std::string_view text, std::string_view otherwise);

/// The XMP packet. Source: ISO 16684-1; ISO 19005-2, 6.6; ISO 14289-1, 5.
std::string makeXmp(const Metadata& metadata);

/// The Info dictionary. Source: ISO 32000-1, 14.3.3.
std::string makeInfo(const Metadata& metadata);

}  // namespace chancery::pdf
