#include <algorithm>
#include <set>
#include <string>

#include "base/suggest.h"
#include "template/job.h"
#include "template/messages.h"
#include "template/value_errors.h"
#include "xml/vocabulary.h"

namespace chancery::templates {
namespace {

constexpr std::string_view kTemplateKey = "template";

class Preparer {
 public:
  Preparer(data::DataSet& data, const Input& input, JobSources& sources, Diagnostics& diagnostics)
      : dom_(data.dom()),
        input_(input),
        sources_(sources),
        diagnostics_(diagnostics),
        environment_(input.office, sources, diagnostics),
        evaluator_(data.dom(), environment_, sources, diagnostics) {}

  void run(const Template& what) {
    const xml::DomNode root = dom_.root();
    give(what.fields(), root);
    const xml::DomNode stated = root.findChild(kTemplateKey);
    if (stated && !what.fields().find(kTemplateKey) && stated.text() != what.id()) {
      diagnostics_.warning(messages::kOtherTemplate, placeOf(stated), {stated.text(), what.id()});
    }
    object({what, what.fields(), nullptr, root, 1, nullptr, true});
  }

 private:
  using Keys = std::set<std::string, std::less<>>;

  /// An object of the data and what it is checked against.
  struct Object {
    const Template& owner;
    const FieldSet& set;
    const Field* group;  // null for the root and for documents
    xml::DomNode node;
    int depth;  // of a recursive group
    const Keys* openKeys;
    bool isRoot;  // of the data or of an attached document
  };

  Place placeOf(xml::DomNode node) const { return sources_.place(node.position()); }
  Place keyPlaceOf(xml::DomNode node) {
    return sources_.place(data::keyPosition(sources_.sources(), node));
  }

  void give(const FieldSet& fields, xml::DomNode root) {
    for (const Given& given : input_.given) {
      const std::size_t slash = given.field.find('/');
      if (slash != std::string::npos) {
        giveInto(root, given.field.substr(0, slash), given.field.substr(slash + 1), given.value);
        continue;
      }
      if (!fields.find(given.field)) continue;
      while (const xml::DomNode old = root.findChild(given.field)) dom_.remove(old);
      if (given.value.empty()) continue;
      dom_.appendText(dom_.appendElement(root, given.field, {}), given.value, {});
    }
  }

  // A field of a group, where the data have one such group: of several it is not known which.
  void giveInto(xml::DomNode root, const std::string& group, const std::string& field,
                const std::string& value) {
    const xml::DomNode only = root.findChild(group);
    if (!only) return;
    for (xml::DomNode other = only.nextElement(); other; other = other.nextElement()) {
      if (other.name() == group) return;
    }
    const xml::DomNode old = only.findChild(field);
    if (!old) return;
    dom_.remove(old);
    dom_.appendText(dom_.appendElement(only, field, {}), value, {});
  }

  void object(const Object& at) {
    std::vector<int> counts(at.set.fields.size(), 0);
    std::vector<xml::DomNode> empty(at.set.fields.size());
    std::vector<std::optional<Keys>> openKeys(at.set.fields.size());
    xml::DomNode next;
    for (xml::DomNode child = at.node.firstElement(); child; child = next) {
      next = child.nextElement();
      const std::string key = data::keyOf(child);
      const Field* field = at.set.find(key);
      if (!field) {
        unknownKey(at, child, key);
        continue;
      }
      const auto index = static_cast<std::size_t>(field - at.set.fields.data());
      if (isAbsent(*field, child)) {
        if (!empty[index]) empty[index] = child;
        if (empty[index] != child) dom_.remove(child);
        continue;
      }
      if (++counts[index] == 2 && !field->repeat) {
        diagnostics_.error(messages::kSeveral, placeOf(child), {field->label, field->name});
      }
      if (!openKeys[index] && field->openPath) openKeys[index] = keysOf(at, *field);
      present(at, *field, child, openKeys[index] ? &*openKeys[index] : nullptr);
    }
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] == 0) missing(at, at.set.fields[i], empty[i]);
      if (empty[i]) dom_.remove(empty[i]);
    }
  }

  /// An empty text stands for nothing, unless the field keeps it; so does an empty optional group.
  static bool isAbsent(const Field& field, xml::DomNode node) {
    if (node.firstChild()) return !node.firstElement() && !field.keepEmpty && !node.hasText();
    if (field.kind == Field::Kind::value) return !field.keepEmpty;
    return field.optional && !field.open;
  }

  void present(const Object& at, const Field& field, xml::DomNode node, const Keys* openKeys) {
    const bool hasElements = static_cast<bool>(node.firstElement());
    switch (field.kind) {
      case Field::Kind::value:
        if (hasElements) {
          diagnostics_.error(messages::kGroupForField, placeOf(node), {field.label, field.name});
        } else if (const std::string text = node.text(); !isFaultless(field, text)) {
          checkValue(field, text, placeOf(node), diagnostics_);
        }
        break;
      case Field::Kind::group:
        group(at, field, node, openKeys);
        break;
      case Field::Kind::document:
        document(field, node);
        break;
    }
  }

  void group(const Object& at, const Field& field, xml::DomNode node, const Keys* openKeys) {
    if (!node.firstElement() && node.hasText()) {
      diagnostics_.error(messages::kTextForGroup, placeOf(node), {field.label, field.name})
          .hint(messages::kGroupHas, {joined(field.set->names())});
      return;
    }
    const int depth = field.set == &at.set ? at.depth + 1 : 1;
    if (field.depth > 0 && depth > field.depth) {
      diagnostics_.error(messages::kTooDeep, placeOf(node),
                         {field.label, field.name, std::to_string(field.depth)});
      return;
    }
    object({at.owner, *field.set, &field, node, depth, openKeys, false});
  }

  void document(const Field& field, xml::DomNode node) {
    if (!node.firstElement() && node.hasText()) {
      diagnostics_.error(messages::kNoObject, placeOf(node), {field.name});
      return;
    }
    xml::DomNode stated = node.findChild(kTemplateKey);
    if (!stated && field.values.size() == 1) {
      stated = dom_.appendElement(node, kTemplateKey, node.position());
      dom_.appendText(stated, field.values[0], node.position());
    }
    if (!stated) {
      diagnostics_.error(messages::kNoTemplateKey, placeOf(node), {field.name})
          .hint(hints::kKnownNames, {joined(field.values)});
      return;
    }
    const auto found = std::find(field.values.begin(), field.values.end(), stated.text());
    if (found == field.values.end()) {
      xml::hintNames(
          diagnostics_.error(messages::kTemplateNotAllowed, placeOf(stated), {stated.text()}),
          stated.text(), field.values);
      return;
    }
    const Template& attached =
        *field.templates[static_cast<std::size_t>(found - field.values.begin())];
    object({attached, attached.fields(), nullptr, node, 1, nullptr, true});
  }

  /// The keys that open="path" lists for the groups of this object.
  Keys keysOf(const Object& at, const Field& field) {
    Keys keys;
    const auto value = evaluator_.evaluate(at.owner, field.openPath, {at.node, 1, 1});
    const xml::NodeSet* nodes = value ? value->nodes() : nullptr;
    for (const xml::DomNode node : nodes ? *nodes : xml::NodeSet{}) keys.insert(node.text());
    return keys;
  }

  void unknownKey(const Object& at, xml::DomNode node, const std::string& key) {
    if (at.isRoot && key == kTemplateKey) return;
    const bool open = at.group && at.group->open;
    if (open && (!at.openKeys || at.openKeys->count(key))) return;
    std::vector<std::string> absent;
    for (const Field& field : at.set.fields) {
      if (!at.node.findChild(field.name)) absent.push_back(field.name);
    }
    if (at.openKeys) {
      for (const std::string& open_key : *at.openKeys) {
        if (!data::findValue(at.node, open_key)) absent.push_back(open_key);
      }
    }
    if (const auto near = suggest(key, absent)) {
      diagnostics_.error(messages::kMisspeltKey, keyPlaceOf(node), {key})
          .hint(hints::kDidYouMean, {*near});
    } else if (warned_.emplace(&at.set, key).second) {
      diagnostics_.warning(messages::kUnusedKey, keyPlaceOf(node), {key});
    }
  }

  void missing(const Object& at, const Field& field, xml::DomNode empty) {
    if (field.fallback) {
      append(at.node, field, *field.fallback, defaultPlace(at.owner, field, "default"));
      return;
    }
    bool filled = false;
    if (field.fallbackPath) {
      const auto value = evaluator_.evaluate(at.owner, field.fallbackPath, {at.node, 1, 1});
      if (!value) return;
      filled = appendAll(at, field, *value);
    }
    if (filled || field.optional || !field.from.empty()) return;
    if (empty) {
      diagnostics_.error(messages::kEmpty, placeOf(empty), {field.label, field.name});
    } else {
      diagnostics_.error(messages::kMissing, placeOf(at.node), {field.label, field.name});
    }
  }

  Position defaultPlace(const Template& owner, const Field& field, std::string_view name) {
    const xml::Attribute* attribute = field.source->findAttribute(name);
    return attribute ? sources_.translate(owner, xml::positionOf(*field.source, *attribute))
                     : Position();
  }

  void append(xml::DomNode parent, const Field& field, const std::string& text, Position position) {
    dom_.appendText(dom_.appendElement(parent, field.name, position), text, position);
  }

  /// The values of default-select, placed where they come from: data, office or template.
  bool appendAll(const Object& at, const Field& field, const xml::Value& value) {
    const xml::NodeSet* nodes = value.nodes();
    if (!nodes || !field.repeat) {
      const std::string text = value.toText();
      if (text.empty()) return false;
      const xml::DomNode from =
          evaluator_.sourceOf(value, field.fallbackPath, {at.node, 1, 1});
      append(at.node, field, text,
             from ? from.position() : defaultPlace(at.owner, field, "default-select"));
      return true;
    }
    for (const xml::DomNode node : *nodes) append(at.node, field, node.text(), node.position());
    return !nodes->empty();
  }

  xml::Dom& dom_;
  const Input& input_;
  JobSources& sources_;
  Diagnostics& diagnostics_;
  JobEnvironment environment_;
  JobEvaluator evaluator_;
  std::set<std::pair<const FieldSet*, std::string>> warned_;
};

}  // namespace

bool prepare(const Template& what, data::DataSet& data, const Input& input, JobSources& sources,
             Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errorCount();
  Preparer(data, input, sources, diagnostics).run(what);
  return diagnostics.errorCount() == before;
}

bool prepare(const Template& what, data::DataSet& data, const Input& input, Sources& sources,
             Diagnostics& diagnostics) {
  JobSources job(sources);
  return prepare(what, data, input, job, diagnostics);
}

}  // namespace chancery::templates
