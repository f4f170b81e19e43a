#include "runtime/handed.h"

#include "base/error.h"
#include "flow/record.h"

namespace chancery::runtime {
namespace {

constexpr std::string_view kVersion = "1";

// The list: `data version="1" text="HASH"`, then `file name="…" hash="…"` lines.
std::vector<flow::Line> linesOf(std::string_view bytes) {
  if (!bytes.starts_with("data ")) return {};
  auto lines = flow::parseLines(std::string(bytes));
  if (!lines || lines->empty() || lines->front().word != "data") return {};
  return std::move(*lines);
}

}  // namespace

std::vector<std::string> keepData(const store::Blobs& blobs, const HandedData& data) {
  const std::string text = blobs.put(data.text);
  if (data.files.empty()) return {text};
  std::vector<std::string> hashes = {"", text};
  std::vector<flow::Line> lines;
  lines.emplace_back("data").add("version", kVersion).add("text", text);
  for (const HandedFile& file : data.files) {
    hashes.push_back(blobs.put(file.bytes));
    lines.emplace_back("file").add("name", file.name).add("hash", hashes.back());
  }
  hashes.front() = blobs.put(flow::writeLines(lines));
  return hashes;
}

HandedData openData(const store::Blobs& blobs, std::string_view hash) {
  HandedData data;
  data.text = blobs.require(hash);
  const std::vector<flow::Line> lines = linesOf(data.text);
  if (lines.empty()) return data;
  if (lines.front().text("version") != kVersion) {
    throw WorldError("read", blobs.pathOf(hash).string(), "a newer version kept these data");
  }
  data.text = blobs.require(lines.front().text("text"));
  for (std::size_t i = 1; i < lines.size(); ++i) {
    data.files.push_back(
        {std::string(lines[i].text("name")), blobs.require(lines[i].text("hash"))});
  }
  return data;
}

std::vector<std::string> hashesInData(std::string_view bytes) {
  std::vector<std::string> hashes;
  const std::vector<flow::Line> lines = linesOf(bytes);
  for (std::size_t i = 0; i < lines.size(); ++i)
    hashes.emplace_back(lines[i].text(i == 0 ? "text" : "hash"));
  return hashes;
}

}  // namespace chancery::runtime
