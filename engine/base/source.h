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

/// Where a piece of a document comes from: the template that states it and the data it shows.
struct Origin {
  Position stated;  ///< the template's (or other XML file's) element
  Position data;    ///< the data value, where there is one
};

/// The texts of one job (templates, data, profile), kept so that any byte offset can be told as
/// file, line and column. Texts are never moved or dropped while the object lives.
///
/// Threads: not synchronised; one object belongs to one job.
class Sources {
 public:
  /// Keeps `text` under the name that diagnostics will show; the result is never 0.
  SourceId add(std::string name, std::string text);

  std::string_view name(SourceId id) const;
  std::string_view text(SourceId id) const;

  /// The place of a byte offset; an unknown source gives an empty place.
  Place place(Position position) const;

 private:
  struct Source {
    std::string name;
    std::string text;
    mutable std::vector<std::uint32_t> lineStarts;  // filled by the first call of place()
  };
  std::deque<Source> sources_;
};

}  // namespace chancery
