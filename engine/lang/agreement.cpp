#include "lang/agreement.h"

#include <algorithm>

#include "base/utf8.h"

namespace chancery::lang {
namespace {

struct ActKind {
  std::string_view nominative, dative, instrumental;
};
constexpr ActKind kActKinds[] = {
    {"приказ", "приказу", "приказом"},
    {"распоряжение", "распоряжению", "распоряжением"},
    {"постановление", "постановлению", "постановлением"},
    {"решение", "решению", "решением"},
    {"указание", "указанию", "указанием"},
    {"протокол", "протоколу", "протоколом"},
    {"письмо", "письму", "письмом"},
    {"положение", "положению", "положением"},
    {"договор", "договору", "договором"},
};

struct Approved {
  std::string_view noun, form;
};
constexpr Approved kApproved[] = {
    {"план", "УТВЕРЖДЕН"},          {"график", "УТВЕРЖДЕН"},      {"состав", "УТВЕРЖДЕН"},
    {"перечень", "УТВЕРЖДЕН"},      {"порядок", "УТВЕРЖДЕН"},     {"список", "УТВЕРЖДЕН"},
    {"регламент", "УТВЕРЖДЕН"},     {"отчет", "УТВЕРЖДЕН"},       {"комплекс", "УТВЕРЖДЕН"},
    {"устав", "УТВЕРЖДЕН"},         {"карта", "УТВЕРЖДЕНА"},      {"программа", "УТВЕРЖДЕНА"},
    {"инструкция", "УТВЕРЖДЕНА"},   {"форма", "УТВЕРЖДЕНА"},      {"смета", "УТВЕРЖДЕНА"},
    {"номенклатура", "УТВЕРЖДЕНА"}, {"концепция", "УТВЕРЖДЕНА"},  {"модель", "УТВЕРЖДЕНА"},
    {"положение", "УТВЕРЖДЕНО"},    {"расписание", "УТВЕРЖДЕНО"}, {"задание", "УТВЕРЖДЕНО"},
    {"правила", "УТВЕРЖДЕНЫ"},      {"меры", "УТВЕРЖДЕНЫ"},       {"рекомендации", "УТВЕРЖДЕНЫ"},
    {"показатели", "УТВЕРЖДЕНЫ"},   {"критерии", "УТВЕРЖДЕНЫ"},   {"мероприятия", "УТВЕРЖДЕНЫ"},
    {"формы", "УТВЕРЖДЕНЫ"},        {"планы", "УТВЕРЖДЕНЫ"},      {"нормы", "УТВЕРЖДЕНЫ"},
};

/// Lower case without «ё», letters only; other characters become spaces.
std::string letters(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = utf8::next(text, i);
    if (c >= U'А' && c <= U'Я') c += 0x20;
    if (c == U'Ё' || c == U'ё') c = U'е';
    utf8::append(result, c >= U'а' && c <= U'я' ? c : U' ');
  }
  return result;
}

/// Calls `visit` with each word until it says true.
template <typename Visit>
bool anyWord(const std::string& text, Visit visit) {
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find(' ', from), text.size());
    if (to > from && visit(std::string_view(text).substr(from, to - from))) return true;
    from = to + 1;
  }
  return false;
}

const ActKind* findKind(std::string_view kind) {
  std::string word = letters(kind);
  std::erase(word, ' ');  // «П Р И К А З» is spaced for show
  for (const ActKind& known : kActKinds) {
    if (known.nominative == word) return &known;
  }
  // «Приказ по основной деятельности»: the first word is the kind.
  const ActKind* found = nullptr;
  anyWord(letters(kind), [&](std::string_view first) {
    for (const ActKind& known : kActKinds) {
      if (known.nominative == first) found = &known;
    }
    return true;
  });
  return found;
}

}  // namespace

std::string approvedForm(std::string_view title) {
  std::string form = "УТВЕРЖДЕНО";
  anyWord(letters(title), [&](std::string_view word) {
    for (const Approved& known : kApproved) {
      if (known.noun != word) continue;
      form = known.form;
      return true;
    }
    return false;
  });
  return form;
}

bool beginsWithApproved(std::string_view text) {
  const std::string plain = letters(text);
  bool begins = false;
  anyWord(plain, [&](std::string_view word) {
    begins = word.starts_with("утвержд");
    return true;
  });
  return begins;
}

std::optional<std::string> dativeOfKind(std::string_view kind) {
  const ActKind* known = findKind(kind);
  if (!known) return std::nullopt;
  return std::string(known->dative);
}

std::optional<std::string> instrumentalOfKind(std::string_view kind) {
  const ActKind* known = findKind(kind);
  if (!known) return std::nullopt;
  return std::string(known->instrumental);
}

}  // namespace chancery::lang
