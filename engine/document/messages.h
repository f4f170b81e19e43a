#pragma once

#include "base/diagnostic.h"

namespace chancery::document::messages {

inline constexpr Message kUnknownElement{
    "C101", {"неизвестный элемент «{0}»", "unknown element “{0}”"}};
inline constexpr Message kNotAllowedHere{
    "C102", {"элемент «{0}» не может стоять внутри «{1}»", "“{0}” may not stand inside “{1}”"}};
inline constexpr Message kUnknownAttribute{
    "C103", {"у элемента «{1}» нет атрибута «{0}»", "“{1}” has no attribute “{0}”"}};
inline constexpr Message kBadValue{
    "C104", {"значение «{1}» не подходит атрибуту «{0}»", "“{1}” is no value of attribute “{0}”"}};
inline constexpr Message kTextNotAllowed{
    "C105", {"внутри «{0}» не может стоять текст «{1}»", "“{0}” may not hold the text “{1}”"}};
inline constexpr Message kNoPart{
    "C106", {"в документе нет ни одной части (part)", "the document has no part"}};
inline constexpr Message kColumnsUneven{
    "C107", {"в строке {0} ячеек, а в таблице {1} столбцов", "the row has {0} cells, the table {1} columns"}};
inline constexpr Message kNoColumns{
    "C108", {"в таблице нет столбцов", "the table has no columns"}};
inline constexpr Message kTooManyClauseLevels{
    "C109", {"пункты вложены глубже {0} уровней", "clauses are nested deeper than {0} levels"}};

inline constexpr Text kInsideHint{"внутри «{0}» допустимо: {1}", "“{0}” may hold: {1}"};
inline constexpr Text kNumberHint{"нужно целое число от 1", "a whole number from 1 is needed"};
inline constexpr Text kPartHint{"поместите текст в элемент <part>", "put the text into a <part>"};
inline constexpr Text kColumnsHint{"добавьте в начало таблицы элементы <column>",
                                   "begin the table with <column> elements"};
inline constexpr Text kLevelsHint{"ГОСТ Р 7.0.97-2025 допускает не более {0} уровней нумерации",
                                  "the standard allows {0} numbered levels at most"};

}  // namespace chancery::document::messages
