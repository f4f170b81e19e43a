#include "base/stream.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>

#include "base/error.h"
#include "base/file.h"

namespace chancery {
namespace {

constexpr std::size_t kPiece = 1 << 18;

}  // namespace

FileWriter::FileWriter(std::filesystem::path path) : path_(std::move(path)) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path_, ignored)) {
    throw WorldError("write", path_.string(), "it is a folder");
  }
  std::string name = (path_.parent_path() / ".chancery-XXXXXX").string();
  const int descriptor = ::mkstemp(name.data());
  file_ = descriptor < 0 ? nullptr : ::fdopen(descriptor, "wb");
  if (!file_) throw systemError("write", path_.string());
  temporary_ = name;
}

FileWriter::~FileWriter() {
  if (!file_) return;
  std::fclose(file_);
  ::unlink(temporary_.c_str());
}

void FileWriter::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) {
    throw systemError("write", path_.string());
  }
}

void FileWriter::finish() {
  const int descriptor = ::fileno(file_);
  if (std::fflush(file_) != 0 || ::fchmod(descriptor, 0644) != 0 || ::fsync(descriptor) != 0 ||
      ::rename(temporary_.c_str(), path_.c_str()) != 0) {
    throw systemError("write", path_.string());
  }
  std::fclose(file_);
  file_ = nullptr;
  syncFolder(path_.parent_path());
}

LineReader::LineReader(std::filesystem::path path, std::size_t limit)
    : path_(std::move(path)), limit_(limit), file_(std::fopen(path_.c_str(), "rb")) {
  if (!file_) throw systemError("open", path_.string());
}

LineReader::~LineReader() {
  std::fclose(file_);
}

bool LineReader::next(std::string& line) {
  std::size_t from = begin_;
  for (;;) {
    const std::size_t end = buffer_.find('\n', from);
    if (end != std::string::npos) {
      line.assign(buffer_, begin_, end + 1 - begin_);
      begin_ = end + 1;
      return true;
    }
    buffer_.erase(0, begin_);
    begin_ = 0;
    from = buffer_.size();
    if (from > limit_) throw WorldError("read", path_.string(), "a line is too long");
    buffer_.resize(from + kPiece);
    const std::size_t count = std::fread(buffer_.data() + from, 1, kPiece, file_);
    buffer_.resize(from + count);
    if (count > 0) continue;
    if (std::ferror(file_)) throw systemError("read", path_.string());
    line = std::move(buffer_);
    buffer_.clear();
    return !line.empty();
  }
}

}  // namespace chancery
