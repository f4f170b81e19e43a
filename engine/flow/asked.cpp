#include "flow/asked.h"

namespace chancery::flow {

std::vector<std::pair<std::string, std::string>> factsOf(const std::vector<Asked>& found) {
  std::vector<std::pair<std::string, std::string>> facts;
  for (const Asked& asked : found) {
    facts.emplace_back("person", asked.person);
    if (!asked.subject.empty()) facts.emplace_back("subject", asked.subject);
    if (!asked.due.empty()) facts.emplace_back("due", asked.due);
    if (!asked.item.empty()) facts.emplace_back("item", asked.item);
  }
  return facts;
}

std::vector<Asked> askedIn(const std::vector<std::pair<std::string, std::string>>& facts) {
  std::vector<Asked> found;
  for (const auto& [name, value] : facts) {
    if (name == "person") found.push_back({value, {}, {}});
    if (name == "subject" && !found.empty()) found.back().subject = value;
    if (name == "due" && !found.empty()) found.back().due = value;
    if (name == "item" && !found.empty()) found.back().item = value;
  }
  return found;
}

}  // namespace chancery::flow
