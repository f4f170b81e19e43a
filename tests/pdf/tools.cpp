#include "pdf/tools.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace chancery::pdf_test {

Outcome run(const std::string& command) {
  Outcome outcome;
  FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
  if (!pipe) return outcome;
  char buffer[4096];
  for (std::size_t n; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) {
    outcome.text.append(buffer, n);
  }
  const int status = ::pclose(pipe);
  outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return outcome;
}

TemporaryFile::TemporaryFile(const std::string& bytes, const std::string& ending) {
  static std::atomic<int> count{0};
  path_ = (std::filesystem::temp_directory_path() /
           ("chancery-pdf-" + std::to_string(::getpid()) + "-" + std::to_string(++count) + ending))
              .string();
  std::ofstream(path_, std::ios::binary) << bytes;
}

TemporaryFile::~TemporaryFile() {
  std::error_code error;
  std::filesystem::remove(path_, error);
}

std::string bytesOf(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

std::string runOn(const std::string& pdf, const std::string& command) {
  const TemporaryFile file(pdf);
  std::string line = command;
  line.replace(line.find("{}"), 2, file.path());
  const Outcome outcome = run(line);
  EXPECT_EQ(outcome.code, 0) << line << '\n' << outcome.text;
  return outcome.text;
}

std::string words(const std::string& text) {
  std::istringstream in(text);
  std::string result;
  for (std::string word; in >> word;) result += (result.empty() ? "" : " ") + word;
  return result;
}

}  // namespace chancery::pdf_test
