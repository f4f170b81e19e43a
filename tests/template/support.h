#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "data/data_set.h"
#include "template/template.h"
#include "xml/tree.h"

namespace chancery::templates {

/// Template files kept in memory.
class MemoryStore : public TemplateStore {
 public:
  std::map<std::string, std::string> files;

  std::optional<TemplateFile> open(const std::string& fileName) const override {
    const auto found = files.find(fileName);
    if (found == files.end()) return std::nullopt;
    return TemplateFile{found->first, found->second};
  }
};

/// `content` inside the root element of a template called "x".
inline std::string wrapped(const std::string& content) {
  return "<template xmlns=\"urn:chancery:document\" xmlns:t=\"urn:chancery:template\" id=\"x\">\n" +
         content + "\n</template>";
}

/// One template parsed and perhaps filled, with everything it found.
struct Job {
  MemoryStore store;
  Diagnostics diagnostics;
  Sources sources;
  Input input;
  Limits limits;
  std::shared_ptr<const Template> compiled;
  std::optional<data::DataSet> data;
  std::optional<xml::Node> document;

  Job() = default;
  explicit Job(const std::string& content) { parseContent(content); }

  void parseContent(const std::string& content) {
    store.files["x.template.xml"] = wrapped(content);
    parseFile("x.template.xml");
  }
  void parseFile(const std::string& name) {
    compiled = parse(name, store, diagnostics, limits);
    diagnostics.sort();
  }
  Job& fill(const std::string& json) {
    data = data::readJson(sources, sources.add("d.json", json), {}, diagnostics);
    if (compiled && data) document = expand(*compiled, *data, input, sources, diagnostics);
    diagnostics.sort();
    return *this;
  }
  /// The expanded document without its root, "" after errors.
  std::string output() const {
    std::string result;
    if (!document) return result;
    for (const xml::Node& child : document->children) result += xml::dump(child);
    return result;
  }
  /// "CODE file:line:column" of every finding, warnings with "(w)".
  std::vector<std::string> found() const {
    std::vector<std::string> result;
    for (const Diagnostic& d : diagnostics.all()) {
      result.push_back(std::string(d.message->code) + ' ' + d.place.file + ':' +
                       std::to_string(d.place.line) + ':' + std::to_string(d.place.column) +
                       (d.severity == Severity::warning ? " (w)" : ""));
    }
    return result;
  }
  std::string message(std::size_t index = 0) const {
    return diagnostics.all().at(index).text(Language::russian);
  }
  std::string hint(std::size_t index = 0) const {
    return diagnostics.all().at(index).hintText(Language::russian);
  }
};

using Found = std::vector<std::string>;

}  // namespace chancery::templates
