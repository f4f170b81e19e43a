#include "runtime/office_journal.h"

#include "flow/record.h"

namespace chancery::runtime {
namespace {

constexpr std::string_view kWord = "office-event";
constexpr std::string_view kVersion = "1";
constexpr std::string_view kReserve = "reserve";
constexpr std::string_view kAnnul = "annul";

}  // namespace

std::string toText(const OfficeEvent& event) {
  flow::Line line(kWord);
  line.add("version", kVersion);
  line.add("kind", event.kind == OfficeEvent::Kind::reserve ? kReserve : kAnnul);
  line.add("moment", toIso(event.moment)).add("person", event.person).add("keeper", event.keeper);
  line.add("series", event.series).add("year", event.year).add("value", event.value);
  line.add("number", event.number).add("date", event.date).add("reason", event.reason);
  return flow::writeLines({line});
}

std::optional<OfficeEvent> parseOfficeEvent(std::string_view text) {
  const auto lines = flow::parseLines(text);
  if (!lines || lines->size() != 1) return std::nullopt;
  const flow::Line& line = lines->front();
  const std::string_view kind = line.text("kind");
  const auto moment = parseMoment(line.text("moment"));
  const auto year = line.number("year");
  const auto value = line.number("value");
  if (line.word != kWord || line.text("version") != kVersion || !moment || !year || !value ||
      (kind != kReserve && kind != kAnnul)) {
    return std::nullopt;
  }
  OfficeEvent event;
  event.kind = kind == kReserve ? OfficeEvent::Kind::reserve : OfficeEvent::Kind::annul;
  event.moment = *moment;
  event.person = line.text("person");
  event.keeper = line.text("keeper");
  event.series = line.text("series");
  event.year = static_cast<int>(*year);
  event.value = *value;
  event.number = line.text("number");
  event.date = line.text("date");
  event.reason = line.text("reason");
  return event;
}

std::optional<store::NumberRow> rowAfter(const OfficeEvent& event,
                                         const std::optional<store::NumberRow>& before) {
  using Status = store::NumberRow::Status;
  store::NumberRow row;
  if (event.kind == OfficeEvent::Kind::reserve) {
    if (before) return std::nullopt;
    row = {event.series, event.year, event.value, event.number, event.date, {}, Status::reserved};
  } else {
    if (!before || !before->caseId.empty() || before->status != Status::reserved) {
      return std::nullopt;
    }
    row = *before;
    row.status = Status::annulled;
  }
  row.reason = event.reason;
  row.person = event.person;
  return row;
}

}  // namespace chancery::runtime
