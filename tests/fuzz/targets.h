#pragma once

#include <string>
#include <string_view>

/// What the fuzzers feed: each takes one hostile text and must come back, whatever the text is.
namespace chancery::fuzz {

void readXml(std::string_view text);
void readJson(std::string_view text);
/// Parses an expression and evaluates it over a small tree, both ways.
void evaluateXPath(std::string_view text);
/// Parses a template, and fills it with data made for no template in particular.
void fillTemplate(std::string_view text);
void readWorkflow(std::string_view text);
void readProfile(std::string_view text);
/// Read as a picture; a drawing is painted, a JPEG decoded as well.
void readImage(std::string_view bytes);

}  // namespace chancery::fuzz
