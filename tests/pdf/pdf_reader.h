#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "pdf/content_reader.h"
#include "pdf/pdf_objects.h"

namespace chancery::pdf_test {

/// A font of a PDF as its dictionaries tell it.
struct ReadFont {
  std::string baseName;
  std::map<int, double> widths;      ///< W
  std::map<int, std::string> texts;  ///< ToUnicode: UTF-16BE in hexadecimal digits
  std::string program;               ///< FontFile2
  const Json* composite = nullptr;   ///< Type0
  const Json* descendant = nullptr;  ///< CIDFontType2
  const Json* descriptor = nullptr;
};

/// An element of the structure tree with the text that its content shows, children included.
struct ReadElement {
  std::string reference;
  std::string type;
  int parent = -1;
  std::vector<std::pair<int, int>> content;              ///< page and MCID
  std::vector<std::pair<int, std::string>> annotations;  ///< page and reference
  const Json* dictionary = nullptr;
};

/// A PDF read with everything that the tests ask about.
struct ReadPdf {
  explicit ReadPdf(const std::string& pdf);

  PdfObjects objects;
  std::map<std::string, ReadFont> fonts;  ///< by resource name
  std::vector<std::string> pages;         ///< references
  std::vector<ContentReading> contents;   ///< by page
  std::vector<ReadElement> elements;      ///< in reading order, parents first

 private:
  void readFonts();
  void readElement(const Json& kid, int parent, const std::string& page);
  void readKid(const Json& kid, int element, const std::string& page);
  int pageIndex(const std::string& reference) const;
};

}  // namespace chancery::pdf_test
