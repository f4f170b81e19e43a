#pragma once

#include <rapidjson/document.h>

#include <map>
#include <string>
#include <vector>

namespace chancery::pdf_test {

using Json = rapidjson::Value;

/// The objects of a PDF as qpdf reads them: a reader that shares no code with the writer.
/// References are strings "5 0 R", names "/Name", text strings "u:…" (qpdf JSON version 2).
class PdfObjects {
 public:
  explicit PdfObjects(const std::string& pdf);

  const Json& trailer() const { return value("trailer"); }
  const Json& catalog() const { return get(trailer(), "/Root"); }
  /// Numbers of all objects: "5 0 R".
  const std::vector<std::string>& numbers() const { return numbers_; }
  std::vector<std::string> pages() const;

  /// The value behind a reference (a stream's dictionary), or the value itself.
  const Json& resolve(const Json& value) const;
  const Json& at(const std::string& reference) const { return value(reference); }
  /// An entry of a dictionary, resolved; null when it is absent.
  const Json& get(const Json& dictionary, const char* key) const;
  bool has(const Json& dictionary, const char* key) const;
  /// Decoded bytes of the stream that a reference names; fails the test when it is none.
  std::string stream(const Json& reference) const { return streamAt(text(reference)); }
  std::string streamAt(const std::string& reference) const;
  bool isStream(const std::string& reference) const { return streams_.count(reference) != 0; }
  std::string streamOf(const Json& dictionary, const char* key) const;

  /// "…" of a text string, name or reference.
  static std::string text(const Json& value);
  static std::string text(const Json& dictionary, const char* key);
  static double number(const Json& value);

 private:
  const Json& value(const std::string& reference) const;
  void addPages(const std::string& node, std::vector<std::string>& pages) const;

  rapidjson::Document json_;
  std::map<std::string, const Json*> values_;
  std::map<std::string, const Json*> streams_;  // base64
  std::vector<std::string> numbers_;
  Json null_;
};

}  // namespace chancery::pdf_test
