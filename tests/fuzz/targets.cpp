#include "targets.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/source.h"
#include "data/data_set.h"
#include "flow/definition.h"
#include "format/profile.h"
#include "image/jpeg_codec.h"
#include "image/picture.h"
#include "template/template.h"
#include "xml/reader.h"
#include "xml/xpath.h"

namespace chancery::fuzz {
namespace {

/// Knows nothing beyond XPath itself.
class Nothing : public xml::Environment {
 public:
  const xml::Value* findVariable(std::string_view) const override { return nullptr; }
  bool hasFunction(std::string_view) const override { return false; }
  std::optional<xml::Value> call(std::string_view, const std::vector<xml::Value>&) override {
    return std::nullopt;
  }
};

class OneTemplate : public templates::TemplateStore {
 public:
  explicit OneTemplate(std::string_view text) : text_(text) {}
  std::optional<templates::TemplateFile> open(const std::string& fileName) const override {
    if (fileName != kName) return std::nullopt;
    return templates::TemplateFile{fileName, text_};
  }
  static constexpr const char* kName = "fuzz.template.xml";

 private:
  std::string text_;
};

xml::Dom smallTree() {
  xml::Dom dom;
  const xml::DomNode root = dom.makeRoot("data", {});
  for (int i = 0; i < 3; ++i) {
    const xml::DomNode row = dom.appendElement(root, "a", {});
    dom.appendText(dom.appendElement(row, "b", {}), std::to_string(i), {});
  }
  return dom;
}

}  // namespace

void readXml(std::string_view text) {
  Sources sources;
  Diagnostics diagnostics;
  const auto root = xml::read(sources, sources.add("fuzz.xml", std::string(text)), {}, diagnostics);
  if (root) xml::dump(*root);
}

void readJson(std::string_view text) {
  Sources sources;
  Diagnostics diagnostics;
  const auto data =
      data::readJson(sources, sources.add("fuzz.json", std::string(text)), {}, diagnostics);
  if (data) data->dom().dump();
}

void evaluateXPath(std::string_view text) {
  // An attribute's value, which the reader has checked, holds no zero byte.
  if (text.find('\0') != std::string_view::npos) return;
  Diagnostics diagnostics;
  const auto placeOf = [](std::size_t offset) {
    return Place{"fuzz", 1, static_cast<int>(offset) + 1};
  };
  const auto compiled = xml::XPath::compile(std::string(text), placeOf, diagnostics);
  if (!compiled) return;
  const xml::Dom dom = smallTree();
  Nothing nothing;
  for (const bool libraryOnly : {false, true}) {
    xml::Evaluator evaluator(dom, nothing, 100'000);
    if (libraryOnly) evaluator.useLibraryOnly();
    const auto value = evaluator.evaluate(*compiled, {dom.root(), 1, 1});
    if (value) value->toText();
  }
}

void fillTemplate(std::string_view text) {
  Diagnostics diagnostics;
  const OneTemplate store(text);
  const auto compiled = templates::parse(OneTemplate::kName, store, diagnostics);
  if (!compiled) return;
  Sources sources;
  auto data = data::readJson(
      sources, sources.add("fuzz.json", R"({"a": ["x", ""], "b": {"c": 1}})"), {}, diagnostics);
  if (!data) return;
  templates::Input input;
  input.limits.outputNodes = 10'000;
  input.limits.outputBytes = 1 << 20;
  const auto document = templates::expand(*compiled, *data, input, sources, diagnostics);
  if (document) xml::dump(*document);
}

void readWorkflow(std::string_view text) {
  Sources sources;
  Diagnostics diagnostics;
  flow::parse(sources, sources.add("fuzz.workflow.xml", std::string(text)), {}, diagnostics);
}

void readProfile(std::string_view text) {
  Sources sources;
  Diagnostics diagnostics;
  const SourceId source = sources.add("fuzz.profile.xml", std::string(text));
  const auto root = xml::read(sources, source, {}, diagnostics);
  if (root) format::readProfile(*root, sources, diagnostics);
}

void readImage(std::string_view bytes) {
  Diagnostics diagnostics;
  image::Limits limits;
  limits.pixels = 1'000'000;
  limits.paths = 2'000;
  const auto picture = image::read(std::string(bytes), "fuzz", {}, limits, diagnostics);
  if (!picture) return;
  if (const image::Drawing* drawing = picture->drawing()) {
    constexpr std::int64_t kAcross = 300;
    const Length larger = std::max(drawing->width, drawing->height);
    const std::int64_t dpi = Length::pt(72 * kAcross) / larger;
    image::rasterise(*drawing, static_cast<int>(std::clamp<std::int64_t>(dpi, 1, 100)));
    return;
  }
  const image::Raster& raster = *picture->raster();
  if (raster.coding == image::Raster::Coding::jpeg) {
    image::jpeg::decode(raster.bytes, raster.width, raster.height, raster.channels);
  } else {
    image::writePng(raster);
  }
}

}  // namespace chancery::fuzz
