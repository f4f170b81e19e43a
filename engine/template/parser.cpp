#include <algorithm>
#include <functional>

#include "base/suggest.h"
#include "template/checker.h"
#include "template/messages.h"
#include "template/parsing.h"
#include "template/template.h"
#include "xml/reader.h"

namespace chancery::templates {
namespace {

const std::string kTemplateEnding = ".template.xml";

std::string chainOf(const std::vector<std::string>& stack, const std::string& last) {
  const auto from = std::find(stack.begin(), stack.end(), last);
  return joined({from, stack.end()}, " → ") + " → " + last;
}

/// What one parse() shares between a template and those of its appendices.
struct Loading {
  const TemplateStore& store;
  const Limits& limits;
  Diagnostics& diagnostics;
  std::vector<std::string> stack = {};  // template files being read
  std::map<std::string, std::shared_ptr<const Template>> done = {};
};

std::shared_ptr<const Template> load(Loading& loading, const std::string& fileName);

/// Reads one template with its includes.
class TemplateReader {
 public:
  explicit TemplateReader(Loading& loading)
      : loading_(loading), parsing_{sources_, *data_, loading.diagnostics, {}} {
    data_->fields = &data_->sets.emplace_back();
  }

  std::shared_ptr<const Template> read(TemplateFile file) {
    const std::size_t before = loading_.diagnostics.errorCount();
    includes_.push_back(file.name);
    const xml::Node* root = readTree(std::move(file));
    if (!root) return nullptr;
    if (!root->is(xml::Namespace::document, "template")) {
      loading_.diagnostics.error(messages::kNotATemplate, parsing_.placeOf(*root),
                                 {std::string(xml::uriOf(xml::Namespace::document))});
      return nullptr;
    }
    rootAttributes(*root);
    declarations(*root);
    data_->body = parseBody(parsing_, *root);
    resolveUses();
    data_->ownFiles = data_->files.size();
    attachDocuments();
    // Without a file's declarations everything would seem undeclared.
    if (!fileMissing_) checkTemplate(*data_, sources_, loading_.diagnostics);
    if (loading_.diagnostics.errorCount() > before) return nullptr;
    return std::make_shared<const Template>(std::move(data_));
  }

 private:
  const xml::Node* readTree(TemplateFile file) {
    data_->files.push_back(file);
    const SourceId source = sources_.add(file.name, std::move(file.text));
    auto root = xml::read(sources_, source, xml::ReadLimits{}, loading_.diagnostics);
    if (!root) {
      fileMissing_ = true;
      return nullptr;
    }
    data_->trees.push_back(std::move(*root));
    return &data_->trees.back();
  }

  void rootAttributes(const xml::Node& root) {
    xml::checkAttributes(sources_, root,
                         {{"id", true}, {"title"}, {"profile"}, {"workflow"}, {"language"}},
                         loading_.diagnostics);
    data_->id = root.attribute("id");
    data_->title = root.attribute("title");
    data_->profile = root.attribute("profile");
    data_->workflow = root.attribute("workflow");
    data_->position = root.origin.stated;
    for (const xml::Attribute& attribute : root.attributes) {
      if (attribute.name.find(':') == std::string::npos) data_->attributes.push_back(attribute);
    }
  }

  /// t:fields, t:define and t:include href at the top of a template or library.
  void declarations(const xml::Node& root) {
    for (const xml::Node& child : root.children) {
      if (child.is(xml::Namespace::templates, "fields")) {
        fields(child);
      } else if (child.is(xml::Namespace::templates, "define")) {
        define(child);
      } else if (child.is(xml::Namespace::templates, "include") && child.findAttribute("href")) {
        include(child);
      }
    }
  }

  void fields(const xml::Node& element) {
    xml::checkAttributes(sources_, element, {{"name"}}, loading_.diagnostics);
    const xml::Attribute* name = element.findAttribute("name");
    if (!name) {
      parseFields(parsing_, element, *data_->fields);
      return;
    }
    auto& [set, position] = data_->namedSets[name->value];
    if (!set) set = &data_->sets.emplace_back();
    if (position) {
      reportDuplicate(element, *name, position);
      return;
    }
    position = element.origin.stated;
    parseFields(parsing_, element, *set);
  }

  void define(const xml::Node& element) {
    xml::checkAttributes(sources_, element, {{"name", true}}, loading_.diagnostics);
    if (!parsing_.checkName(element, "name")) return;
    const xml::Attribute& name = *element.findAttribute("name");
    const auto known = data_->definitions.find(name.value);
    if (known != data_->definitions.end()) {
      reportDuplicate(element, name, known->second.position);
      return;
    }
    Instruction definition;
    definition.kind = Instruction::Kind::define;
    definition.source = &element;
    definition.position = element.origin.stated;
    definition.name = name.value;
    definition.body = parseBody(parsing_, element);
    data_->definitions.emplace(name.value, std::move(definition));
  }

  void reportDuplicate(const xml::Node& element, const xml::Attribute& name, Position first) {
    const Place place = sources_.place(first);
    loading_.diagnostics
        .error(messages::kDuplicateName, parsing_.placeOf(element, name), {name.value})
        .hint(messages::kFirstDeclared, {place.file, std::to_string(place.line)});
  }

  void include(const xml::Node& element) {
    xml::checkAttributes(sources_, element, {{"href", true}}, loading_.diagnostics);
    const xml::Attribute& href = *element.findAttribute("href");
    const Place place = parsing_.placeOf(element, href);
    if (!isPlainName(href.value)) {
      loading_.diagnostics.error(messages::kBadFileName, place, {href.value})
          .hint(messages::kPlainFileName);
      return;
    }
    if (includes_.size() > loading_.limits.includeDepth) {
      loading_.diagnostics.error(messages::kIncludeTooDeep, place,
                                 {std::to_string(loading_.limits.includeDepth)});
      return;
    }
    auto file = loading_.store.open(href.value);
    if (!file) {
      loading_.diagnostics.error(messages::kIncludeNotFound, place, {href.value});
      fileMissing_ = true;
      return;
    }
    if (std::find(includes_.begin(), includes_.end(), file->name) != includes_.end()) {
      loading_.diagnostics.error(messages::kIncludeCycle, place, {chainOf(includes_, file->name)});
      return;
    }
    const bool known = std::any_of(data_->files.begin(), data_->files.end(),
                                   [&](const TemplateFile& f) { return f.name == file->name; });
    if (!known) library(std::move(*file));
  }

  void library(TemplateFile file) {
    includes_.push_back(file.name);
    const xml::Node* root = readTree(std::move(file));
    if (root && !root->is(xml::Namespace::templates, "library")) {
      loading_.diagnostics.error(messages::kNotALibrary, parsing_.placeOf(*root),
                                 {std::string(xml::uriOf(xml::Namespace::templates))});
      fileMissing_ = true;
    } else if (root) {
      xml::checkAttributes(sources_, *root, {{"title"}}, loading_.diagnostics);
      parsing_.refuseText(*root);
      for (const xml::Node& child : root->children) {
        if (child.isElement() && !isDeclaration(child)) {
          loading_.diagnostics
              .error(messages::kMisplacedControl, parsing_.placeOf(child), {child.name})
              .hint(hints::kKnownNames, {"t:fields, t:define, t:include"});
        }
      }
      declarations(*root);
    }
    includes_.pop_back();
  }

  static bool isPlainName(const std::string& name) {
    return !name.empty() && name[0] != '.' && name.find_first_of("/\\:") == std::string::npos;
  }

  void resolveUses() {
    std::vector<std::string> known;
    for (const auto& [name, set] : data_->namedSets) {
      if (set.second) known.push_back(name);
    }
    for (const Parsing::Use& use : parsing_.uses) {
      if (data_->namedSets[use.name].second || fileMissing_) continue;
      xml::hintNames(
          loading_.diagnostics.error(messages::kUnknownFieldSet,
                                     parsing_.placeOf(*use.element, *use.attribute), {use.name}),
          use.name, known);
    }
  }

  void attachDocuments() {
    for (FieldSet& set : data_->sets) {
      for (Field& field : set.fields) {
        for (const std::string& name :
             field.kind == Field::Kind::document ? field.values : std::vector<std::string>{}) {
          if (const Template* attached = attach(field, name)) field.templates.push_back(attached);
        }
      }
    }
  }

  const Template* attach(const Field& field, const std::string& name) {
    auto& kept = data_->attached[name];
    if (kept) return kept.get();
    const std::string fileName = fileNameOf(name);
    const xml::Attribute& list = *field.source->findAttribute("templates");
    const Place place = parsing_.placeOf(*field.source, list, list.value.find(name));
    const auto& stack = loading_.stack;
    if (std::find(stack.begin(), stack.end(), fileName) != stack.end()) {
      loading_.diagnostics.error(messages::kTemplateCycle, place, {chainOf(stack, fileName)});
      return nullptr;
    }
    if (!isPlainName(name) || !(loading_.done.count(fileName) || loading_.store.open(fileName))) {
      loading_.diagnostics.error(messages::kTemplateNotFound, place, {name});
      return nullptr;
    }
    kept = load(loading_, fileName);
    if (!kept) return nullptr;
    for (const TemplateFile& file : kept->files()) addFile(file);
    return kept.get();
  }

  void addFile(const TemplateFile& file) {
    const bool known = std::any_of(data_->files.begin(), data_->files.end(),
                                   [&](const TemplateFile& f) { return f.name == file.name; });
    if (!known) data_->files.push_back(file);
  }

  Loading& loading_;
  Sources sources_;
  std::unique_ptr<Template::Data> data_ = std::make_unique<Template::Data>();
  Parsing parsing_;
  std::vector<std::string> includes_;  // files being read, each included by the one before
  bool fileMissing_ = false;
};

std::shared_ptr<const Template> load(Loading& loading, const std::string& fileName) {
  const auto known = loading.done.find(fileName);
  if (known != loading.done.end()) return known->second;
  auto file = loading.store.open(fileName);
  if (!file) {
    loading.diagnostics.error(messages::kTemplateNotFound, {}, {fileName});
    return nullptr;
  }
  loading.stack.push_back(fileName);
  auto result = TemplateReader(loading).read(std::move(*file));
  loading.stack.pop_back();
  loading.done[fileName] = result;
  return result;
}

}  // namespace

std::string fileNameOf(std::string_view templateName) {
  return std::string(templateName) + kTemplateEnding;
}

std::shared_ptr<const Template> parse(const std::string& fileName, const TemplateStore& store,
                                      Diagnostics& diagnostics, const Limits& limits) {
  Loading loading{store, limits, diagnostics};
  return load(loading, fileName);
}

Template::Template(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Template::~Template() = default;
const std::string& Template::id() const {
  return data_->id;
}
const std::string& Template::title() const {
  return data_->title;
}
const std::string& Template::profile() const {
  return data_->profile;
}
const std::string& Template::workflow() const {
  return data_->workflow;
}
const FieldSet& Template::fields() const {
  return *data_->fields;
}
const std::vector<TemplateFile>& Template::files() const {
  return data_->files;
}

}  // namespace chancery::templates
