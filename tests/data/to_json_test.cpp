#include "data/to_json.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/file.h"
#include "support.h"

namespace chancery::data {
namespace {

std::optional<DataSet> parsed(const std::string& text, Format format = Format::json) {
  Sources sources;
  Diagnostics diagnostics;
  return read(sources, sources.add("d", text), format, {}, diagnostics);
}

std::string again(const std::string& text, Format format = Format::json) {
  const auto data = parsed(text, format);
  return data ? toJson(data->root()) : "unreadable";
}

TEST(ToJson, WritesWhatTheTreeHolds) {
  EXPECT_EQ(again(R"({"a": "x", "n": 1.50, "b": [1, 2], "one": ["z"], "o": {"ключ": "\n\"\\"}})"),
            R"({"a":"x","n":"1.50","b":["1","2"],"one":"z","o":{"ключ":"\n\"\\"}})");
  EXPECT_EQ(again(R"({"not a name": "x", "1": {"2": "y"}})"),
            R"({"not a name":"x","1":{"2":"y"}})");
  EXPECT_EQ(again("{}"), "{}");
  EXPECT_EQ(again("<d><a>1</a><b><c>&lt;</c></b><a>2</a></d>", Format::xml),
            R"({"a":["1","2"],"b":{"c":"<"}})");
}

TEST(ToJson, ReadAgainTheSamplesAreWhatTheyWere) {
  namespace fs = std::filesystem;
  int count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(CHANCERY_PROJECT_DIR) / "samples")) {
    const bool isMade = entry.path().string().find("/samples/out") != std::string::npos;
    if (isMade || entry.path().extension() != ".json") continue;
    const std::string once = again(readFile(entry.path(), 1u << 24));
    EXPECT_EQ(again(once), once) << entry.path();
    EXPECT_EQ(json(once).dump(), json(readFile(entry.path(), 1u << 24)).dump()) << entry.path();
    ++count;
  }
  EXPECT_GE(count, 4);
}

}  // namespace
}  // namespace chancery::data
