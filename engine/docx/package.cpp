#include "docx/package.h"

#include <algorithm>
#include <array>

#include "docx/markup.h"
#include "docx/styles.h"

namespace chancery::docx {
namespace {

constexpr std::string_view kRelationType =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view kPackageRelationType =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/";
constexpr std::string_view kRelationsStart =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

void appendOverride(Markup& out, std::string_view part, std::string_view type) {
  out.raw("<Override").attribute("PartName", part).attribute("ContentType", type).raw("/>");
}
void appendWordOverride(Markup& out, std::string_view kind, std::string_view name) {
  appendOverride(out, std::string("/word/").append(name) + ".xml", wordType(kind));
}

// Endings whose files have no type of their own. Source: ECMA-376-2, 10.1.2.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kDefaults{
    {{"png", "image/png"}, {"jpeg", "image/jpeg"}, {"svg", "image/svg+xml"}}};

void appendDefaults(Markup& out, const Parts& parts) {
  for (const auto& [ending, type] : kDefaults) {
    const bool used = std::any_of(parts.begin(), parts.end(), [&, e = ending](const Part& part) {
      return part.name.ends_with(std::string(".").append(e));
    });
    if (!used) continue;
    out.raw("<Default").attribute("Extension", ending).attribute("ContentType", type).raw("/>");
  }
}

void appendRelation(Markup& out, std::size_t id, std::string_view space, std::string_view type,
                    std::string_view target) {
  out.raw("<Relationship").attribute("Id", "rId" + std::to_string(id));
  out.attribute("Type", std::string(space).append(type)).attribute("Target", target).raw("/>");
}

// How a reader without the font should choose another (17.8.3.9).
std::string_view familyKind(std::string_view family) {
  constexpr std::array<std::string_view, 6> kSwiss{"Sans",    "Arial",   "Arimo",
                                                   "Calibri", "Verdana", "Tahoma"};
  constexpr std::array<std::string_view, 3> kModern{"Mono", "Courier", "Cousine"};
  const auto named = [family](std::string_view part) {
    return family.find(part) != std::string_view::npos;
  };
  if (std::any_of(kModern.begin(), kModern.end(), named)) return "modern";
  return std::any_of(kSwiss.begin(), kSwiss.end(), named) ? "swiss" : "roman";
}

// dcterms:W3CDTF as Office writes it: whole seconds.
std::string w3cTime(Moment moment) {
  return toIso(moment).substr(0, 19) + "Z";
}

}  // namespace

std::string contentTypesPart(const Parts& parts) {
  Markup out;
  out.raw(kXmlDeclaration)
      .raw(
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          "<Default Extension=\"rels\" "
          "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
  appendDefaults(out, parts);
  appendWordOverride(out, "document.main", "document");
  for (const std::string_view name : {"styles", "settings", "fontTable"}) {
    appendWordOverride(out, name, name);
  }
  for (const Part& part : parts) {
    if (!part.type.empty()) appendOverride(out, "/" + part.name, part.type);
  }
  appendOverride(out, "/docProps/core.xml",
                 "application/vnd.openxmlformats-package.core-properties+xml");
  appendOverride(out, "/docProps/app.xml",
                 "application/vnd.openxmlformats-officedocument.extended-properties+xml");
  out.raw("</Types>");
  return out.take();
}

std::string packageRelationsPart() {
  Markup out;
  out.raw(kXmlDeclaration).raw(kRelationsStart);
  appendRelation(out, 1, kRelationType, "officeDocument", "word/document.xml");
  appendRelation(out, 2, kPackageRelationType, "core-properties", "docProps/core.xml");
  appendRelation(out, 3, kRelationType, "extended-properties", "docProps/app.xml");
  out.raw("</Relationships>");
  return out.take();
}

std::string corePropertiesPart(const format::Document& document, const Options& options) {
  const std::string time = w3cTime(options.moment);
  const auto element = [](Markup& out, std::string_view name, std::string_view value) {
    out.raw("<").raw(name).raw(">").text(value).raw("</").raw(name).raw(">");
  };
  Markup out;
  out.raw(kXmlDeclaration)
      .raw(
          "<cp:coreProperties "
          "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
          "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
          "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
          "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
  element(out, "dc:title", document.title);
  element(out, "dc:creator", document.author);
  element(out, "cp:lastModifiedBy", document.author);
  for (const auto name : {"dcterms:created", "dcterms:modified"}) {
    out.raw("<").raw(name).raw(" xsi:type=\"dcterms:W3CDTF\">").raw(time).raw("</").raw(name);
    out.raw(">");
  }
  if (!document.language.empty()) element(out, "dc:language", document.language);
  out.raw("</cp:coreProperties>");
  return out.take();
}

std::string extendedPropertiesPart(const format::Document& document,
                                   const format::Resolved& resolved) {
  Markup out;
  out.raw(kXmlDeclaration)
      .raw(
          "<Properties "
          "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
          "<Application>Chancery</Application><DocSecurity>0</DocSecurity><Pages>")
      .number(resolved.pageCount)
      .raw("</Pages><Company>")
      .text(document.author)
      .raw("</Company></Properties>");
  return out.take();
}

std::string settingsPart(const format::Document& document) {
  Markup out;
  out.raw(kXmlDeclaration).raw("<w:settings").raw(kMainNamespace).raw(">");
  if (document.mirrorMargins) out.flag("w:mirrorMargins");
  // 709 twips are 1.25 cm, the stops that Russian offices know.
  out.value("w:defaultTabStop", 709).flag("w:autoHyphenation", hyphenates(document));
  out.value("w:characterSpacingControl", "doNotCompress");
  if (!document.footnotes.empty()) {
    // The separators of word/footnotes.xml.
    out.raw("<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>");
  }
  out.raw("<w:compat>");
  const auto setting = [&](std::string_view name, std::int64_t value) {
    out.raw("<w:compatSetting").attribute("w:name", name);
    out.raw(" w:uri=\"http://schemas.microsoft.com/office/word\"").attribute("w:val", value);
    out.raw("/>");
  };
  // 15: tables stand with their border, not their text, at the margin.
  setting("compatibilityMode", 15);
  setting("overrideTableStyleFontSizeAndJustification", 1);
  setting("enableOpenTypeFeatures", 1);
  setting("doNotFlipMirrorIndents", 1);
  setting("differentiateMultirowTableHeaders", 1);
  out.raw("</w:compat>");
  out.value("w:themeFontLang", document.language.empty() ? "ru-RU" : document.language);
  out.value("w:decimalSymbol", ",").value("w:listSeparator", ";").raw("</w:settings>");
  return out.take();
}

std::string fontTablePart(const std::set<std::string, std::less<>>& families) {
  Markup out;
  out.raw(kXmlDeclaration).raw("<w:fonts").raw(kMainNamespace).raw(">");
  for (const std::string& family : families) {
    out.raw("<w:font").attribute("w:name", family).raw(">");
    out.value("w:charset", "CC");  // Cyrillic
    out.value("w:family", familyKind(family)).value("w:pitch", "variable").raw("</w:font>");
  }
  out.raw("</w:fonts>");
  return out.take();
}

}  // namespace chancery::docx
