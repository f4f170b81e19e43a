#pragma once

#include "base/diagnostic.h"

/// Messages of the room `app`.
namespace chancery::app::messages {

// ---- office.xml ----
inline constexpr Message kUnknownZone{
    "A101", {"неизвестный часовой пояс «{0}»", "unknown time zone “{0}”"}};
inline constexpr Text kZoneExample{"например, Europe/Moscow или Asia/Yekaterinburg",
                                   "for example Europe/Moscow or Asia/Yekaterinburg"};
inline constexpr Message kTwice{"A102",
                                {"элемент «{0}» указан дважды", "the element “{0}” stands twice"}};
inline constexpr Message kWrongId{"A103",
                                  {"«{0}» должно состоять из латинских букв, цифр, «-» и «_»",
                                   "“{0}” must consist of Latin letters, digits, “-” and “_”"}};
inline constexpr Message kDuplicateId{"A104",
                                      {"id «{0}» уже занят", "the id “{0}” is taken already"}};
inline constexpr Text kOtherId{"дайте другой id", "choose another id"};
inline constexpr Message kEmptyValue{"A105",
                                     {"атрибут «{0}» пуст", "the attribute “{0}” is empty"}};
inline constexpr Message kEmptyLine{"A106",
                                    {"строка бланка пуста", "the line of the letterhead is empty"}};
inline constexpr Message kUnknownPost{
    "A107", {"должности «{0}» нет в организации", "the office has no post “{0}”"}};
inline constexpr Message kWrongEmail{
    "A108", {"«{0}» – не адрес электронной почты", "“{0}” is no e-mail address"}};
inline constexpr Message kWrongPattern{
    "A109",
    {"образец номера «{0}» должен содержать {n} один раз",
     "the pattern “{0}” must contain {n} once"}};
inline constexpr Text kPatternExample{"например, «{n}», «{n}-од» или «{n:06}/{y}»",
                                      "such as “{n}”, “{n}-k” or “{n:06}/{y}”"};
inline constexpr Message kPatternWord{
    "A151",
    {"в образце номера «{0}» непонятно «{{1}}»", "“{{1}}” in the pattern “{0}” is not understood"}};
inline constexpr Text kPatternWords{
    "бывает {n}, {n:06} – с нулями до шести знаков, {y} и {y:2} – год, {group}, {file}",
    "there are {n}, {n:06} with zeros to six digits, {y} and {y:2} for the year, {group}, {file}"};
inline constexpr Message kPatternBrace{
    "A152",
    {"в образце номера «{0}» скобка без пары: «{1}»", "a brace of the pattern “{0}” has no pair: “{1}”"}};
inline constexpr Message kPatternValue{
    "A153",
    {"образец номера требует {{0}}, а атрибута {0} нет",
     "the pattern asks for {{0}}, but there is no attribute {0}"}};
inline constexpr Text kAddPatternValue{"добавьте {0}=\"…\"", "add {0}=\"…\""};
inline constexpr Message kPatternUnused{
    "A154",
    {"атрибут {0} не печатается: в образце номера нет {{0}}",
     "the attribute {0} is not printed: the pattern has no {{0}}"}};
inline constexpr Message kWrongStart{
    "A110",
    {"нумерация не может начинаться с «{0}»: нужно целое число от 1",
     "numbers cannot start at “{0}”: a whole number from 1 is needed"}};
inline constexpr Message kNoPeople{
    "A111", {"в организации нет ни одного сотрудника", "the office has no people"}};
inline constexpr Text kAddPerson{
    "добавьте <people><person id=\"…\" surname=\"…\" name=\"…\" post=\"…\"/></people>",
    "add <people><person id=\"…\" surname=\"…\" name=\"…\" post=\"…\"/></people>"};

// ---- keys and checkpoints ----
inline constexpr Message kKeyUnreadable{
    "A191", {"«{0}» – не ключ в виде PEM", "“{0}” is no key in PEM"}};
inline constexpr Text kMakeKeys{
    "пара ключей: openssl genpkey -algorithm ed25519 -out key.pem; "
    "openssl pkey -in key.pem -pubout -out key.pub",
    "a pair of keys: openssl genpkey -algorithm ed25519 -out key.pem; "
    "openssl pkey -in key.pem -pubout -out key.pub"};
inline constexpr Message kKeyEncrypted{
    "A192", {"ключ «{0}» защищён паролем", "the key “{0}” is protected by a passphrase"}};
inline constexpr Text kDecryptKey{
    "такие ключи пока не принимаются: снимите пароль командой openssl pkey -in … -out … и храните "
    "ключ там, где его никто другой не прочтёт",
    "such keys are not taken yet: remove the passphrase by openssl pkey -in … -out … and keep the "
    "key where nobody else can read it"};
inline constexpr Message kKeyKind{
    "A193",
    {"ключ «{0}» – не Ed25519 и не ECDSA", "the key “{0}” is neither Ed25519 nor ECDSA"}};
inline constexpr Message kKeyMissing{
    "A194", {"контрольная точка проверяется открытым ключом", "a checkpoint needs a public key"}};
inline constexpr Text kGiveKey{"добавьте --public-key key.pub", "add --public-key key.pub"};

// ---- files and folders ----
inline constexpr Message kNoOffice{
    "A201", {"в папке «{0}» нет office.xml", "there is no office.xml in “{0}”"}};
inline constexpr Text kInitOffice{"создайте организацию: «chancery init {0}», или укажите --office",
                                  "make an office: “chancery init {0}”, or give --office"};
inline constexpr Text kGiveOffice{"укажите папку, в которой лежит office.xml",
                                  "name the folder that office.xml is in"};
inline constexpr Message kOfficeExists{
    "A202", {"в папке «{0}» уже есть организация", "there is an office in “{0}” already"}};
inline constexpr Text kOtherFolder{"выберите другую папку", "choose another folder"};
inline constexpr Message kNoFile{"A203", {"файла «{0}» нет", "there is no file “{0}”"}};
inline constexpr Message kNoWorkflow{"A204", {"маршрута «{0}» нет", "there is no workflow “{0}”"}};
inline constexpr Message kUnknownKind{
    "A205",
    {"непонятно, что это за файл: ни шаблон, ни маршрут, ни организация, ни календарь, ни правила "
     "оформления",
     "it is not clear what this file is: no template, workflow, office, calendar or style "
     "profile"}};
inline constexpr Text kGiveTemplate{"данные проверяются вместе с шаблоном: --template order",
                                    "data are checked with their template: --template order"};
inline constexpr Text kGiveNamespace{"добавьте в корневой элемент xmlns=\"{0}\"",
                                     "add xmlns=\"{0}\" to the root element"};
inline constexpr Message kUnknownOutput{
    "A206",
    {"по имени «{0}» не понять, какой файл нужен", "the name “{0}” does not tell what to make"}};
inline constexpr Text kOutputEndings{"имя должно кончаться на .pdf, .docx, .html, .svg или .pages",
                                     "the name must end in .pdf, .docx, .html, .svg or .pages"};
inline constexpr Message kUnknownSeries{
    "A207", {"нумератора «{0}» нет в организации", "the office has no number series “{0}”"}};
inline constexpr Message kWhichSeries{
    "A155", {"не указано, какой журнал печатать", "it is not said which register to print"}};
inline constexpr Text kNameSeries{"назовите нумератор: «chancery register orders --out …»",
                                  "name the series: “chancery register orders --out …”"};
inline constexpr Message kSameOutput{"A208",
                                     {"файл «{0}» указан дважды", "the file “{0}” is given twice"}};
inline constexpr Message kUnknownOutcome{
    "A209", {"непонятное решение «{0}»", "the answer “{0}” is not understood"}};
inline constexpr Message kWhichTask{
    "A210",
    {"у документа {0} несколько задач, на которые можно так ответить: {1}",
     "document {0} has several tasks that can be answered so: {1}"}};
inline constexpr Text kNameTask{"назовите задачу: «chancery act {0} ЗАДАЧА РЕШЕНИЕ --as …»",
                                "name the task: “chancery act {0} TASK OUTCOME --as …”"};

inline constexpr Message kNoTask{"A213",
                                 {"у документа {0} сейчас нет задачи с решением «{1}»",
                                  "document {0} has no task now that can be answered “{1}”"}};
inline constexpr Text kSeeWhy{"чего он ждёт, скажет «chancery why {0}»",
                              "“chancery why {0}” says what it waits for"};
inline constexpr Message kTooLarge{
    "A212",
    {"файл «{0}» слишком велик: больше {1} МБ", "the file “{0}” is too large: above {1} MB"}};

inline constexpr Message kNoPartWorkflow{
    "A241",
    {"по маршруту «{0}» не могут идти части документа (этап «{1}»): на его этапе «{2}» документ "
     "получает номер, рассылается или размещается",
     "parts of a document (stage “{1}”) cannot go the workflow “{0}”: at its stage “{2}” a document "
     "is numbered, distributed or published"}};
inline constexpr Text kOnlyReview{
    "номер получает и размещается весь документ; у маршрута частей остаются подготовка, проверка, "
    "согласование и утверждение",
    "the whole document is numbered and published; a part is drafted, checked, reviewed, approved"};
inline constexpr Message kOpenPart{
    "A242",
    {"документ доступен только участникам, а его части (этап «{1}») идут по маршруту «{0}», "
     "открытому всем",
     "only those who take part may look at the document, but its parts (stage “{1}”) go the "
     "workflow “{0}”, which is open to all"}};
inline constexpr Text kClosePart{"напишите в {0}: access=\"closed\"",
                                 "write access=\"closed\" into {0}"};
inline constexpr Message kNoSuchFile{
    "A211", {"у документа {0} нет файла вида «{1}»", "document {0} has no file such as “{1}”"}};

inline constexpr Message kNoCalendar{
    "A214", {"производственного календаря «{0}» нет", "there is no production calendar “{0}”"}};

// ---- office: substitutions and lists ----
inline constexpr Message kNoDay{"A156", {"в «{0}» стоит «{1}», а нужна дата",
                                         "“{1}” in “{0}” is no day"}};
inline constexpr Text kDayForm{"дату пишут так: 2026-12-31", "a day is written as 2026-12-31"};
inline constexpr Message kUnknownSubstitute{
    "A157", {"замещает «{0}», но такого сотрудника нет", "“{0}” stands in, but there is no such person"}};
inline constexpr Message kOwnSubstitute{
    "A158", {"«{0}» и так занимает эту должность", "“{0}” holds this post anyway"}};
inline constexpr Message kEndsBefore{
    "A159", {"замещение кончается {0}, раньше, чем начинается: {1}",
             "the substitution ends on {0}, before it begins: {1}"}};
inline constexpr Message kTwoSubstitutes{
    "A160", {"должность «{0}» в эти дни уже замещает «{1}»",
             "“{1}” stands in for the post “{0}” on these days already"}};
inline constexpr Text kOneAtATime{"разведите замещения по дням",
                                  "let the substitutions follow one another"};
inline constexpr Message kEmptyList{
    "A171", {"в списке рассылки «{0}» никого нет", "the distribution list “{0}” is empty"}};
inline constexpr Text kAddAddressee{"добавьте <addressee title=\"…\"/>", "add <addressee title=\"…\"/>"};
inline constexpr Message kSeveralHold{
    "A175",
    {"должность «{0}» занимают несколько человек: непонятно, кого замещают",
     "several people hold the post “{0}”: it is not clear for whom one stands in"}};
inline constexpr Text kPostsApart{"заведите для них отдельные должности с одной ролью",
                                  "give each a post of its own, with the same role"};
inline constexpr Message kNoOpenTask{
    "A173", {"у документа {0} сейчас нет задач", "document {0} has no tasks now"}};
inline constexpr Message kWhichOfTasks{
    "A174", {"у документа {0} несколько задач: {1}", "document {0} has several tasks: {1}"}};
inline constexpr Text kNameTaskNumber{"назовите номер задачи после номера документа",
                                      "name the task's number behind the document's"};
inline constexpr Message kClosedDocument{
    "A172",
    {"к документу {0} доступ ограничен: его видят только те, кто в нём участвует",
     "access to document {0} is restricted to those who take part in it"}};
inline constexpr Text kNameYourself{"назовите себя: --as СОТРУДНИК", "say who you are: --as PERSON"};

// ---- versions and sheets ----
inline constexpr Message kNoRound{
    "A221", {"редакции «{1}» у документа {0} нет", "document {0} has no version “{1}”"}};
inline constexpr Text kRounds{"редакций: {0}, они считаются с 1", "versions: {0}, counted from 1"};
inline constexpr Message kOneRound{"A222",
                                   {"у документа {0} одна редакция: сравнивать не с чем",
                                    "document {0} has one version: there is nothing to compare"}};
inline constexpr Text kNeedRounds{"вторая появится, когда автор отправит доработанный проект",
                                  "there will be another when its author submits it again"};
inline constexpr Message kUnknownSheet{
    "A223", {"листа «{0}» программа не делает", "there is no such sheet as “{0}”"}};
inline constexpr Message kWrongReply{
    "A224", {"непонятный ответ на замечание: «{0}»", "the reply “{0}” is not understood"}};
inline constexpr Text kReplyExample{
    "пишите: --reply \"3 accepted\" или --reply \"4 rejected причина\"; 3 и 4 – номера задач",
    "write: --reply \"3 accepted\" or --reply \"4 rejected the reason\"; 3, 4: numbers of tasks"};
inline constexpr Message kNoReason{
    "A225", {"замечание задачи {0} отклонено без причины", "the remark of task {0} is rejected "
                                                           "without a reason"}};
inline constexpr Message kNoRemark{
    "A226", {"задача {0} замечаний не дала", "task {0} has brought no remark"}};
inline constexpr Text kRemarksAre{"замечания дали задачи: {0}", "tasks with remarks: {0}"};
inline constexpr Message kReplyWhen{
    "A227",
    {"на замечания отвечают, отправляя доработанный проект: решение submit",
     "remarks are replied to when the draft is submitted again: answer submit"}};
inline constexpr Message kRepliedTwice{
    "A228",
    {"на замечание задачи {0} даны два ответа", "the remark of task {0} has two replies"}};

// ---- scenarios ----
inline constexpr Message kNoScenarios{
    "A231", {"у маршрута нет сценариев: {0}", "the workflow has no scenarios: {0}"}};
inline constexpr Text kWriteScenarios{"как их пишут: docs/scenarios.md",
                                      "how to write them: docs/scenarios.md"};

// ---- forecast ----
inline constexpr Message kVacantThen{
    "A232",
    {"роль «{0}» {1} никто не занимает: на этапе «{2}» документ остановится",
     "nobody holds the role “{0}” on {1}: the document will stop at the stage “{2}”"}};
inline constexpr Message kOnlyAuthorThen{
    "A233",
    {"«{0}» {1} – это только автор документа, а автор не решает по своему документу: на этапе «{2}» "
     "документ остановится",
     "“{0}” is nobody but the author on {1}, who does not judge the own document: it will stop at "
     "the stage “{2}”"}};
inline constexpr Message kGoneThen{
    "A234",
    {"на этапе «{1}» {0} задача будет у того, кто её выполнить не вправе",
     "at the stage “{1}” the task will lie on {0} with somebody who is not entitled to it"}};
inline constexpr Message kAwayThen{
    "A235",
    {"{0} отсутствует с {1} по {2}, а задачу этапа «{3}» никто за него не выполнит",
     "{0} is away from {1} to {2}, and nobody else has the task of the stage “{3}”"}};
inline constexpr Text kPlanForIt{
    "попросите ответить раньше или дождитесь; задачу, которая не личная, передают: chancery delegate",
    "ask for an answer before, or wait; a task that is not personal is handed on: chancery delegate"};
inline constexpr Message kReturnsNow{
    "A236",
    {"срок этапа «{0}» истёк {1}: ближайшая проверка сроков вернёт документ на доработку",
     "the term of the stage “{0}” ended on {1}: the next look at terms sends the document back"}};
inline constexpr Text kAnswerToday{"ответьте раньше, чем пройдёт «chancery tick»",
                                   "answer before “chancery tick” runs"};
inline constexpr Message kUnknownThen{
    "A237",
    {"«{0}»: такого сотрудника нет в office.xml, или их несколько: на этапе «{1}» документ остановится",
     "“{0}”: office.xml has no such person, or several: the document will stop at the stage “{1}”"}};

}  // namespace chancery::app::messages
