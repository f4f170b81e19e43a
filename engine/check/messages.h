#pragma once

#include "base/diagnostic.h"

/// Messages of the room `check`. The last argument of each finding is the clause that asks for it.
namespace chancery::check::messages {

// ---- files of rules ----
inline constexpr Message kUnknownRequisite{
    "O101", {"элемента документа «{0}» нет", "there is no document element “{0}”"}};
inline constexpr Message kNothingNamed{"O102", {"«{0}» ничего не называет", "“{0}” names nothing"}};

// ---- findings ----
inline constexpr Message kMissing{
    "O201", {"в документе нет реквизита: {0} ({1})", "the document lacks a requisite: {0} ({1})"}};
inline constexpr Text kAddOne{"добавьте {0}", "add {0}"};

inline constexpr Message kTitleBeginsWrong{
    "O202",
    {"заголовок начинается с «{0}», а должен отвечать на вопрос «о чём?» ({1})",
     "the title begins with “{0}”; it must answer “about what?” ({1})"}};
inline constexpr Text kBeginTitle{"начните его с одного из слов: {0}", "begin it with one of: {0}"};

inline constexpr Message kAppendixNumber{
    "O203",
    {"приложение «{0}» стоит на месте {1} ({2})", "the appendix “{0}” stands in place {1} ({2})"}};
inline constexpr Text kNumberInOrder{
    "нумеруйте приложения подряд или уберите номер: он поставится сам",
    "number the appendices in order, or leave the number out: it is set by itself"};

inline constexpr Message kOtherDate{"O204",
                                    {"дата «{0}» расходится с датой документа «{1}» ({2})",
                                     "the date “{0}” differs from the document's “{1}” ({2})"}};
inline constexpr Message kOtherNumber{"O205",
                                      {"номер «{0}» расходится с номером документа «{1}» ({2})",
                                       "the number “{0}” differs from the document's “{1}” ({2})"}};
inline constexpr Text kLeaveToOrder{
    "уберите его: дата и номер возьмутся у самого документа",
    "leave it out: date and number are taken from the document itself"};

inline constexpr Message kTwoSpellings{
    "O206",
    {"имя одного человека записано по-разному: «{0}» и «{1}» ({2})",
     "one person's name is written in two ways: “{0}” and “{1}” ({2})"}};
inline constexpr Text kOneSpelling{"чаще в документе: «{0}»; если это разные люди, оставьте",
                                   "the document has “{0}” more often; leave it if they are two"};

inline constexpr Message kTermIsOver{
    "O207",
    {"срок «{0}» истёк {1}, раньше даты документа {2} ({3})",
     "the term “{0}” was over on {1}, before the document's date {2} ({3})"}};
inline constexpr Message kNoSuchTerm{
    "O208", {"срока «{0}» не бывает ({1})", "there is no such term as “{0}” ({1})"}};

inline constexpr Message kNotOpened{
    "O209", {"знак {0} ничего не закрывает: {1} ({2})", "{0} closes nothing: {1} ({2})"}};
inline constexpr Message kNotClosed{
    "O210", {"знак {0} не закрыт: {1} ({2})", "{0} is not closed: {1} ({2})"}};

inline constexpr Message kNumberHole{
    "O211", {"после номера «{0}» идёт «{1}» ({2})", "the number “{0}” is followed by “{1}” ({2})"}};
inline constexpr Message kFirstNumber{
    "O212", {"нумерация начинается с «{0}» ({1})", "the numbering begins with “{0}” ({1})"}};
inline constexpr Text kNumberItself{
    "номера ставятся сами: <column number=\"yes\">, или исправьте номер",
    "numbers are set by themselves: <column number=\"yes\">; or mend this one"};
inline constexpr Message kTypedNumber{
    "O213",
    {"пункт начинается с набранного номера «{0}»: напечатаются два номера ({1})",
     "a clause begins with the typed number “{0}”: two numbers will be printed ({1})"}};
inline constexpr Text kDropNumber{"уберите номер из текста пункта",
                                  "take the number out of the clause's text"};

}  // namespace chancery::check::messages
