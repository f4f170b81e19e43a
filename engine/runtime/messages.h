#pragma once

#include "base/diagnostic.h"

/// Messages of the room `runtime`.
namespace chancery::runtime::messages {

inline constexpr Message kUnknownCase{"S101", {"документа {0} нет", "there is no document {0}"}};
inline constexpr Text kSeeInbox{"номера документов показывает «chancery inbox --as …»",
                                "“chancery inbox --as …” shows the documents' numbers"};
inline constexpr Message kUnknownPerson{
    "S102", {"сотрудника «{0}» нет в организации", "the office has no person “{0}”"}};
inline constexpr Message kFinished{
    "S103", {"документ {0} уже не в работе: {1}", "document {0} is closed: {1}"}};
inline constexpr Text kSeeHistory{"кто, когда и что решил, показывает «chancery history {0}»",
                                  "“chancery history {0}” shows who decided what, and when"};
inline constexpr Message kAnswered{
    "S104", {"задача {0} уже выполнена: {1}, {2}, {3}", "task {0} is done already: {1}, {2}, {3}"}};
inline constexpr Message kUnknownTask{
    "S105", {"у документа {0} нет задачи {1}", "document {0} has no task {1}"}};
inline constexpr Message kClosed{"S106",
                                 {"задача {0} больше не нужна: документ ушёл дальше",
                                  "task {0} is not needed any more: the document has gone on"}};
inline constexpr Text kOpenTasks{"открыты задачи: {0}", "open tasks: {0}"};
inline constexpr Text kNoOpenTasks{"открытых задач нет, «chancery why {0}» скажет почему",
                                   "no task is open, “chancery why {0}” says why"};
inline constexpr Message kNotEntitled{"S107",
                                      {"{0} не может выполнить задачу {1}: она поручена другим",
                                       "{0} cannot answer task {1}: it is given to others"}};
inline constexpr Text kHolders{"её выполняет: {0}", "it is given to: {0}"};
inline constexpr Message kIsAuthor{"S108",
                                   {"автор не согласует и не подписывает собственный документ",
                                    "an author does not review or sign the own document"}};
inline constexpr Message kOutcomeNotOffered{
    "S109", {"решение «{0}» для задачи {1} не предусмотрено", "task {1} cannot be answered “{0}”"}};
inline constexpr Text kOutcomes{"возможные решения: {0}", "possible answers: {0}"};
inline constexpr Message kRemarkMissing{"S110",
                                        {"решение «{0}» требует замечаний", "“{0}” needs remarks"}};
inline constexpr Text kAddRemark{"добавьте --remark \"что исправить\"",
                                 "add --remark \"what to change\""};
inline constexpr Message kNotProvided{
    "S111", {"маршрут не предусматривает действие «{0}»", "the workflow does not provide “{0}”"}};
inline constexpr Message kTooLate{
    "S112",
    {"действие «{0}» уже невозможно: документ прошёл этап «{1}»",
     "“{0}” is not possible any more: the document has passed the stage “{1}”"}};
inline constexpr Text kOnlyAnotherAct{
    "зарегистрированный документ отменяется только другим документом",
    "a registered document is ended only by another document"};
inline constexpr Message kMovedOn{
    "S113", {"документ {0} изменился, пока вы его смотрели", "document {0} has changed meanwhile"}};
inline constexpr Text kLookAgain{"посмотрите его снова: «chancery show {0}»",
                                 "look at it again: “chancery show {0}”"};
inline constexpr Message kMayNotStart{
    "S114", {"{0} не может начать документ этого вида", "{0} cannot begin such a document"}};
inline constexpr Message kMayNotWithdraw{
    "S115", {"{0} не может выполнить действие «{1}»", "{0} is not entitled to “{1}”"}};
inline constexpr Message kConditionFailed{
    "S116",
    {"условие маршрута «{0}» нельзя вычислить по этим данным",
     "the workflow's condition “{0}” cannot be decided on these data"}};
inline constexpr Message kNobodyHolds{
    "S117",
    {"роль «{0}» никто не занимает: на этапе «{1}» документ остановится",
     "nobody holds the role “{0}”: the document will stop at the stage “{1}”"}};
inline constexpr Text kAppoint{"назначьте сотрудника в office.xml",
                               "appoint somebody in office.xml"};
inline constexpr Message kDataNotHere{"S118",
                                      {"новые данные принимает только доработка проекта",
                                       "only the reworking of a draft takes new data"}};

inline constexpr Message kAlreadyThere{
    "S119",
    {"документ {0} уже на доработке у автора: отзывать нечего",
     "document {0} is with its author already: there is nothing to recall"}};
inline constexpr Text kSubmitAgain{"доработанный проект отправляют снова: «chancery act {0} submit»",
                                   "a draft reworked is submitted: “chancery act {0} submit”"};

inline constexpr Message kOnlyAuthorHolds{
    "S120",
    {"«{0}» – это только автор документа, а автор не решает по своему документу: на этапе «{1}» "
     "документ остановится",
     "“{0}” is nobody but the author, who does not judge the own document: the document will stop "
     "at the stage “{1}”"}};
inline constexpr Text kAppointAnother{
    "назначьте в office.xml ещё одного сотрудника на эту роль или разрешите это в маршруте: "
    "author=\"allowed\"",
    "appoint somebody else in office.xml, or allow it in the workflow: author=\"allowed\""};

inline constexpr Message kNoDay{
    "S121", {"по пути «{0}» в данных стоит «{1}», а нужна дата", "“{1}” at “{0}” of the data is no day"}};
inline constexpr Text kDayForm{"дату пишут так: 2026-12-31", "a day is written as 2026-12-31"};
inline constexpr Message kTaken{
    "S122", {"задача {0} уже у другого: {1}", "the task {0} is in other hands: {1}"}};
inline constexpr Text kPutBackFirst{
    "пусть вернёт её (chancery put-back) или её передаст руководитель (chancery reassign)",
    "let them put it back (chancery put-back), or a supervisor give it on (chancery reassign)"};
inline constexpr Message kNotDelegable{
    "S123",
    {"этап «{0}» не передают: он личный", "the stage “{0}” is not handed over: it is personal"}};
inline constexpr Text kSubstitute{
    "кто замещает отсутствующего, стоит в office.xml: <substitution post=… by=… from=… to=… basis=…/>",
    "who stands in for whom is stated in office.xml: <substitution post=… by=… from=… to=… basis=…/>"};
inline constexpr Message kNoChange{
    "S124", {"задача {0} и так в этих руках", "the task {0} is in those hands already"}};
inline constexpr Text kSeeWhy{"у кого какая задача, показывает «chancery why {0}»",
                              "“chancery why {0}” shows who has which task"};
inline constexpr Message kMayNotReassign{
    "S125",
    {"{0} не передаёт задачи других: это право руководителя (supervisor в маршруте)",
     "{0} does not give tasks of others on: the workflow's supervisor does"}};
inline constexpr Message kNotPlainText{
    "S127",
    {"в тексте есть знаки, которые нельзя ни хранить, ни напечатать",
     "the text has characters that can be neither kept nor printed"}};
inline constexpr Text kTypeAnew{"наберите его заново (UTF-8, без управляющих знаков)",
                                "type it anew (UTF-8, no control characters)"};
inline constexpr Message kNobodyOfThatName{
    "S126",
    {"«{0}»: такого сотрудника нет в office.xml, или их несколько, а этап «{1}» должен его найти",
     "“{0}”: office.xml has no such person, or several, and the stage “{1}” has to find them"}};
inline constexpr Text kNameFully{
    "напишите имя полнее или id сотрудника, или добавьте его в office.xml",
    "write the name in full, or the person's id, or add the person to office.xml"};

// ---- time, and terms in the data ----
inline constexpr Message kTooEarly{
    "S140",
    {"сейчас {0}, а последняя запись в истории документа {1} – {2}: раньше неё ничего не записывают",
     "it is {0}, and the last entry in the history of document {1} is of {2}: nothing is recorded "
     "before it"}};
inline constexpr Text kGiveLaterTime{"уберите --time или дайте время позже; без --time – проверьте "
                                     "часы компьютера",
                                     "leave out --time, or give a later one; without --time look "
                                     "at the computer's clock"};
inline constexpr Message kImpossibleTerm{
    "S141",
    {"пункт {1}, срок «{0}»: {3}; на этапе «{2}» у задачи не будет срока",
     "item {1}, term “{0}”: {3}; the task will have no term at the stage “{2}”"}};
inline constexpr Message kUnclearTerm{
    "S142",
    {"пункт {1}, срок «{0}» не понят или понятен двояко: на этапе «{2}» у задачи не будет срока",
     "item {1}, the term “{0}” is not understood, or in two ways: the task will have no term at "
     "the stage “{2}”"}};
inline constexpr Text kTermForms{
    "напишите день («до 10 июля 2026 года») или открытый срок («постоянно»); как понят срок, "
    "показывает chancery deadline",
    "write a day («до 10 июля 2026 года») or an open term («постоянно»); chancery deadline shows "
    "how a term is understood"};
inline constexpr Text kClockBehind{
    "часы отстают от последней записи в истории документа: она сделана {0}",
    "the clock is behind the last entry in the document's history, which is of {0}"};

// ---- verify ----
inline constexpr Message kBroken{"S201",
                                 {"история документа {0} нарушена: запись {1}, {2}",
                                  "the history of document {0} is broken: entry {1}, {2}"}};
inline constexpr Message kVersion{"S202",
                                  {"у документа {0} в истории {1} записей, а должно быть {2}",
                                   "the history of document {0} has {1} entries, not {2}"}};
inline constexpr Message kRefused{"S203",
                                  {"запись {1} истории документа {0} невозможна по его маршруту",
                                   "entry {1} of document {0} is impossible by its workflow"}};
inline constexpr Message kState{"S204",
                                {"состояние документа {0} не следует из его истории",
                                 "the state of document {0} does not follow from its history"}};
inline constexpr Message kTasks{"S205",
                                {"задачи документа {0} не следуют из его истории",
                                 "the tasks of document {0} do not follow from its history"}};
inline constexpr Message kEffects{
    "S206",
    {"незаконченные работы документа {0} не следуют из его истории",
     "the pending work of document {0} does not follow from its history"}};
inline constexpr Message kNumber{
    "S207",
    {"номер {0} от {1} (документ {2}) в журнале регистрации не следует из истории",
     "the number {0} of {1} (document {2}) in the register does not follow from the history"}};
inline constexpr Message kNumberTwice{"S208",
                                      {"один номер присвоен дважды", "one number was given twice"}};
inline constexpr Message kBlob{
    "S209", {"файл {0} утрачен или изменён: {1}", "the file {0} is lost or changed: {1}"}};
inline constexpr Message kUnreadable{
    "S210", {"документ {0} не читается: {1}", "document {0} cannot be read: {1}"}};

inline constexpr Message kSeries{
    "S211",
    {"нумератор «{0}» ({1}) остановился на {2}, а по истории – на {3}",
     "the series “{0}” ({1}) stands at {2}, by the history at {3}"}};
inline constexpr Message kOfficeBroken{"S212",
                                       {"журнал организации нарушен: запись {0}, {1}",
                                        "the office's journal is broken: entry {0}, {1}"}};
inline constexpr Message kOfficeRefused{"S213",
                                        {"запись {0} журнала организации невозможна",
                                         "entry {0} of the office's journal is impossible"}};
// ---- checkpoints and exported journals ----
inline constexpr Message kCheckpointLine{
    "S221", {"контрольная точка повреждена", "the checkpoint is damaged"}};
inline constexpr Text kWholeCopy{
    "возьмите другую копию файла; если и она такая, файл меняли",
    "take another copy of the file; if that is the same, the file was changed"};
inline constexpr Message kCheckpointKey{
    "S222",
    {"контрольная точка подписана другим ключом: {0}, а дан {1}",
     "the checkpoint is signed by another key: {0}, given is {1}"}};
inline constexpr Text kRightKey{"дайте открытый ключ от той пары, которой подписывали",
                                "give the public key of the pair that it was signed with"};
inline constexpr Message kCheckpointSignature{
    "S223",
    {"подпись контрольной точки неверна", "the signature of the checkpoint is wrong"}};
inline constexpr Message kCheckpointOffice{
    "S224",
    {"контрольная точка другой организации: {0}, а не {1}",
     "the checkpoint is of another office: {0}, not {1}"}};
inline constexpr Text kRightCheckpoint{"возьмите контрольную точку этой организации",
                                       "take a checkpoint of this office"};
inline constexpr Message kCutBack{
    "S225",
    {"история {0} урезана: было записей {1}, осталось {2} (контрольная точка {3})",
     "the history of {0} was cut back: {1} entries, now {2} (checkpoint of {3})"}};
inline constexpr Message kRewritten{
    "S226",
    {"история {0} переписана: запись {1} не та, что была (контрольная точка {2})",
     "the history of {0} was rewritten: entry {1} is another one (checkpoint of {2})"}};
inline constexpr Message kJournalLost{
    "S227",
    {"истории {0} больше нет: было записей {1} (контрольная точка {2})",
     "the history of {0} is gone: it had {1} entries (checkpoint of {2})"}};
inline constexpr Message kFileLine{
    "S231", {"строка журнала повреждена или стоит не на месте",
             "the line of the journal is damaged or out of place"}};
inline constexpr Message kFileCut{"S232", {"журнал обрывается: последней строки нет",
                                           "the journal breaks off: its last line is missing"}};

inline constexpr Text kRestore{
    "не работайте дальше с этой базой: восстановите последнюю целую копию папки организации и "
    "проверьте её той же командой",
    "do not go on with this database: restore the last whole copy of the office's folder and "
    "verify it in the same way"};

// ---- registers by hand ----
inline constexpr Message kNotKeeper{"S301",
                                    {"{0} не ведёт журнал регистрации «{1}»",
                                     "{0} does not keep the register “{1}”"}};
inline constexpr Text kKeepers{"его ведёт {0}: {1}", "it is kept by {0}: {1}"};
inline constexpr Message kReasonMissing{"S302", {"причина не указана", "no reason is given"}};
inline constexpr Text kAddReason{"добавьте --reason \"для чего\": причина остаётся в журнале",
                                 "add --reason \"what for\": it stands in the register"};
inline constexpr Message kNoSuchNumber{
    "S303",
    {"номера «{0}» в журнале регистрации «{1}» нет", "the register “{1}” has no number “{0}”"}};
inline constexpr Text kSeeRegister{"номера показывает «chancery register {0}»",
                                   "“chancery register {0}” shows the numbers"};
inline constexpr Text kNameYear{"он есть за другой год: добавьте --year ({0})",
                                "another year has it: add --year ({0})"};
inline constexpr Message kNumberOfDocument{
    "S304",
    {"номер {0} дан документу {1} и рукой не аннулируется",
     "the number {0} belongs to document {1} and is not annulled by hand"}};
inline constexpr Text kDocumentGivesBack{
    "если документ не будет зарегистрирован, номер освободится сам",
    "if the document is not registered, the number is given back"};
inline constexpr Message kAnnulledAlready{
    "S305", {"номер {0} уже аннулирован: {1}", "the number {0} is annulled already: {1}"}};

// What the engine says when it sends a draft back or annuls a number; recorded in the journal.
inline constexpr Text kNoSeries{"в организации нет нумератора «{0}»",
                                "the office has no number series “{0}”"};
inline constexpr Text kNoCalendar{"производственный календарь не знает этих дней",
                                  "the production calendar does not know these days"};
inline constexpr Text kNotInOffice{
    "таких сотрудников нет в office.xml, или их несколько: добавьте их или напишите имя полнее",
    "office.xml has no such people, or several: add them, or write the name in full"};
inline constexpr Message kEarlierNumber{
    "S145",
    {"последний номер журнала дан {0}, а по часам сегодня {1}: номера и даты идут вместе",
     "the register's newest number is of {0}, but by the clock today is {1}: numbers and days run "
     "together"}};
inline constexpr Message kChild{
    "S144",
    {"документ {0} ждёт документа {1}, а такой его части в базе нет",
     "document {0} waits for document {1}, but the database has no such part of it"}};
inline constexpr Text kTermEnded{"срок истёк, вместо: {0}", "the term has ended, in place of: {0}"};
inline constexpr Text kPartNumber{"Приложение {0}", "Appendix {0}"};
inline constexpr Text kPartDropped{"{0}: снято с рассмотрения (документ {1})",
                                   "{0}: cancelled (document {1})"};
inline constexpr Text kPartChanged{
    "{0}: согласовано в другой редакции (документ {1}); внесите её: chancery show {1} --out часть.json",
    "{0}: another edition was agreed to (document {1}); take it over: chancery show {1} --out part.json"};
inline constexpr Text kPartNotStarted{"{0}: {1}", "{0}: {1}"};
inline constexpr Text kAuthorMayNot{"автор не может начать документ по этому маршруту",
                                    "the author may not begin a document of this workflow"};
inline constexpr Text kDayMoved{
    "номер зарезервирован {0}, а регистрируется другим днём",
    "the number was reserved on {0}, the registration is on another day"};

}  // namespace chancery::runtime::messages
