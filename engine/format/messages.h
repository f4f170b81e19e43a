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

inline constexpr Text kLengthHint{"пример: 30mm, 1.25cm или 14pt", "for example 30mm, 1.25cm or 14pt"};
inline constexpr Text kYesNoHint{"допустимо: yes, no", "allowed: yes, no"};
inline constexpr Text kNumberHint{"нужно число, например 1.15", "a number is needed, e.g. 1.15"};
inline constexpr Text kWidthHint{"пример: 25mm, 2* или auto", "for example 25mm, 2* or auto"};
inline constexpr Text kPatternHint{"пример: %1. или %1.%2.", "for example %1. or %1.%2."};
inline constexpr Text kMarginsHint{"уменьшите left, right, top или bottom",
                                   "make left, right, top or bottom smaller"};

}  // namespace chancery::format::messages
