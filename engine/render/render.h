#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/diagnostic.h"
#include "base/length.h"
#include "base/source.h"
#include "document/document.h"
#include "pdf/writer.h"
#include "render/named_files.h"
#include "xml/tree.h"

/// Template + data + profile → files: the one readable road from words to paper.
namespace chancery::render {

enum class Format { pdf, docx, svg, html, pages };

/// A value that the workflow gives and no clerk types: fields declared with from="registration".
struct Given {
  std::string field;  ///< "date", "number"
  std::string value;  ///< dates as ISO 8601
};

/// Which values of the data are fields of a DOCX. Those in tables make a long table three to four
/// times the size and cost a quarter of the time.
enum class Fields { none, text, tables };

struct Job {
  std::string templateName;  ///< "order": looked up in the folders; or the path of a template file
  std::string dataName;      ///< as diagnostics show it; its ending (.json, .xml) tells the format
  std::string dataText;
  std::string profile;  ///< a name or path; "" = the one that the template names
  std::vector<Given> given;
  std::string officeName;  ///< the office file, for what templates take from it; "" = none
  std::string officeText;
  /// Where the files that the document names are looked for first; then come the template's folder
  /// and those of the engine. "." is the current folder, "" none.
  std::filesystem::path dataFolder;
  /// The only files that the document may name, when there is a value: a case's own.
  std::optional<std::vector<NamedFile>> files;
  std::vector<Format> formats;
  pdf::Level level = pdf::Level::a2a;
  Moment moment;  ///< the time written into the files
  /// DOCX: content controls around the values of the data, so that what is changed by hand can be
  /// found again.
  Fields fields = Fields::text;
};

/// A check of form: by which rules, and what day it is.
struct FormCheck {
  std::string rules;  ///< a name or path; "" = those named like the profile, if there are some
  Date today;         ///< what terms are measured by while the document has no date
};

struct Output {
  Format format = Format::pdf;
  std::string bytes;
  int page = 0;  ///< of an SVG, from 1: there is one for each page
};

struct Result {
  std::vector<Output> outputs;  ///< in the order of Job::formats
  int pageCount = 0;
};

/// A point of a page, from its top left corner.
struct Spot {
  int page = 1;
  Length x, y;
};

/// What stands at a spot, and why.
struct Explanation {
  std::string text;  ///< the text of one look and origin in its line; "" where there is none
  Words words = Words::engine;
  Place stated;  ///< in the template; line 0 when nothing there states it
  Place data;    ///< the value, or the object that words which are no value stand for; or line 0
};

/// Renders documents. Holds what may be shared between documents (fonts, shaped words, compiled
/// templates); results do not depend on what was rendered before.
///
/// Threads: `render` and `check*` may be called concurrently.
class Engine {
 public:
  /// @param folders searched in order for NAME.template.xml and NAME.profile.xml: an office's own
  ///                first, then the product's.
  explicit Engine(std::vector<std::filesystem::path> folders);
  ~Engine();

  /// Result: nothing when `diagnostics` got errors. Errors: WorldError when the world failed.
  std::optional<Result> render(const Job& job, Diagnostics& diagnostics) const;

  /// Where the text at a spot comes from; Job::formats are not looked at.
  /// Result: nothing when `diagnostics` got errors. Errors: WorldError.
  std::optional<Explanation> explain(const Job& job, const Spot& spot,
                                     Diagnostics& diagnostics) const;

  /// The document of a job as its pages show it: marks complete, typography done. Its origins lead
  /// nowhere. Job::formats are not looked at. Result: nothing when `diagnostics` got errors.
  std::optional<document::Node> documentOf(const Job& job, Diagnostics& diagnostics) const;

  /// Checks a template file (or data against a template) without rendering.
  void checkTemplate(const std::string& templateName, Diagnostics& diagnostics) const;
  void checkData(const Job& job, Diagnostics& diagnostics) const;
  /// Checks data as `checkData` does, and then the document by the office's rules; where there are
  /// some, these say whether references to appendices count.
  void checkForm(const Job& job, const FormCheck& form, Diagnostics& diagnostics) const;
  /// Checks a style profile: a name or a path.
  void checkProfile(const std::string& name, Diagnostics& diagnostics) const;
  /// Checks a file of rules by its name or path; one that is not there is told at `place`.
  void checkRules(const std::string& name, const Place& place, Diagnostics& diagnostics) const;

  /// Checks values of attributes, with their elements, as expressions over a template's data.
  void checkExpressions(const std::string& templateName,
                        const std::vector<std::pair<const xml::Node*, xml::Attribute>>& expressions,
                        const Sources& sources, Diagnostics& diagnostics) const;

  /// Reports, at `place`, each of `fields` that a template does not declare with
  /// from="registration": its value would be given and never printed.
  void checkGiven(const std::string& templateName, const std::vector<std::string>& fields,
                  const Place& place, Diagnostics& diagnostics) const;

  /// The files that the document of a job names, for keeping them with its data: each that can be
  /// read. What is missing or unfit is told; other errors of the job are not.
  std::vector<NamedFile> namedFiles(const Job& job, Diagnostics& diagnostics) const;

  /// Every file that a rendering with this template and profile reads, and a check of its form:
  /// the template with all that it includes, the profile, the rules named like it (if there are
  /// some) and those in `rules`. For pinning a case to what it began with.
  std::vector<std::filesystem::path> files(const std::string& templateName,
                                           const std::string& profile,
                                           const std::vector<std::string>& rules,
                                           Diagnostics& diagnostics) const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace chancery::render
