#include "docx/notes.h"

#include "docx/body.h"

namespace chancery::docx {
namespace {

void appendSeparator(Markup& out, int id, std::string_view type) {
  out.raw("<w:footnote").attribute("w:type", type).attribute("w:id", id);
  out.raw(
      "><w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" "
      "w:lineRule=\"auto\"/><w:ind w:left=\"0\" w:right=\"0\" w:firstLine=\"0\"/></w:pPr><w:r>");
  out.raw("<w:").raw(type).raw("/></w:r></w:p></w:footnote>");
}

}  // namespace

std::string footnotesPart(Context& context, Relations& relations) {
  Body body(context, relations);
  Markup out;
  out.raw(kXmlDeclaration).raw("<w:footnotes").raw(kMainNamespace).raw(kRelationshipsNamespace);
  out.raw(">");
  appendSeparator(out, -1, "separator");
  appendSeparator(out, 0, "continuationSeparator");
  const std::vector<format::Footnote>& notes = context.document.footnotes;
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const std::size_t number = i + 1;
    out.raw("<w:footnote").attribute("w:id", static_cast<std::int64_t>(number)).raw(">");
    body.appendNote(out, notes[i], notes[i].label == std::to_string(number));
    out.raw("</w:footnote>");
  }
  out.raw("</w:footnotes>");
  return out.take();
}

}  // namespace chancery::docx
