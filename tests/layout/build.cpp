#include "build.h"

namespace chancery::layout::test {

format::Document document(double size) {
  format::Document document;
  document.title = "Проба";
  document.language = "ru-RU";
  format::ParagraphStyle style;
  style.id = "text";
  style.name = "Текст";
  style.text.family = "Times New Roman";
  style.text.pdfFamily = "Tinos";
  style.text.size = Length::pt(size);
  document.styles.push_back(style);
  format::Numbering numbering;
  numbering.id = "clauses";
  numbering.levels.resize(4);
  const char* patterns[] = {"%1.", "%1.%2.", "%1.%2.%3.", "%1.%2.%3.%4."};
  for (std::size_t i = 0; i < 4; ++i) numbering.levels[i].pattern = patterns[i];
  document.numberings.push_back(numbering);
  document.instances.push_back({0, 1});
  return document;
}

int addStyle(format::Document& document) {
  format::ParagraphStyle style = document.styles.front();
  style.id = "style" + std::to_string(document.styles.size());
  style.name = style.id;
  document.styles.push_back(style);
  return static_cast<int>(document.styles.size()) - 1;
}

format::Section& addSection(format::Document& document, int width, int height) {
  format::Section section;
  section.pageWidth = Length::twips(width);
  section.pageHeight = Length::twips(height);
  document.sections.push_back(section);
  return document.sections.back();
}

format::Paragraph paragraph(std::string text, int style) {
  format::Paragraph paragraph;
  paragraph.style = style;
  if (!text.empty()) paragraph.runs.push_back({std::move(text), {}, {}, {}});
  return paragraph;
}

format::Paragraph item(std::string label, std::string text, int level, int style) {
  format::Paragraph result = paragraph(std::move(text), style);
  result.role = format::Role::listItem;
  result.label = format::Label{0, level, std::move(label)};
  return result;
}

format::Table& addTable(format::Document& document, std::vector<format::Block>& blocks,
                        std::size_t columns) {
  format::Table table;
  table.columns.resize(columns);
  table.index = document.tableCount++;
  blocks.emplace_back(std::move(table));
  return std::get<format::Table>(blocks.back());
}

format::Cell cell(std::string text) {
  format::Cell result;
  if (!text.empty()) result.blocks.emplace_back(paragraph(std::move(text)));
  return result;
}

format::Cell cell(std::vector<format::Block> blocks) {
  format::Cell result;
  result.blocks = std::move(blocks);
  return result;
}

format::Row row(std::vector<std::string> texts) {
  format::Row result;
  for (std::string& text : texts) result.cells.push_back(cell(std::move(text)));
  return result;
}

void addNote(format::Document& document, format::Paragraph& paragraph, std::string text) {
  format::Footnote footnote;
  footnote.label = std::to_string(document.footnotes.size() + 1);
  footnote.paragraphs.push_back(test::paragraph(std::move(text)));
  format::Run mark;
  mark.text = footnote.label;
  mark.style = document.styles[static_cast<std::size_t>(paragraph.style)].text;
  mark.style->raise = format::Raise::superscript;
  mark.field = format::Run::Field::footnote;
  mark.index = static_cast<int>(document.footnotes.size());
  paragraph.runs.push_back(std::move(mark));
  document.footnotes.push_back(std::move(footnote));
}

void addObject(format::Document& document, format::Paragraph& paragraph, int width, int height) {
  static const auto grey = [] {
    image::Raster raster;
    raster.width = raster.height = 1;
    raster.channels = 1;
    raster.bytes = "\x80";
    auto picture = std::make_shared<image::Picture>();
    picture->bytes = image::writePng(raster);
    picture->mediaType = "image/png";
    picture->width = picture->height = Length::mm(1);
    picture->content = std::move(raster);
    return std::shared_ptr<const image::Picture>(picture);
  }();
  format::Object object;
  object.content = grey;
  object.width = Length::twips(width);
  object.height = Length::twips(height);
  object.id = "picture-" + std::to_string(document.objects.size() + 1);
  object.alternative = "серый квадрат";
  object.text = document.styles[0].text;
  format::Run run;
  run.field = format::Run::Field::object;
  run.index = static_cast<int>(document.objects.size());
  paragraph.runs.push_back(std::move(run));
  document.objects.push_back(std::move(object));
}

const fonts::Library& library() {
  static const fonts::Library found;
  return found;
}

Laid layout(const format::Document& document, const Limits& limits) {
  Laid laid;
  Engine engine(library());
  laid.result = engine.layout(document, limits, laid.diagnostics);
  return laid;
}

std::vector<SeenLine> lines(const pages::Pages& pages, bool artifacts) {
  std::vector<SeenLine> result;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    const pages::Page& page = pages.pages[i];
    Length end;
    Length baseline = Length::emu(-1);
    for (const pages::TextRun& run : page.runs) {
      if (run.element == pages::kArtifact && !artifacts) continue;
      if (run.textLength == 0) continue;  // an accent, at its own height
      const std::string text = page.text.substr(run.textOffset, run.textLength);
      Length width;
      for (std::uint32_t g = 0; g < run.glyphCount; ++g) {
        width += Length::emu(page.glyphs[run.firstGlyph + g].advance);
      }
      if (run.y == baseline && run.x == end) {
        result.back().text += text;
        end += width;
        result.back().width += width.toTwips();
      } else {
        result.push_back({static_cast<int>(i) + 1, static_cast<long>(run.x.toTwips()),
                          static_cast<long>(run.y.toTwips()), static_cast<long>(width.toTwips()),
                          text});
        baseline = run.y;
        end = run.x + width;
      }
    }
    baseline = Length::emu(-1);
  }
  return result;
}

std::vector<std::string> texts(const pages::Pages& pages) {
  std::vector<std::string> result;
  int page = 0;
  for (const SeenLine& line : lines(pages)) {
    std::string text = line.text;
    while (!text.empty() && text.back() == ' ') text.pop_back();
    result.push_back((line.page != page ? "|" : "") + text);
    page = line.page;
  }
  return result;
}

std::string allText(const pages::Pages& pages) {
  std::string text;
  for (const SeenLine& line : lines(pages)) text += line.text;
  return text;
}

std::vector<std::string> codes(const Diagnostics& diagnostics) {
  std::vector<std::string> result;
  for (const Diagnostic& one : diagnostics.all()) result.emplace_back(one.message->code);
  return result;
}

}  // namespace chancery::layout::test
