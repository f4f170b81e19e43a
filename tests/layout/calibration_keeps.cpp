// Rows that stand with what follows: what of a table moves when the page is full.
#include "build.h"
#include "calibration.h"

namespace chancery::layout::test {
namespace {

constexpr int kLines = 20;
constexpr int kPage = kLines * 276 + 20;

class Keeps {
 public:
  explicit Keeps(std::vector<Rule>& rules) : rules_(rules) {}

  /// Documents that have `above` lines of text above what `fill` adds.
  template <typename Fill>
  void rule(const std::string& name, int from, int to, const Fill& fill) {
    for (int above = from; above <= to; ++above) {
      format::Document document = test::document();
      addSection(document, 6000, kPage);
      for (int i = 0; i < above; ++i) add(document, "строка " + std::to_string(i));
      fill(document);
      for (int i = 0; i < 3; ++i) add(document, "после " + std::to_string(i));
      rules_.push_back({name + ", " + std::to_string(above) + " above", std::move(document)});
    }
  }

  static format::Paragraph& add(format::Document& document, std::string text) {
    auto& blocks = document.sections[0].blocks;
    blocks.emplace_back(paragraph(std::move(text)));
    return std::get<format::Paragraph>(blocks.back());
  }

 private:
  std::vector<Rule>& rules_;
};

/// A table of rows of three lines; a letter a row: k stands with the next, p does not, w is whole
/// and stands with the next, h is a repeated header.
format::Table& table(format::Document& document, const std::string& rows) {
  format::Table& result = addTable(document, document.sections[0].blocks, 2);
  int number = 0;
  for (const char kind : rows) {
    const std::string n = std::to_string(++number);
    result.rows.push_back(kind == 'h' ? row({"Шапка", "Шапка"})
                                      : row({"Ряд " + n + "\nа " + n + "\nб " + n,
                                             "в " + n + "\nг " + n + "\nд " + n}));
    format::Row& added = result.rows.back();
    added.repeat = kind == 'h';
    added.keepWithNext = kind != 'p';
    added.split = kind == 'p' || kind == 'k';
  }
  return result;
}

}  // namespace

void addKeepRules(std::vector<Rule>& rules) {
  Keeps keeps(rules);
  for (const char* const rows : {"k", "w", "kp", "pk", "pkp", "kk", "hk", "hkp", "ww"}) {
    keeps.rule(std::string("rows ") + rows, 15, 19, [&](auto& d) { table(d, rows); });
  }
  keeps.rule("a heading above a kept row", 14, 18, [&](auto& d) {
    Keeps::add(d, "заголовок").keepWithNext = true;
    table(d, "k");
  });
  keeps.rule("a kept row above another table", 13, 18, [&](auto& d) {
    table(d, "k");
    table(d, "w").rows[0].keepWithNext = false;
  });
}

}  // namespace chancery::layout::test
