#include "base/source.h"

#include <algorithm>

#include "base/utf8.h"

namespace chancery {

SourceId Sources::add(std::string name, std::string text) {
  Source& source = sources_.emplace_back();
  source.name = std::move(name);
  source.kept = std::move(text);
  source.text = source.kept;
  return static_cast<SourceId>(sources_.size());
}

SourceId Sources::addBorrowed(std::string name, std::string_view text) {
  Source& source = sources_.emplace_back();
  source.name = std::move(name);
  source.text = text;
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
  if (source.lineStarts.empty()) index(source);
  const auto offset =
      std::min<std::uint32_t>(position.offset, static_cast<std::uint32_t>(source.text.size()));
  const auto next = std::upper_bound(source.lineStarts.begin(), source.lineStarts.end(), offset);
  const auto line = static_cast<std::size_t>(next - source.lineStarts.begin());
  const std::uint32_t start = source.lineStarts[line - 1];
  const std::uint32_t column =
      charactersBefore(source, offset) - charactersBefore(source, start) + 1;
  return {source.name, static_cast<int>(line), static_cast<int>(column)};
}

// Data may be one line of megabytes with many places asked for.
void Sources::index(const Source& source) {
  const std::string_view text = source.text;
  source.lineStarts.push_back(0);
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string_view::npos;) {
    source.lineStarts.push_back(static_cast<std::uint32_t>(++at));
  }
  std::uint32_t count = 0;
  for (std::size_t i = 0; i <= text.size(); i += kBlock) {
    source.characters.push_back(count);
    count += static_cast<std::uint32_t>(utf8::countCharacters(text.substr(i, kBlock)));
  }
}

std::uint32_t Sources::charactersBefore(const Source& source, std::uint32_t offset) {
  const std::uint32_t block = offset / kBlock;
  const auto rest = source.text.substr(block * kBlock, offset % kBlock);
  return source.characters[block] + static_cast<std::uint32_t>(utf8::countCharacters(rest));
}

}  // namespace chancery
