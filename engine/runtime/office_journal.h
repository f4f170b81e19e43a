#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "store/store.h"

namespace chancery::runtime {

/// What somebody did to a register by hand; an entry of the office's own journal keeps exactly
/// this.
struct OfficeEvent {
  enum class Kind { reserve, annul };
  Kind kind = Kind::reserve;
  Moment moment;
  std::string person;
  std::string keeper;  ///< the role that the series asked for, and the person held; "" = none
  std::string series;
  int year = 0;
  std::int64_t value = 0;
  std::string number;  ///< reserve: as printed
  std::string date;    ///< reserve: ISO 8601
  std::string reason;

  bool operator==(const OfficeEvent&) const = default;
};

/// The canonical text; its first line begins `office-event version="1"`. A version once released is
/// never changed: another one is added beside it.
std::string toText(const OfficeEvent& event);
/// Nothing when the text is not an event of a known version.
std::optional<OfficeEvent> parseOfficeEvent(std::string_view text);

/// The register's row after the event; `before` is the row of the same number, if there is one.
/// Nothing when the event is impossible: a number reserved twice, an annulment of one that is not
/// reserved by hand.
std::optional<store::NumberRow> rowAfter(const OfficeEvent& event,
                                         const std::optional<store::NumberRow>& before);

}  // namespace chancery::runtime
