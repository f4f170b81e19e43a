#pragma once

#include <string>

#include "base/markup.h"
#include "image/picture.h"

/// Pictures as the markup of SVG and HTML pages. A unit is a point, with two decimals.
namespace chancery::image {

/// "85.04", "-0.5", "14"
std::string svgNumber(Length length);

/// The path as a `path` element; nothing where it paints nothing.
void addPath(Markup& out, const Path& path);

/// A label as a `text` element, of the font of what is around it.
void addLabel(Markup& out, const Label& label);

/// A raster picture as a `data:` address: the file as it came if browsers know it, else a PNG.
std::string dataAddress(const Picture& picture);

}  // namespace chancery::image
