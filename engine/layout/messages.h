#pragma once

#include "base/diagnostic.h"

/// Message catalogue of room `layout`; codes start with L.
namespace chancery::layout {

inline constexpr Message kTooManyPages{"L101",
                                       {"документ длиннее {0} страниц; вёрстка остановлена",
                                        "the document is longer than {0} pages; layout stopped"}};
inline constexpr Text kTooManyPagesHint{"разделите данные на несколько документов",
                                        "split the data into several documents"};

inline constexpr Message kNestedTooDeep{
    "L102",
    {"таблицы вложены глубже {0} уровней; вёрстка остановлена",
     "tables are nested deeper than {0} levels; layout stopped"}};
inline constexpr Text kNestedTooDeepHint{"уменьшите вложенность таблиц в шаблоне",
                                         "nest the template's tables less deeply"};

inline constexpr Message kNoRoom{
    "L103",
    {"поля страницы не оставляют места для текста (раздел {0}); вёрстка остановлена",
     "the page margins leave no room for text (section {0}); layout stopped"}};
inline constexpr Text kNoRoomHint{"уменьшите поля или увеличьте страницу в профиле",
                                  "make the margins smaller or the page larger in the profile"};

inline constexpr Message kWordBroken{
    "L111",
    {"слово «{0}» шире отведённого места и разбито между строками без переноса",
     "the word “{0}” is wider than its place and is broken between lines without a hyphen"}};
inline constexpr Text kWordBrokenHint{
    "дайте столбцу больше места, возьмите альбомный лист или мягкий перенос (U+00AD) в слове",
    "give the column more room, turn the sheet or put a soft hyphen (U+00AD) into the word"};

inline constexpr Message kColumnsSqueezed{
    "L112",
    {"столбцы таблицы не помещаются по ширине и сжаты; длинные слова будут разбиты",
     "the table's columns do not fit its width and are squeezed; long words will be broken"}};

inline constexpr Message kTallerThanPage{
    "L113",
    {"строка текста «{0}» выше страницы и выходит за её край",
     "the line of text “{0}” is taller than the page and passes its edge"}};

inline constexpr Message kHeaderTooTall{
    "L114",
    {"шапка таблицы занимает больше половины страницы и повторяться не будет",
     "the table's header takes more than half of a page and will not be repeated"}};

inline constexpr Message kObjectShrunk{
    "L115",
    {"рисунок или диаграмма не помещается в отведённое место ({0} × {1} мм) и уменьшается до {2} × "
     "{3} мм",
     "a picture or chart does not fit into its place ({0} × {1} mm) and is made smaller: {2} × {3} "
     "mm"}};
inline constexpr Text kObjectShrunkHint{"задайте в шаблоне меньший размер или альбомный лист",
                                        "state a smaller size in the template or turn the sheet"};

inline constexpr Message kNumbersUnsettled{
    "L116",
    {"номера страниц в ссылках не установились за {0} прохода вёрстки и могут быть неверны",
     "page numbers in references did not settle in {0} passes of layout and may be wrong"}};
inline constexpr Text kNumbersUnsettledHint{
    "измените текст рядом с концом страницы: один номер меняет место другого",
    "change the text near a page's end: one number moves the place of another"};

inline constexpr Message kNowhere{
    "L117",
    {"ссылка ведёт к «{0}», чего в документе нет; вместо номера страницы напечатан «–»",
     "a reference leads to “{0}”, which the document does not have; “–” is printed for its page"}};

}  // namespace chancery::layout
