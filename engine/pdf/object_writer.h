#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/deflater.h"

namespace chancery::pdf {

/// How a file stores its objects. Source: ISO 32000-1, 7.5.4, 7.5.7, 7.5.8.
enum class FileForm {
  classical,  ///< PDF 1.4: every object plain, a cross reference table
  compact,    ///< PDF 1.7: object streams, a cross reference stream
};

/// Puts a file together object by object. Numbers are reserved first, so that objects may refer to
/// later ones; every reserved number must be written once.
class ObjectWriter {
 public:
  ObjectWriter(FileForm form, Deflater& deflater);

  /// The first of `count` consecutive new object numbers.
  int reserve(int count = 1);

  /// Begins an object; its text is to be appended to the result, then `close` called. Compact
  /// files gather such objects in object streams.
  std::string& open(int number);
  /// Like `open`, but always plain in the file: for what compresses badly or must be found early.
  std::string& openPlain(int number);
  void close();

  /// A stream of bytes as they are; `entries` is the dictionary's text but for Length.
  void addStream(int number, std::string_view entries, std::string_view bytes);
  /// A stream of bytes that are deflated already.
  void addDeflated(int number, std::string_view entries, std::string_view bytes);
  /// Deflates and writes a stream.
  void addCompressed(int number, std::string_view entries, std::string_view bytes,
                     Effort effort = Effort::thorough);

  /// What comes from here on tells one document from another: the hash of it is the file's ID.
  void beginIdentity() { identityStart_ = file_.size(); }

  /// Ends the file and gives its bytes.
  std::string finish(int root, int info);

 private:
  struct Entry {
    enum class Kind : std::uint8_t { missing, plain, packed } kind = Kind::missing;
    std::uint64_t where = 0;  // plain: offset in the file; packed: number of the object stream
    std::uint32_t index = 0;  // packed: place in the object stream
  };

  Entry& newEntry(int number);
  void flushPacked();
  std::string makeId() const;
  void addTable(std::string_view trailer);
  void addTableStream(int number, std::string_view trailer);

  FileForm form_;
  Deflater& deflater_;
  std::string file_;
  std::deque<Entry> entries_;   // by number; 0 is never used
  std::size_t identityStart_ = 0;
  bool packing_ = false;  // the open object goes to packed_
  int packedStream_ = 0;  // number of the object stream under way, 0 = none
  std::uint32_t packedCount_ = 0;
  std::string packedHeader_;
  std::string packed_;
};

}  // namespace chancery::pdf
