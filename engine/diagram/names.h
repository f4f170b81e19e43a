#pragma once

#include <map>
#include <string>

#include "base/diagnostic.h"
#include "flow/definition.h"

namespace chancery::diagram {

/// What those who take part are called in pictures and texts.
struct Names {
  Language language = Language::russian;
  /// By Selector::text(): the posts that an office gives a role, the name of a person. What is not
  /// here goes by its id.
  std::map<std::string, std::string> titles = {};

  std::string of(const flow::Selector& selector) const;
  std::string say(const Text& text) const { return std::string(text.in(language)); }
};

}  // namespace chancery::diagram
