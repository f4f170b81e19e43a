#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Forms of the words that an office's marks and stamps are made of.
namespace chancery::lang {

/// «УТВЕРЖДЁН» in the gender and number of what is approved, found from the first noun of its
/// title that is known: «План мероприятий …» → УТВЕРЖДЕН, «Дорожная карта …» → УТВЕРЖДЕНА,
/// «Методические рекомендации» → УТВЕРЖДЕНЫ; «УТВЕРЖДЕНО» when none is known.
/// Source: ГОСТ Р 7.0.97-2025, гриф утверждения.
std::string approvedForm(std::string_view title);

/// Whether the text has such a word already: «Утверждён приказом …».
bool beginsWithApproved(std::string_view text);

/// A kind of act as printed («ПРИКАЗ», «П Р И К А З») in the dative («приказу»); nothing when the
/// kind is not known.
std::optional<std::string> dativeOfKind(std::string_view kind);

}  // namespace chancery::lang
