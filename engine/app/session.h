#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/directory.h"
#include "app/journals.h"
#include "app/report.h"
#include "app/resources.h"
#include "app/versions.h"
#include "base/clock.h"
#include "base/diagnostic.h"
#include "effects/engine_renderer.h"
#include "effects/worker.h"
#include "runtime/desk.h"
#include "runtime/registrar.h"
#include "runtime/view.h"
#include "runtime/workbench.h"
#include "store/store.h"

namespace chancery::app {

struct Act {
  std::string caseId;
  std::string task;    ///< "" = the one task that this person may answer so
  std::string answer;  ///< an outcome, "recall" or "cancel"; Russian words too
  std::string person;
  std::string remark;
  std::string dataFile;  ///< "" = none
  /// To remarks of earlier rounds: "3 accepted", "4 rejected Срок назначен приказом".
  std::vector<std::string> replies = {};
};

struct SheetRequest {
  std::string caseId;
  std::string sheet;  ///< "coordination", "disagreements"
  std::vector<std::string> outputs;
};

struct RegisterRequest {
  std::string series;      ///< "" = all
  std::optional<int> year;  ///< absent = all
  std::vector<std::string> outputs;
};

/// An office at work: its folder, its store and everything that acts in it. Here all rooms are put
/// together.
///
/// Every command first goes on with work that an earlier one left undone, and then does its own.
/// Results are lines for people; "" after errors in `diagnostics`. Errors: WorldError.
/// Threads: one session belongs to one thread; several processes may work in one office.
class Session {
 public:
  /// Null after errors in `diagnostics`. `isExpected`: an office must be there already; nobody is
  /// told to make one.
  static std::unique_ptr<Session> open(const std::filesystem::path& folder,
                                       const Resources& resources, const Clock& clock,
                                       Language language, Diagnostics& diagnostics,
                                       bool isExpected = false);

  /// Who looks: documents of restricted access are shown to those who take part in them.
  void lookAs(const std::string& person) { viewer_ = person; }

  std::string start(const std::string& workflow, const std::string& dataFile,
                    const std::string& person, Diagnostics& diagnostics);
  std::string act(const Act& act, Diagnostics& diagnostics);
  /// A task comes into other hands; its number may be left out where it is the only one.
  std::string handOver(runtime::HandOver request, Diagnostics& diagnostics);
  /// What time has brought: reminders, terms that have ended.
  std::string tick();
  /// What the workflow as it is in the folders now would mean for each running case of it. Nothing
  /// is changed.
  std::string planMigration(const std::string& workflow, Diagnostics& diagnostics);
  std::string inbox(const std::string& person, Diagnostics& diagnostics);
  /// The card; the newest files are copied to `outputs`, by their endings.
  std::string show(const std::string& caseId, const std::vector<std::string>& outputs,
                   Diagnostics& diagnostics);
  std::string why(const std::string& caseId, Diagnostics& diagnostics);
  /// What lies ahead: who is expected to act, from when to when; what will hold the document up is
  /// in `diagnostics`, as warnings.
  std::string forecast(const std::string& caseId, bool isJson, Diagnostics& diagnostics);
  std::string history(const std::string& caseId, Diagnostics& diagnostics);
  /// The register of a series; of all series when it is "". With `outputs` it is also written to
  /// them, as a document, by their endings.
  std::string registers(const RegisterRequest& request, Diagnostics& diagnostics);
  /// Keeps a number for a document on paper.
  std::string reserveNumber(const std::string& series, const std::string& reason,
                            const std::string& person, Diagnostics& diagnostics);
  /// Annuls a number so kept.
  std::string annulNumber(const std::string& series, const runtime::AnnulRequest& request,
                          Diagnostics& diagnostics);
  /// What changed between two versions of the document.
  std::string diff(const DiffRequest& request, Diagnostics& diagnostics);
  /// Writes a sheet about the document.
  std::string sheet(const SheetRequest& request, Diagnostics& diagnostics);
  /// Proves the journals; what does not hold is in `diagnostics`.
  std::string verify(const VerifyRequest& request, Diagnostics& diagnostics);
  /// Writes how far all journals go, signed.
  std::string checkpoint(const std::string& keyFile, const std::string& output,
                         Diagnostics& diagnostics);
  /// Writes all journals into one file, for verifyJournal.
  std::string journal(const std::string& output, Diagnostics& diagnostics);

  /// Work that failed during the last command, told in lines; "" when all went well.
  std::string failures() const;

 private:
  struct Files;
  Session(std::filesystem::path folder, const Resources& resources, Office office,
          std::string officeText, const Clock& clock, Language language);

  void drain();
  const runtime::Series* findSeries(const std::string& id, Diagnostics& diagnostics) const;
  /// The case, unless its access is restricted and `viewer_` does not take part.
  std::optional<runtime::CaseView> find(const std::string& caseId, Diagnostics& diagnostics);
  void addFiles(const render::Engine& engine, const flow::Definition& definition,
                runtime::Bundle& bundle, Diagnostics& diagnostics) const;
  std::optional<runtime::Bundle> bundleOf(const std::string& workflow, Diagnostics& diagnostics);
  /// Checks handed data and adds the files that they name.
  bool checkData(const runtime::Bundle& bundle, const std::string& bundleHash,
                 runtime::HandedData& data, Diagnostics& diagnostics);
  /// A rendering of handed data with what a case is pinned to; nothing after errors.
  std::optional<effects::RenderRequest> requestFor(const runtime::Bundle& bundle,
                                                   const std::string& bundleHash,
                                                   const runtime::HandedData& data,
                                                   Diagnostics& diagnostics) const;
  std::optional<document::Node> documentOf(const runtime::Bundle& bundle,
                                           const std::string& bundleHash,
                                           const runtime::HandedData& data,
                                           Diagnostics& diagnostics);
  /// «приказа»; "" when it is not known.
  std::string kindOf(const runtime::CaseView& view);
  std::optional<std::string> taskFor(const Act& act, flow::Outcome outcome,
                                     Diagnostics& diagnostics);
  std::optional<std::string> onlyTask(const runtime::HandOver& request, Diagnostics& diagnostics);
  std::optional<std::string> answeredBy(const std::string& caseId, const std::string& person,
                                        flow::Outcome outcome);
  std::string cardOf(const std::string& caseId);
  std::vector<std::string> published(const std::string& caseId);
  bool answer(const Act& act, flow::Outcome outcome, Diagnostics& diagnostics);
  bool parseReplies(const Act& act, flow::Outcome outcome, std::vector<flow::Reply>& replies,
                    Diagnostics& diagnostics);

  std::filesystem::path folder_;
  Resources resources_;
  std::string officeText_;
  OfficeDirectory directory_;
  Report report_;
  store::Blobs blobs_;
  std::unique_ptr<store::Store> store_;
  effects::Site site_;
  effects::Site outgoing_;
  effects::EngineRenderer renderer_;
  runtime::Desk desk_;
  runtime::Workbench bench_;
  runtime::View view_;
  const Clock& clock_;
  Language language_;
  std::string viewer_;
  std::vector<effects::Attempt> failures_;
};

/// The folder of the office to work in: `given`, else $CHANCERY_OFFICE, else the current folder.
std::filesystem::path officeFolder(const std::string& given);

}  // namespace chancery::app
