#include "flow/attributes.h"

#include <algorithm>

#include "flow/messages.h"
#include "xml/attribute_words.h"
#include "xml/vocabulary.h"
#include "xml/xpath_syntax.h"

namespace chancery::flow {
namespace {

constexpr std::string_view kDatePrefix = "date:";
constexpr std::string_view kRolePrefix = "role:";
constexpr std::string_view kListPrefix = "list:";

using Paths = std::vector<std::pair<const xml::Node*, xml::Attribute>>;

void collectPaths(const xml::Node& node, Paths& paths) {
  for (const char* name : {"when", "part", "each", "items"}) {
    const xml::Attribute* stated = node.findAttribute(name);
    if (stated && !stated->value.starts_with(kRolePrefix)) paths.emplace_back(&node, *stated);
  }
  for (const char* name : {"due", "after"}) {
    const xml::Attribute* stated = node.findAttribute(name);
    if (!stated || !stated->value.starts_with(kDatePrefix)) continue;
    paths.emplace_back(&node, *stated).second.value.erase(0, kDatePrefix.size());
  }
  for (const xml::Node& child : node.children) collectPaths(child, paths);
}

}  // namespace

Paths pathsIn(const xml::Node& definition) {
  Paths paths;
  collectPaths(definition, paths);
  return paths;
}

Place Attributes::placeOf(const xml::Node& node, std::string_view attribute) const {
  const xml::Attribute* found = node.findAttribute(attribute);
  return found ? sources_.place(xml::positionOf(node, *found)) : placeOf(node);
}

void Attributes::known(const Message& message, const Place& place, const std::string& name,
                       const std::vector<std::string>& names) const {
  if (names.empty() || std::find(names.begin(), names.end(), name) != names.end()) return;
  xml::hintNames(diagnostics_.error(message, place, {name}), name, names);
}

std::string Attributes::identifier(const xml::Node& node) const {
  const std::string id(node.attribute("id"));
  if (node.findAttribute("id") && !xml::isIdentifier(id)) {
    diagnostics_.error(messages::kWrongId, placeOf(node, "id"), {id});
  }
  return id;
}

std::string Attributes::plainName(const xml::Node& node, std::string_view attribute) const {
  std::string name(node.attribute(attribute));
  if (node.findAttribute(attribute) && (!xml::isIdentifier(name) || name.ends_with(".xml"))) {
    diagnostics_.error(messages::kNotName, placeOf(node, attribute), {name})
        .hint(messages::kPlainName);
  }
  return name;
}

std::optional<Selector> Attributes::selector(const xml::Node& node,
                                             std::string_view attribute) const {
  const xml::Attribute* by = node.findAttribute(attribute);
  if (!by) return std::nullopt;
  const auto result = parseSelector(by->value);
  const Place place = placeOf(node, attribute);
  if (!result) {
    diagnostics_.error(messages::kWrongSelector, place, {by->value}).hint(messages::kSelectorForms);
  } else if (result->kind == Selector::Kind::role) {
    known(messages::kUnknownRole, place, result->name, surroundings_.roles);
  } else if (result->kind == Selector::Kind::person) {
    known(messages::kUnknownPerson, place, result->name, surroundings_.people);
  }
  return result;
}

std::optional<Term> Attributes::term(const xml::Node& node, std::string_view attribute) const {
  const xml::Attribute* stated = node.findAttribute(attribute);
  if (!stated) return std::nullopt;
  const auto result = parseTerm(stated->value);
  if (!result) {
    diagnostics_.error(messages::kWrongTerm, placeOf(node, attribute), {stated->value})
        .hint(messages::kTermForms);
  } else if (!result->path.empty()) {
    checkPath(node, *stated, kDatePrefix.size());
  }
  return result;
}

std::optional<xml::Expression> Attributes::checkPath(const xml::Node& node,
                                                     const xml::Attribute& attribute,
                                                     std::size_t skip) const {
  const Position name = xml::positionOf(node, attribute);
  const auto placeOfOffset = [&](std::size_t offset) {
    const std::size_t start = name.offset + attribute.name.size() + 2 + skip;  // past name="
    return sources_.place({name.source, static_cast<std::uint32_t>(start + offset)});
  };
  return xml::parseXPath(std::string_view(attribute.value).substr(skip), placeOfOffset,
                         diagnostics_);
}

std::string Attributes::path(const xml::Node& node, std::string_view attribute) const {
  const xml::Attribute* stated = node.findAttribute(attribute);
  if (!stated) return {};
  checkPath(node, *stated, 0);
  return stated->value;
}

std::string Attributes::nodes(const xml::Node& node, std::string_view attribute) const {
  const xml::Attribute* stated = node.findAttribute(attribute);
  if (!stated) return {};
  const auto expression = checkPath(node, *stated, 0);
  if (expression && expression->kind != xml::Expression::Kind::path &&
      expression->kind != xml::Expression::Kind::unite) {
    diagnostics_.error(messages::kNoNodes, placeOf(node, attribute), {stated->value})
        .hint(messages::kNodesForm);
  }
  return stated->value;
}

std::string Attributes::people(const xml::Node& node, std::string_view attribute) const {
  const xml::Attribute* stated = node.findAttribute(attribute);
  if (!stated) return {};
  if (!stated->value.starts_with(kRolePrefix)) return nodes(node, attribute);
  selector(node, attribute);
  return stated->value;
}

std::string Attributes::list(const xml::Node& node, std::string_view attribute) const {
  const std::string text(node.attribute(attribute));
  if (!node.findAttribute(attribute)) return {};
  const Place place = placeOf(node, attribute);
  const std::string name = text.starts_with(kListPrefix) ? text.substr(kListPrefix.size()) : "";
  if (!xml::isIdentifier(name)) {
    diagnostics_.error(messages::kWrongList, place, {text}).hint(messages::kListForm);
    return {};
  }
  known(messages::kUnknownList, place, name, surroundings_.lists);
  return name;
}

std::string Attributes::series(const xml::Node& node) const {
  std::string name(node.attribute("series"));
  if (node.findAttribute("series")) {
    known(messages::kUnknownSeries, placeOf(node, "series"), name, surroundings_.series);
  }
  return name;
}

std::string Attributes::folder(const xml::Node& node, std::string_view attribute) const {
  std::string to(node.attribute(attribute));
  const bool isInside = to.empty() || (to.front() != '/' && to.find("..") == std::string::npos &&
                                       to.find('\\') == std::string::npos);
  if (!isInside) {
    diagnostics_.error(messages::kNotPath, placeOf(node, attribute), {to})
        .hint(messages::kPlainFolder);
  }
  return to;
}

Quorum Attributes::quorum(const xml::Node& node, bool isParallel, std::size_t members) const {
  const xml::Attribute* stated = node.findAttribute("quorum");
  if (!stated) return {};
  const Place place = placeOf(node, "quorum");
  const auto quorum = parseQuorum(stated->value);
  if (!quorum) {
    diagnostics_.error(messages::kWrongQuorum, place, {stated->value})
        .hint(messages::kQuorumForms);
    return {};
  }
  if (*quorum != Quorum{} && !isParallel) {
    diagnostics_.error(messages::kQuorumInSequence, place, {stated->value})
        .hint(messages::kMakeParallel);
  } else if (quorum->count > members && members > 0) {
    diagnostics_.error(messages::kQuorumTooLarge, place, {stated->value, std::to_string(members)});
  }
  return *quorum;
}

}  // namespace chancery::flow
