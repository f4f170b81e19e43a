#pragma once

#include <string>

namespace chancery::pdf_test {

/// What a program printed (both streams) and its exit code.
struct Outcome {
  int code = -1;
  std::string text;
};

/// Runs a shell command. A program that is not installed is code 127.
Outcome run(const std::string& command);

/// A file of the test's own, removed when the object goes.
class TemporaryFile {
 public:
  TemporaryFile(const std::string& bytes, const std::string& ending = ".pdf");
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string bytesOf(const std::string& path);

/// The output of a command on a PDF; "{}" stands for its path. The test fails when the command
/// does not end with code 0.
std::string runOn(const std::string& pdf, const std::string& command);

/// The words of a text with single spaces between.
std::string words(const std::string& text);

}  // namespace chancery::pdf_test
