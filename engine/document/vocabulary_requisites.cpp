#include "document/vocabulary_parts.h"

namespace chancery::document {
namespace {

using K = Kind;
using A = Attribute;
using Rules = std::vector<ElementRule>;

const AttributeRule kCaption{A::caption, "caption", "",
                             {"слово вместо того, что в правилах оформления", "a word instead of the usual"}};
const AttributeRule kPicture{A::href, "href", "", {"файл рисунка", "the picture's file"}};
const AttributeRule kAlternative{
    A::alt, "alt", "",
    {"что на рисунке, словами; без этого рисунок – украшение",
     "what the picture shows, in words; without it, it is decoration"}};

std::vector<Kind> clauseContent() {
  std::vector<Kind> kinds = nestedBlocks();
  kinds.push_back(K::clause);
  return kinds;
}

ElementRule textRule(Kind kind, std::string_view name, Text help, int requisite = 0) {
  return {kind, name, Content::text, requisiteText(), {}, help, requisite};
}

ElementRule pictureRule(Kind kind, std::string_view name, Text help, int requisite) {
  return {kind, name, Content::empty, {}, {kPicture, kAlternative}, help, requisite};
}

Rules letterheadRules() {
  return {
      {K::letterhead, "letterhead", Content::elements,
       {K::coatOfArms, K::emblem, K::trademark, K::organisation, K::line, K::unit, K::post,
        K::contacts, K::side},
       {{A::form, "form", "longitudinal|corner",
         {"продольный или угловой; иначе – как в правилах оформления", "unlike the profile's"}}},
       {"Бланк: герб, организация, справочные данные, сверху вниз",
        "Letterhead: coat of arms, organisation, reference data, from the top down"}},
      pictureRule(K::coatOfArms, "coat-of-arms", {"Герб", "Coat of arms"}, 1),
      pictureRule(K::emblem, "emblem", {"Эмблема", "Emblem"}, 2),
      pictureRule(K::trademark, "trademark",
                  {"Товарный знак (знак обслуживания)", "Trademark (service mark)"}, 3),
      {K::side, "side", Content::elements, {K::organisation, K::line, K::unit, K::post, K::contacts}, {},
       {"Половина двуязычного бланка: два языка рядом", "Half of a bilingual letterhead"}},
      textRule(K::line, "line", {"Строка бланка: организация", "A line of the letterhead"}, 5),
      textRule(K::organisation, "organisation",
               {"Наименование организации", "Name of the organisation"}, 5),
      textRule(K::unit, "unit", {"Структурное подразделение", "Structural unit"}, 6),
      textRule(K::post, "post", {"Должность", "Post"}, 7),
      {K::contacts, "contacts", Content::elements,
       {K::address, K::phone, K::email, K::site, K::okpo, K::ogrn, K::inn}, {},
       {"Справочные данные об организации", "Reference data of the organisation"}, 8},
      textRule(K::address, "address", {"Почтовый адрес", "Postal address"}),
      textRule(K::phone, "phone", {"Телефон", "Telephone"}),
      textRule(K::email, "email", {"Адрес электронной почты", "E-mail address"}),
      textRule(K::site, "site", {"Сайт", "Web site"}),
      textRule(K::okpo, "okpo", {"Код ОКПО", "Code of the organisation (ОКПО)"}),
      textRule(K::ogrn, "ogrn", {"ОГРН", "State registration number (ОГРН)"}),
      textRule(K::inn, "inn", {"ИНН/КПП", "Taxpayer's number (ИНН/КПП)"}),
  };
}

Rules headRules() {
  return {
      textRule(K::formCode, "form-code", {"Код формы по ОКУД", "Code of the form (ОКУД)"}, 4),
      textRule(K::kind, "kind", {"Вид документа: ПРИКАЗ", "Kind of document"}, 9),
      {K::registration, "registration", Content::elements, {K::date, K::number}, {},
       {"Дата и регистрационный номер", "Date and registration number"}},
      textRule(K::date, "date",
               {"Дата: 2026-06-05 (вид – по правилам оформления) или словами",
                "Date: 2026-06-05 (shown as the profile tells) or words"},
               10),
      textRule(K::number, "number", {"Номер", "Number"}, 11),
      {K::replyTo, "reply-to", Content::elements, {K::number, K::date}, {},
       {"Ссылка на номер и дату поступившего документа: «На № … от …»",
        "Reference to the number and date of an incoming document"},
       12},
      textRule(K::place, "place", {"Место составления", "Place"}, 13),
      {K::access, "access", Content::elements, {K::text, K::number}, {},
       {"Гриф ограничения доступа; number – номер экземпляра",
        "Mark of restricted access; number is that of the copy"},
       14},
      {K::addressee, "addressee", Content::elements,
       {K::post, K::organisation, K::unit, K::name, K::text, K::address, K::email}, {},
       {"Адресат, сверху вниз; может повторяться", "Addressee, from the top down; may be repeated"},
       15},
      textRule(K::title, "title", {"Заголовок к тексту", "Title"}, 17),
      textRule(K::subtitle, "subtitle", {"Подзаголовок", "Subtitle"}),
  };
}

Rules stampRules() {
  const std::vector<Kind> person{K::post, K::organisation, K::name, K::date};
  std::vector<Kind> agreed = person;
  agreed.insert(agreed.end(), {K::text, K::number});
  return {
      {K::stamps, "stamps", Content::elements, {K::agreed, K::approved, K::approvedBy}, {},
       {"Грифы: согласования слева, утверждения справа",
        "Stamps: agreement at left, approval at right"}},
      {K::approved, "approved", Content::elements, person, {kCaption},
       {"Гриф УТВЕРЖДАЮ", "Stamp of approval by a person"}, 16},
      {K::approvedBy, "approved-by", Content::elements, {K::text, K::date, K::number}, {kCaption},
       {"Гриф УТВЕРЖДЁН актом", "Stamp of approval by an act"}, 16},
      {K::agreed, "agreed", Content::elements, agreed, {kCaption},
       {"Гриф СОГЛАСОВАНО: лицом или, с text, документом («протокол …»)",
        "Stamp of agreement: by a person or, with text, by a document"},
       20},
      {K::appendixMark, "appendix-mark", Content::elements, {K::number, K::to}, {},
       {"Отметка «Приложение № …»", "Mark of an appendix"}, 19},
      {K::to, "to", Content::elements, {K::text, K::date, K::number}, {},
       {"К какому документу приложение", "What the appendix belongs to"}},
      textRule(K::text, "text", {"Слова: «к приказу …»", "Words"}),
  };
}

Rules textRules() {
  return {
      textRule(K::command, "command", {"Распорядительное слово: ПРИКАЗЫВАЮ", "Command word"}, 18),
      {K::clauses, "clauses", Content::elements, {K::clause}, {},
       {"Пункты; нумеруются сами", "Clauses, numbered by the engine"}, 18},
      {K::clause, "clause", Content::blocks, clauseContent(),
       {{A::id, "id", "", {"имя, на которое ссылается ref", "the name that a ref leads to"}}},
       {"Пункт; вложенные пункты — подпункты", "A clause; clauses inside it are subclauses"}},
      {K::enclosures, "enclosures", Content::elements, {K::enclosure}, {kCaption},
       {"Отметка о приложениях под текстом: «Приложение: на 3 л. в 1 экз.»",
        "Mark of enclosures under the text"},
       19},
      {K::enclosure, "enclosure", Content::text, requisiteText(),
       {{A::sheets, "sheets", "#", {"листов", "sheets"}},
        {A::copies, "copies", "#", {"экземпляров", "copies"}}},
       {"Приложение: его название, если в тексте его нет", "An enclosure: its name, if the text has none"}},
  };
}

Rules signatureRules() {
  return {
      {K::visa, "visa", Content::elements, {K::post, K::name, K::date, K::remarks}, {},
       {"Виза согласования", "Visa of agreement"}, 21},
      textRule(K::remarks, "remarks", {"Замечания: «Замечания прилагаются»", "Remarks"}),
      {K::signature, "signature", Content::elements,
       {K::post, K::organisation, K::name, K::electronicSignature}, {}, {"Подпись", "Signature"}, 22},
      {K::jointSignature, "joint-signature", Content::elements, {K::signature}, {},
       {"Подписи лиц, равных по должности, рядом", "Signatures of equals, side by side"}, 22},
      textRule(K::name, "name", {"Инициалы и фамилия", "Initials and surname"}),
      {K::electronicSignature, "electronic-signature", Content::elements,
       {K::certificate, K::owner, K::validFrom, K::validTo},
       {{A::position, "place", "keep", {"оставить пустое место, пока подписи нет",
                                     "keep an empty place until it is signed"}}},
       {"Отметка об электронной подписи", "Mark of an electronic signature"}, 23},
      textRule(K::certificate, "certificate", {"Номер сертификата", "Number of the certificate"}),
      textRule(K::owner, "owner", {"Владелец сертификата, полностью", "Owner of the certificate, in full"}),
      textRule(K::validFrom, "valid-from", {"Действителен с", "Valid from"}),
      textRule(K::validTo, "valid-to", {"Действителен по", "Valid to"}),
      textRule(K::seal, "seal", {"Место печати; пустой – «М.П.»", "Place of the seal; empty: the usual mark"},
               24),
      {K::executor, "executor", Content::elements, {K::name, K::post, K::unit, K::phone, K::email}, {},
       {"Отметка об исполнителе", "Executor's mark"}, 25},
  };
}

Rules markRules() {
  return {
      {K::copyMark, "copy-mark", Content::elements, {K::post, K::name, K::date, K::text, K::seal},
       {kCaption},
       {"Отметка о заверении копии: «Верно»; text – где хранится подлинник",
        "Certification of a copy; text tells where the original is kept"},
       26},
      {K::receipt, "receipt", Content::elements, {K::text, K::number, K::date}, {},
       {"Отметка о поступлении; text – кому, время, способ доставки",
        "Mark of receipt; text: by whom, the time, the way of delivery"},
       27},
      {K::resolution, "resolution", Content::elements,
       {K::performer, K::text, K::due, K::name, K::date}, {},
       {"Резолюция: исполнители, поручение, срок, подпись", "Resolution: who, what, until when, by whom"},
       28},
      textRule(K::performer, "performer", {"Исполнитель поручения (дательный падеж)", "Who carries it out"}),
      textRule(K::due, "due", {"Срок исполнения", "Until when"}),
      textRule(K::control, "control", {"Отметка о контроле; пустая – «Контроль»",
                                       "Mark of control; empty: the usual word"},
               29),
      {K::filing, "filing", Content::elements, {K::number, K::text, K::post, K::name, K::date}, {},
       {"Направление в дело: номер дела, год и, если нужно, кто и когда",
        "Filing: number of the file, year and, if wanted, by whom and when"},
       30},
      {K::qrCode, "qr-code", Content::text, {},
       {{A::position, "position", "bottom|top|line",
         {"в нижнем или верхнем поле первого листа или строкой здесь; иначе – как в правилах оформления",
          "in the bottom or top margin of the first sheet, or in a line here"}},
        kAlternative},
       {"QR-код: что в нём записано", "QR code: what it says"}, 31},
  };
}

}  // namespace

std::vector<Kind> requisitesOfPart() {
  return {K::letterhead, K::formCode, K::access,  K::kind,      K::registration, K::replyTo,
          K::place,      K::addressee, K::control, K::resolution, K::title,       K::subtitle,
          K::command,    K::clauses,  K::enclosures, K::signature, K::jointSignature,
          K::electronicSignature, K::seal, K::agreed, K::visa, K::executor, K::copyMark, K::receipt,
          K::filing,     K::qrCode,   K::stamps,  K::appendixMark};
}

std::vector<Kind> requisiteText() { return {K::bold, K::italic, K::lineBreak}; }

std::vector<ElementRule> requisiteRules() {
  Rules rules;
  for (Rules group : {letterheadRules(), headRules(), stampRules(), textRules(), signatureRules(),
                      markRules()}) {
    for (ElementRule& rule : group) rules.push_back(std::move(rule));
  }
  return rules;
}

}  // namespace chancery::document
