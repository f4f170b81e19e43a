#include "lang/document_kinds.h"

#include <array>

#include "lang/letters.h"

namespace chancery::lang {
namespace {

constexpr std::array<DocumentKind, 18> kKinds{{
    {"приказ", "приказа", "приказу", "приказом", Gender::masculine},
    {"распоряжение", "распоряжения", "распоряжению", "распоряжением", Gender::neuter},
    {"постановление", "постановления", "постановлению", "постановлением", Gender::neuter},
    {"решение", "решения", "решению", "решением", Gender::neuter},
    {"указ", "указа", "указу", "указом", Gender::masculine},
    {"протокол", "протокола", "протоколу", "протоколом", Gender::masculine},
    {"положение", "положения", "положению", "положением", Gender::neuter},
    {"инструкция", "инструкции", "инструкции", "инструкцией", Gender::feminine},
    {"регламент", "регламента", "регламенту", "регламентом", Gender::masculine},
    {"порядок", "порядка", "порядку", "порядком", Gender::masculine},
    {"план", "плана", "плану", "планом", Gender::masculine},
    {"план мероприятий", "плана мероприятий", "плану мероприятий", "планом мероприятий",
     Gender::masculine},
    {"дорожная карта", "дорожной карты", "дорожной карте", "дорожной картой", Gender::feminine},
    {"программа", "программы", "программе", "программой", Gender::feminine},
    {"отчет", "отчета", "отчету", "отчетом", Gender::masculine},
    {"состав", "состава", "составу", "составом", Gender::masculine},
    {"перечень", "перечня", "перечню", "перечнем", Gender::masculine},
    {"правила", "правил", "правилам", "правилами", Gender::plural},
}};

}  // namespace

std::optional<DocumentKind> findDocumentKind(std::string_view nominative) {
  const std::string wanted = toLower(nominative);
  for (const DocumentKind& kind : kKinds) {
    if (kind.nominative == wanted) return kind;
  }
  return std::nullopt;
}

std::string_view approvedWord(Gender gender) {
  switch (gender) {
    case Gender::masculine:
      return "УТВЕРЖДЕН";
    case Gender::feminine:
      return "УТВЕРЖДЕНА";
    case Gender::neuter:
      return "УТВЕРЖДЕНО";
    case Gender::plural:
      break;
  }
  return "УТВЕРЖДЕНЫ";
}

}  // namespace chancery::lang
