#include "data/to_json.h"

#include <utility>
#include <vector>

#include "base/json.h"
#include "data/data_set.h"

namespace chancery::data {
namespace {

// A reader bounds the depth of what it makes; see Limits.
void write(xml::DomNode node, std::string& json);

void writeObject(xml::DomNode node, std::string& json) {
  std::vector<std::pair<std::string, std::vector<xml::DomNode>>> members;
  for (xml::DomNode child = node.firstElement(); child; child = child.nextElement()) {
    const std::string key = keyOf(child);
    std::size_t i = 0;
    while (i < members.size() && members[i].first != key) ++i;
    if (i == members.size()) members.emplace_back(key, std::vector<xml::DomNode>{});
    members[i].second.push_back(child);
  }
  json += '{';
  for (std::size_t i = 0; i < members.size(); ++i) {
    const auto& [key, values] = members[i];
    if (i > 0) json += ',';
    json += json::quoted(key) + ':';
    if (values.size() > 1) json += '[';
    for (std::size_t v = 0; v < values.size(); ++v) {
      if (v > 0) json += ',';
      write(values[v], json);
    }
    if (values.size() > 1) json += ']';
  }
  json += '}';
}

void write(xml::DomNode node, std::string& json) {
  if (node.firstElement()) return writeObject(node, json);
  json += json::quoted(node.text());
}

}  // namespace

std::string toJson(xml::DomNode node) {
  std::string json;
  writeObject(node, json);
  return json;
}

}  // namespace chancery::data
