#include "xml/parser_errors.h"

#include <libxml/xmlerror.h>

#include <string>

#include "xml/messages.h"
#include "xml/tree.h"

namespace chancery::xml {
namespace {

std::string trimmed(const char* sentence) {
  std::string text = sentence ? sentence : "";
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  return text;
}

/// The offset of the last `mark` at or before the parser's position: where the slip began.
Position backTo(std::string_view mark, std::string_view text, Position position) {
  const std::size_t found = text.rfind(mark, position.offset);
  if (found != std::string_view::npos) position.offset = static_cast<std::uint32_t>(found);
  return position;
}

/// What people mean by a prefix of the product's own templates.
std::string usualUri(std::string_view prefix) {
  if (prefix == "t") return std::string(uriOf(Namespace::templates));
  if (prefix == "office") return std::string(uriOf(Namespace::office));
  return "…";
}

}  // namespace

bool reportParserError(const ParserError& error, const Sources& sources, Position position,
                       Diagnostics& diagnostics) {
  const std::string name = error.name ? error.name : "";
  const std::string_view text = sources.text(position.source);
  const auto report = [&](const Message& message, Position at) {
    return diagnostics.error(
        message, sources.place(at),
        name.empty() ? std::vector<std::string>{} : std::vector<std::string>{name});
  };
  switch (error.code) {
    case XML_ERR_TAG_NAME_MISMATCH:
      report(messages::kMismatchedTag, backTo("</", text, position))
          .hint(messages::kOpenedAt, {name, std::to_string(error.line)});
      return false;
    case XML_ERR_TAG_NOT_FINISHED:
      report(messages::kPrematureEnd, position)
          .hint(messages::kOpenedAt, {name, std::to_string(error.line)});
      return false;
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
      report(messages::kUndefinedEntity, backTo("&", text, position))
          .hint(messages::kKnownEntities);
      return true;
    case XML_ERR_NAME_REQUIRED:
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
      diagnostics.error(messages::kBareAmpersand, sources.place(backTo("&", text, position)))
          .hint(messages::kWriteAmpersand);
      return true;
    case XML_ERR_LT_IN_ATTRIBUTE:
      diagnostics.error(messages::kBareLess, sources.place(position)).hint(messages::kWriteLess);
      return false;
    case XML_ERR_ATTRIBUTE_REDEFINED:
      report(messages::kDuplicateAttribute, backTo(name, text, position));
      return true;
    case XML_ERR_ATTRIBUTE_NOT_STARTED:
    case XML_ERR_ATTRIBUTE_NOT_FINISHED:
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
      diagnostics.error(messages::kAttributeValue, sources.place(position));
      return false;
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      report(messages::kUnknownPrefix, backTo("<", text, position))
          .hint(messages::kDeclarePrefix, {name, usualUri(name)});
      return true;
    case XML_ERR_DOCUMENT_EMPTY:
      diagnostics.error(messages::kEmptyFile, sources.place(position));
      return false;
    case XML_ERR_DOCUMENT_END:
      diagnostics.error(messages::kExtraContent, sources.place(position));
      return false;
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_CHARREF:
      diagnostics.error(messages::kInvalidCharacter, sources.place(position));
      return false;
    case XML_ERR_GT_REQUIRED:
    case XML_ERR_SPACE_REQUIRED:
    case XML_ERR_LTSLASH_REQUIRED:
      diagnostics.error(messages::kTagSyntax, sources.place(backTo("<", text, position)))
          .hint(messages::kTagParts);
      return false;
    default:
      diagnostics.error(messages::kNotWellFormed, sources.place(position),
                        {trimmed(error.sentence)});
      return false;
  }
}

}  // namespace chancery::xml
