#pragma once

#include "base/diagnostic.h"

/// Messages of the room `pdf`. {0} is the file's name.
namespace chancery::pdf::messages {

inline constexpr Message kUnreadablePdf{
    "P101", {"PDF «{0}» не прочитан: {1}", "the PDF “{0}” was not read: {1}"}};
inline constexpr Text kSavePdfAgain{"сохраните файл заново как PDF/A, без пароля",
                                    "save the file anew as PDF/A, without a password"};
inline constexpr Message kNoPdf{"P102", {"файл «{0}» – не PDF", "the file “{0}” is no PDF"}};
inline constexpr Message kTooManyPdfPages{"P103",
                                          {"в PDF «{0}» страниц {1}, допустимо от 1 до {2}",
                                           "the PDF “{0}” has {1} pages, 1 to {2} are allowed"}};

}  // namespace chancery::pdf::messages
