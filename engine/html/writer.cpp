#include "html/writer.h"

#include "html/body.h"
#include "html/style_sheet.h"

namespace chancery::html {

std::string write(const format::Document& document) {
  Body body(document);
  for (std::size_t i = 0; i < document.sections.size(); ++i) {
    body.addSection(document.sections[i], i);
  }
  Markup out;
  out.raw("<!DOCTYPE html>\n<html").attribute("lang", document.language).raw(">\n<head>\n");
  out.raw("<meta charset=\"utf-8\"/>\n")
      .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
      .raw("style-src 'unsafe-inline'; img-src data:\"/>\n")
      .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
  out.raw("<title>").text(document.title).raw("</title>\n");
  if (!document.author.empty()) {
    out.raw("<meta name=\"author\"").attribute("content", document.author).raw("/>\n");
  }
  out.raw("<style>\n").raw(styleSheet(document)).raw("</style>\n</head>\n<body>\n<main>\n");
  // Who goes from heading to heading needs one to begin with.
  if (!body.hasHeadings()) {
    out.raw("<h1 class=\"unseen\">").text(document.title).raw("</h1>\n");
  }
  out.raw(body.take()).raw("</main>\n</body>\n</html>\n");
  return out.take();
}

}  // namespace chancery::html
