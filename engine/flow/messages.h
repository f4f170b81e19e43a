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
inline constexpr Text kAddList{"укажите список рассылки: to=\"list:schools\"",
                               "name a distribution list: to=\"list:schools\""};
inline constexpr Message kAgreeByTerm{
    "K140",
    {"молчание не заменяет решение на этапе «{0}»: on-overdue=\"agree\" бывает только при "
     "согласовании",
     "silence is no decision at the stage “{0}”: on-overdue=\"agree\" is for coordination only"}};
inline constexpr Text kOverdueOtherwise{"пишите on-overdue=\"escalate\" или уберите его",
                                        "write on-overdue=\"escalate\" or remove it"};

}  // namespace chancery::flow::messages
