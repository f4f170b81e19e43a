#include "diagram/builder.h"

#include <algorithm>

#include "diagram/words.h"

namespace chancery::diagram {
namespace {

constexpr std::string_view kSystemKey = "system";

template <typename Item>
void append(std::vector<Item>& items, std::vector<Item> more) {
  items.insert(items.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

}  // namespace

void Builder::run() {
  process_.id = "process_" + ncName(definition_.id);
  process_.title = definition_.title;
  process_.language = names_.language;
  Path path;
  const std::size_t start = add(NodeKind::start, "start", laneOf(definition_.stages.front()), path);
  process_.nodes[start].name = names_.say({"Начало", "Start"});
  path.exits = {{start}};
  for (stage_ = 0; stage_ < definition_.stages.size(); ++stage_) stage(path);
  const std::size_t last = process_.nodes[path.exits.back().node].lane;
  const std::size_t end = add(NodeKind::end, "end", last, path);
  process_.nodes[end].name = names_.say({"Конец", "End"});
  process_.columns = path.column;
  for (const auto& [exit, stage] : returns_) {
    const auto entry = entries_.find(stage);
    if (entry != entries_.end()) connect(exit, entry->second, true);
  }
  asides();
}

std::set<std::size_t> Builder::targets() const {
  std::set<std::size_t> stages;
  for (const auto& [exit, stage] : returns_) stages.insert(stage);
  return stages;
}

// ---- lanes and rows ----

std::size_t Builder::laneOf(const std::string& key, const std::string& name) {
  const auto [found, isNew] = laneIndices_.emplace(key, process_.lanes.size());
  if (isNew) process_.lanes.push_back({"lane_" + ncName(key), name});
  return found->second;
}

std::size_t Builder::laneOf(const flow::Selector& selector) {
  return laneOf(selector.text(), names_.of(selector));
}

std::size_t Builder::systemLane() {
  return laneOf(std::string(kSystemKey), names_.say({"Программа", "The system"}));
}

std::size_t Builder::laneOf(const flow::Review& review) {
  const flow::Review* first = &review;
  while (first->order != flow::Review::Order::one && !first->members.empty()) {
    first = &first->members.front();
  }
  return laneOf(first->by);
}

std::size_t Builder::laneOf(const flow::Stage& stage) {
  if (stage.kind == flow::StageKind::coordinate) return laneOf(stage.review);
  if (stage.kind == flow::StageKind::acquaint) return laneOf(foundBy(stage));
  return stage.by ? laneOf(*stage.by) : systemLane();
}

std::size_t Builder::rowOf(std::size_t lane) const {
  return lane < shift_.size() ? shift_[lane] : 0;
}

// ---- elements ----

std::size_t Builder::gather(NodeKind kind, std::string id, std::size_t lane, std::size_t row,
                            Path& path) {
  const std::size_t index = process_.nodes.size();
  Node node;
  node.kind = kind;
  node.id = std::move(id);
  node.lane = lane;
  node.row = row;
  node.column = path.column++;
  process_.lanes[lane].rows = std::max(process_.lanes[lane].rows, row + 1);
  process_.nodes.push_back(std::move(node));
  for (const Exit& exit : path.exits) connect(exit, index);
  path.exits.clear();
  return index;
}

std::size_t Builder::add(NodeKind kind, std::string id, std::size_t lane, Path& path) {
  mergeBefore(id, path);
  return gather(kind, std::move(id), lane, rowOf(lane), path);
}

void Builder::mergeBefore(const std::string& id, Path& path) {
  if (path.exits.size() < 2) return;
  const Node& last = process_.nodes[path.exits.back().node];
  const std::size_t merge = gather(NodeKind::exclusive, "merge-" + id, last.lane, last.row, path);
  path.exits = {{merge}};
}

void Builder::connect(const Exit& exit, std::size_t to, bool isReturn) {
  std::string id = "flow-" + process_.nodes[exit.node].id + "--" + process_.nodes[to].id;
  const int repeat = ++flowIds_[id];
  if (repeat > 1) id += "--" + std::to_string(repeat);
  process_.flows.push_back({.id = std::move(id),
                            .from = exit.node,
                            .to = to,
                            .side = exit.side,
                            .name = exit.name,
                            .condition = exit.condition,
                            .isDefault = exit.isDefault,
                            .isReturn = isReturn});
}

std::string Builder::idOf(std::string_view kind) const {
  return std::string(kind) + '_' + ncName(current().id);
}

std::string Builder::idOf(std::string_view kind, const std::string& key) const {
  return std::string(kind) + key + '_' + ncName(current().id);
}

// ---- stages ----

void Builder::stage(Path& path) {
  using enum flow::StageKind;
  const flow::Stage& stage = current();
  enter(laneOf(stage), path);
  tasks_.push_back(process_.nodes.size());
  switch (stage.kind) {
    case coordinate:
      review(stage.review, {.stage = stage.returnTo}, false, "1", path);
      return;
    case check:
    case sign:
    case approve:
    case registration:
      return decide(path);
    case parts:
      return call(path);
    case distribute:
    case publish:
      if (stage.by) person(path);
      return system(idOf(stage.by ? "effect" : "task"),
                    stage.by ? stage.kind == publish
                                   ? Text{"Размещение файлов", "Placing the files"}
                                   : Text{"Отправка адресатам", "Sending"}
                             : Text{stage.title, stage.title},
                    notesOf(stage), path);
    case draft:
    case acquaint:
    case control:
    case file:
      return person(path);
  }
}

void Builder::enter(std::size_t lane, Path& path) {
  if (targets_.contains(stage_)) {
    const std::size_t entry = gather(NodeKind::exclusive, idOf("entry"), lane, rowOf(lane), path);
    entries_[stage_] = entry;
    path.exits = {{entry}};
  }
  if (!current().after) return;
  const std::size_t wait = add(NodeKind::wait, idOf("after"), lane, path);
  Node& node = process_.nodes[wait];
  node.timer = current().after;
  node.name =
      fill(names_.say({"ждать: {0}", "wait: {0}"}), {current().after->inWords(names_.language)});
  path.exits = {{wait}};
}

void Builder::person(Path& path) {
  const flow::Stage& stage = current();
  const bool isFound = stage.kind == flow::StageKind::acquaint;
  Ways ways =
      ask(idOf("task"), isFound ? foundBy(stage) : stage.by.value_or(flow::Selector{}), path);
  Node& task = process_.nodes[ways.agreed.front().node];
  if (isFound || stage.kind == flow::StageKind::control) {
    task.repeat = stage.oneByOne ? Repeat::oneByOne : Repeat::together;
  }
  path.exits = std::move(ways.agreed);
  for (const Exit& exit : ways.refused) returns_.emplace_back(exit, stage.returnTo);
}

// A stage with a decision: the document goes on or back.
void Builder::decide(Path& path) {
  const flow::Stage& stage = current();
  Ways ways;
  if (stage.by) {
    ways = ask(idOf("task"), *stage.by, path);
  } else {
    system(idOf("task"), {stage.title, stage.title}, notesOf(stage), path);
    ways.agreed = std::move(path.exits);
  }
  question(idOf("decision"), std::move(ways), {.stage = stage.returnTo}, path);
  if (stage.kind == flow::StageKind::check) return;
  std::vector<std::string> notes;
  if (!stage.series.empty()) {
    notes.push_back(fill(names_.say({"Нумератор: {0}", "Number series: {0}"}),
                         {names_.of("series", stage.series)}));
  }
  system(idOf("effect"),
         stage.series.empty() ? Text{"Изготовление файлов", "Making the files"}
                              : Text{"Дата и номер, изготовление файлов", "Date, number and files"},
         std::move(notes), path);
}

// Another workflow, once for each part of the document.
void Builder::call(Path& path) {
  const flow::Stage& stage = current();
  const std::string workflow = names_.of("workflow", stage.workflow);
  std::vector<std::string> notes = notesOf(stage);
  notes.push_back(fill(names_.say({"каждая часть ({0}) – по маршруту «{1}»",
                                   "each part ({0}) goes the workflow “{1}”"}),
                       {stage.each, workflow}));
  system(idOf("task"), {stage.title, stage.title}, std::move(notes), path);
  Node& node = process_.nodes[path.exits.front().node];
  node.repeat = Repeat::together;
  node.called = stage.workflow;
  Ways ways;
  ways.agreed = std::move(path.exits);
  question(idOf("decision"), std::move(ways), {.stage = stage.returnTo}, path);
}

void Builder::system(const std::string& id, const Text& name, std::vector<std::string> notes,
                     Path& path) {
  const std::size_t task = add(NodeKind::system, id, systemLane(), path);
  process_.nodes[task].name = names_.say(name);
  process_.nodes[task].notes = std::move(notes);
  path.exits = {{task}};
}

Builder::Ways Builder::ask(const std::string& id, const flow::Selector& by, Path& path) {
  const flow::Stage& stage = current();
  const std::size_t task = add(NodeKind::person, id, laneOf(by), path);
  Node& node = process_.nodes[task];
  node.name = stage.title;
  node.performer = by.text();
  node.notes = notesOf(stage);
  if (stage.due && stage.overdue == flow::Overdue::wait) {
    node.detail = termOf(*stage.due, names_);
  }
  Ways ways;
  ways.agreed = {{task}};
  if (stage.overdue != flow::Overdue::wait) watchTerm(task, id, ways);
  return ways;
}

void Builder::watchTerm(std::size_t task, const std::string& id, Ways& ways) {
  const flow::Stage& stage = current();
  const std::string term =
      stage.due ? stage.due->inWords(names_.language) : names_.say({"срок истёк", "term is over"});
  Node timer;
  timer.kind = NodeKind::overdue;
  timer.id = "overdue-" + id;
  timer.lane = process_.nodes[task].lane;
  timer.column = process_.nodes[task].column;
  timer.row = process_.nodes[task].row;
  timer.host = task;
  timer.timer = stage.due;
  timer.interrupts = stage.overdue != flow::Overdue::escalate;
  const std::size_t at = process_.nodes.size();
  Node ending = timer;
  switch (stage.overdue) {
    case flow::Overdue::agree:
      timer.name = fill(names_.say({"{0}: считается принятым", "{0}: counts as agreed"}), {term});
      ways.agreed.push_back({at, Side::bottom});
      break;
    case flow::Overdue::sendBack:
      timer.name = fill(names_.say({"{0}: возврат", "{0}: goes back"}), {term});
      ways.refused.push_back({at, Side::bottom});
      break;
    default:
      timer.name = term;
  }
  process_.nodes.push_back(std::move(timer));
  if (stage.overdue != flow::Overdue::escalate) return;
  ending.kind = NodeKind::escalation;
  ending.id = "escalation-" + id;
  ending.host = at;
  ending.name =
      fill(names_.say({"задача и у: {0}", "also asked: {0}"}), {names_.of(stage.escalateTo)});
  process_.nodes.push_back(std::move(ending));
  connect({at, Side::bottom}, at + 1);
}

std::vector<std::string> Builder::notesOf(const flow::Stage& stage) const {
  std::vector<std::string> notes;
  if (stage.due) notes.push_back(termOf(*stage.due, names_));
  if (stage.remind) {
    notes.push_back(
        fill(names_.say({"напоминание: за {0} до срока", "reminder: {0} before the term"}),
             {stage.remind->inWords(names_.language)}));
  }
  if (stage.remarkRequired) {
    notes.push_back(names_.say({"при отказе замечания обязательны", "a refusal needs remarks"}));
  }
  if (stage.authorMayAct) {
    notes.push_back(
        names_.say({"автор может решать и по своему документу", "the author may act too"}));
  }
  if (!stage.to.empty()) notes.push_back(fill(names_.say({"куда: {0}", "to: {0}"}), {stage.to}));
  if (!stage.index.empty()) {
    notes.push_back(fill(names_.say({"дело № {0}", "file {0}"}), {stage.index}));
  }
  return notes;
}

Builder::Exits Builder::question(const std::string& id, Ways ways, const Refusal& refusal,
                                 Path& path) {
  path.exits = {ways.agreed.front()};
  const Node& asked = process_.nodes[path.exits.front().node];
  const std::size_t lane = asked.lane;
  const std::size_t row = asked.row;
  const std::size_t decision = gather(NodeKind::exclusive, id, lane, row, path);
  process_.nodes[decision].name = questionOf(current().kind, names_);
  if (refusal.isAtOnce) {
    process_.nodes[decision].notes = {names_.say(
        {"при отказе остальные задачи этапа снимаются", "a refusal ends the stage's other tasks"})};
  }
  path.exits = {{decision, Side::right, names_.say(kYes)}};
  path.exits.insert(path.exits.end(), ways.agreed.begin() + 1, ways.agreed.end());
  Exits refused = {{decision, Side::top, names_.say(kNo)}};
  append(refused, std::move(ways.refused));
  if (refusal.joins) return refused;
  for (const Exit& exit : refused) returns_.emplace_back(exit, refusal.stage);
  return {};
}

// ---- reviewers and groups ----

Builder::Exits Builder::review(const flow::Review& review, Refusal refusal, bool isLast,
                               const std::string& key, Path& path) {
  Exits skipped;
  if (!review.when.empty()) {
    const std::size_t choice = add(NodeKind::exclusive, idOf("when", key), laneOf(review), path);
    process_.nodes[choice].name = fill(names_.say({"Если {0}", "If {0}"}), {review.when});
    path.exits = {{choice, Side::right, names_.say(kYes), review.when}};
    skipped = {{choice, Side::top, names_.say(kNo), {}, true}};
  }
  if (review.returnTo) refusal = {.isAtOnce = true, .stage = *review.returnTo};
  Exits refused;
  switch (review.order) {
    case flow::Review::Order::one:
      refused = one(review, refusal, isLast, key, path);
      break;
    case flow::Review::Order::sequential:
      refused = sequence(review, refusal, isLast, key, path);
      break;
    case flow::Review::Order::parallel:
      refused = parallel(review, refusal, isLast, key, path);
      break;
  }
  append(path.exits, std::move(skipped));
  return refused;
}

Builder::Exits Builder::one(const flow::Review& review, const Refusal& refusal, bool isLast,
                            const std::string& key, Path& path) {
  Ways ways = ask(idOf("visa", key), review.by, path);
  if (!review.part.empty()) {
    process_.nodes[ways.agreed.front().node].notes.push_back(
        fill(names_.say({"смотрит часть: {0}", "looks at: {0}"}), {review.part}));
  }
  if (!refusal.joins || !isLast) {
    return question(idOf("decision", key), std::move(ways), refusal, path);
  }
  // The group's end counts the answers, whatever they are.
  path.exits = std::move(ways.agreed);
  append(path.exits, std::move(ways.refused));
  return {};
}

Builder::Exits Builder::sequence(const flow::Review& group, const Refusal& refusal, bool isLast,
                                 const std::string& key, Path& path) {
  Exits refused;
  for (std::size_t i = 0; i < group.members.size(); ++i) {
    append(refused, review(group.members[i], refusal, isLast && i + 1 == group.members.size(),
                           key + '-' + std::to_string(i + 1), path));
  }
  return refused;
}

Builder::Exits Builder::parallel(const flow::Review& group, const Refusal& refusal, bool isLast,
                                 const std::string& key, Path& path) {
  const std::size_t lane = laneOf(group);
  const std::size_t fork = add(NodeKind::parallel, idOf("fork", key), lane, path);
  branches(group, refusal, key, fork, path);
  const std::string enough = enoughOf(group, names_);
  const std::size_t join = gather(enough.empty() ? NodeKind::parallel : NodeKind::complex,
                                  idOf("join", key), lane, process_.nodes[fork].row, path);
  process_.nodes[join].name = enough;
  process_.nodes[join].enough = enough;
  path.exits = {{join}};
  // Nobody who refuses at once arrives at the group's end.
  if (refusal.isAtOnce || (refusal.joins && isLast)) return {};
  return question(idOf("decision", key), {.agreed = path.exits}, refusal, path);
}

// Branches stand below each other: the rows that one of them takes in a lane, the others leave
// free.
void Builder::branches(const flow::Review& group, const Refusal& refusal, const std::string& key,
                       std::size_t fork, Path& path) {
  const std::size_t first = path.column;
  std::vector<std::pair<std::size_t, std::size_t>> before;  // lanes with their shift
  Exits ends;
  for (std::size_t i = 0; i < group.members.size(); ++i) {
    const std::string own = key + '-' + std::to_string(i + 1);
    const std::size_t placed = process_.nodes.size();
    Path branch;
    branch.exits = {{fork}};
    branch.column = first;
    Exits refused = review(group.members[i], refusal.isAtOnce ? refusal : Refusal{.joins = true},
                           true, own, branch);
    append(branch.exits, std::move(refused));
    mergeBefore(idOf("branch", own), branch);
    append(ends, std::move(branch.exits));
    path.column = std::max(path.column, branch.column);
    shift_.resize(process_.lanes.size(), 0);
    for (std::size_t n = placed; n < process_.nodes.size(); ++n) {
      const Node& node = process_.nodes[n];
      if (node.row < shift_[node.lane]) continue;
      before.emplace_back(node.lane, shift_[node.lane]);
      shift_[node.lane] = node.row + 1;
    }
  }
  for (auto taken = before.rbegin(); taken != before.rend(); ++taken) {
    shift_[taken->first] = taken->second;
  }
  path.exits = std::move(ends);
}

// ---- what may be done at any time ----

void Builder::asides() {
  // A note stands right under what it is about.
  for (const auto act : {flow::Allow::Act::recall, flow::Allow::Act::cancel}) {
    for (const flow::Allow& allow : definition_.allows) {
      if (allow.act == act) aside(allow);
    }
  }
}

void Builder::aside(const flow::Allow& allow) {
  const bool ends = allow.act == flow::Allow::Act::cancel;
  const std::size_t about = tasks_[ends ? 0 : allow.to];
  const Node& task = process_.nodes[about];
  const std::string before = quoted(definition_.stages[allow.before].title, names_);
  Aside aside;
  aside.ends = ends;
  aside.about = about;
  aside.id = ends ? "cancel" : "recall";
  aside.column = task.column;
  aside.lane = ends ? laneOf(allow.by) : task.lane;
  if (ends) {
    aside.name = names_.say({"Снятие с рассмотрения", "Cancelling"});
    aside.text =
        fill(names_.say({"До решения на этапе {0}", "Until the decision at {0}"}), {before});
    aside.start = names_.say({"снять", "cancel"});
    aside.end = names_.say({"снято", "cancelled"});
  } else {
    aside.name = names_.say({"Отзыв", "Recall"});
    aside.text = fill(names_.say({"{1} может отозвать документ сюда до решения на этапе {0}",
                                  "{1} may recall the document to here until the decision at {0}"}),
                      {before, names_.of(allow.by)});
  }
  const bool isTaken =
      std::any_of(process_.nodes.begin(), process_.nodes.end(),
                  [&](const Node& node) {
                    return node.lane == aside.lane && node.column == aside.column;
                  }) ||
      std::any_of(process_.asides.begin(), process_.asides.end(), [&](const Aside& other) {
        return other.lane == aside.lane && other.column == aside.column;
      });
  Lane& lane = process_.lanes[aside.lane];
  aside.row = isTaken ? lane.rows++ : 0;
  process_.asides.push_back(std::move(aside));
}

}  // namespace chancery::diagram
