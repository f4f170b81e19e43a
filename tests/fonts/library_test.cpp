#include "fonts/library.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <thread>

namespace chancery::fonts {
namespace {

namespace fs = std::filesystem;

std::string fileOf(const std::shared_ptr<const Face>& face) {
  return face ? fs::path(face->path()).filename().string() : "none";
}

/// A folder of fonts of our own, linked from the system's.
class OwnFolder {
 public:
  OwnFolder() : path_(fs::temp_directory_path() / ("chancery-fonts-" + std::to_string(getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~OwnFolder() { fs::remove_all(path_); }
  void add(const std::string& source, const std::string& name) const {
    fs::create_directories((path_ / name).parent_path());
    fs::create_symlink("/usr/share/fonts/truetype/" + source, path_ / name);
  }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

struct Expected {
  const char* family;
  const char* files[4];
};

class Families : public testing::TestWithParam<Expected> {};

TEST_P(Families, HaveFourFaces) {
  const Library library;
  const Expected& expected = GetParam();
  for (int i = 0; i < 4; ++i) {
    const FaceRequest request{expected.family, (i & 1) != 0, (i & 2) != 0};
    EXPECT_EQ(fileOf(library.find(request)), expected.files[i]) << expected.family << ' ' << i;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Library, Families,
    testing::Values(Expected{"Tinos",
                             {"Tinos-Regular.ttf", "Tinos-Bold.ttf", "Tinos-Italic.ttf",
                              "Tinos-BoldItalic.ttf"}},
                    Expected{"Times New Roman",
                             {"Tinos-Regular.ttf", "Tinos-Bold.ttf", "Tinos-Italic.ttf",
                              "Tinos-BoldItalic.ttf"}},
                    Expected{"arial",
                             {"Arimo-Regular.ttf", "Arimo-Bold.ttf", "Arimo-Italic.ttf",
                              "Arimo-BoldItalic.ttf"}},
                    Expected{"COURIER NEW",
                             {"Cousine-Regular.ttf", "Cousine-Bold.ttf", "Cousine-Italic.ttf",
                              "Cousine-BoldItalic.ttf"}},
                    Expected{"Liberation Serif",
                             {"LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf",
                              "LiberationSerif-Italic.ttf", "LiberationSerif-BoldItalic.ttf"}},
                    Expected{"Liberation Sans",
                             {"LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf",
                              "LiberationSans-Italic.ttf", "LiberationSans-BoldItalic.ttf"}},
                    Expected{"Liberation Mono",
                             {"LiberationMono-Regular.ttf", "LiberationMono-Bold.ttf",
                              "LiberationMono-Italic.ttf", "LiberationMono-BoldItalic.ttf"}},
                    Expected{"PT Serif", {"PTF55F.ttf", "PTF75F.ttf", "PTF56F.ttf", "PTF76F.ttf"}},
                    Expected{"PT Sans", {"PTS55F.ttf", "PTS75F.ttf", "PTS56F.ttf", "PTS76F.ttf"}},
                    Expected{"PT Mono", {"PTM55F.ttf", "PTM75F.ttf", "PTM55F.ttf", "PTM75F.ttf"}},
                    Expected{"DejaVu Serif",
                             {"DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf", "DejaVuSerif-Italic.ttf",
                              "DejaVuSerif-BoldItalic.ttf"}},
                    Expected{"DejaVu Sans",
                             {"DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf",
                              "DejaVuSans-BoldOblique.ttf"}},
                    Expected{"DejaVu Sans Mono",
                             {"DejaVuSansMono.ttf", "DejaVuSansMono-Bold.ttf",
                              "DejaVuSansMono-Oblique.ttf", "DejaVuSansMono-BoldOblique.ttf"}}),
    [](const auto& family) {
      std::string name = family.param.family;
      std::erase(name, ' ');
      return name;
    });

TEST(Library, UnknownFamilyIsNone) {
  EXPECT_EQ(Library().find({"Comic Sans MS", false, false}), nullptr);
  EXPECT_EQ(Library().find({"", false, false}), nullptr);
}

TEST(Library, OneFileIsLoadedOnce) {
  const Library library;
  const auto face = library.find({"Tinos", false, false});
  EXPECT_EQ(library.find({"Tinos", false, false}), face);
  EXPECT_EQ(library.find({"Times New Roman", false, false}), face);
}

TEST(Library, LooksIntoTheFoldersGivenOnly) {
  const OwnFolder folder;
  folder.add("croscore/Tinos-Regular.ttf", "Tinos-Regular.ttf");
  folder.add("paratype/PTF55F.ttf", "paratype/PTF55F.ttf");
  const Library library({folder.path()});
  EXPECT_EQ(library.find({"Tinos", false, false})->path(), folder.path() + "/Tinos-Regular.ttf");
  EXPECT_EQ(library.find({"PT Serif", false, false})->path(),
            folder.path() + "/paratype/PTF55F.ttf");
  EXPECT_EQ(library.find({"Arimo", false, false}), nullptr);
}

TEST(Library, EarlierFolderWins) {
  const OwnFolder folder;
  folder.add("croscore/Tinos-Regular.ttf", "first/Tinos-Regular.ttf");
  folder.add("croscore/Tinos-Regular.ttf", "second/Tinos-Regular.ttf");
  const Library library({folder.path() + "/first", folder.path() + "/second"});
  EXPECT_EQ(library.find({"Tinos", false, false})->path(),
            folder.path() + "/first/Tinos-Regular.ttf");
}

TEST(Library, MissingVariantFallsBackToTheNearest) {
  const OwnFolder folder;
  folder.add("croscore/Tinos-Regular.ttf", "Tinos-Regular.ttf");
  folder.add("croscore/Tinos-Bold.ttf", "Tinos-Bold.ttf");
  folder.add("croscore/Arimo-Italic.ttf", "Arimo-Italic.ttf");
  folder.add("croscore/Cousine-BoldItalic.ttf", "Cousine-BoldItalic.ttf");
  const Library library({folder.path()});
  EXPECT_EQ(fileOf(library.find({"Tinos", true, true})), "Tinos-Bold.ttf");
  EXPECT_EQ(fileOf(library.find({"Tinos", false, true})), "Tinos-Regular.ttf");
  EXPECT_EQ(fileOf(library.find({"Arimo", false, false})), "Arimo-Italic.ttf");
  EXPECT_EQ(fileOf(library.find({"Cousine", true, false})), "Cousine-BoldItalic.ttf");
}

TEST(Library, FallbackHasTheCharacter) {
  const Library library;
  EXPECT_EQ(fileOf(library.findFallback(U"₽", {"Liberation Serif", false, false})),
            "Tinos-Regular.ttf");
  EXPECT_EQ(fileOf(library.findFallback(U"₽", {"Liberation Serif", true, false})),
            "Tinos-Bold.ttf");
  EXPECT_EQ(fileOf(library.findFallback(U"☎", {"Tinos", false, false})), "DejaVuSans.ttf");
  EXPECT_EQ(fileOf(library.findFallback(U"☎", {"Tinos", true, false})), "DejaVuSans-Bold.ttf");
}

TEST(Library, FallbackResemblesTheFamilyAskedFor) {
  const Library library;
  const auto fallback = [&](const char* family, std::u32string_view cluster) {
    return fileOf(library.findFallback(cluster, {family, false, false}));
  };
  EXPECT_EQ(fallback("PT Serif", U"а"), "Tinos-Regular.ttf");
  EXPECT_EQ(fallback("Шрифт, которого нет", U"а"), "Tinos-Regular.ttf");
  EXPECT_EQ(fallback("Arial", U"а"), "Arimo-Regular.ttf");
  EXPECT_EQ(fallback("Liberation Sans", U"а"), "Arimo-Regular.ttf");
  EXPECT_EQ(fallback("PT Sans", U"☎"), "DejaVuSans.ttf");
  EXPECT_EQ(fallback("Courier New", U"а"), "Cousine-Regular.ttf");
  EXPECT_EQ(fallback("DejaVu Sans Mono", U"а"), "Cousine-Regular.ttf");
  EXPECT_EQ(fallback("PT Mono", U"☎"), "DejaVuSansMono.ttf");
  EXPECT_EQ(fallback("Tinos", U"↖"), "DejaVuSerif.ttf") << "serifs go before the lack of them";
  EXPECT_EQ(fallback("Arimo", U"↖"), "DejaVuSans.ttf");
}

TEST(Library, FallbackHasTheWholeCluster) {
  const Library library;
  EXPECT_EQ(fileOf(library.findFallback(U"а\u0304", {"PT Serif", false, false})),
            "Tinos-Regular.ttf");
  EXPECT_EQ(fileOf(library.findFallback(U"а\u20D0", {"Tinos", false, false})), "DejaVuSans.ttf");
  EXPECT_EQ(library.findFallback(U"а\U000E0FFF", {"Tinos", false, false}), nullptr);
}

TEST(Library, NoFallbackForACharacterThatNobodyHas) {
  EXPECT_EQ(Library().findFallback(U"\U000E0FFF", {"Tinos", false, false}), nullptr);
}

TEST(Library, ServesSeveralThreads) {
  const Library library;
  std::vector<std::shared_ptr<const Face>> found(8);
  std::vector<std::thread> threads;
  for (auto& face : found) {
    threads.emplace_back([&] {
      face = library.find({"PT Serif", true, false});
      EXPECT_EQ(face->characterFor(face->glyphFor(U'Ж')), U'Ж');
    });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& face : found) EXPECT_EQ(face, found[0]);
}

}  // namespace
}  // namespace chancery::fonts
