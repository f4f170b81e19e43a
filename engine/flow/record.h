#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chancery::flow {

/// One line of the canonical text in which states and events are kept:
///
///     word name="value" name="value"
///
/// A value is UTF-8 with \" \\ and \n escaped. A field whose value is empty is left out. Equal
/// values give equal text: the journal's hashes are made over it.
struct Line {
  std::string word;
  std::vector<std::pair<std::string, std::string>> fields;

  explicit Line(std::string_view name) : word(name) {}
  Line& add(std::string_view name, std::string_view value);
  Line& add(std::string_view name, std::int64_t value);
  /// The field's value, "" when it is absent.
  std::string_view text(std::string_view name) const;
  /// The field as a whole number; nothing when it is absent or none.
  std::optional<std::int64_t> number(std::string_view name) const;
};

std::string writeLines(const std::vector<Line>& lines);
/// Nothing when the text is not of this form.
std::optional<std::vector<Line>> parseLines(std::string_view text);

}  // namespace chancery::flow
