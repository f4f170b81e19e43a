#include "document/vocabulary.h"

#include <array>
#include <unordered_map>

#include "base/error.h"
#include "document/vocabulary_parts.h"

namespace chancery::document {
namespace {

using K = Kind;
using A = Attribute;

std::vector<Kind> partContent() {
  std::vector<Kind> kinds = requisitesOfPart();
  for (const Kind kind : blocksOfPart()) kinds.push_back(kind);
  return kinds;
}

std::vector<ElementRule> frameRules() {
  return {
      {K::document, "document", Content::elements, {K::part, K::appendix},
       {{A::id, "id", "", {"имя шаблона", "name of the template"}},
        {A::title, "title", "", {"название для людей", "title for people"}},
        {A::profile, "profile", "", {"правила оформления: имя", "name of the style profile"}},
        {A::workflow, "workflow", "", {"маршрут: имя", "name of the workflow"}},
        {A::language, "lang", "", {"язык, например ru-RU", "language, for example ru-RU"}}},
       {"Документ: основная часть и приложения; корень файла шаблона называется template",
        "A document: its main part and appendices; the root of a template file is template"}},
      {K::part, "part", Content::elements, partContent(),
       {{A::id, "id", "", {"у части приложения – имя приложения, на которое ссылается ref",
                           "in an appendix: the appendix' name, which a ref leads to"}},
        {A::orientation, "orientation", "portrait|landscape",
         {"книжный или альбомный лист", "of the sheet"}, "portrait"},
        {A::requisiteNumbers, "requisite-numbers", "yes|no",
         {"показывать номера реквизитов по ГОСТ", "show the standard's numbers of the requisites"}, "no"},
        {A::pageNumber, "page-number", "yes|no",
         {"no – без номеров страниц", "no: no page numbers"}, "yes"},
        {A::cover, "cover", "yes|no",
         {"титульный лист: без номера, заголовок посередине",
          "a title page: no number, the title in the middle"}, "no"},
        {A::start, "start", "next|odd",
         {"odd – с нечётной страницы", "odd: begins on an odd page"}, "next"}},
       {"Часть документа на листах одного вида", "A part on sheets of one kind"}},
      {K::appendix, "appendix", Content::elements, {K::part, K::document},
       {{A::number, "number", "", {"номер приложения; если приложений несколько, ставится сам", "number of the appendix; given by the engine when there are several"}},
        {A::id, "id", "", {"имя, на которое ссылается ref", "the name that a ref leads to"}}},
       {"Приложение; отметка берёт номер и дату у приказа",
        "An appendix; its mark takes number and date from the order"}},
  };
}

std::vector<ElementRule> makeVocabulary() {
  std::vector<ElementRule> rules = frameRules();
  for (ElementRule& rule : requisiteRules()) rules.push_back(std::move(rule));
  for (ElementRule& rule : blockRules()) rules.push_back(std::move(rule));
  return rules;
}

}  // namespace

const std::vector<ElementRule>& vocabulary() {
  static const std::vector<ElementRule> rules = makeVocabulary();  // constant once built
  return rules;
}

const ElementRule& ruleOf(Kind kind) {
  static const auto byKind = [] {
    std::array<const ElementRule*, kKindCount> index{};
    for (const ElementRule& rule : vocabulary()) index[static_cast<std::size_t>(rule.kind)] = &rule;
    return index;
  }();
  const ElementRule* rule = byKind.at(static_cast<std::size_t>(kind));
  check(rule, "every kind has its rule in the vocabulary");
  return *rule;
}

const ElementRule* findRule(std::string_view name) {
  static const auto byName = [] {
    std::unordered_map<std::string_view, const ElementRule*> index;
    for (const ElementRule& rule : vocabulary()) index.emplace(rule.name, &rule);
    return index;
  }();
  const auto found = byName.find(name);
  return found == byName.end() ? nullptr : found->second;
}

}  // namespace chancery::document
