#include "template/messages.h"
#include "template/parsing.h"

namespace chancery::templates {
namespace {

using Kind = Instruction::Kind;

class BodyParser {
 public:
  explicit BodyParser(Parsing& parsing) : parsing_(parsing) {}

  /// @param top whether `element` is the template's root, whose declarations are read elsewhere
  std::vector<Instruction> content(const xml::Node& element, bool top = false) {
    std::vector<Instruction> result;
    for (std::size_t i = 0; i < element.children.size(); ++i) {
      const xml::Node& child = element.children[i];
      if (child.isText()) {
        const bool last = i + 1 == element.children.size();
        Instruction text = make(Kind::text, child);
        text.text = literalText(child.text, i == 0, last);
        if (!text.text.empty()) result.push_back(std::move(text));
      } else if (child.space != xml::Namespace::templates) {
        result.push_back(literal(child));
      } else if (top && isDeclaration(child)) {
        continue;
      } else if (auto step = control(child)) {
        result.push_back(std::move(*step));
      }
    }
    return result;
  }

 private:
  static Instruction make(Kind kind, const xml::Node& node) {
    Instruction result;
    result.kind = kind;
    result.source = &node;
    result.position = node.origin.stated;
    return result;
  }

  Instruction literal(const xml::Node& element) {
    Instruction result = make(Kind::element, element);
    result.space = element.space;
    result.name = element.name;
    for (const xml::Attribute& attribute : element.attributes) {
      const bool foreign =
          attribute.name.find(':') != std::string::npos && attribute.name.substr(0, 4) != "xml:";
      if (!foreign) result.attributes.push_back(valueTemplate(element, attribute));
    }
    result.body = content(element);
    return result;
  }

  ValueTemplate valueTemplate(const xml::Node& element, const xml::Attribute& attribute) {
    ValueTemplate result{attribute.name, attribute.offset};
    const std::string& value = attribute.value;
    std::string text;
    for (std::size_t at = 0; at < value.size();) {
      const char c = value[at];
      if ((c == '{' || c == '}') && at + 1 < value.size() && value[at + 1] == c) {
        text += c;
        at += 2;
      } else if (c == '}') {
        parsing_.diagnostics.error(messages::kLoneBrace, parsing_.placeOf(element, attribute, at))
            .hint(messages::kDoubleBrace);
        ++at;
      } else if (c == '{') {
        const std::size_t end = closingBrace(value, at + 1);
        if (end == std::string::npos) {
          parsing_.diagnostics.error(messages::kOpenBrace, parsing_.placeOf(element, attribute, at))
              .hint(messages::kDoubleBrace);
          return result;
        }
        if (!text.empty()) result.parts.push_back({std::move(text), {}});
        text.clear();
        result.parts.push_back({"", parsing_.makePath(element, attribute,
                                                      value.substr(at + 1, end - at - 1), at + 1)});
        at = end + 1;
      } else {
        text += c;
        ++at;
      }
    }
    if (!text.empty()) result.parts.push_back({std::move(text), {}});
    return result;
  }

  // A brace inside a string of the expression does not close it.
  static std::size_t closingBrace(const std::string& value, std::size_t at) {
    while (at < value.size() && value[at] != '}') {
      if (value[at] == '\'' || value[at] == '"') at = value.find(value[at], at + 1);
      if (at == std::string::npos) return at;
      ++at;
    }
    return at < value.size() ? at : std::string::npos;
  }

  void attributes(const xml::Node& element, const std::vector<xml::AttributeRule>& rules) {
    xml::checkAttributes(parsing_.sources, element, rules, parsing_.diagnostics);
  }

  std::optional<Instruction> control(const xml::Node& element) {
    const std::string& name = element.name;
    if (name == "value-of") return valueOf(element);
    if (name == "for-each") return forEach(element);
    if (name == "if") return when(element);
    if (name == "choose") return choose(element);
    if (name == "let") return let(element);
    if (name == "call") return call(element);
    if (name == "recurse") return recurse(element);
    if (name == "include") return include(element);
    if (name == "when" || name == "otherwise") {
      parsing_.reportMisplaced(element, "t:choose");
    } else if (name == "fields" || name == "define") {
      parsing_.reportMisplaced(element, "template");
    } else if (name == "field" || name == "group" || name == "document") {
      parsing_.reportMisplaced(element, "t:fields");
    } else {
      xml::hintNames(
          parsing_.diagnostics.error(messages::kUnknownControl, parsing_.placeOf(element), {name}),
          name, controlNames());
    }
    return std::nullopt;
  }

  Instruction valueOf(const xml::Node& element) {
    attributes(element, {{"select", true}, {"format"}, {"separator"}});
    Instruction result = make(Kind::valueOf, element);
    result.select = parsing_.makePath(element, "select");
    if (const auto* format = element.findAttribute("format")) result.format = format->value;
    if (const auto* separator = element.findAttribute("separator")) {
      result.separator = separator->value;
    }
    refuseContent(element);
    return result;
  }

  Instruction forEach(const xml::Node& element) {
    attributes(element, {{"select", true}, {"as"}});
    Instruction result = make(Kind::forEach, element);
    result.select = parsing_.makePath(element, "select");
    if (element.findAttribute("as") && parsing_.checkName(element, "as")) {
      result.name = element.attribute("as");
    }
    result.body = content(element);
    return result;
  }

  Instruction when(const xml::Node& element) {
    attributes(element, {{"test", true}});
    Instruction result = make(Kind::when, element);
    result.select = parsing_.makePath(element, "test");
    result.body = content(element);
    return result;
  }

  Instruction choose(const xml::Node& element) {
    attributes(element, {});
    parsing_.refuseText(element);
    Instruction result = make(Kind::choose, element);
    for (const xml::Node& child : element.children) {
      if (child.is(xml::Namespace::templates, "when")) {
        result.body.push_back(when(child));
      } else if (child.is(xml::Namespace::templates, "otherwise")) {
        attributes(child, {});
        Instruction otherwise = make(Kind::when, child);
        otherwise.body = content(child);
        result.body.push_back(std::move(otherwise));
      } else if (child.isElement()) {
        parsing_.diagnostics
            .error(messages::kMisplacedControl, parsing_.placeOf(child), {child.name})
            .hint(hints::kKnownNames, {"t:when, t:otherwise"});
      }
    }
    return result;
  }

  Instruction let(const xml::Node& element) {
    attributes(element, {{"name", true}, {"select", true}});
    Instruction result = make(Kind::let, element);
    parsing_.checkName(element, "name");
    result.name = element.attribute("name");
    result.select = parsing_.makePath(element, "select");
    refuseContent(element);
    return result;
  }

  Instruction call(const xml::Node& element) {
    attributes(element, {{"name", true}, {"select"}});
    parsing_.refuseText(element);
    Instruction result = make(Kind::call, element);
    result.name = element.attribute("name");
    result.select = parsing_.makePath(element, "select");
    for (const xml::Node& child : element.children) {
      if (child.is(xml::Namespace::templates, "let")) {
        result.body.push_back(let(child));
      } else if (child.isElement()) {
        parsing_.diagnostics
            .error(messages::kMisplacedControl, parsing_.placeOf(child), {child.name})
            .hint(hints::kKnownNames, {"t:let"});
      }
    }
    return result;
  }

  Instruction recurse(const xml::Node& element) {
    attributes(element, {{"select", true}});
    Instruction result = make(Kind::recurse, element);
    result.select = parsing_.makePath(element, "select");
    refuseContent(element);
    return result;
  }

  std::optional<Instruction> include(const xml::Node& element) {
    attributes(element, {{"template"}, {"select"}, {"href"}});
    const xml::Attribute* name = element.findAttribute("template");
    if (element.findAttribute("href") || !name || !element.findAttribute("select")) {
      parsing_.diagnostics.error(messages::kIncludeKind, parsing_.placeOf(element));
      return std::nullopt;
    }
    Instruction result = make(Kind::include, element);
    result.attributes.push_back(valueTemplate(element, *name));
    result.select = parsing_.makePath(element, "select");
    refuseContent(element);
    return result;
  }

  void refuseContent(const xml::Node& element) {
    parsing_.refuseText(element);
    for (const xml::Node& child : element.children) {
      if (child.isElement()) {
        parsing_.diagnostics.error(messages::kMisplacedControl, parsing_.placeOf(child),
                                   {child.name});
      }
    }
  }

  Parsing& parsing_;
};

}  // namespace

const std::vector<std::string>& controlNames() {
  static const std::vector<std::string> names{
      "fields", "field", "group",     "document", "include", "define", "for-each", "if",
      "choose", "when",  "otherwise", "value-of", "let",     "call",   "recurse"};
  return names;
}

bool isDeclaration(const xml::Node& node) {
  return node.is(xml::Namespace::templates, "fields") ||
         node.is(xml::Namespace::templates, "define") ||
         (node.is(xml::Namespace::templates, "include") && node.findAttribute("href"));
}

std::vector<Instruction> parseBody(Parsing& parsing, const xml::Node& element) {
  return BodyParser(parsing).content(element, element.name == "template");
}

}  // namespace chancery::templates
