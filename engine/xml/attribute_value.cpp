#include "xml/attribute_value.h"

#include <charconv>

#include "base/utf8.h"

namespace chancery::xml {
namespace {

/// Length in the value of the entity or character reference `written` ("&lt;", "&#1071;").
std::size_t meantLength(std::string_view written) {
  if (written.size() < 4 || written[1] != '#') return 1;  // the five entities are one byte each
  const bool hexadecimal = written[2] == 'x';
  const std::string_view digits = written.substr(hexadecimal ? 3 : 2);
  unsigned code = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
  std::string character;
  utf8::append(character, static_cast<char32_t>(code));
  return character.size();
}

}  // namespace

Position positionInValue(const Sources& sources, const Node& element, const Attribute& attribute,
                         std::size_t offset) {
  Position position = positionOf(element, attribute);
  const std::string_view text = sources.text(position.source);
  std::size_t at = text.find_first_of("\"'", position.offset);
  if (attribute.offset == 0 || at == std::string_view::npos) return position;
  ++at;
  for (std::size_t value = 0; value < offset && at < text.size();) {
    const std::size_t end = text[at] == '&' ? text.find(';', at) : std::string_view::npos;
    if (end != std::string_view::npos) {
      value += meantLength(text.substr(at, end - at));
      at = end + 1;
      continue;
    }
    // A line end of two bytes counts as one in the value (XML 1.0, clause 2.11).
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') ++at;
    ++at;
    ++value;
  }
  position.offset = static_cast<std::uint32_t>(at);
  return position;
}

}  // namespace chancery::xml
