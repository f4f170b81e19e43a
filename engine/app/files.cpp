#include "app/files.h"

#include <algorithm>
#include <filesystem>

#include "app/directory.h"
#include "app/messages.h"
#include "app/workflow_files.h"
#include "app/scenarios.h"
#include "app/time_zone.h"
#include "base/file.h"
#include "data/data_set.h"
#include "flow/attributes.h"
#include "flow/soundness.h"
#include "lang/calendar_reader.h"
#include "render/render.h"
#include "xml/reader.h"

namespace chancery::app {
namespace {

std::vector<std::filesystem::path> pathsOf(const std::vector<std::string>& folders) {
  return {folders.begin(), folders.end()};
}

/// The namespace that the root element of one of our own files lacks; "" for other files.
std::string_view meantSpace(const xml::Node& root) {
  using enum xml::Namespace;
  static constexpr std::pair<std::string_view, xml::Namespace> kRoots[] = {
      {"template", document}, {"library", templates}, {"workflow", workflow}, {"office", office},
      {"profile", profile},   {"calendar", calendar}, {"rules", rules},
      {"scenarios", scenario}};
  if (root.space != none) return {};
  for (const auto& [name, space] : kRoots) {
    if (root.name == name) return xml::uriOf(space);
  }
  return {};
}

class Checker {
 public:
  Checker(const CheckRequest& request, Diagnostics& diagnostics)
      : request_(request), diagnostics_(diagnostics), engine_(pathsOf(request.folders)) {}

  void file(const std::string& name) {
    const auto text = readInput(name, diagnostics_);
    if (!text) return;
    Sources sources;
    const SourceId source = sources.add(name, *text);
    if (data::formatOf(name) == data::Format::json) return data(name, *text);
    Diagnostics reading;
    const auto root = xml::read(sources, source, {}, reading);
    if (!root) {
      diagnostics_.append(reading);
    } else if (root->space == xml::Namespace::workflow) {
      workflow(name, *text);
    } else if (root->space == xml::Namespace::scenario) {
      checkScenarios(name, sources, source, diagnostics_);
    } else if (root->space == xml::Namespace::office) {
      parseOffice(sources, source, diagnostics_);
    } else if (root->is(xml::Namespace::document, "template")) {
      engine_.checkTemplate(name, diagnostics_);
    } else if (root->is(xml::Namespace::templates, "library")) {
      return;  // what it declares is checked with the templates that include it
    } else if (root->space == xml::Namespace::profile) {
      engine_.checkProfile(name, diagnostics_);
    } else if (root->space == xml::Namespace::rules) {
      engine_.checkRules(name, {}, diagnostics_);
    } else if (root->space == xml::Namespace::calendar) {
      lang::readCalendar(sources, source, diagnostics_);
    } else if (const auto meant = meantSpace(*root); !meant.empty()) {
      diagnostics_.error(messages::kUnknownKind, sources.place(root->origin.stated))
          .hint(messages::kGiveNamespace, {std::string(meant)});
    } else {
      data(name, *text);
    }
  }

 private:
  void workflow(const std::string& name, const std::string& text) {
    const Office* office = request_.office ? &*request_.office : nullptr;
    const auto definition =
        checkWorkflow(name, text, office, engine_, diagnostics_, Proving::forEverybody);
    if (!definition) return;
    std::vector<std::filesystem::path> folders = {std::filesystem::path(name).parent_path()};
    folders.insert(folders.end(), request_.workflowFolders.begin(),
                   request_.workflowFolders.end());
    findPartWorkflows(*definition, {name, 0, 0}, folders, office, engine_, diagnostics_,
                      Proving::forEverybody);
  }

  void data(const std::string& name, const std::string& text) {
    if (request_.templateName.empty()) {
      diagnostics_.error(messages::kUnknownKind, {name, 0, 0}).hint(messages::kGiveTemplate);
      return;
    }
    render::Job job;
    job.templateName = request_.templateName;
    job.dataName = name;
    job.dataText = text;
    job.officeName = request_.officeName;
    job.officeText = request_.officeText;
    engine_.checkForm(job, {"", today()}, diagnostics_);
    const std::filesystem::path beside = std::filesystem::path(name).parent_path();
    job.dataFolder = beside.empty() ? "." : beside;
    engine_.namedFiles(job, diagnostics_);
  }

  Date today() const {
    return TimeZone(request_.office ? request_.office->timezone : "UTC").dayOf(request_.now);
  }

  const CheckRequest& request_;
  Diagnostics& diagnostics_;
  render::Engine engine_;
};

}  // namespace

namespace {

std::vector<flow::Colleague> staffOf(const Office& office) {
  const OfficeDirectory directory(office);
  std::vector<flow::Colleague> staff;
  for (const Person& person : office.people) {
    staff.push_back({person.id, directory.rolesOf(person.id)});
  }
  return staff;
}

}  // namespace

std::optional<std::string> readInput(const std::string& path, Diagnostics& diagnostics) {
  std::error_code unknown;  // a pipe has no size
  const auto size = std::filesystem::file_size(path, unknown);
  if (!unknown && size > kLargestText) {
    diagnostics.error(messages::kTooLarge, {}, {path, std::to_string(kLargestText >> 20)});
    return std::nullopt;
  }
  auto text = findFile(path, kLargestText);
  if (!text) diagnostics.error(messages::kNoFile, {}, {path});
  return text;
}

std::optional<flow::Definition> checkWorkflow(const std::string& name, const std::string& text,
                                              const Office* office, const render::Engine& engine,
                                              Diagnostics& diagnostics, Proving proving) {
  const std::size_t before = diagnostics.errorCount();
  Sources sources;
  const SourceId source = sources.add(name, text);
  auto definition = flow::parse(
      sources, source, office ? surroundingsOf(*office) : flow::Surroundings{}, diagnostics);
  if (!definition) return std::nullopt;
  const auto root = xml::read(sources, source, {}, diagnostics);
  if (root) {
    for (const xml::Node& stage : root->children) {
      const xml::Attribute* rules = stage.findAttribute("profile");
      if (!rules) continue;
      engine.checkRules(rules->value, sources.place(xml::positionOf(stage, *rules)), diagnostics);
    }
    engine.checkExpressions(definition->templateName, flow::pathsIn(*root), sources, diagnostics);
    const bool registers = std::any_of(definition->stages.begin(), definition->stages.end(),
                                       [](const flow::Stage& s) { return !s.series.empty(); });
    if (registers) {
      engine.checkGiven(definition->templateName, {"date", "number"},
                        sources.place(root->origin.stated), diagnostics);
    }
  }
  if (root && diagnostics.errorCount() == before) {
    const bool isForAll = proving == Proving::forEverybody && office;
    Diagnostics found;
    flow::prove(flow::compile(*definition), flow::placesOf(sources, *root),
                isForAll ? staffOf(*office) : std::vector<flow::Colleague>{}, found);
    if (proving == Proving::forEverybody || found.hasErrors()) diagnostics.append(found);
  }
  if (diagnostics.errorCount() != before) return std::nullopt;
  return definition;
}

flow::Surroundings surroundingsOf(const Office& office) {
  flow::Surroundings names;
  names.roles = office.roles();
  for (const Person& person : office.people) names.people.push_back(person.id);
  for (const runtime::Series& series : office.series) names.series.push_back(series.id);
  for (const DistributionList& list : office.lists) names.lists.push_back(list.id);
  return names;
}

void checkFiles(const CheckRequest& request, Diagnostics& diagnostics) {
  Checker checker(request, diagnostics);
  for (const std::string& file : request.files) checker.file(file);
}

}  // namespace chancery::app
