#include <algorithm>
#include <charconv>

#include "base/error.h"
#include "base/utf8.h"
#include "flow/definition.h"

namespace chancery::flow {
namespace {

constexpr int kLongestTerm = 3650;  // ten years; a longer term is a slip of the hand
constexpr std::size_t kMostVisas = 100'000;
const std::string kDatePrefix = "date:";

std::string lowered(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = utf8::next(text, i);
    const bool capital = (c >= U'A' && c <= U'Z') || (c >= U'А' && c <= U'Я');
    utf8::append(result, capital ? c + 0x20 : c);
  }
  return result;
}

// «1 день, 2 дня, 5 дней». Source: the plural rules of Russian (CLDR: one, few, many).
int pluralForm(int count) {
  const int tens = count % 100;
  const int ones = count % 10;
  if (tens >= 11 && tens <= 14) return 2;
  return ones == 1 ? 0 : ones >= 2 && ones <= 4 ? 1 : 2;
}

bool isName(std::string_view text) {
  return !text.empty() && text.find_first_of(" \t\r\n:") == std::string_view::npos;
}

}  // namespace

const std::vector<OutcomeWords>& allOutcomes() {
  static const std::vector<OutcomeWords> kOutcomes = {
      {Outcome::submit, "submit", {"Отправить", "Submit"}, {"отправлено", "submitted"}},
      {Outcome::check, "check", {"Проверить", "Check"}, {"проверено", "checked"}},
      {Outcome::agree, "agree", {"Согласовать", "Agree"}, {"согласовано", "agreed"}},
      {Outcome::agreeWithRemarks,
       "agree-with-remarks",
       {"Согласовать с замечаниями", "Agree with remarks"},
       {"согласовано с замечаниями", "agreed with remarks"}},
      {Outcome::refuse, "refuse", {"Не согласовать", "Refuse"}, {"не согласовано", "not agreed"}},
      {Outcome::sign, "sign", {"Подписать", "Sign"}, {"подписано", "signed"}},
      {Outcome::approve, "approve", {"Утвердить", "Approve"}, {"утверждено", "approved"}},
      {Outcome::registration,
       "register",
       {"Зарегистрировать", "Register"},
       {"зарегистрировано", "registered"}},
      {Outcome::distribute, "distribute", {"Разослать", "Distribute"}, {"разослано", "distributed"}},
      {Outcome::publish, "publish", {"Разместить на сайте", "Publish"}, {"размещено", "published"}},
      {Outcome::acquaint,
       "acquaint",
       {"Подтвердить ознакомление", "Confirm acquaintance"},
       {"ознакомление подтверждено", "acquainted"}},
      {Outcome::complete,
       "complete",
       {"Снять с контроля", "Take off control"},
       {"снято с контроля", "taken off control"}},
      {Outcome::file, "file", {"Направить в дело", "File"}, {"направлено в дело", "filed"}},
      {Outcome::sendBack,
       "return",
       {"Вернуть на доработку", "Return"},
       {"возвращено на доработку", "returned"}},
  };
  return kOutcomes;
}

const OutcomeWords& wordsOf(Outcome outcome) {
  for (const OutcomeWords& words : allOutcomes()) {
    if (words.outcome == outcome) return words;
  }
  check(false, "every outcome has its words");
  return allOutcomes().front();
}

std::optional<Outcome> findOutcome(std::string_view word) {
  const std::string wanted = lowered(word);
  for (const OutcomeWords& words : allOutcomes()) {
    if (wanted == words.word || wanted == lowered(words.button.russian) ||
        wanted == lowered(words.status.russian)) {
      return words.outcome;
    }
  }
  return std::nullopt;
}

const std::vector<StageWords>& allStageKinds() {
  static const std::vector<StageWords> kKinds = {
      {StageKind::draft,
       "draft",
       {"Подготовка проекта", "Drafting"},
       {"Доработать проект", "Rework the draft"}},
      {StageKind::check,
       "check",
       {"Проверка оформления", "Check of form"},
       {"Проверить оформление", "Check the form"}},
      {StageKind::coordinate,
       "coordinate",
       {"Согласование", "Coordination"},
       {"Согласовать проект", "Review the draft"}},
      {StageKind::parts,
       "parts",
       {"Согласование приложений", "Coordination of the appendices"},
       {"Согласовать приложение", "Review the appendix"}},
      {StageKind::sign,
       "sign",
       {"Подписание", "Signing"},
       {"Подписать документ", "Sign the document"}},
      {StageKind::approve,
       "approve",
       {"Утверждение", "Approval"},
       {"Утвердить документ", "Approve the document"}},
      {StageKind::registration,
       "register",
       {"Регистрация", "Registration"},
       {"Зарегистрировать документ", "Register the document"}},
      {StageKind::distribute,
       "distribute",
       {"Рассылка", "Distribution"},
       {"Разослать документ", "Distribute the document"}},
      {StageKind::publish,
       "publish",
       {"Размещение на сайте", "Publication"},
       {"Разместить документ на сайте", "Publish the document"}},
      {StageKind::acquaint,
       "acquaint",
       {"Ознакомление", "Acquaintance"},
       {"Ознакомиться с документом", "Read the document"}},
      {StageKind::control,
       "control",
       {"Контроль исполнения", "Control of execution"},
       {"Проверить исполнение", "Check the execution"}},
      {StageKind::file,
       "file",
       {"Направление в дело", "Filing"},
       {"Направить документ в дело", "File the document"}},
  };
  return kKinds;
}

const StageWords& wordsOf(StageKind kind) {
  for (const StageWords& words : allStageKinds()) {
    if (words.kind == kind) return words;
  }
  check(false, "every stage kind has its words");
  return allStageKinds().front();
}

std::string Selector::text() const {
  switch (kind) {
    case Kind::author:
      return "author";
    case Kind::role:
      return "role:" + name;
    case Kind::person:
      return "person:" + name;
    case Kind::named:
      return "named";
  }
  return {};
}

std::optional<Selector> parseSelector(std::string_view text) {
  if (text == "author") return Selector{Selector::Kind::author, {}};
  for (const auto& [prefix, kind] :
       {std::pair{"role:", Selector::Kind::role}, std::pair{"person:", Selector::Kind::person}}) {
    const std::string_view start = prefix;
    if (text.substr(0, start.size()) == start && isName(text.substr(start.size()))) {
      return Selector{kind, std::string(text.substr(start.size()))};
    }
  }
  return std::nullopt;
}

std::string Term::text() const {
  if (!path.empty()) return kDatePrefix + path;
  return working ? std::to_string(days) + "wd" : "P" + std::to_string(days) + "D";
}

std::string Term::inWords(Language language) const {
  if (!path.empty()) {
    return language == Language::english ? "the day at " + path : "дата из данных: " + path;
  }
  const std::string count = std::to_string(days);
  if (language == Language::english) {
    return count + (working ? " working day" : " day") + (days == 1 ? "" : "s");
  }
  static constexpr const char* kDays[] = {"день", "дня", "дней"};
  const int form = pluralForm(days);
  const std::string adjective = form == 0 ? "рабочий " : "рабочих ";
  // The office's own measure stays with its number: a no-break space.
  return count + "\u00A0" + (working ? adjective : "") + kDays[form];
}

std::optional<Term> parseTerm(std::string_view text) {
  Term term;
  if (text.starts_with(kDatePrefix)) {
    term.path = text.substr(kDatePrefix.size());
    if (term.path.empty()) return std::nullopt;
    return term;
  }
  if (text.size() > 2 && text.substr(text.size() - 2) == "wd") {
    term.working = true;
    text.remove_suffix(2);
  } else if (text.size() > 2 && text.front() == 'P' && text.back() == 'D') {
    text = text.substr(1, text.size() - 2);
  } else {
    return std::nullopt;
  }
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), term.days);
  if (error != std::errc() || end != text.data() + text.size() || term.days < 1 ||
      term.days > kLongestTerm) {
    return std::nullopt;
  }
  return term;
}

std::size_t Quorum::among(std::size_t asked) const {
  if (share > 0) return (asked * share + of - 1) / of;
  return count == 0 ? asked : std::min(count, asked);
}

std::string Quorum::text() const {
  if (share > 0) return std::to_string(share) + "/" + std::to_string(of);
  return count == 0 ? "all" : std::to_string(count);
}

std::optional<Quorum> parseQuorum(std::string_view text) {
  if (text == "all") return Quorum{};
  if (text == "any") return Quorum{.count = 1};
  const auto whole = [](std::string_view digits) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool isWhole = error == std::errc() && end == digits.data() + digits.size() &&
                         !digits.starts_with('0') && value <= kMostVisas;
    return isWhole ? value : 0;
  };
  Quorum quorum;
  if (text.ends_with('%')) {
    quorum.share = whole(text.substr(0, text.size() - 1));
    quorum.of = 100;
  } else if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
    quorum.share = whole(text.substr(0, slash));
    quorum.of = whole(text.substr(slash + 1));
  } else {
    quorum.count = whole(text);
    return quorum.count == 0 ? std::nullopt : std::optional(quorum);
  }
  if (quorum.share == 0 || quorum.share > quorum.of) return std::nullopt;
  return quorum;
}

std::optional<std::size_t> Definition::findStage(std::string_view stage) const {
  for (std::size_t i = 0; i < stages.size(); ++i) {
    if (stages[i].id == stage) return i;
  }
  return std::nullopt;
}

std::vector<std::string> Definition::formats() const {
  std::vector<std::string> result;
  for (const Stage& stage : stages) {
    for (const std::string& format : stage.formats) {
      if (std::find(result.begin(), result.end(), format) == result.end()) {
        result.push_back(format);
      }
    }
  }
  return result.empty() ? std::vector<std::string>{"pdf", "docx"} : result;
}

namespace {

void addOnce(std::vector<std::string>& texts, const std::string& text) {
  if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
}

void collect(const Review& review, bool needsParts, Definition::Questions& questions) {
  if (!review.when.empty()) addOnce(questions.conditions, review.when);
  if (needsParts && review.order == Review::Order::one) addOnce(questions.parts, review.part);
  for (const Review& member : review.members) collect(member, needsParts, questions);
}

}  // namespace

Definition::Questions Definition::questions() const {
  Questions questions;
  for (const Stage& stage : stages) {
    collect(stage.review, stage.kind == StageKind::coordinate && stage.resume == Resume::affected,
            questions);
    for (const auto& term : {stage.due, stage.after}) {
      if (term && !term->path.empty()) addOnce(questions.dates, term->path);
    }
  }
  return questions;
}

}  // namespace chancery::flow
