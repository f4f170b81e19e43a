#include "runtime/people.h"

#include <algorithm>

#include "base/error.h"
#include "base/utf8.h"
#include "data/data_set.h"
#include "lang/deadline.h"
#include "runtime/conditions.h"
#include "runtime/parts.h"
#include "runtime/questioner.h"

namespace chancery::runtime {
namespace {

constexpr std::size_t kLongestSubject = 200;  // characters: a task's line, not the whole clause

std::string childText(xml::DomNode node, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const xml::DomNode child = node.findChild(name);
    if (child && child.hasText()) return child.text();
  }
  return {};
}

std::string shortened(const std::string& text) {
  if (utf8::countCharacters(text) <= kLongestSubject) return text;
  std::size_t offset = 0;
  for (std::size_t i = 0; i < kLongestSubject; ++i) utf8::next(text, offset);
  return text.substr(0, offset) + "…";
}

// The one day that a phrase means; "" where it means several, a period, or none. One that should
// have meant something is noted in `unclear`.
std::string dayOf(const std::string& phrase, Date from, std::size_t item,
                  std::vector<UnclearTerm>& unclear) {
  if (phrase.empty()) return {};
  Diagnostics wrong;
  lang::DeadlineSettings settings;
  settings.from = from;
  const auto deadline = lang::parseDeadline(phrase, settings, {}, wrong);
  if (!deadline) {
    const auto& all = wrong.all();
    unclear.push_back({item, phrase, all.empty() ? "" : all.front().text(Language::russian)});
    return {};
  }
  if (const auto* open = std::get_if<lang::OpenDeadline>(&*deadline)) {
    const bool isMeant = open->reason == lang::OpenReason::notUnderstood ||
                         open->reason == lang::OpenReason::ambiguous;
    if (isMeant) unclear.push_back({item, phrase, {}});
  }
  if (const auto* point = std::get_if<lang::PointDeadline>(&*deadline)) {
    return toIso(point->dates.back());
  }
  if (const auto* period = std::get_if<lang::PeriodDeadline>(&*deadline)) return toIso(period->to);
  return {};
}

class Finder {
 public:
  explicit Finder(const Directory& directory) : directory_(directory) {}

  void person(const std::string& printed) {
    const std::vector<std::string> people = directory_.findPeople(printed);
    if (people.size() != 1) {
      add(found.unknown, printed);
      return;
    }
    id(people.front());
  }

  void id(const std::string& person) {
    const bool isThere =
        std::any_of(found.asked.begin(), found.asked.end(),
                    [&](const flow::Asked& asked) { return asked.person == person; });
    if (!isThere) found.asked.push_back({person, {}, {}});
  }

  Found found;

 private:
  static void add(std::vector<std::string>& names, const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }

  const Directory& directory_;
};

}  // namespace

Found findPeople(const std::string& each, const std::string& data, const Directory& directory) {
  Finder finder(directory);
  const auto by = flow::parseSelector(each);
  if (by && by->kind == flow::Selector::Kind::role) {
    for (const std::string& person : directory.holdersOf(by->name)) {
      finder.id(person);
    }
    return std::move(finder.found);
  }
  Questioner questioner(data);
  for (const xml::DomNode node : questioner.nodes(each)) {
    const std::string name = childText(node, {"name"});
    finder.person(name.empty() ? node.text() : name);
  }
  return std::move(finder.found);
}

Found findItems(const std::string& items, const std::string& data, Date day) {
  Found found;
  Questioner questioner(data);
  for (const xml::DomNode node : questioner.nodes(items)) {
    std::string subject = childText(node, {"text", "title", "measure", "name"});
    if (subject.empty()) subject = node.text();
    const std::string term = childText(node, {"due", "term", "deadline"});
    const std::size_t item = found.asked.size() + 1;
    found.asked.push_back({{}, shortened(subject), dayOf(term, day, item, found.unclear)});
  }
  return found;
}

Found findFor(const flow::Stage& stage, const HandedData& data, Date day,
              const Directory& directory) {
  if (stage.kind == flow::StageKind::control) return findItems(stage.each, data.text, day);
  if (stage.kind != flow::StageKind::parts) return findPeople(stage.each, data.text, directory);
  Found found;
  for (Part& part : findParts(stage.each, data)) {
    found.asked.push_back({{}, std::move(part.title), {}, std::move(part.hash)});
  }
  return found;
}

}  // namespace chancery::runtime
