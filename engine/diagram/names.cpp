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

std::string Names::of(const std::string& kind, const std::string& id) const {
  const auto title = titles.find(kind + ':' + id);
  return title == titles.end() || title->second.empty() ? id : title->second;
}

flow::Definition inLanguage(flow::Definition definition, Language language) {
  for (flow::Stage& stage : definition.stages) {
    const Text& title = flow::wordsOf(stage.kind).title;
    if (stage.title == title.russian) stage.title = std::string(title.in(language));
  }
  return definition;
}

}  // namespace chancery::diagram
