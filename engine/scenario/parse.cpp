#include <algorithm>

#include "scenario/messages.h"
#include "scenario/scenario.h"
#include "xml/attribute_words.h"
#include "xml/reader.h"

namespace chancery::scenario {
namespace {

using Kind = Step::Kind;

constexpr std::pair<std::string_view, Kind> kSteps[] = {
    {"start", Kind::start},       {"act", Kind::act},
    {"claim", Kind::claim},       {"put-back", Kind::putBack},
    {"delegate", Kind::delegate}, {"reassign", Kind::reassign},
    {"recall", Kind::recall},     {"cancel", Kind::cancel},
    {"fails", Kind::fails},       {"at", Kind::at},
    {"wait", Kind::wait},         {"waits", Kind::waits},
    {"status", Kind::status}};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

/// "2026-06-05T09:00".
std::optional<Moment> parseLocal(std::string_view text) {
  return text.size() == 16 ? parseMoment(std::string(text) + ":00Z") : std::nullopt;
}

class Parser {
 public:
  Parser(const Sources& sources, SourceId source, const flow::Definition& definition,
         Diagnostics& diagnostics)
      : sources_(sources),
        text_(sources.text(source)),
        definition_(definition),
        questions_(definition.questions()),
        diagnostics_(diagnostics) {
    for (const flow::Stage& stage : definition.stages) stages_.push_back(stage.id);
  }

  Script script(const xml::Node& root) {
    if (root.attribute("workflow") != definition_.id) {
      diagnostics_.error(messages::kOtherWorkflow, placeOf(root, "workflow"),
                         {std::string(root.attribute("workflow")), definition_.id});
    }
    for (const xml::Node& child : root.children) {
      if (child.name != "person") continue;
      script_.people.push_back(
          {std::string(child.attribute("id")), xml::splitList(child.attribute("roles"))});
    }
    for (const xml::Node& child : root.children) {
      if (child.name == "scenario") scenario(child);
    }
    return std::move(script_);
  }

 private:
  Place placeOf(const xml::Node& node) const { return sources_.place(node.origin.stated); }
  Place placeOf(const xml::Node& node, std::string_view attribute) const {
    const xml::Attribute* found = node.findAttribute(attribute);
    return found ? sources_.place(xml::positionOf(node, *found)) : placeOf(node);
  }

  void scenario(const xml::Node& node) {
    Scenario scenario;
    scenario.title = std::string(node.attribute("title"));
    scenario.place = placeOf(node);
    scenario.begin = time(node);
    for (const xml::Node& child : node.children) {
      if (child.name == "journal") {
        if (scenario.journal) diagnostics_.error(messages::kTwoJournals, placeOf(child));
        scenario.journal = journal(child);
      }
      for (const auto& [word, kind] : kSteps) {
        if (child.name == word) scenario.steps.push_back(step(child, kind));
      }
    }
    const auto isStart = [](const Step& step) { return step.kind == Kind::start; };
    const auto starts = std::count_if(scenario.steps.begin(), scenario.steps.end(), isStart);
    if (starts != 1) diagnostics_.error(messages::kTwoStarts, scenario.place);
    script_.scenarios.push_back(std::move(scenario));
  }

  Moment time(const xml::Node& node) {
    const auto moment = parseLocal(node.attribute("time"));
    if (!moment && node.findAttribute("time")) {
      diagnostics_
          .error(messages::kWrongTime, placeOf(node, "time"), {std::string(node.attribute("time"))})
          .hint(messages::kTimeForm);
    }
    return moment.value_or(Moment{});
  }

  Step step(const xml::Node& node, Kind kind) {
    Step step;
    step.kind = kind;
    step.place = placeOf(node);
    step.person = person(node, "by");
    step.to = person(node, "to");
    step.stage = named(node, "stage", stages_, messages::kUnknownStage);
    step.subject = std::string(node.attribute("subject"));
    step.remark = std::string(node.attribute(kind == Kind::fails ? "reason" : "remark"));
    if (kind == Kind::at) step.moment = time(node);
    if (kind == Kind::act) step.outcome = outcome(node);
    if (kind == Kind::fails) step.effect = effect(node);
    if (kind == Kind::wait) step.term = term(node);
    if (kind == Kind::status) step.status = status(node);
    if (kind == Kind::waits) {
      step.holders = xml::splitList(node.attribute("for"));
      std::sort(step.holders.begin(), step.holders.end());
    } else if (kind != Kind::wait) {
      step.holder = std::string(node.attribute("for"));
    }
    step.refused = findRefusal(node.attribute("refused"));
    if (kind == Kind::start || kind == Kind::act) step.data = data(node);
    return step;
  }

  std::string person(const xml::Node& node, std::string_view attribute) {
    const xml::Attribute* found = node.findAttribute(attribute);
    if (!found) return {};
    const auto& people = script_.people;
    const bool isKnown = std::any_of(people.begin(), people.end(),
                                     [&](const Person& p) { return p.id == found->value; });
    if (!isKnown) {
      diagnostics_.error(messages::kUnknownPerson, placeOf(node, attribute), {found->value})
          .hint(messages::kAddPerson, {found->value});
    }
    return found->value;
  }

  // The value of an attribute that has to be one of the known names; "" when it is absent.
  std::string named(const xml::Node& node, std::string_view attribute,
                    const std::vector<std::string>& known, const Message& message) {
    const xml::Attribute* found = node.findAttribute(attribute);
    if (!found) return {};
    if (std::find(known.begin(), known.end(), found->value) == known.end()) {
      xml::hintNames(diagnostics_.error(message, placeOf(node, attribute), {found->value}),
                     found->value, known);
    }
    return found->value;
  }

  flow::Outcome outcome(const xml::Node& node) {
    std::vector<std::string> words;
    for (const flow::OutcomeWords& known : flow::allOutcomes()) words.emplace_back(known.word);
    const std::string word = named(node, "answer", words, messages::kUnknownAnswer);
    return flow::findOutcome(word).value_or(flow::Outcome::agree);
  }

  flow::EffectKind effect(const xml::Node& node) {
    std::vector<std::string> words;
    for (int i = 0; i <= static_cast<int>(flow::EffectKind::publish); ++i) {
      words.emplace_back(flow::wordOf(static_cast<flow::EffectKind>(i)));
    }
    const std::string word = named(node, "effect", words, messages::kUnknownEffect);
    return flow::findEffect(word).value_or(flow::EffectKind::publish);
  }

  flow::Term term(const xml::Node& node) {
    const auto term = flow::parseTerm(node.attribute("for"));
    if ((!term || !term->path.empty()) && node.findAttribute("for")) {
      diagnostics_
          .error(messages::kWrongTerm, placeOf(node, "for"), {std::string(node.attribute("for"))})
          .hint(messages::kTermForm);
    }
    return term.value_or(flow::Term{});
  }

  flow::CaseStatus status(const xml::Node& node) {
    using enum flow::CaseStatus;
    const std::string content = node.textContent();
    const std::string word(trimmed(content));
    std::vector<std::string> words;
    for (const flow::CaseStatus known : {running, finished, cancelled}) {
      if (flow::wordOf(known) == word) return known;
      words.emplace_back(flow::wordOf(known));
    }
    xml::hintNames(diagnostics_.error(messages::kWrongStatus, placeOf(node), {word}), word, words);
    return running;
  }

  HandedData data(const xml::Node& node) {
    HandedData data;
    for (const xml::Node& child : node.children) {
      if (!child.isElement()) continue;
      data.isGiven = true;
      if (child.name == "holds") {
        data.holds.push_back(named(child, "when", questions_.conditions, messages::kNotAsked));
      } else if (child.name == "date") {
        data.dates.emplace_back(named(child, "path", questions_.dates, messages::kNotAsked),
                                day(child, "day"));
      } else if (child.name == "part") {
        data.parts.emplace_back(named(child, "path", questions_.parts, messages::kNotAsked),
                                std::string(child.attribute("is")));
      } else if (child.name == "found") {
        data.found.push_back({named(child, "stage", stages_, messages::kUnknownStage),
                              {person(child, "person"), std::string(child.attribute("subject")),
                               day(child, "due")}});
      }
    }
    return data;
  }

  std::string day(const xml::Node& node, std::string_view attribute) {
    const std::string text(node.attribute(attribute));
    if (!text.empty() && !parseDate(text)) {
      diagnostics_.error(messages::kWrongDay, placeOf(node, attribute), {text})
          .hint(messages::kDayForm);
    }
    return text;
  }

  // The text as it stands in the file, so that it can be written anew there.
  Journal journal(const xml::Node& node) {
    Journal journal;
    const std::size_t element = node.origin.stated.offset;
    journal.place = placeOf(node);
    journal.indent = element - std::min(element, text_.rfind('\n', element) + 1);
    const std::size_t tagEnd = text_.find('>', element);
    if (tagEnd == std::string_view::npos) return journal;
    journal.isEmptyTag = text_[tagEnd - 1] == '/';
    journal.begin = journal.isEmptyTag ? element : tagEnd + 1;
    journal.end = journal.isEmptyTag ? tagEnd + 1 : text_.find("</", journal.begin);
    Place place = journal.place;
    for (const std::string& line : linesOf(node.textContent())) {
      const std::string_view words = trimmed(line);
      if (!words.empty()) {
        place.column = static_cast<int>(line.find(words)) + 1;
        journal.lines.emplace_back(place, std::string(words));
      }
      ++place.line;
    }
    return journal;
  }

  static std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines(1);
    for (const char c : text) {
      if (c == '\n') {
        lines.emplace_back();
      } else {
        lines.back() += c;
      }
    }
    return lines;
  }

  const Sources& sources_;
  std::string_view text_;
  const flow::Definition& definition_;
  flow::Definition::Questions questions_;
  std::vector<std::string> stages_;
  Diagnostics& diagnostics_;
  Script script_;
};

}  // namespace

std::optional<Script> parse(const Sources& sources, SourceId source,
                            const flow::Definition& definition, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errorCount();
  constexpr std::size_t kLargestFile = 4u << 20;
  const auto root = xml::read(sources, source, {.bytes = kLargestFile}, diagnostics);
  if (!root) return std::nullopt;
  xml::checkVocabulary(sources, *root, vocabulary(), diagnostics);
  if (!root->is(xml::Namespace::scenario, "scenarios")) return std::nullopt;
  Script script = Parser(sources, source, definition, diagnostics).script(*root);
  if (diagnostics.errorCount() != before) return std::nullopt;
  return script;
}

}  // namespace chancery::scenario
