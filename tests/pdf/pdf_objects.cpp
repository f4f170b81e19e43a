#include "pdf/pdf_objects.h"

#include <gtest/gtest.h>

#include "pdf/tools.h"

namespace chancery::pdf_test {
namespace {

std::string decodeBase64(std::string_view text) {
  static constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string result;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) continue;
    bits = bits << 6 | static_cast<std::uint32_t>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    result += static_cast<char>(bits >> count & 0xFF);
  }
  return result;
}

}  // namespace

PdfObjects::PdfObjects(const std::string& pdf) {
  const std::string text = runOn(
      pdf, "qpdf --json=2 --json-key=qpdf --json-stream-data=inline --decode-level=generalized {}");
  json_.Parse(text.c_str());
  if (json_.HasParseError() || !json_.HasMember("qpdf")) {
    ADD_FAILURE() << "qpdf gave no JSON: " << text.substr(0, 500);
    json_.SetObject();
    return;
  }
  for (const auto& object : json_["qpdf"][1].GetObject()) {
    std::string name = object.name.GetString();
    if (name.compare(0, 4, "obj:") == 0) {
      name = name.substr(4);
      numbers_.push_back(name);
    }
    if (object.value.HasMember("stream")) {
      values_[name] = &object.value["stream"]["dict"];
      streams_[name] = &object.value["stream"]["data"];
    } else {
      values_[name] = &object.value["value"];
    }
  }
}

const Json& PdfObjects::value(const std::string& reference) const {
  const auto found = values_.find(reference);
  if (found != values_.end()) return *found->second;
  ADD_FAILURE() << "no object " << reference;
  return null_;
}

const Json& PdfObjects::resolve(const Json& value) const {
  if (!value.IsString()) return value;
  const std::string text = value.GetString();
  const bool isReference = text.size() > 4 && text.compare(text.size() - 4, 4, " 0 R") == 0 &&
                           text.find_first_not_of("0123456789") == text.size() - 4;
  return isReference ? this->value(text) : value;
}

const Json& PdfObjects::get(const Json& dictionary, const char* key) const {
  if (!dictionary.IsObject() || !dictionary.HasMember(key)) return null_;
  return resolve(dictionary[key]);
}

bool PdfObjects::has(const Json& dictionary, const char* key) const {
  return dictionary.IsObject() && dictionary.HasMember(key);
}

std::string PdfObjects::streamAt(const std::string& reference) const {
  const auto found = streams_.find(reference);
  if (found != streams_.end()) return decodeBase64(found->second->GetString());
  ADD_FAILURE() << "no stream " << reference;
  return {};
}

std::string PdfObjects::streamOf(const Json& dictionary, const char* key) const {
  if (has(dictionary, key)) return stream(dictionary[key]);
  ADD_FAILURE() << "no " << key;
  return {};
}

std::vector<std::string> PdfObjects::pages() const {
  std::vector<std::string> pages;
  addPages(text(catalog(), "/Pages"), pages);
  return pages;
}

void PdfObjects::addPages(const std::string& node, std::vector<std::string>& pages) const {
  const Json& dictionary = value(node);
  if (text(dictionary, "/Type") == "/Page") {
    pages.push_back(node);
    return;
  }
  for (const Json& kid : get(dictionary, "/Kids").GetArray()) addPages(text(kid), pages);
}

std::string PdfObjects::text(const Json& value) {
  if (!value.IsString()) return {};
  const std::string result = value.GetString();
  return result.compare(0, 2, "u:") == 0 ? result.substr(2) : result;
}

std::string PdfObjects::text(const Json& dictionary, const char* key) {
  if (!dictionary.IsObject() || !dictionary.HasMember(key)) return {};
  return text(dictionary[key]);
}

double PdfObjects::number(const Json& value) {
  return value.IsNumber() ? value.GetDouble() : -1;
}

}  // namespace chancery::pdf_test
