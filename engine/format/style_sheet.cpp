#include "format/style_sheet.h"

#include <array>

namespace chancery::format {
namespace {

struct Identity {
  const char* id;    // in DOCX
  const char* name;  // as Word shows it
  int outlineLevel;
};

constexpr std::array<Identity, kStyleCount> kIdentities{{
    {"BodyText", "Текст документа", 0},
    {"Letterhead", "Бланк", 0},
    {"DocumentKind", "Вид документа", 0},
    {"RegistrationDate", "Дата документа", 0},
    {"RegistrationNumber", "Регистрационный номер", 0},
    {"Place", "Место составления", 0},
    {"DocumentTitle", "Заголовок к тексту", 1},
    {"Subtitle", "Подзаголовок", 0},
    {"Command", "Распорядительное слово", 0},
    {"Clause", "Пункт", 0},
    {"ListItem", "Элемент перечня", 0},
    {"Heading1", "heading 1", 1},
    {"Heading2", "heading 2", 2},
    {"Heading3", "heading 3", 3},
    {"Signature", "Подпись", 0},
    {"SignatureName", "Подпись: имя", 0},
    {"Executor", "Исполнитель", 0},
    {"Agreed", "Гриф согласования", 0},
    {"Approved", "Гриф утверждения", 0},
    {"ApprovedBy", "Гриф утверждения актом", 0},
    {"AppendixMark", "Отметка о приложении", 0},
    {"TableText", "Текст таблицы", 0},
    {"TableHeader", "Шапка таблицы", 0},
    {"TableColumnNumber", "Номер столбца", 0},
    {"TableSection", "Раздел таблицы", 0},
    {"Abbreviation", "Сокращение", 0},
    {"PageNumber", "Номер страницы", 0},
}};

}  // namespace

int StyleSheet::index(StyleName name) {
  const StyleLook& look = profile_.look(name);
  const bool varies = look.width.has_value() && landscape_;
  const auto [entry, isNew] = made_.try_emplace({name, varies}, 0);
  if (isNew) {
    entry->second = static_cast<int>(document_.styles.size());
    document_.styles.push_back(make(name));
    if (varies) {
      document_.styles.back().id += "Landscape";
      document_.styles.back().name += " (альбомный лист)";
    }
  }
  return entry->second;
}

ParagraphStyle StyleSheet::make(StyleName name) const {
  const StyleLook& look = profile_.look(name);
  const Identity& identity = kIdentities[static_cast<std::size_t>(name)];
  ParagraphStyle style;
  style.id = identity.id;
  style.name = identity.name;
  style.outlineLevel = identity.outlineLevel;
  style.text = look.text;
  style.align = look.align;
  style.left = look.left;
  style.firstLine = look.firstLine;
  style.before = look.before;
  style.after = look.after;
  style.spacing = look.spacing;
  style.keepWithNext = look.keepWithNext;
  style.keepLines = look.keepLines;
  const Length room = look.width ? textWidth_ - *look.width : Length();
  if (room > Length()) {
    if (look.atRight) {
      style.left += room;
    } else if (look.align == Align::center) {
      style.left += room / 2;
      style.right = room / 2;
    } else {
      style.right = room;
    }
  }
  return style;
}

}  // namespace chancery::format
