#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "runtime/desk.h"
#include "runtime/workbench.h"
#include "scenario/scenario.h"
#include "scenario/staff.h"
#include "store/sqlite_store.h"
#include "store/temporary_folder.h"

namespace chancery::scenario {

/// The people of a script, in an office that has number series.
class Office : public Staff {
 public:
  using Staff::Staff;
  std::optional<runtime::Series> findSeries(std::string_view id) const override {
    return runtime::Series{std::string(id), "Приказы", "{n}"};
  }
};

/// A workflow's file with the scenarios beside it.
struct Story {
  std::string workflow;  ///< text
  std::shared_ptr<const flow::Core> core;
  Script script;
};
Story readStory(const std::string& name);

/// Goes through a scenario on a store on disk, with the real desk and workbench: one document, "1".
/// Steps that the workflow must refuse, and expectations, are passed over.
class OnStore {
 public:
  OnStore(const Story& story, const Scenario& scenario);

  /// `look` sees the document after every transaction that changed it.
  void run(const std::function<void()>& look);

  runtime::OpenCase open() const;

  const Office& office() const { return office_; }
  const std::vector<Person>& people() const { return story_.script.people; }
  const store::Blobs& blobs() const { return blobs_; }
  const Clock& clock() const { return clock_; }
  std::filesystem::path file() const { return folder_.path() / "office.db"; }
  std::filesystem::path folder() const { return folder_.path(); }

 private:
  void perform(const Step& step);
  void act(const Step& step);
  void hand(const Step& step, flow::Event::Kind kind);
  void settle();
  bool carryOutOne();
  void moveClock(Moment to);
  std::string taskOf(const Step& step, flow::Event::Kind kind) const;
  std::string data(const HandedData& handed) const;

  const Story& story_;
  const Scenario& scenario_;
  TemporaryFolder folder_{TemporaryFolder::On::memory};
  store::Blobs blobs_;
  FixedClock clock_;
  Office office_;
  std::unique_ptr<store::Store> store_;
  runtime::Desk desk_;
  runtime::Workbench bench_;
  std::vector<const Step*> failures_;
  std::function<void()> look_;
};

/// The engine's work as it succeeds: numbers and people for real, files and places invented.
void carryOut(runtime::Workbench& bench, const runtime::Work& work, const store::Blobs& blobs);

}  // namespace chancery::scenario
