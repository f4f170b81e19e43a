#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/resources.h"
#include "base/diagnostic.h"
#include "base/source.h"

namespace chancery::app {

struct TestRequest {
  std::string workflow;    ///< a name, or the path of a file
  std::string office;      ///< its folder; "" = $CHANCERY_OFFICE or the current one
  bool isUpdated = false;  ///< the expected journals are written anew
};

/// What came of the scenarios of a workflow.
struct TestReport {
  struct Case {
    std::string title;
    bool isPassed = false;
    std::size_t events = 0;
  };
  std::string workflow;
  std::string file;
  std::vector<Case> scenarios;
  bool isUpdated = false;  ///< the file was written anew
  std::size_t taken = 0;   ///< ways of the workflow
  std::size_t all = 0;
  std::size_t percent = 0;
  std::vector<std::string> missing;  ///< in the office's words
};

/// Runs NAME.scenario.xml beside NAME.workflow.xml; days are counted by the calendar of the office.
/// Differences are in `diagnostics`. Result: nothing when the workflow or the scenarios cannot be
/// read. Errors: WorldError.
std::optional<TestReport> testWorkflow(const TestRequest& request, const Resources& resources,
                                       Language language, Diagnostics& diagnostics);

/// Checks a file of scenarios against the workflow beside it.
void checkScenarios(const std::string& name, Sources& sources, SourceId source,
                    Diagnostics& diagnostics);

/// As lines for people.
std::string reportText(const TestReport& report, Language language);
/// {"workflow","file","scenarios":[{"title","passed","events"}],"coverage":{"taken","all",
/// "percent","missing":[…]}}, one line.
std::string reportJson(const TestReport& report);

}  // namespace chancery::app
