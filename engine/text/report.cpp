#include <cstdio>

#include "base/utf8.h"
#include "text/messages.h"
#include "text/shaper.h"

namespace chancery::text {

void report(const Lacking& lacking, const std::string& wanted, const std::string& used, Place place,
            Diagnostics& diagnostics) {
  std::string character;
  utf8::append(character, lacking.character);
  char code[16];
  std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(lacking.character));
  if (lacking.found) {
    diagnostics.warning(kCharacterBorrowed, std::move(place), {character, wanted, code, used});
  } else {
    diagnostics.error(kCharacterMissing, std::move(place), {character, wanted, code, lacking.word})
        .hint(kCharacterMissingHint);
  }
}

}  // namespace chancery::text
