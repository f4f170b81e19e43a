#pragma once

#include <string>
#include <string_view>
#include <vector>

/// People's names as office texts write them: «Петровой А. И.», «А.И. Петрова»,
/// «Петрова Анна Ивановна».
namespace chancery::lang {

struct PersonName {
  std::string text;      ///< as it stands
  std::string surname;   ///< «Петровой»
  std::string initials;  ///< «АИ» or «А»; of full names their first letters
};

/// The names in a text, in order. A capitalised word on either side of initials is taken for the
/// surname only when it is plain which of the two it is; else the name is left out.
std::vector<PersonName> findPersons(std::string_view text);

/// What two names tell of each other.
enum class Likeness {
  different,  ///< two people
  same,  ///< one person, perhaps in another case: «Петрова А.И.», «Петровой А.И.»
  misspelt,  ///< one person whose name is written in two ways: «Королёв», «Королев»; «А.И.», «А.»
};

/// Compares by surname and initials, declension aside. Surnames that differ in one letter are taken
/// for one only when both initials are equal.
Likeness compareNames(const PersonName& one, const PersonName& other);

}  // namespace chancery::lang
