#include <functional>

#include "build.h"
#include "calibration.h"

namespace chancery::layout::test {
namespace {

const char* const kProse =
    "В соответствии с письмом комитета образования, науки и молодежной политики области от "
    "29.01.2020 № И-10/809 о сборе данных о школах, показывающих стабильно низкие образовательные "
    "результаты (далее – школы с НОР), в целях повышения качества образования и/или развития "
    "научно-методического сопровождения «Сетевых школ» (на период 2021-2023 гг.) приказываю: ";

std::string prose(int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += kProse;
  text.pop_back();
  return text;
}

using Change = std::function<void(format::Document&)>;

// A page 10 cm wide with margins of 1 cm; `height` in lines of 12 pt and 20 twips to spare.
format::Document page(int lines, double size = 12) {
  format::Document result = document(size);
  format::Section& section = addSection(result, 5669, 2 * 567 + lines * 276 + 20);
  section.left = section.right = section.top = section.bottom = Length::twips(567);
  section.pageNumberOffset = Length::twips(100);
  return result;
}

class Rules {
 public:
  // Three paragraphs of prose with the style changed, on pages of ten lines.
  void styled(const char* name, const Change& change, int times = 1) {
    format::Document document = page(10);
    change(document);
    for (int i = 0; i < 3; ++i) {
      document.sections[0].blocks.emplace_back(paragraph(prose(times)));
    }
    rules.push_back({name, std::move(document)});
  }

  // Twelve one-line paragraphs, then what `change` adds, on pages of 20 lines.
  void below(const char* name, int lines, const Change& change) {
    format::Document document = page(20);
    for (int i = 0; i < lines; ++i) {
      document.sections[0].blocks.emplace_back(paragraph("строка " + std::to_string(i)));
    }
    change(document);
    rules.push_back({name, std::move(document)});
  }

  std::vector<Rule> rules;
};

format::ParagraphStyle& style(format::Document& document) {
  return document.styles[0];
}
std::vector<format::Block>& blocks(format::Document& document) {
  return document.sections[0].blocks;
}
format::Paragraph& add(format::Document& document, std::string text) {
  blocks(document).emplace_back(paragraph(std::move(text)));
  return std::get<format::Paragraph>(blocks(document).back());
}

format::Table& bordered(format::Document& document, std::size_t columns) {
  format::Table& table = addTable(document, blocks(document), columns);
  table.border = Length::pt(0.5);
  table.paddingX = Length::mm(1.5);
  return table;
}

void fillRows(format::Table& table, int rows, int words) {
  const std::string text = prose(1);
  for (int i = 0; i < rows; ++i) {
    std::size_t end = 0;
    for (int w = 0; w < words + i % 3; ++w) end = text.find(' ', end) + 1;
    table.rows.push_back(row({std::to_string(i + 1) + ".", text.substr(0, end - 1), "постоянно"}));
  }
}

void addTextRules(Rules& rules) {
  static const double sizes[] = {8, 9, 10, 10.5, 11, 12, 13, 14, 15, 16};
  static const char* const names[] = {"8 pt",  "9 pt",  "10 pt", "10.5 pt", "11 pt",
                                      "12 pt", "13 pt", "14 pt", "15 pt",   "16 pt"};
  for (int i = 0; i < 10; ++i) {
    rules.styled(names[i], [i](auto& d) { style(d).text.size = Length::pt(sizes[i]); });
  }
  rules.styled("bold", [](auto& d) { style(d).text.bold = true; });
  rules.styled("italic", [](auto& d) { style(d).text.italic = true; });
  rules.styled("justified", [](auto& d) { style(d).align = format::Align::justify; });
  rules.styled("right", [](auto& d) { style(d).align = format::Align::right; });
  rules.styled("centred", [](auto& d) { style(d).align = format::Align::center; });
  rules.styled("letter spacing", [](auto& d) { style(d).text.letterSpacing = Length::pt(2); });
  rules.styled("first-line indent", [](auto& d) { style(d).firstLine = Length::mm(12.5); });
  rules.styled("hanging indent", [](auto& d) {
    style(d).left = Length::mm(12.5);
    style(d).firstLine = Length::mm(-12.5);
  });
  rules.styled("both indents", [](auto& d) { style(d).left = style(d).right = Length::mm(9); });
  rules.styled("1.15 lines", [](auto& d) { style(d).spacing.multiple240 = 276; });
  rules.styled("1.5 lines", [](auto& d) { style(d).spacing.multiple240 = 360; });
  rules.styled("at least 20 pt", [](auto& d) {
    style(d).spacing = {format::LineSpacing::Rule::atLeast, 240, Length::pt(20)};
  });
  rules.styled("exactly 16 pt", [](auto& d) {
    style(d).spacing = {format::LineSpacing::Rule::exact, 240, Length::pt(16)};
  });
  rules.styled("space before", [](auto& d) { style(d).before = Length::pt(9); });
  rules.styled("space after", [](auto& d) { style(d).after = Length::pt(9); });
  rules.styled("the larger space", [](auto& d) {
    style(d).before = Length::pt(6);
    style(d).after = Length::pt(9);
  });
  rules.styled("no widow control", [](auto& d) { style(d).widowControl = false; });
  rules.styled("keep lines", [](auto& d) { style(d).keepLines = true; });
  rules.styled("all kept with the next", [](auto& d) { style(d).keepWithNext = true; });
}

void addPlaceRules(Rules& rules) {
  rules.below("hyphen before a digit", 0, [](auto& d) {
    for (int i = 0; i < 12; ++i)
      add(d,
          std::string(static_cast<std::size_t>(i), 'n') + " на период 2021-2023 и 2024-2026 годов");
  });
  rules.below("slash inside a word", 0, [](auto& d) {
    for (int i = 0; i < 12; ++i)
      add(d,
          std::string(static_cast<std::size_t>(i), 'n') + " показывающих результаты и/или условия");
  });
  rules.below("bracket after a quotation", 0, [](auto& d) {
    for (int i = 0; i < 12; ++i)
      add(d, std::string(static_cast<std::size_t>(i), 'n') +
                 " школа «Сетевых пар» (далее школа) района");
  });
  rules.below("comma after a space", 0, [](auto& d) {
    for (int i = 0; i < 12; ++i)
      add(d, std::string(static_cast<std::size_t>(i), 'n') +
                 " образовательных организаций , показывающих");
  });
  rules.below("dashes", 0, [](auto& d) {
    for (int i = 0; i < 12; ++i)
      add(d, std::string(static_cast<std::size_t>(i), 'n') +
                 " районный\u00A0– центр — январь–март района");
  });
  rules.below("a word wider than the line", 0, [](auto& d) {
    add(d, "Слово общеобразовательнообщеобразовательнообщеобразовательнообщеобразовательное");
  });
  rules.below("line ends in the text", 0, [](auto& d) {
    style(d).align = format::Align::justify;
    add(d, "Начальник отдела\nпо образованию\n\nадминистрации района");
  });
  rules.below("labels", 0, [](auto& d) {
    for (int i = 1; i < 4; ++i) {
      blocks(d).emplace_back(item(std::to_string(i) + ".", prose(1)));
    }
  });
  rules.below("bold words", 0, [](auto& d) {
    for (int i = 0; i < 3; ++i) {
      format::Paragraph& mixed = add(d, prose(1) + " ");
      format::TextStyle bold = style(d).text;
      bold.bold = true;
      mixed.runs.push_back({prose(1), bold, {}, {}});
    }
  });
}

void addPageRules(Rules& rules) {
  rules.below("three lines move whole", 18, [](auto& d) { add(d, "а\nб\nв"); });
  rules.below("two lines stay, three go", 18, [](auto& d) { add(d, "а\nб\nв\nг\nд"); });
  rules.below("a heading goes with its text", 19, [](auto& d) {
    add(d, "заголовок").keepWithNext = true;
    add(d, "текст");
  });
  rules.below("a kept paragraph moves whole", 16, [](auto& d) {
    add(d, "а\nб\nв\nг").keepWithNext = true;
    add(d, "текст");
  });
  rules.below("a chain moves", 17, [](auto& d) {
    for (int i = 0; i < 3; ++i) add(d, "заголовок").keepWithNext = true;
    add(d, "текст");
  });
  rules.below("space before at the page's top", 20, [](auto& d) {
    addStyle(d);
    d.styles.back().before = Length::pt(30);
    blocks(d).emplace_back(paragraph("текст", 1));
  });
  rules.below("the next section begins a page", 3, [](auto& d) {
    format::Section second = d.sections[0];
    std::swap(second.pageWidth, second.pageHeight);
    second.landscape = true;
    second.blocks = {paragraph("другой раздел")};
    d.sections.push_back(second);
  });
}

void addTableRules(Rules& rules) {
  const auto table = [&](const char* name, int before, const Change& change) {
    rules.below(name, before, [&](auto& d) {
      change(d);
      add(d, "после таблицы");
    });
  };
  table("a table by content", 2, [](auto& d) { fillRows(bordered(d, 3), 6, 8); });
  table("padding above and below", 2, [](auto& d) {
    bordered(d, 3).paddingY = Length::mm(1);
    fillRows(std::get<format::Table>(blocks(d).back()), 6, 8);
  });
  table("thick borders", 2, [](auto& d) {
    bordered(d, 3).border = Length::pt(1.5);
    fillRows(std::get<format::Table>(blocks(d).back()), 6, 8);
  });
  table("no border", 2, [](auto& d) {
    bordered(d, 3).border = Length();
    fillRows(std::get<format::Table>(blocks(d).back()), 6, 8);
  });
  table("rows are split", 12, [](auto& d) { fillRows(bordered(d, 3), 8, 14); });
  table("rows are not split", 12, [](auto& d) {
    fillRows(bordered(d, 3), 8, 14);
    for (format::Row& row : std::get<format::Table>(blocks(d).back()).rows) row.split = false;
  });
  table("the header is repeated", 10, [](auto& d) {
    format::Table& t = bordered(d, 3);
    t.rows.push_back(row({"№ п/п", "Мероприятие", "Сроки"}));
    t.rows.back().repeat = t.rows.back().keepWithNext = true;
    t.rows.back().split = false;
    fillRows(t, 12, 6);
  });
  table("section rows stand with the next", 10, [](auto& d) {
    format::Table& t = bordered(d, 3);
    fillRows(t, 12, 6);
    for (std::size_t i = 1; i < 12; i += 3) {
      format::Row wide = row({"I. Организационные мероприятия"});
      wide.cells[0].columnSpan = 3;
      wide.keepWithNext = true;
      wide.split = false;
      t.rows.insert(t.rows.begin() + static_cast<std::ptrdiff_t>(i), wide);
    }
  });
  table("a heading stands with a table", 18, [](auto& d) {
    add(d, "заголовок").keepWithNext = true;
    fillRows(bordered(d, 3), 2, 4);
  });
  table("centred cells", 2, [](auto& d) {
    fillRows(bordered(d, 3), 6, 8);
    for (format::Row& row : std::get<format::Table>(blocks(d).back()).rows) {
      row.cells[0].verticalAlign = format::VerticalAlign::center;
      row.cells[2].verticalAlign = format::VerticalAlign::bottom;
    }
  });
  table("cells over several rows", 10, [](auto& d) {
    format::Table& t = bordered(d, 3);
    fillRows(t, 9, 6);
    for (std::size_t i = 0; i < 9; i += 3) {
      t.rows[i].cells[0].rowSpan = 3;
      t.rows[i + 1].cells.erase(t.rows[i + 1].cells.begin());
      t.rows[i + 2].cells.erase(t.rows[i + 2].cells.begin());
    }
  });
  table("spaces between paragraphs in cells", 2, [](auto& d) {
    style(d).before = Length::pt(3);
    style(d).after = Length::pt(5);
    format::Table& t = bordered(d, 2);
    for (int i = 0; i < 12; ++i) {
      t.rows.push_back(row({"а", ""}));
      t.rows.back().cells[1].blocks = {paragraph("один"), paragraph("два и три четыре пять")};
    }
  });
  table("a table in a cell", 2, [](auto& d) {
    format::Table& t = bordered(d, 2);
    t.columns[0] = {format::Column::Width::fixed, Length::mm(20), 1};
    for (int i = 0; i < 3; ++i) {
      t.rows.push_back(row({"а", ""}));
      auto& inner = t.rows.back().cells[1].blocks;
      inner.emplace_back(paragraph("над таблицей"));
      format::Table& nested = addTable(d, inner, 2);
      nested.border = Length::pt(0.5);
      nested.rows.push_back(row({"один два", "три четыре"}));
    }
  });
  rules.below("a table ends the document", 12, [](auto& d) { fillRows(bordered(d, 3), 6, 14); });
}

}  // namespace

std::vector<Rule> calibrationRules() {
  Rules rules;
  addTextRules(rules);
  addPlaceRules(rules);
  addPageRules(rules);
  addTableRules(rules);
  addFeatureRules(rules.rules);
  addKeepRules(rules.rules);
  return std::move(rules.rules);
}

}  // namespace chancery::layout::test
