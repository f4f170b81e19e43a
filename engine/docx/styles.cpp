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

constexpr const char* kNoteName = "footnote text";

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

// The built-in name of a style, "" for one of the document's own.
std::string builtInName(const format::Document& document, std::size_t index,
                        const std::vector<std::string>& names) {
  const format::ParagraphStyle& style = document.styles[index];
  const int level = style.outlineLevel;
  if (level > 0 && findHeading(document, level) == &style) return headingName(level);
  if (!document.footnotes.empty() && style.id == document.footnoteStyle.id) return kNoteName;
  return index < names.size() ? names[index] : std::string();
}

void appendNames(Markup& out, const format::ParagraphStyle& style, const std::string& builtIn) {
  if (builtIn.empty()) {
    out.value("w:name", style.name.empty() ? style.id : style.name);
    return;
  }
  out.value("w:name", builtIn);
  if (style.name.empty() || style.name == builtIn) return;
  std::string alias = style.name;
  std::replace(alias.begin(), alias.end(), ',', ' ');  // a comma parts aliases (17.7.4.1)
  out.value("w:aliases", alias);
}

// Where Word lists the built-in styles, as it does by itself.
int priorityOf(const std::string& builtIn) {
  if (builtIn.starts_with("heading ")) return 9;
  if (builtIn.starts_with("toc ")) return 39;
  return builtIn == "caption" ? 35 : 99;
}

void appendStyle(Markup& out, const format::Document& document, const format::ParagraphStyle& style,
                 const std::string& builtIn, const format::ParagraphStyle& normal) {
  out.raw("<w:style w:type=\"paragraph\"");
  if (builtIn.empty()) out.raw(" w:customStyle=\"1\"");
  out.attribute("w:styleId", style.id).raw(">");
  appendNames(out, style, builtIn);
  out.value("w:basedOn", kNormalId);
  if (style.outlineLevel > 0) out.value("w:next", document.styles.front().id);
  if (!builtIn.empty()) out.value("w:uiPriority", priorityOf(builtIn));
  out.raw("<w:qFormat/>");
  appendLook(out, style, normal);
  out.raw("</w:style>");
}

// The look of marks; and that of notes, where it is none of the document's styles.
void appendNoteStyles(Markup& out, const format::Document& document,
                      const format::ParagraphStyle& normal) {
  if (document.footnotes.empty()) return;
  const format::ParagraphStyle& note = document.footnoteStyle;
  const bool stated = std::any_of(document.styles.begin(), document.styles.end(),
                                  [&](const auto& style) { return style.id == note.id; });
  if (!stated) appendStyle(out, document, note, kNoteName, normal);
  out.raw("<w:style w:type=\"character\"").attribute("w:styleId", kFootnoteMarkId).raw(">");
  out.value("w:name", "footnote reference").value("w:basedOn", "DefaultParagraphFont");
  out.value("w:uiPriority", 99).raw("<w:unhideWhenUsed/><w:rPr>");
  out.value("w:vertAlign", "superscript").raw("</w:rPr></w:style>");
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

bool hyphenates(const format::Document& document) {
  const auto hyphenated = [](const format::ParagraphStyle& style) { return style.hyphenate; };
  return std::any_of(document.styles.begin(), document.styles.end(), hyphenated) ||
         (!document.footnotes.empty() && document.footnoteStyle.hyphenate);
}

std::string stylesPart(const format::Document& document,
                       const std::vector<std::string>& builtInNames) {
  const format::ParagraphStyle normal = normalStyle(document);
  format::ParagraphStyle plain = plainStyle(normal);
  plain.hyphenate = hyphenates(document);
  Markup out;
  out.reserve(16 * 1024);
  out.raw(kXmlDeclaration).raw("<w:styles").raw(kMainNamespace).raw(">");
  appendDefaults(out, document, plain);
  out.raw(
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
      "<w:name w:val=\"Normal\"/><w:qFormat/>");
  appendLook(out, normal, plain);
  out.raw("</w:style>").raw(kOtherDefaults);
  for (std::size_t i = 0; i < document.styles.size(); ++i) {
    if (document.styles[i].id == kNormalId) continue;
    appendStyle(out, document, document.styles[i], builtInName(document, i, builtInNames), normal);
  }
  appendNoteStyles(out, document, normal);
  out.raw("</w:styles>");
  return out.take();
}

}  // namespace chancery::docx
