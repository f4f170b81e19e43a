#include "app/scenarios.h"

#include "app/calendars.h"
#include "app/files.h"
#include "app/messages.h"
#include "app/session.h"
#include "app/workflow_files.h"
#include "base/file.h"
#include "base/json.h"
#include "scenario/run.h"

namespace chancery::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kWorkflow = ".workflow.xml";
constexpr std::string_view kScenarios = ".scenario.xml";

// a/order.workflow.xml → a/order.scenario.xml, and back.
fs::path besideOf(const fs::path& file, std::string_view from, std::string_view to) {
  std::string name = file.filename().string();
  for (const std::string_view ending : {from, std::string_view(".xml")}) {
    if (!name.ends_with(ending)) continue;
    name.resize(name.size() - ending.size());
    break;
  }
  return file.parent_path() / (name + std::string(to));
}

struct Read {
  std::optional<flow::Core> core;
  std::optional<scenario::Script> script;
  fs::path file;
  std::string text;
};

Read readFiles(const TestRequest& request, const Resources& resources, Diagnostics& diagnostics) {
  Read read;
  const fs::path office = officeFolder(request.office);
  const auto path =
      findWorkflow({office / "workflows", resources.workflows()}, request.workflow, diagnostics);
  if (!path) return read;
  Sources sources;
  const auto workflow = readInput(path->string(), diagnostics);
  if (!workflow) return read;
  auto definition = flow::parse(sources, sources.add(path->string(), *workflow), {}, diagnostics);
  if (!definition) return read;
  read.file = besideOf(*path, kWorkflow, kScenarios);
  auto text = findFile(read.file, kLargestText);
  if (!text) {
    diagnostics.error(messages::kNoScenarios, {}, {read.file.string()})
        .hint(messages::kWriteScenarios);
    return read;
  }
  read.text = std::move(*text);
  read.core = flow::compile(std::move(*definition));
  const SourceId source = sources.add(read.file.string(), read.text);
  read.script = scenario::parse(sources, source, read.core->definition, diagnostics);
  return read;
}

}  // namespace

std::optional<TestReport> testWorkflow(const TestRequest& request, const Resources& resources,
                                       Language language, Diagnostics& diagnostics) {
  const Read read = readFiles(request, resources, diagnostics);
  if (!read.script) return std::nullopt;
  const auto calendar =
      openCalendar({.calendar = {}, .office = request.office}, resources, diagnostics);
  if (!calendar) return std::nullopt;
  const scenario::Staff staff(read.script->people, &*calendar);
  scenario::Coverage coverage(*read.core);
  TestReport report;
  report.workflow = read.core->definition.id;
  report.file = read.file.string();
  std::vector<std::vector<std::string>> journals;
  for (const scenario::Scenario& scenario : read.script->scenarios) {
    Diagnostics found;
    const scenario::Outcome outcome = scenario::run(*read.core, scenario, staff, coverage, found);
    const bool isRight = outcome.isPassed || (request.isUpdated && outcome.isWhole);
    if (!isRight) diagnostics.append(found);
    report.scenarios.push_back({scenario.title, isRight, outcome.journal.size()});
    journals.push_back(outcome.isWhole ? outcome.journal : std::vector<std::string>());
  }
  report.taken = coverage.taken();
  report.all = coverage.all();
  report.percent = coverage.percent();
  report.missing = coverage.missing(language);
  if (request.isUpdated) {
    const std::string text = scenario::withJournals(read.text, *read.script, journals);
    report.isUpdated = text != read.text;
    if (report.isUpdated) writeFile(read.file, text);
  }
  return report;
}

void checkScenarios(const std::string& name, Sources& sources, SourceId source,
                    Diagnostics& diagnostics) {
  const std::string workflow = besideOf(name, kScenarios, kWorkflow).string();
  const auto text = readInput(workflow, diagnostics);
  if (!text) return;
  const auto definition = flow::parse(sources, sources.add(workflow, *text), {}, diagnostics);
  if (definition) scenario::parse(sources, source, *definition, diagnostics);
}

std::string reportText(const TestReport& report, Language language) {
  static constexpr Text kPassed{"  прошёл    {0}\n", "  passed  {0}\n"};
  static constexpr Text kFailed{"  НЕ ПРОШЁЛ {0}\n", "  FAILED  {0}\n"};
  static constexpr Text kHead{"{0}: сценариев {1}\n", "{0}: scenarios: {1}\n"};
  static constexpr Text kCoverage{"Пройдено переходов маршрута: {0} из {1}, {2} %\n",
                                  "Ways of the workflow taken: {0} of {1}, {2} %\n"};
  static constexpr Text kMissing{"Не пройдены:\n", "Not taken:\n"};
  static constexpr Text kWritten{"История записана: {0}\n", "Journals written: {0}\n"};
  std::string text =
      fill(kHead.in(language), {report.workflow, std::to_string(report.scenarios.size())});
  for (const TestReport::Case& one : report.scenarios) {
    text += fill((one.isPassed ? kPassed : kFailed).in(language), {one.title});
  }
  text += fill(kCoverage.in(language), {std::to_string(report.taken), std::to_string(report.all),
                                        std::to_string(report.percent)});
  if (!report.missing.empty()) text += kMissing.in(language);
  for (const std::string& way : report.missing) text += "  " + way + '\n';
  if (report.isUpdated) text += fill(kWritten.in(language), {report.file});
  return text;
}

std::string reportJson(const TestReport& report) {
  std::string scenarios;
  for (const TestReport::Case& one : report.scenarios) {
    scenarios += std::string(scenarios.empty() ? "" : ",") +
                 "{\"title\":" + json::quoted(one.title) +
                 ",\"passed\":" + (one.isPassed ? "true" : "false") +
                 ",\"events\":" + std::to_string(one.events) + '}';
  }
  std::string missing;
  for (const std::string& way : report.missing) {
    missing += (missing.empty() ? "" : ",") + json::quoted(way);
  }
  return "{\"workflow\":" + json::quoted(report.workflow) +
         ",\"file\":" + json::quoted(report.file) + ",\"scenarios\":[" + scenarios +
         "],\"coverage\":{\"taken\":" + std::to_string(report.taken) +
         ",\"all\":" + std::to_string(report.all) +
         ",\"percent\":" + std::to_string(report.percent) + ",\"missing\":[" + missing + "]}}\n";
}

}  // namespace chancery::app
