#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "flow/state.h"
#include "runtime/directory.h"

namespace chancery::runtime {

/// Whom a stage asks (acquaint: `each` of the definition), or what it watches over (control:
/// `items`), by the document's data.
struct Found {
  std::vector<flow::Asked> asked;
  std::vector<std::string> unknown;  ///< names that are nobody's, or several people's
};

/// `each` is "role:…" or an XPath of names; a value may be an object with `name`. Each person once,
/// in the data's order.
Found findPeople(const std::string& each, const std::string& data, const Directory& directory);

/// `items` is an XPath of clauses or rows: their text becomes the subject, their term (`due`,
/// `term`, `deadline`; a phrase of docs/deadlines.md) the day, where it is one day. Terms without
/// a year are counted from `day`. No person is named in the result: the stage says who is asked.
Found findItems(const std::string& items, const std::string& data, Date day);

}  // namespace chancery::runtime
