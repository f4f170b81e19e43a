#include "proof_support.h"

#include "xml/reader.h"

namespace chancery::flow {

Proven proven(const std::string& text, const std::vector<Colleague>& staff,
              std::size_t mostStates) {
  Sources sources;
  Diagnostics diagnostics;
  const SourceId source = sources.add("test.workflow.xml", text);
  Proven result;
  if (auto definition = parse(sources, source, {}, diagnostics)) {
    Diagnostics ignored;
    const auto root = xml::read(sources, source, {}, ignored);
    result.proof = prove(compile(std::move(*definition)), placesOf(sources, *root), staff,
                         diagnostics, mostStates);
  }
  diagnostics.sort();
  for (const Diagnostic& d : diagnostics.all()) {
    result.findings += std::to_string(d.place.line) + ':' + std::to_string(d.place.column) + ' ' +
                       std::string(d.message->code) + ' ' + d.text(Language::russian);
    if (d.hint) result.findings += " | " + d.hintText(Language::russian);
    result.findings += '\n';
  }
  return result;
}

}  // namespace chancery::flow
