#include "model.h"

#include <algorithm>

namespace chancery::flow {
namespace {

// At least this many of `asked`.
std::size_t needed(const Quorum& quorum, std::size_t asked) {
  if (quorum.share > 0) {
    std::size_t visas = 0;
    while (visas * quorum.of < asked * quorum.share) ++visas;
    return visas;
  }
  return quorum.count > 0 && quorum.count < asked ? quorum.count : asked;
}

bool isNo(Outcome outcome) { return outcome == Outcome::refuse || outcome == Outcome::sendBack; }

}  // namespace

void Model::start(const std::vector<std::string>& holds, const Pairs& parts) {
  submit(holds, parts);
  work_ = "render-draft";
}

void Model::submit(const std::vector<std::string>& holds, const Pairs& parts) {
  holds_ = {holds.begin(), holds.end()};
  parts_ = {parts.begin(), parts.end()};
  std::erase_if(visas_, [&](const auto& visa) {
    return definition_.stages[visa.first.first].resume == Resume::all;
  });
}

void Model::enter(std::size_t stage) {
  stage_ = stage;
  work_.clear();
  people_.clear();
  asked_.clear();
  answers_.clear();
  if (stage == definition_.stages.size()) {
    status_ = "finished";
  } else if (now().after) {
    work_ = "wait";
  } else {
    begin();
  }
}

// What a stage begins with once its time has come.
void Model::begin() {
  work_.clear();
  switch (now().kind) {
    case StageKind::coordinate:
      return review();
    case StageKind::check:
      if (!now().by) work_ = "check-form";
      return;
    case StageKind::publish:
      if (!now().by) work_ = "publish";
      return;
    case StageKind::distribute:
      if (!now().by) work_ = "distribute";
      return;
    case StageKind::acquaint:
    case StageKind::control:
      work_ = "find-people";
      return;
    default:
      return;
  }
}

void Model::sendBack(std::size_t stage) {
  std::erase_if(visas_, [&](const auto& visa) { return visa.first.first == stage; });
  enter(stage);
}

std::string Model::hashOf(const Review& review) const {
  const auto found = parts_.find(review.part);
  return found == parts_.end() ? std::string() : found->second;
}

Model::Verdict Model::lookAtOne(const Review& review, std::size_t target, bool isAtOnce) {
  if (const auto answer = answers_.find(&review); answer != answers_.end()) return answer->second;
  const auto visa = visas_.find({stage_, &review});
  if (visa != visas_.end() && now().resume != Resume::all) {
    const std::string hash = hashOf(review);
    const bool stands = now().resume == Resume::refused || (!hash.empty() && hash == visa->second);
    if (stands) return Verdict::agreed;
    visas_.erase(visa);
  }
  asked_.push_back({review.by.text(), &review, target, isAtOnce});
  return Verdict::waiting;
}

Model::Verdict Model::lookAtGroup(const Review& group, std::size_t target, bool isAtOnce) {
  const std::size_t before = asked_.size();
  std::map<Verdict, std::size_t> count;
  for (const Review& member : group.members) {
    const Verdict verdict = look(member, target, isAtOnce);
    ++count[verdict];
    const bool isInOrder = group.order == Review::Order::sequential;
    const bool isStopped = verdict == Verdict::waiting || verdict == Verdict::refused;
    if (isInOrder && isStopped) return verdict;
  }
  const std::size_t agreed = count[Verdict::agreed];
  const std::size_t asked = group.members.size() - count[Verdict::skipped];
  if (group.order == Review::Order::sequential) {
    return agreed > 0 ? Verdict::agreed : Verdict::skipped;
  }
  const bool isEnough = agreed >= needed(group.quorum, asked);
  if (isEnough && agreed > 0) {
    asked_.resize(before);
    return Verdict::agreed;
  }
  if (count[Verdict::waiting] > 0) return Verdict::waiting;
  return asked == 0 ? Verdict::skipped : Verdict::refused;
}

Model::Verdict Model::look(const Review& review, std::size_t target, bool isAtOnce) {
  if (!review.when.empty() && !holds_.contains(review.when)) return Verdict::skipped;
  if (review.returnTo) {
    target = *review.returnTo;
    isAtOnce = true;
  }
  return review.order == Review::Order::one ? lookAtOne(review, target, isAtOnce)
                                            : lookAtGroup(review, target, isAtOnce);
}

void Model::review() {
  asked_.clear();
  switch (look(now().review, now().returnTo, false)) {
    case Verdict::waiting:
      return;
    case Verdict::refused:
      return sendBack(now().returnTo);
    default:
      return leave();
  }
}

void Model::answer(const std::string& who, Outcome outcome, const std::vector<std::string>& holds,
                   const Pairs& parts, bool isSilent) {
  const Stage& stage = now();
  if (outcome == Outcome::submit) {
    submit(holds, parts);
    work_ = "render-draft";
  } else if (stage.kind == StageKind::coordinate) {
    const auto found = std::find_if(asked_.begin(), asked_.end(),
                                    [&](const Position& p) { return p.text == who; });
    if (found == asked_.end()) {
      status_ = "nobody asked " + who;
      return;
    }
    const Position position = *found;
    if (isNo(outcome) && position.isAtOnce) return sendBack(position.target);
    answers_[position.review] = isNo(outcome) ? Verdict::refused : Verdict::agreed;
    if (!isNo(outcome) && !isSilent) visas_[{stage_, position.review}] = hashOf(*position.review);
    review();
  } else if (isNo(outcome)) {
    sendBack(stage.returnTo);
  } else if (stage.kind == StageKind::acquaint || stage.kind == StageKind::control) {
    people_.erase(std::find(people_.begin(), people_.end(), who));
    if (people_.empty()) leave();
  } else if (stage.kind == StageKind::publish) {
    work_ = "publish";
  } else if (stage.kind == StageKind::distribute) {
    work_ = "distribute";
  } else if (!stage.series.empty()) {
    work_ = "reserve";
  } else if (stage.kind == StageKind::sign || stage.kind == StageKind::approve) {
    work_ = "render-final";
  } else {
    leave();
  }
}

void Model::done(const std::vector<std::string>& people) {
  const bool isNumbered = !now().series.empty();
  if (work_ == "wait") {
    begin();
  } else if (work_ == "find-people" && !people.empty()) {
    work_.clear();
    people_ = people;
  } else if (work_ == "reserve") {
    number_ = "reserved";
    work_ = "render-final";
  } else if (work_ == "render-final" && isNumbered) {
    work_ = "register";
  } else if (work_ == "register") {
    number_ = "registered";
    leave();
  } else if (work_ == "release to return") {
    number_.clear();
    sendBack(now().returnTo);
  } else if (work_ == "release to reserve") {
    number_.clear();
    work_ = "reserve";
  } else {
    leave();
  }
}

void Model::rejected() {
  if (work_ == "wait") {
    begin();
  } else if (work_ == "render-draft") {
    sendBack(stage_);
  } else if (work_ == "check-form" || work_ == "reserve") {
    sendBack(now().returnTo);
  } else if (work_ == "render-final" && !now().series.empty()) {
    work_ = "release to return";
  } else if (work_ == "render-final") {
    sendBack(now().returnTo);
  } else if (work_ == "register") {
    work_ = "release to reserve";
  } else if (work_ == "release to return") {
    sendBack(now().returnTo);
  } else if (work_ == "release to reserve") {
    work_ = "reserve";
  }
}

bool Model::isWithdrawable(Allow::Act act) const {
  for (const Allow& allow : definition_.allows) {
    if (allow.act != act) continue;
    const bool isBefore = stage_ < allow.before ||
                          (stage_ == allow.before && (work_.empty() || work_ == "wait"));
    const bool isThere = act == Allow::Act::recall && stage_ == allow.to && work_.empty();
    return isBefore && !isThere;
  }
  return false;
}

bool Model::recall() {
  if (!isWithdrawable(Allow::Act::recall)) return false;
  for (const Allow& allow : definition_.allows) {
    if (allow.act == Allow::Act::recall) enter(allow.to);
  }
  return true;
}

bool Model::cancel() {
  if (!isWithdrawable(Allow::Act::cancel)) return false;
  status_ = "cancelled";
  return true;
}

std::string Model::waiting() const {
  std::vector<std::string> lines;
  if (status_ == "running" && !work_.empty()) {
    lines.push_back("do " + work_.substr(0, work_.find(' ')));
  } else if (status_ == "running") {
    const std::string ask = "ask " + now().id + ' ';
    const bool isEach = now().kind == StageKind::acquaint || now().kind == StageKind::control;
    const std::size_t count = now().oneByOne ? 1 : people_.size();
    for (std::size_t i = 0; isEach && i < count; ++i) lines.push_back(ask + people_[i]);
    for (const Position& position : asked_) lines.push_back(ask + position.text);
    if (!isEach && now().by) lines.push_back(ask + now().by->text());
  }
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text + status_ + ' ' + number_;
}

}  // namespace chancery::flow
