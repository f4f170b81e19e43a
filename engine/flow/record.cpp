#include "flow/record.h"

#include <charconv>

namespace chancery::flow {
namespace {

void appendQuoted(std::string& result, std::string_view value) {
  result += '"';
  for (const char c : value) {
    if (c == '\n') {
      result += "\\n";
      continue;
    }
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  result += '"';
}

// Reads a quoted value that begins at `offset` and moves past it.
std::optional<std::string> takeQuoted(std::string_view text, std::size_t& offset) {
  if (offset >= text.size() || text[offset] != '"') return std::nullopt;
  std::string value;
  for (++offset; offset < text.size(); ++offset) {
    const char c = text[offset];
    if (c == '"') {
      ++offset;
      return value;
    }
    if (c != '\\') {
      value += c;
      continue;
    }
    if (++offset == text.size()) return std::nullopt;
    value += text[offset] == 'n' ? '\n' : text[offset];
  }
  return std::nullopt;
}

std::optional<Line> parseLine(std::string_view text) {
  std::size_t offset = std::min(text.find(' '), text.size());
  if (offset == 0) return std::nullopt;
  Line line(text.substr(0, offset));
  while (offset < text.size()) {
    const std::size_t equals = text.find('=', offset);
    if (text[offset] != ' ' || equals == std::string_view::npos || equals == offset + 1) {
      return std::nullopt;
    }
    std::string name(text.substr(offset + 1, equals - offset - 1));
    offset = equals + 1;
    auto value = takeQuoted(text, offset);
    if (!value) return std::nullopt;
    line.fields.emplace_back(std::move(name), std::move(*value));
  }
  return line;
}

}  // namespace

Line& Line::add(std::string_view name, std::string_view value) {
  if (!value.empty()) fields.emplace_back(name, value);
  return *this;
}

Line& Line::add(std::string_view name, std::int64_t value) {
  return add(name, std::string_view(std::to_string(value)));
}

std::string_view Line::text(std::string_view name) const {
  for (const auto& [field, value] : fields) {
    if (field == name) return value;
  }
  return {};
}

std::optional<std::int64_t> Line::number(std::string_view name) const {
  const std::string_view value = text(name);
  std::int64_t result = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
  if (error != std::errc() || end != value.data() + value.size()) return std::nullopt;
  return result;
}

std::string writeLines(const std::vector<Line>& lines) {
  std::string result;
  for (const Line& line : lines) {
    result += line.word;
    for (const auto& [name, value] : line.fields) {
      result += ' ' + name + '=';
      appendQuoted(result, value);
    }
    result += '\n';
  }
  return result;
}

std::optional<std::vector<Line>> parseLines(std::string_view text) {
  std::vector<Line> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    auto line = parseLine(text.substr(0, end));
    if (!line) return std::nullopt;
    lines.push_back(std::move(*line));
    text.remove_prefix(end + 1);
  }
  return lines;
}

}  // namespace chancery::flow
