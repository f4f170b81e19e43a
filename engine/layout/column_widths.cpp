#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "layout/messages.h"
#include "layout/table.h"

namespace chancery::layout {
namespace {

// So much more than text needs do columns get, lest rounding elsewhere break a word that fits.
constexpr std::int64_t kSlack = 10;

// A text wider than this (half a kilometre) weighs no more; keeps products below 2^62.
constexpr std::int64_t kWidest = 1'000'000'000;

// What is known of one column, in twips; text with padding and border.
struct ColumnNeed {
  std::int64_t least = 0;  // the longest word
  std::int64_t most = 0;   // the longest line
  std::int64_t total = 0;  // of the longest lines of all cells: how much text there is
  std::int64_t cells = 0;
};

// Of a value below 2^62.
std::int64_t integerRoot(std::int64_t value) {
  std::int64_t root = 0;
  for (std::int64_t bit = std::int64_t{1} << 30; bit > 0; bit >>= 1) {
    const std::int64_t trial = root + bit;
    if (trial * trial <= value) root = trial;
  }
  return root;
}

std::int64_t twipsUp(Length length) {
  return (length.toEmu() + Length::kEmuPerTwip - 1) / Length::kEmuPerTwip;
}

// Text amount of a cell: the length of its paragraphs one after another.
struct CellNeed {
  ContentWidth width;
  Length total;
};

// @param keep what was shaped serves for the rows too
CellNeed measure(Context& context, const format::Cell& cell, bool keep) {
  CellNeed need;
  const auto add = [&](const ContentWidth& width) {
    need.width.least = std::max(need.width.least, width.least);
    need.width.most = std::max(need.width.most, width.most);
    need.total += width.most;
  };
  const auto addParagraph = [&](const format::Paragraph& paragraph) {
    if (keep && isTextOnly(paragraph)) {
      auto box = std::make_shared<ParagraphBox>();
      collect(context, paragraph, {}, *box);
      add(contentWidth(context, *box));
      context.measured.push_back({&paragraph, std::move(box)});
      return;
    }
    ParagraphBox box;
    collect(context, paragraph, {}, box);
    add(contentWidth(context, box));
  };
  for (const format::Block& block : cell.blocks) {
    if (const auto* paragraph = std::get_if<format::Paragraph>(&block)) {
      addParagraph(*paragraph);
    } else if (const auto* table = std::get_if<format::Table>(&block)) {
      add(contentWidth(context, *table));
    } else {
      for (const auto& line : std::get<format::Contents>(block).lines) addParagraph(line);
    }
  }
  return need;
}

// Text of one cell among the rows that are looked at closely.
struct SampleCell {
  std::size_t column = 0;
  std::int64_t total = 0;  // length of its text on one line, twips
  std::int64_t paragraphs = 1;
};
using SampleRow = std::vector<SampleCell>;

constexpr std::size_t kMostSampleRows = 96;

// The shaped text of the rows waits for them: about 3 KB a row, given back as pages grow. A longer
// table is shaped twice instead.
constexpr std::size_t kMostKeptRows = 200'000;

class Needs {
 public:
  Needs(Context& context, const format::Table& table, bool keep);
  std::vector<ColumnNeed> columns;
  std::vector<SampleRow> sample;
  std::int64_t extra() const { return extra_; }

 private:
  struct Spanning {
    std::size_t column, count;
    std::int64_t least, most;
  };
  void addRow(Context& context, const format::Row& row, bool sampled);
  void spread(const Spanning& cell);

  const format::Table& table_;
  bool keep_;
  std::int64_t extra_;
  std::vector<int> covered_;  // rows that a cell from above still takes, by column
  std::vector<Spanning> spanning_;
};

Needs::Needs(Context& context, const format::Table& table, bool keep) : table_(table), keep_(keep) {
  columns.resize(table.columns.size());
  covered_.resize(table.columns.size());
  const Length border = toTwips(table.border);
  const Length padding = std::max(toTwips(table.paddingX) - border / 2, Length());
  extra_ = twipsUp(border + padding * 2) + kSlack;
  for (ColumnNeed& column : columns) column.least = column.most = extra_;
  const std::size_t step = table.rows.size() / kMostSampleRows + 1;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    addRow(context, table.rows[i], i % step == 0);
  }
  for (const Spanning& cell : spanning_) spread(cell);
}

void Needs::addRow(Context& context, const format::Row& row, bool sampled) {
  std::size_t next = 0;
  SampleRow cells;
  for (std::size_t column = 0; column < columns.size();) {
    if (covered_[column] > 0) {
      --covered_[column++];
      continue;
    }
    if (next >= row.cells.size()) {
      ++column;
      continue;
    }
    const format::Cell& cell = row.cells[next++];
    const std::size_t count =
        std::min(static_cast<std::size_t>(std::max(cell.columnSpan, 1)), columns.size() - column);
    const CellNeed need = measure(context, cell, keep_);
    const std::int64_t least = twipsUp(need.width.least) + extra_;
    const std::int64_t most = twipsUp(need.width.most) + extra_;
    if (count == 1) {
      ColumnNeed& c = columns[column];
      c.least = std::max(c.least, least);
      c.most = std::max(c.most, most);
      if (!row.repeat) {
        c.total += twipsUp(need.total);
        ++c.cells;
      }
      if (sampled) {
        cells.push_back({column, twipsUp(need.total),
                         std::max<std::int64_t>(static_cast<std::int64_t>(cell.blocks.size()), 1)});
      }
    } else if (count < columns.size()) {
      spanning_.push_back({column, count, least, most});
    }
    for (std::size_t i = 0; i < count; ++i) covered_[column + i] = std::max(cell.rowSpan, 1) - 1;
    column += count;
  }
  if (cells.size() > 1) sample.push_back(std::move(cells));
}

// A cell over several columns widens them when together they are too narrow for it.
void Needs::spread(const Spanning& cell) {
  const auto widen = [&](std::int64_t ColumnNeed::*field, std::int64_t need) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < cell.count; ++i) sum += columns[cell.column + i].*field;
    const std::int64_t lacking = need - sum;
    if (lacking <= 0) return;
    const auto count = static_cast<std::int64_t>(cell.count);
    for (std::int64_t i = 0; i < count; ++i) {
      columns[cell.column + static_cast<std::size_t>(i)].*field +=
          lacking * (i + 1) / count - lacking * i / count;
    }
  };
  widen(&ColumnNeed::least, cell.least);
  widen(&ColumnNeed::most, cell.most);
}

// Divides `amount` by weights, whole twips, nothing left over.
void distribute(std::int64_t amount, const std::vector<std::int64_t>& weights,
                std::vector<std::int64_t>& widths) {
  const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  if (sum <= 0) return;
  std::int64_t before = 0, given = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    before += weights[i];
    const std::int64_t upTo = amount * before / sum;
    widths[i] += upTo - given;
    given = upTo;
  }
}

// Gives columns by content the `room` that fixed columns leave. Each gets at least its longest
// word; the rest goes by the square root of how much text it has, but no column gets more than its
// longest line while another could use it.
void fitContent(const std::vector<ColumnNeed>& needs, const std::vector<bool>& isContent,
                std::int64_t room, std::vector<std::int64_t>& widths) {
  std::vector<std::int64_t> weights(needs.size());
  for (std::size_t i = 0; i < needs.size(); ++i) {
    if (!isContent[i]) continue;
    const std::int64_t typical = needs[i].cells > 0 ? needs[i].total / needs[i].cells : 0;
    weights[i] = integerRoot(std::clamp<std::int64_t>(typical + needs[i].least, 1, kWidest) *
                             std::clamp<std::int64_t>(needs[i].most, 1, kWidest));
  }
  // Columns whose share would be below or above their bounds are set to the bound, the others
  // share again; every round settles at least one column.
  std::vector<bool> settled(needs.size(), false);
  for (;;) {
    std::int64_t free = room, sum = 0;
    for (std::size_t i = 0; i < needs.size(); ++i) {
      if (!isContent[i]) continue;
      if (settled[i]) {
        free -= widths[i];
      } else {
        sum += weights[i];
      }
    }
    if (sum == 0) break;
    const auto share = [&](std::size_t i) { return free * weights[i] / sum; };
    std::int64_t below = 0, above = 0;
    for (std::size_t i = 0; i < needs.size(); ++i) {
      if (!isContent[i] || settled[i]) continue;
      below += std::max<std::int64_t>(needs[i].least - share(i), 0);
      above += std::max<std::int64_t>(share(i) - needs[i].most, 0);
    }
    if (below == 0 && above == 0) {
      std::vector<std::int64_t> open(needs.size());
      for (std::size_t i = 0; i < needs.size(); ++i) {
        if (isContent[i] && !settled[i]) open[i] = weights[i];
      }
      distribute(free, open, widths);
      break;
    }
    for (std::size_t i = 0; i < needs.size(); ++i) {
      if (!isContent[i] || settled[i]) continue;
      const std::int64_t bound = below >= above ? needs[i].least : needs[i].most;
      if (below >= above ? share(i) < bound : share(i) > bound) {
        widths[i] = bound;
        settled[i] = true;
      }
    }
  }
}

// Moves width between columns as long as that makes the sampled rows lower together.
class Balancer {
 public:
  Balancer(const Needs& needs, const std::vector<bool>& isContent,
           std::vector<std::int64_t>& widths)
      : needs_(needs), isContent_(isContent), widths_(widths) {
    for (const SampleRow& row : needs.sample) {
      // Lines are rarely full to the end: one part in sixteen stays empty.
      for (const SampleCell& cell : row) {
        cells_.push_back({cell.column, (cell.total * 17 / 16) * 16, cell.paragraphs});
      }
      if (!row.empty()) cells_.back().endsRow = true;
    }
  }

  void run(std::int64_t room) {
    for (Cell& cell : cells_) cell.height = heightOf(cell);
    std::int64_t best = cost(0, 0);
    for (std::int64_t step = room / 16; step >= room / 128 && step > 0; step /= 2) {
      for (int round = 0; round < kMostRounds && improve(step, best); ++round) {
      }
    }
  }

 private:
  static constexpr int kMostRounds = 4;

  struct Cell {
    std::size_t column = 0;
    std::int64_t sixteenths = 0;  // of the width that its text takes on one line
    std::int64_t paragraphs = 0;
    std::int64_t height = 0;  // in its column as wide as it is
    bool endsRow = false;
  };

  // Lines count most; how nearly full they are decides between equals.
  std::int64_t heightOf(const Cell& cell) const {
    const std::int64_t width = std::max<std::int64_t>(widths_[cell.column] - needs_.extra(), 1);
    const std::int64_t filled = cell.sixteenths / width;
    const std::int64_t lines = std::max((filled + 15) / 16, cell.paragraphs);
    return lines * 64 + filled;
  }

  // Of all rows when these two columns have other widths than the heights tell of.
  std::int64_t cost(std::size_t one, std::size_t other) const {
    std::int64_t sum = 0, highest = 0;
    for (const Cell& cell : cells_) {
      const bool isOther = cell.column == one || cell.column == other;
      highest = std::max(highest, isOther ? heightOf(cell) : cell.height);
      if (cell.endsRow) sum += std::exchange(highest, 0);
    }
    return sum;
  }

  bool improve(std::int64_t step, std::int64_t& best) {
    bool any = false;
    for (std::size_t from = 0; from < widths_.size(); ++from) {
      for (std::size_t to = 0; to < widths_.size(); ++to) {
        if (from == to || !isContent_[from] || !isContent_[to]) continue;
        if (widths_[from] - step < needs_.columns[from].least) continue;
        widths_[from] -= step;
        widths_[to] += step;
        const std::int64_t changed = cost(from, to);
        if (changed < best) {
          best = changed;
          any = true;
          for (Cell& cell : cells_) {
            if (cell.column == from || cell.column == to) cell.height = heightOf(cell);
          }
        } else {
          widths_[from] += step;
          widths_[to] -= step;
        }
      }
    }
    return any;
  }

  const Needs& needs_;
  const std::vector<bool>& isContent_;
  std::vector<std::int64_t>& widths_;
  std::vector<Cell> cells_;
};

class Solver {
 public:
  Solver(const format::Table& table, const Needs& needs, std::int64_t total)
      : table_(table),
        needs_(needs.columns),
        all_(needs),
        total_(total),
        widths_(needs.columns.size()) {}

  std::vector<std::int64_t> solve(bool& squeezed);

 private:
  bool is(std::size_t i, format::Column::Width width) const {
    return table_.columns[i].width == width;
  }
  std::int64_t sum() const {
    return std::accumulate(widths_.begin(), widths_.end(), std::int64_t{0});
  }
  void squeeze();

  const format::Table& table_;
  const std::vector<ColumnNeed>& needs_;
  const Needs& all_;
  std::int64_t total_;
  std::vector<std::int64_t> widths_;
};

std::vector<std::int64_t> Solver::solve(bool& squeezed) {
  using Width = format::Column::Width;
  const std::size_t count = needs_.size();
  std::int64_t room = total_, least = 0, most = 0;
  std::vector<std::int64_t> shares(count), all(count);
  std::vector<bool> isContent(count);
  bool anyShare = false;
  for (std::size_t i = 0; i < count; ++i) {
    if (is(i, Width::fixed)) {
      widths_[i] = toTwips(table_.columns[i].fixed).toTwips();
      room -= widths_[i];
    } else if (is(i, Width::share)) {
      shares[i] = std::max(table_.columns[i].share, 1);
      anyShare = true;
    } else {
      isContent[i] = true;
      least += needs_[i].least;
      most += needs_[i].most;
    }
    if (isContent[i]) all[i] = needs_[i].most;
  }
  std::int64_t shareLeast = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (shares[i] > 0) shareLeast += needs_[i].least;
  }
  squeezed = least + shareLeast > room;
  if (squeezed) {
    squeeze();
    return widths_;
  }
  if (anyShare) {
    const std::int64_t forContent = std::min(most, room - shareLeast);
    fitContent(needs_, isContent, forContent, widths_);
    if (most > forContent) Balancer(all_, isContent, widths_).run(forContent);
    distribute(total_ - sum(), shares, widths_);
  } else if (most <= room) {
    // Everything fits on one line: what is left goes by need.
    for (std::size_t i = 0; i < count; ++i) {
      if (isContent[i]) widths_[i] = needs_[i].most;
    }
    distribute(total_ - sum(), all, widths_);
  } else {
    fitContent(needs_, isContent, room, widths_);
    Balancer(all_, isContent, widths_).run(room);
  }
  return widths_;
}

// Even the longest words do not fit: all columns shrink by one measure.
void Solver::squeeze() {
  std::vector<std::int64_t> weights(needs_.size());
  for (std::size_t i = 0; i < needs_.size(); ++i) {
    weights[i] = is(i, format::Column::Width::fixed) ? std::max<std::int64_t>(widths_[i], 1)
                                                     : std::max<std::int64_t>(needs_[i].least, 1);
    widths_[i] = 0;
  }
  distribute(total_, weights, widths_);
}

// LibreOffice keeps the edges of columns as whole ten-thousandths of the table's width, so that an
// edge may move by a twip when it reads a DOCX. Edges that it keeps are chosen where one is near.
bool isKept(std::int64_t edge, std::int64_t total) {
  constexpr std::int64_t kParts = 10'000;
  const std::int64_t part = (2 * edge * kParts + total) / (2 * total);
  return part * total / kParts == edge;
}

std::int64_t snapped(std::int64_t edge, std::int64_t after, std::int64_t total) {
  constexpr std::int64_t kNear = 6;
  for (std::int64_t step = 0; step <= kNear; ++step) {
    if (edge - step > after && isKept(edge - step, total)) return edge - step;
    if (edge + step < total && isKept(edge + step, total)) return edge + step;
  }
  return edge;
}

void snapEdges(std::int64_t total, std::vector<std::int64_t>& widths) {
  if (std::accumulate(widths.begin(), widths.end(), std::int64_t{0}) != total) return;
  std::int64_t stated = 0, before = 0;
  for (std::int64_t& width : widths) {
    stated += width;
    const std::int64_t edge = stated == total ? total : snapped(stated, before, total);
    width = edge - before;
    before = edge;
  }
}

}  // namespace

std::vector<Length> columnWidths(Context& context, const format::Table& table, Length width,
                                 int depth) {
  auto& kept = context.leavings.columnWidths;
  const auto known = kept.find({&table, width});
  if (known != kept.end()) return known->second;
  const Findings findings(context.diagnostics);
  const int fields = context.fieldsMet;
  const Length stated = toTwips(table.width);
  const std::int64_t total =
      std::max<std::int64_t>((stated > Length() ? stated : width).toTwips(), 1);
  const bool keep = depth == 1 && table.rows.size() <= kMostKeptRows;
  const Needs needs(context, table, keep);
  bool squeezed = false;
  std::vector<std::int64_t> widths = Solver(table, needs, total).solve(squeezed);
  snapEdges(total, widths);
  if (squeezed) context.warnOnce(kColumnsSqueezed, {}, table.origin);
  std::vector<Length> result;
  result.reserve(widths.size());
  for (const std::int64_t twips : widths) result.push_back(Length::twips(twips));
  if (context.isRehearsal() && fields == context.fieldsMet && !findings.grew()) {
    kept.emplace(std::pair(&table, width), result);
  }
  return result;
}

ContentWidth contentWidth(Context& context, const format::Table& table) {
  ContentWidth result;
  if (table.width > Length()) {
    result.least = result.most = toTwips(table.width);
    return result;
  }
  const Needs needs(context, table, false);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const bool fixed = table.columns[i].width == format::Column::Width::fixed;
    const Length stated = toTwips(table.columns[i].fixed);
    result.least += fixed ? stated : Length::twips(needs.columns[i].least);
    result.most += fixed ? stated : Length::twips(needs.columns[i].most);
  }
  return result;
}

}  // namespace chancery::layout
