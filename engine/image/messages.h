#pragma once

#include "base/diagnostic.h"

/// Messages of the room `image`. {0} is the picture's name.
namespace chancery::image::messages {

inline constexpr Message kUnknownKind{
    "I101",
    {"файл «{0}» – не PNG, JPEG и не SVG", "the file “{0}” is neither PNG, nor JPEG, nor SVG"}};
inline constexpr Text kKnownKinds{"сохраните рисунок как PNG, JPEG или SVG",
                                  "save the picture as PNG, JPEG or SVG"};
inline constexpr Message kTooManyBytes{
    "I102",
    {"файл «{0}» больше предела {1} байт", "the file “{0}” is larger than the limit of {1} bytes"}};
inline constexpr Message kTooManyPixels{
    "I103",
    {"рисунок «{0}» размером {1} × {2} точек больше допустимого",
     "the picture “{0}” of {1} × {2} pixels is larger than allowed"}};
inline constexpr Text kMakeSmaller{
    "уменьшите рисунок: для печати хватает 300 точек на дюйм, это 2480 × 3508 на лист А4",
    "make the picture smaller: 300 dots per inch are enough for print, 2480 × 3508 for a sheet of "
    "A4"};
inline constexpr Message kDamaged{
    "I104", {"файл «{0}» повреждён или обрывается", "the file “{0}” is damaged or cut off"}};
inline constexpr Text kSaveAgain{"получите файл ещё раз или сохраните рисунок заново",
                                 "get the file again or save the picture anew"};
inline constexpr Message kUnsupportedJpeg{
    "I105",
    {"JPEG «{0}» записан способом, который не поддерживается ({1})",
     "the JPEG “{0}” is coded in a way that is not supported ({1})"}};
inline constexpr Message kUnreadableSvg{
    "I110",
    {"рисунок «{0}» не прочитан: в нём ошибки", "the picture “{0}” was not read: it has errors"}};
inline constexpr Message kNotSvg{
    "I111",
    {"файл начинается с «{0}», а не с «svg»", "the file begins with “{0}”, not with “svg”"}};
inline constexpr Message kUnsupportedElement{
    "I112", {"элемент SVG «{0}» не печатается", "the SVG element “{0}” is not printed"}};
inline constexpr Text kOutlineIt{
    "упростите рисунок в редакторе: контуры, заливки и линии без эффектов, или сохраните его как "
    "PNG",
    "simplify the picture in its editor: paths, fills and strokes without effects, or save it as "
    "PNG"};
inline constexpr Message kUnsupportedProperty{
    "I113",
    {"свойство SVG «{0}: {1}» не печатается", "the SVG property “{0}: {1}” is not printed"}};
inline constexpr Message kBadValue{
    "I114", {"неверное значение: {0}=\"{1}\"", "a wrong value: {0}=\"{1}\""}};
inline constexpr Message kOutsideAddress{
    "I115",
    {"рисунок ссылается на «{0}»: адреса вне файла не читаются",
     "the picture refers to “{0}”: addresses outside the file are not read"}};
inline constexpr Message kNoTarget{
    "I116", {"в рисунке нет элемента с id «{0}»", "the picture has no element with id “{0}”"}};
inline constexpr Message kTooManyPaths{
    "I117", {"в рисунке больше {0} контуров", "the picture has more than {0} paths"}};
inline constexpr Message kTooDeep{
    "I118",
    {"элементы use вложены друг в друга глубже {0}", "“use” elements are nested deeper than {0}"}};
inline constexpr Message kOpacityFlattened{
    "I119",
    {"прозрачность в рисунке заменена цветом на белом фоне",
     "opacity in the picture is replaced by its colour on white"}};
inline constexpr Message kTurnedText{
    "I120",
    {"текст в рисунке повёрнут или скошен: печатается только ровный и повёрнутый на 90° вверх",
     "text in the picture is turned or slanted: only straight text and text turned upwards by 90° "
     "is printed"}};
inline constexpr Message kNoSize{
    "I121",
    {"рисунок не указывает своего размера: нужны width и height или viewBox",
     "the picture tells no size: it needs width and height or a viewBox"}};

}  // namespace chancery::image::messages
