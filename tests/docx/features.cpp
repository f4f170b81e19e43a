#include "docx/features.h"

namespace chancery::docx::sample {

std::shared_ptr<const image::Picture> png(int width, int height) {
  image::Raster raster;
  raster.width = width;
  raster.height = height;
  raster.channels = 1;
  for (int i = 0; i < width * height; ++i) raster.bytes += static_cast<char>(i * 20);
  image::Picture picture;
  picture.bytes = image::writePng(raster);
  picture.mediaType = "image/png";
  picture.width = Length::mm(width);
  picture.height = Length::mm(height);
  picture.content = std::move(raster);
  return std::make_shared<const image::Picture>(std::move(picture));
}

std::shared_ptr<const image::Picture> drawing() {
  return image::qrCode("https://example.ru/1", Length::mm(20));
}

chart::Chart chart(chart::Kind kind) {
  chart::Chart chart;
  chart.kind = kind;
  chart.title = "Итоги";
  chart.xTitle = "Год";
  chart.yTitle = "Человек";
  chart.categories = {"2024", "2025", "2026"};
  chart.series = {{"Школы", {"10", "12.5", ""}}, {"Сады", {"1200", "-3", "7.25"}}};
  if (kind == chart::Kind::pie) chart.series.resize(1);
  if (kind == chart::Kind::gantt) {
    chart.series.clear();
    chart.categories = {"Подготовка", "Проведение"};
    chart.spans = {{20454, 20484}, {20485, 20543}};  // 2026-01-01 … 01-31, 02-01 … 03-31
  }
  return chart;
}

namespace {

int add(format::Document& document, format::Object object) {
  object.id = "object-" + std::to_string(document.objects.size() + 1);
  document.objects.push_back(std::move(object));
  return static_cast<int>(document.objects.size()) - 1;
}

}  // namespace

int add(format::Document& document, std::shared_ptr<const image::Picture> picture,
        std::string alternative) {
  format::Object object;
  object.width = Length::mm(20);
  object.height = Length::mm(15);
  object.content = std::move(picture);
  object.alternative = std::move(alternative);
  return add(document, std::move(object));
}

int add(format::Document& document, chart::Chart chart) {
  format::Object object;
  object.width = Length::mm(120);
  object.height = Length::mm(60);
  object.alternative = "Диаграмма «" + chart.title + "»";
  object.text = document.styles[cellText].text;
  object.content = std::make_shared<const chart::Chart>(std::move(chart));
  return add(document, std::move(object));
}

int mark(format::Document& document, std::string id) {
  document.bookmarks.push_back({std::move(id)});
  return static_cast<int>(document.bookmarks.size()) - 1;
}

format::Run note(format::Document& document, std::string text) {
  const auto index = static_cast<int>(document.footnotes.size());
  document.footnoteStyle = document.styles[small];
  document.footnotes.push_back(
      {std::to_string(index + 1), {paragraph(std::move(text), small)}, {}});
  format::Run mark = field(format::Run::Field::footnote);
  mark.text = document.footnotes.back().label;
  mark.index = index;
  mark.style = document.styles[sample::text].text;
  mark.style->raise = format::Raise::superscript;
  return mark;
}

format::Run shown(int object) {
  format::Run run = field(format::Run::Field::object);
  run.index = object;
  return run;
}

format::Run pageOf(int bookmark) {
  format::Run run = field(format::Run::Field::pageOf);
  run.index = bookmark;
  return run;
}

format::Run linked(std::string text, int bookmark) {
  format::Run run = sample::run(std::move(text));
  run.link = bookmark;
  return run;
}

format::Paragraph line(std::string text, int bookmark, int style) {
  format::Paragraph line = paragraph("", style);
  line.role = format::Role::contentsItem;
  line.runs = {linked(std::move(text), bookmark), linked("\t", bookmark), pageOf(bookmark)};
  line.runs.back().link = bookmark;
  return line;
}

namespace {

format::Paragraph figure(int object) {
  format::Paragraph figure = paragraph("", cellText);
  figure.runs = {shown(object)};
  return figure;
}

void addContents(format::Document& document, std::vector<format::Block>& blocks, int chapter,
                 int caption) {
  format::Contents contents;
  contents.lines = {line("1 Общие положения", chapter, cellText)};
  format::Contents tables;
  tables.of = format::Contents::Of::tables;
  tables.lines = {line("Таблица 1 – Показатели", caption, small)};
  for (const int style : {cellText, small}) {
    document.styles[static_cast<std::size_t>(style)].tabs = document.styles[text].tabs;
  }
  blocks.push_back(contents);
  blocks.push_back(tables);
}

void addGroups(format::Document& document, std::vector<format::Block>& blocks) {
  format::Cell group = cell("Группа", 1, 3);
  group.repeatLabel = true;
  auto groups = table(document, 2, {row({group, cell("а")}), row({cell("б")}), row({cell("в")})});
  blocks.push_back(groups);
}

}  // namespace

format::Document features() {
  format::Document all = document();
  const int chapter = mark(all, "chapter-1");
  const int caption = mark(all, "table-1");
  auto& title = all.sections[0].blocks;
  addContents(all, title, chapter, caption);
  all.sections[0].placed = {{add(all, png(), "Герб района"), Length::mm(90), Length::mm(10)}};
  all.sections[0].footer = all.sections[0].header;
  all.sections[0].footer->runs = {field(format::Run::Field::sectionPageCount)};
  all.sections[0].footerOffset = Length::mm(8);

  format::Section main = document().sections[0];
  main.startsOdd = true;
  auto head = paragraph("1 Общие положения", heading);
  head.role = format::Role::heading1;
  head.bookmark = chapter;
  head.pageBreakBefore = true;
  main.blocks.push_back(head);
  auto words = paragraph("Сноска");
  words.runs.push_back(note(all, "Первая."));
  words.runs.push_back(run(" и вторая"));
  words.runs.push_back(note(all, "Вторая."));
  words.runs.push_back(run(", см. "));
  words.runs.push_back(linked("таблицу 1", caption));
  words.runs.push_back(run(" на стр. "));
  words.runs.push_back(pageOf(caption));
  main.blocks.push_back(words);
  auto named = paragraph("Таблица 1 – Показатели", cellText);
  named.role = format::Role::caption;
  named.bookmark = caption;
  main.blocks.push_back(named);
  addGroups(all, main.blocks);
  main.blocks.push_back(figure(add(all, drawing(), "Код")));
  for (const auto kind :
       {chart::Kind::bar, chart::Kind::line, chart::Kind::pie, chart::Kind::gantt}) {
    main.blocks.push_back(figure(add(all, chart(kind))));
  }
  main.placed = {{add(all, png(2, 2), ""), Length::mm(150), Length::mm(250)}};
  all.objects.back().decorative = true;
  all.sections.push_back(main);
  all.mirrorMargins = true;
  return all;
}

format::Resolved resolveFeatures(const format::Document& document) {
  format::Resolved resolved = resolve(document);
  resolved.pageCount = 4;
  resolved.bookmarkPages.assign(document.bookmarks.size(), 3);
  resolved.sectionPageCounts = {1, 3};
  resolved.groupBreaks = {{0, 2, 0}};
  return resolved;
}

}  // namespace chancery::docx::sample
