#pragma once

#include "base/diagnostic.h"

/// Message catalogue of room `text`; codes start with N, from N120 (those before belong to fonts).
namespace chancery::text {

inline constexpr Message kFontReplaced{
    "N120",
    {"шрифт «{0}» не установлен; вместо него взят «{1}»",
     "font “{0}” is not installed; “{1}” is used instead"}};
inline constexpr Text kFontReplacedHint{
    "установите пакет со шрифтом «{0}» или укажите в профиле другой шрифт",
    "install the package of font “{0}” or name another font in the profile"};

inline constexpr Message kCharacterBorrowed{
    "N121",
    {"в шрифте «{1}» нет символа «{0}» ({2}); он взят из шрифта «{3}»",
     "font “{1}” has no character “{0}” ({2}); it is taken from font “{3}”"}};

inline constexpr Message kCharacterMissing{
    "N122",
    {"ни в одном установленном шрифте нет символа {2} (текст набран шрифтом «{1}»); вместо него "
     "напечатан «?»",
     "no installed font has character {2} (the text is set in “{1}”); “?” is printed instead"}};
inline constexpr Text kCharacterMissingHint{
    "замените символ в данных или установите шрифт, в котором он есть",
    "replace the character in the data or install a font that has it"};

}  // namespace chancery::text
