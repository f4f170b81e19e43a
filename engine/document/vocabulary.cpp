#include "document/vocabulary.h"

#include <unordered_map>

namespace chancery::document {
namespace {

using K = Kind;
using A = Attribute;

const std::vector<Kind> kInline{K::bold, K::italic, K::lineBreak};
const std::vector<Kind> kBlocks{K::paragraph, K::heading, K::list, K::table, K::abbreviations};
const std::vector<Kind> kPartContent{
    K::letterhead, K::kind,      K::registration, K::place,     K::title,        K::subtitle,
    K::command,    K::clauses,   K::signature,    K::executor,  K::stamps,       K::appendixMark,
    K::paragraph,  K::heading,   K::list,         K::table,     K::abbreviations};

const AttributeRule kAlign{A::align, "align", "left|right|center|justify",
                           {"выравнивание вместо принятого", "alignment instead of the profile's"}};
const AttributeRule kCaption{A::caption, "caption", "",
                             {"слово грифа вместо принятого", "the stamp's word instead of the usual"}};

std::vector<ElementRule> makeVocabulary() {
  std::vector<ElementRule> rules{
      {K::document, "document", Content::elements, {K::part, K::appendix},
       {{A::id, "id", "", {"имя", "name"}},
        {A::title, "title", "", {"название", "title"}},
        {A::profile, "profile", "", {"правила оформления", "style profile"}},
        {A::workflow, "workflow", "", {"маршрут", "workflow"}},
        {A::language, "lang", "", {"язык (ru-RU)", "language (ru-RU)"}}},
       {"Документ: основная часть и приложения", "A document: its main part and appendices"}},
      {K::part, "part", Content::elements, kPartContent,
       {{A::orientation, "orientation", "portrait|landscape",
         {"книжная или альбомная", "of the sheet"}}},
       {"Часть документа на листах одного вида", "A part on sheets of one kind"}},
      {K::appendix, "appendix", Content::elements, {K::part, K::document},
       {{A::number, "number", "", {"номер приложения", "number of the appendix"}}},
       {"Приложение; отметка берёт номер и дату у приказа",
        "An appendix; its mark takes number and date from the order"}},
      {K::letterhead, "letterhead", Content::elements, {K::line}, {},
       {"Бланк: организация, сверху вниз", "Letterhead: the organisation, from the top down"}},
      {K::line, "line", Content::text, kInline, {}, {"Строка бланка", "A line of the letterhead"}},
      {K::kind, "kind", Content::text, kInline, {}, {"Вид документа: ПРИКАЗ", "Kind of document"}},
      {K::registration, "registration", Content::elements, {K::date, K::number}, {},
       {"Дата и регистрационный номер", "Date and registration number"}},
      {K::date, "date", Content::text, kInline, {}, {"Дата", "Date"}},
      {K::number, "number", Content::text, kInline, {}, {"Номер", "Number"}},
      {K::place, "place", Content::text, kInline, {}, {"Место составления", "Place"}},
      {K::title, "title", Content::text, kInline, {}, {"Заголовок к тексту", "Title"}},
      {K::subtitle, "subtitle", Content::text, kInline, {}, {"Подзаголовок", "Subtitle"}},
      {K::command, "command", Content::text, kInline, {},
       {"Распорядительное слово: ПРИКАЗЫВАЮ", "Command word"}},
      {K::clauses, "clauses", Content::elements, {K::clause}, {},
       {"Пункты; нумеруются сами", "Clauses, numbered by the engine"}},
      {K::clause, "clause", Content::blocks,
       {K::paragraph, K::list, K::table, K::clause, K::bold, K::italic, K::lineBreak}, {},
       {"Пункт; вложенные пункты — подпункты", "A clause; clauses inside it are subclauses"}},
      {K::signature, "signature", Content::elements, {K::post, K::organisation, K::name}, {},
       {"Подпись", "Signature"}},
      {K::post, "post", Content::text, kInline, {}, {"Должность", "Post"}},
      {K::organisation, "organisation", Content::text, kInline, {}, {"Организация", "Organisation"}},
      {K::name, "name", Content::text, kInline, {}, {"Инициалы и фамилия", "Initials and surname"}},
      {K::executor, "executor", Content::elements, {K::name, K::phone}, {},
       {"Отметка об исполнителе", "Executor's mark"}},
      {K::phone, "phone", Content::text, kInline, {}, {"Телефон", "Telephone"}},
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
      {K::text, "text", Content::text, kInline, {}, {"Слова: «к приказу …»", "Words"}},
      {K::paragraph, "p", Content::text, kInline, {kAlign}, {"Абзац", "Paragraph"}},
      {K::heading, "heading", Content::text, kInline,
       {{A::level, "level", "1|2|3", {"уровень", "level"}},
        {A::number, "number", "", {"номер перед заголовком", "number before the heading"}}},
       {"Заголовок внутри текста", "A heading within the text"}},
      {K::list, "list", Content::elements, {K::item},
       {{A::style, "style", "number|bullet|dash|paren", {"вид меток", "kind of labels"}}},
       {"Перечень", "List"}},
      {K::item, "item", Content::blocks,
       {K::paragraph, K::list, K::table, K::bold, K::italic, K::lineBreak}, {},
       {"Элемент перечня", "List item"}},
      {K::abbreviations, "abbreviations", Content::elements, {K::abbreviation}, {},
       {"Принятые сокращения", "Abbreviations"}},
      {K::abbreviation, "abbreviation", Content::elements, {K::shortForm, K::fullForm}, {},
       {"Сокращение", "Abbreviation"}},
      {K::shortForm, "short", Content::text, kInline, {}, {"Краткая форма", "Short form"}},
      {K::fullForm, "full", Content::text, kInline, {}, {"Полная форма", "Full form"}},
      {K::table, "table", Content::elements,
       {K::column, K::columnNumber, K::row, K::sectionRow},
       {{A::header, "header", "repeat|once", {"повторять шапку", "repeat the header"}}},
       {"Таблица", "Table"}},
      {K::column, "column", Content::text, kInline,
       {{A::id, "id", "", {"имя столбца", "name of the column"}},
        {A::width, "width", "", {"ширина: 25mm, 2* или auto", "width: 25mm, 2* or auto"}},
        kAlign},
       {"Столбец и его название", "A column and its title"}},
      {K::columnNumber, "column-number", Content::text, kInline, {},
       {"Номер столбца под шапкой", "Column number under the header"}},
      {K::row, "row", Content::elements, {K::cell},
       {{A::split, "split", "yes|no", {"можно ли делить между страницами", "may split over pages"}},
        {A::keep, "keep", "with-next", {"не отрывать от следующей", "stay with the next row"}}},
       {"Строка", "Row"}},
      {K::sectionRow, "section-row", Content::blocks,
       {K::paragraph, K::heading, K::list, K::table, K::abbreviations, K::bold, K::italic,
        K::lineBreak, K::columnNumber, K::column},
       {{A::keep, "keep", "with-next", {"не отрывать от следующей", "stay with the next row"}}},
       {"Строка раздела во всю ширину; column внутри неё повторяет шапку под ней",
        "A section row of full width; columns in it repeat the header under it"}},
      {K::cell, "cell", Content::blocks,
       {K::paragraph, K::list, K::table, K::bold, K::italic, K::lineBreak},
       {{A::columns, "columns", "#", {"занимает столбцов", "columns spanned"}},
        {A::rows, "rows", "#", {"занимает строк", "rows spanned"}},
        {A::header, "header", "yes|no", {"ячейка шапки", "a header cell"}},
        kAlign},
       {"Ячейка", "Cell"}},
      {K::bold, "b", Content::text, kInline, {}, {"Полужирный", "Bold"}},
      {K::italic, "i", Content::text, kInline, {}, {"Курсив", "Italic"}},
      {K::lineBreak, "br", Content::empty, {}, {}, {"Разрыв строки", "Line break"}},
  };
  return rules;
}

}  // namespace

const std::vector<ElementRule>& vocabulary() {
  static const std::vector<ElementRule> rules = makeVocabulary();  // constant once built
  return rules;
}

const ElementRule& ruleOf(Kind kind) {
  // The table stands in the order of the enumeration, which a test of the vocabulary checks.
  return vocabulary().at(static_cast<std::size_t>(kind));
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
