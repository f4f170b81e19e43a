#include "format/profile_values.h"

#include <algorithm>
#include <charconv>

#include "base/suggest.h"
#include "format/messages.h"
#include "format/profile.h"

namespace chancery::format {
namespace {

std::optional<double> parseNumber(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value,
                                            std::chars_format::fixed);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::optional<Length> parseLength(std::string_view text) {
  if (text == "0") return Length();
  if (text.size() < 3) return std::nullopt;
  const auto number = parseNumber(text.substr(0, text.size() - 2));
  if (!number || !(*number >= -1000 && *number <= 1000)) return std::nullopt;  // NaN too
  const std::string_view unit = text.substr(text.size() - 2);
  if (unit == "mm") return Length::mm(*number);
  if (unit == "cm") return Length::mm(*number * 10);
  if (unit == "pt") return Length::pt(*number);
  return std::nullopt;
}

Place ProfileValues::place(const xml::Node& element, std::string_view attribute) const {
  const xml::Attribute* found = element.findAttribute(attribute);
  return sources_.place(found ? xml::positionOf(element, *found) : element.origin.stated);
}

Diagnostics::Added ProfileValues::error(const Message& message, const xml::Node& element,
                                        std::vector<std::string> arguments) {
  return diagnostics_.error(message, sources_.place(element.origin.stated), std::move(arguments));
}

Diagnostics::Added ProfileValues::badValue(const xml::Node& element, std::string_view attribute) {
  return diagnostics_.error(messages::kBadValue, place(element, attribute),
                            {std::string(attribute), std::string(element.attribute(attribute))});
}

void ProfileValues::unknownName(const Message& message, const xml::Node& element,
                                std::string_view attribute, const std::string& name,
                                const std::vector<std::string>& known) {
  auto added = diagnostics_.error(message, place(element, attribute), {name});
  if (const auto near = suggest(name, known)) {
    added.hint(hints::kDidYouMean, {*near});
  } else {
    added.hint(hints::kKnownNames, {joined(known)});
  }
}

void ProfileValues::unknownElement(const xml::Node& element, const std::vector<std::string>& known) {
  auto added = error(messages::kUnknownElement, element, {element.name});
  const auto near = suggest(element.name, known);
  added.hint(near ? hints::kDidYouMean : hints::kKnownNames, {near ? *near : joined(known)});
}

void ProfileValues::allowAttributes(const xml::Node& element, const std::vector<std::string>& names) {
  for (const xml::Attribute& attribute : element.attributes) {
    if (attribute.name.find(':') != std::string::npos) continue;
    if (std::find(names.begin(), names.end(), attribute.name) != names.end()) continue;
    auto added = diagnostics_.error(messages::kUnknownAttribute, place(element, attribute.name),
                                    {attribute.name, element.name});
    const auto near = suggest(attribute.name, names);
    added.hint(near ? hints::kDidYouMean : hints::kKnownNames, {near ? *near : joined(names)});
  }
}

std::string ProfileValues::text(const xml::Node& element, std::string_view name,
                                std::string_view absent) {
  const xml::Attribute* attribute = element.findAttribute(name);
  return attribute ? attribute->value : std::string(absent);
}

std::string ProfileValues::requireText(const xml::Node& element, std::string_view name) {
  const std::string value = text(element, name, "");
  if (value.empty()) {
    error(messages::kMissingAttribute, element, {std::string(name), element.name});
  }
  return value;
}

Length ProfileValues::length(const xml::Node& element, std::string_view name, Length absent) {
  const xml::Attribute* attribute = element.findAttribute(name);
  if (!attribute) return absent;
  const auto value = parseLength(attribute->value);
  if (!value) badValue(element, name).hint(messages::kLengthHint);
  return value.value_or(absent);
}

Length ProfileValues::positiveLength(const xml::Node& element, std::string_view name,
                                     Length absent) {
  const Length value = length(element, name, absent);
  if (value < Length()) badValue(element, name).hint(messages::kLengthHint);
  return value;
}

Length ProfileValues::requireLength(const xml::Node& element, std::string_view name) {
  if (requireText(element, name).empty()) return {};
  return positiveLength(element, name, Length());
}

double ProfileValues::number(const xml::Node& element, std::string_view name, double absent,
                             double least, double most) {
  const xml::Attribute* attribute = element.findAttribute(name);
  if (!attribute) return absent;
  const auto value = parseNumber(attribute->value);
  if (value && *value >= least && *value <= most) return *value;
  badValue(element, name).hint(messages::kNumberHint);
  return absent;
}

bool ProfileValues::yes(const xml::Node& element, std::string_view name, bool absent) {
  const xml::Attribute* attribute = element.findAttribute(name);
  if (!attribute) return absent;
  if (attribute->value == "yes") return true;
  if (attribute->value != "no") badValue(element, name).hint(messages::kYesNoHint);
  return false;
}

std::string ProfileValues::choice(const xml::Node& element, std::string_view name,
                                  const std::vector<std::string>& allowed,
                                  std::string_view absent) {
  const xml::Attribute* attribute = element.findAttribute(name);
  if (!attribute) return std::string(absent);
  if (std::find(allowed.begin(), allowed.end(), attribute->value) != allowed.end()) {
    return attribute->value;
  }
  badValue(element, name).hint(hints::kKnownNames, {joined(allowed)});
  return std::string(absent);
}

}  // namespace chancery::format
