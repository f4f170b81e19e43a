#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "xml/tree.h"
#include "xml/xpath.h"

namespace chancery::templates {

class Template;
struct FieldSet;

enum class FieldType : std::uint8_t {
  line,
  text,
  date,
  number,
  money,
  integer,
  boolean,
  person,
  post,
  term,
  choice,
};

/// An expression in an attribute of a template, with the place it stands at. The trees that
/// `element` and `attribute` point into live as long as the template.
struct Path {
  std::shared_ptr<const xml::XPath> compiled;
  const xml::Node* element = nullptr;
  const xml::Attribute* attribute = nullptr;
  std::size_t offset = 0;  ///< of the expression in the attribute's value

  explicit operator bool() const { return compiled != nullptr; }
};

/// One declared field, group of fields or attached document: what the check of paths, the check of
/// data, forms and reference pages are made from.
struct Field {
  enum class Kind : std::uint8_t { value, group, document };

  Kind kind = Kind::value;
  FieldType type = FieldType::line;
  std::string name;
  std::string label;  ///< for people; the name where none is given
  std::string help;
  bool optional = false;
  bool repeat = false;
  bool keepEmpty = false;               ///< an empty text is a value of its own
  std::optional<std::string> fallback;  ///< default="…"
  Path fallbackPath;                    ///< default-select="…"
  std::string from;                     ///< who gives it when not the clerk: "registration"
  std::vector<std::string> values;      ///< of a choice; allowed template names of a document
  const FieldSet* set = nullptr;        ///< fields of a group
  int depth = 0;                        ///< how deep a recursive group may nest; 0: not recursive
  bool open = false;  ///< a group whose keys are not all declared (a table's rows)
  Path openPath;      ///< open="path": lists the undeclared keys, from the parent
  std::vector<const Template*> templates;  ///< of a document, in the order of `values`
  Position position;                       ///< in the template's own files
  const xml::Node* source = nullptr;       ///< the declaration
};

struct FieldSet {
  std::vector<Field> fields;

  const Field* find(std::string_view name) const;
  std::vector<std::string> names() const;
};

/// "line", "text", …; nothing for a word that is no type.
std::optional<FieldType> findFieldType(std::string_view word);
std::string_view wordOf(FieldType type);
std::vector<std::string> fieldTypeWords();

/// Whether a text is a value of the field's type.
bool fits(const Field& field, std::string_view text);

}  // namespace chancery::templates
