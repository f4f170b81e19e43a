#pragma once

#include <optional>
#include <string>

#include "app/directory.h"
#include "runtime/forecast.h"

/// What lies ahead of a document, in the office's words.
namespace chancery::app {

/// An office on days to come: its people, posts and dated substitutions as office.xml states them
/// now.
class OfficeOutlook : public runtime::Outlook {
 public:
  OfficeOutlook(const Office& office, const std::optional<lang::Calendar>& calendar)
      : clock_(Moment{}), directory_(office, calendar, &clock_) {}

  const runtime::Directory& at(Moment moment) override {
    clock_.set(moment);
    return directory_;
  }
  std::vector<runtime::Absence> absencesOn(Date day) const override;

 private:
  FixedClock clock_;
  OfficeDirectory directory_;
};

/// A forecast with what its words need.
struct ForecastReport {
  const runtime::OpenCase& open;
  const Office& office;
  const runtime::Directory& directory;
  const runtime::Forecast& expected;
  std::optional<Date> earliest;  ///< the end, when everybody answers at once; nothing: not known
};

/// In lines for people, with what is assumed.
std::string forecastText(const ForecastReport& report, Language language);

/// One line of JSON: {case, title, workflow, on, status, stages, outcome, end, exact, earliest};
/// docs/cli.md tells of each.
std::string forecastJson(const ForecastReport& report);

/// Warns of what will hold the document up, each once.
void warnOfDelays(const ForecastReport& report, Diagnostics& diagnostics);

}  // namespace chancery::app
