#pragma once

#include <string>
#include <vector>

namespace chancery::flow {

struct Unsound {
  const char* name;
  const char* body;      ///< from line 2 on
  const char* findings;  ///< «LINE:COLUMN CODE;…»
  const char* path;      ///< of the first, or its text where it has no path
};

// Definitions that may be written and are found unsound by visiting their states: what is found, and
// how the first path goes.
inline const std::vector<Unsound> kUnsound = {
    {"RegisteredBeforeSigning", R"x(<stage id="d" kind="draft"/>
<stage id="r" kind="register" by="role:clerk"><registration series="o"/></stage>
<stage id="s" kind="sign" by="role:head"/>)x",
     "4:1 K208", "«Подготовка проекта»: Отправить → «Регистрация»: Зарегистрировать, номер внесён в журнал → «Подписание»: Вернуть на доработку"},
    {"RegisteredBeforeApproval", R"x(<stage id="d" kind="draft"/>
<stage id="s" kind="sign" by="role:head"><registration series="o"/></stage>
<stage id="a" kind="approve" by="role:chief"/>)x",
     "4:1 K208", "«Подготовка проекта»: Отправить → «Подписание»: Подписать, номер внесён в журнал → «Утверждение»: Вернуть на доработку"},
    {"RegisteredBeforeAProgramsCheck", R"x(<stage id="d" kind="draft"/>
<stage id="s" kind="sign" by="role:head"><registration series="o"/></stage>
<stage id="c" kind="check"/>)x",
     "4:1 K208", "«Подготовка проекта»: Отправить → «Подписание»: Подписать, номер внесён в журнал → «Проверка оформления»: найдены ошибки"},
    {"RegisteredBeforeACheck", R"x(<stage id="d" kind="draft"/>
<stage id="s" kind="sign" by="role:head"><registration series="o"/></stage>
<stage id="c" kind="check" by="role:clerk"/>)x",
     "4:1 K208", "«Подготовка проекта»: Отправить → «Подписание»: Подписать, номер внесён в журнал → «Проверка оформления»: Вернуть на доработку"},
    {"RegisteredBeforeCoordination", R"x(<stage id="d" kind="draft"/>
<stage id="s" kind="sign" by="role:head"><registration series="o"/></stage>
<stage id="v" kind="coordinate"><reviewer by="role:a"/></stage>)x",
     "4:1 K208", "«Подготовка проекта»: Отправить → «Подписание»: Подписать, номер внесён в журнал → «Согласование»: Не согласовать"},
    {"RegisteredAtApprovalBeforeSigning", R"x(<stage id="d" kind="draft"/>
<stage id="a" kind="approve" by="role:chief"><registration series="o"/></stage>
<stage id="s" kind="sign" by="role:head"/>)x",
     "4:1 K208", "«Подготовка проекта»: Отправить → «Утверждение»: Утвердить, номер внесён в журнал → «Подписание»: Вернуть на доработку"},
    {"RegisteredTwiceByAReturn", R"x(<stage id="d" kind="draft"/>
<stage id="s" kind="sign" by="role:head"><registration series="o"/></stage>
<stage id="a" kind="approve" by="role:chief" on-refuse="s"/>)x",
     "4:1 K208", "«Подготовка проекта»: Отправить → «Подписание»: Подписать, номер внесён в журнал → «Утверждение»: Вернуть на доработку"},
    {"PublishedBeforeApproval", R"x(<stage id="d" kind="draft"/>
<stage id="s" kind="sign" by="role:head"/>
<stage id="p" kind="publish"/>
<stage id="a" kind="approve" by="role:chief"/>)x",
     "4:1 K210", "«Подготовка проекта»: Отправить → «Подписание»: Подписать"},
    {"PublishedBeforeRegistration", R"x(<stage id="d" kind="draft"/>
<stage id="s" kind="sign" by="role:head"/>
<stage id="p" kind="publish"/>
<stage id="r" kind="register" by="role:clerk"><registration series="o"/></stage>)x",
     "4:1 K210", "«Подготовка проекта»: Отправить → «Подписание»: Подписать"},
    {"DistributedBeforeSigning", R"x(<stage id="d" kind="draft"/>
<stage id="a" kind="approve" by="role:chief"/>
<stage id="x" kind="distribute" to="list:all"/>
<stage id="s" kind="sign" by="role:head"/>)x",
     "4:1 K210", "«Подготовка проекта»: Отправить → «Утверждение»: Утвердить"},
    {"ReadBeforeRegistration", R"x(<stage id="d" kind="draft"/>
<stage id="s" kind="sign" by="role:head"/>
<stage id="x" kind="acquaint" each="people"/>
<stage id="r" kind="register" by="role:clerk"><registration series="o"/></stage>)x",
     "4:1 K210", "«Подготовка проекта»: Отправить → «Подписание»: Подписать"},
    {"ControlledBeforeApproval", R"x(<stage id="d" kind="draft"/>
<stage id="s" kind="sign" by="role:head"/>
<stage id="x" kind="control" by="role:clerk" items="clauses"/>
<stage id="a" kind="approve" by="role:chief"/>)x",
     "4:1 K210", "«Подготовка проекта»: Отправить → «Подписание»: Подписать"},
    {"FiledBeforeRegistration", R"x(<stage id="d" kind="draft"/>
<stage id="s" kind="sign" by="role:head"/>
<stage id="x" kind="file" by="role:clerk"/>
<stage id="r" kind="register" by="role:clerk"><registration series="o"/></stage>)x",
     "4:1 K210", "«Подготовка проекта»: Отправить → «Подписание»: Подписать"},
    {"PublishedAndCheckedThen", R"x(<stage id="d" kind="draft"/>
<stage id="s" kind="sign" by="role:head"/>
<stage id="p" kind="publish"/>
<stage id="c" kind="check" by="role:clerk"/>)x",
     "5:1 K209", "«Подготовка проекта»: Отправить → «Подписание»: Подписать → «Размещение на сайте»: размещено → «Проверка оформления»: Вернуть на доработку"},
    {"DistributedAndCoordinatedThen", R"x(<stage id="d" kind="draft"/>
<stage id="s" kind="sign" by="role:head"/>
<stage id="x" kind="distribute" to="list:all"/>
<stage id="v" kind="coordinate"><reviewer by="role:a"/></stage>)x",
     "5:1 K209", "«Подготовка проекта»: Отправить → «Подписание»: Подписать → «Рассылка»: разослано → «Согласование»: Не согласовать"},
    {"ReadAndCheckedThen", R"x(<stage id="d" kind="draft"/>
<stage id="s" kind="sign" by="role:head"/>
<stage id="x" kind="acquaint" each="people"/>
<stage id="c" kind="check"/>)x",
     "5:1 K209", "«Подготовка проекта»: Отправить → «Подписание»: Подписать → «Ознакомление»: найдено людей: 1, Подтвердить ознакомление → «Проверка оформления»: найдены ошибки"},
    {"CoordinatedAfterSigning", R"x(<stage id="d" kind="draft"/>
<stage id="s" kind="sign" by="role:head"/>
<stage id="v" kind="coordinate"><reviewer by="role:a"/></stage>)x",
     "4:1 K221", "«Подготовка проекта»: Отправить → «Подписание»: Подписать"},
    {"CheckedAfterApproval", R"x(<stage id="d" kind="draft"/>
<stage id="a" kind="approve" by="role:chief"/>
<stage id="c" kind="check"/>)x",
     "4:1 K221", "«Подготовка проекта»: Отправить → «Утверждение»: Утвердить"},
    {"RecallForward", R"x(<stage id="d" kind="draft"/>
<stage id="v" kind="coordinate"><reviewer by="role:a"/></stage>
<stage id="d2" kind="draft"/>
<stage id="v2" kind="coordinate"><reviewer by="role:a"/></stage>
<stage id="s" kind="sign" by="role:head"/>
<allow act="recall" by="author" before="s" to="d2"/>)x",
     "7:1 K211", "«Подготовка проекта»: Отправить → Отозвать"},
    {"RecallForwardPastACheck", R"x(<stage id="d" kind="draft"/>
<stage id="c" kind="check" by="role:clerk"/>
<stage id="d2" kind="draft"/>
<stage id="v" kind="coordinate"><reviewer by="role:a"/></stage>
<stage id="s" kind="sign" by="role:head"/>
<allow act="recall" by="author" before="v" to="d2"/>)x",
     "7:1 K211", "«Подготовка проекта»: Отправить → Отозвать"},
    {"RecallWhileTheProgramChecks", R"x(<stage id="d" kind="draft"/>
<stage id="c" kind="check"/>
<stage id="s" kind="sign" by="role:head"/>
<allow act="recall" by="author" before="c" to="d"/>)x",
     "5:1 K212", "«Отозвать» никогда не будет возможно, пока документа ждут люди"},
    {"RecallBySomebodyWhoIsNobody", R"x(<stage id="d" kind="draft"/>
<stage id="c" kind="check"/>
<stage id="s" kind="sign" by="role:head"/>
<allow act="recall" by="role:head" before="c" to="d"/>)x",
     "5:1 K212", "«Отозвать» никогда не будет возможно, пока документа ждут люди"},
    {"EscalatesToTheSame", R"x(<stage id="d" kind="draft"/>
<stage id="s" kind="sign" by="role:head" due="3wd" on-overdue="escalate" escalate-to="role:head"/>)x",
     "3:1 K213", "«Подготовка проекта»: Отправить"},
    {"EscalatesToTheAuthor", R"x(<stage id="d" kind="draft"/>
<stage id="s" kind="sign" by="role:head" due="3wd" on-overdue="escalate" escalate-to="author"/>)x",
     "3:1 K213", "«Подготовка проекта»: Отправить"},
    {"EscalatesToTheReviewer", R"x(<stage id="d" kind="draft"/>
<stage id="v" kind="coordinate" due="3wd" on-overdue="escalate" escalate-to="role:a"><reviewer by="role:a"/></stage>
<stage id="s" kind="sign" by="role:head"/>)x",
     "3:1 K213", "«Подготовка проекта»: Отправить"},
    {"EscalatesToThePersonAsked", R"x(<stage id="d" kind="draft"/>
<stage id="c" kind="check" by="person:k1" due="3wd" on-overdue="escalate" escalate-to="person:k1"/>
<stage id="s" kind="sign" by="role:head"/>)x",
     "3:1 K213", "«Подготовка проекта»: Отправить"},
    {"OneRoleTwiceAtOnce", R"x(<stage id="d" kind="draft"/>
<stage id="v" kind="coordinate" mode="parallel" ><reviewer by="role:a" /><reviewer by="role:b" /><reviewer by="role:a" /></stage>
<stage id="s" kind="sign" by="role:head"/>)x",
     "3:1 K214", "«Подготовка проекта»: Отправить"},
    {"OneRoleTwiceUnderConditions", R"x(<stage id="d" kind="draft"/>
<stage id="v" kind="coordinate" mode="parallel" ><reviewer by="role:a" when="x"/><reviewer by="role:b" /><reviewer by="role:a" when="y"/></stage>
<stage id="s" kind="sign" by="role:head"/>)x",
     "3:1 K214", "«Подготовка проекта»: Отправить (x; y)"},
    {"OneRoleTwiceInNestedGroups", R"x(<stage id="d" kind="draft"/>
<stage id="v" kind="coordinate" mode="parallel" ><group mode="sequential"><reviewer by="role:a" /><reviewer by="role:b" /></group><group><reviewer by="role:c" /><reviewer by="role:b" /></group></stage>
<stage id="s" kind="sign" by="role:head"/>)x",
     "3:1 K214", "«Подготовка проекта»: Отправить → «Согласование»: Согласовать"},
    {"OnePersonTwiceForAQuorum", R"x(<stage id="d" kind="draft"/>
<stage id="v" kind="coordinate" mode="parallel" quorum="2"><reviewer by="person:k1" /><reviewer by="person:k1" /><reviewer by="role:b" /></stage>
<stage id="s" kind="sign" by="role:head"/>)x",
     "3:1 K214", "«Подготовка проекта»: Отправить"},
    {"NothingButADraft", R"x(<stage id="d" kind="draft"/>)x",
     "2:1 K215", "«Подготовка проекта»: Отправить"},
    {"DraftsOnly", R"x(<stage id="d" kind="draft"/>
<stage id="d2" kind="draft"/>)x",
     "3:1 K215", "«Подготовка проекта»: Отправить ×2"},
    {"OnlyTheProgramLooks", R"x(<stage id="d" kind="draft"/>
<stage id="c" kind="check"/>)x",
     "3:1 K215", "«Подготовка проекта»: Отправить → «Проверка оформления»: ошибок нет"},
    {"OnlyReviewersUnderConditions", R"x(<stage id="d" kind="draft"/>
<stage id="v" kind="coordinate"><reviewer by="role:a" when="x"/></stage>)x",
     "3:1 K215", "«Подготовка проекта»: Отправить"},
    {"OnlyAGroupUnderACondition", R"x(<stage id="d" kind="draft"/>
<stage id="v" kind="coordinate" mode="parallel" ><group when="x"><reviewer by="role:a" /><reviewer by="role:b" /></group></stage>)x",
     "3:1 K217;3:1 K215", "«Подготовка проекта»: Отправить"},
    {"SilenceDecides", R"x(<stage id="d" kind="draft"/>
<stage id="v" kind="coordinate" due="3wd" on-overdue="agree"><reviewer by="role:a"/></stage>)x",
     "3:1 K215", "«Подготовка проекта»: Отправить → «Согласование»: срок истёк"},
    {"TextChangesAfterVisas", R"x(<stage id="d" kind="draft"/>
<stage id="v" kind="coordinate"><reviewer by="role:a"/></stage>
<stage id="d2" kind="draft"/>
<stage id="s" kind="sign" by="role:head"/>)x",
     "5:1 K216", "«Подготовка проекта»: Отправить → «Согласование»: Согласовать → «Подготовка проекта»: Отправить"},
    {"TextChangesBeforeApproval", R"x(<stage id="d" kind="draft"/>
<stage id="v" kind="coordinate"><reviewer by="role:a"/></stage>
<stage id="d2" kind="draft"/>
<stage id="c" kind="check"/>
<stage id="a" kind="approve" by="role:chief"/>)x",
     "6:1 K216", "«Подготовка проекта»: Отправить → «Согласование»: Согласовать → «Подготовка проекта»: Отправить → «Проверка оформления»: ошибок нет"},
    {"VisasBeforeTheLastOfThreeDrafts", R"x(<stage id="d" kind="draft"/>
<stage id="v" kind="coordinate"><reviewer by="role:a"/></stage>
<stage id="d2" kind="draft"/>
<stage id="v2" kind="coordinate"><reviewer by="role:a"/></stage>
<stage id="d3" kind="draft"/>
<stage id="s" kind="sign" by="role:head"/>)x",
     "7:1 K216", "«Подготовка проекта»: Отправить → «Согласование»: Согласовать → «Подготовка проекта»: Отправить → «Согласование»: Согласовать → «Подготовка проекта»: Отправить"},
    {"NobodyAskedInAGroup", R"x(<stage id="d" kind="draft"/>
<stage id="v" kind="coordinate" mode="parallel" ><reviewer by="role:a" when="x"/><reviewer by="role:b" when="y"/></stage>
<stage id="s" kind="sign" by="role:head"/>)x",
     "3:1 K217", "«Подготовка проекта»: Отправить"},
    {"NobodyAskedInASequence", R"x(<stage id="d" kind="draft"/>
<stage id="v" kind="coordinate"><reviewer by="role:a" when="x"/><reviewer by="role:b" when="y"/></stage>
<stage id="s" kind="sign" by="role:head"/>)x",
     "3:1 K217", "«Подготовка проекта»: Отправить"},
    {"NobodyAskedInNestedGroups", R"x(<stage id="d" kind="draft"/>
<stage id="v" kind="coordinate" mode="parallel" ><group when="x"><reviewer by="role:a" /><reviewer by="role:b" /></group><reviewer by="role:c" when="y"/></stage>
<stage id="s" kind="sign" by="role:head"/>)x",
     "3:1 K217", "«Подготовка проекта»: Отправить"},
    {"OldVisasSuffice", R"x(<stage id="d" kind="draft"/>
<stage id="v" kind="coordinate" resume="refused"><reviewer by="role:a"/></stage>
<stage id="s" kind="sign" by="role:head"/>)x",
     "3:1 K218", "«Подготовка проекта»: Отправить → «Согласование»: Согласовать → «Подписание»: Вернуть на доработку → «Подготовка проекта»: Отправить"},
    {"OldVisasOfAGroupSuffice", R"x(<stage id="d" kind="draft"/>
<stage id="v" kind="coordinate" mode="parallel" resume="refused"><reviewer by="role:a" /><reviewer by="role:b" /></stage>
<stage id="s" kind="sign" by="role:head"/>)x",
     "3:1 K218", "«Подготовка проекта»: Отправить → «Согласование»: Согласовать ×2 → «Подписание»: Вернуть на доработку → «Подготовка проекта»: Отправить"},
    {"ProgramAndNobodyGoRound", R"x(<stage id="d" kind="draft"/>
<stage id="v" kind="coordinate"><reviewer by="role:a" when="x"/></stage>
<stage id="c" kind="check" on-errors="v"/>
<stage id="s" kind="sign" by="role:head"/>)x",
     "4:1 K207", "«Подготовка проекта»: Отправить"},
    {"ProgramAndAnEmptyGroupGoRound", R"x(<stage id="d" kind="draft"/>
<stage id="v" kind="coordinate" mode="parallel" ><group when="x"><reviewer by="role:a" /><reviewer by="role:b" /></group></stage>
<stage id="c" kind="check" on-errors="v"/>
<stage id="s" kind="sign" by="role:head"/>)x",
     "3:1 K217;4:1 K207", "«Подготовка проекта»: Отправить"},
    {"ProgramAndOldVisasGoRound", R"x(<stage id="d" kind="draft"/>
<stage id="v" kind="coordinate" resume="refused"><reviewer by="role:a" /></stage>
<stage id="c" kind="check" on-errors="v"/>
<stage id="s" kind="sign" by="role:head"/>)x",
     "3:1 K218", "«Подготовка проекта»: Отправить → «Согласование»: Согласовать → «Проверка оформления»: ошибок нет → «Подписание»: Вернуть на доработку → «Подготовка проекта»: Отправить"},
    {"FirstDraftPutOff", R"x(<stage id="d" kind="draft" after="2wd"/>
<stage id="s" kind="sign" by="role:head"/>)x",
     "2:1 K223", "начатый документ снова ждёт отправки на этапе «Подготовка проекта»"},
    {"TermOfTheProgram", R"x(<stage id="d" kind="draft"/>
<stage id="c" kind="check" due="3wd" on-overdue="return"/>
<stage id="s" kind="sign" by="role:head"/>)x",
     "3:1 K224", "«on-overdue» на этапе «Проверка оформления» ничего не значит: там никого не спрашивают"},
    {"ReminderOfTheProgram", R"x(<stage id="d" kind="draft"/>
<stage id="s" kind="sign" by="role:head"/>
<stage id="p" kind="publish" due="3wd" remind="1wd"/>)x",
     "4:1 K224", "«remind» на этапе «Размещение на сайте» ничего не значит: там никого не спрашивают"},
    {"ReminderAtTheBeginning", R"x(<stage id="d" kind="draft"/>
<stage id="s" kind="sign" by="role:head" due="3wd" remind="3wd"/>)x",
     "3:1 K220", "на этапе «Подписание» напоминание (3wd) приходит раньше, чем начался срок (3wd)"},
    {"ReminderBeforeTheBeginning", R"x(<stage id="d" kind="draft"/>
<stage id="s" kind="sign" by="role:head" due="P5D" remind="P7D"/>)x",
     "3:1 K220", "на этапе «Подписание» напоминание (P7D) приходит раньше, чем начался срок (P5D)"},
    {"ReminderLongBefore", R"x(<stage id="d" kind="draft"/>
<stage id="v" kind="coordinate" due="P5D" remind="5wd"><reviewer by="role:a" /></stage>
<stage id="s" kind="sign" by="role:head"/>)x",
     "3:1 K220", "на этапе «Согласование» напоминание (5wd) приходит раньше, чем начался срок (P5D)"},
    {"AuthorSigns", R"x(<stage id="d" kind="draft" by="person:k1"/>
<stage id="s" kind="sign" by="person:k1"/>)x",
     "3:1 K201", "«Подготовка проекта»: Отправить"},
    {"AuthorApproves", R"x(<stage id="d" kind="draft" by="person:k1"/>
<stage id="s" kind="approve" by="person:k1"/>)x",
     "3:1 K201", "«Подготовка проекта»: Отправить"},
    {"AuthorReviews", R"x(<stage id="d" kind="draft" by="person:k1"/>
<stage id="v" kind="coordinate"><reviewer by="person:k1"/></stage>
<stage id="s" kind="sign" by="role:head"/>)x",
     "3:1 K201", "«Подготовка проекта»: Отправить"},
    {"AuthorChecks", R"x(<stage id="d" kind="draft" by="person:k1"/>
<stage id="c" kind="check" by="person:k1"/>
<stage id="s" kind="sign" by="role:head"/>)x",
     "3:1 K201", "«Подготовка проекта»: Отправить"},
    {"AuthorReviewsBesidesOthers", R"x(<stage id="d" kind="draft" by="person:k1"/>
<stage id="v" kind="coordinate" mode="parallel" quorum="any"><reviewer by="person:k1" /><reviewer by="role:b" /></stage>
<stage id="s" kind="sign" by="role:head"/>)x",
     "3:1 K201", "«Подготовка проекта»: Отправить → «Согласование»: Не согласовать"},
    {"AuthorReviewsUnderACondition", R"x(<stage id="d" kind="draft" by="person:k1"/>
<stage id="v" kind="coordinate"><reviewer by="role:b"/><reviewer by="person:k1" when="x"/></stage>
<stage id="s" kind="sign" by="role:head"/>)x",
     "3:1 K201", "«Подготовка проекта»: Отправить (x) → «Согласование»: Согласовать"},
    {"TooManyConditions", R"x(<stage id="d" kind="draft"/>
<stage id="v" kind="coordinate"><reviewer by="role:z" /><reviewer by="role:r0" when="c0"/><reviewer by="role:r1" when="c1"/><reviewer by="role:r2" when="c2"/><reviewer by="role:r3" when="c3"/><reviewer by="role:r4" when="c4"/><reviewer by="role:r5" when="c5"/><reviewer by="role:r6" when="c6"/><reviewer by="role:r7" when="c7"/><reviewer by="role:r8" when="c8"/><reviewer by="role:r9" when="c9"/><reviewer by="role:r10" when="c10"/><reviewer by="role:r11" when="c11"/><reviewer by="role:r12" when="c12"/></stage>
<stage id="s" kind="sign" by="role:head"/>)x",
     "1:1 K219", "маршрут не доказан: состояний больше 200000 или слишком много сочетаний условий"},
};

}  // namespace chancery::flow
