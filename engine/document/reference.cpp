#include <algorithm>
#include <string>

#include "document/vocabulary.h"

namespace chancery::document {
namespace {

std::string link(std::string_view name) {
  return "[`" + std::string(name) + "`](#" + std::string(name) + ")";
}

std::string linksTo(const std::vector<Kind>& kinds) {
  std::string text;
  for (const Kind kind : kinds) text += (text.empty() ? "" : ", ") + link(ruleOf(kind).name);
  return text;
}

std::vector<Kind> parentsOf(Kind kind) {
  std::vector<Kind> parents;
  for (const ElementRule& rule : vocabulary()) {
    const auto found = std::find(rule.children.begin(), rule.children.end(), kind);
    if (found != rule.children.end() && rule.kind != kind) parents.push_back(rule.kind);
  }
  return parents;
}

/// The values of an attribute for people: `a`, `b`; "целое число"; "текст".
std::string valuesText(std::string_view values) {
  if (values.empty()) return "текст";
  if (values == "#") return "целое число от 1";
  std::string text;
  for (std::size_t from = 0; from <= values.size();) {
    const std::size_t to = std::min(values.find('|', from), values.size());
    text += (text.empty() ? "`" : ", `") + std::string(values.substr(from, to - from)) + '`';
    from = to + 1;
  }
  return text;
}

std::string attributesText(const ElementRule& rule) {
  if (rule.attributes.empty()) return "";
  std::string text = "\n| Атрибут | Значение | Что значит |\n|---|---|---|\n";
  for (const AttributeRule& attribute : rule.attributes) {
    text += "| `" + std::string(attribute.name) + "`" + (attribute.required ? " *" : "") + " | " +
            valuesText(attribute.values) + " | " + std::string(attribute.help.russian) + " |\n";
  }
  return text;
}

std::string contentText(const ElementRule& rule) {
  const std::string inside = linksTo(rule.children);
  switch (rule.content) {
    case Content::elements:
      return "Внутри: " + inside + ".";
    case Content::text:
      return inside.empty() ? "Внутри: текст." : "Внутри: текст, " + inside + ".";
    case Content::blocks:
      return "Внутри: текст или " + inside + ".";
    case Content::empty:
      break;
  }
  return "Пустой.";
}

std::string elementText(const ElementRule& rule) {
  std::string text = "\n### " + std::string(rule.name) + "\n\n" + std::string(rule.help.russian) + ".";
  if (rule.requisite > 0) text += " Реквизит " + std::to_string(rule.requisite) + ".";
  text += "\n\n" + contentText(rule);
  const std::vector<Kind> parents = parentsOf(rule.kind);
  if (!parents.empty()) text += " Стоит в: " + linksTo(parents) + ".";
  text += '\n' + attributesText(rule);
  const Example example = exampleOf(rule.kind);
  if (example.of != rule.kind) {
    return text + "\nПример – у " + link(ruleOf(example.of).name) + ".\n";
  }
  return text + "\n```xml\n" + std::string(example.text) + "\n```\n";
}

}  // namespace

std::string referenceText() {
  std::string text = R"(# Словарь документа

Все элементы, из которых состоит документ: что значит, что стоит внутри, какие есть атрибуты. Страница сделана из той же таблицы, по которой программа
проверяет шаблоны (`engine/document/vocabulary*.cpp`). Звёздочкой отмечены обязательные атрибуты. Как писать шаблон – в
[руководстве](template-guide.md), как документ выглядит – в правилах оформления (`doc-templates/styles`).
)";
  for (const ElementRule& rule : vocabulary()) text += elementText(rule);
  return text;
}

}  // namespace chancery::document
