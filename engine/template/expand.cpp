#include <optional>
#include <string>

#include "template/job.h"
#include "template/messages.h"
#include "xml/vocabulary.h"

namespace chancery::templates {
namespace {

using Kind = Instruction::Kind;

/// Bodies inside each other, those of definitions that call each other included. Only calls can
/// bring them there, so only these are asked.
constexpr std::size_t kMaxNesting = 250;

/// Runs a template's instructions. Every function's result is whether to go on: after an error
/// that would repeat in every row, or a limit, the expansion ends.
class Expander {
 public:
  Expander(const Template& what, const data::DataSet& data, const Input& input, JobSources& sources,
           Diagnostics& diagnostics)
      : what_(&what),
        limits_(input.limits),
        sources_(sources),
        diagnostics_(diagnostics),
        environment_(input.office, sources, diagnostics),
        evaluator_(data.dom(), environment_, sources, diagnostics) {}

  std::optional<xml::Node> run(xml::DomNode data) {
    const Template::Data& program = what_->data();
    xml::Node root;
    root.space = xml::Namespace::document;
    root.name = "document";
    root.attributes = program.attributes;
    root.origin = {sources_.translate(*what_, program.position), data.position()};
    if (!body(program.body, {data, 1, 1}, root)) return std::nullopt;
    return root;
  }

 private:
  bool body(const std::vector<Instruction>& instructions, const xml::Focus& focus,
            xml::Node& parent) {
    const std::size_t variables = environment_.count();
    ++nesting_;
    for (const Instruction& instruction : instructions) {
      if (!step(instruction, focus, parent)) return false;
    }
    --nesting_;
    environment_.dropTo(variables);
    return true;
  }

  bool step(const Instruction& i, const xml::Focus& focus, xml::Node& parent) {
    switch (i.kind) {
      case Kind::text:
        return append(parent, textNode(i, i.text, focus.node.position(), Words::stated));
      case Kind::element:
        return element(i, focus, parent);
      case Kind::valueOf:
        return valueOf(i, focus, parent);
      case Kind::forEach:
        return forEach(i, focus, parent);
      case Kind::when: {
        bool taken = false;
        return when(i, focus, parent, taken);
      }
      case Kind::choose:
        return choose(i, focus, parent);
      case Kind::let:
        return let(i, focus);
      case Kind::call:
        return call(i, focus, parent);
      case Kind::recurse:
        return recurse(i, focus, parent);
      case Kind::include:
        return include(i, focus, parent);
      case Kind::define:
        break;
    }
    return true;
  }

  std::optional<xml::Value> evaluate(const Path& path, const xml::Focus& focus) {
    return evaluator_.evaluate(*what_, path, focus);
  }

  xml::Node textNode(const Instruction& i, std::string text, Position data, Words words) {
    xml::Node node;
    node.type = xml::Node::Type::text;
    node.text = std::move(text);
    node.origin = {sources_.translate(*what_, i.position), data, words};
    return node;
  }

  bool append(xml::Node& parent, xml::Node node) {
    if (!count(1, node.text.size(), node.origin.stated)) return false;
    parent.children.push_back(std::move(node));
    return true;
  }

  bool count(std::size_t nodes, std::size_t bytes, Position position) {
    nodes_ += nodes;
    bytes_ += bytes;
    if (nodes_ <= limits_.outputNodes && bytes_ <= limits_.outputBytes) return true;
    const bool byNodes = nodes_ > limits_.outputNodes;
    diagnostics_.error(byNodes ? messages::kOutputTooLarge : messages::kOutputTooLong,
                       sources_.place(position),
                       {std::to_string(byNodes ? limits_.outputNodes : limits_.outputBytes)});
    return false;
  }

  bool element(const Instruction& i, const xml::Focus& focus, xml::Node& parent) {
    xml::Node node;
    node.space = i.space;
    node.name = i.name;
    node.origin = {sources_.translate(*what_, i.position), focus.node.position()};
    node.attributes.reserve(i.attributes.size());
    std::size_t bytes = 0;
    for (const ValueTemplate& attribute : i.attributes) {
      auto value = valueTemplate(attribute, focus);
      if (!value) return false;
      bytes += value->size();
      node.attributes.push_back({attribute.name, std::move(*value), attribute.offset});
    }
    if (!count(1, bytes, node.origin.stated) || !deepen(node.origin.stated)) return false;
    parent.children.push_back(std::move(node));
    const bool going = body(i.body, focus, parent.children.back());
    --elements_;
    return going;
  }

  /// Goes one element down; whoever walks the document later does so by recursion.
  bool deepen(Position position) {
    if (elements_++ < limits_.outputDepth) return true;
    diagnostics_.error(messages::kOutputTooDeep, sources_.place(position),
                       {std::to_string(limits_.outputDepth)});
    return false;
  }

  std::optional<std::string> valueTemplate(const ValueTemplate& attribute,
                                           const xml::Focus& focus) {
    std::string result;
    for (const ValuePart& part : attribute.parts) {
      result += part.text;
      if (!part.path) continue;
      const auto value = evaluate(part.path, focus);
      if (!value) return std::nullopt;
      result += value->toText();
    }
    return result;
  }

  bool valueOf(const Instruction& i, const xml::Focus& focus, xml::Node& parent) {
    const auto value = evaluate(i.select, focus);
    if (!value) return false;
    const xml::NodeSet* nodes = value->nodes();
    const Position data = nodes && !nodes->empty() ? nodes->front().position() : Position{};
    std::string text;
    if (!nodes || !i.separator) {
      text = written(i, value->toText(), data);
    } else {
      for (const xml::DomNode node : *nodes) {
        if (!text.empty()) text += *i.separator;
        text += written(i, node.text(), node.position());
      }
    }
    if (text.empty()) return true;
    const xml::DomNode from = evaluator_.sourceOf(*value, i.select, focus);
    return append(parent, textNode(i, std::move(text), from.position(), wordsOf(from)));
  }

  /// Only what the workflow gives stands in no file.
  static Words wordsOf(xml::DomNode from) {
    if (!from) return Words::stated;  // the template computes it
    return from.position() ? Words::data : Words::given;
  }

  /// The value by the instruction's format; a wrong one is reported and the rest goes on, so that
  /// all of them are found.
  std::string written(const Instruction& i, std::string text, Position data) {
    if (!i.format || text.empty()) return text;
    if (auto result = formatted(text, *i.format)) return std::move(*result);
    const bool number = placesOf(*i.format).has_value();
    const Position position = data ? data : sources_.translate(*what_, i.position);
    diagnostics_.error(number ? messages::kNotANumber : messages::kNotADate,
                       sources_.place(position), {text});
    return text;
  }

  bool when(const Instruction& i, const xml::Focus& focus, xml::Node& parent, bool& taken) {
    taken = true;
    if (i.select) {
      const auto value = evaluate(i.select, focus);
      if (!value) return false;
      taken = value->toBoolean();
    }
    return !taken || body(i.body, focus, parent);
  }

  bool choose(const Instruction& i, const xml::Focus& focus, xml::Node& parent) {
    for (const Instruction& branch : i.body) {
      bool taken = false;
      if (!when(branch, focus, parent, taken)) return false;
      if (taken) break;
    }
    return true;
  }

  bool let(const Instruction& i, const xml::Focus& focus) {
    auto value = evaluate(i.select, focus);
    if (!value) return false;
    environment_.bind(i.name, std::move(*value));
    return true;
  }

  bool forEach(const Instruction& i, const xml::Focus& focus, xml::Node& parent) {
    const auto value = evaluate(i.select, focus);
    if (!value) return false;
    loops_.push_back(&i);
    const bool going = repeat(i, *value, parent);
    loops_.pop_back();
    return going;
  }

  /// The body of a loop or definition for every node of a value.
  bool repeat(const Instruction& i, const xml::Value& value, xml::Node& parent) {
    const xml::NodeSet* nodes = value.nodes();
    if (!nodes) return true;
    const std::size_t variables = environment_.count();
    const bool binds = i.kind == Kind::forEach && !i.name.empty();
    for (std::size_t n = 0; n < nodes->size(); ++n) {
      const xml::DomNode node = (*nodes)[n];
      if (binds) environment_.bind(i.name, xml::NodeSet{node});
      if (!body(i.body, {node, n + 1, nodes->size()}, parent)) return false;
      environment_.dropTo(variables);
    }
    return true;
  }

  bool enter(const Instruction& i) {
    const bool byNesting = nesting_ >= kMaxNesting;
    if (depth_ < limits_.callDepth && !byNesting) {
      ++depth_;
      return true;
    }
    diagnostics_.error(messages::kCallTooDeep,
                       sources_.place(sources_.translate(*what_, i.position)),
                       {std::to_string(byNesting ? kMaxNesting : limits_.callDepth)});
    return false;
  }

  bool call(const Instruction& i, const xml::Focus& focus, xml::Node& parent) {
    xml::Value nodes = xml::NodeSet{focus.node};
    if (i.select) {
      auto value = evaluate(i.select, focus);
      if (!value) return false;
      nodes = std::move(*value);
    }
    const std::size_t first = environment_.count();
    for (const Instruction& given : i.body) {
      if (!let(given, focus)) return false;
    }
    if (!enter(i)) return false;
    const Instruction& definition = what_->data().definitions.at(i.name);
    const std::size_t hidden = environment_.hideBefore(first);
    loops_.push_back(&definition);
    const bool going = repeat(definition, nodes, parent);
    loops_.pop_back();
    environment_.hideBefore(hidden);
    environment_.dropTo(first);
    --depth_;
    return going;
  }

  bool recurse(const Instruction& i, const xml::Focus& focus, xml::Node& parent) {
    const auto value = evaluate(i.select, focus);
    if (!value || !enter(i)) return false;
    const bool going = repeat(*loops_.back(), *value, parent);
    --depth_;
    return going;
  }

  bool include(const Instruction& i, const xml::Focus& focus, xml::Node& parent) {
    const auto name = valueTemplate(i.attributes[0], focus);
    const auto value = name ? evaluate(i.select, focus) : std::nullopt;
    if (!value) return false;
    const auto& attached = what_->data().attached;
    const auto found = attached.find(*name);
    if (found == attached.end()) {
      std::vector<std::string> known;
      for (const auto& [allowed, file] : attached) known.push_back(allowed);
      xml::hintNames(
          diagnostics_.error(messages::kTemplateNotAllowed,
                             sources_.place(sources_.translate(*what_, i.position)), {*name}),
          *name, known);
      return true;
    }
    if (!enter(i)) return false;
    // The attached template sees nothing of ours: no variables, no loop to recurse into.
    const Template* outer = std::exchange(what_, found->second.get());
    const std::size_t hidden = environment_.hideBefore(environment_.count());
    std::vector<const Instruction*> loops;
    std::swap(loops_, loops);
    bool going = true;
    const xml::NodeSet* nodes = value->nodes();
    for (std::size_t n = 0; nodes && going && n < nodes->size(); ++n) {
      going = body(what_->data().body, {(*nodes)[n], n + 1, nodes->size()}, parent);
    }
    std::swap(loops_, loops);
    environment_.hideBefore(hidden);
    what_ = outer;
    --depth_;
    return going;
  }

  const Template* what_;  // the template whose instructions run
  const Limits& limits_;
  JobSources& sources_;
  Diagnostics& diagnostics_;
  JobEnvironment environment_;
  JobEvaluator evaluator_;
  std::vector<const Instruction*> loops_;
  std::size_t depth_ = 0;     // calls, recursions and appendices round the current step
  std::size_t nesting_ = 0;   // bodies round it
  std::size_t elements_ = 1;  // elements of the document round it, the root included
  std::size_t nodes_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace

std::optional<xml::Node> expand(const Template& what, data::DataSet& data, const Input& input,
                                Sources& sources, Diagnostics& diagnostics) {
  JobSources job(sources);
  const std::size_t before = diagnostics.errorCount();
  if (!prepare(what, data, input, job, diagnostics)) return std::nullopt;
  auto result = Expander(what, data, input, job, diagnostics).run(data.root());
  if (diagnostics.errorCount() > before) return std::nullopt;
  return result;
}

}  // namespace chancery::templates
