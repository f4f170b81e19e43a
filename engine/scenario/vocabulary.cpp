#include <array>

#include "base/error.h"
#include "scenario/scenario.h"

namespace chancery::scenario {
namespace {

using flow::Refusal;

constexpr std::array<std::pair<Refusal, std::string_view>, 12> kRefusals = {{
    {Refusal::finished, "finished"},
    {Refusal::notOpen, "not-open"},
    {Refusal::notEntitled, "not-entitled"},
    {Refusal::isAuthor, "is-author"},
    {Refusal::outcomeNotOffered, "not-offered"},
    {Refusal::remarkMissing, "remark-missing"},
    {Refusal::notProvided, "not-provided"},
    {Refusal::alreadyThere, "already-there"},
    {Refusal::tooLate, "too-late"},
    {Refusal::taken, "taken"},
    {Refusal::notDelegable, "not-delegable"},
    {Refusal::noChange, "no-change"},
}};

xml::Vocabulary makeVocabulary() {
  const std::vector<std::string> data = {"holds", "date", "part", "found"};
  const xml::AttributeRule by{"by", true};
  const xml::AttributeRule refused{"refused", false, refusalWords()};
  const auto onTask = [&](const char* name, std::vector<xml::AttributeRule> more) {
    xml::ElementRule rule{.name = name,
                          .attributes = {by, {"stage"}, {"for"}, {"subject"}, refused}};
    rule.attributes.insert(rule.attributes.end(), more.begin(), more.end());
    return rule;
  };
  xml::ElementRule act = onTask("act", {{"answer", true}, {"remark"}});
  act.children = data;
  return {xml::Namespace::scenario,
          "scenarios",
          {
              {.name = "scenarios",
               .attributes = {{"workflow", true}},
               .children = {"person", "scenario"}},
              {.name = "person", .attributes = {{"id", true}, {"roles"}}},
              {.name = "scenario",
               .attributes = {{"title", true}, {"time", true}},
               .children = {"start", "act", "claim", "put-back", "delegate", "reassign", "recall",
                            "cancel", "fails", "at", "wait", "waits", "status", "journal"}},
              {.name = "start", .attributes = {by, refused}, .children = data},
              act,
              onTask("claim", {}),
              onTask("put-back", {}),
              onTask("delegate", {{"to", true}}),
              onTask("reassign", {{"to", true}}),
              {.name = "recall", .attributes = {by, {"remark"}, refused}},
              {.name = "cancel", .attributes = {by, {"remark"}, refused}},
              {.name = "fails", .attributes = {{"effect", true}, {"stage"}, {"reason", true}}},
              {.name = "at", .attributes = {{"time", true}}},
              {.name = "wait", .attributes = {{"for", true}}},
              {.name = "waits", .attributes = {{"stage", true}, {"for", true}}},
              {.name = "status", .text = true},
              {.name = "journal", .text = true},
              {.name = "holds", .attributes = {{"when", true}}},
              {.name = "date", .attributes = {{"path", true}, {"day", true}}},
              {.name = "part", .attributes = {{"path", true}, {"is", true}}},
              {.name = "found", .attributes = {{"stage", true}, {"person"}, {"subject"}, {"due"}}},
          }};
}

}  // namespace

const xml::Vocabulary& vocabulary() {
  static const xml::Vocabulary kVocabulary = makeVocabulary();
  return kVocabulary;
}

std::string_view wordOf(flow::Refusal refusal) {
  for (const auto& [known, word] : kRefusals) {
    if (known == refusal) return word;
  }
  check(false, "every refusal has its word");
  return {};
}

std::optional<flow::Refusal> findRefusal(std::string_view word) {
  for (const auto& [refusal, known] : kRefusals) {
    if (known == word) return refusal;
  }
  return std::nullopt;
}

std::vector<std::string> refusalWords() {
  std::vector<std::string> words;
  for (const auto& entry : kRefusals) words.emplace_back(entry.second);
  return words;
}

}  // namespace chancery::scenario
