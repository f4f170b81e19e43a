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

inline constexpr Message kSpanTooLong{
    "C110", {"ячейка занимает больше строк, чем осталось до конца таблицы или раздела",
             "a cell spans more rows than are left in the table or section"}};
inline constexpr Message kCellsOverlap{
    "C111", {"ячейка заходит на место ячейки, которая стоит выше",
             "the cell runs into a cell that spans down from above"}};
inline constexpr Message kNoAlternative{
    "C112", {"у рисунка нет описания (alt)", "the picture has no description (alt)"}};
inline constexpr Message kIdTwice{"C113", {"имя «{0}» дано дважды", "the id “{0}” is given twice"}};
inline constexpr Message kUnknownId{
    "C114", {"ссылка ведёт к «{0}», а такого имени (id) нет", "the reference leads to “{0}”, but there is no such id"}};
inline constexpr Message kMissingAttribute{
    "C115", {"у элемента «{1}» не хватает атрибута «{0}»", "“{1}” lacks attribute “{0}”"}};

inline constexpr Message kUnusedAppendix{
    "C116", {"на приложение {0} в тексте нет ссылки", "the text does not refer to appendix {0}"}};
inline constexpr Message kUnknownAppendix{
    "C117", {"ссылка на приложение {0}, а такого приложения нет",
             "a reference to appendix {0}, which is not there"}};
inline constexpr Message kAppendixOrder{
    "C118", {"приложение {0} упомянуто раньше приложения {1}",
             "appendix {0} is mentioned before appendix {1}"}};
inline constexpr Text kUnusedAppendixHint{
    "назовите его там, где о нём речь, например: «Утвердить перечень (приложение {0})»",
    "name it where the text speaks of it: “… (приложение {0})”"};
inline constexpr Text kNoAppendices{
    "в документе нет приложений: добавьте их или уберите ссылку",
    "the document has no appendices: add them or take the reference out"};
inline constexpr Text kKnownAppendices{"в документе есть приложения: {0}",
                                       "the document has the appendices {0}"};
inline constexpr Text kAppendixOrderHint{
    "приложения идут в том порядке, в каком о них говорит текст",
    "appendices stand in the order in which the text speaks of them"};

inline constexpr Text kSpanHint{"уменьшите rows у этой ячейки или добавьте строки",
                                "make the cell's rows smaller or add rows"};
inline constexpr Text kAlternativeHint{
    "скажите в alt, что на рисунке, или поставьте decorative=\"yes\", если он ничего не сообщает",
    "tell in alt what it shows, or set decorative=\"yes\" when it tells nothing"};
inline constexpr Text kIdTwiceHint{"назовите их по-разному", "give them different names"};
inline constexpr Text kIdHint{"имя дают атрибутом id: у заголовка, таблицы, рисунка, диаграммы, пункта или приложения",
                              "an id is given to a heading, table, figure, chart, clause or appendix"};
inline constexpr Text kInsideHint{"внутри «{0}» допустимо: {1}", "“{0}” may hold: {1}"};
inline constexpr Text kNumberHint{"нужно целое число от 1", "a whole number from 1 is needed"};
inline constexpr Text kPartHint{"поместите текст в элемент <part>", "put the text into a <part>"};
inline constexpr Text kColumnsHint{"добавьте в начало таблицы элементы <column>",
                                   "begin the table with <column> elements"};
inline constexpr Text kLevelsHint{"ГОСТ Р 7.0.97-2025 допускает не более {0} уровней нумерации",
                                  "the standard allows {0} numbered levels at most"};

}  // namespace chancery::document::messages
