#pragma once

#include <string_view>

#include "docx/markup.h"
#include "format/model.h"

/// How figures of the formatted document are said in WordprocessingML.
/// Element order: ECMA-376-1, CT_PPr and EG_RPrBase.
namespace chancery::docx {

/// Content of w:rPr: what `style` says otherwise than `base`; nothing when they are alike.
void appendRunProperties(Markup& out, const format::TextStyle& style,
                         const format::TextStyle& base);

/// Content of w:pPr of a style: what `style` says otherwise than `base`.
void appendParagraphProperties(Markup& out, const format::ParagraphStyle& style,
                               const format::ParagraphStyle& base);

void appendFonts(Markup& out, std::string_view family);
void appendSize(Markup& out, Length size);
void appendIndents(Markup& out, Length left, Length right, Length firstLine);
void appendNumberingIndents(Markup& out, Length left, Length firstLine);
void appendSpacing(Markup& out, const format::ParagraphStyle& style);
std::string_view alignName(format::Align align);

}  // namespace chancery::docx
