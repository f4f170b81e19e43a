#include <algorithm>

#include "check/finder.h"
#include "check/messages.h"
#include "lang/persons.h"

// One person, one spelling.
namespace chancery::check {

using document::Node;

namespace {

constexpr std::size_t kMostPeople = 500;  // each name is compared with all of them

/// A name as it is first written, and how often.
struct Spelling {
  lang::PersonName name;
  const Node* first = nullptr;
  std::size_t count = 0;
};

std::vector<Spelling> spellingsOf(const Node& document) {
  std::vector<Spelling> spellings;
  walk(document, [&](const Node& node) {
    for (lang::PersonName& name : lang::findPersons(node.plainText())) {
      const auto known =
          std::find_if(spellings.begin(), spellings.end(), [&](const Spelling& spelling) {
            return lang::compareNames(spelling.name, name) == lang::Likeness::same;
          });
      if (known != spellings.end()) {
        ++known->count;
      } else if (spellings.size() < kMostPeople) {
        spellings.push_back({std::move(name), &node, 1});
      }
    }
  });
  return spellings;
}

}  // namespace

void testNames(Finder& finder) {
  const std::vector<Spelling> spellings = spellingsOf(finder.document());
  for (std::size_t i = 1; i < spellings.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const Spelling& one = spellings[j];
      const Spelling& other = spellings[i];
      if (lang::compareNames(one.name, other.name) != lang::Likeness::misspelt) continue;
      const Spelling& rare = other.count > one.count ? one : other;
      const Spelling& usual = &rare == &one ? other : one;
      auto added =
          finder.add(messages::kTwoSpellings, *rare.first, {rare.name.text, usual.name.text});
      if (usual.count > rare.count) added.hint(messages::kOneSpelling, {usual.name.text});
      break;
    }
  }
}

}  // namespace chancery::check
