#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/length.h"
#include "xml/tree.h"

namespace chancery::format {

/// Reads attribute values of a style profile and reports what is wrong with them at their place.
/// Each function gives a usable value in any case, so that one run finds every error.
class ProfileValues {
 public:
  ProfileValues(const Sources& sources, Diagnostics& diagnostics)
      : sources_(sources), diagnostics_(diagnostics) {}

  void allowAttributes(const xml::Node& element, const std::vector<std::string>& names);

  std::string text(const xml::Node& element, std::string_view name, std::string_view absent);
  std::string requireText(const xml::Node& element, std::string_view name);
  /// 0 to 1 m; letter-spacing and indents may be negative down to -1 m.
  Length length(const xml::Node& element, std::string_view name, Length absent);
  /// 0 to 1 m.
  Length positiveLength(const xml::Node& element, std::string_view name, Length absent);
  Length requireLength(const xml::Node& element, std::string_view name);
  double number(const xml::Node& element, std::string_view name, double absent, double least,
                double most);
  bool yes(const xml::Node& element, std::string_view name, bool absent);
  std::string choice(const xml::Node& element, std::string_view name,
                     const std::vector<std::string>& allowed, std::string_view absent);

  Diagnostics::Added error(const Message& message, const xml::Node& element,
                           std::vector<std::string> arguments = {});
  Diagnostics::Added badValue(const xml::Node& element, std::string_view attribute);
  void unknownName(const Message& message, const xml::Node& element, std::string_view attribute,
                   const std::string& name, const std::vector<std::string>& known);
  void unknownElement(const xml::Node& element, const std::vector<std::string>& known);

 private:
  Place place(const xml::Node& element, std::string_view attribute) const;

  const Sources& sources_;
  Diagnostics& diagnostics_;
};

}  // namespace chancery::format
