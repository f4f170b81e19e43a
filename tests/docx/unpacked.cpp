#include "docx/unpacked.h"

#include <stdexcept>

#include "archive/reader.h"
#include "base/utf8.h"
#include "docx/sample.h"

namespace chancery::docx::test {
namespace {

/// The small part of XML that the writer may use.
class Parser {
 public:
  explicit Parser(std::string_view xml) : xml_(xml) {}

  Node document() {
    take("<?xml");
    at_ = find("?>") + 2;
    skipSpace();
    Node root = element();
    skipSpace();
    if (at_ != xml_.size()) fail("content behind the root");
    return root;
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw std::runtime_error(what + " at " + std::to_string(at_) + ": " +
                             std::string(xml_.substr(at_, 40)));
  }
  std::size_t find(std::string_view what) const {
    const std::size_t found = xml_.find(what, at_);
    if (found == std::string_view::npos) fail("no " + std::string(what));
    return found;
  }
  bool next(std::string_view what) const { return xml_.substr(at_, what.size()) == what; }
  void take(std::string_view what) {
    if (!next(what)) fail("expected " + std::string(what));
    at_ += what.size();
  }
  void skipSpace() { at_ = std::min(xml_.find_first_not_of(" \n", at_), xml_.size()); }

  std::string name() {
    const std::size_t end = xml_.find_first_of(" =/><\"", at_);
    if (end == at_ || end == std::string_view::npos) fail("expected a name");
    const std::string result(xml_.substr(at_, end - at_));
    at_ = end;
    return result;
  }

  Node element() {
    Node node;
    take("<");
    node.name = name();
    for (skipSpace(); !next("/") && !next(">"); skipSpace()) {
      const std::string key = name();
      take("=\"");
      const std::size_t end = find("\"");
      if (!node.attributes.emplace(key, plain(xml_.substr(at_, end - at_))).second) {
        fail("attribute twice");
      }
      at_ = end + 1;
    }
    if (next("/>")) {
      take("/>");
      return node;
    }
    take(">");
    while (!next("</")) {
      if (next("<")) {
        node.children.push_back(element());
      } else {
        const std::size_t end = find("<");
        node.children.push_back({"", {}, {}, plain(xml_.substr(at_, end - at_))});
        at_ = end;
      }
    }
    take("</" + node.name + ">");
    return node;
  }

  std::string plain(std::string_view escaped) const {
    static const std::map<std::string_view, char> kEntities{
        {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}};
    std::string result;
    for (std::size_t i = 0; i < escaped.size(); ++i) {
      if (escaped[i] == '<' || (static_cast<unsigned char>(escaped[i]) < 0x20 &&
                                escaped[i] != '\n' && escaped[i] != '\t')) {
        fail("forbidden character");
      }
      if (escaped[i] != '&') {
        result += escaped[i];
        continue;
      }
      const std::size_t end = escaped.find(';', i);
      const auto known = kEntities.find(escaped.substr(i + 1, end - i - 1));
      if (known == kEntities.end()) fail("unknown entity");
      result += known->second;
      i = end;
    }
    return result;
  }

  std::string_view xml_;
  std::size_t at_ = 0;
};

std::string attributesOf(const Node& node) {
  std::string out;
  for (const auto& [key, value] : node.attributes) out += " " + key + "=\"" + value + "\"";
  return out;
}

void print(const Node& node, std::size_t depth, std::string& out) {
  out.append(depth * 2, ' ');
  if (node.name.empty()) {
    out += "\"" + node.text + "\"\n";
    return;
  }
  out += node.name + attributesOf(node) + "\n";
  for (const Node& child : node.children) print(child, depth + 1, out);
}

void collect(const Node& node, std::string_view name, std::vector<const Node*>& found) {
  if (node.name == name) found.push_back(&node);
  for (const Node& child : node.children) collect(child, name, found);
}

}  // namespace

const Node& Node::child(std::string_view wanted) const {
  static const Node kNone;
  for (const Node& node : children) {
    if (node.name == wanted) return node;
  }
  return kNone;
}

bool Node::has(std::string_view wanted) const {
  return !child(wanted).name.empty();
}

std::vector<const Node*> Node::all(std::string_view wanted) const {
  std::vector<const Node*> found;
  for (const Node& node : children) collect(node, wanted, found);
  return found;
}

std::string Node::attribute(const std::string& key) const {
  const auto found = attributes.find(key);
  return found == attributes.end() ? "" : found->second;
}

Node parse(std::string_view xml) {
  return Parser(xml).document();
}

std::string canonical(const Node& root) {
  std::string out;
  print(root, 0, out);
  return out;
}

std::string compact(const Node& node) {
  if (node.name.empty()) return node.text;
  std::string out = "<" + node.name + attributesOf(node);
  if (node.children.empty()) return out + "/>";
  out += ">";
  for (const Node& child : node.children) out += compact(child);
  return out + "</" + node.name + ">";
}

std::vector<std::pair<std::string, std::string>> unpack(std::string_view docx) {
  Diagnostics diagnostics;
  const auto reader = archive::Reader::open(docx, "out.docx", {}, diagnostics);
  if (!reader) throw std::runtime_error(formatText(diagnostics, Language::english));
  std::vector<std::pair<std::string, std::string>> parts;
  for (const archive::Entry& entry : reader->entries()) {
    parts.emplace_back(entry.name, reader->read(entry, diagnostics).value());
  }
  return parts;
}

std::string part(std::string_view docx, std::string_view name) {
  for (auto& [found, bytes] : unpack(docx)) {
    if (found == name) return bytes;
  }
  return "";
}

namespace {

void appendText(const Node& node, std::string& text) {
  for (const Node& child : node.children) {
    if (child.name == "w:t") {
      for (const Node& piece : child.children) text += piece.text;
    } else if (child.name == "w:br") {
      text += '\n';
    } else if (child.name == "w:tab") {
      text += '\t';
    } else if (child.name == "w:r") {
      appendText(child, text);
    }
  }
}

}  // namespace

std::string textOf(const Node& paragraph) {
  std::string text;
  appendText(paragraph, text);
  return text;
}

std::string packed(const format::Document& document) {
  return write(document, sample::resolve(document), {*parseMoment("2026-06-05T09:30:15.250Z")});
}

Node body(const format::Document& document) {
  return parse(part(packed(document), "word/document.xml")).child("w:body");
}

}  // namespace chancery::docx::test
