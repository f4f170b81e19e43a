#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "render/render.h"

/// «Откуда это?»: points of pages as people write them, and the answers.
namespace chancery::app {

/// "3:120,200": page, distance from its left and top edge in points, or with mm, cm or pt behind
/// each; nothing when it is no such thing.
std::optional<render::Spot> parseSpot(std::string_view text);

/// The answer in lines for people.
std::string explanationText(const render::Explanation& explanation, const render::Spot& spot,
                            Language language);

/// The answer as one line of JSON: {page, x, y (points), text, words, template, data}; words are
/// "engine", "stated", "data" or "given"; template and data are {file, line, column} or null, and
/// so are text and words where nothing stands.
std::string explanationJson(const render::Explanation& explanation, const render::Spot& spot);

}  // namespace chancery::app
