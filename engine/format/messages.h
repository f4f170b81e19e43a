#pragma once

#include "base/diagnostic.h"

namespace chancery::format::messages {

inline constexpr Message kUnknownElement{
    "F101", {"в правилах оформления нет элемента «{0}»", "a style profile has no element “{0}”"}};
inline constexpr Message kUnknownAttribute{
    "F102", {"у элемента «{1}» нет атрибута «{0}»", "“{1}” has no attribute “{0}”"}};
inline constexpr Message kBadValue{
    "F103", {"значение «{1}» не подходит атрибуту «{0}»", "“{1}” is no value of attribute “{0}”"}};
inline constexpr Message kMissingElement{
    "F104", {"в правилах оформления не хватает элемента «{0}»", "the style profile lacks “{0}”"}};
inline constexpr Message kMissingAttribute{
    "F105", {"у элемента «{1}» не хватает атрибута «{0}»", "“{1}” lacks attribute “{0}”"}};
inline constexpr Message kUnknownStyle{
    "F106", {"нет стиля «{0}»", "there is no style “{0}”"}};
inline constexpr Message kUnknownList{
    "F107", {"нет вида перечня «{0}»", "there is no list “{0}”"}};
inline constexpr Message kNoTextArea{
    "F108", {"поля не оставляют места для текста", "the margins leave no room for text"}};
inline constexpr Message kBadColumnWidth{
    "F109", {"ширина столбца «{0}» не понятна", "the column width “{0}” is not understood"}};
inline constexpr Message kTwice{"F110", {"«{0}» задан дважды", "“{0}” is given twice"}};
inline constexpr Message kTableTooWide{
    "F111", {"столбцы таблицы шириной {0} мм не помещаются в {1} мм",
             "the table's columns of {0} mm do not fit into {1} mm"}};
inline constexpr Message kBadLength{
    "F112", {"значение «{1}» атрибута «{0}» – не размер", "“{1}” of attribute “{0}” is no length"}};
inline constexpr Message kNoPicture{
    "F113", {"рисунка «{0}» нет", "there is no picture “{0}”"}};
inline constexpr Message kNothingToContinue{
    "F114", {"перед этим перечнем нет перечня такого же вида, который можно продолжить",
             "there is no list of this kind before this one to continue"}};
inline constexpr Message kNoNumber{
    "F115", {"значение «{0}» в диаграмме – не число", "“{0}” in a chart is no number"}};
inline constexpr Message kValuesUneven{
    "F116", {"в ряду «{0}» значений: {1}, а категорий: {2}", "series “{0}” has {1} values, but there are {2} categories"}};
inline constexpr Message kSpansUneven{
    "F117", {"в графике сроков (span): {0}, а категорий: {1}", "the chart has {0} spans, but {1} categories"}};
inline constexpr Message kPieSeries{
    "F118", {"у круговой диаграммы один ряд, а дано: {0}", "a pie has one series, but {0} are given"}};
inline constexpr Message kBadSpan{
    "F119", {"срок «{0} – {1}» не понятен", "the time “{0} – {1}” is not understood"}};
inline constexpr Message kNoChartData{
    "F120", {"в диаграмме нет данных", "the chart has no data"}};
inline constexpr Message kPieValue{
    "F121", {"в круговой диаграмме не может быть отрицательного значения «{0}»",
             "a pie cannot show the negative value “{0}”"}};

inline constexpr Message kLongQrCode{
    "F122", {"текст слишком длинен для QR-кода", "the text is too long for a QR code"}};

inline constexpr Text kLongQrCodeHint{
    "QR-код вмещает около 1100 русских букв или 2300 латинских; дайте ссылку вместо текста",
    "a QR code holds about 2300 Latin letters or 1100 Russian ones; give a link instead of the text"};
inline constexpr Text kTooWideHint{
    "сделайте столбцы уже или поставьте таблице orientation=\"auto\": она встанет на альбомный лист",
    "make columns narrower, or set orientation=\"auto\" to put the table on a landscape sheet"};
inline constexpr Text kContinueHint{"уберите continue", "remove continue"};
inline constexpr Text kNumberValueHint{"пример: 12,5; нет данных – пустое значение или «–»",
                                       "for example 12,5; no value is empty or “–”"};
inline constexpr Text kValuesHint{"нужно по одному на каждую категорию", "one is needed for each category"};
inline constexpr Text kSpanHint{"пример: from=\"2026-01-12\" to=\"2026-03-31\", последний день не раньше первого",
                                "for example from=\"2026-01-12\" to=\"2026-03-31\", the last day not before the first"};
inline constexpr Text kChartDataHint{"добавьте category и series со значениями (для gantt – category и span)",
                                     "add category and series with values (for gantt: category and span)"};
inline constexpr Text kNumberPatternHint{"допустимо: {0}; номер обозначается %1", "allowed: {0}; %1 stands for the number"};
inline constexpr Text kCasesHint{"нужно шесть падежей через |: таблица|таблицы|таблице|таблицу|таблицей|таблице",
                                 "six cases are needed, with | between them"};
inline constexpr Text kLengthHint{"пример: 30mm, 1.25cm или 14pt", "for example 30mm, 1.25cm or 14pt"};
inline constexpr Text kYesNoHint{"допустимо: yes, no", "allowed: yes, no"};
inline constexpr Text kNumberHint{"нужно число, например 1.15", "a number is needed, e.g. 1.15"};
inline constexpr Text kWidthHint{"пример: 25mm, 2* или auto", "for example 25mm, 2* or auto"};
inline constexpr Text kPatternHint{"пример: %1. или %1.%2.", "for example %1. or %1.%2."};
inline constexpr Text kPlacesHint{"в словах должно быть место для того, что даёт документ: {0}",
                                  "the words must have a place for what the document gives: {0}"};
inline constexpr Text kDateFormatHint{"пример: d MMMM yyyy 'г.' или dd.MM.yyyy",
                                      "for example d MMMM yyyy 'г.' or dd.MM.yyyy"};
inline constexpr Text kMarginsHint{"уменьшите left, right, top или bottom",
                                   "make left, right, top or bottom smaller"};

}  // namespace chancery::format::messages
