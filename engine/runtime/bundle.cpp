#include "runtime/bundle.h"

#include "base/error.h"
#include "flow/record.h"

namespace chancery::runtime {
namespace {

constexpr std::string_view kVersion = "1";

// The list of a bundle: `bundle version="1" workflow="HASH"`, then `file name="…" hash="…"` lines.
std::vector<flow::Line> openList(const store::Blobs& blobs, std::string_view hash) {
  auto lines = flow::parseLines(blobs.require(hash));
  if (!lines || lines->empty() || lines->front().word != "bundle" ||
      lines->front().text("version") != kVersion) {
    throw WorldError("read", blobs.pathOf(hash).string(), "this is no list of a case's files");
  }
  return std::move(*lines);
}

}  // namespace

std::string keepBundle(const store::Blobs& blobs, const Bundle& bundle) {
  std::vector<flow::Line> lines;
  lines.emplace_back("bundle").add("version", kVersion).add("workflow", blobs.put(bundle.workflow));
  for (const Bundle::File& file : bundle.files) {
    lines.emplace_back("file").add("name", file.name).add("hash", blobs.put(file.bytes));
  }
  return blobs.put(flow::writeLines(lines));
}

Bundle openBundle(const store::Blobs& blobs, std::string_view hash) {
  const std::vector<flow::Line> lines = openList(blobs, hash);
  Bundle bundle;
  bundle.workflow = blobs.require(lines.front().text("workflow"));
  for (std::size_t i = 1; i < lines.size(); ++i) {
    bundle.files.push_back(
        {std::string(lines[i].text("name")), blobs.require(lines[i].text("hash"))});
  }
  return bundle;
}

std::vector<std::string> hashesOf(const store::Blobs& blobs, std::string_view bundle) {
  const std::vector<flow::Line> lines = openList(blobs, bundle);
  std::vector<std::string> hashes = {std::string(bundle),
                                     std::string(lines.front().text("workflow"))};
  for (std::size_t i = 1; i < lines.size(); ++i) hashes.emplace_back(lines[i].text("hash"));
  return hashes;
}

}  // namespace chancery::runtime
