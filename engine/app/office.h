#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/diagnostic.h"
#include "base/source.h"
#include "runtime/directory.h"
#include "xml/vocabulary.h"

namespace chancery::app {

struct Post {
  std::string id;
  std::string title;  ///< «Начальник отдела по образованию»
  std::string role;   ///< "" = none
};

struct Person {
  std::string id;
  std::string surname;
  std::string name;
  std::string patronymic;
  std::string post;
  std::string email;
  std::vector<std::string> roles;  ///< besides that of the post
};

/// Somebody stands in for the holder of a post, for a time and on a ground.
struct Substitution {
  std::string post;
  std::string by;  ///< a person
  Date from;
  Date to;              ///< the last day
  std::string basis;    ///< «приказ от 25.06.2026 № 61-л»
  std::string shownAs;  ///< «И.о. начальника отдела по образованию»
};

/// Those whom copies of documents go to.
struct DistributionList {
  struct Addressee {
    std::string title;
    std::string email;
  };
  std::string id;
  std::string title;
  std::vector<Addressee> addressees;
};

/// An office as its office.xml states it. A value that has passed all checks: every person's post
/// exists, ids are unique.
struct Office {
  std::string id;
  std::string title;
  Language language = Language::russian;
  std::string timezone;         ///< "Europe/Moscow"
  std::string calendar = "ru";  ///< of app::openCalendar
  std::vector<std::string> letterhead;
  std::vector<Post> posts;
  std::vector<Person> people;
  std::vector<Substitution> substitutions;
  std::vector<runtime::Series> series;
  std::vector<DistributionList> lists;
  std::string storePath = "office.db";  ///< relative to the office's folder, or absolute
  std::string siteFolder = "site";

  const Post* findPost(std::string_view id) const;
  const Person* findPerson(std::string_view id) const;
  /// The one of a post on a day; null when nobody stands in.
  const Substitution* findSubstitution(std::string_view post, Date day) const;
  /// All roles that a post or a person names, sorted, without repeats.
  std::vector<std::string> roles() const;
};

/// The elements and attributes of urn:chancery:office; docs/schemas/office.xsd says the same.
const xml::Vocabulary& officeVocabulary();

/// Reads an office file (namespace urn:chancery:office), reporting everything wrong in it.
/// Result: nothing when there are errors.
std::optional<Office> parseOffice(const Sources& sources, SourceId source,
                                  Diagnostics& diagnostics);

}  // namespace chancery::app
