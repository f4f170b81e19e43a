#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chancery::docx {

/// A part of the package beside the main one and what every package has.
struct Part {
  std::string name;  ///< "word/header1.xml"
  std::string type;  ///< its content type; "" when the ending of its name tells it
  std::string bytes;
  bool compressed = false;  ///< by itself already: pictures, archives
  bool shared = false;      ///< alike in many documents
};
using Parts = std::vector<Part>;

inline constexpr std::string_view kWordType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// The content type of a WordprocessingML part: "header", "footnotes".
inline std::string wordType(std::string_view kind) {
  return std::string(kWordType).append(kind).append("+xml");
}

}  // namespace chancery::docx
