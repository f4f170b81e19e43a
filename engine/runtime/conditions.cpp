#include "runtime/conditions.h"

#include "base/clock.h"
#include "base/hash.h"
#include "data/data_set.h"
#include "runtime/messages.h"
#include "runtime/questioner.h"

namespace chancery::runtime {
namespace {

// Answers to what a definition asks.
class Examiner {
 public:
  Examiner(Questioner& data, const HandedData& handed, Diagnostics& diagnostics)
      : data_(data), place_{handed.name, 0, 0}, diagnostics_(diagnostics) {
    for (const HandedFile& file : handed.files) {
      appendCanonical(file, files_);
    }
  }

  bool holds(const std::string& condition) {
    const auto value = evaluate(condition);
    return value && value->toBoolean();
  }

  /// "" when nothing stands there.
  std::string date(const std::string& path) {
    const auto value = evaluate(path);
    const std::string text = value ? value->toText() : std::string();
    if (text.empty()) return {};
    const auto date = parseDate(text);
    if (!date) {
      diagnostics_.error(messages::kNoDay, place_, {path, text}).hint(messages::kDayForm);
    }
    return date ? toIso(*date) : std::string();
  }

  /// Of what stands there; "" means everything.
  std::string hash(const std::string& path) {
    std::string text;
    const auto value = path.empty() ? xml::Value(xml::NodeSet{data_.root()}) : evaluate(path);
    if (!value) return {};
    if (const xml::NodeSet* nodes = value->nodes()) {
      for (const xml::DomNode node : *nodes) appendCanonical(node, text);
    } else {
      text = value->toText();
    }
    return sha256(text + files_);
  }

 private:
  std::optional<xml::Value> evaluate(const std::string& expression) {
    auto value = data_.evaluate(expression);
    if (!value) diagnostics_.error(messages::kConditionFailed, place_, {expression});
    return value;
  }

  Questioner& data_;
  Place place_;
  Diagnostics& diagnostics_;
  std::string files_;  // that the document shows, with their hashes
};

std::string titleOf(xml::DomNode root) {
  for (const char* key : {"title", "heading"}) {
    const xml::DomNode node = data::findValue(root, key);
    if (!node) continue;
    std::string title = node.text();
    for (char& c : title) {
      if (c == '\n') c = ' ';
    }
    if (!title.empty()) return title;
  }
  return {};
}

}  // namespace

std::string dataNameOf(std::string_view text) {
  const std::size_t start = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return start != std::string_view::npos && text[start] == '<' ? "data.xml" : "data.json";
}

void appendCanonical(xml::DomNode node, std::string& text) {
  const auto append = [&](char mark, std::string_view what) {
    text += mark + std::to_string(what.size()) + ':';
    text += what;
  };
  if (node.isText()) return append('t', node.text());
  append('e', data::keyOf(node));
  for (xml::DomNode child = node.firstChild(); child; child = child.next()) {
    appendCanonical(child, text);
  }
  text += '/';
}

void appendCanonical(const HandedFile& file, std::string& text) {
  text += 'f' + std::to_string(file.name.size()) + ':' + file.name + sha256(file.bytes);
}

void takeData(DataFacts& facts, const std::string& hash, flow::Event& event) {
  event.data = hash;
  event.holds = std::move(facts.holds);
  event.dates = std::move(facts.dates);
  event.parts = std::move(facts.parts);
}

DataFacts examine(const HandedData& handed, const flow::Definition::Questions& questions,
                  Diagnostics& diagnostics) {
  Questioner data(handed.name, handed.text, diagnostics);
  if (!data) return {};
  DataFacts facts;
  facts.title = titleOf(data.root());
  if (const xml::DomNode date = data::findValue(data.root(), "date")) facts.date = date.text();
  Examiner examiner(data, handed, diagnostics);
  for (const std::string& condition : questions.conditions) {
    if (examiner.holds(condition)) facts.holds.push_back(condition);
  }
  for (const std::string& path : questions.dates) {
    std::string day = examiner.date(path);
    if (!day.empty()) facts.dates.emplace_back(path, std::move(day));
  }
  for (const std::string& path : questions.parts) {
    facts.parts.emplace_back(path, examiner.hash(path));
  }
  return facts;
}

}  // namespace chancery::runtime
