#include "support.h"

#include "base/error.h"

namespace chancery::flow {

Reading read(const std::string& text, const Surroundings& surroundings) {
  Sources sources;
  Diagnostics diagnostics;
  const SourceId source = sources.add("test.workflow.xml", text);
  Reading reading;
  reading.definition = parse(sources, source, surroundings, diagnostics);
  diagnostics.sort();
  for (const Diagnostic& d : diagnostics.all()) {
    reading.findings += std::to_string(d.place.line) + ':' + std::to_string(d.place.column) + ' ' +
                        std::string(d.message->code) + ' ' + d.text(Language::english);
    if (d.hint) reading.findings += " | " + d.hintText(Language::english);
    reading.findings += '\n';
  }
  return reading;
}

std::string workflow(const std::string& body) {
  return "<workflow xmlns=\"urn:chancery:workflow\" id=\"w\" title=\"T\" template=\"order\">\n" +
         body + "\n</workflow>";
}

Core coreOf(const std::string& body) {
  Reading reading = read(workflow(body));
  check(reading.definition.has_value(), reading.findings.c_str());
  return compile(*reading.definition);
}

std::string_view nameOf(Refusal refusal) {
  switch (refusal) {
    case Refusal::finished:
      return "finished";
    case Refusal::notOpen:
      return "notOpen";
    case Refusal::notEntitled:
      return "notEntitled";
    case Refusal::isAuthor:
      return "isAuthor";
    case Refusal::outcomeNotOffered:
      return "outcomeNotOffered";
    case Refusal::remarkMissing:
      return "remarkMissing";
    case Refusal::notProvided:
      return "notProvided";
    case Refusal::alreadyThere:
      return "alreadyThere";
    case Refusal::tooLate:
      return "tooLate";
    case Refusal::taken:
      return "taken";
    case Refusal::notDelegable:
      return "notDelegable";
    case Refusal::noChange:
      return "noChange";
  }
  return "?";
}

std::string Case::take(const Event& event) {
  Answer answer = step(core, state, event);
  if (const Refusal* refusal = std::get_if<Refusal>(&answer)) return std::string(nameOf(*refusal));
  state = std::move(std::get<Next>(answer).state);
  effects = std::move(std::get<Next>(answer).effects);
  journal.push_back(event);
  return "";
}

std::string Case::start(const std::string& person, const std::vector<std::string>& holds) {
  Event event;
  event.kind = Event::Kind::start;
  event.moment = {1'000};
  event.person = person;
  event.data = "d1";
  event.holds = holds;
  return take(event);
}

std::string Case::act(const std::string& task, Outcome outcome, const std::string& person,
                      const std::vector<std::string>& roles, const std::string& remark) {
  Event event;
  event.kind = Event::Kind::act;
  event.moment = {2'000};
  event.person = person;
  event.roles = roles;
  event.task = task;
  event.outcome = outcome;
  event.remark = remark;
  return take(event);
}

std::string Case::handle(Event::Kind kind, const std::string& task, const std::string& person,
                         const std::vector<std::string>& roles, const std::string& to) {
  Event event;
  event.kind = kind;
  event.moment = {2'500};
  event.task = task;
  event.person = person;
  event.roles = roles;
  event.to = to;
  return take(event);
}

std::string Case::resubmit(const std::string& task,
                           const std::vector<std::pair<std::string, std::string>>& parts) {
  Event event;
  event.kind = Event::Kind::act;
  event.moment = {2'000};
  event.person = state.author;
  event.task = task;
  event.outcome = Outcome::submit;
  event.data = "d" + std::to_string(state.round + 1);
  event.parts = parts;
  return take(event);
}

std::string Case::done(std::vector<std::pair<std::string, std::string>> facts) {
  for (const Token& token : state.tokens) {
    const Node& node = core.nodes[token.node];
    if (node.kind != Node::Kind::effect) continue;
    Event event;
    event.kind = Event::Kind::done;
    event.moment = {3'000};
    event.key = token.id;
    event.facts = std::move(facts);
    const std::string refusal = take(event);
    return refusal.empty() ? std::string(wordOf(node.effect)) : refusal;
  }
  return "";
}

std::string Case::rejected(const std::string& reason) {
  for (const Token& token : state.tokens) {
    if (core.nodes[token.node].kind != Node::Kind::effect) continue;
    Event event;
    event.kind = Event::Kind::rejected;
    event.moment = {3'000};
    event.key = token.id;
    event.remark = reason;
    return take(event);
  }
  return "no effect";
}

std::string Case::waiting() const {
  std::string result;
  for (const Token& token : state.tokens) {
    const Node& node = core.nodes[token.node];
    if (node.kind == Node::Kind::ask) {
      result +=
          "task " + token.id + " at " + core.stageOf(node).id + " of " +
          (token.person.empty() ? node.by.text() : "person:" + token.person) +
          (token.subject.empty() ? "" : " about " + token.subject) + '\n';
    } else if (node.kind == Node::Kind::effect) {
      result += std::string(wordOf(node.effect)) + ' ' + token.id + '\n';
    } else {
      result += "arrived\n";
    }
  }
  return result + std::string(wordOf(state.status));
}

}  // namespace chancery::flow
