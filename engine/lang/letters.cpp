#include "lang/letters.h"

#include "base/utf8.h"

namespace chancery::lang {
namespace {

constexpr char32_t kLatinStep = U'a' - U'A';
constexpr char32_t kCyrillicStep = U'а' - U'А';
constexpr char32_t kIoStep = U'ё' - U'Ё';  // the row Ѐ … Џ, with Ё

template <typename Change>
std::string changed(std::string_view text, Change change) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) utf8::append(result, change(utf8::next(text, at)));
  return result;
}

}  // namespace

bool isUpper(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'Ѐ' && c <= U'Я');
}

bool isLower(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'а' && c <= U'џ');
}

char32_t toLower(char32_t c) {
  if (!isUpper(c)) return c;
  if (c <= U'Z') return c + kLatinStep;
  return c < U'А' ? c + kIoStep : c + kCyrillicStep;
}

char32_t toUpper(char32_t c) {
  if (!isLower(c)) return c;
  if (c <= U'z') return c - kLatinStep;
  return c > U'я' ? c - kIoStep : c - kCyrillicStep;
}

std::string toLower(std::string_view text) {
  return changed(text, [](char32_t c) { return toLower(c); });
}

std::string toUpper(std::string_view text) {
  return changed(text, [](char32_t c) { return toUpper(c); });
}

}  // namespace chancery::lang
