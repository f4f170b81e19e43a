#include "app/calendars.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "app/files.h"
#include "app/messages.h"
#include "app/office.h"
#include "app/session.h"
#include "base/file.h"
#include "lang/calendar_reader.h"
#include "runtime/bundle.h"
#include "xml/attribute_words.h"
#include "xml/vocabulary.h"

namespace chancery::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".calendar.xml";

std::optional<lang::Calendar> parse(const std::string& name, std::string text,
                                    Diagnostics& diagnostics) {
  Sources sources;
  return lang::readCalendar(sources, sources.add(name, std::move(text)), diagnostics);
}

/// The names of the calendars in these folders.
std::vector<std::string> namesIn(const std::vector<fs::path>& folders) {
  std::set<std::string> names;
  for (const fs::path& folder : folders) {
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none)) {
      const std::string name = entry.path().filename().string();
      if (name.ends_with(kEnding)) names.insert(name.substr(0, name.size() - kEnding.size()));
    }
  }
  return {names.begin(), names.end()};
}

/// The calendar that the office in `folder` works by; nothing when its file is wrong.
std::optional<std::string> nameFor(const CalendarChoice& choice, const fs::path& folder,
                                   Diagnostics& diagnostics) {
  if (!choice.calendar.empty()) return choice.calendar;
  const fs::path file = folder / runtime::kOfficeFile;
  auto text = findFile(file, kLargestText);
  if (!text && !choice.office.empty()) {
    diagnostics.error(messages::kNoOffice, {}, {folder.string()}).hint(messages::kGiveOffice);
    return std::nullopt;
  }
  if (!text) return Office().calendar;
  Sources sources;
  const auto office =
      parseOffice(sources, sources.add(file.string(), std::move(*text)), diagnostics);
  if (!office) return std::nullopt;
  return office->calendar;
}

}  // namespace

std::optional<lang::Calendar> openCalendar(const CalendarChoice& choice, const Resources& resources,
                                           Diagnostics& diagnostics) {
  const fs::path office = officeFolder(choice.office);
  const auto name = nameFor(choice, office, diagnostics);
  if (!name) return std::nullopt;
  if (!xml::isIdentifier(*name) || name->ends_with(".xml")) {
    auto text = readInput(*name, diagnostics);
    if (!text) return std::nullopt;
    return parse(*name, std::move(*text), diagnostics);
  }
  const std::vector<fs::path> folders = {office / "calendars", resources.calendars()};
  for (const fs::path& folder : folders) {
    const fs::path file = folder / (*name + std::string(kEnding));
    if (auto text = findFile(file, kLargestText)) {
      return parse(file.string(), std::move(*text), diagnostics);
    }
  }
  xml::hintNames(diagnostics.error(messages::kNoCalendar, {}, {*name}), *name, namesIn(folders));
  return std::nullopt;
}

}  // namespace chancery::app
