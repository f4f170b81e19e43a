#pragma once

#include <map>
#include <string>
#include <vector>

#include "document/document.h"

/// What changed between two versions of a document, as a reader of the paper sees it: by clause, by
/// row of a table, by requisite.
namespace chancery::diff {

enum class Change {
  added,
  removed,
  changed,     ///< its words
  moved,       ///< stands elsewhere, its words are the same
  renumbered,  ///< a run of clauses, rows or appendices whose numbers alone shifted
};

/// What a step names beside its kind.
enum class Role {
  plain,
  measure,      ///< a row of a road map
  preamble,     ///< a paragraph before the clauses of an order
  caption,      ///< of a table, figure or chart
  file,         ///< the name and the content of a picture or of pages
  description,  ///< of a picture, in words
};

/// One step of the way to a place: an appendix, a heading, a clause, a row, a column …
struct Step {
  document::Kind kind = document::Kind::document;
  Role role = Role::plain;
  std::string number;        ///< "2.1"; of what was removed its old one; "" = has none
  std::string numberBefore;  ///< "" = the same as `number`
  std::string title;         ///< of a column, a heading, a table
  int row = 0;               ///< of a row: its place in the table, from 1
  bool isOnly = false;       ///< the only one there: not named on the way to something inside it

  bool operator==(const Step&) const = default;
};
using Path = std::vector<Step>;

/// A stretch of a text that both versions have, or one of them.
struct Piece {
  enum class Kind { same, removed, added };
  Kind kind = Kind::same;
  std::string text;

  bool operator==(const Piece&) const = default;
};

struct Difference {
  Change change = Change::changed;
  Path where;                ///< in the later version; in the earlier one for what was removed
  Path from;                 ///< moved: where it stood
  std::vector<Piece> words;  ///< changed: both texts; added, removed, moved: one piece, its text
  std::string last;          ///< renumbered: the number of the run's last one, now and before
  std::string lastBefore;
};

/// A version of a document: its tree, marks and typography done, and the content (as any hash) of
/// the files that it shows.
struct Version {
  const document::Node& document;
  std::map<std::string, std::string> files = {};
};

/// The differences in the order of the later version.
///
/// Clauses, rows and blocks are matched first by equal content, then by likeness of their words, so
/// that an insertion at the top leaves the rest alone. Numbers that the engine counts or that stand
/// in a column «№» take no part in it. What only the look of a page depends on (widths of columns,
/// orientation, bold type) is not compared.
/// Cost: about linear in what is equal; in long lists that differ everywhere items are matched by
/// rare words, without trying every pair (align.h).
/// Threads: pure.
std::vector<Difference> compare(const Version& before, const Version& after);

}  // namespace chancery::diff
