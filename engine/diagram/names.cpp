#include "diagram/names.h"

namespace chancery::diagram {

std::string Names::of(const flow::Selector& selector) const {
  const auto title = titles.find(selector.text());
  if (title != titles.end()) return title->second;
  switch (selector.kind) {
    case flow::Selector::Kind::author:
      return say({"Автор документа", "Author"});
    case flow::Selector::Kind::named:
      return say({"Названные в документе", "Those the document names"});
    case flow::Selector::Kind::role:
    case flow::Selector::Kind::person:
      break;
  }
  return selector.name;
}

}  // namespace chancery::diagram
