#include "runtime/conditions.h"

#include "data/data_set.h"
#include "runtime/messages.h"
#include "xml/xpath.h"

namespace chancery::runtime {
namespace {

// Conditions name data only: no variables, no functions besides XPath's own.
class NothingElse : public xml::Environment {
 public:
  const xml::Value* findVariable(std::string_view) const override { return nullptr; }
  bool hasFunction(std::string_view) const override { return false; }
  std::optional<xml::Value> call(std::string_view, const std::vector<xml::Value>&) override {
    return std::nullopt;
  }
};

std::string titleOf(const data::DataSet& data) {
  for (const char* key : {"title", "heading"}) {
    const xml::DomNode node = data::findValue(data.root(), key);
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

DataFacts examine(const std::string& name, const std::string& text,
                  const std::vector<std::string>& conditions, Diagnostics& diagnostics) {
  Sources sources;
  const SourceId source = sources.add(name, text);
  const data::Format format =
      dataNameOf(text) == "data.xml" ? data::Format::xml : data::Format::json;
  const auto data = data::read(sources, source, format, {}, diagnostics);
  if (!data) return {};
  DataFacts facts;
  facts.title = titleOf(*data);
  if (const xml::DomNode date = data::findValue(data->root(), "date")) facts.date = date.text();
  NothingElse nothing;
  xml::Evaluator evaluator(data->dom(), nothing, xml::operationLimit(data->dom().nodeCount()));
  const Place place{name, 0, 0};
  for (const std::string& condition : conditions) {
    const auto path = xml::XPath::compile(
        condition, [&](std::size_t) { return place; }, diagnostics);
    if (!path) continue;
    const auto holds = evaluator.test(*path, {data->root()});
    if (!holds) diagnostics.error(messages::kConditionFailed, place, {condition});
    if (holds.value_or(false)) facts.holds.push_back(condition);
  }
  return facts;
}

}  // namespace chancery::runtime
