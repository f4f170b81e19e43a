#include "image/messages.h"
#include "image/picture.h"
#include "image/readers.h"
#include "image/svg_painter.h"
#include "xml/reader.h"

namespace chancery::image {
namespace {

/// Older programs write a DOCTYPE that names SVG's; this one declares nothing and goes. One that
/// declares something stays, and the reader refuses it.
void blankDoctype(std::string& text) {
  const std::size_t start = text.find("<!DOCTYPE svg");
  if (start == std::string::npos || start > 4096) return;
  const std::size_t end = text.find('>', start);
  const std::size_t subset = text.find('[', start);
  if (end == std::string::npos || subset < end) return;
  for (std::size_t i = start; i <= end; ++i) {
    if (text[i] != '\n') text[i] = ' ';
  }
}

}  // namespace

bool isSvg(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bytes = svg::trimmed(bytes);
  return bytes.starts_with('<') && bytes.substr(0, 4096).find("<svg") != std::string_view::npos;
}

std::shared_ptr<const Picture> readSvg(std::string bytes, const Request& request) {
  blankDoctype(bytes);
  Sources sources;
  const SourceId source = sources.add(std::string(request.name), bytes);
  Diagnostics& found = request.diagnostics;
  const std::size_t before = found.errorCount();
  auto picture = std::make_shared<Picture>();
  const auto root = xml::read(sources, source, {}, found);
  if (root && root->name != "svg") {
    found.error(messages::kNotSvg, sources.place(root->origin.stated), {root->name});
  } else if (root) {
    Drawing drawing = svg::Painter(sources, request.limits, found).paint(*root);
    picture->width = drawing.width;
    picture->height = drawing.height;
    picture->content = std::move(drawing);
  }
  if (found.errorCount() > before) {
    found.error(messages::kUnreadableSvg, request.place, {std::string(request.name)});
    return nullptr;
  }
  picture->mediaType = "image/svg+xml";
  picture->bytes = std::move(bytes);
  return picture;
}

}  // namespace chancery::image
