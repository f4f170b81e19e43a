#include "pdf/attachments.h"

#include <map>

#include "pdf/syntax.h"

namespace chancery::pdf {
namespace {

void addFile(ObjectWriter& out, int number, const Attachment& attachment, Moment moment) {
  std::string entries = "/Type/EmbeddedFile/Subtype";
  addName(entries, attachment.mediaType);
  addInteger(entries += "/Params<</Size ", static_cast<std::int64_t>(attachment.bytes.size()));
  addDate(entries += "/ModDate", moment);
  entries += ">>";
  out.addCompressed(number, entries, attachment.bytes);
}

void addSpecification(ObjectWriter& out, int number, const Attachment& attachment, int file) {
  std::string& text = out.open(number);
  addTextString(text += "<</Type/Filespec/F", attachment.name);
  addTextString(text += "/UF", attachment.name);
  if (!attachment.description.empty()) addTextString(text += "/Desc", attachment.description);
  addReference(text += "/AFRelationship/Source/EF<</F ", file);
  addReference(text += "/UF ", file);
  text += ">>>>";
  out.close();
}

}  // namespace

std::string writeAttachments(ObjectWriter& out, const std::vector<Attachment>& attachments,
                             Moment moment) {
  if (attachments.empty()) return {};
  const int first = out.reserve(2 * static_cast<int>(attachments.size()));
  std::map<std::string, int> specifications;  // name trees are sorted by their keys' bytes
  std::string associated = "/AF[";
  for (std::size_t i = 0; i < attachments.size(); ++i) {
    const int file = first + 2 * static_cast<int>(i);
    addFile(out, file, attachments[i], moment);
    addSpecification(out, file + 1, attachments[i], file);
    std::string key = attachments[i].name;
    while (specifications.count(encodeText(key)) != 0) key += '\'';
    specifications.emplace(encodeText(key), file + 1);
    addReference(associated, file + 1);
    associated += ' ';
  }
  std::string names = "/Names<</EmbeddedFiles<</Names[";
  for (const auto& [key, number] : specifications) {
    addLiteral(names, key);
    addReference(names, number);
  }
  return associated + ']' + names + "]>>>>";
}

}  // namespace chancery::pdf
