#pragma once

#include <string>

#include "lang/deadline.h"
#include "lang/deadline_cursor.h"

/// Terms counted from a day: «в 10-дневный срок», «не позднее 3 дней после …».
namespace chancery::lang::deadline {

/// A counted term with what it is counted from.
struct CountedTerm {
  Term term;  ///< negative: before the event
  /// What follows «со дня», «после», «до»: as tokens, and as the phrase has it. Empty: the
  /// document's own day.
  std::size_t eventAt = 0;
  std::string event;
  bool isContradiction = false;  ///< «3 (пяти) дней»
};

/// Takes a whole line that is a counted term; `text` is the phrase that the tokens were made from.
std::optional<CountedTerm> takeCountedTerm(Cursor& cursor, std::string_view text);

/// Whether the event is the document's own: «подписания настоящего приказа». Takes the line.
bool takeOwnEvent(Cursor& cursor);

}  // namespace chancery::lang::deadline
