#include "template/checker.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "base/suggest.h"
#include "lang/dates.h"
#include "template/functions.h"
#include "template/messages.h"
#include "template/types.h"
#include "xml/vocabulary.h"

namespace chancery::templates {
namespace {

using Kind = Instruction::Kind;

/// Bodies inside each other, through calls too: checking descends into every definition called.
constexpr std::size_t kMaxNesting = 250;

class Checker {
 public:
  Checker(const Template::Data& data, const Sources& sources, Diagnostics& diagnostics)
      : data_(data), sources_(sources), diagnostics_(diagnostics), paths_(sources, diagnostics) {}

  void run() {
    Type root;
    root.shapes.insert({data_.fields, nullptr});
    for (const FieldSet& set : data_.sets) fieldPaths(set);
    body(data_.body, root);
    // A definition that nobody calls is still read by people.
    for (const auto& [name, definition] : data_.definitions) {
      if (called_.count(&definition)) continue;
      loops_.push_back(&definition);
      body(definition.body, Type::anyNodes().one());
      loops_.pop_back();
    }
  }

 private:
  /// default-select and open="…", which stand among the fields of `set`.
  void fieldPaths(const FieldSet& set) {
    Type item;
    item.shapes.insert({&set, nullptr});
    for (const Field& field : set.fields) {
      if (field.fallbackPath) paths_.check(field.fallbackPath, item, {}, false);
      if (!field.openPath) continue;
      if (!paths_.check(field.openPath, item, {}, false).isNodes()) {
        paths_.error(messages::kNotNodes, field.openPath, 0);
      }
    }
  }

  void body(const std::vector<Instruction>& instructions, const Type& item) {
    const std::size_t variables = variables_.size();
    ++nesting_;
    for (const Instruction& instruction : instructions) step(instruction, item);
    --nesting_;
    variables_.resize(variables);
  }

  void step(const Instruction& i, const Type& item) {
    switch (i.kind) {
      case Kind::text:
      case Kind::define:
        break;
      case Kind::element:
        for (const ValueTemplate& attribute : i.attributes) valueTemplate(attribute, item);
        body(i.body, item);
        break;
      case Kind::valueOf:
        valueOf(i, item);
        break;
      case Kind::forEach:
        forEach(i, item);
        break;
      case Kind::when:
        check(i.select, item);
        body(i.body, item);
        break;
      case Kind::choose:
        for (const Instruction& branch : i.body) step(branch, item);
        break;
      case Kind::let:
        variables_.emplace_back(i.name, check(i.select, item));
        break;
      case Kind::call:
        call(i, item);
        break;
      case Kind::recurse:
        recurse(i, item);
        break;
      case Kind::include:
        include(i, item);
        break;
    }
  }

  Type check(const Path& path, const Type& item) {
    return paths_.check(path, item, variables_, inLoop_);
  }

  /// The nodes that a body is repeated for.
  Type nodes(const Path& path, const Type& item) {
    Type type = check(path, item);
    if (type.isNodes()) return type;
    paths_.error(messages::kNotNodes, path, 0);
    return Type::anyNodes();
  }

  void valueTemplate(const ValueTemplate& attribute, const Type& item) {
    for (const ValuePart& part : attribute.parts) {
      if (part.path) refuseGroup(part.path, check(part.path, item));
    }
  }

  // The text of a group would be all its fields run together.
  bool refuseGroup(const Path& path, const Type& type) {
    for (const Shape& shape : type.shapes) {
      if (!shape.set) continue;
      const std::string name = shape.field ? shape.field->name : data_.id;
      paths_.error(messages::kValueOfGroup, path, 0, {name})
          .hint(messages::kGroupFields, {joined(shape.set->names())});
      return true;
    }
    return false;
  }

  void valueOf(const Instruction& i, const Type& item) {
    const Type type = check(i.select, item);
    if (!i.select || refuseGroup(i.select, type)) return;
    const bool plainPath = i.select.compiled->syntax().kind == xml::Expression::Kind::path;
    if (type.isNodes() && type.many && plainPath && !i.separator && !type.unknown) {
      paths_.warning(messages::kOnlyFirst, i.select, 0).hint(messages::kUseSeparator);
    }
    if (i.format) format(i, type);
  }

  void format(const Instruction& i, const Type& type) {
    const xml::Attribute& attribute = *i.source->findAttribute("format");
    const bool known = type.isNodes() && type.shapes.size() == 1 && type.shapes.begin()->field;
    const FieldType fieldType = known ? type.shapes.begin()->field->type : FieldType::text;
    const bool isDate = fieldType == FieldType::date;
    const bool isNumber = fieldType == FieldType::number || fieldType == FieldType::money ||
                          fieldType == FieldType::integer;
    const Place place = sources_.place(xml::positionOf(*i.source, attribute));
    if (known && !isDate && !isNumber) {
      diagnostics_.error(messages::kFormatOfText, place,
                         {type.shapes.begin()->field->name, std::string(wordOf(fieldType))});
      return;
    }
    const bool numberFormat = placesOf(*i.format).has_value();
    const bool dateFormat = !lang::findPatternError(*i.format) && !numberFormat;
    const bool good = isNumber ? numberFormat : isDate ? dateFormat : numberFormat || dateFormat;
    if (good) return;
    diagnostics_.error(messages::kBadPattern, place, {*i.format}).hint(messages::kPatterns);
  }

  void forEach(const Instruction& i, const Type& item) {
    const Type type = nodes(i.select, item);
    loops_.push_back(&i);
    loopBody(i, type);
    loops_.pop_back();
  }

  /// The body of a loop or definition, once for every type of node it meets.
  void loopBody(const Instruction& i, const Type& type) {
    // By name: recursion binds the same names again and again.
    std::map<std::string, Type> bound;
    for (const auto& [name, variable] : variables_) bound[name] = variable;
    if (!visited_.emplace(&i, type, std::move(bound)).second) return;
    const bool outer = inLoop_;
    inLoop_ = inLoop_ || type.many;
    const std::size_t variables = variables_.size();
    if (!i.name.empty() && i.kind == Kind::forEach) variables_.emplace_back(i.name, type.one());
    body(i.body, type.one());
    variables_.resize(variables);
    inLoop_ = outer;
  }

  void call(const Instruction& i, const Type& item) {
    const Type type = i.select ? nodes(i.select, item) : item;
    TypedVariables given;
    for (const Instruction& let : i.body) given.emplace_back(let.name, check(let.select, item));
    const auto found = data_.definitions.find(i.name);
    if (found == data_.definitions.end()) {
      unknownDefinition(i);
      return;
    }
    called_.insert(&found->second);
    if (isTooDeep(i)) return;
    // A definition sees its own context and what is given to it, nothing of the caller's.
    std::swap(variables_, given);
    loops_.push_back(&found->second);
    loopBody(found->second, type);
    loops_.pop_back();
    std::swap(variables_, given);
  }

  /// Reported once: everything that leads there would report it again.
  bool isTooDeep(const Instruction& i) {
    if (nesting_ < kMaxNesting) return false;
    if (!std::exchange(tooDeepReported_, true)) {
      diagnostics_.error(messages::kCallTooDeep, sources_.place(i.position),
                         {std::to_string(kMaxNesting)});
    }
    return true;
  }

  void unknownDefinition(const Instruction& i) {
    const xml::Attribute* name = i.source->findAttribute("name");
    if (!name || !reportedCalls_.insert(&i).second) return;
    std::vector<std::string> known;
    for (const auto& [definition, body] : data_.definitions) known.push_back(definition);
    xml::hintNames(diagnostics_.error(messages::kUnknownDefinition,
                                      sources_.place(xml::positionOf(*i.source, *name)), {i.name}),
                   i.name, known);
  }

  void recurse(const Instruction& i, const Type& item) {
    if (loops_.empty()) {
      diagnostics_.error(messages::kRecurseOutside, sources_.place(i.position));
      return;
    }
    if (isTooDeep(i)) return;
    const Instruction& loop = *loops_.back();
    Type type = nodes(i.select, item);
    type.many = true;
    loopBody(loop, type);
  }

  void include(const Instruction& i, const Type& item) {
    valueTemplate(i.attributes[0], item);
    const Type type = nodes(i.select, item);
    bool documents = type.unknown;
    for (const Shape& shape : type.shapes) {
      documents = documents || (shape.field && shape.field->kind == Field::Kind::document);
    }
    if (!documents && i.select) paths_.error(messages::kNotADocument, i.select, 0);
  }

  const Template::Data& data_;
  const Sources& sources_;
  Diagnostics& diagnostics_;
  PathChecker paths_;
  TypedVariables variables_;
  std::vector<const Instruction*> loops_;  // loops and definitions round the current step
  bool inLoop_ = false;
  std::size_t nesting_ = 0;  // bodies round the current step
  bool tooDeepReported_ = false;
  std::set<const Instruction*> called_;
  std::set<const Instruction*> reportedCalls_;
  std::set<std::tuple<const Instruction*, Type, std::map<std::string, Type>>> visited_;
};

}  // namespace

void checkTemplate(const Template::Data& data, const Sources& sources, Diagnostics& diagnostics) {
  Checker(data, sources, diagnostics).run();
}

void checkExpression(const Template& what, const xml::Node& element,
                     const xml::Attribute& attribute, const Sources& sources,
                     Diagnostics& diagnostics) {
  PathChecker paths(sources, diagnostics);
  Path path{nullptr, &element, &attribute, 0};
  const auto place = [&](std::size_t offset) { return paths.placeOf(path, offset); };
  auto compiled = xml::XPath::compile(attribute.value, place, diagnostics);
  if (!compiled) return;
  path.compiled = std::make_shared<const xml::XPath>(std::move(*compiled));
  Type root;
  root.shapes.insert({&what.fields(), nullptr});
  paths.check(path, root, {}, false);
}

}  // namespace chancery::templates
