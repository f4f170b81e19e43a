#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace chancery::docx {

/// XML written by appending to one string: the fastest way, and safe as long as every value goes
/// through `text`, `value` or `attribute`, which escape.
class Markup {
 public:
  /// Markup of ours, as it stands.
  Markup& raw(std::string_view markup) {
    out_ += markup;
    return *this;
  }
  /// Text or an attribute's value: escaped; what XML 1.0 forbids (2.2) is left out.
  Markup& text(std::string_view value);
  Markup& number(std::int64_t value);

  /// ` name="value"`, behind an open start tag.
  Markup& attribute(std::string_view name, std::string_view value);
  Markup& attribute(std::string_view name, std::int64_t value);

  /// `<name w:val="value"/>`
  Markup& value(std::string_view name, std::string_view value);
  Markup& value(std::string_view name, std::int64_t value);
  /// `<name/>`, or `<name w:val="0"/>` to switch off what a style switches on.
  Markup& flag(std::string_view name, bool on = true);

  /// `<name>…</name>` around what `content` appends; nothing when it appends nothing.
  template <typename Content>
  Markup& element(std::string_view name, Content content) {
    const std::size_t before = out_.size();
    out_.append("<").append(name).append(">");
    const std::size_t inside = out_.size();
    content();
    if (out_.size() == inside) {
      out_.resize(before);
    } else {
      out_.append("</").append(name).append(">");
    }
    return *this;
  }

  void reserve(std::size_t bytes) { out_.reserve(bytes); }
  std::size_t size() const { return out_.size(); }
  const std::string& view() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

inline constexpr std::string_view kXmlDeclaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
inline constexpr std::string_view kMainNamespace =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
inline constexpr std::string_view kRelationshipsNamespace =
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

}  // namespace chancery::docx
