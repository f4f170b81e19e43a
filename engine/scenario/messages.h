#pragma once

#include "base/diagnostic.h"

/// Messages of the room `scenario`.
namespace chancery::scenario::messages {

// ---- the file ----
inline constexpr Message kOtherWorkflow{
    "J101",
    {"сценарии написаны для маршрута «{0}», а проверяется «{1}»",
     "the scenarios are written for the workflow “{0}”, not for “{1}”"}};
inline constexpr Message kUnknownPerson{"J102",
                                        {"сотрудник «{0}» не описан", "there is no person “{0}”"}};
inline constexpr Text kAddPerson{"добавьте <person id=\"{0}\" roles=\"…\"/> в начало файла",
                                 "add <person id=\"{0}\" roles=\"…\"/> at the top"};
inline constexpr Message kUnknownStage{
    "J103", {"этапа «{0}» в маршруте нет", "the workflow has no stage “{0}”"}};
inline constexpr Message kUnknownAnswer{"J104", {"нет решения «{0}»", "there is no answer “{0}”"}};
inline constexpr Message kUnknownEffect{
    "J105", {"программа не выполняет «{0}»", "the program carries out no “{0}”"}};
inline constexpr Message kNotAsked{
    "J106",
    {"маршрут не спрашивает данные о «{0}»", "the workflow does not ask the data for “{0}”"}};
inline constexpr Message kWrongTime{"J107", {"непонятное время: «{0}»", "“{0}” is no time"}};
inline constexpr Text kTimeForm{"пишут местное время: 2026-06-05T09:00",
                                "write local time: 2026-06-05T09:00"};
inline constexpr Message kWrongTerm{"J108", {"непонятный срок: «{0}»", "“{0}” is no term"}};
inline constexpr Text kTermForm{"три рабочих дня – 3wd, пять календарных – P5D",
                                "three working days: 3wd; five calendar days: P5D"};
inline constexpr Message kWrongDay{"J109", {"непонятная дата: «{0}»", "“{0}” is no day"}};
inline constexpr Text kDayForm{"дату пишут так: 2026-12-31", "a day is written as 2026-12-31"};
inline constexpr Message kWrongStatus{"J110", {"нет состояния «{0}»", "there is no status “{0}”"}};
inline constexpr Message kTwoStarts{
    "J111", {"сценарий начинается с одного <start>", "a scenario begins with one <start>"}};
inline constexpr Message kTwoJournals{
    "J112", {"у сценария два <journal>", "the scenario has two <journal>"}};

// ---- a run ----
inline constexpr Message kNoTask{
    "J201", {"такой задачи нет; открыты: {0}", "there is no such task; open are: {0}"}};
inline constexpr Message kRefused{"J202", {"маршрут отказывает: {0}", "the workflow refuses: {0}"}};
inline constexpr Text kExpectRefusal{"если так и должно быть: refused=\"{0}\"",
                                     "if that is right: refused=\"{0}\""};
inline constexpr Message kNotRefused{"J203",
                                     {"маршрут должен был отказать ({0}), а событие принято",
                                      "the workflow should have refused ({0}), and it did not"}};
inline constexpr Message kOtherRefusal{"J204",
                                       {"маршрут отказывает, но не поэтому: {0}, а не {1}",
                                        "the workflow refuses for another reason: {0}, not {1}"}};
inline constexpr Message kWaitsElsewhere{"J205",
                                         {"документ ждёт не там: {0}; ожидалось: {1}",
                                          "the document waits elsewhere: {0}; expected: {1}"}};
inline constexpr Message kOtherStatus{
    "J206", {"состояние документа – {0}, ожидалось {1}", "the document is {0}, expected was {1}"}};
inline constexpr Message kOtherLine{
    "J207",
    {"в истории другое: «{0}», ожидалось «{1}»", "the journal has “{0}”, expected was “{1}”"}};
inline constexpr Message kMissingLine{
    "J208", {"в истории нет строки «{0}»", "the journal has no line “{0}”"}};
inline constexpr Message kLineMore{
    "J209", {"в истории лишняя строка «{0}»", "the journal has one line more: “{0}”"}};
inline constexpr Text kUpdate{"если так и должно быть: chancery test … --update",
                              "if that is right: chancery test … --update"};
inline constexpr Message kTimeBack{
    "J210", {"часы назад не идут: сейчас {0}", "the clock does not go back: it is {0}"}};
inline constexpr Message kNoCalendar{"J211",
                                     {"этого срока производственный календарь не знает",
                                      "the production calendar does not reach so far"}};
inline constexpr Message kNotFailed{"J212",
                                    {"отказа «{0}» не случилось: программа этого не делала",
                                     "“{0}” did not fail: it was never carried out"}};
inline constexpr Message kEndless{"J213",
                                  {"программа делает одно и то же без конца: «{0}»",
                                   "the program does the same for ever: “{0}”"}};

}  // namespace chancery::scenario::messages
