#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

/// The way of a document through an office, as its workflow definition states it.
namespace chancery::flow {

enum class StageKind {
  draft,
  check,
  coordinate,
  parts,
  sign,
  approve,
  registration,
  distribute,
  publish,
  acquaint,
  control,
  file,
};

/// What a person may answer to a task.
enum class Outcome {
  submit,  ///< the author sends the draft on its way
  check,   ///< the form is in order
  agree,
  agreeWithRemarks,
  refuse,  ///< a reviewer's "not agreed"
  sign,
  approve,
  registration,
  distribute,
  publish,
  acquaint,  ///< "I have read it"
  complete,  ///< carried out: off the control list
  file,
  sendBack,  ///< back for rework, by whoever checks, signs, approves or registers
};

/// A word in a definition, a command and the journal ("agree-with-remarks"), its button
/// («Согласовать с замечаниями») and what history says afterwards («согласовано с замечаниями»).
struct OutcomeWords {
  Outcome outcome;
  std::string_view word;
  Text button;
  Text status;
};
const OutcomeWords& wordsOf(Outcome outcome);
const std::vector<OutcomeWords>& allOutcomes();
/// By the English word, the Russian button or status, in any case of letters.
std::optional<Outcome> findOutcome(std::string_view word);

/// A stage kind's word in a definition, its ordinary title and the title of the task it gives.
struct StageWords {
  StageKind kind;
  std::string_view word;
  Text title;
  Text task;
};
const StageWords& wordsOf(StageKind kind);
const std::vector<StageWords>& allStageKinds();

/// Who is asked: "author", "role:head" or "person:k1".
struct Selector {
  enum class Kind {
    author,
    role,
    person,
    named,  ///< the person that the task itself names; not written in definitions
  };
  Kind kind = Kind::author;
  std::string name;  ///< "" for the author

  std::string text() const;
  bool operator==(const Selector&) const = default;
};
std::optional<Selector> parseSelector(std::string_view text);

/// A term for an answer: "3wd" is three working days, "P5D" five calendar days, "date:PATH" the day
/// that the data state at an XPath.
struct Term {
  int days = 0;
  bool working = false;
  std::string path = {};  ///< of a day in the data; "" = none

  std::string text() const;
  std::string inWords(Language language) const;  ///< «3 рабочих дня»
  bool operator==(const Term&) const = default;
};
std::optional<Term> parseTerm(std::string_view text);

/// Visas that suffice: "all", "any", "2", "2/3", "60%". A share is of those who are asked, rounded
/// up.
struct Quorum {
  std::size_t count = 0;    ///< 0 = all, unless there is a share
  std::size_t share = 0;    ///< numerator; 0 = no share
  std::size_t of = 1;       ///< denominator

  std::size_t among(std::size_t asked) const;
  std::string text() const;
  bool operator==(const Quorum&) const = default;
};
std::optional<Quorum> parseQuorum(std::string_view text);

/// A reviewer, or a group of reviewers and groups.
struct Review {
  enum class Order { one, sequential, parallel };
  Order order = Order::one;
  Selector by = {};         ///< of one reviewer
  std::string when = {};    ///< XPath over the data; "" = always
  std::string part = {};    ///< of one reviewer: XPath of what is looked at; "" = everything
  Quorum quorum = {};       ///< of a parallel group
  std::optional<std::size_t> returnTo = {};  ///< a refusal goes to this stage at once
  std::vector<Review> members = {};
};

/// Who is asked again after rework.
enum class Resume {
  all,       ///< everybody: earlier visas fall
  refused,   ///< those who have not agreed yet
  affected,  ///< besides, those whose part of the data has changed since
};

/// What becomes of a task that is not answered in its term.
enum class Overdue {
  wait,      ///< nothing
  escalate,  ///< somebody else may answer too
  agree,     ///< counts as agreed
  sendBack,  ///< the document goes back
};

/// One stage. Fields that its kind does not use stay empty.
struct Stage {
  std::string id;
  StageKind kind = StageKind::draft;
  std::string title;
  std::optional<Selector> by;  ///< absent: the system does it (check, publish)
  std::optional<Term> due;
  std::optional<Term> after;         ///< the stage begins so long after the one before it
  std::optional<Term> remind;        ///< before the end of the term
  Overdue overdue = Overdue::wait;
  Selector escalateTo;               ///< with Overdue::escalate
  bool remarkRequired = false;       ///< for sending back
  bool authorMayAct = false;         ///< the author may be reviewer or signatory too
  std::size_t returnTo = 0;          ///< stage that a refusal leads to
  Review review;                     ///< coordinate
  Resume resume = Resume::all;       ///< coordinate
  std::string each;  ///< acquaint: "role:…" or XPath of people; control: of items; parts: of parts
  std::string workflow;              ///< parts: that each of them goes
  bool oneByOne = false;             ///< acquaint: each after the one before
  std::string signature;             ///< sign: "simple", "unqualified", "qualified" or ""
  std::string series;                ///< number series; "" = gives no number
  std::string profile;               ///< check: its rules; "" = those of the style profile
  std::string to;                    ///< publish: subfolder of the site folder; distribute: a list
  std::string index;                 ///< file: of the file in the nomenclature
  std::vector<std::string> formats;  ///< publish
};

/// An act that is not an answer to a task.
struct Allow {
  enum class Act { recall, cancel };
  Act act = Act::recall;
  Selector by;
  std::size_t before = 0;  ///< allowed until the task of this stage is answered
  std::size_t to = 0;      ///< recall: stage to go on from
  bool remarkRequired = false;
};

/// A workflow definition that has passed all checks: indices are valid, ids unique.
struct Definition {
  std::string id;
  std::string title;
  std::string label;  ///< the office's own name of this edition
  std::string templateName;
  std::string profile;
  std::optional<Selector> supervisor;  ///< who may give a task to somebody else
  bool isClosed = false;               ///< only those who take part may look
  std::vector<Stage> stages;
  std::vector<Allow> allows;

  std::optional<std::size_t> findStage(std::string_view id) const;
  /// Formats that some stage publishes, each once; PDF and DOCX when none does.
  std::vector<std::string> formats() const;
  /// What a case asks its data, each once, in order of appearance.
  struct Questions {
    std::vector<std::string> conditions;  ///< does it hold?
    std::vector<std::string> dates;       ///< which day stands there?
    std::vector<std::string> parts;       ///< which hash does it have? "" = everything
  };
  Questions questions() const;
};

/// What exists around a definition, for checking the names in it; an empty list is not checked.
struct Surroundings {
  std::vector<std::string> roles;
  std::vector<std::string> people;
  std::vector<std::string> series;
  std::vector<std::string> lists = {};  ///< of addressees
};

/// Reads a workflow definition (namespace urn:chancery:workflow), reporting everything wrong in it.
/// Result: nothing when there are errors.
std::optional<Definition> parse(const Sources& sources, SourceId source,
                                const Surroundings& surroundings, Diagnostics& diagnostics);

}  // namespace chancery::flow
