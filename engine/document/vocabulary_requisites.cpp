#include "document/vocabulary_parts.h"

namespace chancery::document {
namespace {

using K = Kind;
using A = Attribute;

const AttributeRule kCaption{A::caption, "caption", "",
                             {"слово грифа вместо принятого", "the stamp's word instead of the usual"}};

std::vector<Kind> clauseContent() {
  std::vector<Kind> kinds = nestedBlocks();
  kinds.push_back(K::clause);
  return kinds;
}

}  // namespace

std::vector<Kind> requisitesOfPart() {
  return {K::letterhead, K::kind,    K::registration, K::place,    K::title,  K::subtitle,
          K::command,    K::clauses, K::signature,    K::executor, K::stamps, K::appendixMark};
}

std::vector<Kind> requisiteText() { return {K::bold, K::italic, K::lineBreak}; }

std::vector<ElementRule> requisiteRules() {
  return {
      {K::letterhead, "letterhead", Content::elements, {K::line}, {},
       {"Бланк: организация, сверху вниз", "Letterhead: the organisation, from the top down"}},
      {K::line, "line", Content::text, requisiteText(), {}, {"Строка бланка", "A line of the letterhead"}},
      {K::kind, "kind", Content::text, requisiteText(), {}, {"Вид документа: ПРИКАЗ", "Kind of document"}},
      {K::registration, "registration", Content::elements, {K::date, K::number}, {},
       {"Дата и регистрационный номер", "Date and registration number"}},
      {K::date, "date", Content::text, requisiteText(), {}, {"Дата", "Date"}},
      {K::number, "number", Content::text, requisiteText(), {}, {"Номер", "Number"}},
      {K::place, "place", Content::text, requisiteText(), {}, {"Место составления", "Place"}},
      {K::title, "title", Content::text, requisiteText(), {}, {"Заголовок к тексту", "Title"}},
      {K::subtitle, "subtitle", Content::text, requisiteText(), {}, {"Подзаголовок", "Subtitle"}},
      {K::command, "command", Content::text, requisiteText(), {},
       {"Распорядительное слово: ПРИКАЗЫВАЮ", "Command word"}},
      {K::clauses, "clauses", Content::elements, {K::clause}, {},
       {"Пункты; нумеруются сами", "Clauses, numbered by the engine"}},
      {K::clause, "clause", Content::blocks, clauseContent(),
       {{A::id, "id", "", {"имя, на которое ссылается ref", "the name that a ref leads to"}}},
       {"Пункт; вложенные пункты — подпункты", "A clause; clauses inside it are subclauses"}},
      {K::signature, "signature", Content::elements, {K::post, K::organisation, K::name}, {},
       {"Подпись", "Signature"}},
      {K::post, "post", Content::text, requisiteText(), {}, {"Должность", "Post"}},
      {K::organisation, "organisation", Content::text, requisiteText(), {}, {"Организация", "Organisation"}},
      {K::name, "name", Content::text, requisiteText(), {}, {"Инициалы и фамилия", "Initials and surname"}},
      {K::executor, "executor", Content::elements, {K::name, K::phone}, {},
       {"Отметка об исполнителе", "Executor's mark"}},
      {K::phone, "phone", Content::text, requisiteText(), {}, {"Телефон", "Telephone"}},
      {K::stamps, "stamps", Content::elements, {K::agreed, K::approved, K::approvedBy}, {},
       {"Грифы: согласования слева, утверждения справа",
        "Stamps: agreement at left, approval at right"}},
      {K::agreed, "agreed", Content::elements, {K::post, K::organisation, K::name, K::date},
       {kCaption}, {"Гриф СОГЛАСОВАНО", "Stamp of agreement"}},
      {K::approved, "approved", Content::elements, {K::post, K::organisation, K::name, K::date},
       {kCaption}, {"Гриф УТВЕРЖДАЮ", "Stamp of approval by a person"}},
      {K::approvedBy, "approved-by", Content::elements, {K::text, K::date, K::number}, {kCaption},
       {"Гриф УТВЕРЖДЁН актом", "Stamp of approval by an act"}},
      {K::appendixMark, "appendix-mark", Content::elements, {K::number, K::to}, {},
       {"Отметка «Приложение № …»", "Mark of an appendix"}},
      {K::to, "to", Content::elements, {K::text, K::date, K::number}, {},
       {"К какому документу приложение", "What the appendix belongs to"}},
      {K::text, "text", Content::text, requisiteText(), {}, {"Слова: «к приказу …»", "Words"}},
  };
}

}  // namespace chancery::document
