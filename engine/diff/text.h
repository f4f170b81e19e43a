#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "diff/diff.h"

namespace chancery::diff {

/// Whether changed words are coloured, beside their marks: for a terminal.
enum class Look { marks, colors };

/// Differences for people, one or more lines each; "" when there are none:
///
///     пункт 2.1: … провести [-до 1 мая-] {+до 15 мая+}
///     приложение 2, мероприятие 3.2 (строка 14) добавлено: {+Семинар | май+}
///     пункты 3–7 перенумерованы: теперь 4–8
///
/// Long stretches without a change are shortened («…»).
std::string toText(const std::vector<Difference>& differences, Language language, Look look);

/// A JSON array, one line: {change, where, path: [{kind, number, numberBefore, title, row}], from,
/// before, after, words: [{kind, text}]}; `kind` of a step is the element's name in the document
/// vocabulary. Absent: what a change of its kind has not. Texts are whole.
std::string toJson(const std::vector<Difference>& differences, Language language);

}  // namespace chancery::diff
