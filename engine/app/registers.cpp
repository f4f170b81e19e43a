#include "app/messages.h"
#include "app/register_report.h"
#include "app/render_files.h"
#include "app/session.h"
#include "render/render.h"
#include "xml/vocabulary.h"

// What a session does with registers.
namespace chancery::app {
namespace {

constexpr const char* kRegisterTemplate = "register";

void keepYear(std::vector<runtime::RegisterLine>& lines, std::optional<int> year) {
  if (!year) return;
  std::erase_if(lines, [&](const runtime::RegisterLine& line) { return line.dateYear != *year; });
}

}  // namespace

const runtime::Series* Session::findSeries(const std::string& id, Diagnostics& diagnostics) const {
  std::vector<std::string> known;
  for (const runtime::Series& series : directory_.office().series) {
    if (series.id == id) return &series;
    known.push_back(series.id);
  }
  xml::hintNames(diagnostics.error(messages::kUnknownSeries, {}, {id}), id, known);
  return nullptr;
}

std::string Session::registers(const RegisterRequest& request, Diagnostics& diagnostics) {
  drain();
  const std::vector<runtime::Series>& all = directory_.office().series;
  if (!request.series.empty() && !findSeries(request.series, diagnostics)) return {};
  if (!request.outputs.empty() && request.series.empty() && all.size() != 1) {
    diagnostics.error(messages::kWhichSeries, {}).hint(messages::kNameSeries);
    return {};
  }
  std::string text;
  for (const runtime::Series& series : all) {
    if (!request.series.empty() && series.id != request.series) continue;
    std::vector<runtime::RegisterLine> lines = view_.registerOf(series);
    keepYear(lines, request.year);
    text += report_.registerOf(series, lines);
    if (request.outputs.empty()) continue;
    render::Job job;
    job.templateName = kRegisterTemplate;
    job.dataName = kRegisterTemplate;
    const Office& office = directory_.office();
    job.dataText = registerData({office.title, series.title.empty() ? series.id : series.title,
                                 directory_.timeOf(clock_.now()), std::move(lines)},
                                report_);
    job.dataName += ".json";
    job.moment = clock_.now();
    const render::Engine engine({folder_ / "doc-templates", resources_.templates()});
    if (!renderTo(engine, std::move(job), request.outputs, diagnostics)) return {};
  }
  return text;
}

std::string Session::reserveNumber(const std::string& id, const std::string& reason,
                                   const std::string& person, Diagnostics& diagnostics) {
  drain();
  const runtime::Series* series = findSeries(id, diagnostics);
  if (!series) return {};
  const auto row =
      runtime::Registrar(*store_, directory_, clock_).reserve(*series, reason, person, diagnostics);
  if (!row) return {};
  static constexpr Text kReserved{"Номер зарезервирован: №\u00A0{0} от {1}\n",
                                  "Number reserved: {0} of {1}\n"};
  return fill(kReserved.in(language_), {row->text, printedDate(row->date)});
}

std::string Session::annulNumber(const std::string& id, const runtime::AnnulRequest& request,
                                 Diagnostics& diagnostics) {
  drain();
  const runtime::Series* series = findSeries(id, diagnostics);
  if (!series) return {};
  const auto row =
      runtime::Registrar(*store_, directory_, clock_).annul(*series, request, diagnostics);
  if (!row) return {};
  static constexpr Text kAnnulled{"Номер аннулирован: №\u00A0{0}; причина осталась в журнале\n",
                                  "Number annulled: {0}; the register keeps the reason\n"};
  return fill(kAnnulled.in(language_), {row->text});
}

}  // namespace chancery::app
