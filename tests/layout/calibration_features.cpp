#include <functional>

#include "build.h"
#include "calibration.h"

namespace chancery::layout::test {
namespace {

using Change = std::function<void(format::Document&)>;

std::string repeated(const std::string& word, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += word + " ";
  text.pop_back();
  return text;
}

format::ParagraphStyle& style(format::Document& document) {
  return document.styles[0];
}

format::Paragraph& add(format::Document& document, std::string text, int style = 0) {
  auto& blocks = document.sections[0].blocks;
  blocks.emplace_back(paragraph(std::move(text), style));
  return std::get<format::Paragraph>(blocks.back());
}

void addLines(format::Document& document, int count, const char* name = "строка ") {
  for (int i = 0; i < count; ++i) add(document, name + std::to_string(i));
}

// Pages with 2866 twips for text, of which a note of one line leaves 2511.
format::Document smallPage() {
  format::Document result = document();
  format::Section& section = addSection(result, 5669, 4000);
  section.left = section.right = section.top = section.bottom = Length::twips(567);
  section.pageNumberOffset = section.footerOffset = Length::twips(100);
  result.footnoteStyle = result.styles[0];
  result.footnoteStyle.id = "footnote";
  result.footnoteStyle.name = "footnote text";
  result.footnoteStyle.text.size = Length::pt(10);
  result.footnoteRule = Length::twips(1134);
  return result;
}

class Features {
 public:
  explicit Features(std::vector<Rule>& rules) : rules_(rules) {}
  void rule(const char* name, const Change& change) {
    format::Document document = smallPage();
    change(document);
    rules_.push_back({name, std::move(document)});
  }

 private:
  std::vector<Rule>& rules_;
};

void addNotes(Features& features) {
  features.rule("two short notes", [](auto& d) {
    addNote(d, add(d, "один"), "сноска один");
    addNote(d, add(d, "два"), "сноска два");
    add(d, "три");
  });
  features.rule("text fills the page above its note", [](auto& d) {
    addNote(d, add(d, "один"), "сноска");
    addLines(d, 14);
  });
  features.rule("a mark moves with its note", [](auto& d) {
    addLines(d, 9);
    addNote(d, add(d, "ссылка"), "сноска");
    addLines(d, 3);
  });
  features.rule("a long note goes on", [](auto& d) {
    addLines(d, 4);
    addNote(d, add(d, "ссылка"), repeated("слово", 150));
    addLines(d, 12);
  });
  features.rule("one line of a note is not enough", [](auto& d) {
    addLines(d, 8);
    addNote(d, add(d, "ссылка"), repeated("слово", 150));
    addLines(d, 12);
  });
  features.rule("a note ends with one line alone", [](auto& d) {
    addLines(d, 7);
    addNote(d, add(d, "ссылка"), repeated("слово", 21));
    addLines(d, 12);
  });
  features.rule("both notes of a line begin", [](auto& d) {
    addLines(d, 4);
    format::Paragraph& both = add(d, "ссылка");
    addNote(d, both, repeated("слово", 150));
    both.runs.push_back({" и"});
    addNote(d, both, "два");
    addLines(d, 12);
  });
  features.rule("spaces between notes", [](auto& d) {
    d.footnoteStyle.before = Length::pt(3);
    d.footnoteStyle.after = Length::pt(5);
    d.footnoteStyle.firstLine = Length::mm(5);
    d.footnoteStyle.spacing.multiple240 = 276;
    addNote(d, add(d, "один"), "сноска один");
    addNote(d, add(d, "два"), "сноска два");
    addLines(d, 12);
  });
  features.rule("a spaced note goes on", [](auto& d) {
    d.footnoteStyle.before = Length::pt(3);
    addLines(d, 6);
    addNote(d, add(d, "один"), repeated("слово", 60));
    addLines(d, 12);
  });
  features.rule("notes of kept paragraphs", [](auto& d) {
    addLines(d, 4);
    addNote(d, add(d, "ссылка"), "сноска");
    format::Paragraph& kept = add(d, "заголовок");
    kept.keepWithNext = true;
    addNote(d, kept, "другая");
    for (int i = 0; i < 3; ++i) add(d, "вместе").keepWithNext = true;
    addLines(d, 12);
  });
  features.rule("notes in a table", [](auto& d) {
    addLines(d, 2);
    format::Table& table = addTable(d, d.sections[0].blocks, 2);
    table.border = Length::pt(0.5);
    table.paddingX = Length::mm(1.5);
    for (int i = 0; i < 14; ++i) {
      table.rows.push_back(row({"ячейка " + std::to_string(i), "x"}));
      if (i != 1 && i != 8) continue;
      auto& cell = std::get<format::Paragraph>(table.rows.back().cells[0].blocks[0]);
      addNote(d, cell, "сноска");
    }
    add(d, "конец");
  });
  features.rule("a row with notes is split", [](auto& d) {
    addLines(d, 5);
    format::Table& table = addTable(d, d.sections[0].blocks, 2);
    table.border = Length::pt(0.5);
    table.paddingX = Length::mm(1.5);
    table.rows.push_back(row({"а", "x"}));
    table.rows.push_back(row({"", "x"}));
    for (int i = 0; i < 5; ++i) {
      format::Paragraph line = paragraph("часть " + std::to_string(i));
      if (i == 1 || i == 3) addNote(d, line, "сноска");
      table.rows.back().cells[0].blocks.emplace_back(line);
    }
    add(d, "конец");
  });
}

void addObjects(Features& features) {
  features.rule("pictures among words", [](auto& d) {
    add(d, "строка");
    format::Paragraph& mixed = add(d, "слово ");
    addObject(d, mixed, 800, 600);
    mixed.runs.push_back({" слово"});
    add(d, "строка");
    addObject(d, add(d, ""), 1000, 800);
    add(d, "строка");
  });
  features.rule("pictures with wide lines", [](auto& d) {
    addStyle(d);
    d.styles[1].spacing.multiple240 = 360;
    format::Paragraph& mixed = add(d, "слово ", 1);
    addObject(d, mixed, 800, 600);
    add(d, "строка");
    addObject(d, add(d, "", 1), 1000, 800);
    add(d, "строка");
  });
  features.rule("a picture that does not fit the line", [](auto& d) {
    format::Paragraph& mixed = add(d, "слово ");
    addObject(d, mixed, 4000, 400);
    mixed.runs.push_back({" слово слово"});
    addObject(d, mixed, 2000, 400);
    mixed.runs.push_back({"слово"});
    add(d, "строка");
  });
  features.rule("a picture moves to the next page", [](auto& d) {
    addLines(d, 6);
    addObject(d, add(d, ""), 3000, 1800);
    add(d, "подпись");
  });
  features.rule("pictures too large are made smaller", [](auto& d) {
    add(d, "строка");
    addObject(d, add(d, ""), 6000, 1000);
    add(d, "строка");
    addObject(d, add(d, ""), 2000, 6000);
    add(d, "строка");
  });
}

format::TabStop stop(int at, format::Align align, bool leader = false) {
  return {Length::twips(at), align, leader};
}

void addTabs(Features& features) {
  features.rule("contents lines", [](auto& d) {
    style(d).tabs = {stop(4535, format::Align::right, true)};
    for (const char* text :
         {"Введение\t3", "Раздел первый\t12",
          "Название, которое длиннее строки и кончается на второй\t7",
          "Название почти во всю длину строки ии\t12", "Название почти во всю длину строки оно\t12",
          "Название почти во всю длину строки онота\t12"}) {
      add(d, text);
    }
  });
  features.rule("left and centre stops", [](auto& d) {
    style(d).tabs = {stop(1000, format::Align::left), stop(2267, format::Align::center),
                     stop(4535, format::Align::right)};
    add(d, "а\tб\tсередина\tконец");
    add(d, "аааааааа\tбббббб\tсередина\tконец");
  });
  features.rule("a hanging indent is a stop", [](auto& d) {
    style(d).tabs = {stop(1000, format::Align::left)};
    style(d).left = Length::twips(500);
    style(d).firstLine = Length::twips(-300);
    add(d, "а\tб\tв");
    add(d, "абвг\tб " + repeated("слово", 20));
  });
  features.rule("justified after a tab", [](auto& d) {
    style(d).tabs = {stop(1000, format::Align::left)};
    style(d).align = format::Align::justify;
    add(d, "а\t" + repeated("слово", 20));
  });
}

void addText(Features& features) {
  features.rule("superscripts and subscripts", [](auto& d) {
    format::TextStyle above = style(d).text, below = above;
    above.raise = format::Raise::superscript;
    below.raise = format::Raise::subscript;
    add(d, "строка");
    format::Paragraph& mixed = add(d, "м");
    mixed.runs.push_back({"2", above});
    mixed.runs.push_back({" и H"});
    mixed.runs.push_back({"2", below});
    mixed.runs.push_back({"O"});
    add(d, "строка");
    add(d, "").runs.push_back({"выше", above});
    add(d, "строка");
    add(d, "").runs.push_back({"ниже", below});
    add(d, "строка");
  });
  features.rule("a page break stated", [](auto& d) {
    add(d, "один");
    addStyle(d);
    d.styles[1].before = Length::pt(10);
    add(d, "два", 1).pageBreakBefore = true;
    add(d, "три");
  });
}

void addGroups(Features& features) {
  features.rule("a group's label stands again", [](auto& d) {
    addLines(d, 3);
    format::Table& table = addTable(d, d.sections[0].blocks, 2);
    table.border = Length::pt(0.5);
    table.paddingX = Length::mm(1.5);
    table.rows.push_back(row({"Группа", "Строка"}));
    table.rows.back().repeat = table.rows.back().keepWithNext = true;
    for (int i = 0; i < 24; ++i) {
      table.rows.push_back(row({}));
      table.rows.back().split = false;
      auto& cells = table.rows.back().cells;
      if (i % 12 == 0) {
        cells.push_back(cell("Название группы строк"));
        cells.back().rowSpan = 12;
        cells.back().repeatLabel = true;
      }
      cells.push_back(cell("строка " + std::to_string(i)));
    }
    add(d, "конец");
  });
  features.rule("a header of two levels", [](auto& d) {
    addLines(d, 3);
    format::Table& table = addTable(d, d.sections[0].blocks, 3);
    table.border = Length::pt(0.5);
    table.paddingX = Length::mm(1.5);
    table.rows.push_back(row({"Показатель", "Годы"}));
    table.rows.back().cells[0].rowSpan = 2;
    table.rows.back().cells[1].columnSpan = 2;
    table.rows.push_back(row({"2025", "2026"}));
    for (format::Row& header : table.rows) header.repeat = header.keepWithNext = true;
    for (int i = 0; i < 20; ++i) table.rows.push_back(row({"Школ", std::to_string(i), "7"}));
    add(d, "конец");
  });
}

void addRunning(Features& features) {
  features.rule("a header and a footer", [](auto& d) {
    format::Section& section = d.sections[0];
    section.header = paragraph("колонтитул ");
    section.header->runs.push_back({"", {}, format::Run::Field::pageNumber});
    section.footer = paragraph("стр. ");
    section.footer->runs.push_back({"", {}, format::Run::Field::pageNumber});
    section.footer->runs.push_back({" из "});
    section.footer->runs.push_back({"", {}, format::Run::Field::pageCount});
    addLines(d, 25);
  });
  features.rule("a tall footer takes room from the text", [](auto& d) {
    d.sections[0].footer = paragraph("один\nдва\nтри");
    addLines(d, 25);
  });
  features.rule("mirrored margins", [](auto& d) {
    d.mirrorMargins = true;
    d.sections[0].left = Length::twips(1000);
    addLines(d, 25);
  });
}

}  // namespace

void addFeatureRules(std::vector<Rule>& rules) {
  Features features(rules);
  addNotes(features);
  addObjects(features);
  addTabs(features);
  addText(features);
  addGroups(features);
  addRunning(features);
}

}  // namespace chancery::layout::test
