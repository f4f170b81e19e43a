#include "render/library.h"

#include <algorithm>

#include "base/file.h"
#include "base/suggest.h"
#include "document/vocabulary.h"
#include "render/messages.h"
#include "xml/reader.h"

namespace chancery::render {
namespace {

constexpr std::uint64_t kLargestProfile = 4u << 20;

bool isUnchanged(const templates::Template& kept) {
  return std::all_of(
      kept.files().begin(), kept.files().end(),
      [](const templates::TemplateFile& f) { return findFile(f.name, kLargestProfile) == f.text; });
}

/// Keeps what a template and its parts were read from, whatever becomes of them.
class OpenedFiles : public templates::TemplateStore {
 public:
  explicit OpenedFiles(const templates::TemplateStore& store) : store_(store) {}

  std::optional<templates::TemplateFile> open(const std::string& fileName) const override {
    auto file = store_.open(fileName);
    const auto isSame = [&](const templates::TemplateFile& one) { return one.name == file->name; };
    if (file && std::none_of(files_.begin(), files_.end(), isSame)) files_.push_back(*file);
    return file;
  }
  const std::vector<templates::TemplateFile>& files() const { return files_; }

 private:
  const templates::TemplateStore& store_;
  mutable std::vector<templates::TemplateFile> files_;
};

/// The document elements that the files state, as far as they can be checked without data.
void checkStated(const std::vector<templates::TemplateFile>& files, Diagnostics& diagnostics) {
  for (const templates::TemplateFile& file : files) {
    Sources sources;
    Diagnostics known;  // parse() has told what is not well-formed
    const auto root = xml::read(sources, sources.add(file.name, file.text), {}, known);
    if (root) document::checkStated(*root, sources, diagnostics);
  }
}

void reportMissing(const Message& message, const Text& hint, const std::string& name,
                   const std::vector<std::string>& known, Diagnostics& diagnostics,
                   const Place& place = {}) {
  auto added = diagnostics.error(message, place, {name});
  if (const auto near = suggest(name, known)) {
    added.hint(hints::kDidYouMean, {*near});
  } else {
    added.hint(hint, {joined(known)});
  }
}

}  // namespace

std::shared_ptr<const templates::Template> Library::findTemplate(const std::string& name,
                                                                 Diagnostics& diagnostics) const {
  const auto path = folders_.find(name, kTemplateEnding);
  if (!path) {
    reportMissing(messages::kNoTemplate, messages::kTemplateHint, name,
                  folders_.names(kTemplateEnding), diagnostics);
    return nullptr;
  }
  const std::scoped_lock lock(mutex_);
  auto& kept = templates_[path->string()];
  if (kept && isUnchanged(*kept)) return kept;
  kept = nullptr;
  // A template with warnings is not kept: each use tells them again.
  const std::size_t findings = diagnostics.all().size();
  const std::size_t errors = diagnostics.errorCount();
  const FolderStore store(folders_, *path);
  const OpenedFiles opened(store);
  auto made = templates::parse(path->string(), opened, diagnostics);
  checkStated(opened.files(), diagnostics);
  if (diagnostics.errorCount() > errors) return nullptr;
  if (diagnostics.all().size() == findings) kept = made;
  return made;
}

std::optional<std::filesystem::path> Library::findProfileFile(const std::string& name,
                                                              Diagnostics& diagnostics) const {
  auto path = folders_.find(name, kProfileEnding);
  if (!path) {
    reportMissing(messages::kNoProfile, messages::kProfileHint, name,
                  folders_.names(kProfileEnding), diagnostics);
  }
  return path;
}

std::shared_ptr<const format::Profile> Library::findProfile(const std::string& name,
                                                            Diagnostics& diagnostics) const {
  const auto path = findProfileFile(name, diagnostics);
  if (!path) return nullptr;
  std::string text = readFile(*path, kLargestProfile);
  const std::scoped_lock lock(mutex_);
  KeptProfile& kept = profiles_[path->string()];
  if (kept.profile && kept.text == text) return kept.profile;
  kept = {};
  Sources sources;
  const SourceId source = sources.add(path->string(), text);
  const auto root = xml::read(sources, source, {}, diagnostics);
  if (!root) return nullptr;
  auto profile = format::readProfile(*root, sources, diagnostics);
  if (!profile) return nullptr;
  kept = {std::move(text), std::make_shared<const format::Profile>(std::move(*profile))};
  return kept.profile;
}

std::optional<std::filesystem::path> Library::findRulesFile(const std::string& name,
                                                            const Place& place,
                                                            Diagnostics& diagnostics) const {
  auto path = folders_.find(name, kRulesEnding);
  if (!path) {
    reportMissing(messages::kNoRules, messages::kRulesHint, name, folders_.names(kRulesEnding),
                  diagnostics, place);
  }
  return path;
}

std::optional<std::filesystem::path> Library::findRulesOf(const std::string& profile) const {
  const bool isPath = profile.find('/') != std::string::npos || profile.ends_with(".xml");
  return isPath ? std::nullopt : folders_.find(profile, kRulesEnding);
}

std::optional<check::Rules> Library::readRules(const std::filesystem::path& file,
                                               Diagnostics& diagnostics) const {
  Sources sources;
  const SourceId source = sources.add(file.string(), readFile(file, kLargestProfile));
  return check::readRules(sources, source, diagnostics);
}

}  // namespace chancery::render
