#include "check/check.h"

#include <algorithm>

#include "check/finder.h"
#include "document/appendix_references.h"
#include "lang/agreement.h"
#include "lang/deadline.h"

namespace chancery::check {

using document::Kind;
using document::Node;

Diagnostics::Added Finder::add(const Message& message, const Node& at,
                               std::vector<std::string> arguments) {
  arguments.push_back(rule_.source);
  return diagnostics_.add(rule_.severity, message, placeOf(at), std::move(arguments));
}

Place Finder::placeOf(const Node& node) const {
  const Origin& origin = node.text.empty() ? node.origin : node.text.front().origin;
  return sources_.place(origin.data ? origin.data : origin.stated);
}

const Node* mainPart(const Node& document) {
  return document.kind == Kind::part ? &document : document.find(Kind::part);
}

namespace {

/// What the document calls itself; without a kind, its title.
std::string nameOf(const Node& document) {
  const Node* part = mainPart(document);
  const Node* name = part ? part->find(Kind::kind) : nullptr;
  if (!name && part) name = part->find(Kind::title);
  return name ? lang::plainWords(name->plainText()) : std::string();
}

bool appliesTo(const Rule& rule, const std::string& name) {
  return rule.kinds.empty() ||
         std::any_of(rule.kinds.begin(), rule.kinds.end(),
                     [&](const std::string& one) { return name.starts_with(one); });
}

/// The day that stands on the document; nothing while it has none.
std::optional<Date> dateOf(const Node& document) {
  const Node* part = mainPart(document);
  const Node* figures = part ? part->find(Kind::registration) : nullptr;
  const Node* date = figures ? figures->find(Kind::date) : nullptr;
  if (!date || date->text.empty()) return std::nullopt;
  const std::string text = date->plainText();
  if (const auto iso = parseDate(text)) return iso;
  Diagnostics none;
  lang::DeadlineSettings settings;
  settings.from = {1, 1, 1};
  const auto deadline = lang::parseDeadline(text, settings, {}, none);
  const auto* point = deadline ? std::get_if<lang::PointDeadline>(&*deadline) : nullptr;
  if (!point || point->dates.size() != 1 || point->isYearAssumed) return std::nullopt;
  return point->dates.front();
}

void run(Finder& finder) {
  switch (finder.rule().kind) {
    case RuleKind::requisite:
      return testRequisite(finder);
    case RuleKind::title:
      return testTitle(finder);
    case RuleKind::appendixReferences:
      return document::checkAppendixReferences(finder.document(), finder.sources(),
                                               finder.diagnostics(), finder.rule().severity);
    case RuleKind::appendixNumbers:
      return testAppendixNumbers(finder);
    case RuleKind::registration:
      return testRegistration(finder);
    case RuleKind::names:
      return testNames(finder);
    case RuleKind::terms:
      return testTerms(finder);
    case RuleKind::pairs:
      return testPairs(finder);
    case RuleKind::numbering:
      return testNumbering(finder);
  }
}

}  // namespace

void checkDocument(const Node& document, const Rules& rules, Date today, const Sources& sources,
                   Diagnostics& diagnostics) {
  const std::string name = nameOf(document);
  const Date day = dateOf(document).value_or(today);
  for (const Rule& rule : rules.rules) {
    if (!appliesTo(rule, name)) continue;
    Finder finder(document, rule, day, sources, diagnostics);
    run(finder);
  }
}

}  // namespace chancery::check
