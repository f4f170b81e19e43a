#include "template/job.h"

#include "template/messages.h"

namespace chancery::templates {

Position JobSources::translate(const Template& what, Position position) {
  if (!position) return {};
  auto known = first_.find(&what);
  if (known == first_.end()) {
    const Template::Data& data = what.data();
    SourceId first = 0;
    for (std::size_t i = 0; i < data.ownFiles; ++i) {
      const SourceId id = sources_.add(data.files[i].name, data.files[i].text);
      if (i == 0) first = id;
    }
    known = first_.emplace(&what, first).first;
  }
  return {known->second + position.source - 1, position.offset};
}

JobEnvironment::JobEnvironment(const xml::Node* office, JobSources& sources,
                               Diagnostics& diagnostics)
    : sources_(sources),
      diagnostics_(diagnostics),
      functions_(office, [this](Severity severity, const Message& message, xml::DomNode node,
                                std::vector<std::string> arguments) {
        const Place place = sources_.place(node.position() ? node.position() : position_);
        return diagnostics_.add(severity, message, place, std::move(arguments));
      }) {}

const xml::Value* JobEnvironment::findVariable(std::string_view name) const {
  for (std::size_t i = variables_.size(); i > floor_; --i) {
    if (variables_[i - 1].first == name) return &variables_[i - 1].second;
  }
  return nullptr;
}

std::optional<xml::Value> JobEvaluator::evaluate(const Template& owner, const Path& path,
                                                 const xml::Focus& focus) {
  const Position position =
      sources_.translate(owner, xml::positionOf(*path.element, *path.attribute));
  environment_.setPlace(position);
  auto value = evaluator_.evaluate(*path.compiled, focus);
  if (value) return value;
  if (evaluator_.failure() == xml::Evaluator::Failure::operations) {
    diagnostics_.error(messages::kTooManyOperations, sources_.place(position))
        .hint(messages::kBindBefore);
  } else if (evaluator_.failure() == xml::Evaluator::Failure::expression) {
    diagnostics_.error(messages::kExpressionFailed, sources_.place(position),
                       {evaluator_.failureText()});
  }
  return std::nullopt;
}

xml::DomNode JobEvaluator::sourceOf(const xml::Value& value, const Path& path,
                                    const xml::Focus& focus) {
  if (const xml::NodeSet* nodes = value.nodes()) {
    return nodes->empty() ? xml::DomNode() : nodes->front();
  }
  const xml::DomNode answer = environment_.answeredFrom();
  const xml::DomNode read = evaluator_.firstRead(*path.compiled, focus);
  return read ? read : answer;
}

}  // namespace chancery::templates
