#include "app/directory.h"

#include <algorithm>

#include "base/utf8.h"
#include "lang/letters.h"
#include "lang/persons.h"
#include "lang/working_days.h"

namespace chancery::app {
namespace {

// «Пётр» → «П. »; initials stay with the surname: no-break spaces.
std::string initialOf(const std::string& name) {
  if (name.empty()) return {};
  std::size_t offset = 0;
  utf8::next(name, offset);
  return name.substr(0, offset) + ".\u00A0";
}

// «Пётр» → «П», as lang::PersonName has initials.
std::string lettersOf(const std::string& name) {
  std::size_t offset = 0;
  if (!name.empty()) utf8::next(name, offset);
  return name.substr(0, offset);
}

// «П. А. Лугов»
std::string shortNameOf(const Person& person) {
  return initialOf(person.name) + initialOf(person.patronymic) + person.surname;
}

std::string startingSmall(const std::string& text) {
  std::size_t offset = 0;
  if (text.empty()) return {};
  std::string result;
  utf8::append(result, lang::toLower(utf8::next(text, offset)));
  return result + text.substr(offset);
}

}  // namespace

bool OfficeDirectory::knows(std::string_view person) const {
  return office_.findPerson(person) != nullptr;
}

const Substitution* OfficeDirectory::substitutionOf(std::string_view post) const {
  return clock_ ? office_.findSubstitution(post, dayOf(clock_->now())) : nullptr;
}

// Somebody who is stood in for does not act in the post meanwhile.
std::vector<std::string> OfficeDirectory::rolesOf(std::string_view id) const {
  const Person* person = office_.findPerson(id);
  if (!person) return {};
  std::vector<std::string> roles;
  const auto add = [&](const std::string& role) {
    if (!role.empty() && std::find(roles.begin(), roles.end(), role) == roles.end()) {
      roles.push_back(role);
    }
  };
  const Post* own = office_.findPost(person->post);
  if (own && !substitutionOf(own->id)) add(own->role);
  for (const std::string& role : person->roles) add(role);
  for (const Post& post : office_.posts) {
    const Substitution* substitution = substitutionOf(post.id);
    if (substitution && substitution->by == id) add(post.role);
  }
  return roles;
}

std::optional<runtime::Capacity> OfficeDirectory::capacityOf(std::string_view id,
                                                             std::string_view role) const {
  const Person* person = office_.findPerson(id);
  if (!person) return std::nullopt;
  const Post* own = office_.findPost(person->post);
  const bool isOwn =
      (own && own->role == role) ||
      std::find(person->roles.begin(), person->roles.end(), role) != person->roles.end();
  if (isOwn) return std::nullopt;
  for (const Post& post : office_.posts) {
    const Substitution* substitution = post.role == role ? substitutionOf(post.id) : nullptr;
    if (!substitution || substitution->by != id) continue;
    return runtime::Capacity{substitution->shownAs, shortNameOf(*person), substitution->basis};
  }
  return std::nullopt;
}

std::optional<runtime::Capacity> OfficeDirectory::ownCapacityOf(std::string_view id) const {
  const Person* person = office_.findPerson(id);
  const Post* post = person ? office_.findPost(person->post) : nullptr;
  if (!post) return std::nullopt;
  return runtime::Capacity{post->title, shortNameOf(*person), {}};
}

std::vector<std::string> OfficeDirectory::holdersOf(std::string_view role) const {
  std::vector<std::string> holders;
  for (const Person& person : office_.people) {
    const std::vector<std::string> roles = rolesOf(person.id);
    if (std::find(roles.begin(), roles.end(), role) != roles.end()) holders.push_back(person.id);
  }
  return holders;
}

std::string OfficeDirectory::nameOf(std::string_view id) const {
  const Person* person = office_.findPerson(id);
  if (!person) return std::string(id);
  const Post* post = office_.findPost(person->post);
  return shortNameOf(*person) +
         (post ? ", " + startingSmall(post->title) : std::string());
}

std::vector<std::string> OfficeDirectory::findPeople(std::string_view printed) const {
  if (knows(printed)) return {std::string(printed)};
  std::vector<std::string> found;
  const std::vector<lang::PersonName> names = lang::findPersons(printed);
  if (names.size() != 1) return found;
  for (const Person& person : office_.people) {
    const lang::PersonName own{{}, person.surname,
                               lettersOf(person.name) + lettersOf(person.patronymic)};
    if (lang::compareNames(names.front(), own) == lang::Likeness::same) found.push_back(person.id);
  }
  return found;
}

std::optional<Date> OfficeDirectory::dayBehind(Date from, int days, bool working) const {
  if (!working) return fromDayNumber(toDayNumber(from) + days);
  if (!calendar_) return std::nullopt;
  Diagnostics ignored;  // years that the calendar does not know
  const auto count = lang::countTerm(from, {days, lang::TermUnit::workingDay}, {}, *calendar_,
                                     ignored);
  return count ? std::optional(count->result) : std::nullopt;
}

std::optional<runtime::Series> OfficeDirectory::findSeries(std::string_view id) const {
  for (const runtime::Series& series : office_.series) {
    if (series.id == id) return series;
  }
  return std::nullopt;
}

}  // namespace chancery::app
