#include "app/series.h"

#include <charconv>

#include "app/messages.h"
#include "runtime/number_pattern.h"
#include "xml/attribute_words.h"
#include "xml/vocabulary.h"

namespace chancery::app {
namespace {

using runtime::NumberPattern;
using runtime::PatternFault;

Place placeOf(const xml::Node& node, const char* attribute, const Sources& sources) {
  const xml::Attribute* found = node.findAttribute(attribute);
  return sources.place(found ? xml::positionOf(node, *found) : node.origin.stated);
}

void tell(const PatternFault& fault, const std::string& pattern, const Place& place,
          Diagnostics& diagnostics) {
  switch (fault.kind) {
    case PatternFault::Kind::unknownWord:
      diagnostics.error(messages::kPatternWord, place, {pattern, fault.word})
          .hint(messages::kPatternWords);
      return;
    case PatternFault::Kind::brace:
      diagnostics.error(messages::kPatternBrace, place, {pattern, fault.word})
          .hint(messages::kPatternWords);
      return;
    case PatternFault::Kind::noNumber:
    case PatternFault::Kind::numberTwice:
      diagnostics.error(messages::kWrongPattern, place, {pattern}).hint(messages::kPatternExample);
  }
}

// An attribute that the pattern shows has to be there; one that it does not show does nothing.
void checkUse(const xml::Node& node, const char* attribute, bool isUsed, const Sources& sources,
              Diagnostics& diagnostics) {
  const bool isGiven = !xml::splitList(node.attribute(attribute)).empty();
  if (isUsed && !isGiven) {
    diagnostics.error(messages::kPatternValue, placeOf(node, "pattern", sources), {attribute})
        .hint(messages::kAddPatternValue, {attribute});
  }
  if (!isUsed && node.findAttribute(attribute)) {
    diagnostics.warning(messages::kPatternUnused, placeOf(node, attribute, sources), {attribute})
        .hint(messages::kPatternWords);
  }
}

}  // namespace

void readSeries(const xml::Node& node, const Sources& sources, runtime::Series& series,
                Diagnostics& diagnostics) {
  series.title = std::string(node.attribute("title"));
  series.yearly = node.attribute("restart") != "never";
  series.group = std::string(node.attribute("group"));
  series.file = std::string(node.attribute("file"));
  series.keeper = std::string(node.attribute("keeper"));
  if (node.findAttribute("keeper") && !xml::isIdentifier(series.keeper)) {
    diagnostics.error(messages::kWrongId, placeOf(node, "keeper", sources), {series.keeper});
  }
  if (node.findAttribute("pattern")) series.pattern = std::string(node.attribute("pattern"));
  const auto parsed = runtime::parsePattern(series.pattern);
  if (const auto* fault = std::get_if<PatternFault>(&parsed)) {
    tell(*fault, series.pattern, placeOf(node, "pattern", sources), diagnostics);
  } else {
    const auto& pattern = std::get<NumberPattern>(parsed);
    checkUse(node, "group", pattern.uses(NumberPattern::Word::group), sources, diagnostics);
    checkUse(node, "file", pattern.uses(NumberPattern::Word::file), sources, diagnostics);
  }
  if (const xml::Attribute* start = node.findAttribute("starts-at")) {
    const char* end = start->value.data() + start->value.size();
    const auto [rest, error] = std::from_chars(start->value.data(), end, series.startsAt);
    if (error != std::errc() || rest != end || series.startsAt < 1) {
      diagnostics.error(messages::kWrongStart, placeOf(node, "starts-at", sources), {start->value});
    }
  }
}

}  // namespace chancery::app
