#include "power.h"

#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <new>
#include <sstream>

namespace chancery::effects {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSector = 512;

std::string bytesOf(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

struct Disk {
  sqlite3_vfs* real = nullptr;
  int left = -1;
  int made = 0;
  bool hasFailed = false;
  std::map<std::string, std::string> synced;  ///< by path

  // The result of a sync.
  int sync(const std::string& path) {
    ++made;
    if (left == 0) hasFailed = true;
    if (left > 0) --left;
    if (hasFailed) return SQLITE_IOERR_FSYNC;
    synced[path] = bytesOf(path);
    return SQLITE_OK;
  }
};

Disk* disk = nullptr;

/// A file of ours; that of the real VFS lies behind it.
struct File {
  sqlite3_file base;
  std::string* path;  ///< null: a temporary one
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File& fileOf(sqlite3_file* file) {
  return *reinterpret_cast<File*>(file);
}
const sqlite3_io_methods& methodsOf(sqlite3_file* file) {
  return *fileOf(file).real()->pMethods;
}

int closeFile(sqlite3_file* file) {
  const int result = methodsOf(file).xClose(fileOf(file).real());
  delete fileOf(file).path;
  return result;
}
int readFile(sqlite3_file* file, void* bytes, int count, sqlite3_int64 offset) {
  if (disk->hasFailed) return SQLITE_IOERR_READ;
  return methodsOf(file).xRead(fileOf(file).real(), bytes, count, offset);
}
int writeFile(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
  if (disk->hasFailed) return SQLITE_IOERR_WRITE;
  return methodsOf(file).xWrite(fileOf(file).real(), bytes, count, offset);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
  if (disk->hasFailed) return SQLITE_IOERR_TRUNCATE;
  return methodsOf(file).xTruncate(fileOf(file).real(), size);
}
int syncFile(sqlite3_file* file, int) {
  return fileOf(file).path ? disk->sync(*fileOf(file).path) : SQLITE_OK;
}
int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) {
  return methodsOf(file).xFileSize(fileOf(file).real(), size);
}
int lockFile(sqlite3_file* file, int level) {
  return methodsOf(file).xLock(fileOf(file).real(), level);
}
int unlockFile(sqlite3_file* file, int level) {
  return methodsOf(file).xUnlock(fileOf(file).real(), level);
}
int checkLock(sqlite3_file* file, int* result) {
  return methodsOf(file).xCheckReservedLock(fileOf(file).real(), result);
}
int controlFile(sqlite3_file* file, int operation, void* argument) {
  return methodsOf(file).xFileControl(fileOf(file).real(), operation, argument);
}
int sectorSize(sqlite3_file* file) {
  return methodsOf(file).xSectorSize(fileOf(file).real());
}
int characteristics(sqlite3_file*) {
  return 0;  // nothing is promised
}
int mapShared(sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
  return methodsOf(file).xShmMap(fileOf(file).real(), region, size, extend, memory);
}
int lockShared(sqlite3_file* file, int offset, int count, int flags) {
  return methodsOf(file).xShmLock(fileOf(file).real(), offset, count, flags);
}
void barrier(sqlite3_file* file) {
  methodsOf(file).xShmBarrier(fileOf(file).real());
}
int unmapShared(sqlite3_file* file, int remove) {
  return methodsOf(file).xShmUnmap(fileOf(file).real(), remove);
}

constexpr sqlite3_io_methods kMethods = {
    2,          closeFile,  readFile,    writeFile,   truncateFile, syncFile,        sizeOfFile,
    lockFile,   unlockFile, checkLock,   controlFile, sectorSize,   characteristics, mapShared,
    lockShared, barrier,    unmapShared, nullptr,     nullptr};

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
  File& ours = fileOf(file);
  ours.base.pMethods = nullptr;
  if (disk->hasFailed) return SQLITE_CANTOPEN;
  const bool isNew = name && !fs::exists(name);
  const int result = disk->real->xOpen(disk->real, name, ours.real(), flags, outFlags);
  if (result != SQLITE_OK) return result;
  ours.path = name ? new std::string(name) : nullptr;
  ours.base.pMethods = &kMethods;
  if (name) disk->synced.try_emplace(name, isNew ? std::string() : bytesOf(name));
  return SQLITE_OK;
}
int deleteFile(sqlite3_vfs*, const char* name, int sync) {
  if (disk->hasFailed) return SQLITE_IOERR_DELETE;
  disk->synced.erase(name);
  return disk->real->xDelete(disk->real, name, sync);
}

}  // namespace

struct Power::Vfs {
  sqlite3_vfs table{};
  Disk disk;
};

Power::Power() : vfs_(std::make_unique<Vfs>()) {
  disk = &vfs_->disk;
  disk->real = sqlite3_vfs_find(nullptr);
  vfs_->table = *disk->real;
  vfs_->table.zName = "power";
  vfs_->table.szOsFile = static_cast<int>(sizeof(File)) + disk->real->szOsFile;
  vfs_->table.pNext = nullptr;
  vfs_->table.xOpen = openFile;
  vfs_->table.xDelete = deleteFile;
  sqlite3_vfs_register(&vfs_->table, 1);
}

Power::~Power() {
  sqlite3_vfs_unregister(&vfs_->table);
  sqlite3_vfs_register(vfs_->disk.real, 1);
  disk = nullptr;
}

void Power::failAfter(int syncs) {
  vfs_->disk.left = syncs;
}

bool Power::hasFailed() const {
  return vfs_->disk.hasFailed;
}

int Power::syncs() const {
  return vfs_->disk.made;
}

void Power::comeBack(std::uint64_t seed) {
  for (auto& [path, synced] : vfs_->disk.synced) {
    const std::string written = bytesOf(path);
    if (seed != 0) synced.resize(written.size(), '\0');
    for (std::size_t at = 0; seed != 0 && at < written.size(); at += kSector) {
      seed = seed * 6364136223846793005u + 1442695040888963407u;
      if (seed >> 63) synced.replace(at, kSector, written, at, kSector);
    }
    std::ofstream(path, std::ios::binary | std::ios::trunc) << synced;
    fs::remove(path + "-shm");
  }
  vfs_->disk.left = -1;
  vfs_->disk.hasFailed = false;
}

}  // namespace chancery::effects
