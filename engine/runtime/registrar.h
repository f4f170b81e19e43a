#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "base/diagnostic.h"
#include "runtime/directory.h"
#include "runtime/office_journal.h"
#include "store/store.h"

namespace chancery::runtime {

struct AnnulRequest {
  std::string number;       ///< as printed, or its bare value
  std::optional<int> year;  ///< of the register; absent = this one
  std::string reason;
  std::string person;
};

/// Where the keeper of a register acts by hand: keeps a number for a document on paper, annuls one
/// so kept. Numbers of documents come and go with these; the workbench does that.
///
/// An act is one writing transaction: the register's row and an entry of the office's own journal.
/// Errors: WorldError. Results: nothing after errors in `diagnostics`.
class Registrar {
 public:
  Registrar(store::Store& store, const Directory& directory, const Clock& clock)
      : store_(store), directory_(directory), clock_(clock) {}

  std::optional<store::NumberRow> reserve(const Series& series, const std::string& reason,
                                          const std::string& person, Diagnostics& diagnostics);
  std::optional<store::NumberRow> annul(const Series& series, const AnnulRequest& request,
                                        Diagnostics& diagnostics);

 private:
  bool mayKeep(const Series& series, const std::string& reason, const std::string& person,
               Diagnostics& diagnostics) const;
  std::optional<store::NumberRow> find(store::Transaction& transaction, const Series& series,
                                       const AnnulRequest& request, Diagnostics& diagnostics) const;
  std::optional<store::NumberRow> write(store::Transaction& transaction, const Series& series,
                                        OfficeEvent event,
                                        const std::optional<store::NumberRow>& before);

  store::Store& store_;
  const Directory& directory_;
  const Clock& clock_;
};

/// The day of the newest number of a series and year, where that is later than `day`: numbers and
/// days run together, so a clock that is behind gives none. Nothing when one may be given.
std::optional<Date> laterNumber(store::Transaction& transaction, const std::string& series,
                                int year, Date day);

}  // namespace chancery::runtime
