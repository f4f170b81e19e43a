#include "render/render.h"

#include <algorithm>
#include <mutex>

#include "check/check.h"
#include "data/data_set.h"
#include "document/appendix_references.h"
#include "document/document.h"
#include "docx/writer.h"
#include "fonts/library.h"
#include "format/format.h"
#include "html/writer.h"
#include "layout/layout.h"
#include "pages/find.h"
#include "render/composer.h"
#include "render/field_paths.h"
#include "render/library.h"
#include "render/messages.h"
#include "render/pictures.h"
#include "svg/writer.h"
#include "xml/reader.h"

namespace chancery::render {
namespace {

/// Whether anybody asks for the pages themselves; a DOCX needs only what is found by making them.
enum class Pages { drawn, counted };

Pages pagesFor(const std::vector<Format>& formats) {
  const bool drawn = std::any_of(formats.begin(), formats.end(), [](Format format) {
    return format != Format::docx && format != Format::html;
  });
  return drawn ? Pages::drawn : Pages::counted;
}

/// Layout engines that are not in use; each keeps the words that it has shaped.
class LayoutPool {
 public:
  explicit LayoutPool(const fonts::Library& fonts) : fonts_(fonts) {}

  layout::Result layout(const format::Document& document, const Sources& sources, Pages pages,
                        Diagnostics& diagnostics) {
    std::unique_ptr<layout::Engine> engine = take();
    layout::Result result;
    if (pages == Pages::drawn) {
      result = engine->layout(document, {}, diagnostics, &sources);
    } else {
      result.resolved = engine->resolve(document, {}, diagnostics, &sources);
    }
    const std::scoped_lock lock(mutex_);
    free_.push_back(std::move(engine));
    return result;
  }

 private:
  std::unique_ptr<layout::Engine> take() {
    const std::scoped_lock lock(mutex_);
    if (free_.empty()) return std::make_unique<layout::Engine>(fonts_);
    std::unique_ptr<layout::Engine> engine = std::move(free_.back());
    free_.pop_back();
    return engine;
  }

  const fonts::Library& fonts_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<layout::Engine>> free_;
};

templates::Input inputOf(const Job& job, const std::optional<xml::Node>& office) {
  templates::Input input;
  for (const Given& given : job.given) input.given.push_back({given.field, given.value});
  if (office) input.office = &*office;
  return input;
}

std::string fileName(const std::string& path) {
  return std::filesystem::path(path).filename().string();
}

std::string mediaType(const std::string& name) {
  return name.ends_with(".json") ? "application/json" : "application/xml";
}

/// What a PDF/A-3 carries: the data and the template that it was made from.
std::vector<pdf::Attachment> sourcesOf(const Job& job, const templates::Template& made) {
  std::vector<pdf::Attachment> attachments;
  attachments.push_back(
      {fileName(job.dataName), mediaType(job.dataName), "Данные документа", job.dataText});
  for (const templates::TemplateFile& file : made.files()) {
    attachments.push_back(
        {fileName(file.name), mediaType(file.name), "Шаблон документа", file.text});
  }
  return attachments;
}

/// A document on its way to files.
struct LaidOut {
  Sources sources;  // what origins point into
  std::shared_ptr<const templates::Template> made;
  std::optional<FieldPaths> fields;  // where DOCX is to hold fields
  format::Document formatted;
  layout::Result result;
};

const Message& messageOf(pdf::ClaimLoss::Reason reason) {
  switch (reason) {
    case pdf::ClaimLoss::Reason::part:
      return messages::kLossPart;
    case pdf::ClaimLoss::Reason::colors:
      return messages::kLossColors;
    case pdf::ClaimLoss::Reason::unnamedText:
      return messages::kLossText;
    case pdf::ClaimLoss::Reason::notPdfA:
      break;
  }
  return messages::kLossNotPdfA;
}

/// What pages of other files cost the PDF: a warning at the element that names each of them.
void tellLosses(const LaidOut& document, const std::vector<pdf::ClaimLoss>& losses,
                Diagnostics& diagnostics) {
  for (const pdf::ClaimLoss& loss : losses) {
    Place place;
    for (const format::Section& section : document.formatted.sections) {
      if (!section.foreign || section.foreign->file != static_cast<int>(loss.file)) continue;
      const Origin& origin = section.foreign->origin;
      place = document.sources.place(origin.data ? origin.data : origin.stated);
      break;
    }
    diagnostics.warning(messageOf(loss.reason), place, {document.formatted.foreign[loss.file].name})
        .hint(messages::kSaveAsPdfA);
  }
}

}  // namespace

struct Engine::Data {
  explicit Data(std::vector<std::filesystem::path> folders)
      : library(Folders(std::move(folders))) {}

  std::optional<data::DataSet> readData(const Job& job, Sources& sources,
                                        Diagnostics& diagnostics) const {
    const auto format = data::formatOf(job.dataName);
    if (!format) {
      diagnostics.error(messages::kUnknownDataFormat, {}, {job.dataName}).hint(messages::kDataHint);
      return std::nullopt;
    }
    const SourceId source = sources.addBorrowed(job.dataName, job.dataText);
    return data::read(sources, source, *format, {}, diagnostics);
  }

  std::optional<xml::Node> readOffice(const Job& job, Sources& sources,
                                      Diagnostics& diagnostics) const {
    if (job.officeText.empty()) return std::nullopt;
    const SourceId source = sources.add(job.officeName, job.officeText);
    return xml::read(sources, source, {}, diagnostics);
  }

  std::shared_ptr<const format::Profile> profileFor(const Job& job, const templates::Template& made,
                                                    Diagnostics& diagnostics) const {
    const std::string& name = job.profile.empty() ? made.profile() : job.profile;
    if (name.empty()) {
      diagnostics.error(messages::kProfileNotNamed, {}, {made.id()})
          .hint(messages::kProfileNotNamedHint);
      return nullptr;
    }
    return library.findProfile(name, diagnostics);
  }

  /// Everything of a job up to the document tree, its marks complete.
  std::optional<document::Node> understand(const Job& job, LaidOut& out,
                                           std::shared_ptr<const format::Profile>& profile,
                                           Diagnostics& diagnostics) const;
  /// The document of a job for checks: nothing of the workflow is known yet.
  std::optional<document::Node> readDocument(const Job& job, const templates::Template* made,
                                             Sources& sources, Diagnostics& diagnostics) const;
  NamedFiles filesOf(const Job& job, const templates::Template& made) const;
  /// Everything that the document names, read; pages of PDF files stand in their places.
  Composed filesShown(const Job& job, const LaidOut& out, const format::Profile& profile,
                      document::Node& document, Diagnostics& diagnostics) const;
  std::optional<LaidOut> layOut(const Job& job, Pages pages, Diagnostics& diagnostics) const;
  void write(const Job& job, const LaidOut& document, Format format, std::vector<Output>& outputs,
             Diagnostics& diagnostics) const;

  Library library;
  fonts::Library fonts;
  pdf::Writer pdf;
  docx::Writer docx;
  mutable LayoutPool layouts{fonts};
  mutable PictureCache pictures;
};

Engine::Engine(std::vector<std::filesystem::path> folders)
    : data_(std::make_unique<Data>(std::move(folders))) {}

Engine::~Engine() = default;

std::optional<document::Node> Engine::Data::understand(
    const Job& job, LaidOut& out, std::shared_ptr<const format::Profile>& profile,
    Diagnostics& diagnostics) const {
  Sources& sources = out.sources;
  // Template, data and profile are all read before anything stops: their errors come together.
  const auto made = out.made = library.findTemplate(job.templateName, diagnostics);
  auto data = readData(job, sources, diagnostics);
  const auto office = readOffice(job, sources, diagnostics);
  profile = made ? profileFor(job, *made, diagnostics) : nullptr;
  if (!made || !data || !profile || diagnostics.hasErrors()) return std::nullopt;

  // Each tree is let go as soon as the next one stands: a long table's do not fit into the caches
  // side by side.
  auto expanded = templates::expand(*made, *data, inputOf(job, office), sources, diagnostics);
  const bool hasFields =
      std::find(job.formats.begin(), job.formats.end(), Format::docx) != job.formats.end();
  if (hasFields && job.fields != Fields::none) out.fields.emplace(std::move(*data), sources);
  data.reset();
  if (!expanded) return std::nullopt;

  document::Node document = document::read(*expanded, sources, diagnostics);
  expanded.reset();
  if (diagnostics.hasErrors()) return std::nullopt;
  document::completeAppendixMarks(
      document, job.given.empty() ? document::Registration::typed : document::Registration::given);
  document::checkAppendixReferences(document, sources, diagnostics);
  return document;
}

NamedFiles Engine::Data::filesOf(const Job& job, const templates::Template& made) const {
  if (job.files) return NamedFiles(*job.files, {});
  std::vector<std::filesystem::path> folders;
  if (!job.dataFolder.empty()) folders.push_back(job.dataFolder);
  if (!made.files().empty())
    folders.push_back(std::filesystem::path(made.files().front().name).parent_path());
  for (const std::filesystem::path& folder : library.folders().all()) folders.push_back(folder);
  return NamedFiles(std::move(folders), {});
}

/// Where the one who names a file looks: at the data when they name it, else at the template.
Place placeOf(const document::PictureName& name, const Sources& sources) {
  return sources.place(name.origin.data ? name.origin.data : name.origin.stated);
}

Composed Engine::Data::filesShown(const Job& job, const LaidOut& out,
                                  const format::Profile& profile, document::Node& document,
                                  Diagnostics& diagnostics) const {
  const std::vector<document::PictureName> names = document::pictureNames(document);
  if (names.empty()) return {};
  NamedFiles files = filesOf(job, *out.made);
  Composed shown;
  if (namesPdf(document)) {
    shown = composePdfs(document, files, profile, out.sources, diagnostics);
  }
  for (const document::PictureName& name : document::pictureNames(document)) {
    if (shown.pictures.contains(name.name) || shown.files.contains(name.name)) continue;
    const Place place = placeOf(name, out.sources);
    const auto bytes = files.find(name.name, place, diagnostics);
    if (bytes)
      shown.pictures.emplace(name.name, pictures.read(bytes, name.name, place, diagnostics));
  }
  return shown;
}

std::optional<LaidOut> Engine::Data::layOut(const Job& job, Pages pages,
                                            Diagnostics& diagnostics) const {
  LaidOut out;
  std::shared_ptr<const format::Profile> profile;
  auto document = understand(job, out, profile, diagnostics);
  if (!document) return std::nullopt;
  const Composed shown = filesShown(job, out, *profile, *document, diagnostics);
  if (diagnostics.hasErrors()) return std::nullopt;
  document::applyTypography(*document, profile->typography);

  out.formatted = format::apply(*document, *profile, shown.pictures, out.sources, diagnostics);
  for (format::ForeignFile& file : out.formatted.foreign) file.bytes = shown.files.at(file.name);
  document.reset();
  if (diagnostics.hasErrors()) return std::nullopt;
  out.result = layouts.layout(out.formatted, out.sources, pages, diagnostics);
  if (diagnostics.hasErrors()) return std::nullopt;
  return out;
}

void Engine::Data::write(const Job& job, const LaidOut& document, Format format,
                         std::vector<Output>& outputs, Diagnostics& diagnostics) const {
  const auto add = [&](std::string bytes, int page = 0) {
    outputs.push_back({format, std::move(bytes), page});
  };
  switch (format) {
    case Format::pdf: {
      pdf::Options options{job.level, job.moment, {}};
      if (job.level == pdf::Level::a3a) options.attachments = sourcesOf(job, *document.made);
      pdf::Written written = pdf.writeWithClaim(document.result.pages, options);
      tellLosses(document, written.losses, diagnostics);
      return add(std::move(written.bytes));
    }
    case Format::docx: {
      docx::Options options{job.moment, {}, job.fields == Fields::tables};
      if (document.fields) {
        options.fieldPath = [&fields = *document.fields](Position data) {
          return fields.find(data);
        };
      }
      return add(docx.write(document.formatted, document.result.resolved, options));
    }
    case Format::svg:
      for (int page = 0; page < document.result.resolved.pageCount; ++page) {
        add(svg::write(document.result.pages, static_cast<std::size_t>(page), {&document.sources}),
            page + 1);
      }
      return;
    case Format::html:
      return add(html::write(document.formatted));
    case Format::pages:
      return add(pages::dump(document.result.pages));
  }
}

std::optional<Result> Engine::render(const Job& job, Diagnostics& diagnostics) const {
  const auto document = data_->layOut(job, pagesFor(job.formats), diagnostics);
  if (!document) return std::nullopt;
  Result result;
  result.pageCount = document->result.resolved.pageCount;
  for (const Format format : job.formats)
    data_->write(job, *document, format, result.outputs, diagnostics);
  return result;
}

std::optional<Explanation> Engine::explain(const Job& job, const Spot& spot,
                                           Diagnostics& diagnostics) const {
  const auto document = data_->layOut(job, Pages::drawn, diagnostics);
  if (!document) return std::nullopt;
  const pages::Pages& pages = document->result.pages;
  const int count = document->result.resolved.pageCount;
  if (spot.page < 1 || spot.page > count) {
    diagnostics.error(messages::kNoPage, {}, {std::to_string(spot.page), std::to_string(count)});
    return std::nullopt;
  }
  Explanation explanation;
  const auto index = static_cast<std::size_t>(spot.page - 1);
  const pages::TextRun* run = pages::findRun(pages, index, spot.x, spot.y);
  if (!run) return explanation;
  explanation.text = pages.pages[index].text.substr(run->textOffset, run->textLength);
  explanation.words = run->origin.words;
  explanation.stated = document->sources.place(run->origin.stated);
  explanation.data = document->sources.place(run->origin.data);
  return explanation;
}

std::optional<document::Node> Engine::documentOf(const Job& job, Diagnostics& diagnostics) const {
  LaidOut out;
  std::shared_ptr<const format::Profile> profile;
  auto document = data_->understand(job, out, profile, diagnostics);
  if (!document || diagnostics.hasErrors()) return std::nullopt;
  document::applyTypography(*document, profile->typography);
  return document;
}

void Engine::checkTemplate(const std::string& templateName, Diagnostics& diagnostics) const {
  const auto made = data_->library.findTemplate(templateName, diagnostics);
  if (made && !made->profile().empty()) data_->library.findProfile(made->profile(), diagnostics);
}

std::optional<document::Node> Engine::Data::readDocument(const Job& job,
                                                         const templates::Template* made,
                                                         Sources& sources,
                                                         Diagnostics& diagnostics) const {
  auto data = readData(job, sources, diagnostics);
  const auto office = readOffice(job, sources, diagnostics);
  if (!made || !data) return std::nullopt;
  const auto expanded = templates::expand(*made, *data, inputOf(job, office), sources, diagnostics);
  if (!expanded) return std::nullopt;
  document::Node document = document::read(*expanded, sources, diagnostics);
  document::completeAppendixMarks(document);
  return document;
}

void Engine::checkData(const Job& job, Diagnostics& diagnostics) const {
  Sources sources;
  const auto made = data_->library.findTemplate(job.templateName, diagnostics);
  const auto document = data_->readDocument(job, made.get(), sources, diagnostics);
  if (document) document::checkAppendixReferences(*document, sources, diagnostics);
}

void Engine::checkForm(const Job& job, const FormCheck& form, Diagnostics& diagnostics) const {
  Sources sources;
  const auto made = data_->library.findTemplate(job.templateName, diagnostics);
  const auto document = data_->readDocument(job, made.get(), sources, diagnostics);
  if (!document) return;
  const Library& library = data_->library;
  const std::string& profile = job.profile.empty() ? made->profile() : job.profile;
  const auto file = form.rules.empty() ? library.findRulesOf(profile)
                                       : library.findRulesFile(form.rules, {}, diagnostics);
  const auto rules = file ? library.readRules(*file, diagnostics) : std::nullopt;
  if (rules) {
    check::checkDocument(*document, *rules, form.today, sources, diagnostics);
  } else {
    document::checkAppendixReferences(*document, sources, diagnostics);
  }
}

void Engine::checkRules(const std::string& name, const Place& place,
                        Diagnostics& diagnostics) const {
  const auto file = data_->library.findRulesFile(name, place, diagnostics);
  if (file) data_->library.readRules(*file, diagnostics);
}

void Engine::checkProfile(const std::string& name, Diagnostics& diagnostics) const {
  data_->library.findProfile(name, diagnostics);
}

void Engine::checkExpressions(
    const std::string& templateName,
    const std::vector<std::pair<const xml::Node*, xml::Attribute>>& expressions,
    const Sources& sources, Diagnostics& diagnostics) const {
  const auto made = data_->library.findTemplate(templateName, diagnostics);
  if (!made) return;
  for (const auto& [element, attribute] : expressions) {
    templates::checkExpression(*made, *element, attribute, sources, diagnostics);
  }
}

void Engine::checkGiven(const std::string& templateName, const std::vector<std::string>& fields,
                        const Place& place, Diagnostics& diagnostics) const {
  const auto made = data_->library.findTemplate(templateName, diagnostics);
  if (!made) return;
  for (const std::string& name : fields) {
    const templates::Field* field = made->fields().find(name);
    if (field && field->from == "registration") continue;
    diagnostics.error(messages::kNoGivenField, place, {made->id(), name})
        .hint(messages::kGivenFieldHint, {name});
  }
}

std::vector<NamedFile> Engine::namedFiles(const Job& job, Diagnostics& diagnostics) const {
  LaidOut out;
  std::shared_ptr<const format::Profile> profile;
  Diagnostics others;  // told when the document is checked and rendered
  const auto document = data_->understand(job, out, profile, others);
  if (!document) return {};
  const std::vector<document::PictureName> names = document::pictureNames(*document);
  document::Node composed = *document;
  data_->filesShown(job, out, *profile, composed, diagnostics);
  std::vector<NamedFile> named;
  Diagnostics told;
  NamedFiles files = data_->filesOf(job, *out.made);
  for (const document::PictureName& name : names) {
    if (const auto bytes = files.find(name.name, {}, told)) named.push_back({name.name, *bytes});
  }
  return named;
}

std::vector<std::filesystem::path> Engine::files(const std::string& templateName,
                                                 const std::string& profile,
                                                 const std::vector<std::string>& rules,
                                                 Diagnostics& diagnostics) const {
  std::vector<std::filesystem::path> files;
  const auto made = data_->library.findTemplate(templateName, diagnostics);
  if (!made) return files;
  for (const templates::TemplateFile& file : made->files()) files.emplace_back(file.name);
  const std::string& name = profile.empty() ? made->profile() : profile;
  if (const auto path = data_->library.findProfileFile(name, diagnostics)) files.push_back(*path);
  if (const auto own = data_->library.findRulesOf(name)) files.push_back(*own);
  for (const std::string& one : rules) {
    const auto path = data_->library.findRulesFile(one, {}, diagnostics);
    if (path && std::find(files.begin(), files.end(), *path) == files.end()) {
      files.push_back(*path);
    }
  }
  return files;
}

}  // namespace chancery::render
