#include "runtime/parts.h"

#include <algorithm>

#include "base/error.h"
#include "base/hash.h"
#include "data/to_json.h"
#include "runtime/conditions.h"
#include "runtime/messages.h"
#include "runtime/questioner.h"

namespace chancery::runtime {
namespace {

void collectTexts(xml::DomNode node, std::vector<std::string>& texts) {
  if (node.isText()) texts.push_back(node.text());
  for (xml::DomNode child = node.firstChild(); child; child = child.next()) {
    collectTexts(child, texts);
  }
}

// Of the files of the whole, those that the part names.
std::vector<HandedFile> filesOf(xml::DomNode node, const std::vector<HandedFile>& all) {
  std::vector<std::string> texts;
  collectTexts(node, texts);
  std::vector<HandedFile> files;
  for (const HandedFile& file : all) {
    if (std::find(texts.begin(), texts.end(), file.name) != texts.end()) files.push_back(file);
  }
  return files;
}

std::string hashOf(xml::DomNode node, const std::vector<HandedFile>& files) {
  std::string text;
  for (xml::DomNode child = node.firstChild(); child; child = child.next()) {
    appendCanonical(child, text);
  }
  for (const HandedFile& file : files) appendCanonical(file, text);
  return sha256(text);
}

std::string titleOf(xml::DomNode node, std::size_t number) {
  for (const char* name : {"heading", "title", "name"}) {
    const xml::DomNode child = node.findChild(name);
    if (child && child.hasText()) return child.text();
  }
  return fill(messages::kPartNumber.russian, {std::to_string(number)});
}

}  // namespace

std::vector<Part> findParts(const std::string& items, const HandedData& data) {
  std::vector<Part> parts;
  Questioner questioner(data.text);
  for (const xml::DomNode node : questioner.nodes(items)) {
    Part& part = parts.emplace_back();
    part.title = titleOf(node, parts.size());
    if (!node.firstElement()) {
      throw WorldError("find", items, "a part is an object with fields of its own");
    }
    part.data.files = data.files;  // a template may name some itself
    part.data.text = data::toJson(node);
    part.data.name = dataNameOf(part.data.text);
    part.hash = hashOfPart(part.data);
  }
  return parts;
}

std::string hashOfPart(const HandedData& data) {
  const Questioner questioner(data.text);
  return hashOf(questioner.root(), filesOf(questioner.root(), data.files));
}

std::string partWorkflowFile(const std::string& workflow) {
  return workflow + ".workflow.xml";
}

Bundle bundleOfPart(const Bundle& whole, const std::string& workflow) {
  const auto file = std::find_if(
      whole.files.begin(), whole.files.end(),
      [&](const Bundle::File& known) { return known.name == partWorkflowFile(workflow); });
  if (file == whole.files.end()) {
    throw WorldError("find", partWorkflowFile(workflow), "the document did not bring it along");
  }
  return {file->bytes, whole.files};
}

}  // namespace chancery::runtime
