#include "document/references.h"

#include <algorithm>

#include "base/suggest.h"
#include "document/messages.h"

namespace chancery::document {

void References::define(const std::string& id, const Place& place, Diagnostics& diagnostics) {
  std::vector<int>& scopes = defined_[id];
  if (std::find(scopes.begin(), scopes.end(), scope_) != scopes.end()) {
    diagnostics.error(messages::kIdTwice, place, {id}).hint(messages::kIdTwiceHint);
  } else {
    scopes.push_back(scope_);
  }
}

void References::check(Diagnostics& diagnostics) const {
  std::vector<std::string> names;
  for (const auto& [name, scopes] : defined_) names.push_back(name);
  for (const Use& use : used_) {
    if (defined_.contains(use.id)) continue;
    auto added = diagnostics.error(messages::kUnknownId, use.place, {use.id});
    if (const auto near = suggest(use.id, names)) {
      added.hint(hints::kDidYouMean, {*near});
    } else if (names.empty()) {
      added.hint(messages::kIdHint);
    } else {
      added.hint(hints::kKnownNames, {joined(names)});
    }
  }
}

}  // namespace chancery::document
