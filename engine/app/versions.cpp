#include "app/versions.h"

#include <charconv>

#include "app/files.h"
#include "app/messages.h"
#include "app/session.h"
#include "base/hash.h"
#include "base/json.h"
#include "render/render.h"

// Versions of a document, compared.
namespace chancery::app {
namespace {

/// The hashes of files by their names.
template <typename Files>
std::map<std::string, std::string> hashesOf(const Files& files) {
  std::map<std::string, std::string> hashes;
  for (const auto& file : files) hashes.emplace(file.name, sha256(file.bytes));
  return hashes;
}

std::string indented(const std::string& lines) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == 0 || lines[i - 1] == '\n') text += "  ";
    text += lines[i];
  }
  return text;
}

struct Rounds {
  int before = 0, after = 0;
};

/// The two rounds of a request; nothing (and a diagnostic) when there are no such ones.
std::optional<Rounds> roundsOf(const DiffRequest& request, int count, Diagnostics& diagnostics) {
  std::vector<int> rounds;
  for (const std::string& text : request.rounds) {
    int round = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), round);
    const bool isNumber = error == std::errc() && end == text.data() + text.size();
    if (!isNumber || round < 1 || round > count) {
      diagnostics.error(messages::kNoRound, {}, {request.caseId, text})
          .hint(messages::kRounds, {std::to_string(count)});
    }
    rounds.push_back(round);
  }
  if (diagnostics.hasErrors()) return std::nullopt;
  if (count < 2 && rounds.size() < 2) {
    diagnostics.error(messages::kOneRound, {}, {request.caseId}).hint(messages::kNeedRounds);
    return std::nullopt;
  }
  if (rounds.empty()) rounds.push_back(count - 1);
  if (rounds.size() == 1) rounds.push_back(count);
  return Rounds{rounds[0], rounds[1]};
}

}  // namespace

std::string tellDifferences(const std::vector<diff::Difference>& differences, const Text& between,
                            const std::vector<std::string>& names, const std::string& head,
                            const DiffLook& look, Language language) {
  if (look.isJson) {
    return '{' + head + ",\"changes\":" + diff::toJson(differences, language) + "}\n";
  }
  std::string text = fill(between.in(language), names);
  if (differences.empty()) {
    return text + std::string(Text{"изменений нет\n", "nothing changed\n"}.in(language));
  }
  text += fill(Text{"изменений: {0}\n", "changes: {0}\n"}.in(language),
               {std::to_string(differences.size())});
  return text + indented(diff::toText(differences, language, look.look));
}

std::string compareFiles(const FileDiffRequest& request, Language language,
                         Diagnostics& diagnostics) {
  const render::Engine engine({request.before.folders.begin(), request.before.folders.end()});
  std::vector<document::Node> documents;
  std::vector<std::map<std::string, std::string>> files;
  for (const std::string& name : {request.before.dataFile, request.after}) {
    const auto data = readInput(name, diagnostics);
    if (!data) continue;
    render::Job job;
    job.templateName = request.before.templateName;
    job.profile = request.before.profile;
    job.officeName = request.before.officeName;
    job.officeText = request.before.officeText;
    job.dataName = name;
    job.dataText = *data;
    const std::filesystem::path folder = std::filesystem::path(name).parent_path();
    job.dataFolder = folder.empty() ? "." : folder;
    auto document = engine.documentOf(job, diagnostics);
    if (!document) continue;
    documents.push_back(std::move(*document));
    Diagnostics unreadable;  // told when the document is made
    files.push_back(hashesOf(engine.namedFiles(job, unreadable)));
  }
  if (diagnostics.hasErrors()) return {};
  const auto differences = diff::compare({documents[0], files[0]}, {documents[1], files[1]});
  static constexpr Text kBetween{"{1} по сравнению с {0}, ", "{1} against {0}, "};
  const std::string head = "\"before\":" + json::quoted(request.before.dataFile) +
                           ",\"after\":" + json::quoted(request.after);
  return tellDifferences(differences, kBetween, {request.before.dataFile, request.after}, head,
                         request.look, language);
}

std::string Session::diff(const DiffRequest& request, Diagnostics& diagnostics) {
  const auto view = find(request.caseId, diagnostics);
  if (!view) return {};
  const std::vector<std::string>& data = view->state.data;
  const auto rounds = roundsOf(request, static_cast<int>(data.size()), diagnostics);
  if (!rounds) return {};
  const runtime::Bundle bundle = runtime::openBundle(blobs_, view->row.bundle);
  std::vector<document::Node> documents;
  std::vector<std::map<std::string, std::string>> files;
  for (const int round : {rounds->before, rounds->after}) {
    const runtime::HandedData handed =
        runtime::openData(blobs_, data[static_cast<std::size_t>(round - 1)]);
    auto document = documentOf(bundle, view->row.bundle, handed, diagnostics);
    if (!document) return {};
    documents.push_back(std::move(*document));
    files.push_back(hashesOf(handed.files));
  }
  const auto differences = diff::compare({documents[0], files[0]}, {documents[1], files[1]});
  static constexpr Text kBetween{"Документ {2}: «{3}»\nредакция {1} по сравнению с редакцией {0}, ",
                                 "Document {2}: “{3}”\nversion {1} against version {0}, "};
  const std::string before = std::to_string(rounds->before), after = std::to_string(rounds->after);
  const std::string head =
      "\"case\":" + json::quoted(request.caseId) + ",\"before\":" + before + ",\"after\":" + after;
  return tellDifferences(differences, kBetween, {before, after, request.caseId, view->row.title},
                         head, request.look, language_);
}

std::optional<document::Node> Session::documentOf(const runtime::Bundle& bundle,
                                                  const std::string& bundleHash,
                                                  const runtime::HandedData& data,
                                                  Diagnostics& diagnostics) {
  auto request = requestFor(bundle, bundleHash, data, diagnostics);
  if (!request) return std::nullopt;
  request->files = data.files;
  Diagnostics told;  // warnings were told when the data were handed in
  auto document = renderer_.documentOf(*request, told);
  if (!document) diagnostics.append(told);
  return document;
}

}  // namespace chancery::app
