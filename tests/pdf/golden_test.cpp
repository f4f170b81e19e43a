#include <gtest/gtest.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "pdf/page_builder.h"
#include "pdf/pdf_objects.h"
#include "pdf/writer.h"

namespace chancery::pdf {
namespace {

using pdf_test::Json;
using pdf_test::PdfObjects;

constexpr rapidjson::SizeType kLongestArray = 40;

// Binary bytes as <XX>, lines kept.
std::string printable(const std::string& bytes) {
  std::string result;
  char buffer[8];
  for (const char c : bytes) {
    if (c == '\n' || (c >= ' ' && c <= '~')) {
      result += c;
    } else {
      std::snprintf(buffer, sizeof buffer, "<%02X>", static_cast<unsigned char>(c));
      result += buffer;
    }
  }
  return result;
}

// A value as JSON on one line; long arrays (widths) by their length, since they say nothing.
std::string asText(const Json& value) {
  if (value.IsArray() && value.Size() > kLongestArray) {
    return "[… " + std::to_string(value.Size()) + "]";
  }
  std::string result;
  if (value.IsObject()) {
    for (const auto& entry : value.GetObject()) {
      // HarfBuzz's next version may cut a font more tightly.
      if (std::string_view(entry.name.GetString()) == "/Length1") continue;
      result += result.empty() ? "{" : " ";
      result += std::string(entry.name.GetString()) + ' ' + asText(entry.value);
    }
    return result.empty() ? "{}" : result + '}';
  }
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return buffer.GetString();
}

// What a stream holds, where that is text of ours.
std::string streamText(const PdfObjects& objects, const std::string& number) {
  const Json& dictionary = objects.at(number);
  if (objects.has(dictionary, "/Length1")) return "(font program)\n";
  if (objects.has(dictionary, "/N")) return "(colour profile)\n";
  const std::string bytes = objects.streamAt(number);
  if (PdfObjects::text(dictionary, "/Type") == "/Metadata") return bytes + '\n';
  if (bytes.compare(0, 8, "/CIDInit") == 0) {
    const auto lines = std::count(bytes.begin(), bytes.end(), '\n');
    return "(character map of " + std::to_string(lines) + " lines)\n";
  }
  return printable(bytes) + '\n';
}

std::string normalised(const std::string& pdf) {
  const PdfObjects objects(pdf);
  std::string result = "% " + pdf.substr(0, 8) + '\n';
  for (const std::string& number : objects.numbers()) {
    const Json& value = objects.at(number);
    const std::string type = PdfObjects::text(value, "/Type");
    if (type == "/ObjStm" || type == "/XRef") continue;
    result += number.substr(0, number.find(' ')) + ' ' + asText(value) + '\n';
    if (objects.isStream(number)) result += streamText(objects, number);
  }
  return result;
}

// Golden files are rewritten when CHANCERY_UPDATE_GOLDENS is set; the difference is for review.
void expectGolden(const std::string& name, const std::string& text) {
  const std::string path = std::string(CHANCERY_PROJECT_DIR) + "/tests/pdf/golden/" + name;
  if (std::getenv("CHANCERY_UPDATE_GOLDENS")) std::ofstream(path, std::ios::binary) << text;
  std::ifstream file(path, std::ios::binary);
  const std::string golden((std::istreambuf_iterator<char>(file)), {});
  EXPECT_EQ(text, golden) << "see " << path << "; CHANCERY_UPDATE_GOLDENS=1 rewrites it";
}

std::string write(Level level, std::vector<Attachment> attachments = {}) {
  const Moment moment = *parseMoment("2026-06-05T09:30:00Z");
  return Writer().write(pdf_test::sampleOrder(), {level, moment, std::move(attachments)});
}

TEST(Golden, OrderAsPdfA2a) {
  expectGolden("order-2a.txt", normalised(write(Level::a2a)));
}

TEST(Golden, OrderAsPdfA3a) {
  const std::string pdf =
      write(Level::a3a, {{"order.json", "application/json", "Исходные данные", "{\"a\":1}"}});
  expectGolden("order-3a.txt", normalised(pdf));
}

TEST(Golden, OrderAsPdfA1b) {
  expectGolden("order-1b.txt", normalised(write(Level::b1)));
}

}  // namespace
}  // namespace chancery::pdf
