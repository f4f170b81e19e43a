#include "pdf/syntax.h"

#include <charconv>

#include "base/utf8.h"

namespace chancery::pdf {
namespace {

constexpr char kHex[] = "0123456789ABCDEF";

// ISO 32000-1, 7.3.5: printable ASCII except delimiters and the number sign.
bool isRegular(char c) {
  return c > ' ' && c <= '~' && std::string_view("()<>[]{}/%#").find(c) == std::string_view::npos;
}

bool isPlain(std::string_view text) {
  for (const char c : text) {
    if (c < ' ' || c > '~') return false;
  }
  return true;
}

void addUnit(std::string& out, char32_t unit) {
  out += static_cast<char>(unit >> 8);
  out += static_cast<char>(unit & 0xFF);
}

void addHexUnit(std::string& out, char32_t unit) {
  for (int shift = 12; shift >= 0; shift -= 4) out += kHex[unit >> shift & 15];
}

template <typename AddUnit>
void addUtf16(std::string& out, char32_t character, AddUnit add) {
  if (character < 0x10000) {
    add(out, character);
  } else {
    add(out, 0xD800 + ((character - 0x10000) >> 10));
    add(out, 0xDC00 + ((character - 0x10000) & 0x3FF));
  }
}

}  // namespace

void addInteger(std::string& out, std::int64_t value) {
  char buffer[24];
  out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
}

void addDecimal(std::string& out, std::int64_t value, int decimals) {
  if (value < 0) {
    out += '-';
    value = -value;
  }
  std::int64_t scale = 1;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  const std::int64_t whole = value / scale;
  std::int64_t rest = value % scale;
  if (whole != 0 || rest == 0) addInteger(out, whole);
  if (rest == 0) return;
  out += '.';
  while (rest != 0) {
    scale /= 10;
    out += static_cast<char>('0' + rest / scale);
    rest %= scale;
  }
}

void addReference(std::string& out, int object) {
  addInteger(out, object);
  out += " 0 R";
}

void addName(std::string& out, std::string_view name) {
  out += '/';
  for (const char c : name) {
    if (isRegular(c)) {
      out += c;
    } else {
      out += '#';
      out += kHex[static_cast<unsigned char>(c) >> 4];
      out += kHex[c & 15];
    }
  }
}

void addLiteral(std::string& out, std::string_view bytes) {
  out += '(';
  for (const char c : bytes) {
    if (c == '\r') {  // a bare CR would be read as LF
      out += "\\r";
      continue;
    }
    if (c == '(' || c == ')' || c == '\\') out += '\\';
    out += c;
  }
  out += ')';
}

std::string encodeText(std::string_view utf8) {
  if (isPlain(utf8)) return std::string(utf8);
  std::string bytes = "\xFE\xFF";
  for (std::size_t i = 0; i < utf8.size();) addUtf16(bytes, utf8::next(utf8, i), addUnit);
  return bytes;
}

void addTextString(std::string& out, std::string_view utf8) {
  addLiteral(out, encodeText(utf8));
}

void addDate(std::string& out, Moment moment) {
  out += "(D:";
  const std::string iso = toIso(moment);  // 2026-06-05T09:30:00.000Z
  for (const char c : iso.substr(0, iso.find('.'))) {
    if (c >= '0' && c <= '9') out += c;
  }
  out += "+00'00')";
}

void addUtf16Hex(std::string& out, char32_t character) {
  addUtf16(out, character, addHexUnit);
}

}  // namespace chancery::pdf
