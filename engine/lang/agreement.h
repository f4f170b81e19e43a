#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lang/document_kinds.h"

/// Forms of the words that an office's marks and stamps are made of.
namespace chancery::lang {

/// «УТВЕРЖДЁН» in the gender and number of what is approved, found from the first noun of its
/// title that is known: «План мероприятий …» → УТВЕРЖДЕН, «Дорожная карта …» → УТВЕРЖДЕНА,
/// «Методические рекомендации» → УТВЕРЖДЕНЫ; «УТВЕРЖДЕНО» when none is known.
/// Source: ГОСТ Р 7.0.97-2025, гриф утверждения.
std::string approvedForm(std::string_view title);

/// Whether the text has such a word already: «Утверждён приказом …».
bool beginsWithApproved(std::string_view text);

/// Words as they compare: lower case, «ё» as «е», letters alone with one space between words; what is
/// spaced for show is joined: «П Р И К А З» → «приказ».
std::string plainWords(std::string_view text);

/// The kind of act that is printed: «ПРИКАЗ», «П Р И К А З», «Приказ по основной деятельности»;
/// nothing when it is not known.
std::optional<DocumentKind> kindOf(std::string_view printed);
/// The same in the dative: «приказу».
std::optional<std::string> dativeOfKind(std::string_view printed);

}  // namespace chancery::lang
