#include "document/vocabulary_parts.h"

namespace chancery::document {
namespace {

using K = Kind;
using A = Attribute;
using Rules = std::vector<ElementRule>;

const AttributeRule kAlign{A::align, "align", "left|right|center|justify",
                           {"выравнивание вместо того, что в правилах оформления", "alignment instead of the profile's"}};
const AttributeRule kVerticalAlign{A::verticalAlign, "vertical-align", "top|center|bottom",
                                   {"место текста в ячейке по высоте", "place of the text in a cell by height"}};
const AttributeRule kId{A::id, "id", "", {"имя, на которое ссылается ref", "the name that a ref leads to"}};
const AttributeRule kWidth{A::width, "width", "", {"ширина, например 120mm; иначе – своя или как в правилах оформления", "width, for example 120mm"}};
const AttributeRule kHeight{A::height, "height", "", {"высота, например 80mm; иначе – по ширине или как в правилах оформления", "height, for example 80mm"}};
const AttributeRule kKeepRow{A::keep, "keep", "with-next",
                             {"не отрывать от следующей", "stay with the next row"}};

/// Where a page number may stand.
std::vector<Kind> runningText() {
  return {K::bold, K::italic, K::lineBreak, K::pageNumber, K::pageCount, K::sectionPageCount};
}

Rules textRules() {
  return {
      {K::paragraph, "p", Content::text, inlineKinds(),
       {kAlign,
        {A::keep, "keep", "with-next|lines",
         {"with-next – не отрывать от следующего, lines – не делить между страницами",
          "with-next: stays with what follows; lines: stays on one page"}}},
       {"Абзац", "Paragraph"},
        18},
      {K::heading, "heading", Content::text, requisiteText(),
       {{A::level, "level", "1|2|3|4", {"уровень", "level"}, "1"},
        {A::number, "number", "",
         {"номер перед заголовком; auto – ставится сам: 1, 1.1, …",
          "number before the heading; auto: given by the engine, 1, 1.1, …"}},
        kId},
       {"Заголовок внутри текста", "A heading within the text"}},
      {K::list, "list", Content::elements, {K::item},
       {{A::style, "style", "number|paren|letter|latin|roman|multilevel|bullet|dash",
         {"вид меток: 1. 1) а) a) I. 1.1. • –; без него – 1., внутри multilevel – его следующий уровень",
          "kind of labels: 1. 1) а) a) I. 1.1. • –; 1. by default, inside multilevel its next level"}},
        {A::start, "start", "#", {"первый номер", "the first number"}, "1"},
        {A::continued, "continue", "yes|no",
         {"продолжать счёт прежнего перечня того же вида", "count on from the last list of that kind"}, "no"}},
       {"Перечень; перечень внутри элемента – следующий уровень",
        "List; a list inside an item is the next level"}},
      {K::item, "item", Content::blocks, nestedBlocks(), {}, {"Элемент перечня", "List item"}},
      {K::abbreviations, "abbreviations", Content::elements, {K::abbreviation}, {},
       {"Принятые сокращения", "Abbreviations"}},
      {K::abbreviation, "abbreviation", Content::elements, {K::shortForm, K::fullForm}, {},
       {"Сокращение", "Abbreviation"}},
      {K::shortForm, "short", Content::text, requisiteText(), {}, {"Краткая форма", "Short form"}},
      {K::fullForm, "full", Content::text, requisiteText(), {}, {"Полная форма", "Full form"}},
  };
}

Rules tableRules() {
  std::vector<Kind> sectionContent = nestedBlocks();
  sectionContent.insert(sectionContent.end(),
                        {K::heading, K::abbreviations, K::columnNumber, K::column});
  std::vector<Kind> columnContent = requisiteText();
  columnContent.push_back(K::column);
  return {
      {K::table, "table", Content::elements,
       {K::column, K::columnNumber, K::row, K::sectionRow, K::source},
       {kId,
        {A::title, "title", "", {"название: «Таблица 1 – …»", "the caption's words"}},
        {A::header, "header", "repeat|once", {"повторять шапку на каждом листе или только вначале", "repeat the header on each page"}, "repeat"},
        {A::rows, "rows", "split|whole",
         {"можно ли делить строки между страницами; иначе – как в правилах оформления",
          "may rows continue on the next page"}},
        {A::orientation, "orientation", "portrait|landscape|auto",
         {"landscape – на альбомном листе, auto – если иначе не помещается",
          "landscape: on a landscape sheet; auto: when it does not fit otherwise"},
         "portrait"}},
       {"Таблица", "Table"}},
      {K::column, "column", Content::text, columnContent,
       {{A::id, "id", "", {"имя столбца", "name of the column"}},
        {A::width, "width", "", {"ширина: 25mm, доля 2* или auto – по содержанию", "width: 25mm, a share 2*, or auto: by its content"},
         "auto"},
        kAlign,
        kVerticalAlign,
        {A::group, "group", "yes|no",
         {"объединять соседние ячейки с равным текстом", "merge neighbouring cells of equal text"}, "no"},
        {A::number, "number", "yes|section",
         {"номера строк: подряд или заново в каждом разделе",
          "row numbers: throughout, or anew in each section"}}},
       {"Столбец и его название; столбцы внутри столбца – шапка из нескольких уровней",
        "A column and its title; columns inside a column make a header of several levels"}},
      {K::columnNumber, "column-number", Content::text, requisiteText(), {},
       {"Номер столбца под шапкой", "Column number under the header"}},
      {K::row, "row", Content::elements, {K::cell},
       {{A::split, "split", "yes|no", {"можно ли делить между страницами; иначе – как у таблицы", "may split over pages"}},
        kKeepRow,
        {A::total, "total", "yes|no", {"итоговая строка", "a row of totals"}, "no"}},
       {"Строка", "Row"}},
      {K::sectionRow, "section-row", Content::blocks, sectionContent, {kKeepRow},
       {"Строка раздела во всю ширину; column внутри неё повторяет шапку под ней",
        "A section row of full width; columns in it repeat the header under it"}},
      {K::cell, "cell", Content::blocks, nestedBlocks(),
       {{A::columns, "columns", "#", {"занимает столбцов", "columns spanned"}, "1"},
        {A::rows, "rows", "#", {"занимает строк", "rows spanned"}, "1"},
        {A::header, "header", "yes|no", {"ячейка шапки", "a header cell"}, "no"},
        kAlign,
        kVerticalAlign},
       {"Ячейка", "Cell"}},
      {K::source, "source", Content::text, inlineKinds(), {},
       {"Примечание или источник под таблицей", "A note or the source under a table"}},
  };
}

Rules figureRules() {
  return {
      {K::figure, "figure", Content::empty, {},
       {kId,
        {A::href, "href", "", {"файл рисунка: PNG, JPEG или SVG", "the picture's file: PNG, JPEG or SVG"}, "", true},
        {A::alt, "alt", "", {"что на рисунке, словами", "what the picture shows, in words"}},
        {A::title, "title", "", {"подпись: «Рисунок 1 – …»", "the caption's words"}},
        kWidth,
        kHeight,
        {A::decorative, "decorative", "yes|no",
         {"ничего не сообщает: описание не нужно", "tells nothing: needs no description"}, "no"}},
       {"Рисунок", "Picture"}},
      {K::chart, "chart", Content::elements, {K::category, K::series, K::span},
       {kId,
        {A::style, "kind", "bar|line|pie|gantt",
         {"столбцы, линии, круг, график работ", "bars, lines, pie, Gantt chart"}, "bar"},
        {A::title, "title", "", {"подпись: «Рисунок 1 – …»", "the caption's words"}},
        {A::alt, "alt", "", {"описание; если нет – составляется само", "description; made by the engine by default"}},
        kWidth,
        kHeight,
        {A::horizontal, "horizontal", "yes|no", {"столбцы слева направо", "bars from left to right"}, "no"},
        {A::stacked, "stacked", "yes|no", {"столбцы друг на друге", "bars on top of each other"}, "no"},
        {A::values, "values", "yes|no", {"показывать числа", "show the figures"}, "yes"},
        {A::xTitle, "x-title", "", {"название оси x", "name of the x axis"}},
        {A::yTitle, "y-title", "", {"название оси y", "name of the y axis"}}},
       {"Диаграмма", "Chart"}},
      {K::category, "category", Content::text, {}, {},
       {"Категория: год, показатель, мероприятие", "Category: a year, an indicator, a measure"}},
      {K::series, "series", Content::elements, {K::value},
       {{A::title, "title", "", {"название ряда", "name of the series"}}},
       {"Ряд: по значению на категорию", "Series: a value for each category"}},
      {K::value, "value", Content::text, {}, {},
       {"Число: 12,5; пустое или «–» – нет данных", "A number: 12,5; empty or “–” is no value"}},
      {K::span, "span", Content::empty, {},
       {{A::from, "from", "", {"первый день: 2026-01-12", "the first day: 2026-01-12"}, "", true},
        {A::to, "to", "", {"последний день: 2026-03-31", "the last day: 2026-03-31"}, "", true}},
       {"Время мероприятия в графике работ, по одному на категорию",
        "Time of a measure in a Gantt chart, one for each category"}},
      {K::pdfPages, "pdf-pages", Content::empty, {},
       {{A::href, "href", "", {"файл PDF", "the PDF file"}, "", true},
        {A::alt, "alt", "", {"что на страницах, словами", "what the pages show, in words"}},
        {A::from, "from", "#", {"первая страница; без неё – с начала", "the first page of it"}},
        {A::to, "to", "#", {"последняя страница; без неё – до конца", "the last page of it"}}},
       {"Страницы готового PDF: скан становится рисунками, другой файл вставляется как есть",
        "Pages of another PDF: a scan becomes pictures, another file is shown as it is"}},
  };
}

Rules flowRules() {
  return {
      {K::contents, "contents", Content::empty, {},
       {{A::title, "title", "", {"название: «Содержание»", "its title"}},
        {A::of, "of", "headings|tables|figures",
         {"что перечислять: заголовки, таблицы, рисунки", "what it lists"}, "headings"},
        {A::levels, "levels", "1|2|3|4", {"до какого уровня заголовков", "how many levels of headings"}, "3"}},
       {"Содержание, перечень таблиц или рисунков", "Contents, list of tables or of figures"}},
      {K::keep, "keep", Content::elements,
       {K::paragraph, K::heading, K::list, K::table, K::figure, K::chart, K::abbreviations}, {},
       {"Блоки, которые стоят на одной странице", "Blocks that stay on one page"}},
      {K::pageBreak, "page-break", Content::empty, {}, {},
       {"Следующее – с новой страницы", "What follows begins on a new page"}},
      {K::header, "header", Content::text, runningText(),
       {kAlign,
        {A::first, "first", "yes|no",
         {"и на первой странице части; иначе – как у номера страницы в правилах оформления",
          "also on the part's first page; else as the profile says of page numbers"}}},
       {"Верхний колонтитул части", "Running header of a part"}},
      {K::footer, "footer", Content::text, runningText(),
       {kAlign,
        {A::first, "first", "yes|no", {"и на первой странице части", "also on the part's first page"}, "yes"}},
       {"Нижний колонтитул части", "Running footer of a part"}},
  };
}

Rules inlineRules() {
  return {
      {K::note, "note", Content::blocks,
       {K::paragraph, K::reference, K::bold, K::italic, K::lineBreak}, {},
       {"Сноска; её знак стоит здесь", "A footnote; its mark stands here"}},
      {K::reference, "ref", Content::empty, {},
       {{A::to, "to", "", {"имя (id) того, на что ссылка", "the id that it leads to"}, "", true},
        {A::show, "show", "number|page|both",
         {"номер, страница или то и другое", "the number, the page, or both"}, "number"},
        {A::caseForm, "case", "nominative|genitive|dative|accusative|instrumental|prepositional",
         {"падеж: «таблица 3», «таблицу 3»", "the case of the word"}, "nominative"},
        {A::words, "words", "yes|no", {"со словом «таблица», «рисунок»", "with the word, or figures alone"}, "yes"}},
       {"Ссылка: «таблица 3», «приложение 2», «стр. 7»", "Cross reference"}},
      {K::pageNumber, "page-number", Content::empty, {}, {}, {"Номер страницы", "Page number"}},
      {K::pageCount, "page-count", Content::empty, {}, {},
       {"Число страниц документа", "Number of pages of the document"}},
      {K::sectionPageCount, "section-page-count", Content::empty, {}, {},
       {"Число страниц части", "Number of pages of the part"}},
      {K::bold, "b", Content::text, inlineKinds(), {}, {"Полужирный", "Bold"}},
      {K::italic, "i", Content::text, inlineKinds(), {}, {"Курсив", "Italic"}},
      {K::lineBreak, "br", Content::empty, {}, {}, {"Разрыв строки", "Line break"}},
  };
}

}  // namespace

std::vector<Kind> blocksOfPart() {
  return {K::header, K::footer,        K::paragraph, K::heading, K::list, K::table,     K::figure,
          K::chart,  K::abbreviations, K::contents,  K::keep,    K::pageBreak,
          K::pdfPages};
}

std::vector<Kind> nestedBlocks() {
  std::vector<Kind> kinds{K::paragraph, K::list, K::table, K::figure, K::chart};
  for (const Kind kind : inlineKinds()) kinds.push_back(kind);
  return kinds;
}

std::vector<Kind> inlineKinds() {
  return {K::note, K::reference, K::bold, K::italic, K::lineBreak};
}

std::vector<ElementRule> blockRules() {
  std::vector<ElementRule> rules;
  for (Rules group : {textRules(), tableRules(), figureRules(), flowRules(), inlineRules()}) {
    for (ElementRule& rule : group) rules.push_back(std::move(rule));
  }
  return rules;
}

}  // namespace chancery::document
