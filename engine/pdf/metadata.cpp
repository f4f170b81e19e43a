#include "pdf/metadata.h"

#include "base/markup.h"
#include "pdf/syntax.h"

namespace chancery::pdf {
namespace {

constexpr std::string_view kProducer = "Chancery";

// To the second, as the Info dictionary has it.
std::string toXmpDate(Moment moment) {
  const std::string iso = toIso(moment);
  return iso.substr(0, iso.find('.')) + "+00:00";
}

std::string description(std::string_view nameSpace, std::string_view uri,
                        std::string_view content) {
  return "<rdf:Description rdf:about=\"\" xmlns:" + std::string(nameSpace) + "=\"" +
         std::string(uri) + "\">" + std::string(content) + "</rdf:Description>\n";
}

std::string dublinCore(const Metadata& metadata) {
  std::string content =
      "<dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
      escaped(metadata.title) + "</rdf:li></rdf:Alt></dc:title>";
  if (!metadata.author.empty()) {
    content += "<dc:creator><rdf:Seq><rdf:li>" + escaped(metadata.author) +
               "</rdf:li></rdf:Seq></dc:creator>";
  }
  return description("dc", "http://purl.org/dc/elements/1.1/", content);
}

std::string conformance(const Metadata& metadata) {
  const Level level = metadata.level;
  const char* part = level == Level::b1 ? "1" : level == Level::a2a ? "2" : "3";
  const char* letter = level == Level::b1 || metadata.claim == Claim::basic ? "B" : "A";
  return description("pdfaid", "http://www.aiim.org/pdfa/ns/id/",
                     std::string("<pdfaid:part>") + part + "</pdfaid:part><pdfaid:conformance>" +
                         letter + "</pdfaid:conformance>");
}

// ISO 19005-2, 6.6.2.3.3: a schema that PDF/A does not define is described in the packet.
constexpr std::string_view kUniversalAccess =
    "<rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">"
    "<pdfuaid:part>1</pdfuaid:part></rdf:Description>\n"
    "<rdf:Description rdf:about=\"\""
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n";

}  // namespace

std::string cleaned(std::string_view text, std::string_view otherwise) {
  std::string result;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) result += c;
  }
  return result.empty() ? std::string(otherwise) : result;
}

std::string makeXmp(const Metadata& metadata) {
  const std::string date = toXmpDate(metadata.moment);
  std::string xmp =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n";
  if (metadata.claim != Claim::none) xmp += conformance(metadata);
  xmp += dublinCore(metadata);
  xmp += description(
      "xmp", "http://ns.adobe.com/xap/1.0/",
      "<xmp:CreateDate>" + date + "</xmp:CreateDate><xmp:ModifyDate>" + date + "</xmp:ModifyDate>");
  xmp += description("pdf", "http://ns.adobe.com/pdf/1.3/",
                     "<pdf:Producer>" + std::string(kProducer) + "</pdf:Producer>");
  if (metadata.level != Level::b1 && metadata.claim == Claim::full) xmp += kUniversalAccess;
  return xmp += "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

std::string makeInfo(const Metadata& metadata) {
  std::string info = "<</Title";
  addTextString(info, metadata.title);
  if (!metadata.author.empty()) addTextString(info += "/Author", metadata.author);
  addTextString(info += "/Producer", kProducer);
  addDate(info += "/CreationDate", metadata.moment);
  addDate(info += "/ModDate", metadata.moment);
  return info += ">>";
}

}  // namespace chancery::pdf
