#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "flow/state.h"
#include "runtime/directory.h"
#include "runtime/handed.h"

namespace chancery::runtime {

/// A term that gives no day although it is meant to: nobody would notice when it is over. Terms
/// declared open («постоянно», «по мере необходимости») are not among these.
struct UnclearTerm {
  std::size_t item = 0;  ///< its place among the items, from 1
  std::string term;      ///< as written
  std::string reason;    ///< «дня 2026-02-30 нет»; "" = not understood, or in two ways
};

/// Whom a stage asks (acquaint: `each` of the definition), or what it watches over (control:
/// `items`), by the document's data.
struct Found {
  std::vector<flow::Asked> asked;
  std::vector<std::string> unknown;  ///< names that are nobody's, or several people's
  std::vector<UnclearTerm> unclear;
};

/// `each` is "role:…" or an XPath of names; a value may be an object with `name`. Each person once,
/// in the data's order.
Found findPeople(const std::string& each, const std::string& data, const Directory& directory);

/// `items` is an XPath of clauses or rows: their text becomes the subject, their term (`due`,
/// `term`, `deadline`; a phrase of docs/deadlines.md) the day, where it is one day. Terms without
/// a year are counted from `day`. No person is named in the result: the stage says who is asked.
Found findItems(const std::string& items, const std::string& data, Date day);

/// Whatever a stage finds in the data when it begins: people, items, or the parts that go their own
/// way (parts.h). Errors: WorldError when the data do not have what the definition names.
Found findFor(const flow::Stage& stage, const HandedData& data, Date day,
              const Directory& directory);

}  // namespace chancery::runtime
