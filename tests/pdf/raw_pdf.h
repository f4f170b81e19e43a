#pragma once

#include <string>
#include <vector>

namespace chancery::pdf_test {

/// A PDF of other hands, put together object by object: what our writer would never write.
class RawPdf {
 public:
  /// The next object's text; the first is number 1.
  RawPdf& object(const std::string& text) {
    objects_.push_back(text);
    return *this;
  }
  RawPdf& stream(const std::string& entries, const std::string& bytes) {
    return object("<<" + entries + "/Length " + std::to_string(bytes.size()) + ">>\nstream\n" +
                  bytes + "\nendstream");
  }

  /// @param trailer more entries of the trailer
  std::string file(const std::string& trailer = "") const {
    std::string result = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
    std::string table =
        "xref\n0 " + std::to_string(objects_.size() + 1) + "\n0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects_.size(); ++i) {
      const std::string offset = std::to_string(result.size());
      table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
      result += std::to_string(i + 1) + " 0 obj\n" + objects_[i] + "\nendobj\n";
    }
    const std::string start = std::to_string(result.size());
    return result + table + "trailer\n<</Size " + std::to_string(objects_.size() + 1) +
           "/Root 1 0 R" + trailer + ">>\nstartxref\n" + start + "\n%%EOF\n";
  }

 private:
  std::vector<std::string> objects_;
};

/// A page of 200 × 100 pt with a box and the word of `text` in a font that is not embedded.
/// Objects: 1 catalogue, 2 page tree, 3 page, 4 content, 5 font, 6 metadata.
struct RawPage {
  std::string page = "/MediaBox[0 0 200 100]";  ///< more entries of the page
  std::string content = "0 0 1 rg 10 10 50 20 re f BT /F0 12 Tf 20 50 Td (Annex) Tj ET";
  std::string font = "/Encoding/WinAnsiEncoding";  ///< more entries of the font
  std::string catalog;                             ///< more entries of the catalogue
  std::string xmp;
  std::string resources;  ///< more entries of the resources

  RawPdf pdf() const {
    RawPdf raw;
    raw.object("<</Type/Catalog/Pages 2 0 R/Metadata 6 0 R" + catalog + ">>");
    raw.object("<</Type/Pages/Count 1/Kids[3 0 R]>>");
    raw.object("<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F0 5 0 R>>" +
               resources + ">>" + page + ">>");
    raw.stream("", content);
    raw.object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica" + font + ">>");
    raw.stream("/Type/Metadata/Subtype/XML", xmp);
    return raw;
  }
  std::string file() const { return pdf().file(); }
};

/// An XMP packet that claims PDF/A, enough for whoever looks for the claim.
inline std::string claiming(const std::string& part, const std::string& conformance) {
  return "<x:xmpmeta><rdf:Description><pdfaid:part>" + part + "</pdfaid:part>" +
         "<pdfaid:conformance>" + conformance +
         "</pdfaid:conformance></rdf:Description></x:xmpmeta>";
}

/// A scan of one page of 200 × 100 pt, one picture of 2 × 2 grey samples, no font.
/// Objects: 1 catalogue, 2 page tree, 3 page, 4 content, 5 picture, 6 metadata.
struct RawScan {
  std::string page = "/MediaBox[0 0 200 100]";  ///< more entries of the page
  std::string content = "/Artifact BMC q 200 0 0 100 0 0 cm /Im Do Q EMC";
  std::string image = "/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8";
  std::string samples = "abcd";
  std::string xmp;

  RawPdf pdf() const {
    RawPdf raw;
    raw.object("<</Type/Catalog/Pages 2 0 R/Metadata 6 0 R>>");
    raw.object("<</Type/Pages/Count 1/Kids[3 0 R]>>");
    raw.object("<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</Im 5 0 R>>>>" +
               page + ">>");
    raw.stream("", content);
    raw.stream("/Type/XObject/Subtype/Image" + image, samples);
    raw.stream("/Type/Metadata/Subtype/XML", xmp);
    return raw;
  }
  std::string file() const { return pdf().file(); }
};

/// A scan that claims PDF/A-1b.
inline std::string scanPdf() {
  RawScan raw;
  raw.xmp = claiming("1", "B");
  return raw.file();
}

}  // namespace chancery::pdf_test
