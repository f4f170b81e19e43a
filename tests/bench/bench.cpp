// How long documents take, warm, on one core, with different data each time. Ratios within one run
// are what counts; no figure here is a test's limit.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <filesystem>
#include <string>

#include "base/file.h"

#include "documents.h"
#include "floor.h"
#include "render/render.h"

namespace chancery::bench {
namespace {

const render::Engine& engine() {
  static const render::Engine shared({std::filesystem::path(CHANCERY_PROJECT_DIR) / "doc-templates"});
  return shared;
}

render::Job jobOf(const char* name, std::string data, render::Format format) {
  render::Job job;
  job.templateName = name;
  job.dataName = "bench.json";
  job.dataText = std::move(data);
  job.formats = {format};
  job.moment = {1780650000000};
  return job;
}

render::Result run(const render::Job& job) {
  Diagnostics diagnostics;
  auto result = engine().render(job, diagnostics);
  if (!result) {
    std::fputs(formatText(diagnostics, Language::english).c_str(), stderr);
    std::abort();
  }
  return std::move(*result);
}

void measure(benchmark::State& state, const std::vector<render::Job>& jobs) {
  run(jobs.back());  // warm
  std::size_t next = 0;
  std::size_t bytes = 0, pages = 0, documents = 0;
  for (auto _ : state) {
    const render::Result result = run(jobs[next++ % jobs.size()]);
    bytes += result.outputs[0].bytes.size();
    pages += static_cast<std::size_t>(result.pageCount);
    ++documents;
  }
  state.counters["KB"] = static_cast<double>(bytes) / 1024 / static_cast<double>(documents);
  state.counters["pages"] = static_cast<double>(pages) / static_cast<double>(documents);
}

void order(benchmark::State& state, render::Format format) {
  std::vector<render::Job> jobs;
  for (unsigned i = 0; i < 100; ++i) jobs.push_back(jobOf("order", orderData(i), format));
  measure(state, jobs);
}

void order_pdf(benchmark::State& state) { order(state, render::Format::pdf); }
void order_docx(benchmark::State& state) { order(state, render::Format::docx); }

void roadmap_pdf(benchmark::State& state) {
  std::vector<render::Job> jobs;
  for (unsigned i = 0; i < 3; ++i) {
    jobs.push_back(jobOf("roadmap", roadmapData(i, static_cast<int>(state.range(0))), render::Format::pdf));
  }
  measure(state, jobs);
}

// The sample report, each time of another year.
std::vector<render::Job> reports(render::Format format) {
  const std::filesystem::path folder =
      std::filesystem::path(CHANCERY_PROJECT_DIR) / "samples" / "report";
  const std::string text = readFile(folder / "report.json", 16u << 20);
  std::vector<render::Job> jobs;
  for (int i = 0; i < 20; ++i) {
    std::string data = text;
    for (std::size_t at = 0; (at = data.find("2025", at)) != std::string::npos; at += 4) {
      data.replace(at, 4, std::to_string(2030 + i));
    }
    jobs.push_back(jobOf("report", std::move(data), format));
    jobs.back().dataFolder = folder;
  }
  return jobs;
}

void report_pdf(benchmark::State& state) { measure(state, reports(render::Format::pdf)); }
void report_docx(benchmark::State& state) { measure(state, reports(render::Format::docx)); }

void floor(benchmark::State& state, const render::Job& job) {
  const std::string bytes = run(job).outputs[0].bytes;
  const Floor floor = job.formats[0] == render::Format::pdf ? floorOfPdf(bytes) : floorOfDocx(bytes);
  std::size_t packed = 0;
  for (auto _ : state) packed += floor.pack();
  benchmark::DoNotOptimize(packed);
  state.counters["KB"] = static_cast<double>(floor.size()) / 1024;
}

void floor_order_pdf(benchmark::State& state) {
  floor(state, jobOf("order", orderData(0), render::Format::pdf));
}
void floor_order_docx(benchmark::State& state) {
  floor(state, jobOf("order", orderData(0), render::Format::docx));
}
void floor_report_pdf(benchmark::State& state) { floor(state, reports(render::Format::pdf)[0]); }

BENCHMARK(floor_order_pdf)->Unit(benchmark::kMillisecond);
BENCHMARK(floor_order_docx)->Unit(benchmark::kMillisecond);
BENCHMARK(floor_report_pdf)->Unit(benchmark::kMillisecond);
BENCHMARK(report_pdf)->Iterations(20)->Repetitions(5)->ReportAggregatesOnly()->Unit(benchmark::kMillisecond);
BENCHMARK(report_docx)->Iterations(20)->Repetitions(5)->ReportAggregatesOnly()->Unit(benchmark::kMillisecond);
BENCHMARK(order_pdf)->Iterations(100)->Repetitions(5)->ReportAggregatesOnly()->Unit(benchmark::kMillisecond);
BENCHMARK(order_docx)->Iterations(100)->Repetitions(5)->ReportAggregatesOnly()->Unit(benchmark::kMillisecond);
BENCHMARK(roadmap_pdf)->Arg(1000)->Arg(10000)->Repetitions(3)->ReportAggregatesOnly()->Unit(benchmark::kMillisecond);
BENCHMARK(roadmap_pdf)->Arg(100000)->Iterations(2)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace chancery::bench

BENCHMARK_MAIN();
