#include "data/data_set.h"

namespace chancery::data {
namespace {

bool isSpace(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool endsWith(std::string_view text, std::string_view ending) {
  if (text.size() < ending.size()) return false;
  text.remove_prefix(text.size() - ending.size());
  for (std::size_t i = 0; i < ending.size(); ++i) {
    const char c = text[i];
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    if (lower != ending[i]) return false;
  }
  return true;
}

/// Steps back over whitespace; true when `expected` stands before `at`, which then is its offset.
bool stepBack(std::string_view text, std::size_t& at, char expected) {
  std::size_t before = at;
  while (before > 0 && isSpace(text[before - 1])) --before;
  if (before == 0 || text[before - 1] != expected) return false;
  at = before - 1;
  return true;
}

}  // namespace

xml::DomNode findValue(xml::DomNode node, std::string_view key) {
  for (xml::DomNode child = node.firstElement(); child; child = child.nextElement()) {
    if (child.name() == key) return child;
    if (child.name() == kEntryName && child.findAttribute(kEntryKey) == key) return child;
  }
  return {};
}

std::string keyOf(xml::DomNode node) {
  if (node.name() == kEntryName) {
    if (auto key = node.findAttribute(kEntryKey)) return *key;
  }
  return std::string(node.name());
}

Position keyPosition(const Sources& sources, xml::DomNode node) {
  Position position = node.position();
  const std::string_view text = sources.text(position.source);
  std::size_t at = position.offset;
  if (at > text.size()) return position;
  stepBack(text, at, '[');
  if (!stepBack(text, at, ':') || !stepBack(text, at, '"') || at == 0) return position;
  const std::size_t quote = text.rfind('"', at - 1);
  if (quote != std::string_view::npos) position.offset = static_cast<std::uint32_t>(quote);
  return position;
}

xml::DomNode appendValue(xml::Dom& dom, xml::DomNode parent, std::string_view key,
                         Position position) {
  if (xml::isName(key)) return dom.appendElement(parent, key, position);
  const xml::DomNode entry = dom.appendElement(parent, kEntryName, position);
  dom.setAttribute(entry, kEntryKey, key);
  return entry;
}

std::optional<Format> formatOf(std::string_view fileName) {
  if (endsWith(fileName, ".json")) return Format::json;
  if (endsWith(fileName, ".xml")) return Format::xml;
  return std::nullopt;
}

std::optional<DataSet> read(const Sources& sources, SourceId source, Format format,
                            const Limits& limits, Diagnostics& diagnostics) {
  return format == Format::json ? readJson(sources, source, limits, diagnostics)
                                : readXml(sources, source, limits, diagnostics);
}

}  // namespace chancery::data
