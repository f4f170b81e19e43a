#include "fonts/library.h"

#include <algorithm>
#include <filesystem>
#include <span>

namespace chancery::fonts {
namespace {

/// One family as its package installs it. An absent variant is "".
struct Family {
  std::string_view name;
  std::string_view package;   // folder below the folder of fonts
  std::string_view files[4];  // regular, bold, italic, bold italic
};

constexpr Family kFamilies[] = {
    {"Tinos",
     "croscore",
     {"Tinos-Regular.ttf", "Tinos-Bold.ttf", "Tinos-Italic.ttf", "Tinos-BoldItalic.ttf"}},
    {"Arimo",
     "croscore",
     {"Arimo-Regular.ttf", "Arimo-Bold.ttf", "Arimo-Italic.ttf", "Arimo-BoldItalic.ttf"}},
    {"Cousine",
     "croscore",
     {"Cousine-Regular.ttf", "Cousine-Bold.ttf", "Cousine-Italic.ttf", "Cousine-BoldItalic.ttf"}},
    {"Liberation Serif",
     "liberation2",
     {"LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf", "LiberationSerif-Italic.ttf",
      "LiberationSerif-BoldItalic.ttf"}},
    {"Liberation Sans",
     "liberation2",
     {"LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LiberationSans-Italic.ttf",
      "LiberationSans-BoldItalic.ttf"}},
    {"Liberation Mono",
     "liberation2",
     {"LiberationMono-Regular.ttf", "LiberationMono-Bold.ttf", "LiberationMono-Italic.ttf",
      "LiberationMono-BoldItalic.ttf"}},
    {"PT Serif", "paratype", {"PTF55F.ttf", "PTF75F.ttf", "PTF56F.ttf", "PTF76F.ttf"}},
    {"PT Sans", "paratype", {"PTS55F.ttf", "PTS75F.ttf", "PTS56F.ttf", "PTS76F.ttf"}},
    {"PT Mono", "paratype", {"PTM55F.ttf", "PTM75F.ttf", "", ""}},
    {"DejaVu Serif",
     "dejavu",
     {"DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf", "DejaVuSerif-Italic.ttf",
      "DejaVuSerif-BoldItalic.ttf"}},
    {"DejaVu Sans",
     "dejavu",
     {"DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf",
      "DejaVuSans-BoldOblique.ttf"}},
    {"DejaVu Sans Mono",
     "dejavu",
     {"DejaVuSansMono.ttf", "DejaVuSansMono-Bold.ttf", "DejaVuSansMono-Oblique.ttf",
      "DejaVuSansMono-BoldOblique.ttf"}},
};

/// Families of the same widths that stand for fonts which may not be shipped.
struct Alias {
  std::string_view name;
  std::string_view family;
};
constexpr Alias kAliases[] = {
    {"Times New Roman", "Tinos"}, {"Arial", "Arimo"}, {"Courier New", "Cousine"}};

constexpr std::string_view kSerifFallbacks[] = {"Tinos", "PT Serif", "DejaVu Serif", "DejaVu Sans",
                                                "Liberation Serif"};
constexpr std::string_view kSansFallbacks[] = {
    "Arimo", "PT Sans", "DejaVu Sans", "Tinos", "PT Serif", "DejaVu Serif", "Liberation Serif"};
constexpr std::string_view kMonoFallbacks[] = {
    "Cousine",  "PT Mono", "DejaVu Sans Mono", "Arimo",           "PT Sans", "DejaVu Sans",
    "PT Serif", "Tinos",   "DejaVu Serif",     "Liberation Serif"};

constexpr std::string_view kSystemFolders[] = {"/usr/share/fonts/truetype",
                                               "/usr/local/share/fonts"};

bool equalIgnoringCase(std::string_view left, std::string_view right) {
  const auto lower = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [&](char a, char b) { return lower(a) == lower(b); });
}

const Family* findFamily(std::string_view name) {
  for (const Alias& alias : kAliases) {
    if (equalIgnoringCase(alias.name, name)) name = alias.family;
  }
  for (const Family& family : kFamilies) {
    if (equalIgnoringCase(family.name, name)) return &family;
  }
  return nullptr;
}

// Their names tell the kinds of families apart.
std::span<const std::string_view> fallbacksFor(std::string_view family) {
  const auto contains = [&](std::string_view part) {
    return family.find(part) != std::string_view::npos;
  };
  if (const Family* known = findFamily(family)) family = known->name;
  if (contains("Mono") || family == "Cousine") return kMonoFallbacks;
  if (contains("Sans") || family == "Arimo") return kSansFallbacks;
  return kSerifFallbacks;
}

// Variants in the order in which they may stand in for the one asked for; weight counts more than
// slant, because headings are told by it.
std::vector<int> variantOrder(bool bold, bool italic) {
  constexpr int kRegular = 0, kBold = 1, kItalic = 2, kBoldItalic = 3;
  if (bold && italic) return {kBoldItalic, kBold, kItalic, kRegular};
  if (bold) return {kBold, kBoldItalic, kRegular, kItalic};
  if (italic) return {kItalic, kRegular, kBoldItalic, kBold};
  return {kRegular, kItalic, kBold, kBoldItalic};
}

}  // namespace

struct Library::Data {
  std::vector<std::string> folders;
  std::mutex mutex;
  std::map<FaceRequest, std::shared_ptr<const Face>> found;   // guarded by mutex; null = none
  std::map<std::string, std::shared_ptr<const Face>> loaded;  // guarded by mutex; by path

  std::string findFile(const Family& family, std::string_view file) const;
  std::shared_ptr<const Face> load(const std::string& path);
  std::shared_ptr<const Face> find(const FaceRequest& request);
};

// The path of a font file, "" when it is not installed.
std::string Library::Data::findFile(const Family& family, std::string_view file) const {
  if (file.empty()) return {};
  for (const std::string& folder : folders) {
    const std::filesystem::path base(folder);
    for (const auto& path : {base / family.package / file, base / file}) {
      std::error_code error;
      if (std::filesystem::is_regular_file(path, error)) return path.string();
    }
  }
  return {};
}

std::shared_ptr<const Face> Library::Data::load(const std::string& path) {
  std::shared_ptr<const Face>& face = loaded[path];
  if (!face) face = Face::load(path);
  return face;
}

std::shared_ptr<const Face> Library::Data::find(const FaceRequest& request) {
  const auto known = found.find(request);
  if (known != found.end()) return known->second;
  std::shared_ptr<const Face> face;
  if (const Family* family = findFamily(request.family)) {
    for (const int variant : variantOrder(request.bold, request.italic)) {
      const std::string path = findFile(*family, family->files[variant]);
      if (path.empty()) continue;
      face = load(path);
      break;
    }
  }
  found.emplace(request, face);
  return face;
}

Library::Library(std::vector<std::string> folders) : data_(std::make_unique<Data>()) {
  data_->folders = std::move(folders);
  if (data_->folders.empty()) {
    data_->folders.assign(std::begin(kSystemFolders), std::end(kSystemFolders));
  }
}

Library::~Library() = default;

std::shared_ptr<const Face> Library::find(const FaceRequest& request) const {
  const std::lock_guard lock(data_->mutex);
  return data_->find(request);
}

std::shared_ptr<const Face> Library::findFallback(std::u32string_view cluster,
                                                  const FaceRequest& request) const {
  const std::lock_guard lock(data_->mutex);
  for (const std::string_view family : fallbacksFor(request.family)) {
    auto face = data_->find({std::string(family), request.bold, request.italic});
    if (face && face->shows(cluster)) return face;
  }
  return nullptr;
}

}  // namespace chancery::fonts
