#pragma once

#include <optional>
#include <string_view>

namespace chancery::lang {

enum class Gender { masculine, feminine, neuter, plural };

/// The forms of a document's kind that its marks need: «Приложение к приказу», «Утвержден
/// приказом».
struct DocumentKind {
  std::string_view nominative;
  std::string_view genitive;
  std::string_view dative;
  std::string_view instrumental;
  Gender gender = Gender::masculine;
};

/// A kind by its nominative, in any case of letters: "ПРИКАЗ", "приказ".
std::optional<DocumentKind> findDocumentKind(std::string_view nominative);

/// «УТВЕРЖДЕН», «УТВЕРЖДЕНА», «УТВЕРЖДЕНО», «УТВЕРЖДЕНЫ»: agrees with the approved document.
std::string_view approvedWord(Gender gender);

}  // namespace chancery::lang
