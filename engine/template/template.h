#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "data/data_set.h"
#include "template/fields.h"
#include "xml/tree.h"

/// Templates: a document with gaps, and the declaration of what fills them.
namespace chancery::templates {

/// A template's or library's text as the store found it.
struct TemplateFile {
  std::string name;  ///< as diagnostics show it; the store may use it to tell the path again
  std::string text;
};

/// Where templates and what they include are found.
class TemplateStore {
 public:
  virtual ~TemplateStore() = default;
  /// `fileName` is a plain file name ("order.template.xml", "blocks.xml"), except for the file that
  /// parse() was asked for, which is passed on as given. Nothing when there is no such file.
  virtual std::optional<TemplateFile> open(const std::string& fileName) const = 0;
};

/// "order" → "order.template.xml".
std::string fileNameOf(std::string_view templateName);

/// A template, parsed and checked, with all that it includes and the templates of its appendices.
///
/// Threads: immutable; may be expanded by several threads at once.
class Template {
 public:
  ~Template();
  Template(const Template&) = delete;
  Template& operator=(const Template&) = delete;

  const std::string& id() const;
  const std::string& title() const;
  const std::string& profile() const;   ///< "" when the template names none
  const std::string& workflow() const;  ///< "" when the template names none
  const FieldSet& fields() const;
  /// Every file read: the template itself first, then all includes and the appendices' templates,
  /// without repeats, in the order of reading.
  const std::vector<TemplateFile>& files() const;

  struct Data;
  explicit Template(std::unique_ptr<Data> data);
  const Data& data() const { return *data_; }

 private:
  std::unique_ptr<Data> data_;
};

/// Bounds that stop a template which would never end; each has its own error.
struct Limits {
  std::size_t includeDepth = 16;         ///< files including files
  std::size_t callDepth = 64;            ///< calls, recursions and appendices inside each other
  std::size_t outputDepth = 200;         ///< elements of the expanded document inside each other
  std::size_t outputNodes = 5'000'000;   ///< nodes of the expanded document
  std::size_t outputBytes = 256u << 20;  ///< its text and attributes
};

/// Reads and checks the template in `fileName` with all its includes; finds every error of every
/// file in one run: unknown elements and attributes, paths that name no declared field, bad
/// expressions, unknown functions and variables.
/// Result: null after errors in `diagnostics`; warnings alone do not stop it.
std::shared_ptr<const Template> parse(const std::string& fileName, const TemplateStore& store,
                                      Diagnostics& diagnostics, const Limits& limits = {});

/// Checks an expression of another vocabulary (a workflow's `when`) against the fields of a
/// template: an attribute of `element` that holds an expression over the template's whole data.
void checkExpression(const Template& what, const xml::Node& element,
                     const xml::Attribute& attribute, const Sources& sources,
                     Diagnostics& diagnostics);

/// A value that the workflow gives and no clerk types; it replaces what the data say.
struct Given {
  std::string field;
  std::string value;
};

/// What a template is filled with.
struct Input {
  std::vector<Given> given;
  const xml::Node* office = nullptr;  ///< root of an office file, for office:letterhead()
  Limits limits;
};

/// Checks `data` against the template's fields and makes it ready: absent values are dropped,
/// defaults and given values put in. Works on the appendices' data as well.
/// Result: false after errors in `diagnostics`.
bool prepare(const Template& what, data::DataSet& data, const Input& input, Sources& sources,
             Diagnostics& diagnostics);

/// Fills a template: `prepare`, then the expansion.
///
/// `data` is left prepared. `sources` must hold the data's text; the template's files are added to
/// it, so that every origin in the result can be told as a place.
/// Result: the element `document` of Namespace::document with the attributes of the template's root
/// (id, title, profile …) and everything the template states; nothing after errors.
std::optional<xml::Node> expand(const Template& what, data::DataSet& data, const Input& input,
                                Sources& sources, Diagnostics& diagnostics);

}  // namespace chancery::templates
