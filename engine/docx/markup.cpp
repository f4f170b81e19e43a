#include "docx/markup.h"

#include <array>
#include <charconv>

#include "base/markup.h"

namespace chancery::docx {

Markup& Markup::text(std::string_view value) {
  appendEscaped(out_, value);
  return *this;
}

Markup& Markup::number(std::int64_t value) {
  std::array<char, 20> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out_.append(digits.data(), end);
  return *this;
}

Markup& Markup::attribute(std::string_view name, std::string_view value) {
  return raw(" ").raw(name).raw("=\"").text(value).raw("\"");
}
Markup& Markup::attribute(std::string_view name, std::int64_t value) {
  return raw(" ").raw(name).raw("=\"").number(value).raw("\"");
}
Markup& Markup::value(std::string_view name, std::string_view value) {
  return raw("<").raw(name).raw(" w:val=\"").text(value).raw("\"/>");
}
Markup& Markup::value(std::string_view name, std::int64_t value) {
  return raw("<").raw(name).raw(" w:val=\"").number(value).raw("\"/>");
}
Markup& Markup::flag(std::string_view name, bool on) {
  return raw("<").raw(name).raw(on ? "/>" : " w:val=\"0\"/>");
}

}  // namespace chancery::docx
