#include "app/session.h"

#include <algorithm>
#include <cstdlib>

#include "app/calendars.h"
#include "app/files.h"
#include "app/messages.h"
#include "app/outputs.h"
#include "app/workflow_files.h"
#include "app/world_words.h"
#include "base/error.h"
#include "base/file.h"
#include "base/suggest.h"
#include "data/data_set.h"
#include "lang/letters.h"
#include "render/render.h"
#include "runtime/conditions.h"
#include "runtime/messages.h"
#include "runtime/parts.h"
#include "store/sqlite_store.h"
#include "xml/vocabulary.h"

namespace chancery::app {
namespace {

namespace fs = std::filesystem;

// A database is made for an office's first document. Later an empty one would pass for a whole
// history, and give all numbers anew.
fs::path storeOf(const fs::path& folder, const Office& office) {
  fs::path store = folder / office.storePath;
  std::error_code none;
  // Looked at first: who keeps the first document at this moment has made the database before.
  const auto blobs = fs::directory_iterator(folder / "blobs", none);
  const bool isUsed = !none && blobs != fs::directory_iterator();
  const bool isThere = fs::file_size(store, none) > 0 && !none;
  if (isUsed && !isThere) {
    throw WorldError("open database", store.string(), std::string(kLostDatabase));
  }
  return store;
}

// Terms without an end are shown where it cannot be read; `chancery date` says what is wrong.
std::optional<lang::Calendar> calendarOf(const Office& office, const fs::path& folder,
                                         const Resources& resources) {
  Diagnostics ignored;
  return openCalendar({office.calendar, folder.string()}, resources, ignored);
}

std::optional<flow::Allow::Act> findWithdrawal(const std::string& answer) {
  const std::string wanted = lang::toLower(std::string_view(answer));
  for (const auto& [act, word] : {std::pair{flow::Allow::Act::recall, "recall"},
                                  std::pair{flow::Allow::Act::cancel, "cancel"}}) {
    const std::string_view button = runtime::buttonOf(act).russian;
    if (wanted == word || wanted == lang::toLower(button)) return act;
  }
  return std::nullopt;
}

}  // namespace

fs::path officeFolder(const std::string& given) {
  if (!given.empty()) return given;
  const char* named = std::getenv("CHANCERY_OFFICE");
  return named && *named ? named : ".";
}

std::unique_ptr<Session> Session::open(const fs::path& folder, const Resources& resources,
                                       const Clock& clock, Language language,
                                       Diagnostics& diagnostics, bool isExpected) {
  const fs::path file = folder / runtime::kOfficeFile;
  auto text = findFile(file, kLargestText);
  if (!text) {
    diagnostics.error(messages::kNoOffice, {}, {folder.string()})
        .hint(isExpected ? messages::kGiveOffice : messages::kInitOffice, {folder.string()});
    return nullptr;
  }
  Sources sources;
  const SourceId source = sources.add(file.string(), *text);
  auto office = parseOffice(sources, source, diagnostics);
  if (!office) return nullptr;
  return std::unique_ptr<Session>(
      new Session(folder, resources, std::move(*office), std::move(*text), clock, language));
}

Session::Session(fs::path folder, const Resources& resources, Office office, std::string officeText,
                 const Clock& clock, Language language)
    : folder_(std::move(folder)),
      resources_(resources),
      officeText_(std::move(officeText)),
      directory_(office, calendarOf(office, folder_, resources), &clock),
      report_(directory_, language),
      blobs_(folder_ / "blobs"),
      store_(store::openSqlite(storeOf(folder_, directory_.office()))),
      site_(folder_ / directory_.office().siteFolder),
      outgoing_(folder_ / "outgoing"),
      renderer_(folder_ / "cache"),
      desk_(*store_, blobs_, directory_, clock),
      bench_(*store_, blobs_, directory_, clock),
      view_(*store_, blobs_, directory_),
      clock_(clock),
      language_(language) {}

void Session::drain() {
  failures_ = effects::Worker(bench_, renderer_, blobs_, site_, outgoing_).drain();
}

std::string Session::failures() const {
  std::string text;
  for (effects::Attempt attempt : failures_) {
    // What stands in the data of a restricted document is not told to others.
    if (!view_.mayLook(attempt.caseId, viewer_)) attempt.failure = "–";
    text += report_.failure(attempt);
  }
  return text;
}

std::optional<runtime::CaseView> Session::find(const std::string& caseId,
                                               Diagnostics& diagnostics) {
  drain();
  auto view = view_.find(caseId);
  if (!view) {
    diagnostics.error(runtime::messages::kUnknownCase, {}, {caseId})
        .hint(runtime::messages::kSeeInbox);
  } else if (!view_.mayLook(caseId, viewer_)) {
    diagnostics.error(messages::kClosedDocument, {}, {caseId}).hint(messages::kNameYourself);
    return std::nullopt;
  }
  return view;
}

// What renderings by a definition read, each file once.
void Session::addFiles(const render::Engine& engine, const flow::Definition& definition,
                       runtime::Bundle& bundle, Diagnostics& diagnostics) const {
  std::vector<std::string> rules;
  for (const flow::Stage& stage : definition.stages) {
    if (!stage.profile.empty()) rules.push_back(stage.profile);
  }
  for (const fs::path& file :
       engine.files(definition.templateName, definition.profile, rules, diagnostics)) {
    const std::string name = file.filename().string();
    const bool isThere =
        std::any_of(bundle.files.begin(), bundle.files.end(),
                    [&](const runtime::Bundle::File& known) { return known.name == name; });
    if (!isThere) bundle.files.push_back({name, readFile(file, kLargestText)});
  }
}

// Everything that the document will need to its end, as it is in the office's folders now.
std::optional<runtime::Bundle> Session::bundleOf(const std::string& workflow,
                                                 Diagnostics& diagnostics) {
  const auto path =
      findWorkflow({folder_ / "workflows", resources_.workflows()}, workflow, diagnostics);
  if (!path) return std::nullopt;
  runtime::Bundle bundle;
  bundle.workflow = readFile(*path, kLargestText);
  const render::Engine engine({folder_ / "doc-templates", resources_.templates()});
  const auto definition =
      checkWorkflow(path->string(), bundle.workflow, &directory_.office(), engine, diagnostics);
  if (!definition) return std::nullopt;
  const auto parts = findPartWorkflows(
      *definition, {path->string(), 0, 0},
      {path->parent_path(), folder_ / "workflows", resources_.workflows()}, &directory_.office(),
      engine, diagnostics, Proving::forOne);
  if (!parts) return std::nullopt;
  const std::size_t before = diagnostics.errorCount();
  addFiles(engine, *definition, bundle, diagnostics);
  for (const PartWorkflow& part : *parts) {
    addFiles(engine, part.definition, bundle, diagnostics);
    bundle.files.push_back({runtime::partWorkflowFile(part.name), part.text});
  }
  if (diagnostics.errorCount() != before) return std::nullopt;
  bundle.files.push_back({std::string(runtime::kOfficeFile), officeText_});
  return bundle;
}

std::optional<effects::RenderRequest> Session::requestFor(const runtime::Bundle& bundle,
                                                          const std::string& bundleHash,
                                                          const runtime::HandedData& data,
                                                          Diagnostics& diagnostics) const {
  Sources sources;
  const SourceId source = sources.add("workflow", bundle.workflow);
  const auto definition = flow::parse(sources, source, {}, diagnostics);
  if (!definition) return std::nullopt;
  effects::RenderRequest request;
  request.bundleHash = bundleHash;
  request.bundle = &bundle;
  request.templateName = definition->templateName;
  request.profile = definition->profile;
  request.dataName = data.name;
  request.data = data.text;
  return request;
}

bool Session::checkData(const runtime::Bundle& bundle, const std::string& bundleHash,
                        runtime::HandedData& data, Diagnostics& diagnostics) {
  const auto request = requestFor(bundle, bundleHash, data, diagnostics);
  if (!request) return false;
  const std::size_t before = diagnostics.errorCount();
  renderer_.check(*request, diagnostics);
  if (diagnostics.errorCount() != before) return false;
  const fs::path beside = fs::path(data.name).parent_path();
  data.files = renderer_.findFiles(
      *request,
      {beside.empty() ? fs::path(".") : beside, folder_ / "doc-templates", resources_.templates()},
      diagnostics);
  return diagnostics.errorCount() == before;
}

std::string Session::start(const std::string& workflow, const std::string& dataFile,
                           const std::string& person, Diagnostics& diagnostics) {
  const auto text = readInput(dataFile, diagnostics);
  const auto bundle = bundleOf(workflow, diagnostics);
  if (!text || !bundle) return {};
  runtime::HandedData data{dataFile, *text, {}};
  if (!checkData(*bundle, runtime::keepBundle(blobs_, *bundle), data, diagnostics)) return {};
  const auto id = desk_.start(*bundle, person, data, diagnostics);
  if (!id) return {};
  drain();
  return cardOf(*id);
}

std::string Session::cardOf(const std::string& caseId) {
  const auto view = view_.find(caseId);
  check(view.has_value(), "the case is there");
  return report_.card(*view, published(caseId));
}

std::vector<std::string> Session::published(const std::string& caseId) {
  std::vector<std::string> paths;
  for (const runtime::HistoryLine& line : view_.history(caseId)) {
    if (line.effect != flow::EffectKind::publish) continue;
    for (const auto& [name, hash] : line.event.facts) {
      paths.push_back((site_.folder() / name).lexically_normal().string());
    }
  }
  return paths;
}

// The one open task of the case that this person may answer so; without one the nearest, and the
// desk says what is wrong with it.
std::optional<std::string> Session::taskFor(const Act& act, flow::Outcome outcome,
                                            Diagnostics& diagnostics) {
  if (!act.task.empty()) return act.task;
  const auto view = view_.find(act.caseId);
  if (!view) return std::nullopt;
  const auto offers = [&](const runtime::TaskView& task) {
    return std::find(task.outcomes.begin(), task.outcomes.end(), outcome) != task.outcomes.end();
  };
  std::vector<std::string> mine;
  for (const runtime::TaskView& task : view_.inbox(act.person)) {
    if (task.caseId == act.caseId && offers(task)) mine.push_back(task.id);
  }
  if (mine.size() == 1) return mine.front();
  if (mine.size() > 1) {
    diagnostics.error(messages::kWhichTask, {}, {act.caseId, joined(mine)})
        .hint(messages::kNameTask, {act.caseId});
    return std::nullopt;
  }
  for (const runtime::TaskView& task : view->tasks) {  // not theirs, or their own document
    if (offers(task)) return task.id;
  }
  if (const auto answered = answeredBy(act.caseId, act.person, outcome)) return answered;
  if (view->state.status != flow::CaseStatus::running) {
    diagnostics
        .error(runtime::messages::kFinished, {},
               {act.caseId, std::string(runtime::statusOf(view->state.status).russian)})
        .hint(runtime::messages::kSeeHistory, {act.caseId});
  } else {
    diagnostics
        .error(messages::kNoTask, {},
               {act.caseId, std::string(flow::wordsOf(outcome).button.russian)})
        .hint(messages::kSeeWhy, {act.caseId});
  }
  return std::nullopt;
}

// The last task that this person answered so.
std::optional<std::string> Session::answeredBy(const std::string& caseId, const std::string& person,
                                               flow::Outcome outcome) {
  std::optional<std::string> task;
  for (const runtime::HistoryLine& line : view_.history(caseId)) {
    const flow::Event& event = line.event;
    if (event.kind != flow::Event::Kind::act || event.person != person) continue;
    if (event.outcome == outcome) task = event.task;
  }
  return task;
}

bool Session::answer(const Act& act, flow::Outcome outcome, Diagnostics& diagnostics) {
  const auto task = taskFor(act, outcome, diagnostics);
  if (!task) return false;
  runtime::ActRequest request;
  request.caseId = act.caseId;
  request.task = *task;
  request.outcome = outcome;
  request.person = act.person;
  request.remark = act.remark;
  if (!parseReplies(act, outcome, request.replies, diagnostics)) return false;
  if (!act.dataFile.empty()) {
    auto text = readInput(act.dataFile, diagnostics);
    const auto view = view_.find(act.caseId);
    if (!text) return false;
    request.data = runtime::HandedData{act.dataFile, std::move(*text), {}};
    if (view && !checkData(runtime::openBundle(blobs_, view->row.bundle), view->row.bundle,
                           *request.data, diagnostics)) {
      return false;
    }
  }
  return desk_.act(request, diagnostics);
}

std::string Session::act(const Act& act, Diagnostics& diagnostics) {
  lookAs(act.person);
  if (!find(act.caseId, diagnostics)) return {};
  if (const auto withdrawal = findWithdrawal(act.answer)) {
    if (!act.replies.empty()) {
      diagnostics.error(messages::kReplyWhen, {});
      return {};
    }
    if (!desk_.withdraw(act.caseId, *withdrawal, act.person, act.remark, diagnostics)) return {};
  } else if (const auto outcome = flow::findOutcome(act.answer)) {
    if (!answer(act, *outcome, diagnostics)) return {};
  } else {
    std::vector<std::string> known = {"recall", "cancel"};
    for (const flow::OutcomeWords& words : flow::allOutcomes()) known.emplace_back(words.word);
    xml::hintNames(diagnostics.error(messages::kUnknownOutcome, {}, {act.answer}), act.answer,
                   known);
    return {};
  }
  drain();
  return cardOf(act.caseId);
}

std::string Session::inbox(const std::string& person, Diagnostics& diagnostics) {
  if (!directory_.knows(person)) {
    std::vector<std::string> known;
    for (const Person& other : directory_.office().people) known.push_back(other.id);
    xml::hintNames(diagnostics.error(runtime::messages::kUnknownPerson, {}, {person}), person,
                   known);
    return {};
  }
  drain();
  return report_.inbox(person, view_.inbox(person));
}

std::string Session::show(const std::string& caseId, const std::vector<std::string>& outputs,
                          Diagnostics& diagnostics) {
  const auto view = find(caseId, diagnostics);
  if (!view) return {};
  if (const auto twice = findRepeated({outputs.begin(), outputs.end()})) {
    diagnostics.error(messages::kSameOutput, {}, {twice->string()});
    return {};
  }
  std::vector<OutputFile> files;
  for (const std::string& output : outputs) {
    if (data::formatOf(output)) {
      const std::string text = runtime::openData(blobs_, view->state.data.back()).text;
      if (data::formatOf(output) == data::formatOf(runtime::dataNameOf(text))) {
        files.push_back({output, text});
      } else {
        diagnostics.error(messages::kNoSuchFile, {}, {caseId, output});
      }
      continue;
    }
    const flow::File* newest = nullptr;
    for (const flow::File& file : view->state.files) {
      if (output.ends_with("." + file.format)) newest = &file;
    }
    if (newest) {
      files.push_back({output, blobs_.require(newest->hash)});
    } else {
      diagnostics.error(messages::kNoSuchFile, {}, {caseId, output});
    }
  }
  if (diagnostics.hasErrors()) return {};
  writeOutputs(files);
  return cardOf(caseId);
}

std::string Session::why(const std::string& caseId, Diagnostics& diagnostics) {
  const auto view = find(caseId, diagnostics);
  return view ? report_.why(*view) : std::string();
}

std::string Session::history(const std::string& caseId, Diagnostics& diagnostics) {
  const auto view = find(caseId, diagnostics);
  return view ? report_.history(*view, view_.history(caseId)) : std::string();
}

}  // namespace chancery::app
