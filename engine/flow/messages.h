#pragma once

#include "base/diagnostic.h"

/// Messages of the room `flow`.
namespace chancery::flow::messages {

inline constexpr Message kNoStages{"K101",
                                   {"в маршруте нет ни одного этапа", "the workflow has no stage"}};
inline constexpr Text kAddStage{"добавьте <stage id=\"draft\" kind=\"draft\"/>",
                                "add <stage id=\"draft\" kind=\"draft\"/>"};
inline constexpr Message kFirstNotDraft{"K102",
                                        {"маршрут должен начинаться этапом подготовки проекта",
                                         "a workflow must begin with a draft stage"}};
inline constexpr Text kPutDraftFirst{"поставьте первым этап kind=\"draft\"",
                                     "put a stage of kind=\"draft\" first"};
inline constexpr Message kDuplicateStage{
    "K103", {"этап «{0}» уже есть в строке {1}", "the stage “{0}” already stands on line {1}"}};
inline constexpr Text kRenameStage{"дайте этапам разные id", "give the stages different ids"};
inline constexpr Message kUnknownStage{
    "K104", {"этапа «{0}» нет в маршруте", "the workflow has no stage “{0}”"}};
inline constexpr Message kNotEarlier{
    "K105",
    {"вернуть можно только на более ранний этап, а «{0}» идёт позже",
     "a document can return only to an earlier stage, and “{0}” comes later"}};
inline constexpr Text kEarlierStages{"более ранние этапы: {0}", "earlier stages: {0}"};
inline constexpr Message kReturnNotToPeople{
    "K106",
    {"вернуть можно только на этап, который выполняют люди, а «{0}» выполняется сам",
     "a document can return only to a stage where people act, and “{0}” runs by itself"}};
inline constexpr Message kWrongSelector{
    "K107", {"непонятно, кто выполняет: «{0}»", "it is not clear who acts: “{0}”"}};
inline constexpr Text kSelectorForms{"пишите author, role:РОЛЬ или person:СОТРУДНИК",
                                     "write author, role:ROLE or person:PERSON"};
inline constexpr Message kUnknownRole{
    "K108", {"роли «{0}» нет в организации", "the office has no role “{0}”"}};
inline constexpr Message kUnknownPerson{
    "K109", {"сотрудника «{0}» нет в организации", "the office has no person “{0}”"}};
inline constexpr Message kUnknownSeries{
    "K110", {"нумератора «{0}» нет в организации", "the office has no number series “{0}”"}};
inline constexpr Message kWrongTerm{"K111",
                                    {"непонятный срок «{0}»", "the term “{0}” is not understood"}};
inline constexpr Text kTermForms{
    "«3wd» – три рабочих дня, «P5D» – пять календарных дней, «date:deadline» – дата из данных",
    "“3wd” is three working days, “P5D” is five calendar days, “date:deadline” a day in the data"};
inline constexpr Message kNoReviewers{
    "K112",
    {"никто не согласует: в «{0}» нет согласующих", "nobody reviews: “{0}” has no reviewers"}};
inline constexpr Text kAddReviewer{"добавьте <reviewer by=\"role:…\"/>",
                                   "add <reviewer by=\"role:…\"/>"};
inline constexpr Message kWrongQuorum{
    "K113", {"непонятное число виз «{0}»", "the number of visas “{0}” is not understood"}};
inline constexpr Text kQuorumForms{
    "пишите all, any, целое число от 1 или долю: 2/3, 60%",
    "write all, any, a whole number from 1 or a share: 2/3, 60%"};
inline constexpr Message kQuorumTooLarge{
    "K114",
    {"нужно {0} виз, а согласующих {1}: этап никогда не закончится",
     "{0} visas are wanted of {1} reviewers: the stage can never end"}};
inline constexpr Message kQuorumInSequence{
    "K115",
    {"число виз «{0}» имеет смысл только при параллельном согласовании",
     "the number of visas “{0}” makes sense only among parallel reviewers"}};
inline constexpr Text kMakeParallel{"добавьте mode=\"parallel\" или уберите quorum",
                                    "add mode=\"parallel\" or remove quorum"};
inline constexpr Message kAttributeOfOtherKind{
    "K117",
    {"атрибут «{0}» ничего не значит на этапе вида «{1}»",
     "the attribute “{0}” means nothing on a stage of kind “{1}”"}};
inline constexpr Message kElementOfOtherKind{
    "K118",
    {"элемент «{0}» ничего не значит на этапе вида «{1}»",
     "the element “{0}” means nothing on a stage of kind “{1}”"}};
inline constexpr Text kOfKinds{"он бывает на этапах: {0}", "it stands on stages: {0}"};
inline constexpr Message kNobodyActs{
    "K119",
    {"не указано, кто выполняет этап «{0}»", "it is not stated who acts at the stage “{0}”"}};
inline constexpr Text kAddBy{"добавьте by=\"role:…\"", "add by=\"role:…\""};
inline constexpr Message kNoSeries{"K120",
                                   {"этап регистрации «{0}» не называет нумератор",
                                    "the registration stage “{0}” names no number series"}};
inline constexpr Text kAddSeries{"добавьте <registration series=\"…\"/>",
                                 "add <registration series=\"…\"/>"};
inline constexpr Message kSecondRegistration{
    "K121",
    {"документ уже регистрируется на этапе «{0}»", "the document is registered at “{0}” already"}};
inline constexpr Text kRegisterOnce{"документ регистрируется один раз: уберите вторую регистрацию",
                                    "a document is registered once: remove the second one"};
inline constexpr Message kNothingToPublish{
    "K122",
    {"на этапе «{0}» размещать нечего: документ ещё не подписан и не утверждён",
     "there is nothing to publish at “{0}”: the document is neither signed nor approved yet"}};
inline constexpr Text kPublishLater{"поставьте этот этап после подписания или утверждения",
                                    "put this stage after signing or approval"};
inline constexpr Message kWrongFormat{"K123", {"неизвестный формат «{0}»", "unknown format “{0}”"}};
inline constexpr Message kDuplicateAllow{
    "K124", {"действие «{0}» уже разрешено в строке {1}", "“{0}” is already allowed on line {1}"}};
inline constexpr Text kMergeAllow{"оставьте одно разрешение", "keep one of them"};
inline constexpr Message kTwice{
    "K125", {"элемент «{0}» указан на этапе дважды", "the element “{0}” stands twice on a stage"}};
inline constexpr Message kLateDraft{"K126",
                                    {"подготовка проекта «{0}» не может идти после подписания",
                                     "the draft stage “{0}” cannot come after signing"}};
inline constexpr Message kNotPath{
    "K127", {"«{0}» выводит за пределы папки сайта", "“{0}” leads out of the site folder"}};
inline constexpr Text kPlainFolder{"пишите имя папки внутри папки сайта, например «orders»",
                                   "write the name of a folder inside it, such as “orders”"};
inline constexpr Message kWrongId{
    "K128",
    {"id «{0}» должен состоять из латинских букв, цифр, «-» и «_»",
     "the id “{0}” must consist of Latin letters, digits, “-” and “_”"}};
inline constexpr Message kRecallNowhere{
    "K129",
    {"не указано, куда возвращается отозванный документ",
     "it is not stated where a recalled document goes back to"}};
inline constexpr Message kRecallNotToDraft{
    "K130",
    {"отозвать можно только на подготовку проекта, которая идёт раньше before, а не на «{0}»",
     "a document is recalled only to a draft stage that stands earlier than before, not to “{0}”"}};
inline constexpr Text kAddTo{"укажите в to подготовку проекта, например to=\"draft\"",
                             "name a draft stage in to, such as to=\"draft\""};
inline constexpr Message kCancelTo{
    "K131",
    {"снятый с рассмотрения документ никуда не возвращается: to здесь ничего не значит",
     "a cancelled document goes back to nowhere: to means nothing here"}};
inline constexpr Text kRemoveTo{"уберите to", "remove to"};
inline constexpr Message kTooLateBefore{
    "K132",
    {"после этапа «{0}» документ подписан, утверждён или зарегистрирован: отозвать или снять его "
     "уже нельзя",
     "after the stage “{0}” the document is signed, approved or registered: it cannot be recalled "
     "or cancelled any more"}};
inline constexpr Text kBeforeAtMost{"пишите before=\"{0}\" или более ранний этап",
                                    "write before=\"{0}\" or an earlier stage"};
inline constexpr Message kNotName{
    "K133",
    {"«{0}» – не имя: шаблон и правила оформления называют по имени, а не по файлу",
     "“{0}” is no name: templates and style profiles are named, not their files"}};
inline constexpr Text kPlainName{
    "положите файл в папку doc-templates организации и назовите без папки и без .xml",
    "put the file into the office's folder doc-templates and name it without folder and .xml"};
inline constexpr Message kWrongList{
    "K134", {"непонятно, кому разослать: «{0}»", "it is not clear whom to send it to: “{0}”"}};
inline constexpr Text kListForm{"пишите list:СПИСОК, например to=\"list:schools\"",
                                "write list:NAME, such as to=\"list:schools\""};
inline constexpr Message kUnknownList{
    "K135", {"списка рассылки «{0}» нет в организации", "the office has no distribution list “{0}”"}};
inline constexpr Text kRemindForms{
    "напоминают за столько дней до срока: remind=\"1wd\" – за рабочий день",
    "a reminder comes so many days before the end: remind=\"1wd\" is a working day"};
inline constexpr Message kEscalateToWhom{
    "K136",
    {"на этапе «{0}» on-overdue=\"escalate\" и escalate-to бывают только вместе",
     "at the stage “{0}” on-overdue=\"escalate\" and escalate-to stand together or not at all"}};
inline constexpr Text kAddEscalateTo{
    "назовите руководителя: on-overdue=\"escalate\" escalate-to=\"role:deputy-head\"",
    "name who answers then: on-overdue=\"escalate\" escalate-to=\"role:deputy-head\""};
inline constexpr Message kNoTerm{
    "K137",
    {"«{0}» на этапе «{1}» ничего не значит: срока нет",
     "“{0}” means nothing at the stage “{1}”: it has no term"}};
inline constexpr Text kAddDue{"добавьте срок, например due=\"3wd\"", "add a term, such as due=\"3wd\""};
inline constexpr Message kNotSettled{
    "K138",
    {"этап «{0}» имеет смысл только для подписанного или утверждённого документа",
     "the stage “{0}” is for a document that is signed or approved"}};
inline constexpr Text kPutAfterSigning{"поставьте его после подписания или утверждения",
                                       "put it after signing or approval"};
inline constexpr Message kAskedOfNobody{
    "K139",
    {"на этапе «{0}» не указано, кого это касается", "the stage “{0}” does not say whom it concerns"}};
inline constexpr Text kAddEach{
    "укажите each=\"role:РОЛЬ\" или путь к людям в данных, например each=\"clauses/responsible\"",
    "give each=\"role:ROLE\" or a path to people in the data, such as each=\"clauses/responsible\""};
inline constexpr Text kAddItems{
    "укажите путь к поручениям в данных, например items=\"clauses[deadline]\"",
    "give the path to what is to be done, such as items=\"clauses[deadline]\""};
inline constexpr Text kAddParts{
    "укажите путь к частям документа в данных, например items=\"appendices\"",
    "give the path to the document's parts, such as items=\"appendices\""};
inline constexpr Message kPartsNoWorkflow{
    "K142",
    {"этап «{0}» не говорит, по какому маршруту идут части документа",
     "stage “{0}” does not say which workflow the parts go"}};
inline constexpr Text kAddPartsWorkflow{"укажите маршрут: workflow=\"appendix\"",
                                        "name the workflow: workflow=\"appendix\""};
inline constexpr Message kLateParts{
    "K143",
    {"части документа согласуются на этапе «{0}», когда документ уже подписан",
     "the parts are reviewed at stage “{0}”, after the document has been signed"}};
inline constexpr Text kPutBeforeSigning{"поставьте этап перед подписанием",
                                        "put the stage before the signing"};
inline constexpr Text kAddList{"укажите список рассылки: to=\"list:schools\"",
                               "name a distribution list: to=\"list:schools\""};
inline constexpr Message kNoNodes{
    "K141", {"«{0}» – не путь к данным", "“{0}” is no path into the data"}};
inline constexpr Text kNodesForm{"пишите путь, например clauses[due] | appendices/rows",
                                 "write a path, such as clauses[due] | appendices/rows"};
inline constexpr Message kAgreeByTerm{
    "K140",
    {"молчание не заменяет решение на этапе «{0}»: on-overdue=\"agree\" бывает только при "
     "согласовании",
     "silence is no decision at the stage “{0}”: on-overdue=\"agree\" is for coordination only"}};
inline constexpr Text kOverdueOtherwise{"пишите on-overdue=\"escalate\" или уберите его",
                                        "write on-overdue=\"escalate\" or remove it"};

// ---- soundness: found by visiting all states; the last argument is the shortest path ----
inline constexpr Message kEndUnreachable{
    "K201",
    {"с этапа «{0}» документ уже не дойдёт до конца маршрута. Путь: {1}",
     "from the stage “{0}” on the document never comes to the end. Path: {1}"}};
inline constexpr Text kNobodyMayAnswer{
    "ответить на задачу этого этапа ({0}) не может никто, кроме автора, а автор не решает по своему "
    "документу: назовите другого или разрешите это: author=\"allowed\"",
    "nobody but the author could answer the task of this stage ({0}), and authors do not judge their "
    "own documents: name somebody else, or allow it: author=\"allowed\""};
inline constexpr Text kGiveWayOut{"дайте этому этапу выход: решение, которое ведёт дальше",
                                  "give the stage a way out: an answer that leads on"};
inline constexpr Message kDeadStage{
    "K202", {"до этапа «{0}» документ никогда не доходит", "no document ever comes to the stage “{0}”"}};
inline constexpr Text kRemoveStage{"уберите этот этап или то, что не пускает к нему",
                                   "remove the stage, or what keeps documents from it"};
inline constexpr Message kVacant{
    "K203",
    {"роль «{0}» никто не занимает: на этапе «{1}» документ остановится. Путь: {2}",
     "nobody holds the role “{0}”: the document stops at the stage “{1}”. Path: {2}"}};
inline constexpr Text kAppointHolder{"назначьте сотрудника в office.xml или назовите другую роль",
                                     "appoint somebody in office.xml, or name another role"};
inline constexpr Message kOnlyAuthor{
    "K204",
    {"кто бы ни готовил документ, на этапе «{0}» он остановится: {1} – это только автор. Путь: {2}",
     "whoever writes the document, it stops at the stage “{0}”: {1} is nobody but the author. Path: "
     "{2}"}};
inline constexpr Text kAppointSecond{
    "назначьте в office.xml ещё одного сотрудника, передачу руководителю (on-overdue=\"escalate\") "
    "или разрешите это: author=\"allowed\"",
    "appoint somebody else in office.xml, let the term escalate (on-overdue=\"escalate\"), or allow "
    "it: author=\"allowed\""};
inline constexpr Message kNotTaken{
    "K205",
    {"решение «{0}» на этапе «{1}» не принимается. Путь: {2}",
     "the answer “{0}” is not taken at the stage “{1}”. Path: {2}"}};
inline constexpr Message kTwoAtOnce{
    "K206",
    {"на этапе «{0}» две работы идут одновременно. Путь: {1}",
     "two works go on at once at the stage “{0}”. Path: {1}"}};
inline constexpr Text kOneAfterOther{"работы системы идут одна за другой",
                                     "what the engine does goes one after the other"};
inline constexpr Message kAutomaticLoop{
    "K207",
    {"с этапа «{0}» документ может возвращаться снова и снова, и никто об этом не узнает: людей на "
     "этом круге нет. Путь: {1}",
     "from the stage “{0}” a document may return again and again, and nobody is asked on the way. "
     "Path: {1}"}};
inline constexpr Text kReturnToDraft{
    "возвращайте на подготовку проекта: on-errors=\"{0}\"",
    "send it back to a draft stage: on-errors=\"{0}\""};
inline constexpr Message kReworkOfRegistered{
    "K208",
    {"этап «{0}» возвращает зарегистрированный документ: номер уже дан, а текст станет другим. "
     "Путь: {1}",
     "the stage “{0}” sends a registered document back: the number is given, and the text becomes "
     "another. Path: {1}"}};
inline constexpr Text kRegisterLast{
    "регистрируйте документ после всех решений, которые могут его вернуть",
    "register the document after all answers that may send it back"};
inline constexpr Message kReworkOfSent{
    "K209",
    {"этап «{0}» возвращает документ, который уже вышел: размещён, разослан или прочитан. Путь: {1}",
     "the stage “{0}” sends a document back that is out: published, distributed or read. Path: {1}"}};
inline constexpr Message kOutTooEarly{
    "K210",
    {"на этапе «{0}» документ выходит раньше этапа «{1}». Путь: {2}",
     "at the stage “{0}” the document goes out before the stage “{1}”. Path: {2}"}};
inline constexpr Text kPutAfter{"поставьте этот этап после «{0}»", "put this stage after “{0}”"};
inline constexpr Message kRecallSkips{
    "K211",
    {"отзыв переносит документ вперёд, через этап «{0}». Путь: {1}",
     "a recall takes the document forward, past the stage “{0}”. Path: {1}"}};
inline constexpr Text kRecallToFirst{"отзывайте на первую подготовку проекта: to=\"{0}\"",
                                     "recall to the first draft stage: to=\"{0}\""};
inline constexpr Message kNeverAllowed{
    "K212",
    {"«{0}» никогда не будет возможно, пока документа ждут люди",
     "“{0}” is never possible while anybody is asked"}};
inline constexpr Text kLaterBefore{"назовите в before этап, на котором решают люди",
                                   "name a stage in before where people answer"};
inline constexpr Message kEscalatesToSame{
    "K213",
    {"срок на этапе «{0}» ничего не меняет: {1} и так отвечает или отвечать не вправе. Путь: {2}",
     "the term of the stage “{0}” changes nothing: {1} may answer anyway, or never. Path: {2}"}};
inline constexpr Text kEscalateHigher{"назовите в escalate-to другую роль",
                                      "name another role in escalate-to"};
inline constexpr Message kAskedTwice{
    "K214",
    {"на этапе «{0}» одновременно открыты две задачи для {1}: обе визы может дать один человек. "
     "Путь: {2}",
     "at the stage “{0}” two tasks for {1} are open at once: one person may give both visas. Path: "
     "{2}"}};
inline constexpr Text kNameEachOnce{"назовите каждого в группе один раз",
                                    "name each member of a group once"};
inline constexpr Message kNobodyDecided{
    "K215",
    {"документ доходит до конца, а решения по нему не принял никто. Путь: {0}",
     "the document comes to the end, and nobody has decided anything. Path: {0}"}};
inline constexpr Text kAddDecision{"добавьте подписание или утверждение: kind=\"sign\"",
                                   "add signing or approval: kind=\"sign\""};
inline constexpr Message kChangedAfterVisas{
    "K216",
    {"на этап «{0}» документ приходит с текстом, которого согласующие не видели. Путь: {1}",
     "the document comes to the stage “{0}” with a text that no reviewer has seen. Path: {1}"}};
inline constexpr Text kCoordinateAgain{
    "поставьте между подготовкой проекта и этим этапом согласование",
    "put coordination between the draft stage and this one"};
inline constexpr Message kNobodyAsked{
    "K217",
    {"этап «{0}» может пройти без единой визы: ни одно условие не выполнено. Путь: {1}",
     "the stage “{0}” may pass without any visa: no condition is fulfilled. Path: {1}"}};
inline constexpr Text kAskSomebodyAlways{"назовите хотя бы одного согласующего без when",
                                         "name at least one reviewer without when"};
inline constexpr Message kOldVisas{
    "K218",
    {"на этапе «{0}» доработанный текст не увидит никто: все прежние визы остались. Путь: {1}",
     "nobody sees the reworked text at the stage “{0}”: all earlier visas stand. Path: {1}"}};
inline constexpr Text kAskAffected{"пишите resume=\"affected\" или resume=\"all\"",
                                   "write resume=\"affected\" or resume=\"all\""};
inline constexpr Message kTooManyStates{
    "K219",
    {"маршрут не доказан: состояний больше {0} или слишком много сочетаний условий",
     "not proven: there are more than {0} states, or too many combinations of conditions"}};
inline constexpr Text kFewerConditions{
    "меньше разных условий (when) и частей (part) в одном маршруте, меньше групп в группах",
    "use fewer different conditions (when) and parts (part), fewer groups inside groups"};
inline constexpr Message kRemindTooEarly{
    "K220",
    {"на этапе «{0}» напоминание ({1}) приходит раньше, чем начался срок ({2})",
     "the reminder of the stage “{0}” ({1}) comes before its term ({2}) begins"}};
inline constexpr Text kRemindLater{"напоминайте позже: remind=\"1wd\"",
                                   "remind later: remind=\"1wd\""};
inline constexpr Message kJudgedTooLate{
    "K221",
    {"на этапе «{0}» решают о документе, который уже подписан, утверждён или зарегистрирован. "
     "Путь: {1}",
     "the stage “{0}” judges a document that is signed, approved or registered already. Path: {1}"}};
inline constexpr Text kPutBefore{"поставьте этот этап раньше «{0}»", "put this stage before “{0}”"};
inline constexpr Message kNoFinalFile{
    "K222",
    {"на этапе «{0}» нет подписанного файла этой редакции. Путь: {1}",
     "at the stage “{0}” there is no signed file of this version. Path: {1}"}};
inline constexpr Message kStartAsksAgain{
    "K223",
    {"начатый документ снова ждёт отправки на этапе «{0}»",
     "a document that is just started waits at “{0}” to be submitted again"}};
inline constexpr Text kRemoveAfter{"первый этап не откладывают: уберите after",
                                   "the first stage is not put off: remove after"};
inline constexpr Message kTermOfNobody{
    "K224",
    {"«{0}» на этапе «{1}» ничего не значит: там никого не спрашивают",
     "“{0}” means nothing at the stage “{1}”: nobody is asked there"}};
inline constexpr Text kAskThere{"уберите {0} или назовите, кто выполняет этап: by=\"role:…\"",
                                "remove {0}, or name who acts at the stage: by=\"role:…\""};
inline constexpr Message kNumberLeft{
    "K225",
    {"маршрут заканчивается, а номер только зарезервирован. Путь: {0}",
     "the workflow ends with a number that is reserved only. Path: {0}"}};
inline constexpr Message kDeadTask{
    "K226",
    {"на этапе «{0}» открыта задача, на которую не ответит никто. Путь: {1}",
     "at the stage “{0}” a task is open that nobody can answer. Path: {1}"}};

}  // namespace chancery::flow::messages
