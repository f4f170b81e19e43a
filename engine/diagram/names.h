#pragma once

#include <map>
#include <string>

#include "base/diagnostic.h"
#include "flow/definition.h"

namespace chancery::diagram {

/// What those who take part are called in pictures and texts.
struct Names {
  Language language = Language::russian;
  /// By Selector::text(): the posts that an office gives a role, the name of a person; besides
  /// "series:ID" and "list:ID". What is not here goes by its id.
  std::map<std::string, std::string> titles = {};

  std::string of(const flow::Selector& selector) const;
  /// Of a number series or a list of addressees.
  std::string of(const std::string& kind, const std::string& id) const;
  std::string say(const Text& text) const { return std::string(text.in(language)); }
};

/// The definition with the ordinary titles of stages in that language; titles of its own stay.
flow::Definition inLanguage(flow::Definition definition, Language language);

}  // namespace chancery::diagram
