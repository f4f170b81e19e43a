#include <algorithm>
#include <charconv>
#include <deque>

#include "diff/align.h"
#include "diff/diff.h"
#include "diff/moves.h"
#include "diff/outline.h"
#include "diff/words.h"

namespace chancery::diff {

using document::Kind;

namespace {

/// Of these there may be any number; everything else is a requisite.
bool isRepeated(const Entry& entry) {
  switch (entry.step.kind) {
    case Kind::appendix:
    case Kind::clause:
    case Kind::paragraph:
    case Kind::heading:
    case Kind::item:
    case Kind::row:
    case Kind::sectionRow:
    case Kind::abbreviation:
    case Kind::note:
      return true;
    default:
      return false;
  }
}

bool hasNumber(const Entry& entry) {
  const Kind kind = entry.step.kind;
  return kind == Kind::clause || kind == Kind::row || kind == Kind::heading ||
         kind == Kind::appendix;
}

Step stepOf(const Entry& before, const Entry& after) {
  Step step = after.step;
  if (hasNumber(after) && before.step.number != step.number) step.numberBefore = before.step.number;
  return step;
}

/// A number in two: "3." and 2 of "3.2".
struct Number {
  std::string_view prefix;
  int last = 0;
};

std::optional<Number> parseNumber(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  const std::string_view last = dot == std::string_view::npos ? text : text.substr(dot + 1);
  Number number{text.substr(0, text.size() - last.size()), 0};
  const auto [end, error] = std::from_chars(last.data(), last.data() + last.size(), number.last);
  if (error != std::errc() || end != last.data() + last.size()) return std::nullopt;
  return number;
}

/// By how much an item's own number shifted; nothing when it did not. What stands before the last
/// dot of a clause's number is its parent's.
std::optional<int> shiftOf(const Entry& before, const Entry& after) {
  constexpr int kOther = 1 << 30;  // became quite another number
  if (!hasNumber(after) || before.step.number == after.step.number) return std::nullopt;
  const auto was = parseNumber(before.step.number), is = parseNumber(after.step.number);
  if (!was || !is) return kOther;
  const bool isNested = after.step.kind == Kind::clause || after.step.kind == Kind::heading;
  if (was->last == is->last && isNested) return std::nullopt;
  return was->prefix == is->prefix || isNested ? is->last - was->last : kOther;
}

std::vector<Item> itemsOf(const std::vector<Entry>& entries) {
  std::vector<Item> items;
  items.reserve(entries.size());
  for (const Entry& entry : entries) {
    const int group = static_cast<int>(entry.step.kind) * 8 + static_cast<int>(entry.step.role);
    items.push_back({entry.hash, group, !isRepeated(entry), entry.words});
  }
  return items;
}

class Comparer {
 public:
  explicit Comparer(WordBook& book) : book_(book) {}

  std::vector<Difference> run(const Entry& before, const Entry& after) {
    compareLists(before.children, after.children, {});
    return joinMoves(std::move(found_), [this](const Entry& was, const Entry& is, const Path& at) {
      std::vector<Found> outer;
      std::swap(outer, found_);
      compare(was, is, at);
      std::swap(outer, found_);
      return outer;
    });
  }

 private:
  static Path below(Path path, const Entry& entry, Step step) {
    if (entry.below) path.push_back(*entry.below);
    path.push_back(std::move(step));
    return path;
  }

  void add(Change change, Path where, std::vector<Piece> words, const Entry* entry = nullptr,
           Path parent = {}) {
    Found found{{change, std::move(where), {}, std::move(words), {}, {}}, entry, std::move(parent)};
    found_.push_back(std::move(found));
  }

  void compareLists(const std::vector<Entry>& before, const std::vector<Entry>& after,
                    const Path& path) {
    const std::vector<Match> matches = align(itemsOf(before), itemsOf(after));
    std::vector<const Match*> matchOf(after.size(), nullptr);
    std::vector<std::ptrdiff_t> afterOf(before.size(), -1);
    for (const Match& match : matches) {
      matchOf[match.after] = &match;
      if (!match.isMoved) afterOf[match.before] = static_cast<std::ptrdiff_t>(match.after);
      if (match.isMoved) afterOf[match.before] = -2;
    }
    std::size_t next = 0;  // the first of `before` not told of yet
    const auto tellRemoved = [&](std::size_t end) {
      for (; next < end; ++next) {
        if (afterOf[next] == -1) remove(before[next], path);
      }
    };
    for (std::size_t j = 0; j < after.size(); ++j) {
      const Match* match = matchOf[j];
      if (!match) {
        this->add(Change::added, below(path, after[j], after[j].step),
                  {{Piece::Kind::added, fullText(after[j])}}, &after[j], path);
      } else if (match->isMoved) {
        move(before[match->before], after[j], path);
      } else {
        tellRemoved(match->before);
        compare(before[match->before], after[j], path);
      }
    }
    tellRemoved(before.size());
    tellNumbers(before, after, matchOf, path);
  }

  void remove(const Entry& entry, const Path& path) {
    add(Change::removed, below(path, entry, entry.step), {{Piece::Kind::removed, fullText(entry)}},
        &entry, path);
  }

  void move(const Entry& before, const Entry& after, const Path& path) {
    add(Change::moved, below(path, after, after.step), {{Piece::Kind::same, fullText(after)}});
    found_.back().difference.from = below(path, before, before.step);
  }

  void compare(const Entry& before, const Entry& after, const Path& parent) {
    if (before.hash == after.hash) return;
    const Path path = below(parent, after, stepOf(before, after));
    if (before.text != after.text) {
      add(Change::changed, path, compareWords(before.text, after.text));
    }
    if (before.stamp != after.stamp) tellStamp(before, after, path);
    if (after.isTable()) return compareTables(before, after, path);
    if (!after.isRow()) return compareLists(before.children, after.children, path);
    for (std::size_t i = 0; i < after.children.size(); ++i) {
      compare(before.children[i], after.children[i], path);
    }
  }

  /// The title of a row of figures or an abbreviation is words; the content of a file is not: of a
  /// file that kept its name, the name is told.
  void tellStamp(const Entry& before, const Entry& after, const Path& path) {
    const Kind kind = after.step.kind;
    if (kind == Kind::series || kind == Kind::abbreviation) {
      add(Change::changed, path, compareWords(before.stamp, after.stamp));
    } else if (before.text == after.text) {
      add(Change::changed, path,
          {{Piece::Kind::removed, before.text}, {Piece::Kind::added, after.text}});
    }
  }

  void compareTables(const Entry& before, const Entry& after, const Path& path) {
    if (before.columns == after.columns) {
      return compareLists(before.children, after.children, path);
    }
    std::vector<std::size_t> was, is;
    matchColumns(before, after, path, was, is);
    kept_.push_back(onlyColumns(before, was, book_));
    const Entry& ofBefore = kept_.back();
    kept_.push_back(onlyColumns(after, is, book_));
    compareLists(ofBefore.children, kept_.back().children, path);
  }

  void tellColumn(Change change, const Column& column, Path path, std::vector<Piece> words) {
    path.push_back({Kind::column, Role::plain, {}, {}, column.title, 0, false});
    add(change, std::move(path), std::move(words));
  }

  /// Tells what became of the columns; `was` and `is` are those that both have.
  void matchColumns(const Entry& before, const Entry& after, const Path& path,
                    std::vector<std::size_t>& was, std::vector<std::size_t>& is) {
    std::vector<bool> isTaken(before.columns.size(), false);
    std::size_t furthest = 0;
    for (std::size_t j = 0; j < after.columns.size(); ++j) {
      const Column& column = after.columns[j];
      const auto found = findColumn(before.columns, isTaken, column);
      if (!found) {
        tellColumn(Change::added, column, path, {{Piece::Kind::added, column.title}});
        continue;
      }
      isTaken[*found] = true;
      was.push_back(*found);
      is.push_back(j);
      const std::string& title = before.columns[*found].title;
      if (title != column.title) {
        tellColumn(Change::changed, column, path, compareWords(title, column.title));
      }
      if (*found < furthest) {
        tellColumn(Change::moved, column, path, {{Piece::Kind::same, column.title}});
      }
      furthest = std::max(furthest, *found);
    }
    for (std::size_t i = 0; i < before.columns.size(); ++i) {
      if (isTaken[i]) continue;
      tellColumn(Change::removed, before.columns[i], path,
                 {{Piece::Kind::removed, before.columns[i].title}});
    }
  }

  static std::optional<std::size_t> findColumn(const std::vector<Column>& columns,
                                               const std::vector<bool>& isTaken,
                                               const Column& wanted) {
    for (const bool byId : {false, true}) {
      for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool isIt = byId ? !wanted.id.empty() && columns[i].id == wanted.id
                               : columns[i].title == wanted.title;
        if (isIt && !isTaken[i]) return i;
      }
    }
    return std::nullopt;
  }

  /// Runs of items whose numbers shifted alike.
  void tellNumbers(const std::vector<Entry>& before, const std::vector<Entry>& after,
                   const std::vector<const Match*>& matchOf, const Path& path) {
    std::optional<int> running;
    for (std::size_t j = 0; j < after.size(); ++j) {
      if (!matchOf[j] || matchOf[j]->isMoved || !hasNumber(after[j])) continue;
      const Entry& was = before[matchOf[j]->before];
      const auto shift = shiftOf(was, after[j]);
      if (shift && shift != running) {
        add(Change::renumbered, below(path, after[j], stepOf(was, after[j])), {});
      }
      if (shift) {
        found_.back().difference.last = after[j].step.number;
        found_.back().difference.lastBefore = was.step.number;
      }
      running = shift;
    }
  }

  WordBook& book_;
  std::vector<Found> found_;
  std::deque<Entry> kept_;  // tables without the columns that only one version has
};

}  // namespace

std::vector<Difference> compare(const Version& before, const Version& after) {
  WordBook book;
  const Entry was = outline(before, book), is = outline(after, book);
  return Comparer(book).run(was, is);
}

}  // namespace chancery::diff
