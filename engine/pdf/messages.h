#pragma once

#include "base/diagnostic.h"

/// Messages of the room `pdf`. {0} is the file's name.
namespace chancery::pdf::messages {

inline constexpr Message kUnreadablePdf{
    "P101", {"PDF «{0}» повреждён: {1}", "the PDF “{0}” is damaged: {1}"}};
inline constexpr Text kSavePdfAgain{
    "откройте файл в другой программе и сохраните его заново как PDF/A",
    "open the file in another program and save it anew as PDF/A"};
inline constexpr Message kNoPdf{"P102", {"файл «{0}» – не PDF", "the file “{0}” is no PDF"}};
inline constexpr Message kTooManyPdfPages{"P103",
                                          {"в PDF «{0}» страниц {1}, допустимо от 1 до {2}",
                                           "the PDF “{0}” has {1} pages, 1 to {2} are allowed"}};
inline constexpr Message kEncryptedPdf{
    "P104", {"PDF «{0}» закрыт паролем", "the PDF “{0}” is protected by a password"}};
inline constexpr Text kOpenPdf{"сохраните файл без пароля и без запретов",
                               "save the file without a password and without restrictions"};
inline constexpr Message kHiddenLayers{
    "P105",
    {"в PDF «{0}» есть слои, которые выключены", "the PDF “{0}” has layers that are switched off"}};
inline constexpr Text kFlattenPdf{
    "напечатайте файл в PDF ещё раз: в новом файле останется только то, что видно",
    "print the file to PDF once more: only what is seen will be in the new file"};

}  // namespace chancery::pdf::messages
