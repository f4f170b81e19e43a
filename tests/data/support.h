#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/data_set.h"

namespace chancery::data {

using Found = std::vector<std::string>;

/// One data file read with what was found in it.
struct Reading {
  Sources sources;
  Diagnostics diagnostics;
  std::optional<DataSet> data;

  Reading(const std::string& text, Format format, const Limits& limits = {}) {
    data = read(sources, sources.add("d", text), format, limits, diagnostics);
  }
  std::string dump() const { return data ? data->dom().dump() : "nothing"; }
  Found found() const {
    Found result;
    for (const Diagnostic& d : diagnostics.all()) {
      result.push_back(std::string(d.message->code) + ' ' + std::to_string(d.place.line) + ':' +
                       std::to_string(d.place.column));
    }
    return result;
  }
  std::string message() const { return diagnostics.all().at(0).text(Language::russian); }
  std::string hint() const { return diagnostics.all().at(0).hintText(Language::russian); }
};

inline Reading json(const std::string& text, const Limits& limits = {}) {
  return Reading(text, Format::json, limits);
}
inline Reading xmlData(const std::string& text, const Limits& limits = {}) {
  return Reading(text, Format::xml, limits);
}

}  // namespace chancery::data
