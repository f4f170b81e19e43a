#include "base/suggest.h"
#include "template/messages.h"
#include "template/parsing.h"

namespace chancery::templates {
namespace {

using Rules = std::vector<xml::AttributeRule>;

const std::vector<std::string> kTruth{"true", "false"};

const Rules& fieldRules() {
  static const Rules rules{{"name", true},
                           {"type", false, fieldTypeWords()},
                           {"label"},
                           {"help"},
                           {"optional", false, kTruth},
                           {"repeat", false, kTruth},
                           {"default"},
                           {"default-select"},
                           {"from"},
                           {"keep-empty", false, kTruth},
                           {"values"}};
  return rules;
}

const Rules& groupRules() {
  static const Rules rules{
      {"name", true}, {"label"}, {"help"}, {"optional", false, kTruth}, {"repeat", false, kTruth},
      {"recursive"},  {"open"},  {"use"}};
  return rules;
}

const Rules& documentRules() {
  static const Rules rules{{"name", true},
                           {"label"},
                           {"help"},
                           {"optional", false, kTruth},
                           {"repeat", false, kTruth},
                           {"templates", true}};
  return rules;
}

class FieldsParser {
 public:
  FieldsParser(Parsing& parsing, FieldSet& set) : parsing_(parsing), set_(set) {}

  void run(const xml::Node& element) {
    parsing_.refuseText(element);
    for (const xml::Node& child : element.children) {
      if (child.isElement()) declaration(child);
    }
  }

 private:
  void declaration(const xml::Node& element) {
    if (element.space == xml::Namespace::templates && element.name == "field") {
      value(element);
    } else if (element.space == xml::Namespace::templates && element.name == "group") {
      group(element);
    } else if (element.space == xml::Namespace::templates && element.name == "document") {
      document(element);
    } else {
      xml::hintNames(parsing_.diagnostics.error(messages::kUnknownControl,
                                                parsing_.placeOf(element), {element.name}),
                     element.name, {"field", "group", "document"});
    }
  }

  Field common(const xml::Node& element, const Rules& rules) {
    xml::checkAttributes(parsing_.sources, element, rules, parsing_.diagnostics);
    Field field;
    field.name = element.attribute("name");
    field.label = element.attribute("label");
    if (field.label.empty()) field.label = field.name;
    field.help = element.attribute("help");
    field.optional = element.attribute("optional") == "true";
    field.repeat = element.attribute("repeat") == "true";
    field.position = element.origin.stated;
    field.source = &element;
    return field;
  }

  void add(const xml::Node& element, Field field) {
    if (!parsing_.checkName(element, "name")) return;
    if (const Field* first = set_.find(field.name)) {
      const Place place = parsing_.sources.place(first->position);
      parsing_.diagnostics
          .error(messages::kDuplicateName,
                 parsing_.placeOf(element, *element.findAttribute("name")), {field.name})
          .hint(messages::kFirstDeclared, {place.file, std::to_string(place.line)});
      return;
    }
    set_.fields.push_back(std::move(field));
  }

  void value(const xml::Node& element) {
    Field field = common(element, fieldRules());
    parsing_.refuseText(element);
    field.type = findFieldType(element.attribute("type")).value_or(FieldType::line);
    field.keepEmpty = element.attribute("keep-empty") == "true";
    field.from = element.attribute("from");
    field.values = splitWords(element.attribute("values"), '|');
    field.fallbackPath = parsing_.makePath(element, "default-select");
    if (field.type == FieldType::choice && field.values.empty()) {
      parsing_.diagnostics.error(messages::kChoiceWithoutValues, parsing_.placeOf(element),
                                 {field.name});
    }
    if (const xml::Attribute* fallback = element.findAttribute("default")) {
      field.fallback = fallback->value;
      if (!fits(field, fallback->value)) {
        parsing_.diagnostics.error(messages::kBadDefault, parsing_.placeOf(element, *fallback),
                                   {fallback->value, std::string(wordOf(field.type))});
      }
    }
    add(element, std::move(field));
  }

  void group(const xml::Node& element) {
    Field field = common(element, groupRules());
    field.kind = Field::Kind::group;
    if (const xml::Attribute* open = element.findAttribute("open")) {
      field.open = open->value != "false";
      if (field.open && open->value != "true") field.openPath = parsing_.makePath(element, "open");
    }
    field.depth = depthOf(element);
    const xml::Attribute* use = element.findAttribute("use");
    if (use) {
      field.set = namedSet(use->value);
      parsing_.uses.push_back({use->value, &element, use});
      for (const xml::Node& child : element.children) {
        if (child.isElement())
          parsing_.reportMisplaced(child, "t:fields name=\"" + use->value + "\"");
      }
    } else {
      FieldSet& own = parsing_.data.sets.emplace_back();
      field.set = &own;
      FieldsParser(parsing_, own).run(element);
      if (field.depth > 0) {  // a recursive group holds itself
        own.fields.push_back(field);
        own.fields.back().optional = true;
      }
    }
    add(element, std::move(field));
  }

  FieldSet* namedSet(const std::string& name) {
    auto& entry = parsing_.data.namedSets[name];
    if (!entry.first) entry.first = &parsing_.data.sets.emplace_back();
    return entry.first;
  }

  int depthOf(const xml::Node& element) {
    const xml::Attribute* recursive = element.findAttribute("recursive");
    if (!recursive) return 0;
    const std::string& text = recursive->value;
    if (text.size() == 1 && text[0] >= '1' && text[0] <= '9') return text[0] - '0';
    parsing_.diagnostics.error(messages::kBadDepth, parsing_.placeOf(element, *recursive), {text});
    return 0;
  }

  void document(const xml::Node& element) {
    Field field = common(element, documentRules());
    parsing_.refuseText(element);
    field.kind = Field::Kind::document;
    field.values = splitWords(element.attribute("templates"), ' ');
    add(element, std::move(field));
  }

  Parsing& parsing_;
  FieldSet& set_;
};

}  // namespace

void parseFields(Parsing& parsing, const xml::Node& element, FieldSet& set) {
  FieldsParser(parsing, set).run(element);
}

}  // namespace chancery::templates
