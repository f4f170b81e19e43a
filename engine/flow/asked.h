#pragma once

#include <string>
#include <utility>
#include <vector>

namespace chancery::flow {

/// One person whom a stage asks, with what about; or one part of the document.
struct Asked {
  std::string person;
  std::string subject;
  std::string due;        ///< ISO 8601; "" = the stage's
  std::string item = {};  ///< SHA-256 of a part

  bool operator==(const Asked&) const = default;
};

/// What an effect that found them reports: "person", each with "subject", "due" and "item" behind it
/// where there are any.
std::vector<std::pair<std::string, std::string>> factsOf(const std::vector<Asked>& found);
std::vector<Asked> askedIn(const std::vector<std::pair<std::string, std::string>>& facts);

}  // namespace chancery::flow
