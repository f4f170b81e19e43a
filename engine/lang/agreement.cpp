#include "lang/agreement.h"

#include <algorithm>

#include "base/utf8.h"
#include "lang/document_kinds.h"
#include "lang/letters.h"

namespace chancery::lang {
namespace {

struct Approved {
  std::string_view noun;
  Gender gender;
};
constexpr Approved kApproved[] = {
    {"план", Gender::masculine},          {"график", Gender::masculine},      {"состав", Gender::masculine},
    {"перечень", Gender::masculine},      {"порядок", Gender::masculine},     {"список", Gender::masculine},
    {"регламент", Gender::masculine},     {"отчет", Gender::masculine},       {"комплекс", Gender::masculine},
    {"устав", Gender::masculine},         {"карта", Gender::feminine},      {"программа", Gender::feminine},
    {"инструкция", Gender::feminine},   {"форма", Gender::feminine},      {"смета", Gender::feminine},
    {"номенклатура", Gender::feminine}, {"концепция", Gender::feminine},  {"модель", Gender::feminine},
    {"положение", Gender::neuter},    {"расписание", Gender::neuter}, {"задание", Gender::neuter},
    {"правила", Gender::plural},      {"меры", Gender::plural},       {"рекомендации", Gender::plural},
    {"показатели", Gender::plural},   {"критерии", Gender::plural},   {"мероприятия", Gender::plural},
    {"формы", Gender::plural},        {"планы", Gender::plural},      {"нормы", Gender::plural},
};

/// Lower case without «ё», letters only; other characters become spaces.
std::string letters(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = toLower(utf8::next(text, i));
    if (c == U'ё') c = U'е';
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

}  // namespace

std::string approvedForm(std::string_view title) {
  Gender gender = Gender::neuter;
  anyWord(letters(title), [&](std::string_view word) {
    for (const Approved& known : kApproved) {
      if (known.noun != word) continue;
      gender = known.gender;
      return true;
    }
    return false;
  });
  return std::string(approvedWord(gender));
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

std::string plainWords(std::string_view text) {
  std::string spaced;
  std::string joined;
  bool isForShow = true;  // every word is a letter
  anyWord(letters(text), [&](std::string_view word) {
    isForShow = isForShow && utf8::countCharacters(word) == 1;
    (spaced += spaced.empty() ? "" : " ") += word;
    joined += word;
    return false;
  });
  return isForShow ? joined : spaced;
}

std::optional<DocumentKind> kindOf(std::string_view printed) {
  const std::string plain = plainWords(printed);
  if (const auto known = findDocumentKind(plain)) return known;
  return findDocumentKind(plain.substr(0, plain.find(' ')));
}

std::optional<std::string> dativeOfKind(std::string_view printed) {
  const auto kind = kindOf(printed);
  if (!kind) return std::nullopt;
  return std::string(kind->dative);
}

}  // namespace chancery::lang
