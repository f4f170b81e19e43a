#pragma once

#include "base/diagnostic.h"

/// What the archive room says about a ZIP file. {0} is the entry or a figure.
namespace chancery::archive {

inline constexpr Message kNotArchive{
    "Z101",
    {"файл не является ZIP-архивом или обрывается", "the file is not a ZIP archive or is cut off"}};
inline constexpr Message kUnsupportedArchive{
    "Z102",
    {"архив из нескольких томов или больше 4 ГБ не поддерживается",
     "an archive of several volumes or beyond 4 GB is not supported"}};
inline constexpr Message kTooManyEntries{"Z103",
                                         {"в архиве {0} файлов, допустимо не более {1}",
                                          "the archive has {0} files, at most {1} are allowed"}};
inline constexpr Message kDamagedDirectory{
    "Z104", {"оглавление архива повреждено", "the archive's directory is damaged"}};
inline constexpr Message kUnsafeName{
    "Z105", {"недопустимое имя файла в архиве: «{0}»", "unsafe file name in the archive: “{0}”"}};
inline constexpr Message kDuplicateName{
    "Z106", {"файл «{0}» есть в архиве дважды", "the archive holds the file “{0}” twice"}};
inline constexpr Message kEncrypted{
    "Z107", {"файл «{0}» в архиве зашифрован", "the file “{0}” in the archive is encrypted"}};
inline constexpr Message kUnknownMethod{
    "Z108",
    {"файл «{0}» сжат неизвестным способом ({1})",
     "the file “{0}” is compressed by an unknown method ({1})"}};
inline constexpr Message kEntryTooLarge{
    "Z109",
    {"файл «{0}» в архиве больше допустимого ({1} байт)",
     "the file “{0}” in the archive is larger than allowed ({1} bytes)"}};
inline constexpr Message kArchiveTooLarge{
    "Z110",
    {"содержимое архива больше допустимого ({0} байт)",
     "the archive's content is larger than allowed ({0} bytes)"}};
inline constexpr Message kSuspiciousRatio{
    "Z111",
    {"файл «{0}» сжат подозрительно сильно: возможно, это архив-бомба",
     "the file “{0}” is compressed suspiciously well: this may be an archive bomb"}};
inline constexpr Message kOverlap{
    "Z112",
    {"файлы в архиве накладываются друг на друга («{0}»)", "files overlap in the archive (“{0}”)"}};
inline constexpr Message kDamagedEntry{
    "Z113", {"файл «{0}» в архиве повреждён", "the file “{0}” in the archive is damaged"}};

namespace hints {
inline constexpr Text kSendAgain{"получите файл ещё раз: при передаче он мог повредиться",
                                 "get the file again: it may have been damaged on its way"};
inline constexpr Text kSaveAgain{
    "откройте документ в редакторе и сохраните его заново, без пароля",
    "open the document in its editor and save it anew, without password"};
}  // namespace hints

}  // namespace chancery::archive
