#include "flow/vocabulary.h"

#include <map>

namespace chancery::flow {
namespace {

using Kinds = std::vector<StageKind>;

std::vector<std::string> kindWords() {
  std::vector<std::string> words;
  for (const StageWords& kind : allStageKinds()) words.emplace_back(kind.word);
  return words;
}

xml::Vocabulary makeVocabulary() {
  const std::vector<std::string> modes = {"parallel", "sequential"};
  const std::vector<std::string> remarks = {"required", "optional"};
  const std::vector<std::string> authors = {"allowed", "forbidden"};
  return {xml::Namespace::workflow,
          "workflow",
          {
              {.name = "workflow",
               .attributes =
                   {{"id", true},
                    {"title", true},
                    {"label"},
                    {"template", true},
                    {"profile"},
                    {"supervisor"},
                    {"access", false, {"open", "closed"}}},
               .children = {"stage", "allow"}},
              {.name = "stage",
               .attributes = {{"id", true},
                              {"kind", true, kindWords()},
                              {"title"},
                              {"by"},
                              {"due"},
                              {"after"},
                              {"remind"},
                              {"on-overdue", false, {"escalate", "agree", "return"}},
                              {"escalate-to"},
                              {"resume", false, {"all", "refused", "affected"}},
                              {"each"},
                              {"items"},
                              {"workflow"},
                              {"index"},
                              {"mode", false, modes},
                              {"quorum"},
                              {"on-refuse"},
                              {"on-errors"},
                              {"remark", false, remarks},
                              {"author", false, authors},
                              {"profile"},
                              {"to"},
                              {"formats"}},
               .children = {"reviewer", "group", "signature", "registration"}},
              {.name = "group",
               .attributes = {{"mode", false, modes}, {"quorum"}, {"when"}, {"on-refuse"}},
               .children = {"reviewer", "group"}},
              {.name = "reviewer",
               .attributes = {{"by", true}, {"when"}, {"part"}, {"on-refuse"}}},
              {.name = "signature",
               .attributes = {{"level", false, {"simple", "unqualified", "qualified"}}}},
              {.name = "registration", .attributes = {{"series", true}}},
              {.name = "allow",
               .attributes = {{"act", true, {"recall", "cancel"}},
                              {"by", true},
                              {"before", true},
                              {"to"},
                              {"remark", false, remarks}}},
          }};
}

}  // namespace

const xml::Vocabulary& vocabulary() {
  static const xml::Vocabulary kVocabulary = makeVocabulary();
  return kVocabulary;
}

const std::vector<StageKind>* kindsOfAttribute(std::string_view name) {
  using enum StageKind;
  static const std::map<std::string_view, Kinds> kKinds = {
      {"by", {draft, check, sign, approve, registration, distribute, publish, control, file}},
      {"remind",
       {draft, check, coordinate, sign, approve, registration, distribute, publish, acquaint,
        control, file}},
      {"due",
       {draft, check, coordinate, sign, approve, registration, distribute, publish, acquaint,
        control, file}},
      {"on-overdue", {check, coordinate, sign, approve, registration}},
      {"escalate-to", {check, coordinate, sign, approve, registration}},
      {"resume", {coordinate}},
      {"each", {acquaint}},
      {"items", {control, parts}},
      {"workflow", {parts}},
      {"index", {file}},
      {"mode", {coordinate, acquaint}},
      {"quorum", {coordinate}},
      {"on-refuse", {coordinate, parts, sign, approve, registration}},
      {"on-errors", {check}},
      {"remark", {check, coordinate, sign, approve, registration}},
      {"author", {check, coordinate, sign, approve}},
      {"profile", {check}},
      {"to", {publish, distribute}},
      {"formats", {publish}},
  };
  const auto found = kKinds.find(name);
  return found == kKinds.end() ? nullptr : &found->second;
}

const std::vector<StageKind>* kindsOfElement(std::string_view name) {
  using enum StageKind;
  static const std::map<std::string_view, Kinds> kKinds = {
      {"reviewer", {coordinate}},
      {"group", {coordinate}},
      {"signature", {sign, approve}},
      {"registration", {sign, approve, registration}},
  };
  const auto found = kKinds.find(name);
  return found == kKinds.end() ? nullptr : &found->second;
}

}  // namespace chancery::flow
