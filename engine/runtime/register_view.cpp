#include <charconv>

#include "runtime/view.h"

namespace chancery::runtime {
namespace {

// Of a document with restricted access the register says only what kind it is.
void addDocument(const OpenCase& open, const Directory& directory, RegisterLine& line) {
  line.document = titleFor(open);
  // What the engine says when a number is not used may quote the document.
  if (open.core->definition.isClosed && line.row) line.row->reason.clear();
  line.author = directory.nameOf(open.row.author);
  for (const flow::Visa& visa : open.state.visas) {
    if (visa.outcome == flow::Outcome::sign || visa.outcome == flow::Outcome::approve) {
      line.signatory =
          visa.capacity.empty() ? directory.nameOf(visa.person) : visa.name + ", " + visa.capacity;
    }
  }
}

// The year that a number's text may state: of its date, since a series may run on over the years.
int yearOf(const store::NumberRow& row) {
  const auto date = parseDate(row.date);
  return date ? date->year : row.year;
}

// Where the series began when it gave the first number that stands there: `starts-at` may be
// another one today. Where nobody wrote it down (a number kept by hand, or one of an earlier
// version of the program) nothing before that number is missed.
std::int64_t beginningOf(store::Transaction& transaction, const store::NumberRow& row) {
  std::int64_t first = row.value;
  if (row.caseId.empty()) return first;
  transaction.eachEntry(row.caseId, [&](const store::Entry& entry) {
    const auto event = flow::parseEvent(entry.payload.value_or(""));
    if (!event || event->fact("series") != row.series ||
        event->fact("year") != std::to_string(row.year) ||
        event->fact("value") != std::to_string(row.value)) {
      return;
    }
    const std::string_view told = event->fact("first");
    std::from_chars(told.data(), told.data() + told.size(), first);
  });
  return first;
}

}  // namespace

std::vector<RegisterLine> View::registerOf(const Series& series) const {
  const auto transaction = store_.begin(store::Access::read);
  std::vector<RegisterLine> lines;
  int year = -1;
  std::int64_t expected = 0;
  for (const store::NumberRow& row : transaction->numbers(series.id)) {
    if (row.year != year) expected = beginningOf(*transaction, row);
    year = row.year;
    const int printed = yearOf(row);
    for (; expected < row.value; ++expected) {
      lines.push_back({{}, year, printed, expected, series.print(expected, printed), {}, {}, {}});
    }
    RegisterLine& line =
        lines.emplace_back(RegisterLine{row, year, printed, row.value, row.text, {}, {}, {}});
    if (const auto open = cases_.find(*transaction, row.caseId)) {
      addDocument(*open, directory_, line);
    }
    expected = row.value + 1;
  }
  return lines;
}

}  // namespace chancery::runtime
