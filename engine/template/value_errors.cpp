#include "template/value_errors.h"

#include <algorithm>

#include "base/clock.h"
#include "base/utf8.h"
#include "template/messages.h"
#include "xml/vocabulary.h"

namespace chancery::templates {
namespace {

constexpr std::size_t kShown = 40;  // characters of a wrong value that a message repeats

std::string shortened(const std::string& text) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size() && count < kShown; ++count) utf8::next(text, at);
  return at < text.size() ? text.substr(0, at) + "…" : text;
}

/// "5.06.2026" or "05.06.2026 г." as "2026-06-05", when it is a day.
std::string isoOf(const std::string& text) {
  std::string parts[3];
  std::size_t part = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      parts[part] += c;
    } else if (c == '.' && part < 2) {
      ++part;
    } else {
      break;
    }
  }
  if (part != 2) return "";
  for (std::string& digits : parts) digits.insert(0, digits.size() == 1 ? 1 : 0, '0');
  const std::string iso = parts[2] + '-' + parts[1] + '-' + parts[0];
  return parseDate(iso) ? iso : "";
}

/// "1 250,5" as "1250.5".
std::string pointed(const std::string& text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = utf8::next(text, at);
    if (c == U' ' || c == U'\u00A0' || c == U'\u202F') continue;
    result += c == U',' ? "." : text.substr(start, at - start);
  }
  return result;
}

void hintNumber(Diagnostics::Added added, const Field& field, const std::string& text,
                const Text& form) {
  const std::string better = pointed(text);
  if (better != text && !better.empty() && fits(field, better)) {
    added.hint(messages::kWriteSo, {better});
  } else {
    added.hint(form);
  }
}

bool isBrokenLine(const Field& field, const std::string& text) {
  return field.type == FieldType::line && text.find('\n') != std::string::npos;
}

}  // namespace

bool isFaultless(const Field& field, const std::string& text) {
  return fits(field, text) && !isBrokenLine(field, text);
}

void checkValue(const Field& field, const std::string& text, const Place& place,
                Diagnostics& diagnostics) {
  if (isBrokenLine(field, text)) {
    diagnostics.warning(messages::kLineBreak, place, {field.label, field.name});
  }
  if (fits(field, text)) return;
  const auto report = [&](const Message& message) {
    return diagnostics.error(message, place, {field.label, field.name, shortened(text)});
  };
  switch (field.type) {
    case FieldType::date: {
      auto added = report(messages::kNoDate);
      const std::string iso = isoOf(text);
      iso.empty() ? added.hint(messages::kDateForm) : added.hint(messages::kWriteSo, {iso});
      break;
    }
    case FieldType::number:
      hintNumber(report(messages::kNoNumber), field, text, messages::kNumberForm);
      break;
    case FieldType::money:
      hintNumber(report(messages::kNoMoney), field, text, messages::kMoneyForm);
      break;
    case FieldType::integer:
      hintNumber(report(messages::kNoInteger), field, text, messages::kIntegerForm);
      break;
    case FieldType::boolean:
      report(messages::kNoBoolean).hint(hints::kKnownNames, {"true, false"});
      break;
    default:
      xml::hintNames(report(messages::kNoChoice), text, field.values);
      break;
  }
}

}  // namespace chancery::templates
