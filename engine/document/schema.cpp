#include <string>

#include "base/markup.h"
#include "document/vocabulary.h"

namespace chancery::document {
namespace {

/// `requisite`: its number in the standard, 0 for none.
std::string documentation(const Text& help, const std::string& indent, int requisite = 0) {
  const std::string number = requisite == 0
                                 ? ""
                                 : indent + "  <xs:appinfo source=\"urn:chancery:requisite\">" +
                                       std::to_string(requisite) + "</xs:appinfo>\n";
  return indent + "<xs:annotation>\n" + number + indent + "  <xs:documentation xml:lang=\"ru\">" +
         escaped(help.russian) + "</xs:documentation>\n" + indent +
         "  <xs:documentation xml:lang=\"en\">" + escaped(help.english) + "</xs:documentation>\n" +
         indent + "</xs:annotation>\n";
}

/// A fixed value, which editors complete, or a value template, which only expansion can tell.
std::string attributeType(std::string_view values) {
  std::string type =
      "      <xs:simpleType><xs:union memberTypes=\"valueTemplate\"><xs:simpleType>\n";
  if (values == "#") {
    return type +
           "        <xs:restriction base=\"xs:positiveInteger\"/>\n"
           "      </xs:simpleType></xs:union></xs:simpleType>\n";
  }
  type += "        <xs:restriction base=\"xs:string\">\n";
  for (std::size_t from = 0; from <= values.size();) {
    const std::size_t to = std::min(values.find('|', from), values.size());
    type +=
        "          <xs:enumeration value=\"" + escaped(values.substr(from, to - from)) + "\"/>\n";
    from = to + 1;
  }
  return type + "        </xs:restriction>\n      </xs:simpleType></xs:union></xs:simpleType>\n";
}

std::string attributeText(const AttributeRule& rule) {
  std::string name = std::string(rule.name) + (rule.required ? "\" use=\"required" : "");
  if (!rule.usual.empty()) name += "\" default=\"" + std::string(rule.usual);
  if (rule.values.empty()) {
    return "    <xs:attribute name=\"" + name + "\" type=\"xs:string\">\n" +
           documentation(rule.help, "      ") + "    </xs:attribute>\n";
  }
  return "    <xs:attribute name=\"" + name + "\">\n" + documentation(rule.help, "      ") +
         attributeType(rule.values) + "    </xs:attribute>\n";
}

std::string elementText(const ElementRule& rule) {
  const bool mixed = rule.content == Content::text || rule.content == Content::blocks;
  std::string text = "<xs:element name=\"" + std::string(rule.name) + "\">\n" +
                     documentation(rule.help, "  ", rule.requisite) + "  <xs:complexType" +
                     (mixed ? " mixed=\"true\"" : "") + ">\n";
  if (rule.content != Content::empty) {
    text += "    <xs:choice minOccurs=\"0\" maxOccurs=\"unbounded\">\n";
    for (const Kind child : rule.children) {
      text += "      <xs:element ref=\"" + std::string(ruleOf(child).name) + "\"/>\n";
    }
    text +=
        "      <xs:any namespace=\"urn:chancery:template\" processContents=\"lax\"/>\n"
        "    </xs:choice>\n";
  }
  for (const AttributeRule& attribute : rule.attributes) text += attributeText(attribute);
  return text + "  </xs:complexType>\n</xs:element>\n";
}

}  // namespace

std::string schemaText() {
  std::string text = R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- The document vocabulary, for editors. Made from engine/document/vocabulary*.cpp: change those. -->
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:chancery:document"
           targetNamespace="urn:chancery:document" elementFormDefault="qualified">
<xs:simpleType name="valueTemplate">
  <xs:restriction base="xs:string"><xs:pattern value=".*\{.*\}.*"/></xs:restriction>
</xs:simpleType>
)";
  for (const ElementRule& rule : vocabulary()) {
    text += elementText(rule);
    if (rule.kind != Kind::document) continue;
    // A template is a document with gaps: the same content under another name.
    ElementRule root = rule;
    root.name = "template";
    text += elementText(root);
  }
  return text + "</xs:schema>\n";
}

}  // namespace chancery::document
