#pragma once

#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace chancery {

/// A file written piece by piece that appears whole or not at all, as by writeFile. Without
/// `finish` nothing of it stays. Errors: WorldError.
class FileWriter {
 public:
  explicit FileWriter(std::filesystem::path path);
  ~FileWriter();
  FileWriter(const FileWriter&) = delete;
  FileWriter& operator=(const FileWriter&) = delete;

  void write(std::string_view bytes);
  /// Syncs the bytes and gives the file its name.
  void finish();

 private:
  std::filesystem::path path_;
  std::filesystem::path temporary_;
  std::FILE* file_ = nullptr;
};

/// Reads a file line by line; lines end in LF. Errors: WorldError.
class LineReader {
 public:
  /// @param limit of bytes in a line; a longer one is an error
  LineReader(std::filesystem::path path, std::size_t limit);
  ~LineReader();
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

  /// The next line with its LF; false after the last one. The text of a file that does not end in
  /// LF is a line without it.
  bool next(std::string& line);

 private:
  std::filesystem::path path_;
  std::size_t limit_;
  std::FILE* file_ = nullptr;
  std::string buffer_;
  std::size_t begin_ = 0;
};

}  // namespace chancery
