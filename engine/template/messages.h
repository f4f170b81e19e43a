#pragma once

#include "base/diagnostic.h"

/// Messages of the room `template`.
namespace chancery::templates::messages {

// --- files ---------------------------------------------------------------------------------------
inline constexpr Message kTemplateNotFound{
    "T101", {"шаблон «{0}» не найден", "the template “{0}” was not found"}};
inline constexpr Message kIncludeNotFound{
    "T102", {"включаемый файл «{0}» не найден", "the included file “{0}” was not found"}};
inline constexpr Message kIncludeCycle{
    "T103",
    {"файлы включают друг друга по кругу: {0}", "files include each other in a circle: {0}"}};
inline constexpr Message kIncludeTooDeep{"T104",
                                         {"файлы включают друг друга глубже предела {0}",
                                          "files include each other deeper than the limit {0}"}};
inline constexpr Message kBadFileName{
    "T105", {"«{0}» — не простое имя файла", "“{0}” is not a plain file name"}};
inline constexpr Text kPlainFileName{
    "укажите имя файла без папок: он ищется среди шаблонов",
    "give a file name without folders: it is looked for among the templates"};
inline constexpr Message kNotATemplate{
    "T106",
    {"это не шаблон: корневой элемент должен быть «template» в пространстве имён «{0}»",
     "this is no template: the root element must be “template” in the namespace “{0}”"}};
inline constexpr Message kNotALibrary{
    "T107",
    {"включаемый файл должен начинаться с элемента «library» в пространстве имён «{0}»",
     "an included file must begin with the element “library” in the namespace “{0}”"}};
inline constexpr Message kTemplateCycle{
    "T108",
    {"шаблоны приложений ссылаются друг на друга по кругу: {0}",
     "templates of appendices name each other in a circle: {0}"}};

// --- structure -----------------------------------------------------------------------------------
inline constexpr Message kUnknownControl{
    "T110", {"неизвестный управляющий элемент «t:{0}»", "unknown control element “t:{0}”"}};
inline constexpr Message kMisplacedControl{
    "T111", {"элемент «t:{0}» не может стоять здесь", "the element “t:{0}” cannot stand here"}};
inline constexpr Text kOnlyInside{"он стоит только внутри «{0}»", "it stands only inside “{0}”"};
inline constexpr Message kStrayText{
    "T112",
    {"внутри элемента «t:{0}» не должно быть текста", "there must be no text inside “t:{0}”"}};
inline constexpr Message kDuplicateName{
    "T113", {"имя «{0}» объявлено дважды", "the name “{0}” is declared twice"}};
inline constexpr Text kFirstDeclared{"первый раз — {0}:{1}", "first at {0}:{1}"};
inline constexpr Message kBadName{
    "T114",
    {"«{0}» не может быть именем: нужна буква, затем буквы, цифры, «-», «_»",
     "“{0}” cannot be a name: a letter is wanted, then letters, digits, “-”, “_”"}};
inline constexpr Message kBadDepth{"T115",
                                   {"«{0}» — не глубина вложенности: нужно целое число от 1 до 9",
                                    "“{0}” is no depth: a whole number from 1 to 9 is wanted"}};
inline constexpr Message kUnknownFieldSet{
    "T116", {"набор полей «{0}» не объявлен", "the set of fields “{0}” is not declared"}};
inline constexpr Message kChoiceWithoutValues{
    "T117",
    {"у поля «{0}» с типом choice не указаны значения (values=\"…|…\")",
     "the field “{0}” of type choice lists no values (values=\"…|…\")"}};
inline constexpr Message kBadDefault{"T118",
                                     {"значение по умолчанию «{0}» не подходит к типу {1}",
                                      "the default value “{0}” does not fit the type {1}"}};
inline constexpr Message kRecurseOutside{
    "T119",
    {"«t:recurse» стоит вне «t:for-each» и «t:define»: повторять нечего",
     "“t:recurse” stands outside of “t:for-each” and “t:define”: there is nothing to repeat"}};
inline constexpr Message kIncludeKind{
    "T120",
    {"у «t:include» должно быть либо href (вверху файла), либо template и select (в тексте)",
     "“t:include” takes either href (at the top of a file) or template and select (in the text)"}};
inline constexpr Message kOpenBrace{"T121",
                                    {"у «{» в значении атрибута нет закрывающей «}»",
                                     "“{” in the attribute's value has no closing “}”"}};
inline constexpr Message kLoneBrace{
    "T122", {"лишняя «}» в значении атрибута", "“}” too many in the attribute's value"}};
inline constexpr Text kDoubleBrace{"знак «{» пишут как {{, а «}» — как }}",
                                   "write “{” as {{ and “}” as }}"};
inline constexpr Message kUnknownDefinition{
    "T123", {"определение «{0}» не найдено", "there is no definition “{0}”"}};
inline constexpr Message kNoFields{
    "T124", {"шаблон не объявляет полей (t:fields)", "the template declares no fields (t:fields)"}};

// --- paths ---------------------------------------------------------------------------------------
inline constexpr Message kUnknownField{
    "T130", {"поле «{0}» не объявлено", "the field “{0}” is not declared"}};
inline constexpr Text kFieldsHere{"здесь есть: {0}", "declared here: {0}"};
inline constexpr Message kInsideValue{
    "T131",
    {"«{1}» — поле с текстом: внутри него нет поля «{0}»",
     "“{1}” is a field with text: there is no field “{0}” in it"}};
inline constexpr Message kUnknownVariable{
    "T132", {"переменная «${0}» не объявлена", "the variable “${0}” is not declared"}};
inline constexpr Message kUnknownFunction{
    "T133", {"неизвестная функция «{0}()»", "unknown function “{0}()”"}};
inline constexpr Message kArgumentCount{
    "T134",
    {"функция «{0}()» принимает {1} арг., а дано {2}",
     "the function “{0}()” takes {1} arguments, {2} are given"}};
inline constexpr Message kNotNodes{"T135",
                                   {"здесь нужен путь к полям, а стоит отдельное значение",
                                    "a path to fields is wanted here, not a single value"}};
inline constexpr Message kAbsolutePath{
    "T136",
    {"путь от корня («/…») не работает: шаблон может стать приложением к другому документу",
     "a path from the root (“/…”) does not work: the template may become another one's appendix"}};
inline constexpr Text kUseLet{"начните путь от текущего места или сохраните значение: t:let",
                              "start from the current place or keep the value with t:let"};
inline constexpr Message kNoAttributes{
    "T137", {"у данных нет атрибутов: «@{0}»", "data have no attributes: “@{0}”"}};
inline constexpr Text kWithoutAt{"пишите имя поля без «@»", "write the field's name without “@”"};
inline constexpr Message kValueOfGroup{"T138",
                                       {"«{0}» — группа полей, у неё нет собственного текста",
                                        "“{0}” is a group of fields and has no text of its own"}};
inline constexpr Text kGroupFields{"выберите поле внутри неё: {0}", "choose a field in it: {0}"};
inline constexpr Message kOnlyFirst{
    "T139",
    {"значений может быть несколько, а показано будет только первое",
     "there may be several values, and only the first will be shown"}};
inline constexpr Text kUseSeparator{"добавьте separator=\", \" или пройдите по ним: t:for-each",
                                    "add separator=\", \" or go through them with t:for-each"};
inline constexpr Message kSlowPath{
    "T140",
    {"«{0}» внутри повторения: время растёт как квадрат числа строк",
     "“{0}” inside a repetition: the time grows as the square of the number of rows"}};
inline constexpr Text kBindBefore{
    "сохраните нужное в переменную до повторения: <t:let name=\"…\" select=\"…\"/>",
    "keep what is needed in a variable before the repetition: <t:let name=\"…\" select=\"…\"/>"};
inline constexpr Message kBadPattern{
    "T141", {"непонятный формат «{0}»", "the format “{0}” cannot be understood"}};
inline constexpr Text kPatterns{
    "дата: d, dd, MM, MMMM, yyyy, текст в апострофах ('г.'); число: 0 или 0,00",
    "a date: d, dd, MM, MMMM, yyyy, text in apostrophes; a number: 0 or 0,00"};
inline constexpr Message kFormatOfText{
    "T142",
    {"format действует на даты и числа, а поле «{0}» имеет тип {1}",
     "format works on dates and numbers, the field “{0}” has the type {1}"}};
inline constexpr Message kNotADocument{"T143",
                                       {"select у «t:include» должен выбирать поле t:document",
                                        "select of “t:include” must choose a t:document field"}};
inline constexpr Message kPrefixedName{
    "T144", {"в данных нет пространств имён: «{0}»", "data have no namespaces: “{0}”"}};

// --- data ----------------------------------------------------------------------------------------
inline constexpr Message kMissing{
    "T150",
    {"не заполнено обязательное поле «{0}» ({1})", "the required field “{0}” ({1}) is missing"}};
inline constexpr Message kEmpty{
    "T151", {"обязательное поле «{0}» ({1}) пусто", "the required field “{0}” ({1}) is empty"}};
inline constexpr Message kMisspeltKey{
    "T152", {"поля «{0}» в шаблоне нет", "the template has no field “{0}”"}};
inline constexpr Message kUnusedKey{
    "T153",
    {"поля «{0}» в шаблоне нет: значение не попадёт в документ",
     "the template has no field “{0}”: its value will not reach the document"}};
inline constexpr Message kSeveral{"T154",
                                  {"поле «{0}» ({1}) допускает одно значение, а дано несколько",
                                   "the field “{0}” ({1}) takes one value, several are given"}};
inline constexpr Message kGroupForField{"T155",
                                        {"в поле «{0}» ({1}) нужен текст, а стоит объект",
                                         "the field “{0}” ({1}) wants text, an object is given"}};
inline constexpr Message kTextForGroup{"T156",
                                       {"«{0}» ({1}) — группа полей, а стоит текст",
                                        "“{0}” ({1}) is a group of fields, text is given"}};
inline constexpr Text kGroupHas{"поля группы: {0}", "the group's fields: {0}"};
inline constexpr Message kNoDate{
    "T157", {"поле «{0}» ({1}): «{2}» — не дата", "field “{0}” ({1}): “{2}” is not a date"}};
inline constexpr Text kDateForm{"пишите ГГГГ-ММ-ДД, например 2026-06-05",
                                "write YYYY-MM-DD, for example 2026-06-05"};
inline constexpr Message kNoNumber{
    "T164", {"поле «{0}» ({1}): «{2}» — не число", "field “{0}” ({1}): “{2}” is not a number"}};
inline constexpr Text kNumberForm{"пишите цифрами с точкой, например 1250.5",
                                  "write digits and a point, for example 1250.5"};
inline constexpr Message kNoMoney{"T165",
                                  {"поле «{0}» ({1}): «{2}» — не сумма в рублях",
                                   "field “{0}” ({1}): “{2}” is not an amount in roubles"}};
inline constexpr Text kMoneyForm{"пишите рубли и копейки через точку, например 1250.50",
                                 "write roubles and kopecks with a point, for example 1250.50"};
inline constexpr Message kNoInteger{
    "T166",
    {"поле «{0}» ({1}): «{2}» — не целое число", "field “{0}” ({1}): “{2}” is not a whole number"}};
inline constexpr Text kIntegerForm{"пишите одни цифры, например 12",
                                   "write digits only, for example 12"};
inline constexpr Message kNoBoolean{"T167",
                                    {"поле «{0}» ({1}): «{2}» — не true и не false",
                                     "field “{0}” ({1}): “{2}” is neither true nor false"}};
inline constexpr Message kNoChoice{"T168",
                                   {"поле «{0}» ({1}): значения «{2}» нет в списке",
                                    "field “{0}” ({1}): the value “{2}” is not in the list"}};
inline constexpr Text kWriteSo{"напишите {0}", "write {0}"};
inline constexpr Message kTooDeep{
    "T158",
    {"«{0}» ({1}) вложены глубже {2} уровней", "“{0}” ({1}) are nested deeper than {2} levels"}};
inline constexpr Message kNoTemplateKey{"T159",
                                        {"у документа в «{0}» не указан шаблон (ключ template)",
                                         "the document in “{0}” names no template (key template)"}};
inline constexpr Message kTemplateNotAllowed{
    "T160", {"шаблон «{0}» здесь не допускается", "the template “{0}” is not allowed here"}};
inline constexpr Message kOtherTemplate{
    "T161",
    {"данные составлены для шаблона «{0}», а заполняется «{1}»",
     "the data were made for the template “{0}”, “{1}” is being filled"}};
inline constexpr Message kLineBreak{"T162",
                                    {"в однострочном поле «{0}» ({1}) стоит новая строка",
                                     "the one-line field “{0}” ({1}) holds a line break"}};
inline constexpr Message kNoObject{
    "T163",
    {"в «{0}» нужен объект с данными приложения, а стоит текст",
     "“{0}” wants an object with an appendix's data, text is given"}};

// --- expansion -----------------------------------------------------------------------------------
inline constexpr Message kTooManyOperations{
    "T170",
    {"выражение перебирает слишком много данных", "the expression goes through too much data"}};
inline constexpr Message kExpressionFailed{
    "T171", {"выражение не вычислено: {0}", "the expression failed: {0}"}};
inline constexpr Message kCallTooDeep{
    "T172",
    {"повторения и вызовы вложены глубже предела {0}",
     "repetitions and calls are nested deeper than the limit {0}"}};
inline constexpr Message kOutputTooLarge{
    "T173",
    {"документ больше предела {0} узлов", "the document is larger than the limit of {0} nodes"}};
inline constexpr Message kOutputTooLong{
    "T177",
    {"текст документа больше предела {0} байт",
     "the document's text is larger than the limit of {0} bytes"}};
inline constexpr Message kOutputTooDeep{"T178",
                                        {"элементы документа вложены глубже предела {0}",
                                         "the document's elements are nested deeper than the "
                                         "limit {0}"}};
inline constexpr Message kNotADate{
    "T174", {"«{0}» — не дата ГГГГ-ММ-ДД", "“{0}” is not a date YYYY-MM-DD"}};
inline constexpr Message kNotANumber{"T175", {"«{0}» — не число", "“{0}” is not a number"}};
inline constexpr Message kSumTooLarge{"T176", {"сумма слишком велика", "the sum is too large"}};
inline constexpr Message kNumberTooLarge{
    "T179", {"число {0} слишком велико", "the number {0} is too large"}};
inline constexpr Message kNoSuchPost{
    "T180", {"в организации нет должности «{0}»", "the office has no post “{0}”"}};
inline constexpr Message kVacantPost{
    "T181", {"должность «{0}» никто не занимает", "nobody holds the post “{0}”"}};
inline constexpr Message kNoOffice{"T182",
                                   {"должность «{0}» неизвестна: организация не указана",
                                    "the post “{0}” is not known: no office is given"}};
inline constexpr Text kOfficeHint{"укажите папку организации: --office ПАПКА",
                                  "name the office's folder: --office DIR"};

}  // namespace chancery::templates::messages
