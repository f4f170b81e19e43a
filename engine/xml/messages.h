#pragma once

#include "base/diagnostic.h"

/// Messages of the room `xml`.
namespace chancery::xml::messages {

inline constexpr Message kNotUtf8{
    "X101", {"файл не в UTF-8: недопустимый байт", "the file is not in UTF-8: an invalid byte"}};
inline constexpr Text kSaveAsUtf8{"сохраните файл в кодировке UTF-8",
                                  "save the file in the encoding UTF-8"};
inline constexpr Message kEncoding{"X102",
                                   {"файл объявлен в кодировке «{0}», а читается только UTF-8",
                                    "the file declares the encoding “{0}”, only UTF-8 is read"}};
inline constexpr Message kDoctype{
    "X103", {"объявление DOCTYPE запрещено", "a DOCTYPE declaration is not allowed"}};
inline constexpr Text kRemoveDoctype{
    "удалите строку <!DOCTYPE …>: сущности и внешние файлы здесь не читаются",
    "remove <!DOCTYPE …>: neither entities nor external files are ever read here"};
inline constexpr Message kTooLarge{
    "X104", {"файл больше предела {0} байт", "the file is larger than the limit of {0} bytes"}};
inline constexpr Message kTooDeep{
    "X105",
    {"вложенность элементов больше предела {0}", "elements are nested deeper than the limit {0}"}};
inline constexpr Message kTooManyNodes{
    "X106", {"узлов больше предела {0}", "there are more nodes than the limit {0}"}};
inline constexpr Message kMismatchedTag{"X110",
                                        {"закрывающий тег не подходит к открытому элементу «{0}»",
                                         "the closing tag does not match the open element “{0}”"}};
inline constexpr Text kOpenedAt{"элемент «{0}» открыт в строке {1}",
                                "the element “{0}” was opened on line {1}"};
inline constexpr Message kPrematureEnd{"X111",
                                       {"файл кончился, а элемент «{0}» не закрыт",
                                        "the file ends while the element “{0}” is still open"}};
inline constexpr Message kUndefinedEntity{
    "X112", {"неизвестная сущность «&{0};»", "unknown entity “&{0};”"}};
inline constexpr Text kKnownEntities{
    "есть только &amp; &lt; &gt; &quot; &apos;; остальные знаки пишите как есть",
    "there are only &amp; &lt; &gt; &quot; &apos;; write any other character as it is"};
inline constexpr Message kBareAmpersand{
    "X113", {"знак «&» не начинает сущность", "the character “&” does not begin an entity"}};
inline constexpr Text kWriteAmpersand{"пишите &amp; вместо &", "write &amp; for &"};
inline constexpr Message kBareLess{"X114",
                                   {"знак «<» стоит в тексте", "the character “<” stands in text"}};
inline constexpr Text kWriteLess{"пишите &lt; вместо <", "write &lt; for <"};
inline constexpr Message kDuplicateAttribute{
    "X115", {"атрибут «{0}» указан дважды", "the attribute “{0}” is given twice"}};
inline constexpr Message kAttributeValue{
    "X116",
    {"значение атрибута должно стоять в кавычках", "an attribute's value must be in quotes"}};
inline constexpr Message kUnknownPrefix{
    "X117", {"префикс «{0}» не объявлен", "the prefix “{0}” is not declared"}};
inline constexpr Text kDeclarePrefix{"добавьте xmlns:{0}=\"{1}\" в корневой элемент",
                                     "add xmlns:{0}=\"{1}\" to the root element"};
inline constexpr Message kEmptyFile{
    "X118", {"в файле нет корневого элемента", "the file has no root element"}};
inline constexpr Message kExtraContent{"X119",
                                       {"после корневого элемента стоит лишнее содержимое",
                                        "there is content after the root element"}};
inline constexpr Message kInvalidCharacter{
    "X120", {"недопустимый в XML знак", "a character that XML does not allow"}};
inline constexpr Message kTagSyntax{"X121",
                                    {"тег записан с ошибкой", "the tag is written wrongly"}};
inline constexpr Text kTagParts{
    "тег пишут так: <имя атрибут=\"значение\">; кавычка внутри значения — &quot; или «ёлочки»",
    "a tag is written <name attribute=\"value\">; a quote inside a value is &quot;"};
inline constexpr Message kNotWellFormed{
    "X129", {"это не правильный XML: {0}", "this is not well-formed XML: {0}"}};

inline constexpr Message kUnknownElement{"X130",
                                         {"неизвестный элемент «{0}»", "unknown element “{0}”"}};
inline constexpr Message kMisplacedElement{
    "X131",
    {"элемент «{0}» не может стоять внутри «{1}»", "the element “{0}” cannot stand inside “{1}”"}};
inline constexpr Message kUnknownAttribute{
    "X132", {"у элемента «{1}» нет атрибута «{0}»", "the element “{1}” has no attribute “{0}”"}};
inline constexpr Message kMissingAttribute{
    "X133",
    {"у элемента «{1}» не указан обязательный атрибут «{0}»",
     "the element “{1}” lacks its required attribute “{0}”"}};
inline constexpr Message kUnknownValue{"X134",
                                       {"атрибут «{0}» не может иметь значение «{1}»",
                                        "the attribute “{0}” cannot have the value “{1}”"}};
inline constexpr Message kStrayText{
    "X135", {"внутри элемента «{0}» не должно быть текста", "there must be no text inside “{0}”"}};
inline constexpr Message kWrongRoot{"X136",
                                    {"корневой элемент должен быть «{0}» в пространстве имён «{1}»",
                                     "the root element must be “{0}” in the namespace “{1}”"}};
inline constexpr Message kWrongNamespace{"X137",
                                         {"элемент «{0}» не из пространства имён «{1}»",
                                          "the element “{0}” is not in the namespace “{1}”"}};

inline constexpr Message kExpectedOperand{
    "X140",
    {"ошибка в выражении: здесь должно стоять имя, число, строка или скобка, а стоит «{0}»",
     "error in the expression: a name, number, string or bracket must stand here, not “{0}”"}};
inline constexpr Message kExpectedToken{
    "X141",
    {"ошибка в выражении: здесь должно стоять «{0}», а стоит «{1}»",
     "error in the expression: “{0}” must stand here, not “{1}”"}};
inline constexpr Message kUnexpectedToken{
    "X142", {"ошибка в выражении: лишнее «{0}»", "error in the expression: “{0}” is not expected"}};
inline constexpr Message kOpenLiteral{"X143",
                                      {"ошибка в выражении: у строки нет закрывающей кавычки",
                                       "error in the expression: the string has no closing quote"}};
inline constexpr Message kUnknownAxis{"X144", {"неизвестная ось «{0}::»", "unknown axis “{0}::”"}};
inline constexpr Message kExpressionTooDeep{
    "X145",
    {"выражение вложено глубже предела {0}", "the expression is nested deeper than the limit {0}"}};
inline constexpr Message kEmptyExpression{"X146", {"выражение пусто", "the expression is empty"}};
inline constexpr Message kBadCharacter{
    "X147",
    {"ошибка в выражении: непонятный знак «{0}»",
     "error in the expression: the character “{0}” has no meaning"}};
inline constexpr Message kExpressionEnds{
    "X149",
    {"выражение оборвано: после него не хватает имени, числа, строки или скобки",
     "the expression breaks off: a name, number, string or bracket is missing"}};
inline constexpr Message kTokenMissing{
    "X150",
    {"выражение оборвано: не хватает «{0}»", "the expression breaks off: “{0}” is missing"}};
inline constexpr Message kNotCompiled{
    "X148", {"выражение не принято: {0}", "the expression was refused: {0}"}};

}  // namespace chancery::xml::messages
