#include <string>

#include "data/data_set.h"
#include "data/messages.h"
#include "data/text.h"
#include "xml/reader.h"

namespace chancery::data {
namespace {

class Converter {
 public:
  Converter(const Sources& sources, Diagnostics& diagnostics)
      : sources_(sources), diagnostics_(diagnostics) {}

  xml::Dom convert(const xml::Node& root) {
    content(root, dom_.makeRoot("data", root.origin.stated));
    return std::move(dom_);
  }
  bool failed() const { return failed_; }

 private:
  void content(const xml::Node& from, xml::DomNode to) {
    const bool isEntry = from.name == kEntryName;
    bool holdsValues = false;
    for (const xml::Attribute& attribute : from.attributes) {
      if (attribute.name.find(':') != std::string::npos) continue;
      if (isEntry && attribute.name == kEntryKey) continue;
      const Position position = xml::positionOf(from, attribute);
      const xml::DomNode value = dom_.appendElement(to, attribute.name, position);
      dom_.appendText(value, attribute.value, position);
      holdsValues = true;
    }
    std::string text;
    Position textPosition = from.origin.stated;
    for (const xml::Node& child : from.children) {
      if (child.isText()) {
        text += child.text;
        continue;
      }
      holdsValues = true;
      content(child, element(child, to));
    }
    text = withoutIndent(text);
    if (text.empty()) return;
    if (holdsValues) {
      failed_ = true;
      diagnostics_.error(messages::kMixedContent, sources_.place(textPosition), {from.name})
          .hint(messages::kMixedHint);
      return;
    }
    dom_.appendText(to, text, textPosition);
  }

  xml::DomNode element(const xml::Node& node, xml::DomNode parent) {
    const xml::Attribute* key = node.findAttribute(kEntryKey);
    if (node.name != kEntryName || !key) {
      return dom_.appendElement(parent, node.name, node.origin.stated);
    }
    return appendValue(dom_, parent, key->value, node.origin.stated);
  }

  const Sources& sources_;
  Diagnostics& diagnostics_;
  xml::Dom dom_;
  bool failed_ = false;
};

}  // namespace

std::optional<DataSet> readXml(const Sources& sources, SourceId source, const Limits& limits,
                               Diagnostics& diagnostics) {
  xml::ReadLimits bounds;
  bounds.bytes = limits.bytes;
  bounds.depth = limits.depth;
  bounds.nodes = limits.values;
  const auto root = xml::read(sources, source, bounds, diagnostics);
  if (!root) return std::nullopt;
  Converter converter(sources, diagnostics);
  xml::Dom dom = converter.convert(*root);
  if (converter.failed()) return std::nullopt;
  return DataSet(std::move(dom));
}

}  // namespace chancery::data
