#include "format/style_rules.h"

namespace chancery::format {
namespace {

using S = StyleName;

constexpr StyleRule own(S style, std::string_view name, const char* id, const char* wordName,
                        int outlineLevel = 0) {
  return {style, name, id, wordName, outlineLevel, style};
}

constexpr StyleRule like(S other, S style, std::string_view name, const char* id,
                         const char* wordName) {
  return {style, name, id, wordName, 0, other};
}

constexpr std::array<StyleRule, kStyleCount> kRules{{
    own(S::text, "text", "BodyText", "Текст документа"),
    own(S::letterhead, "letterhead", "Letterhead", "Бланк"),
    own(S::kind, "kind", "DocumentKind", "Вид документа"),
    own(S::registrationDate, "registration-date", "RegistrationDate", "Дата документа"),
    own(S::registrationNumber, "registration-number", "RegistrationNumber", "Регистрационный номер"),
    own(S::place, "place", "Place", "Место составления"),
    own(S::title, "title", "DocumentTitle", "Заголовок к тексту", 1),
    own(S::subtitle, "subtitle", "Subtitle", "Подзаголовок"),
    own(S::command, "command", "Command", "Распорядительное слово"),
    own(S::clause, "clause", "Clause", "Пункт"),
    own(S::listItem, "list-item", "ListItem", "Элемент перечня"),
    own(S::heading1, "heading-1", "Heading1", "heading 1", 1),
    own(S::heading2, "heading-2", "Heading2", "heading 2", 2),
    own(S::heading3, "heading-3", "Heading3", "heading 3", 3),
    own(S::signature, "signature", "Signature", "Подпись"),
    own(S::signatureName, "signature-name", "SignatureName", "Подпись: имя"),
    own(S::executor, "executor", "Executor", "Исполнитель"),
    own(S::agreed, "agreed", "Agreed", "Гриф согласования"),
    own(S::approved, "approved", "Approved", "Гриф утверждения"),
    own(S::approvedBy, "approved-by", "ApprovedBy", "Гриф утверждения актом"),
    own(S::appendixMark, "appendix-mark", "AppendixMark", "Отметка о приложении"),
    own(S::tableText, "table-text", "TableText", "Текст таблицы"),
    own(S::tableHeader, "table-header", "TableHeader", "Шапка таблицы"),
    own(S::tableColumnNumber, "table-column-number", "TableColumnNumber", "Номер столбца"),
    own(S::tableSection, "table-section", "TableSection", "Раздел таблицы"),
    own(S::abbreviation, "abbreviation", "Abbreviation", "Сокращение"),
    own(S::pageNumber, "page-number", "PageNumber", "Номер страницы"),
    like(S::letterhead, S::picture, "picture", "LetterheadPicture", "Герб или эмблема"),
    like(S::appendixMark, S::formCode, "form-code", "FormCode", "Код формы"),
    like(S::letterhead, S::unit, "unit", "Unit", "Структурное подразделение"),
    like(S::letterhead, S::authorPost, "author-post", "AuthorPost", "Должность автора"),
    like(S::letterhead, S::contacts, "contacts", "Contacts", "Справочные данные"),
    like(S::registrationDate, S::replyTo, "reply-to", "ReplyTo", "Ссылка на номер и дату"),
    like(S::appendixMark, S::access, "access", "Access", "Гриф ограничения доступа"),
    like(S::appendixMark, S::addressee, "addressee", "Addressee", "Адресат"),
    {S::cornerTitle, "corner-title", "CornerTitle", "Заголовок при угловом бланке", 1, S::title},
    like(S::signature, S::enclosures, "enclosures", "Enclosures", "Отметка о приложениях"),
    like(S::agreed, S::visa, "visa", "Visa", "Виза"),
    like(S::tableText, S::electronicSignature, "electronic-signature", "ElectronicSignature",
         "Отметка об электронной подписи"),
    like(S::executor, S::seal, "seal", "Seal", "Место печати"),
    like(S::signature, S::copyMark, "copy-mark", "CopyMark", "Заверение копии"),
    like(S::executor, S::receipt, "receipt", "Receipt", "Отметка о поступлении"),
    like(S::appendixMark, S::resolution, "resolution", "Resolution", "Резолюция"),
    like(S::appendixMark, S::control, "control", "Control", "Отметка о контроле"),
    like(S::executor, S::filing, "filing", "Filing", "Направление в дело"),
    like(S::registrationNumber, S::qrCode, "qr-code", "QrCode", "QR-код"),
    like(S::pageNumber, S::requisiteNumber, "requisite-number", "RequisiteNumber", "Номер реквизита"),
    {S::heading4, "heading-4", "Heading4", "heading 4", 4, S::heading3},
    like(S::tableText, S::tableCaption, "table-caption", "TableCaption", "Название таблицы"),
    like(S::place, S::figureCaption, "figure-caption", "FigureCaption", "Подпись рисунка"),
    like(S::place, S::figure, "figure", "Figure", "Рисунок"),
    like(S::tableText, S::tableNote, "table-note", "TableNote", "Примечание к таблице"),
    like(S::tableSection, S::tableTotal, "table-total", "TableTotal", "Итог таблицы"),
    like(S::tableText, S::footnote, "footnote", "FootnoteText", "footnote text"),
    like(S::pageNumber, S::runningHeader, "header", "Header", "header"),
    like(S::pageNumber, S::runningFooter, "footer", "Footer", "footer"),
    like(S::place, S::contentsTitle, "contents-title", "TOCHeading", "TOC Heading"),
    like(S::registrationDate, S::contents1, "contents-1", "TOC1", "toc 1"),
    like(S::contents1, S::contents2, "contents-2", "TOC2", "toc 2"),
    like(S::contents2, S::contents3, "contents-3", "TOC3", "toc 3"),
    like(S::contents1, S::contentsList, "contents-list", "TableofFigures", "table of figures"),
    like(S::tableText, S::chartText, "chart-text", "ChartText", "Надписи диаграммы"),
    {S::coverTitle, "cover-title", "CoverTitle", "Название на титульном листе", 1, S::title},
    like(S::subtitle, S::coverSubtitle, "cover-subtitle", "CoverSubtitle",
         "Подзаголовок на титульном листе"),
    like(S::place, S::coverPlace, "cover-place", "CoverPlace", "Место и год на титульном листе"),
}};

constexpr bool isInOrder() {
  for (std::size_t i = 0; i < kRules.size(); ++i) {
    if (static_cast<std::size_t>(kRules[i].style) != i || kRules[i].like > kRules[i].style) return false;
  }
  return true;
}
static_assert(isInOrder(), "the table stands in the order of StyleName, and a look is known first");

}  // namespace

const std::array<StyleRule, kStyleCount>& styleRules() { return kRules; }

}  // namespace chancery::format
