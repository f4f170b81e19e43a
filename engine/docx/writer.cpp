#include "docx/writer.h"

#include "archive/writer.h"
#include "docx/body.h"
#include "docx/numbering.h"
#include "docx/package.h"
#include "docx/sections.h"
#include "docx/styles.h"

namespace chancery::docx {
namespace {

std::string documentPart(const format::Document& document, Body& body,
                         const SectionPlan& sections) {
  Markup out;
  out.reserve(64 * 1024);
  out.raw(kXmlDeclaration)
      .raw("<w:document")
      .raw(kMainNamespace)
      .raw(kRelationshipsNamespace)
      .raw("><w:body>");
  for (std::size_t i = 0; i < document.sections.size(); ++i) {
    const format::Section& section = document.sections[i];
    body.setPageNumber(section.firstPageNumber.value_or(1));
    if (i + 1 < document.sections.size()) {
      body.appendSection(out, section.blocks, sections.properties(i));
    } else {
      body.appendLastSection(out, section.blocks, sections.properties(i));
    }
  }
  out.raw("</w:body></w:document>");
  return out.take();
}

}  // namespace

std::string write(const format::Document& document, const format::Resolved& resolved,
                  const Options& options) {
  const NumberingPlan numbering(document);
  Body body(document, resolved, numbering);
  const SectionPlan sections(document, body, kFirstHeaderRelation);
  const std::string text = documentPart(document, body, sections);
  const PartList parts{sections.headers().size(), !numbering.empty()};

  archive::Writer archive(options.moment);
  // First, so that a reader can tell the kind of package from the file's head.
  archive.add("[Content_Types].xml", contentTypesPart(parts));
  archive.add("_rels/.rels", packageRelationsPart());
  archive.add("word/document.xml", text);
  archive.add("word/_rels/document.xml.rels", documentRelationsPart(parts));
  archive.add("word/styles.xml", stylesPart(document));
  if (parts.numbering) archive.add("word/numbering.xml", numbering.part());
  archive.add("word/settings.xml", settingsPart(document));
  archive.add("word/fontTable.xml", fontTablePart(body.families()));
  for (std::size_t i = 0; i < parts.headers; ++i) {
    archive.add("word/header" + std::to_string(i + 1) + ".xml", sections.headers()[i]);
  }
  archive.add("docProps/core.xml", corePropertiesPart(document, options));
  archive.add("docProps/app.xml", extendedPropertiesPart(document, resolved));
  return archive.finish();
}

}  // namespace chancery::docx
