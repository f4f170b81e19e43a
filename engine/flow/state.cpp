#include "flow/state.h"

#include <array>

#include "base/error.h"
#include "flow/record.h"

namespace chancery::flow {
namespace {

constexpr std::string_view kVersion = "1";

template <typename Enum, std::size_t size>
using Words = std::array<std::pair<Enum, std::string_view>, size>;

constexpr Words<CaseStatus, 3> kStatusWords = {{{CaseStatus::running, "running"},
                                                {CaseStatus::finished, "finished"},
                                                {CaseStatus::cancelled, "cancelled"}}};
constexpr Words<Token::Arrival, 4> kArrivalWords = {{{Token::Arrival::none, ""},
                                                     {Token::Arrival::agreed, "agreed"},
                                                     {Token::Arrival::skipped, "skipped"},
                                                     {Token::Arrival::refused, "refused"}}};
constexpr Words<Registration::Status, 3> kRegistrationWords = {
    {{Registration::Status::none, ""},
     {Registration::Status::reserved, "reserved"},
     {Registration::Status::registered, "registered"}}};

template <typename Enum, std::size_t size>
std::string_view word(const Words<Enum, size>& words, Enum value) {
  for (const auto& [known, text] : words) {
    if (known == value) return text;
  }
  check(false, "every value has its word");
  return {};
}

template <typename Enum, std::size_t size>
bool read(const Words<Enum, size>& words, std::string_view text, Enum& value) {
  for (const auto& [known, name] : words) {
    if (name != text) continue;
    value = known;
    return true;
  }
  return false;
}

template <typename Number>
bool read(const Line& line, std::string_view name, Number& value) {
  const auto number = line.number(name);
  if (!number || *number < 0) return false;
  value = static_cast<Number>(*number);
  return true;
}

bool read(const Line& line, std::string_view name, Moment& value) {
  const auto moment = parseMoment(line.text(name));
  if (moment) value = *moment;
  return moment.has_value();
}

bool readHead(const Line& line, State& state) {
  state.author = line.text("author");
  state.parent = line.text("parent");
  state.rejection = line.text("rejection");
  state.registration.number = line.text("number");
  state.registration.date = line.text("date");
  return line.word == "state" && line.text("version") == kVersion &&
         read(kStatusWords, line.text("status"), state.status) &&
         read(line, "sequence", state.sequence) && read(line, "tasks", state.lastTask) &&
         read(line, "round", state.round) &&
         read(kRegistrationWords, line.text("registration"), state.registration.status);
}

bool readToken(const Line& line, State& state) {
  Token& token = state.tokens.emplace_back();
  token.id = line.text("id");
  token.answered = line.text("answered") == "yes";
  token.person = line.text("person");
  token.from = line.text("from");
  token.subject = line.text("subject");
  token.due = line.text("due");
  token.item = line.text("item");
  token.child = line.text("child");
  token.isReassigned = line.text("reassigned") == "yes";
  token.isReminded = line.text("reminded") == "yes";
  token.isLapsed = line.text("lapsed") == "yes";
  return read(line, "node", token.node) && read(line, "since", token.since) &&
         read(kArrivalWords, line.text("arrival"), token.arrival);
}

bool readVisa(const Line& line, State& state) {
  Visa& visa = state.visas.emplace_back();
  visa.task = line.text("task");
  visa.person = line.text("person");
  visa.remark = line.text("remark");
  visa.part = line.text("part");
  visa.isSilent = line.text("silent") == "yes";
  visa.from = line.text("from");
  visa.capacity = line.text("capacity");
  visa.name = line.text("name");
  visa.basis = line.text("basis");
  const auto outcome = findOutcome(line.text("outcome"));
  if (outcome) visa.outcome = *outcome;
  const bool isPlaced = line.text("round").empty() ||  // as first written, of the current round
                        (read(line, "node", visa.node) && read(line, "round", visa.round));
  return outcome && isPlaced && read(line, "stage", visa.stage) &&
         read(line, "moment", visa.moment);
}

bool readFile(const Line& line, State& state) {
  File& file = state.files.emplace_back();
  file.isFinal = line.text("final") == "yes";
  file.format = line.text("format");
  file.hash = line.text("hash");
  return read(line, "round", file.round);
}

bool readLine(const Line& line, State& state) {
  if (line.word == "data") {
    state.data.emplace_back(line.text("hash"));
    return true;
  }
  if (line.word == "holds") {
    state.holds.emplace_back(line.text("when"));
    return true;
  }
  if (line.word == "date") {
    state.dates.emplace_back(line.text("path"), line.text("day"));
    return true;
  }
  if (line.word == "part") {
    state.parts.emplace_back(line.text("path"), line.text("hash"));
    return true;
  }
  if (line.word == "asked") {
    state.queue.push_back({std::string(line.text("person")), std::string(line.text("subject")),
                           std::string(line.text("due")), std::string(line.text("item"))});
    return true;
  }
  if (line.word == "agreed") {
    state.agreedParts.emplace_back(line.text("hash"));
    return true;
  }
  return line.word == "token"  ? readToken(line, state)
         : line.word == "visa" ? readVisa(line, state)
         : line.word == "file" ? readFile(line, state)
                               : false;
}

void writeToken(const Token& token, Line& line) {
  line.add("node", static_cast<std::int64_t>(token.node))
      .add("id", token.id)
      .add("since", toIso(token.since))
      .add("answered", token.answered ? "yes" : "")
      .add("arrival", word(kArrivalWords, token.arrival))
      .add("person", token.person)
      .add("from", token.from)
      .add("subject", token.subject)
      .add("due", token.due)
      .add("item", token.item)
      .add("child", token.child)
      .add("reassigned", token.isReassigned ? "yes" : "")
      .add("reminded", token.isReminded ? "yes" : "")
      .add("lapsed", token.isLapsed ? "yes" : "");
}

void writeVisa(const Visa& visa, Line& line) {
  line.add("stage", static_cast<std::int64_t>(visa.stage))
      .add("node", static_cast<std::int64_t>(visa.node))
      .add("round", visa.round)
      .add("task", visa.task)
      .add("person", visa.person)
      .add("outcome", wordsOf(visa.outcome).word)
      .add("remark", visa.remark)
      .add("moment", toIso(visa.moment))
      .add("part", visa.part)
      .add("silent", visa.isSilent ? "yes" : "")
      .add("from", visa.from)
      .add("capacity", visa.capacity)
      .add("name", visa.name)
      .add("basis", visa.basis);
}

}  // namespace

std::string_view wordOf(CaseStatus status) {
  return word(kStatusWords, status);
}

const Token* State::findToken(std::string_view id) const {
  for (const Token& token : tokens) {
    if (token.id == id && !id.empty()) return &token;
  }
  return nullptr;
}

std::string toText(const State& state) {
  std::vector<Line> lines;
  lines.emplace_back("state")
      .add("version", kVersion)
      .add("status", wordOf(state.status))
      .add("sequence", static_cast<std::int64_t>(state.sequence))
      .add("tasks", static_cast<std::int64_t>(state.lastTask))
      .add("round", state.round)
      .add("author", state.author)
      .add("parent", state.parent)
      .add("registration", word(kRegistrationWords, state.registration.status))
      .add("number", state.registration.number)
      .add("date", state.registration.date)
      .add("rejection", state.rejection);
  for (const std::string& hash : state.data) lines.emplace_back("data").add("hash", hash);
  for (const std::string& when : state.holds) lines.emplace_back("holds").add("when", when);
  for (const auto& [path, day] : state.dates) {
    lines.emplace_back("date").add("path", path).add("day", day);
  }
  for (const auto& [path, hash] : state.parts) {
    lines.emplace_back("part").add("path", path).add("hash", hash);
  }
  for (const Asked& asked : state.queue) {
    lines.emplace_back("asked")
        .add("person", asked.person)
        .add("subject", asked.subject)
        .add("due", asked.due)
        .add("item", asked.item);
  }
  for (const std::string& hash : state.agreedParts) lines.emplace_back("agreed").add("hash", hash);
  for (const Token& token : state.tokens) writeToken(token, lines.emplace_back("token"));
  for (const Visa& visa : state.visas) writeVisa(visa, lines.emplace_back("visa"));
  for (const File& file : state.files) {
    lines.emplace_back("file")
        .add("round", file.round)
        .add("final", file.isFinal ? "yes" : "")
        .add("format", file.format)
        .add("hash", file.hash);
  }
  return writeLines(lines);
}

std::optional<State> parseState(std::string_view text) {
  const auto lines = parseLines(text);
  State state;
  if (!lines || lines->empty() || !readHead(lines->front(), state)) return std::nullopt;
  for (std::size_t i = 1; i < lines->size(); ++i) {
    if (!readLine((*lines)[i], state)) return std::nullopt;
  }
  return state;
}

}  // namespace chancery::flow
