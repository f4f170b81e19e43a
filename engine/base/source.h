#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chancery {

/// A place in a text file as people count: lines and columns from 1, columns in characters.
/// `line` 0 means that only the file is known.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
};

/// Number of a text kept in `Sources`; 0 is "no source".
using SourceId = std::uint32_t;

/// A byte position in one source.
struct Position {
  SourceId source = 0;
  std::uint32_t offset = 0;

  explicit operator bool() const { return source != 0; }
};

/// Whose words a piece of text is.
enum class Words : std::uint8_t {
  engine,  ///< set by the engine: labels, «№», blanks, page numbers
  stated,  ///< the template's own
  data,    ///< a value of the data, perhaps formatted
  given,   ///< a value that the workflow gives: registration date and number
};

/// Where a piece of a document comes from: the template that states it and the data it shows.
struct Origin {
  Position stated;  ///< the template's (or other XML file's) element, or text, or t:value-of
  Position data;    ///< the data value; for words that are no value, the object they stand for
  Words words = Words::engine;
};

/// The texts of one job (templates, data, profile), kept so that any byte offset can be told as
/// file, line and column. Texts are never moved or dropped while the object lives.
///
/// Threads: not synchronised; one object belongs to one job.
class Sources {
 public:
  Sources() = default;
  Sources(Sources&&) = default;  // a deque's move leaves its texts where they are
  Sources& operator=(Sources&&) = default;

  /// Keeps `text` under the name that diagnostics will show; the result is never 0.
  SourceId add(std::string name, std::string text);

  /// The same without a copy (data may be tens of megabytes): `text` must outlive this object.
  SourceId addBorrowed(std::string name, std::string_view text);

  std::string_view name(SourceId id) const;
  std::string_view text(SourceId id) const;

  /// The place of a byte offset; an unknown source gives an empty place.
  Place place(Position position) const;

 private:
  static constexpr std::uint32_t kBlock = 4096;

  struct Source {
    std::string name;
    std::string kept;       // empty where the text is borrowed
    std::string_view text;  // of `kept`, or of the one who lent it
    // Both are filled by the first call of place().
    mutable std::vector<std::uint32_t> lineStarts;
    mutable std::vector<std::uint32_t> characters;  // before each block of kBlock bytes
  };
  static void index(const Source& source);
  static std::uint32_t charactersBefore(const Source& source, std::uint32_t offset);

  std::deque<Source> sources_;
};

}  // namespace chancery
