#include "template/fields.h"

#include <algorithm>
#include <array>

#include "base/clock.h"
#include "lang/numbers.h"

namespace chancery::templates {
namespace {

constexpr std::array<std::string_view, 11> kTypeWords{"line",  "text",    "date",    "number",
                                                      "money", "integer", "boolean", "person",
                                                      "post",  "term",    "choice"};

bool isInteger(std::string_view text) {
  return text.find('.') == std::string_view::npos && lang::Decimal::parse(text);
}

/// Roubles with kopecks.
bool isMoney(std::string_view text) {
  const auto amount = lang::Decimal::parse(text);
  return amount && amount->rounded(2) == *amount;
}

}  // namespace

const Field* FieldSet::find(std::string_view name) const {
  for (const Field& field : fields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

std::vector<std::string> FieldSet::names() const {
  std::vector<std::string> result;
  for (const Field& field : fields) result.push_back(field.name);
  return result;
}

std::optional<FieldType> findFieldType(std::string_view word) {
  const auto* found = std::find(kTypeWords.begin(), kTypeWords.end(), word);
  if (found == kTypeWords.end()) return std::nullopt;
  return static_cast<FieldType>(found - kTypeWords.begin());
}

std::string_view wordOf(FieldType type) {
  return kTypeWords[static_cast<std::size_t>(type)];
}

std::vector<std::string> fieldTypeWords() {
  return {kTypeWords.begin(), kTypeWords.end()};
}

bool fits(const Field& field, std::string_view text) {
  if (text.empty() && field.keepEmpty) return true;
  switch (field.type) {
    case FieldType::date:
      return parseDate(text).has_value();
    case FieldType::number:
      return lang::Decimal::parse(text).has_value();
    case FieldType::money:
      return isMoney(text);
    case FieldType::integer:
      return isInteger(text);
    case FieldType::boolean:
      return text == "true" || text == "false";
    case FieldType::choice:
      return std::find(field.values.begin(), field.values.end(), text) != field.values.end();
    default:
      return true;
  }
}

}  // namespace chancery::templates
