#include "generator.h"

namespace chancery::flow {
namespace {

class Generator {
 public:
  explicit Generator(std::uint64_t seed) : chance_(seed) {}

  std::string definition() {
    draft();
    if (chance_.in(50)) check();
    if (chance_.in(75)) coordinate();
    if (chance_.in(20)) {
      draft();
      coordinate();
    }
    if (chance_.in(25)) coordinate();
    if (chance_.in(20)) check();
    const std::size_t settled = ids_.size();
    settle();
    after();
    allow(settled);
    const bool isSupervised = chance_.in(20);
    return "<workflow xmlns=\"urn:chancery:workflow\" id=\"w\" title=\"T\" template=\"order\"" +
           std::string(isSupervised ? " supervisor=\"role:boss\"" : "") + ">\n" + text_ +
           "</workflow>\n";
  }

 private:
  std::string name(const char* prefix) { return prefix + std::to_string(++names_); }
  std::string role() { return "\"role:" + name("r") + "\""; }
  std::string condition(std::size_t percent) {
    if (!chance_.in(percent)) return {};
    return " when=\"c" + std::to_string(chance_.below(3)) + "\"";
  }

  // The stage's start tag up to its attributes; the first draft is never put off.
  void open(const char* kind) {
    const std::string id = name("s");
    text_ += "  <stage id=\"" + id + "\" kind=\"" + kind + "\"";
    if (!ids_.empty() && chance_.in(8)) text_ += " after=\"1wd\"";
    ids_.push_back(id);
  }

  void draft() {
    open("draft");
    text_ += "/>\n";
    drafts_.push_back(ids_.back());
    targets_.push_back(ids_.back());
  }

  void term(bool mayReturn) {
    const std::size_t kind = chance_.below(6);
    if (kind == 0) text_ += " due=\"5wd\" remind=\"1wd\"";
    if (kind == 1) {
      text_ += " due=\"5wd\" on-overdue=\"escalate\" escalate-to=\"role:boss\"";
    }
    if (kind == 2 && mayReturn) text_ += " due=\"P5D\" on-overdue=\"return\"";
  }

  // Without a target: to the nearest draft.
  void target(const char* attribute, const std::vector<std::string>& targets) {
    if (chance_.in(60)) text_ += std::string(" ") + attribute + "=\"" + chance_.of(targets) + "\"";
  }

  void check() {
    open("check");
    const bool isProgram = chance_.in(50);
    if (!isProgram) {
      text_ += " by=" + role();
      term(true);
    }
    // What the program sends to reviewers may pass them by and come back.
    target("on-errors", isProgram ? drafts_ : targets_);
    if (!isProgram) targets_.push_back(ids_.back());
    text_ += "/>\n";
  }

  void coordinate() {
    open("coordinate");
    // Visas that stand from round to round in two stages would be too many together.
    const std::size_t resume = isStanding_ ? 0 : chance_.below(4);
    isStanding_ = isStanding_ || resume == 1 || resume == 2;
    if (resume == 1 || resume == 2) text_ += resume == 1 ? " resume=\"refused\"" : " resume=\"affected\"";
    if (chance_.in(15)) {
      text_ += " due=\"P5D\" on-overdue=\"agree\"";
    } else {
      term(true);
    }
    target("on-refuse", targets_);
    const std::vector<std::string> earlier = targets_;
    const std::size_t size = 1 + chance_.below(3);
    text_ += mode(size + 1) + ">\n";
    members(size, 1, earlier);
    text_ += "    <reviewer by=" + role() + "/>\n  </stage>\n";  // somebody is asked always
    targets_.push_back(ids_.back());
  }

  std::string mode(std::size_t size) {
    if (chance_.in(35)) return " mode=\"sequential\"";
    const std::vector<std::string> quorums = {
        "", "", " quorum=\"any\"", " quorum=\"60%\"", " quorum=\"2/3\"",
        " quorum=\"" + std::to_string(1 + chance_.below(size)) + "\""};
    return " mode=\"parallel\"" + chance_.of(quorums);
  }

  void members(std::size_t size, std::size_t depth, const std::vector<std::string>& earlier) {
    for (std::size_t i = 0; i < size; ++i) {
      const std::string back =
          chance_.in(12) ? " on-refuse=\"" + chance_.of(earlier) + "\"" : std::string();
      if (depth < 3 && chance_.in(25)) {
        const std::size_t inner = 1 + chance_.below(3);
        text_ += "    <group" + mode(inner) + condition(25) + back + ">\n";
        members(inner, depth + 1, earlier);
        text_ += "    </group>\n";
      } else {
        const std::string part =
            chance_.in(40) ? " part=\"p" + std::to_string(chance_.below(3)) + "\"" : std::string();
        text_ += "    <reviewer by=" + role() + condition(30) + part + back + "/>\n";
      }
    }
  }

  // One or two decisions; the number is given at the last, which nothing returns from later.
  void settle() {
    const bool isRegistered = chance_.in(60);
    const std::vector<const char*> kinds = {"sign", "approve"};
    const std::size_t count = 1 + chance_.below(2);
    for (std::size_t i = 0; i < count; ++i) {
      const bool isLast = i + 1 == count;
      const bool isRegister = isLast && isRegistered && i > 0 && chance_.in(50);
      open(isRegister ? "register" : chance_.of(kinds));
      text_ += " by=" + role();
      if (chance_.in(30)) text_ += " remark=\"required\"";
      term(true);
      target("on-refuse", targets_);
      targets_.push_back(ids_.back());
      text_ += isLast && isRegistered ? "><registration series=\"o\"/></stage>\n" : "/>\n";
    }
  }

  void after() {
    if (chance_.in(30)) simple("distribute", " to=\"list:all\"", chance_.in(50));
    if (chance_.in(60)) simple("publish", "", chance_.in(30));
    if (chance_.in(40)) {
      simple("acquaint", chance_.in(50) ? " each=\"people\" mode=\"sequential\"" : " each=\"people\"",
             false);
    }
    if (chance_.in(30)) simple("control", " items=\"clauses\"", true);
    if (chance_.in(30)) simple("file", "", true);
  }

  void simple(const char* kind, const std::string& attributes, bool isAsked) {
    open(kind);
    if (isAsked) text_ += " by=" + role();
    text_ += attributes + "/>\n";
  }

  void allow(std::size_t settled) {
    if (chance_.in(50)) {
      text_ += "  <allow act=\"recall\" by=\"author\" before=\"" + ids_[settled] + "\" to=\"" +
               drafts_.front() + "\"/>\n";
    }
    if (chance_.in(40)) {
      text_ += "  <allow act=\"cancel\" by=\"role:boss\" before=\"" + ids_[settled] + "\"/>\n";
    }
  }

  Chance chance_;
  std::size_t names_ = 0;
  bool isStanding_ = false;
  std::string text_;
  std::vector<std::string> ids_;
  std::vector<std::string> drafts_;
  std::vector<std::string> targets_;  // where people act
};

}  // namespace

std::string soundDefinition(std::uint64_t seed) { return Generator(seed).definition(); }

}  // namespace chancery::flow
