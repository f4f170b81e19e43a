#include "runtime/registrar.h"

#include <algorithm>

#include "base/error.h"
#include "base/suggest.h"
#include "runtime/desk.h"
#include "runtime/messages.h"

namespace chancery::runtime {
namespace {

using Status = store::NumberRow::Status;

// Only a number kept by hand is annulled by hand.
bool isKept(const store::NumberRow& row, Diagnostics& diagnostics) {
  if (row.status == Status::annulled) {
    diagnostics.error(messages::kAnnulledAlready, {}, {row.text, row.reason});
    return false;
  }
  if (row.caseId.empty()) return true;
  diagnostics.error(messages::kNumberOfDocument, {}, {row.text, row.caseId})
      .hint(row.status == Status::registered ? messages::kOnlyAnotherAct
                                             : messages::kDocumentGivesBack);
  return false;
}

}  // namespace

std::optional<Date> laterNumber(store::Transaction& transaction, const std::string& series,
                                int year, Date day) {
  const auto last = transaction.lastNumber(series, year);
  const auto latest = last ? parseDate(last->date) : std::nullopt;
  return latest && toDayNumber(*latest) > toDayNumber(day) ? latest : std::nullopt;
}

bool Registrar::mayKeep(const Series& series, const std::string& reason, const std::string& person,
                        Diagnostics& diagnostics) const {
  if (!directory_.knows(person)) {
    diagnostics.error(messages::kUnknownPerson, {}, {person});
    return false;
  }
  if (!isPlainText(reason, diagnostics)) return false;
  const std::vector<std::string> roles = directory_.rolesOf(person);
  if (!series.keeper.empty() &&
      std::find(roles.begin(), roles.end(), series.keeper) == roles.end()) {
    std::vector<std::string> names;
    for (const std::string& holder : directory_.holdersOf(series.keeper)) {
      names.push_back(directory_.nameOf(holder));
    }
    diagnostics.error(messages::kNotKeeper, {}, {directory_.nameOf(person), series.id})
        .hint(messages::kKeepers, {series.keeper, joined(names, "; ")});
    return false;
  }
  if (reason.find_first_not_of(" \t\r\n") == std::string::npos) {
    diagnostics.error(messages::kReasonMissing, {}).hint(messages::kAddReason);
    return false;
  }
  return true;
}

std::optional<store::NumberRow> Registrar::write(store::Transaction& transaction,
                                                 const Series& series, OfficeEvent event,
                                                 const std::optional<store::NumberRow>& before) {
  event.moment = clock_.now();
  event.keeper = series.keeper;
  event.series = series.id;
  const auto row = rowAfter(event, before);
  check(row.has_value(), "the act on the register is possible");
  transaction.putNumber(*row);
  transaction.appendOffice(toText(event));
  return row;
}

std::optional<store::NumberRow> Registrar::reserve(const Series& series, const std::string& reason,
                                                   const std::string& person,
                                                   Diagnostics& diagnostics) {
  if (!mayKeep(series, reason, person, diagnostics)) return std::nullopt;
  const Date day = directory_.dayOf(clock_.now());
  const auto transaction = store_.begin(store::Access::write);
  OfficeEvent event;
  event.kind = OfficeEvent::Kind::reserve;
  event.person = person;
  event.reason = reason;
  event.year = series.yearly ? day.year : 0;
  if (const auto later = laterNumber(*transaction, series.id, event.year, day)) {
    diagnostics.error(messages::kEarlierNumber, {}, {toIso(*later), toIso(day)})
        .hint(messages::kGiveLaterTime);
    return std::nullopt;
  }
  event.value = transaction->takeNumber(series.id, event.year, series.startsAt);
  event.number = series.print(event.value, day.year);
  event.date = toIso(day);
  const auto row = write(*transaction, series, std::move(event), std::nullopt);
  transaction->commit();
  return row;
}

std::optional<store::NumberRow> Registrar::find(store::Transaction& transaction,
                                                const Series& series, const AnnulRequest& request,
                                                Diagnostics& diagnostics) const {
  const int year = request.year.value_or(series.yearly ? directory_.dayOf(clock_.now()).year : 0);
  std::vector<std::string> otherYears;
  std::optional<store::NumberRow> byValue;
  for (const store::NumberRow& row : transaction.numbers(series.id)) {
    const bool isPrinted = row.text == request.number;
    if (!isPrinted && std::to_string(row.value) != request.number) continue;
    if (row.year != year) {
      otherYears.push_back(std::to_string(row.year));
    } else if (isPrinted) {
      return row;
    } else {
      byValue = row;
    }
  }
  if (byValue) return byValue;
  auto added = diagnostics.error(messages::kNoSuchNumber, {}, {request.number, series.id});
  if (otherYears.empty()) {
    added.hint(messages::kSeeRegister, {series.id});
  } else {
    added.hint(messages::kNameYear, {joined(otherYears)});
  }
  return std::nullopt;
}

std::optional<store::NumberRow> Registrar::annul(const Series& series, const AnnulRequest& request,
                                                 Diagnostics& diagnostics) {
  if (!mayKeep(series, request.reason, request.person, diagnostics)) return std::nullopt;
  const auto transaction = store_.begin(store::Access::write);
  const auto found = find(*transaction, series, request, diagnostics);
  if (!found || !isKept(*found, diagnostics)) return std::nullopt;
  OfficeEvent event;
  event.kind = OfficeEvent::Kind::annul;
  event.person = request.person;
  event.reason = request.reason;
  event.year = found->year;
  event.value = found->value;
  const auto row = write(*transaction, series, std::move(event), found);
  transaction->commit();
  return row;
}

}  // namespace chancery::runtime
