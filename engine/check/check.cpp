#include "check/check.h"

#include <algorithm>

#include "check/finder.h"
#include "document/appendix_references.h"
#include "lang/deadline.h"
#include "lang/letters.h"

namespace chancery::check {

using document::Kind;
using document::Node;

Diagnostics::Added Finder::add(const Message& message, const Node& at,
                               std::vector<std::string> arguments) {
  arguments.push_back(rule_.source);
  return rule_.severity == Severity::error
             ? diagnostics_.error(message, placeOf(at), std::move(arguments))
             : diagnostics_.warning(message, placeOf(at), std::move(arguments));
}

Place Finder::placeOf(const Node& node) const {
  const Origin& origin = node.text.empty() ? node.origin : node.text.front().origin;
  return sources_.place(origin.data ? origin.data : origin.stated);
}

const Node* mainPart(const Node& document) {
  return document.kind == Kind::part ? &document : document.find(Kind::part);
}

namespace {

/// «П Р И К А З» is a ПРИКАЗ.
std::string kindOf(const Node& document) {
  const Node* part = mainPart(document);
  if (!part) return {};
  const Node* kind = part->find(Kind::kind);
  if (!kind) kind = part->find(Kind::title);
  if (!kind) return {};
  std::string text = lang::toLower(kind->plainText());
  const auto isSpaced = [&] {
    // Every other character is a blank.
    std::size_t blanks = 0;
    std::size_t letters = 0;
    for (const char c : text) {
      blanks += c == ' ';
      letters += (static_cast<unsigned char>(c) & 0xC0) != 0x80 && c != ' ';
    }
    return letters > 2 && blanks + 1 >= letters;
  };
  if (isSpaced()) std::erase(text, ' ');
  return text;
}

bool appliesTo(const Rule& rule, const std::string& kind) {
  return rule.kinds.empty() ||
         std::any_of(rule.kinds.begin(), rule.kinds.end(),
                     [&](const std::string& one) { return kind.starts_with(one); });
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
  const std::string kind = kindOf(document);
  const Date day = dateOf(document).value_or(today);
  for (const Rule& rule : rules.rules) {
    if (!appliesTo(rule, kind)) continue;
    Finder finder(document, rule, day, sources, diagnostics);
    run(finder);
  }
}

}  // namespace chancery::check
