#include "format/model.h"

namespace chancery::format {

int headingLevel(Role role) {
  switch (role) {
    case Role::heading1:
      return 1;
    case Role::heading2:
      return 2;
    case Role::heading3:
      return 3;
    case Role::heading4:
      return 4;
    case Role::paragraph:
    case Role::listItem:
    case Role::caption:
    case Role::contentsItem:
      break;
  }
  return 0;
}

int outlineLevel(Role role, const ParagraphStyle& style) {
  const int level = headingLevel(role);
  return level > 0 ? level : style.outlineLevel;
}

}  // namespace chancery::format
