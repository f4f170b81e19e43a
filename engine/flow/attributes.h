#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "flow/definition.h"
#include "xml/tree.h"
#include "xml/xpath_syntax.h"

namespace chancery::flow {

/// What a definition asks of a document's data: each attribute that is an XPath, with its element.
/// Of "date:PATH" the value is the path. Selectors ("role:head") and terms in days are left out.
std::vector<std::pair<const xml::Node*, xml::Attribute>> pathsIn(const xml::Node& definition);

/// Reads the values of attributes of a workflow definition, reporting what is wrong with them.
class Attributes {
 public:
  Attributes(const Sources& sources, const Surroundings& surroundings, Diagnostics& diagnostics)
      : sources_(sources), surroundings_(surroundings), diagnostics_(diagnostics) {}

  Place placeOf(const xml::Node& node) const { return sources_.place(node.origin.stated); }
  Place placeOf(const xml::Node& node, std::string_view attribute) const;

  std::string identifier(const xml::Node& node) const;
  /// A name, not a path: a case keeps the files that it began with, by their names; what a path
  /// leads to would change under it.
  std::string plainName(const xml::Node& node, std::string_view attribute) const;
  std::optional<Selector> selector(const xml::Node& node, std::string_view attribute = "by") const;
  std::optional<Term> term(const xml::Node& node, std::string_view attribute) const;
  /// An XPath of nodes: a path, or several joined by "|".
  std::string nodes(const xml::Node& node, std::string_view attribute) const;
  /// An XPath.
  std::string path(const xml::Node& node, std::string_view attribute) const;
  /// "role:…" or an XPath.
  std::string people(const xml::Node& node, std::string_view attribute) const;
  /// "list:…".
  std::string list(const xml::Node& node, std::string_view attribute) const;
  std::string series(const xml::Node& node) const;
  /// A folder inside the site folder: definitions travel between offices, and none may write
  /// outside it.
  std::string folder(const xml::Node& node, std::string_view attribute) const;
  /// Of a group with so many members.
  Quorum quorum(const xml::Node& node, bool isParallel, std::size_t members) const;

 private:
  void known(const Message& message, const Place& place, const std::string& name,
             const std::vector<std::string>& names) const;
  std::optional<xml::Expression> checkPath(const xml::Node& node, const xml::Attribute& attribute,
                                           std::size_t skip) const;

  const Sources& sources_;
  const Surroundings& surroundings_;
  Diagnostics& diagnostics_;
};

}  // namespace chancery::flow
