#include "flow/soundness.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "flow/inspector.h"
#include "flow/messages.h"
#include "flow/path_words.h"

namespace chancery::flow {
namespace {

/// Everybody that a definition names.
class Cast {
 public:
  explicit Cast(const Core& core) {
    const Selector& drafter = core.nodes[firstAsk(core)].by;
    author_ = {"author", {}};
    if (drafter.kind == Selector::Kind::role) author_.roles = {drafter.name};
    if (drafter.kind == Selector::Kind::person) author_.id = drafter.name;
    people_ = {author_};
    for (const Node& node : core.nodes) {
      if (node.kind == Node::Kind::ask) add(node.by);
    }
    for (const Stage& stage : core.definition.stages) add(stage.escalateTo);
    for (const Allow& allow : core.definition.allows) add(allow.by);
    if (core.definition.supervisor) add(*core.definition.supervisor);
    people_.push_back({"somebody else", {}});
  }

  const std::vector<Colleague>& people() const { return people_; }
  const Colleague& author() const { return author_; }

  static std::size_t firstAsk(const Core& core) {
    std::size_t node = core.entries.front();
    while (core.nodes[node].kind == Node::Kind::effect) node = core.nodes[node].next;
    return node;
  }

 private:
  void add(const Selector& selector) {
    Colleague person;
    if (selector.kind == Selector::Kind::role) person = {selector.text(), {selector.name}};
    if (selector.kind == Selector::Kind::person) person.id = selector.name;
    const bool isKnown = std::any_of(people_.begin(), people_.end(),
                                     [&](const Colleague& p) { return p.id == person.id; });
    if (!person.id.empty() && !isKnown) people_.push_back(std::move(person));
  }

  std::vector<Colleague> people_;
  Colleague author_;
};

/// Reports each stage where documents stop, whoever is their author.
class Solitude : public Onlooker {
 public:
  Solitude(const Core& core, const Places& places, const std::vector<bool>& blocked,
           Diagnostics& diagnostics)
      : core_(core), places_(places), blocked_(blocked), diagnostics_(diagnostics) {}

  void attach(const Explorer& explorer) { explorer_ = &explorer; }
  void reached(std::size_t, const State&) override {}
  void moved(std::size_t, const State&, const Move&, const Visit&, const State&) override {}
  void notTaken(std::size_t, const Move&) override {}
  void unanswerable(std::size_t visit, const Token& task) override {
    const Node& node = core_.nodes[task.node];
    if (!blocked_[task.node] || !made_.insert(node.stage).second) return;
    diagnostics_
        .error(messages::kOnlyAuthor, places_.stages[node.stage],
               {core_.stageOf(node).title, node.by.text(),
                inWords(core_, explorer_->pathTo(visit))})
        .hint(messages::kAppointSecond);
  }

 private:
  const Core& core_;
  const Places& places_;
  const std::vector<bool>& blocked_;
  Diagnostics& diagnostics_;
  const Explorer* explorer_ = nullptr;
  std::set<std::size_t> made_;
};

bool holds(const Colleague& person, const std::string& role) {
  return std::find(person.roles.begin(), person.roles.end(), role) != person.roles.end();
}

// Roles that documents need besides those of tasks: whom a stage shows the document to, and who
// answers when a term has passed.
void findVacancies(const Core& core, const Places& places, const std::vector<Colleague>& staff,
                   Diagnostics& diagnostics) {
  const auto& stages = core.definition.stages;
  for (std::size_t i = 0; i < stages.size(); ++i) {
    const Stage& stage = stages[i];
    std::string role;
    const auto each = parseSelector(stage.each);
    if (each && each->kind == Selector::Kind::role) role = each->name;
    if (stage.overdue == Overdue::escalate && stage.escalateTo.kind == Selector::Kind::role) {
      role = stage.escalateTo.name;
    }
    if (role.empty()) continue;
    const auto isHolder = [&](const Colleague& person) { return holds(person, role); };
    if (std::any_of(staff.begin(), staff.end(), isHolder)) continue;
    diagnostics.error(messages::kVacant, places.stages[i], {role, stage.title, "«" + stage.title + "»"})
        .hint(messages::kAppointHolder);
  }
}

// Vacant roles are told of elsewhere: here somebody holds them.
std::vector<Colleague> withoutVacancies(const Cast& cast, std::vector<Colleague> staff) {
  std::vector<Colleague> added;
  for (const Colleague& person : cast.people()) {
    if (person.id == cast.author().id || person.roles.empty()) continue;
    const auto isHolder = [&](const Colleague& p) { return holds(p, person.roles.front()); };
    if (std::none_of(staff.begin(), staff.end(), isHolder)) added.push_back(person);
  }
  staff.insert(staff.end(), added.begin(), added.end());
  return staff;
}

// Whoever holds a role alone cannot be judged in it. Where that stops the documents of one author,
// their start warns of it; here it is reported where nobody else may write them.
void proveForAuthors(const Core& core, const Places& places, const Cast& cast,
                     const std::vector<Colleague>& staff, Diagnostics& diagnostics) {
  const std::vector<Colleague> people = withoutVacancies(cast, staff);
  const Colleague* author = nullptr;
  std::vector<bool> blocked(core.nodes.size(), true);
  for (const Colleague& person : staff) {
    State state;
    state.author = person.id;
    Token draft;
    draft.node = Cast::firstAsk(core);
    if (whyNot(core, state, draft, person.id, person.roles)) continue;
    author = &person;
    const std::vector<bool> answerable = Explorer::answerable(core, people, person);
    for (std::size_t i = 0; i < blocked.size(); ++i) blocked[i] = blocked[i] && !answerable[i];
  }
  if (!author || std::find(blocked.begin(), blocked.end(), true) == blocked.end()) return;
  Solitude solitude(core, places, blocked, diagnostics);
  Explorer explorer(core, people, *author, solitude);
  solitude.attach(explorer);
  explorer.run(kMostStates);
}

void checkReminders(const Core& core, const Places& places, Diagnostics& diagnostics) {
  const auto& stages = core.definition.stages;
  for (std::size_t i = 0; i < stages.size(); ++i) {
    const auto& [due, remind] = std::tie(stages[i].due, stages[i].remind);
    if (!due || !remind || !due->path.empty()) continue;
    // A week of calendar days has five working days at most.
    const bool isTooEarly = due->working == remind->working ? remind->days >= due->days
                            : remind->working               ? remind->days >= due->days
                                                            : false;
    if (!isTooEarly) continue;
    diagnostics
        .error(messages::kRemindTooEarly, places.stages[i],
               {stages[i].title, remind->text(), due->text()})
        .hint(messages::kRemindLater);
  }
}

}  // namespace

Places placesOf(const Sources& sources, const xml::Node& root) {
  Places places;
  places.workflow = sources.place(root.origin.stated);
  for (const xml::Node& child : root.children) {
    const Place place = sources.place(child.origin.stated);
    if (child.is(xml::Namespace::workflow, "stage")) places.stages.push_back(place);
    if (child.is(xml::Namespace::workflow, "allow")) places.allows.push_back(place);
  }
  return places;
}

Proof prove(const Core& core, const Places& places, const std::vector<Colleague>& staff,
            Diagnostics& diagnostics, std::size_t mostStates) {
  checkReminders(core, places, diagnostics);
  const Cast cast(core);
  Inspector inspector(core, places, cast.people(), staff, diagnostics);
  Explorer explorer(core, cast.people(), cast.author(), inspector);
  inspector.attach(explorer);
  Proof proof;
  proof.isWhole = explorer.run(mostStates);
  proof.states = explorer.visits().size();
  if (!proof.isWhole) {
    diagnostics
        .warning(messages::kTooManyStates, places.workflow, {std::to_string(mostStates)})
        .hint(messages::kFewerConditions);
    return proof;
  }
  inspector.conclude();
  if (staff.empty()) return proof;
  findVacancies(core, places, staff, diagnostics);
  proveForAuthors(core, places, cast, staff, diagnostics);
  return proof;
}

}  // namespace chancery::flow
