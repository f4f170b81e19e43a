#include "app/render_files.h"

#include "app/files.h"
#include "app/messages.h"
#include "app/outputs.h"
#include "render/render.h"
#include "runtime/conditions.h"

namespace chancery::app {
namespace {

// The files' time comes from the document, so that equal input gives equal bytes on every day. The
// fallback is the earliest time that a ZIP (and so a DOCX) can state.
Moment momentOf(const std::string& date) {
  constexpr std::int64_t kMillisecondsPerDay = 86'400'000;
  constexpr Date kEarliest{1980, 1, 1};
  const auto day = parseDate(date);
  return {toDayNumber(day && *day >= kEarliest ? *day : kEarliest) * kMillisecondsPerDay};
}

std::optional<render::Format> formatOf(const std::string& output) {
  if (output.ends_with(".pdf")) return render::Format::pdf;
  if (output.ends_with(".docx")) return render::Format::docx;
  if (output.ends_with(".svg")) return render::Format::svg;
  if (output.ends_with(".html")) return render::Format::html;
  if (output.ends_with(".pages")) return render::Format::pages;
  return std::nullopt;
}

pdf::Level levelOf(const std::string& name) {
  return name == "3a" ? pdf::Level::a3a : name == "1b" ? pdf::Level::b1 : pdf::Level::a2a;
}

std::vector<render::Format> formatsOf(const std::vector<std::string>& outputs,
                                      Diagnostics& diagnostics) {
  std::vector<render::Format> formats;
  for (const std::string& output : outputs) {
    const auto format = formatOf(output);
    if (!format) {
      diagnostics.error(messages::kUnknownOutput, {}, {output}).hint(messages::kOutputEndings);
      continue;
    }
    formats.push_back(*format);
  }
  if (const auto twice = findRepeated({outputs.begin(), outputs.end()})) {
    diagnostics.error(messages::kSameOutput, {}, {twice->string()});
  }
  return formats;
}

std::optional<render::Job> jobOf(const RenderRequest& request, Diagnostics& diagnostics) {
  render::Job job;
  job.formats = formatsOf(request.outputs, diagnostics);
  const auto data =
      request.dataText ? request.dataText : readInput(request.dataFile, diagnostics);
  if (!data || diagnostics.hasErrors()) return std::nullopt;
  job.templateName = request.templateName;
  job.dataName = request.dataFile;
  job.dataText = *data;
  const std::filesystem::path folder = std::filesystem::path(request.dataFile).parent_path();
  job.dataFolder = folder.empty() ? "." : folder;
  job.profile = request.profile;
  job.level = levelOf(request.level);
  job.officeName = request.officeName;
  job.officeText = request.officeText;
  Diagnostics unreadable;  // the engine reports data that cannot be read, with all else
  job.moment = request.time.value_or(
      momentOf(runtime::examine({request.dataFile, *data}, {}, unreadable).date));
  return job;
}

render::Engine engineFor(const RenderRequest& request) {
  return render::Engine({request.folders.begin(), request.folders.end()});
}

/// The name of one page's file: "x.svg" becomes "x-2.svg".
std::string pageName(std::string output, int page) {
  return output.insert(output.rfind('.'), '-' + std::to_string(page));
}

/// The files with their names: one for each name asked for, and for each page of an SVG.
std::vector<OutputFile> namedFiles(const std::vector<std::string>& names, render::Result result) {
  std::vector<OutputFile> files;
  std::size_t name = 0;
  for (render::Output& output : result.outputs) {
    const bool ofPage = output.page > 0 && result.pageCount > 1;
    files.push_back(
        {ofPage ? pageName(names[name], output.page) : names[name], std::move(output.bytes)});
    if (output.page == 0 || output.page == result.pageCount) ++name;
  }
  return files;
}

}  // namespace

std::optional<std::vector<OutputFile>> renderOutputs(const RenderRequest& request,
                                                     Diagnostics& diagnostics) {
  const auto job = jobOf(request, diagnostics);
  if (!job) return std::nullopt;
  auto result = engineFor(request).render(*job, diagnostics);
  if (!result) return std::nullopt;
  return namedFiles(request.outputs, std::move(*result));
}

bool renderFiles(const RenderRequest& request, Diagnostics& diagnostics) {
  const auto files = renderOutputs(request, diagnostics);
  if (files) writeOutputs(*files);
  return files.has_value();
}

bool renderTo(const render::Engine& engine, render::Job job,
              const std::vector<std::string>& outputs, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errorCount();
  job.formats = formatsOf(outputs, diagnostics);
  if (diagnostics.errorCount() != before) return false;
  auto result = engine.render(job, diagnostics);
  if (!result) return false;
  writeOutputs(namedFiles(outputs, std::move(*result)));
  return true;
}

std::optional<render::Explanation> explainSpot(const RenderRequest& request,
                                               const render::Spot& spot, Diagnostics& diagnostics) {
  const auto job = jobOf(request, diagnostics);
  if (!job) return std::nullopt;
  return engineFor(request).explain(*job, spot, diagnostics);
}

}  // namespace chancery::app
