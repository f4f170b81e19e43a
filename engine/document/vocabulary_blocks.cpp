#include "document/vocabulary_parts.h"

namespace chancery::document {
namespace {

using K = Kind;
using A = Attribute;

const AttributeRule kAlign{A::align, "align", "left|right|center|justify",
                           {"выравнивание вместо принятого", "alignment instead of the profile's"}};

}  // namespace

std::vector<Kind> blocksOfPart() {
  return {K::paragraph, K::heading, K::list, K::table, K::abbreviations};
}

std::vector<Kind> nestedBlocks() {
  return {K::paragraph, K::list, K::table, K::bold, K::italic, K::lineBreak};
}

std::vector<Kind> inlineKinds() { return {K::bold, K::italic, K::lineBreak}; }

std::vector<ElementRule> blockRules() {
  return {
      {K::paragraph, "p", Content::text, inlineKinds(), {kAlign}, {"Абзац", "Paragraph"}},
      {K::heading, "heading", Content::text, inlineKinds(),
       {{A::level, "level", "1|2|3", {"уровень", "level"}},
        {A::number, "number", "", {"номер перед заголовком", "number before the heading"}}},
       {"Заголовок внутри текста", "A heading within the text"}},
      {K::list, "list", Content::elements, {K::item},
       {{A::style, "style", "number|bullet|dash|paren", {"вид меток", "kind of labels"}}},
       {"Перечень", "List"}},
      {K::item, "item", Content::blocks,
       nestedBlocks(), {},
       {"Элемент перечня", "List item"}},
      {K::abbreviations, "abbreviations", Content::elements, {K::abbreviation}, {},
       {"Принятые сокращения", "Abbreviations"}},
      {K::abbreviation, "abbreviation", Content::elements, {K::shortForm, K::fullForm}, {},
       {"Сокращение", "Abbreviation"}},
      {K::shortForm, "short", Content::text, inlineKinds(), {}, {"Краткая форма", "Short form"}},
      {K::fullForm, "full", Content::text, inlineKinds(), {}, {"Полная форма", "Full form"}},
      {K::table, "table", Content::elements,
       {K::column, K::columnNumber, K::row, K::sectionRow},
       {{A::header, "header", "repeat|once", {"повторять шапку", "repeat the header"}}},
       {"Таблица", "Table"}},
      {K::column, "column", Content::text, inlineKinds(),
       {{A::id, "id", "", {"имя столбца", "name of the column"}},
        {A::width, "width", "", {"ширина: 25mm, 2* или auto", "width: 25mm, 2* or auto"}},
        kAlign},
       {"Столбец и его название", "A column and its title"}},
      {K::columnNumber, "column-number", Content::text, inlineKinds(), {},
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
       nestedBlocks(),
       {{A::columns, "columns", "#", {"занимает столбцов", "columns spanned"}},
        {A::rows, "rows", "#", {"занимает строк", "rows spanned"}},
        {A::header, "header", "yes|no", {"ячейка шапки", "a header cell"}},
        kAlign},
       {"Ячейка", "Cell"}},
      {K::bold, "b", Content::text, inlineKinds(), {}, {"Полужирный", "Bold"}},
      {K::italic, "i", Content::text, inlineKinds(), {}, {"Курсив", "Italic"}},
      {K::lineBreak, "br", Content::empty, {}, {}, {"Разрыв строки", "Line break"}},
  };
}

}  // namespace chancery::document
