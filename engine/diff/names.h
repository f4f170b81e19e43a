#pragma once

#include <string>

#include "base/diagnostic.h"
#include "diff/diff.h"

namespace chancery::diff {

/// Of a Russian noun: what a participle behind it agrees with.
enum class Gender { masculine, feminine, neuter };

/// How people call an element: «пункт», “clause”.
struct Name {
  Text text;
  Gender gender = Gender::masculine;
};
const Name& nameOf(const Step& step);

/// «приложение 2, мероприятие 3.2 (строка 14), столбец «Срок»».
std::string inWords(const Path& path, Language language);

/// The same without the last step: «приложение 2, », or "".
std::string wayInWords(const Path& path, Language language);

/// «добавлено», agreeing with what the path leads to.
std::string inWords(Change change, const Path& path, Language language);

}  // namespace chancery::diff
