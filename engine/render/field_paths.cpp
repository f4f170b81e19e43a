#include "render/field_paths.h"

#include <algorithm>

namespace chancery::render {
namespace {

bool isSpace(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// In JSON an item of a list has no key of its own before it. In XML only a neighbour tells.
bool standsInList(const Sources& sources, Position position) {
  const std::string_view text = sources.text(position.source);
  std::size_t before = std::min<std::size_t>(position.offset, text.size());
  while (before > 0 && isSpace(text[before - 1])) --before;
  return before > 0 && (text[before - 1] == '[' || text[before - 1] == ',');
}

void appendKey(std::string& path, const std::string& key) {
  for (const char c : key) {
    if (c == '~' || c == '/') {
      path += c == '~' ? "~0" : "~1";
    } else {
      path += c;
    }
  }
}

}  // namespace

FieldPaths::FieldPaths(data::DataSet data, const Sources& sources) : data_(std::move(data)) {
  const xml::DomNode root = data_.root();
  source_ = root.position().source;
  values_.push_back({root, 0, 0});
  // Parents come before their children; the vector grows while it is walked.
  for (std::uint32_t parent = 0; parent < values_.size(); ++parent) collect(parent, sources);
  offsets_.reserve(values_.size());
  for (std::uint32_t i = 1; i < values_.size(); ++i) {
    const Position position = values_[i].node.position();
    if (position.source == source_) offsets_.emplace_back(position.offset, i);
  }
  std::sort(offsets_.begin(), offsets_.end());
}

void FieldPaths::collect(std::uint32_t parent, const Sources& sources) {
  std::string before;
  std::uint32_t item = 0;
  for (xml::DomNode child = values_[parent].node.firstElement(); child;
       child = child.nextElement()) {
    std::string key = data::keyOf(child);
    const xml::DomNode next = child.nextElement();
    const bool again = item > 0 && key == before;
    const bool list =
        again || standsInList(sources, child.position()) || (next && data::keyOf(next) == key);
    item = list ? (again ? item + 1 : 1) : 0;
    values_.push_back({child, parent, item});
    before = std::move(key);
  }
}

void FieldPaths::append(std::string& path, std::uint32_t index) const {
  const Value& value = values_[index];
  if (value.parent != 0) {
    append(path, value.parent);
    path += '/';
  }
  appendKey(path, data::keyOf(value.node));
  if (value.item > 0) path.append("/").append(std::to_string(value.item));
}

std::string FieldPaths::find(Position position) const {
  std::string path;
  if (!position || position.source != source_) return path;
  const auto behind =
      std::upper_bound(offsets_.begin(), offsets_.end(), std::pair{position.offset, UINT32_MAX});
  if (behind == offsets_.begin() || std::prev(behind)->first != position.offset) return path;
  append(path, std::prev(behind)->second);
  return path;
}

}  // namespace chancery::render
