#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace chancery::document {

/// Whether each cross reference leads somewhere.
///
/// The document's own parts and each appendix have names of their own; a reference means its own
/// appendix's name first, then any.
class References {
 public:
  void enterAppendix() { scope_ = ++scopes_; }
  void leaveAppendix() { scope_ = 0; }
  bool inAppendix() const { return scope_ > 0; }

  /// Notes a name; one that the scope has already is an error.
  void define(const std::string& id, const Place& place, Diagnostics& diagnostics);
  void refer(std::string id, Place place) { used_.push_back({std::move(id), std::move(place)}); }

  /// Reports the references that lead nowhere.
  void check(Diagnostics& diagnostics) const;

 private:
  struct Use {
    std::string id;
    Place place;
  };

  std::map<std::string, std::vector<int>, std::less<>> defined_;  // the scopes of each name
  std::vector<Use> used_;
  int scope_ = 0;
  int scopes_ = 0;
};

}  // namespace chancery::document
