#include "diff/names.h"

#include <array>
#include <unordered_map>

namespace chancery::diff {

using document::Kind;

namespace {

constexpr Gender kMasculine = Gender::masculine;
constexpr Gender kFeminine = Gender::feminine;
constexpr Gender kNeuter = Gender::neuter;

const std::unordered_map<Kind, Name>& names() {
  static const std::unordered_map<Kind, Name> kNames = {
      {Kind::part, {{"часть", "part"}, kFeminine}},
      {Kind::appendix, {{"приложение", "appendix"}, kNeuter}},
      {Kind::letterhead, {{"бланк", "letterhead"}, kMasculine}},
      {Kind::line, {{"строка бланка", "line of the letterhead"}, kFeminine}},
      {Kind::kind, {{"вид документа", "kind of document"}, kMasculine}},
      {Kind::registration, {{"дата и номер", "date and number"}, kFeminine}},
      {Kind::date, {{"дата", "date"}, kFeminine}},
      {Kind::number, {{"номер", "number"}, kMasculine}},
      {Kind::place, {{"место составления", "place"}, kNeuter}},
      {Kind::signature, {{"подпись", "signature"}, kFeminine}},
      {Kind::title, {{"заголовок", "title"}, kMasculine}},
      {Kind::subtitle, {{"подзаголовок", "subtitle"}, kMasculine}},
      {Kind::command, {{"распорядительное слово", "command word"}, kNeuter}},
      {Kind::clause, {{"пункт", "clause"}, kMasculine}},
      {Kind::post, {{"должность", "post"}, kFeminine}},
      {Kind::organisation, {{"организация", "organisation"}, kFeminine}},
      {Kind::name, {{"инициалы и фамилия", "name"}, kFeminine}},
      {Kind::executor, {{"отметка об исполнителе", "executor's mark"}, kFeminine}},
      {Kind::phone, {{"телефон", "telephone"}, kMasculine}},
      {Kind::stamps, {{"грифы", "stamps"}, kMasculine}},
      {Kind::agreed, {{"гриф согласования", "stamp of agreement"}, kMasculine}},
      {Kind::approved, {{"гриф утверждения", "stamp of approval"}, kMasculine}},
      {Kind::approvedBy, {{"гриф утверждения", "stamp of approval"}, kMasculine}},
      {Kind::appendixMark, {{"отметка о приложении", "appendix mark"}, kFeminine}},
      {Kind::to, {{"к какому документу", "what it belongs to"}, kNeuter}},
      {Kind::text, {{"слова", "words"}, kNeuter}},
      {Kind::coatOfArms, {{"герб", "coat of arms"}, kMasculine}},
      {Kind::emblem, {{"эмблема", "emblem"}, kFeminine}},
      {Kind::trademark, {{"товарный знак", "trademark"}, kMasculine}},
      {Kind::side, {{"половина бланка", "half of the letterhead"}, kFeminine}},
      {Kind::formCode, {{"код формы", "code of the form"}, kMasculine}},
      {Kind::unit, {{"структурное подразделение", "unit"}, kNeuter}},
      {Kind::contacts, {{"справочные данные", "contacts"}, kNeuter}},
      {Kind::address, {{"почтовый адрес", "address"}, kMasculine}},
      {Kind::email, {{"электронная почта", "e-mail"}, kFeminine}},
      {Kind::site, {{"сайт", "web site"}, kMasculine}},
      {Kind::okpo, {{"ОКПО", "ОКПО"}, kMasculine}},
      {Kind::ogrn, {{"ОГРН", "ОГРН"}, kMasculine}},
      {Kind::inn, {{"ИНН/КПП", "ИНН/КПП"}, kMasculine}},
      {Kind::replyTo, {{"ссылка на номер и дату", "reference to number and date"}, kFeminine}},
      {Kind::access, {{"гриф ограничения доступа", "mark of restricted access"}, kMasculine}},
      {Kind::addressee, {{"адресат", "addressee"}, kMasculine}},
      {Kind::enclosures, {{"отметка о приложениях", "mark of enclosures"}, kFeminine}},
      {Kind::enclosure, {{"приложение к письму", "enclosure"}, kNeuter}},
      {Kind::visa, {{"виза", "visa"}, kFeminine}},
      {Kind::remarks, {{"замечания", "remarks"}, kNeuter}},
      {Kind::jointSignature, {{"подписи", "signatures"}, kFeminine}},
      {Kind::electronicSignature,
       {{"отметка об электронной подписи", "mark of an electronic signature"}, kFeminine}},
      {Kind::certificate, {{"сертификат", "certificate"}, kMasculine}},
      {Kind::owner, {{"владелец сертификата", "owner"}, kMasculine}},
      {Kind::validFrom, {{"начало действия", "valid from"}, kNeuter}},
      {Kind::validTo, {{"конец действия", "valid to"}, kMasculine}},
      {Kind::seal, {{"место печати", "seal"}, kNeuter}},
      {Kind::copyMark, {{"отметка о заверении копии", "certification of a copy"}, kFeminine}},
      {Kind::receipt, {{"отметка о поступлении", "mark of receipt"}, kFeminine}},
      {Kind::resolution, {{"резолюция", "resolution"}, kFeminine}},
      {Kind::performer, {{"исполнитель поручения", "who carries it out"}, kMasculine}},
      {Kind::due, {{"срок исполнения", "term"}, kMasculine}},
      {Kind::control, {{"отметка о контроле", "mark of control"}, kFeminine}},
      {Kind::filing, {{"направление в дело", "filing"}, kNeuter}},
      {Kind::qrCode, {{"QR-код", "QR code"}, kMasculine}},
      {Kind::paragraph, {{"абзац", "paragraph"}, kMasculine}},
      {Kind::heading, {{"раздел", "section"}, kMasculine}},
      {Kind::list, {{"перечень", "list"}, kMasculine}},
      {Kind::item, {{"элемент", "item"}, kMasculine}},
      {Kind::abbreviations, {{"сокращения", "abbreviations"}, kNeuter}},
      {Kind::abbreviation, {{"сокращение", "abbreviation"}, kNeuter}},
      {Kind::table, {{"таблица", "table"}, kFeminine}},
      {Kind::column, {{"столбец", "column"}, kMasculine}},
      {Kind::row, {{"строка", "row"}, kFeminine}},
      {Kind::sectionRow, {{"строка раздела", "section row"}, kFeminine}},
      {Kind::cell, {{"столбец", "column"}, kMasculine}},
      {Kind::source, {{"примечание к таблице", "note under the table"}, kNeuter}},
      {Kind::figure, {{"рисунок", "figure"}, kMasculine}},
      {Kind::chart, {{"диаграмма", "chart"}, kFeminine}},
      {Kind::category, {{"категории", "categories"}, kFeminine}},
      {Kind::series, {{"ряд", "series"}, kMasculine}},
      {Kind::span, {{"сроки", "spans"}, kMasculine}},
      {Kind::pdfPages, {{"страницы файла", "pages of a file"}, kFeminine}},
      {Kind::header, {{"верхний колонтитул", "header"}, kMasculine}},
      {Kind::footer, {{"нижний колонтитул", "footer"}, kMasculine}},
      {Kind::note, {{"сноска", "footnote"}, kFeminine}},
  };
  return kNames;
}

std::string quoted(const std::string& text, Language language) {
  return language == Language::russian ? "«" + text + "»" : "“" + text + "”";
}

/// «(был 2.1)», «(строка 14)», «(было 3.1, строка 14)».
std::string asideOf(const Step& step, Language language) {
  static constexpr std::array<Text, 3> kWas{
      {{"был {0}", "was {0}"}, {"была {0}", "was {0}"}, {"было {0}", "was {0}"}}};
  std::string aside;
  if (!step.numberBefore.empty()) {
    const auto gender = static_cast<std::size_t>(nameOf(step).gender);
    aside = fill(kWas[gender].in(language), {step.numberBefore});
  }
  const bool isNamedByRow = step.number.empty() || step.number == std::to_string(step.row);
  if (step.row > 0 && !isNamedByRow) {
    static constexpr Text kRow{"строка {0}", "row {0}"};
    aside += (aside.empty() ? "" : ", ") + fill(kRow.in(language), {std::to_string(step.row)});
  }
  return aside.empty() ? aside : " (" + aside + ')';
}

std::string rowInWords(const Step& step, Language language) {
  if (step.number.empty()) {
    return fill(Text{"строка {0}", "row {0}"}.in(language), {std::to_string(step.row)});
  }
  return std::string(nameOf(step).text.in(language)) + ' ' + step.number + asideOf(step, language);
}

std::string stepInWords(const Step& step, Language language) {
  if (step.kind == Kind::row) return rowInWords(step, language);
  std::string text(nameOf(step).text.in(language));
  if (step.role == Role::preamble && !step.number.empty()) {
    return text + fill(Text{", абзац {0}", ", paragraph {0}"}.in(language), {step.number});
  }
  const bool isNamed = step.kind == Kind::appendix && !step.number.empty();
  if (!step.number.empty()) text += ' ' + step.number + asideOf(step, language);
  if (!step.title.empty() && !isNamed && step.role == Role::plain) {
    text += ' ' + quoted(step.title, language);
  }
  return text;
}

/// Whether a step is left out on the way to the next one: the number of a subclause has its
/// clause's in it.
bool isImplied(const Step& step, const Step& next) {
  if (step.kind == Kind::stamps) return true;
  if (step.kind == Kind::clause) return next.kind == Kind::clause;
  return step.isOnly && next.role != Role::caption && next.kind != Kind::column;
}

/// The last step of a path, for agreeing with it.
Gender genderOf(const Path& path) {
  if (path.empty()) return Gender::masculine;
  const Step& last = path.back();
  return last.kind == Kind::row && last.number.empty() ? Gender::feminine : nameOf(last).gender;
}

}  // namespace

const Name& nameOf(const Step& step) {
  static const Name kMeasure{{"мероприятие", "measure"}, kNeuter};
  static const Name kPreamble{{"преамбула", "preamble"}, kFeminine};
  static const Name kCaption{{"название", "caption"}, kNeuter};
  static const Name kFile{{"файл", "file"}, kMasculine};
  static const Name kDescription{{"описание", "description"}, kNeuter};
  static const Name kElement{{"элемент", "element"}, kMasculine};
  switch (step.role) {
    case Role::measure:
      return kMeasure;
    case Role::preamble:
      return kPreamble;
    case Role::caption:
      return kCaption;
    case Role::file:
      return kFile;
    case Role::description:
      return kDescription;
    case Role::plain:
      break;
  }
  const auto found = names().find(step.kind);
  return found == names().end() ? kElement : found->second;
}

std::string wayInWords(const Path& path, Language language) {
  std::string text;
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    if (!isImplied(path[i], path[i + 1])) text += stepInWords(path[i], language) + ", ";
  }
  return text;
}

std::string inWords(const Path& path, Language language) {
  return path.empty() ? "" : wayInWords(path, language) + stepInWords(path.back(), language);
}

std::string inWords(Change change, const Path& path, Language language) {
  struct Forms {
    std::array<std::string_view, 3> russian;
    std::string_view english;
  };
  static constexpr std::array<Forms, 5> kForms{{
      {{"добавлен", "добавлена", "добавлено"}, "added"},
      {{"исключён", "исключена", "исключено"}, "removed"},
      {{"изменён", "изменена", "изменено"}, "changed"},
      {{"перенесён", "перенесена", "перенесено"}, "moved"},
      {{"перенумерован", "перенумерована", "перенумеровано"}, "renumbered"},
  }};
  const Forms& forms = kForms[static_cast<std::size_t>(change)];
  const auto gender = static_cast<std::size_t>(genderOf(path));
  return std::string(language == Language::russian ? forms.russian[gender] : forms.english);
}

}  // namespace chancery::diff
