#include "docx/writer.h"

#include "archive/writer.h"
#include "docx/body.h"
#include "docx/context.h"
#include "docx/notes.h"
#include "docx/package.h"
#include "docx/pool.h"
#include "docx/sections.h"
#include "docx/styles.h"

namespace chancery::docx {
namespace {

constexpr std::string_view kMainPart = "word/document.xml";

std::string documentPart(Context& context, Relations& relations, const SectionPlan& sections) {
  const std::vector<format::Section>& all = context.document.sections;
  Body body(context, relations);
  Markup out;
  out.reserve(64 * 1024);
  out.raw(kXmlDeclaration)
      .raw("<w:document")
      .raw(kMainNamespace)
      .raw(kRelationshipsNamespace)
      .raw("><w:body>");
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (SectionPlan::startsWithParagraph(all[i])) body.place(all[i].placed);
    body.appendSection(out, i, sections.properties(i));
  }
  out.raw("</w:body></w:document>");
  return out.take();
}

// The parts beside the main one, which is written with `relations` already.
Parts otherParts(Context& context, const SectionPlan& sections) {
  Parts parts = sections.parts();
  if (!context.numbering.empty()) {
    parts.push_back({.name = "word/numbering.xml",
                     .type = wordType("numbering"),
                     .bytes = context.numbering.part(),
                     .shared = true});
  }
  if (!context.document.footnotes.empty()) {
    Relations own;
    const std::string name = "word/footnotes.xml";
    parts.push_back({name, wordType("footnotes"), footnotesPart(context, own)});
    if (!own.empty()) parts.push_back({relationsName(name), "", own.part()});
  }
  context.drawings.appendParts(parts);
  return parts;
}

}  // namespace

struct Writer::Data {
  Pool pool;
};

Writer::Writer() : data_(std::make_unique<Data>()) {}
Writer::~Writer() = default;

std::string Writer::write(const format::Document& document, const format::Resolved& resolved,
                          const Options& options) const {
  const Pool::Loan loan = data_->pool.borrow();
  archive::Packer& packer = *loan;
  Context context(document, resolved, options, loan);
  Relations relations;
  for (const std::string_view name : {"styles", "settings", "fontTable"}) {
    relations.add(name, std::string(name) + ".xml");
  }
  const SectionPlan sections(context, relations);
  if (!context.numbering.empty()) relations.add("numbering", "numbering.xml");
  if (!document.footnotes.empty()) relations.add("footnotes", "footnotes.xml");
  const std::string text = documentPart(context, relations, sections);
  const Parts parts = otherParts(context, sections);

  archive::Writer archive(options.moment, packer);
  const auto addShared = [&](std::string_view name, const std::string& bytes) {
    archive.add(name, *data_->pool.packed(bytes, packer));
  };
  // First, so that a reader can tell the kind of package from the file's head.
  addShared("[Content_Types].xml", contentTypesPart(parts));
  addShared("_rels/.rels", packageRelationsPart());
  archive.add(kMainPart, text);
  addShared(relationsName(kMainPart), relations.part());
  addShared("word/styles.xml", stylesPart(document, context.contents.builtInNames()));
  addShared("word/settings.xml", settingsPart(document));
  addShared("word/fontTable.xml", fontTablePart(context.families));
  for (const Part& part : parts) {
    if (part.compressed) {
      archive.store(part.name, part.bytes);
    } else if (part.shared) {
      addShared(part.name, part.bytes);
    } else {
      archive.add(part.name, part.bytes);
    }
  }
  archive.add("docProps/core.xml", corePropertiesPart(document, options));
  addShared("docProps/app.xml", extendedPropertiesPart(document, resolved));
  return archive.finish();
}

std::string write(const format::Document& document, const format::Resolved& resolved,
                  const Options& options) {
  return Writer().write(document, resolved, options);
}

}  // namespace chancery::docx
