#pragma once

#include "base/diagnostic.h"

/// Message catalogue of room `text`; codes start with N, from N120 (those before belong to fonts).
namespace chancery::text {

inline constexpr Message kFontReplaced{"N120",
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
    {"ни в одном установленном шрифте нет символа «{0}» ({2}), он стоит в «{3}» (шрифт «{1}»)",
     "no installed font has character “{0}” ({2}), which stands in “{3}” (font “{1}”)"}};
inline constexpr Text kCharacterMissingHint{
    "замените символ в данных или установите шрифт, в котором он есть",
    "replace the character in the data or install a font that has it"};

inline constexpr Message kNoPatterns{
    "N123",
    {"слова не переносятся, хотя профиль это разрешает: нет образцов переноса «{0}»",
     "words are not hyphenated though the profile allows it: no hyphenation patterns in “{0}”"}};
inline constexpr Text kNoPatternsHint{
    "установите пакет hyphen-ru или уберите hyphenate=\"yes\" из профиля",
    "install package hyphen-ru or remove hyphenate=\"yes\" from the profile"};

}  // namespace chancery::text
