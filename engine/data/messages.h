#pragma once

#include "base/diagnostic.h"

/// Messages of the room `data`.
namespace chancery::data::messages {

inline constexpr Message kNotUtf8{
    "D101", {"файл не в UTF-8: недопустимый байт", "the file is not in UTF-8: an invalid byte"}};
inline constexpr Text kSaveAsUtf8{"сохраните файл в кодировке UTF-8",
                                  "save the file in the encoding UTF-8"};
inline constexpr Message kTooLarge{
    "D102", {"файл больше предела {0} байт", "the file is larger than the limit of {0} bytes"}};
inline constexpr Message kTooDeep{
    "D103",
    {"вложенность данных больше предела {0}", "the data are nested deeper than the limit {0}"}};
inline constexpr Message kEmptyFile{"D104", {"файл данных пуст", "the data file is empty"}};
inline constexpr Message kRootNotObject{
    "D105", {"данные должны начинаться с объекта {…}", "the data must begin with an object {…}"}};
inline constexpr Message kDuplicateKey{
    "D106", {"ключ «{0}» указан дважды", "the key “{0}” is given twice"}};
inline constexpr Text kUseArray{"несколько значений одного поля пишут списком: [ … , … ]",
                                "several values of one field are written as a list: [ … , … ]"};
inline constexpr Message kNestedArray{
    "D107",
    {"список стоит прямо внутри списка «{0}»", "a list stands directly inside the list “{0}”"}};
inline constexpr Text kNestedArrayHint{"сделайте из внутренних списков объекты с ключами",
                                       "make objects with keys out of the inner lists"};
inline constexpr Message kForbiddenCharacter{
    "D108",
    {"в тексте стоит управляющий знак U+{0}, его нельзя напечатать",
     "the text holds the control character U+{0}, which cannot be printed"}};
inline constexpr Message kExpectedCommaOrBrace{
    "D110",
    {"после значения должна стоять запятая или «}»", "a comma or “}” must follow the value"}};
inline constexpr Message kExpectedCommaOrBracket{
    "D111",
    {"после значения в списке должна стоять запятая или «]»",
     "a comma or “]” must follow the value of a list"}};
inline constexpr Message kExpectedKey{
    "D112",
    {"здесь должен стоять ключ в двойных кавычках", "a key in double quotes must stand here"}};
inline constexpr Text kTrailingComma{"возможно, перед закрывающей скобкой лишняя запятая",
                                     "there may be one comma too many before the bracket"};
inline constexpr Message kExpectedColon{
    "D113", {"после ключа должно стоять двоеточие", "a colon must follow the key"}};
inline constexpr Message kExpectedValue{
    "D114",
    {"здесь должно стоять значение: текст в двойных кавычках, число, true, false, null, {…} или "
     "[…]",
     "a value must stand here: text in double quotes, a number, true, false, null, {…} or […]"}};
inline constexpr Message kExtraContent{
    "D115", {"после данных стоит лишнее содержимое", "there is content after the data"}};
inline constexpr Message kOpenString{
    "D116", {"у текста нет закрывающей кавычки", "the text has no closing quote"}};
inline constexpr Text kEscapeQuotes{"кавычки внутри текста пишут так: \\\", новую строку — \\n",
                                    "write quotes inside text as \\\", a new line as \\n"};
inline constexpr Message kBadEscape{
    "D117", {"неизвестный знак после «\\»", "an unknown character after “\\”"}};
inline constexpr Text kKnownEscapes{"можно: \\\" \\\\ \\/ \\n \\t \\r \\b \\f \\uXXXX",
                                    "allowed: \\\" \\\\ \\/ \\n \\t \\r \\b \\f \\uXXXX"};
inline constexpr Message kBadNumber{"D118",
                                    {"число записано с ошибкой", "the number is written wrongly"}};
inline constexpr Message kMixedContent{
    "D120", {"в элементе «{0}» стоят и текст, и элементы", "“{0}” holds both text and elements"}};
inline constexpr Text kMixedHint{"поле содержит текст, группа — только поля",
                                 "a field holds text, a group holds fields only"};
inline constexpr Message kTooManyValues{
    "D121", {"значений больше предела {0}", "there are more values than the limit {0}"}};

}  // namespace chancery::data::messages
