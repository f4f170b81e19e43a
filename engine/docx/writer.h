#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/clock.h"
#include "base/source.h"
#include "format/model.h"

namespace chancery::docx {

struct Options {
  Moment moment;  ///< creation and modification date
  /// The path of the data value at a position: "clauses/2/text". Each such value gets a content
  /// control with the path as its tag; "" or no function = none.
  std::function<std::string(Position data)> fieldPath = {};
  /// Also in the cells of tables: a long table is three to four times the size then.
  bool fieldsInTables = false;
};

/// Writes formatted and laid-out documents as DOCX (ECMA-376 transitional). Keeps what documents
/// of one look have in common (deflated styles, compressors); what it writes does not depend on
/// what it wrote before: equal input gives equal bytes.
///
/// Threads: `write` may be called concurrently.
class Writer {
 public:
  Writer();
  ~Writer();

  std::string write(const format::Document& document, const format::Resolved& resolved,
                    const Options& options) const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

/// One document by a writer of its own.
std::string write(const format::Document& document, const format::Resolved& resolved,
                  const Options& options);

}  // namespace chancery::docx
