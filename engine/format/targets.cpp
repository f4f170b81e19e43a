#include "format/targets.h"

namespace chancery::format {

using document::Attribute;
using document::Kind;
using document::Node;

namespace {

int levelOf(const Node& heading) {
  const std::string_view level = heading.attribute(Attribute::level);
  return level.empty() ? 1 : level[0] - '0';
}

/// "2.1." → "2.1": how a number is told in the text.
std::string withoutStop(std::string_view number) {
  while (!number.empty() && (number.back() == '.' || number.back() == ')')) number.remove_suffix(1);
  return std::string(number);
}

bool hasId(const Node& node) {
  if (!node.attribute(Attribute::id).empty()) return true;
  for (const Node& child : node.children) {
    if (child.kind == Kind::clause && hasId(child)) return true;
  }
  return false;
}

}  // namespace

Targets::Targets(const Node& document, const Profile& profile, NumberingCounter& numbering,
                 Document& out)
    : profile_(profile), numbering_(numbering), out_(out) {
  visitChildren(document);
  addBookmarks();
}

void Targets::visitChildren(const Node& node) {
  for (const Node& child : node.children) visit(child);
}

void Targets::visit(const Node& node) {
  switch (node.kind) {
    case Kind::heading:
      addHeading(node);
      return;
    case Kind::table:
      addCaptioned(node, Target::Kind::table);
      break;
    case Kind::figure:
    case Kind::chart:
      addCaptioned(node, Target::Kind::figure);
      return;
    case Kind::clauses:
      addClauses(node);
      break;
    case Kind::appendix:
      visitAppendix(node);
      return;
    case Kind::contents:
      contents_.emplace_back(&node, scope_);
      return;
    case Kind::reference:
      uses_.push_back({node.attribute(Attribute::to), scope_});
      return;
    default:
      break;
  }
  visitChildren(node);
}

void Targets::visitAppendix(const Node& appendix) {
  Target& target = add(appendix, Target::Kind::appendix);
  const Node* part = appendix.find(Kind::part);
  const Node* mark = part ? part->find(Kind::appendixMark) : nullptr;
  const Node* number = mark ? mark->find(Kind::number) : nullptr;
  target.number = number ? number->plainText() : std::string(appendix.attribute(Attribute::number));
  // An included document names itself on its part.
  for (const Node& one : appendix.children) {
    const std::string_view id = one.attribute(Attribute::id);
    if (one.kind == Kind::part && !id.empty()) byId_.emplace(id, targets_.size() - 1);
  }
  Counters own;
  const auto way = profile_.blocks.inAppendices;
  const bool prefixes = way == BlockLook::InAppendices::prefixed && !target.number.empty();
  prefix_ = prefixes ? target.number + '.' : "";
  if (prefixes || way == BlockLook::InAppendices::restarted) counting_ = &own;
  target.opens = scope_ = ++scopes_;
  headings_.reset();
  visitChildren(appendix);
  scope_ = 0;
  prefix_.clear();
  counting_ = &counters_;
}

void Targets::addHeading(const Node& heading) {
  Target& target = add(heading, Target::Kind::heading);
  target.level = levelOf(heading);
  const std::string_view number = heading.attribute(Attribute::number);
  if (number != "auto") {
    target.number = withoutStop(number);
    return;
  }
  if (!headings_) headings_ = numbering_.beginHeadings();
  target.label = numbering_.next(*headings_, target.level - 1);
  target.number = withoutStop(target.label->text);
}

void Targets::addCaptioned(const Node& node, Target::Kind kind) {
  const bool isNamed = !node.attribute(Attribute::id).empty();
  if (!isNamed && node.attribute(Attribute::title).empty()) return;
  int& count = kind == Target::Kind::table ? counting_->tables : counting_->figures;
  add(node, kind).number = prefix_ + std::to_string(++count);
}

/// The labels themselves are given when the clauses are formatted; here they are counted alone.
void Targets::addClauses(const Node& clauses) {
  if (!hasId(clauses)) return;
  Document scratch;
  NumberingCounter counter(profile_, scratch);
  NumberingCounter::Running running = counter.begin("clauses", StyleName::clause);
  for (const Node& clause : clauses.children) countClause(clause, 0, counter, running);
}

void Targets::countClause(const Node& clause, int level, NumberingCounter& counter,
                          NumberingCounter::Running& running) {
  const Label label = counter.next(running, level);
  if (!clause.attribute(Attribute::id).empty()) {
    add(clause, Target::Kind::clause).number = withoutStop(label.text);
  }
  for (const Node& child : clause.children) {
    if (child.kind == Kind::clause) countClause(child, level + 1, counter, running);
  }
}

Target& Targets::add(const Node& node, Target::Kind kind) {
  Target target;
  target.kind = kind;
  target.node = &node;
  target.scope = scope_;
  byNode_.emplace(&node, targets_.size());
  const std::string_view id = node.attribute(Attribute::id);
  if (!id.empty()) byId_.emplace(id, targets_.size());
  targets_.push_back(std::move(target));
  return targets_.back();
}

bool Targets::lists(const Node& contents, int scope, const Target& target) {
  const std::string_view of = contents.attribute(Attribute::of);
  if (of == "tables" || of == "figures") {
    const auto kind = of == "tables" ? Target::Kind::table : Target::Kind::figure;
    return target.kind == kind && (target.scope == scope || scope == 0);
  }
  if (target.kind == Target::Kind::appendix) return scope == 0;
  const std::string_view levels = contents.attribute(Attribute::levels);
  const int deepest = levels.empty() ? 3 : levels[0] - '0';
  return target.kind == Target::Kind::heading && target.scope == scope && target.level <= deepest;
}

void Targets::addBookmarks() {
  if (uses_.empty() && contents_.empty()) return;
  std::vector<bool> isUsed(targets_.size());
  for (const Use& use : uses_) {
    if (const Target* target = find(use.id, use.scope)) {
      isUsed[static_cast<std::size_t>(target - targets_.data())] = true;
    }
  }
  static constexpr const char* kNames[] = {"heading-", "table-", "figure-", "clause-", "appendix-"};
  int counts[std::size(kNames)] = {};
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    Target& target = targets_[i];
    const auto kind = static_cast<std::size_t>(target.kind);
    ++counts[kind];
    for (const auto& [node, scope] : contents_) isUsed[i] = isUsed[i] || lists(*node, scope, target);
    if (!isUsed[i]) continue;
    target.bookmark = static_cast<int>(out_.bookmarks.size());
    out_.bookmarks.push_back({kNames[kind] + std::to_string(counts[kind])});
  }
}

const Target* Targets::of(const Node& node) const {
  const auto found = byNode_.find(&node);
  return found == byNode_.end() ? nullptr : &targets_[found->second];
}

int Targets::scopeOf(const Node& appendix) const {
  const Target* target = of(appendix);
  return target ? target->opens : 0;
}

const Target* Targets::find(std::string_view id, int scope) const {
  const Target* other = nullptr;
  const auto [first, end] = byId_.equal_range(id);
  for (auto entry = first; entry != end; ++entry) {
    const Target& target = targets_[entry->second];
    if (target.scope == scope) return &target;
    // The document's own comes before an appendix', an earlier appendix' before a later one's.
    if (!other || target.scope < other->scope) other = &target;
  }
  return other;
}

}  // namespace chancery::format
