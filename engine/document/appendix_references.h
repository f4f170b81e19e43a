#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "document/document.h"

namespace chancery::document {

/// One mention of an appendix in a text.
struct AppendixMention {
  std::size_t offset = 0;            ///< byte offset of the word
  std::vector<std::string> numbers;  ///< "2", "3"; empty when it names none
};

/// Mentions of the document's own appendices, in order: «(приложение)», «(приложение 1)»,
/// «(приложения № 2, 3 и 5)», «приложения 1–3», «согласно приложению 2», «(прилагается)»,
/// «прилагаемый перечень». Those of other documents («приложение 2 к постановлению …») are none,
/// unless it is this one («к настоящему приказу»).
/// Source: ГОСТ Р 7.0.97-2025, отметка о приложении.
std::vector<AppendixMention> findAppendixMentions(std::string_view text);

/// Whether the text refers to each appendix, in their order, and to no other. All findings are
/// of one severity, at the clause or the appendix that they are about. Wants complete marks; a
/// document that is an appendix itself is not looked at.
void checkAppendixReferences(const Node& document, const Sources& sources, Diagnostics& diagnostics,
                             Severity severity = Severity::warning);

}  // namespace chancery::document
