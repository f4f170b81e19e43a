#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "effects/worker.h"
#include "runtime/migration.h"
#include "runtime/timekeeper.h"
#include "runtime/view.h"

namespace chancery::app {

/// Words for what people look at, as a clerk reads them; every function gives whole lines.
class Report {
 public:
  Report(const runtime::Directory& directory, Language language)
      : directory_(directory), language_(language) {}

  std::string inbox(const std::string& person, const std::vector<runtime::TaskView>& tasks) const;
  /// The card of a document; `published` are paths.
  std::string card(const runtime::CaseView& view, const std::vector<std::string>& published) const;
  /// What a document waits for: who, until when, on what ground, which acts are allowed.
  std::string why(const runtime::CaseView& view) const;
  std::string history(const runtime::CaseView& view,
                      const std::vector<runtime::HistoryLine>& lines) const;
  std::string registerOf(const runtime::Series& series,
                         const std::vector<runtime::RegisterLine>& lines) const;
  /// What has become of a number, and why: «номер зарезервирован: для приказа на бумаге (…)».
  /// `document` names the document within it; "" = it stands elsewhere.
  std::string fateOf(const runtime::RegisterLine& line, const std::string& document) const;
  std::string migration(const flow::Core& edition,
                        const std::vector<runtime::MigrationLine>& lines) const;
  std::string ticks(const std::vector<runtime::Tick>& ticks) const;
  std::string failure(const effects::Attempt& attempt) const;

 private:
  std::string say(const Text& text, const std::vector<std::string>& arguments = {}) const {
    return fill(text.in(language_), arguments);
  }
  std::string task(const runtime::TaskView& task) const;
  std::string due(const runtime::TaskView& task) const;
  std::string outcomes(const std::vector<flow::Outcome>& outcomes) const;
  std::string files(const runtime::CaseView& view) const;
  std::string effectLine(const runtime::EffectView& effect) const;
  std::string happened(const runtime::HistoryLine& line) const;
  std::string effectDone(const runtime::HistoryLine& line) const;

  const runtime::Directory& directory_;
  Language language_;
};

/// «05.06.2026» of an ISO date.
std::string printedDate(std::string_view iso);

}  // namespace chancery::app
