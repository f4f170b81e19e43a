#pragma once

#include "base/diagnostic.h"

namespace chancery::render::messages {

inline constexpr Message kNoTemplate{"R101",
                                     {"шаблон «{0}» не найден", "template “{0}” was not found"}};
inline constexpr Message kNoProfile{
    "R102", {"правила оформления «{0}» не найдены", "style profile “{0}” was not found"}};
inline constexpr Message kUnknownDataFormat{
    "R103",
    {"по имени «{0}» не понять, в каком виде данные", "the name “{0}” does not tell its format"}};
inline constexpr Message kProfileNotNamed{
    "R104",
    {"шаблон «{0}» не называет правил оформления", "template “{0}” names no style profile"}};
inline constexpr Message kNoPage{
    "R105", {"страницы {0} нет: их в документе {1}", "there is no page {0}: the document has {1}"}};

inline constexpr Message kNoGivenField{
    "R106",
    {"шаблон «{0}» не принимает от регистрации поле «{1}»: на зарегистрированном документе его не "
     "будет",
     "template “{0}” takes no “{1}” from the registration: the registered document would lack it"}};

inline constexpr Message kNoFile{"R107", {"файл «{0}» не найден", "the file “{0}” was not found"}};
inline constexpr Message kUnsafeFileName{
    "R108", {"«{0}» – не имя файла рядом с данными", "“{0}” is no name of a file beside the data"}};
inline constexpr Message kFileTooLarge{
    "R109",
    {"файл «{0}» больше предела {1} байт", "the file “{0}” is larger than the limit of {1} bytes"}};
inline constexpr Message kTooManyFiles{"R110",
                                       {"документ называет больше {0} файлов или {1} байт",
                                        "the document names more than {0} files or {1} bytes"}};

inline constexpr Message kNoSuchPages{"R111",
                                      {"в PDF «{0}» нет страниц с {1} по {2}: их в нём {3}",
                                       "the PDF “{0}” has no pages {1} to {2}: it has {3}"}};
inline constexpr Message kLossNotPdfA{
    "R112",
    {"приложение «{0}» само не заявлено как PDF/A: документ с ним тоже не заявлен",
     "the appendix “{0}” does not claim to be PDF/A: neither does the document with it"}};
inline constexpr Message kLossPart{
    "R113",
    {"приложение «{0}» заявлено как PDF/A другой части: документ с ним не заявлен как PDF/A",
     "the appendix “{0}” claims PDF/A of another part: the document with it does not claim PDF/A"}};
inline constexpr Message kLossColors{
    "R114",
    {"приложение «{0}» рассчитано на печатные краски CMYK: документ с ним не заявлен как PDF/A",
     "the appendix “{0}” is meant for printing colours (CMYK): the document with it does not claim "
     "PDF/A"}};
inline constexpr Message kLossText{"R115",
                                   {"шрифты приложения «{0}» не называют своих знаков: документ с "
                                    "ним заявлен как PDF/A уровня B, без PDF/UA",
                                    "fonts of the appendix “{0}” do not tell their characters: the "
                                    "document with it claims PDF/A at level B, no PDF/UA"}};
inline constexpr Message kTooManyPages{
    "R117", {"страниц готовых PDF больше {0}", "there are more than {0} pages of PDF files"}};
inline constexpr Text kSaveAsPdfA{
    "сохраните приложение как PDF/A-1, PDF/A-2 или PDF/A-3 и соберите документ снова",
    "save the appendix as PDF/A-1, PDF/A-2 or PDF/A-3 and make the document again"};

inline constexpr Message kNoRules{
    "R116", {"правила проверки «{0}» не найдены", "the rules “{0}” were not found"}};
inline constexpr Text kRulesHint{"есть правила проверки: {0}", "there are: {0}"};

inline constexpr Text kFileNameHint{
    "положите файл в папку данных или шаблона и назовите его без пути: схема.svg",
    "put the file into the folder of the data or of the template and name it without a path: "
    "map.svg"};
inline constexpr Text kPinnedFileHint{
    "документ хранит файлы такими, какими они были при отправке: отправьте его снова вместе с "
    "файлом",
    "the document keeps files as they were when it was sent: send it again with the file"};
inline constexpr Text kGivenFieldHint{
    "объявите <t:field name=\"{0}\" from=\"registration\" …/> и поставьте его в документ",
    "declare <t:field name=\"{0}\" from=\"registration\" …/> and show it in the document"};
inline constexpr Text kTemplateHint{"есть шаблоны: {0}", "there are: {0}"};
inline constexpr Text kProfileHint{"есть правила оформления: {0}", "there are: {0}"};
inline constexpr Text kDataHint{"имя файла должно кончаться на .json или .xml",
                                "the name must end in .json or .xml"};
inline constexpr Text kProfileNotNamedHint{"укажите их: --profile gost-7.0.97-2025",
                                           "name one: --profile gost-7.0.97-2025"};

}  // namespace chancery::render::messages
