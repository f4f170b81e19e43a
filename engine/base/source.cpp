#include "base/source.h"

#include <algorithm>

#include "base/utf8.h"

namespace chancery {

SourceId Sources::add(std::string name, std::string text) {
  sources_.push_back({std::move(name), std::move(text), {}});
  return static_cast<SourceId>(sources_.size());
}

std::string_view Sources::name(SourceId id) const {
  return id == 0 || id > sources_.size() ? std::string_view() : sources_[id - 1].name;
}

std::string_view Sources::text(SourceId id) const {
  return id == 0 || id > sources_.size() ? std::string_view() : sources_[id - 1].text;
}

Place Sources::place(Position position) const {
  if (position.source == 0 || position.source > sources_.size()) return {};
  const Source& source = sources_[position.source - 1];
  if (source.lineStarts.empty()) {
    source.lineStarts.push_back(0);
    for (std::size_t i = 0; i < source.text.size(); ++i) {
      if (source.text[i] == '\n') source.lineStarts.push_back(static_cast<std::uint32_t>(i + 1));
    }
  }
  const auto offset =
      std::min<std::uint32_t>(position.offset, static_cast<std::uint32_t>(source.text.size()));
  const auto next = std::upper_bound(source.lineStarts.begin(), source.lineStarts.end(), offset);
  const auto line = static_cast<std::size_t>(next - source.lineStarts.begin());
  const std::uint32_t start = source.lineStarts[line - 1];
  const auto before = std::string_view(source.text).substr(start, offset - start);
  return {source.name, static_cast<int>(line), static_cast<int>(utf8::countCharacters(before)) + 1};
}

}  // namespace chancery
