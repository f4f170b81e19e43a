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
      line.signatory = visa.capacity.empty() ? directory.nameOf(visa.person)
                                             : visa.name + ", " + visa.capacity;
    }
  }
}

// The year that a number's text may state: of its date, since a series may run on over the years.
int yearOf(const store::NumberRow& row) {
  const auto date = parseDate(row.date);
  return date ? date->year : row.year;
}

}  // namespace

std::vector<RegisterLine> View::registerOf(const Series& series) const {
  const auto transaction = store_.begin(store::Access::read);
  std::vector<RegisterLine> lines;
  int year = -1;
  std::int64_t expected = 0;
  for (const store::NumberRow& row : transaction->numbers(series.id)) {
    if (row.year != year) expected = series.startsAt;
    year = row.year;
    for (; expected < row.value; ++expected) {
      lines.push_back({{}, year, expected, series.print(expected, yearOf(row)), {}, {}, {}});
    }
    RegisterLine& line =
        lines.emplace_back(RegisterLine{row, year, row.value, row.text, {}, {}, {}});
    if (const auto open = cases_.find(*transaction, row.caseId)) {
      addDocument(*open, directory_, line);
    }
    expected = row.value + 1;
  }
  return lines;
}

}  // namespace chancery::runtime
