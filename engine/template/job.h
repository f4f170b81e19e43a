#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "template/functions.h"
#include "template/program.h"
#include "template/template.h"
#include "xml/xpath.h"

/// What `prepare` and `expand` share: one template being filled with one data set.
namespace chancery::templates {

/// Puts the files of templates among the job's sources, once each.
class JobSources {
 public:
  explicit JobSources(Sources& sources) : sources_(sources) {}

  /// A position in a template's own files as one in the job's sources.
  Position translate(const Template& what, Position position);
  Place place(Position position) const { return sources_.place(position); }
  Sources& sources() { return sources_; }

 private:
  Sources& sources_;
  std::map<const Template*, SourceId> first_;  // the job's number of each template's first file
};

/// Variables and functions while expressions are evaluated. Problems of functions are reported at
/// the data they concern, else where `setPlace` said.
class JobEnvironment : public xml::Environment {
 public:
  JobEnvironment(const xml::Node* office, JobSources& sources, Diagnostics& diagnostics);

  const xml::Value* findVariable(std::string_view name) const override;
  bool hasFunction(std::string_view name) const override { return Functions::has(name); }
  bool readsText(std::string_view name, std::size_t argument) const override {
    const FunctionRule* rule = findFunction(name);
    return rule && argument >= rule->nodeArguments;
  }
  std::optional<xml::Value> call(std::string_view name,
                                 const std::vector<xml::Value>& arguments) override {
    return functions_.call(name, arguments);
  }

  void bind(std::string_view name, xml::Value value) {
    variables_.emplace_back(name, std::move(value));
  }
  std::size_t count() const { return variables_.size(); }
  void dropTo(std::size_t count) { variables_.resize(count); }
  /// Hides the variables before `first`; the result undoes it when passed again.
  std::size_t hideBefore(std::size_t first) { return std::exchange(floor_, first); }
  void setPlace(Position position) {
    position_ = position;
    functions_.forgetAnswer();
  }
  xml::DomNode answeredFrom() const { return functions_.answeredFrom(); }

 private:
  JobSources& sources_;
  Diagnostics& diagnostics_;
  Position position_;
  std::vector<std::pair<std::string_view, xml::Value>> variables_;
  std::size_t floor_ = 0;
  Functions functions_;
};

/// An evaluator whose failures become diagnostics at the expression's place.
class JobEvaluator {
 public:
  JobEvaluator(const xml::Dom& dom, JobEnvironment& environment, JobSources& sources,
               Diagnostics& diagnostics)
      : environment_(environment),
        sources_(sources),
        diagnostics_(diagnostics),
        evaluator_(dom, environment, xml::operationLimit(dom.nodeCount())) {}

  /// Nothing after an error, which has been reported.
  std::optional<xml::Value> evaluate(const Template& owner, const Path& path,
                                     const xml::Focus& focus);
  /// What the value that `evaluate` gave last was made of: its first node; of a computed value the
  /// first node that its expression reads, else the office's element that answered; perhaps none.
  xml::DomNode sourceOf(const xml::Value& value, const Path& path, const xml::Focus& focus);

 private:
  JobEnvironment& environment_;
  JobSources& sources_;
  Diagnostics& diagnostics_;
  xml::Evaluator evaluator_;
};

/// The public prepare() with sources that the expansion goes on using.
bool prepare(const Template& what, data::DataSet& data, const Input& input, JobSources& sources,
             Diagnostics& diagnostics);

}  // namespace chancery::templates
