#include "runtime/questioner.h"

#include "base/error.h"
#include "data/data_set.h"
#include "runtime/conditions.h"

namespace chancery::runtime {
namespace {

class NothingElse : public xml::Environment {
 public:
  const xml::Value* findVariable(std::string_view) const override { return nullptr; }
  bool hasFunction(std::string_view) const override { return false; }
  std::optional<xml::Value> call(std::string_view, const std::vector<xml::Value>&) override {
    return std::nullopt;
  }
};

}  // namespace

struct Questioner::Data {
  explicit Data(data::DataSet read)
      : data(std::move(read)),
        evaluator(data.dom(), nothing, xml::operationLimit(data.dom().nodeCount())) {}

  data::DataSet data;
  NothingElse nothing;
  xml::Evaluator evaluator;
};

Questioner::Questioner(const std::string& name, const std::string& text,
                       Diagnostics& diagnostics) {
  Sources sources;
  const SourceId source = sources.add(name, text);
  const data::Format format =
      dataNameOf(text) == "data.xml" ? data::Format::xml : data::Format::json;
  auto data = data::read(sources, source, format, {}, diagnostics);
  if (data) data_ = std::make_unique<Data>(std::move(*data));
}

Questioner::Questioner(const std::string& text) {
  Diagnostics diagnostics;
  *this = Questioner(dataNameOf(text), text, diagnostics);
  if (!data_) throw WorldError("read", "data", formatText(diagnostics, Language::english));
}

Questioner::~Questioner() = default;
Questioner& Questioner::operator=(Questioner&&) noexcept = default;

xml::DomNode Questioner::root() const {
  return data_->data.root();
}

std::optional<xml::Value> Questioner::evaluate(const std::string& expression) {
  Diagnostics diagnostics;
  const auto path = xml::XPath::compile(
      expression, [](std::size_t) { return Place{}; }, diagnostics);
  if (!path) return std::nullopt;
  return data_->evaluator.evaluate(*path, {root()});
}

xml::NodeSet Questioner::nodes(const std::string& expression) {
  const auto value = evaluate(expression);
  const xml::NodeSet* nodes = value ? value->nodes() : nullptr;
  if (!nodes) throw WorldError("find", expression, "it names nothing in the data");
  return *nodes;
}

}  // namespace chancery::runtime
