#include "flow/event.h"

#include <array>

#include "base/error.h"
#include "flow/record.h"

namespace chancery::flow {
namespace {

constexpr std::string_view kVersion = "1";

constexpr std::array<std::pair<Event::Kind, std::string_view>, 13> kKindWords = {{
    {Event::Kind::start, "start"},
    {Event::Kind::act, "act"},
    {Event::Kind::recall, "recall"},
    {Event::Kind::cancel, "cancel"},
    {Event::Kind::done, "done"},
    {Event::Kind::rejected, "rejected"},
    {Event::Kind::claim, "claim"},
    {Event::Kind::putBack, "put-back"},
    {Event::Kind::delegate, "delegate"},
    {Event::Kind::reassign, "reassign"},
    {Event::Kind::remind, "remind"},
    {Event::Kind::lapse, "lapse"},
    {Event::Kind::drop, "drop"},
}};

std::optional<Event> parseHead(const Line& line) {
  if (line.word != "event" || line.text("version") != kVersion) return std::nullopt;
  Event event;
  bool isKnown = false;
  for (const auto& [kind, word] : kKindWords) {
    if (word != line.text("kind")) continue;
    event.kind = kind;
    isKnown = true;
  }
  const auto moment = parseMoment(line.text("moment"));
  if (!isKnown || !moment) return std::nullopt;
  event.moment = *moment;
  event.person = line.text("person");
  event.task = line.text("task");
  event.remark = line.text("remark");
  event.data = line.text("data");
  event.to = line.text("to");
  event.key = line.text("key");
  if (event.kind == Event::Kind::act) {
    const auto outcome = findOutcome(line.text("outcome"));
    if (!outcome) return std::nullopt;
    event.outcome = *outcome;
  }
  return event;
}

}  // namespace

std::string_view Event::fact(std::string_view name) const {
  for (const auto& [known, value] : facts) {
    if (known == name) return value;
  }
  return {};
}

std::string_view wordOf(Event::Kind kind) {
  for (const auto& [known, word] : kKindWords) {
    if (known == kind) return word;
  }
  check(false, "every event kind has its word");
  return {};
}

std::string toText(const Event& event) {
  std::vector<Line> lines;
  Line& head = lines.emplace_back("event");
  head.add("version", kVersion).add("kind", wordOf(event.kind)).add("moment", toIso(event.moment));
  head.add("person", event.person).add("task", event.task);
  if (event.kind == Event::Kind::act) head.add("outcome", wordsOf(event.outcome).word);
  head.add("remark", event.remark).add("data", event.data).add("key", event.key);
  head.add("to", event.to);
  for (const std::string& role : event.roles) lines.emplace_back("role").add("name", role);
  for (const std::string& when : event.holds) lines.emplace_back("holds").add("when", when);
  for (const auto& [path, day] : event.dates) {
    lines.emplace_back("date").add("path", path).add("day", day);
  }
  for (const auto& [path, hash] : event.parts) {
    lines.emplace_back("part").add("path", path).add("hash", hash);
  }
  for (const Reply& reply : event.replies) {
    lines.emplace_back("reply")
        .add("task", reply.task)
        .add("accepted", reply.isAccepted ? "yes" : "no")
        .add("reason", reply.reason);
  }
  for (const auto& [name, value] : event.facts) {
    lines.emplace_back("fact").add("name", name).add("value", value);
  }
  return writeLines(lines);
}

std::optional<Event> parseEvent(std::string_view text) {
  const auto lines = parseLines(text);
  if (!lines || lines->empty()) return std::nullopt;
  auto event = parseHead(lines->front());
  if (!event) return std::nullopt;
  for (std::size_t i = 1; i < lines->size(); ++i) {
    const Line& line = (*lines)[i];
    if (line.word == "role") {
      event->roles.emplace_back(line.text("name"));
    } else if (line.word == "holds") {
      event->holds.emplace_back(line.text("when"));
    } else if (line.word == "date") {
      event->dates.emplace_back(line.text("path"), line.text("day"));
    } else if (line.word == "part") {
      event->parts.emplace_back(line.text("path"), line.text("hash"));
    } else if (line.word == "reply") {
      event->replies.push_back({std::string(line.text("task")), line.text("accepted") == "yes",
                                std::string(line.text("reason"))});
    } else if (line.word == "fact") {
      event->facts.emplace_back(line.text("name"), line.text("value"));
    } else {
      return std::nullopt;
    }
  }
  return event;
}

}  // namespace chancery::flow
