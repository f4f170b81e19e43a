#include "app/office.h"

#include <algorithm>
#include <set>

#include "app/messages.h"
#include "app/series.h"
#include "app/time_zone.h"
#include "xml/attribute_words.h"
#include "xml/reader.h"

namespace chancery::app {
namespace {

class Parser {
 public:
  Parser(const Sources& sources, Diagnostics& diagnostics)
      : sources_(sources), diagnostics_(diagnostics) {}

  Office office(const xml::Node& root) {
    office_.id = identifier(root);
    office_.title = std::string(root.attribute("title"));
    office_.timezone = std::string(root.attribute("timezone"));
    if (root.attribute("language") == "en") office_.language = Language::english;
    if (root.findAttribute("timezone") && !TimeZone::exists(office_.timezone)) {
      diagnostics_.error(messages::kUnknownZone, placeOf(root, "timezone"), {office_.timezone})
          .hint(messages::kZoneExample);
    }
    if (const xml::Attribute* calendar = root.findAttribute("calendar")) {
      office_.calendar = calendar->value;
      role(root, "calendar", office_.calendar);
    }
    for (const char* once : {"letterhead", "posts", "people", "store", "site"}) single(root, once);
    each(root, "letterhead", "line", [&](const xml::Node& node) { line(node); });
    each(root, "posts", "post", [&](const xml::Node& node) { post(node); });
    each(root, "people", "person", [&](const xml::Node& node) { person(node); });
    for (const xml::Node& child : root.children) {
      if (child.is(xml::Namespace::office, "series")) series(child);
      if (child.is(xml::Namespace::office, "substitution")) substitution(child);
      if (child.is(xml::Namespace::office, "list")) list(child);
    }
    if (const xml::Node* store = root.findChild("store")) {
      path(*store, "sqlite", office_.storePath);
    }
    if (const xml::Node* site = root.findChild("site")) path(*site, "folder", office_.siteFolder);
    if (office_.people.empty()) {
      diagnostics_.error(messages::kNoPeople, placeOf(root)).hint(messages::kAddPerson);
    }
    return std::move(office_);
  }

 private:
  Place placeOf(const xml::Node& node) const { return sources_.place(node.origin.stated); }
  Place placeOf(const xml::Node& node, std::string_view attribute) const {
    const xml::Attribute* found = node.findAttribute(attribute);
    return found ? sources_.place(xml::positionOf(node, *found)) : placeOf(node);
  }

  template <typename Each>
  void each(const xml::Node& root, const char* list, const char* name, const Each& take) {
    for (const xml::Node& child : root.children) {
      if (!child.is(xml::Namespace::office, list)) continue;
      for (const xml::Node& node : child.children) {
        if (node.is(xml::Namespace::office, name)) take(node);
      }
    }
  }

  void single(const xml::Node& root, const char* name) {
    bool isFound = false;
    for (const xml::Node& child : root.children) {
      if (!child.is(xml::Namespace::office, name)) continue;
      if (isFound) diagnostics_.error(messages::kTwice, placeOf(child), {name});
      isFound = true;
    }
  }

  std::string identifier(const xml::Node& node) {
    std::string id(node.attribute("id"));
    if (node.findAttribute("id") && !xml::isIdentifier(id)) {
      diagnostics_.error(messages::kWrongId, placeOf(node, "id"), {id});
    }
    return id;
  }

  // An id that no other element of this kind has.
  std::string uniqueId(const xml::Node& node) {
    std::string id = identifier(node);
    if (!id.empty() && !ids_.insert(node.name + " " + id).second) {
      diagnostics_.error(messages::kDuplicateId, placeOf(node, "id"), {id})
          .hint(messages::kOtherId);
    }
    return id;
  }

  std::string filled(const xml::Node& node, const char* attribute) {
    std::string value(node.attribute(attribute));
    if (node.findAttribute(attribute) && xml::splitList(value).empty()) {
      diagnostics_.error(messages::kEmptyValue, placeOf(node, attribute), {attribute});
    }
    return value;
  }

  void line(const xml::Node& node) {
    std::string text = node.textContent();
    if (xml::splitList(text).empty()) {
      diagnostics_.error(messages::kEmptyLine, placeOf(node));
    }
    office_.letterhead.push_back(std::move(text));
  }

  void post(const xml::Node& node) {
    Post post{uniqueId(node), filled(node, "title"), std::string(node.attribute("role"))};
    role(node, "role", post.role);
    office_.posts.push_back(std::move(post));
  }

  void role(const xml::Node& node, const char* attribute, const std::string& name) {
    if (!node.findAttribute(attribute) || xml::isIdentifier(name)) return;
    diagnostics_.error(messages::kWrongId, placeOf(node, attribute), {name});
  }

  void person(const xml::Node& node) {
    Person person;
    person.id = uniqueId(node);
    person.surname = filled(node, "surname");
    person.name = filled(node, "name");
    person.patronymic = std::string(node.attribute("patronymic"));
    person.post = std::string(node.attribute("post"));
    person.email = email(node);
    person.roles = xml::splitList(node.attribute("roles"));
    for (const std::string& name : person.roles) role(node, "roles", name);
    if (node.findAttribute("post") && !office_.findPost(person.post)) {
      std::vector<std::string> posts;
      for (const Post& post : office_.posts) posts.push_back(post.id);
      xml::hintNames(
          diagnostics_.error(messages::kUnknownPost, placeOf(node, "post"), {person.post}),
          person.post, posts);
    }
    office_.people.push_back(std::move(person));
  }

  void series(const xml::Node& node) {
    runtime::Series series;
    series.id = uniqueId(node);
    readSeries(node, sources_, series, diagnostics_);
    office_.series.push_back(std::move(series));
  }

  std::optional<Date> day(const xml::Node& node, const char* attribute) {
    const auto date = parseDate(node.attribute(attribute));
    if (!date && node.findAttribute(attribute)) {
      diagnostics_
          .error(messages::kNoDay, placeOf(node, attribute),
                 {attribute, std::string(node.attribute(attribute))})
          .hint(messages::kDayForm);
    }
    return date;
  }

  void substitution(const xml::Node& node) {
    Substitution one;
    one.post = std::string(node.attribute("post"));
    one.by = std::string(node.attribute("by"));
    one.basis = filled(node, "basis");
    one.shownAs = filled(node, "shown-as");
    const Post* post = office_.findPost(one.post);
    const Person* person = office_.findPerson(one.by);
    if (!post && node.findAttribute("post")) {
      diagnostics_.error(messages::kUnknownPost, placeOf(node, "post"), {one.post});
    }
    if (!person && node.findAttribute("by")) {
      diagnostics_.error(messages::kUnknownSubstitute, placeOf(node, "by"), {one.by});
    } else if (person && post && person->post == one.post) {
      diagnostics_.error(messages::kOwnSubstitute, placeOf(node, "by"), {one.by});
    }
    const auto holders = std::count_if(
        office_.people.begin(), office_.people.end(),
        [&](const Person& other) { return !one.post.empty() && other.post == one.post; });
    if (holders > 1) {
      diagnostics_.error(messages::kSeveralHold, placeOf(node, "post"), {one.post})
          .hint(messages::kPostsApart);
    }
    const auto from = day(node, "from");
    const auto to = day(node, "to");
    if (!from || !to) return;
    one.from = *from;
    one.to = *to;
    if (toDayNumber(one.to) < toDayNumber(one.from)) {
      diagnostics_.error(messages::kEndsBefore, placeOf(node, "to"), {toIso(one.to), toIso(one.from)});
    }
    for (const Substitution& other : office_.substitutions) {
      const bool meets = toDayNumber(one.from) <= toDayNumber(other.to) &&
                         toDayNumber(other.from) <= toDayNumber(one.to);
      if (other.post != one.post || !meets) continue;
      diagnostics_.error(messages::kTwoSubstitutes, placeOf(node), {one.post, other.by})
          .hint(messages::kOneAtATime);
    }
    office_.substitutions.push_back(std::move(one));
  }

  void list(const xml::Node& node) {
    DistributionList list;
    list.id = uniqueId(node);
    list.title = std::string(node.attribute("title"));
    for (const xml::Node& child : node.children) {
      if (!child.is(xml::Namespace::office, "addressee")) continue;
      list.addressees.push_back({filled(child, "title"), email(child)});
    }
    if (list.addressees.empty()) {
      diagnostics_.error(messages::kEmptyList, placeOf(node), {list.id})
          .hint(messages::kAddAddressee);
    }
    office_.lists.push_back(std::move(list));
  }

  std::string email(const xml::Node& node) {
    std::string text(node.attribute("email"));
    if (node.findAttribute("email") && text.find('@') == std::string::npos) {
      diagnostics_.error(messages::kWrongEmail, placeOf(node, "email"), {text});
    }
    return text;
  }

  void path(const xml::Node& node, const char* attribute, std::string& value) {
    if (!node.findAttribute(attribute)) return;
    value = filled(node, attribute);
  }

  const Sources& sources_;
  Diagnostics& diagnostics_;
  Office office_;
  std::set<std::string> ids_;
};

}  // namespace

const xml::Vocabulary& officeVocabulary() {
  static const xml::Vocabulary kVocabulary = {
      xml::Namespace::office,
      "office",
      {
          {.name = "office",
           .attributes = {{"id", true},
                          {"title"},
                          {"timezone", true},
                          {"calendar"},
                          {"language", false, {"ru", "en"}}},
           .children = {"letterhead", "posts", "people", "substitution", "series", "list", "store",
                        "site"}},
          {.name = "substitution",
           .attributes = {{"post", true},
                          {"by", true},
                          {"from", true},
                          {"to", true},
                          {"basis", true},
                          {"shown-as", true}}},
          {.name = "list", .attributes = {{"id", true}, {"title"}}, .children = {"addressee"}},
          {.name = "addressee", .attributes = {{"title", true}, {"email"}}},
          {.name = "letterhead", .attributes = {{"coat-of-arms"}}, .children = {"line"}},
          {.name = "line", .text = true},
          {.name = "posts", .children = {"post"}},
          {.name = "post", .attributes = {{"id", true}, {"title", true}, {"role"}}},
          {.name = "people", .children = {"person"}},
          {.name = "person",
           .attributes = {{"id", true},
                          {"surname", true},
                          {"name", true},
                          {"patronymic"},
                          {"post", true},
                          {"email"},
                          {"roles"}}},
          {.name = "series",
           .attributes = {{"id", true},
                          {"title"},
                          {"pattern"},
                          {"group"},
                          {"file"},
                          {"keeper"},
                          {"restart", false, {"year", "never"}},
                          {"starts-at"}}},
          {.name = "store", .attributes = {{"sqlite", true}}},
          {.name = "site", .attributes = {{"folder", true}}},
      }};
  return kVocabulary;
}

const Post* Office::findPost(std::string_view post) const {
  const auto found =
      std::find_if(posts.begin(), posts.end(), [&](const Post& p) { return p.id == post; });
  return found == posts.end() ? nullptr : &*found;
}

const Person* Office::findPerson(std::string_view person) const {
  const auto found =
      std::find_if(people.begin(), people.end(), [&](const Person& p) { return p.id == person; });
  return found == people.end() ? nullptr : &*found;
}

const Substitution* Office::findSubstitution(std::string_view post, Date day) const {
  const std::int64_t number = toDayNumber(day);
  const auto found =
      std::find_if(substitutions.begin(), substitutions.end(), [&](const Substitution& one) {
        return one.post == post && toDayNumber(one.from) <= number && number <= toDayNumber(one.to);
      });
  return found == substitutions.end() ? nullptr : &*found;
}

std::vector<std::string> Office::roles() const {
  std::set<std::string> result;
  for (const Post& post : posts) {
    if (!post.role.empty()) result.insert(post.role);
  }
  for (const Person& person : people) result.insert(person.roles.begin(), person.roles.end());
  return {result.begin(), result.end()};
}

std::optional<Office> parseOffice(const Sources& sources, SourceId source,
                                  Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errorCount();
  constexpr std::size_t kLargestOffice = 16u << 20;
  const auto root = xml::read(sources, source, {.bytes = kLargestOffice}, diagnostics);
  if (!root) return std::nullopt;
  xml::checkVocabulary(sources, *root, officeVocabulary(), diagnostics);
  if (!root->is(xml::Namespace::office, "office")) return std::nullopt;
  Office office = Parser(sources, diagnostics).office(*root);
  if (diagnostics.errorCount() != before) return std::nullopt;
  return office;
}

}  // namespace chancery::app
