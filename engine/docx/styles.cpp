#include "docx/styles.h"

#include <algorithm>

#include "docx/markup.h"
#include "docx/properties.h"

namespace chancery::docx {
namespace {

constexpr std::string_view kOtherDefaults =
    "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">"
    "<w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/>"
    "<w:unhideWhenUsed/></w:style>"
    "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">"
    "<w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/>"
    "<w:unhideWhenUsed/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar>"
    "<w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/>"
    "<w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar>"
    "</w:tblPr></w:style>"
    "<w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\"><w:name w:val=\"No List\"/>"
    "<w:uiPriority w:val=\"99\"/><w:semiHidden/><w:unhideWhenUsed/></w:style>";

// What a reader assumes where docDefaults say nothing, with the family and size that they say.
format::ParagraphStyle plainStyle(const format::ParagraphStyle& normal) {
  format::ParagraphStyle plain;
  plain.text.family = normal.text.family;
  plain.text.size = normal.text.size;
  return plain;
}

void appendDefaults(Markup& out, const format::Document& document,
                    const format::ParagraphStyle& plain) {
  const std::string_view language =
      document.language.empty() ? std::string_view("ru-RU") : document.language;
  out.raw("<w:docDefaults><w:rPrDefault><w:rPr>");
  appendFonts(out, plain.text.family);
  // Kerning from 0.5 pt up, since layout kerns: without it lines break elsewhere.
  out.value("w:kern", 1);
  appendSize(out, plain.text.size);
  out.raw("<w:lang")
      .attribute("w:val", language)
      .attribute("w:eastAsia", language)
      .raw(" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>");
  appendSpacing(out, plain);
  out.raw("</w:pPr></w:pPrDefault></w:docDefaults>");
}

void appendLook(Markup& out, const format::ParagraphStyle& style,
                const format::ParagraphStyle& base) {
  out.element("w:pPr", [&] { appendParagraphProperties(out, style, base); });
  out.element("w:rPr", [&] { appendRunProperties(out, style.text, base.text); });
}

std::string headingName(int level) {
  return "heading " + std::to_string(level);
}

// The style that is the built-in heading of a level: the one named so, else the level's first.
const format::ParagraphStyle* findHeading(const format::Document& document, int level) {
  const std::string name = headingName(level);
  const format::ParagraphStyle* first = nullptr;
  for (const format::ParagraphStyle& style : document.styles) {
    if (style.outlineLevel != level) continue;
    if (style.name == name) return &style;
    if (first == nullptr) first = &style;
  }
  return first;
}

void appendNames(Markup& out, const format::ParagraphStyle& style, bool heading) {
  if (!heading) {
    out.value("w:name", style.name.empty() ? style.id : style.name);
    return;
  }
  const std::string name = headingName(style.outlineLevel);
  out.value("w:name", name);
  if (style.name.empty() || style.name == name) return;
  std::string alias = style.name;
  std::replace(alias.begin(), alias.end(), ',', ' ');  // a comma parts aliases (17.7.4.1)
  out.value("w:aliases", alias);
}

void appendStyle(Markup& out, const format::Document& document, const format::ParagraphStyle& style,
                 const format::ParagraphStyle& normal) {
  const int level = style.outlineLevel;
  const bool heading = level > 0 && findHeading(document, level) == &style;
  out.raw("<w:style w:type=\"paragraph\"");
  if (!heading) out.raw(" w:customStyle=\"1\"");
  out.attribute("w:styleId", style.id).raw(">");
  appendNames(out, style, heading);
  out.value("w:basedOn", kNormalId);
  if (level > 0) out.value("w:next", document.styles.front().id);
  if (heading) out.value("w:uiPriority", 9);
  out.raw("<w:qFormat/>");
  appendLook(out, style, normal);
  out.raw("</w:style>");
}

}  // namespace

format::ParagraphStyle normalStyle(const format::Document& document) {
  for (const format::ParagraphStyle& style : document.styles) {
    if (style.id == kNormalId) return style;
  }
  format::ParagraphStyle normal;
  if (!document.styles.empty()) normal.text = document.styles.front().text;
  return normal;
}

std::string stylesPart(const format::Document& document) {
  const format::ParagraphStyle normal = normalStyle(document);
  const format::ParagraphStyle plain = plainStyle(normal);
  Markup out;
  out.reserve(16 * 1024);
  out.raw(kXmlDeclaration).raw("<w:styles").raw(kMainNamespace).raw(">");
  appendDefaults(out, document, plain);
  out.raw(
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
      "<w:name w:val=\"Normal\"/><w:qFormat/>");
  appendLook(out, normal, plain);
  out.raw("</w:style>").raw(kOtherDefaults);
  for (const format::ParagraphStyle& style : document.styles) {
    if (style.id != kNormalId) appendStyle(out, document, style, normal);
  }
  out.raw("</w:styles>");
  return out.take();
}

}  // namespace chancery::docx
