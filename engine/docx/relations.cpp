#include "docx/relations.h"

#include <algorithm>

#include "docx/markup.h"

namespace chancery::docx {
namespace {

constexpr std::string_view kType =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string idOf(std::size_t index) {
  return "rId" + std::to_string(index + 1);
}

}  // namespace

std::string Relations::add(std::string_view type, std::string_view target) {
  const auto found = std::find_if(relations_.begin(), relations_.end(), [&](const auto& relation) {
    return relation.second == target && relation.first == type;
  });
  const auto index = static_cast<std::size_t>(found - relations_.begin());
  if (found == relations_.end()) relations_.emplace_back(type, target);
  return idOf(index);
}

std::string Relations::part() const {
  Markup out;
  out.raw(kXmlDeclaration)
      .raw(
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
  for (std::size_t i = 0; i < relations_.size(); ++i) {
    const auto& [type, target] = relations_[i];
    out.raw("<Relationship").attribute("Id", idOf(i)).raw(" Type=\"").raw(kType).raw(type);
    out.raw("\"").attribute("Target", target).raw("/>");
  }
  out.raw("</Relationships>");
  return out.take();
}

std::string relationsName(std::string_view part) {
  const std::size_t name = part.rfind('/') + 1;
  return std::string(part.substr(0, name)).append("_rels/").append(part.substr(name)) + ".rels";
}

}  // namespace chancery::docx
