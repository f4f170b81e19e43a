// Our layout against that of LibreOffice, which reads the DOCX of the same document: one rule a
// document, so that a rule is known before a page is judged. Runs under `ctest -L oracle`.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <regex>

#include "base/file.h"
#include "build.h"
#include "calibration.h"
#include "docx/writer.h"
#include "support/temp_folder.h"

namespace chancery::layout {
namespace {

constexpr std::uint64_t kLargestReport = 64 << 20;

// How far below the baseline pdftotext says that a word of LibreOffice's font reaches, of its size.
constexpr double kBoxBelow = 0.35;

struct Word {
  double x = 0, bottom = 0;  // points
  std::string text;
};
using PageWords = std::map<int, std::vector<Word>>;

bool installed(const std::string& program) {
  return std::system(("command -v " + program + " > /dev/null 2>&1").c_str()) == 0;
}

std::string unescaped(std::string text) {
  for (const auto& [from, to] : {std::pair{"&quot;", "\""}, {"&lt;", "<"}, {"&amp;", "&"}}) {
    for (std::size_t at; (at = text.find(from)) != std::string::npos;) {
      text.replace(at, std::string(from).size(), to);
    }
  }
  return text;
}

// What `pdftotext -bbox` says.
PageWords parseWords(const std::string& report) {
  static const std::regex word(
      "<word xMin=\"([-0-9.]+)\" yMin=\"[-0-9.]+\" xMax=\"[-0-9.]+\" "
      "yMax=\"([-0-9.]+)\">(.*)</word>");
  PageWords words;
  int page = 0;
  std::size_t begin = 0;
  while (begin < report.size()) {
    const std::size_t end = std::min(report.find('\n', begin), report.size());
    const std::string line = report.substr(begin, end - begin);
    begin = end + 1;
    std::smatch match;
    if (line.find("<page ") != std::string::npos) {
      words[++page];
    } else if (std::regex_search(line, match, word)) {
      words[page].push_back({std::stod(match[1]), std::stod(match[2]), unescaped(match[3])});
    }
  }
  return words;
}

// Letter-spaced words come apart in the report, and leader dots stick to words: the beginning of
// either is enough.
bool stands(const std::vector<Word>& words, double x, double bottom, const std::string& text) {
  return std::any_of(words.begin(), words.end(), [&](const Word& word) {
    return std::abs(word.x - x) < 1.0 && std::abs(word.bottom - bottom) < 1.5 &&
           (text.starts_with(word.text) || word.text.starts_with(text + "."));
  });
}

struct Agreement {
  int lines = 0;
  int same = 0;
  std::string different;
};

void compare(const std::string& name, const pages::Pages& ours, const PageWords& theirs,
             Agreement& total) {
  EXPECT_EQ(ours.pages.size(), theirs.size()) << name << ": pages";
  for (std::size_t i = 0; i < ours.pages.size(); ++i) {
    const auto words = theirs.find(static_cast<int>(i) + 1);
    const pages::Page& page = ours.pages[i];
    const pages::TextRun* before = nullptr;
    for (const pages::TextRun& run : page.runs) {
      const bool sameLine =
          before && before->y == run.y && before->x < run.x && before->element == run.element;
      before = &run;
      std::string text = page.text.substr(run.textOffset, run.textLength);
      text = text.substr(0, std::min(text.find(' '), text.find("\u00A0")));
      if (sameLine || text.empty()) continue;
      ++total.lines;
      const double bottom = run.y.toPt() + run.size.toPt() * kBoxBelow;
      if (words != theirs.end() && stands(words->second, run.x.toPt(), bottom, text)) {
        ++total.same;
      } else {
        total.different += name + ": page " + std::to_string(i + 1) + " «" + text + "» at " +
                           std::to_string(run.x.toPt()) + " " + std::to_string(bottom) + "\n";
      }
    }
  }
}

// A few files at a time: LibreOffice holds all that it has opened.
void convert(const std::string& folder, const std::vector<std::string>& files) {
  constexpr std::size_t kAtOnce = 40;
  const std::string program = "soffice --headless --norestore -env:UserInstallation=file://" +
                              folder + "/profile --convert-to pdf:writer_pdf_Export --outdir " +
                              folder;
  for (std::size_t begin = 0; begin < files.size(); begin += kAtOnce) {
    std::string command = program;
    for (std::size_t i = begin; i < std::min(begin + kAtOnce, files.size()); ++i) {
      command += " " + files[i];
    }
    EXPECT_EQ(std::system((command + " > /dev/null 2>&1").c_str()), 0);
  }
}

TEST(LayoutOracle, LinesAndPagesBreakAsInLibreOffice) {
  if (std::getenv("CHANCERY_ORACLE") == nullptr) GTEST_SKIP() << "runs under ctest -L oracle";
  if (!installed("soffice") || !installed("pdftotext")) {
    GTEST_SKIP() << "SKIPPED: no soffice or pdftotext (packages libreoffice-writer, poppler-utils)";
  }
  const testing::TempFolder folder;
  const std::string path = folder.path().string();
  const auto rules = test::calibrationRules();
  std::vector<pages::Pages> ours;
  std::vector<std::string> files;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const auto laid = test::layout(rules[i].document);
    ours.push_back(laid.result.pages);
    files.push_back(path + "/" + std::to_string(i) + ".docx");
    writeFile(files.back(), docx::write(rules[i].document, laid.result.resolved, {}));
  }
  convert(path, files);

  Agreement total;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::string pdf = path + "/" + std::to_string(i);
    if (std::system(("pdftotext -bbox " + pdf + ".pdf " + pdf + ".html").c_str()) != 0) {
      ADD_FAILURE() << rules[i].name << ": LibreOffice made no PDF";
      continue;
    }
    compare(rules[i].name, ours[i], parseWords(readFile(pdf + ".html", kLargestReport)), total);
  }
  std::printf("%zu rules, %d lines, %.4f begin at the same place\n", rules.size(), total.lines,
              static_cast<double>(total.same) / total.lines);
  std::printf("%s", total.different.c_str());
  EXPECT_GE(total.same, total.lines * 99 / 100) << total.different;
}

}  // namespace
}  // namespace chancery::layout
