#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/source.h"
#include "xml/dom.h"

/// Data of documents: what a clerk fills in, as a tree with the place of every value.
namespace chancery::data {

/// Name of the element that keeps a JSON key which is no XML name, in its attribute `key`.
inline constexpr std::string_view kEntryName = "entry";
inline constexpr std::string_view kEntryKey = "key";

/// One data set. JSON objects are elements, an array is a repeated element of its key's name, null
/// and [] are absent, numbers keep their literal text, '\n' in text separates paragraphs.
///
/// Move-only; not synchronised.
class DataSet {
 public:
  explicit DataSet(xml::Dom dom) : dom_(std::move(dom)) {}

  xml::DomNode root() const { return dom_.root(); }
  const xml::Dom& dom() const { return dom_; }
  xml::Dom& dom() { return dom_; }

 private:
  xml::Dom dom_;
};

/// The child of `node` under a key, whether the key is an XML name or not; empty when absent.
xml::DomNode findValue(xml::DomNode node, std::string_view key);
/// The key under which `node` stands in its parent.
std::string keyOf(xml::DomNode node);
/// Where the key of `node` is written: in JSON that is before the value; else the value's position.
Position keyPosition(const Sources& sources, xml::DomNode node);
/// Adds a child under any key, as the readers do.
xml::DomNode appendValue(xml::Dom& dom, xml::DomNode parent, std::string_view key,
                         Position position);

enum class Format { json, xml };

/// By the ending of a file's name: .json, .xml (case does not matter).
std::optional<Format> formatOf(std::string_view fileName);

/// Bounds of one data file; past any of them reading ends with an error that names it.
struct Limits {
  std::size_t bytes = 64u << 20;
  std::size_t depth = 64;
  std::size_t values = 2'000'000;  ///< texts, objects and list items together
};

/// Reads a data file of `sources`. Result: nothing after errors in `diagnostics`.
std::optional<DataSet> read(const Sources& sources, SourceId source, Format format,
                            const Limits& limits, Diagnostics& diagnostics);
std::optional<DataSet> readJson(const Sources& sources, SourceId source, const Limits& limits,
                                Diagnostics& diagnostics);
/// Same names as elements; the root's name is free; attributes count as values of their names.
std::optional<DataSet> readXml(const Sources& sources, SourceId source, const Limits& limits,
                               Diagnostics& diagnostics);

}  // namespace chancery::data
