#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace chancery {

/// Appends text for XML or HTML, inside an element or an attribute's value: escaped; what XML 1.0
/// forbids (clause 2.2) is left out. `text` must be well-formed UTF-8.
void appendEscaped(std::string& out, std::string_view text);
inline std::string escaped(std::string_view text) {
  std::string out;
  appendEscaped(out, text);
  return out;
}

/// XML or HTML written by appending to one string: safe as long as every value goes through `text`
/// or `attribute`, which escape.
class Markup {
 public:
  /// Markup of ours, as it stands.
  Markup& raw(std::string_view markup) {
    out_ += markup;
    return *this;
  }
  Markup& text(std::string_view value) {
    appendEscaped(out_, value);
    return *this;
  }
  Markup& number(std::int64_t value);

  /// ` name="value"`, behind an open start tag.
  Markup& attribute(std::string_view name, std::string_view value);
  Markup& attribute(std::string_view name, std::int64_t value);

  const std::string& view() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace chancery
