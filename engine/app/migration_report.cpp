#include <map>

#include "app/report.h"

namespace chancery::app {
namespace {

using Fate = runtime::MigrationLine::Fate;

const Text& wordsOf(Fate fate) {
  static constexpr Text kSame{"уже идёт по этой редакции", "follows this edition already"};
  static constexpr Text kGoesOn{"пойдёт дальше без изменений", "would go on as it is"};
  static constexpr Text kMoves{"перейдёт", "would move"};
  static constexpr Text kDecides{"нужно решение", "needs a decision"};
  switch (fate) {
    case Fate::same:
      return kSame;
    case Fate::goesOn:
      return kGoesOn;
    case Fate::moves:
      return kMoves;
    case Fate::decides:
      return kDecides;
  }
  return kSame;
}

}  // namespace

std::string Report::migration(const flow::Core& edition,
                              const std::vector<runtime::MigrationLine>& lines) const {
  const flow::Definition& definition = edition.definition;
  std::string text = say({"Маршрут «{0}», редакция «{1}»: документов в пути {2}\n",
                          "Workflow “{0}”, edition “{1}”: running documents {2}\n"},
                         {definition.title, definition.label, std::to_string(lines.size())});
  std::map<Fate, int> counts;
  for (const runtime::MigrationLine& line : lines) {
    ++counts[line.fate];
    text += say({"  документ {0} «{1}»: {2}\n", "  document {0} “{1}”: {2}\n"},
                {line.caseId, line.document, say(wordsOf(line.fate))});
    if (line.fate == Fate::moves) {
      text += say({"    сейчас: {0}\n    станет: {1}\n", "    now: {0}\n    then: {1}\n"},
                  {line.from, line.to});
    }
    if (line.fate != Fate::decides) continue;
    const std::string when = line.refused ? directory_.timeOf(line.refused->moment) : "";
    text += say({"    по новой редакции невозможно то, что было {0} на этапе: {1}\n",
                 "    impossible by the new edition: what happened on {0} at: {1}\n"},
                {when, line.stage});
  }
  for (const auto& [fate, count] : counts) {
    text += say(wordsOf(fate)) + ": " + std::to_string(count) + "\n";
  }
  return text + say({"Ничего не изменено: каждый документ закончит путь по той редакции, по которой "
                     "начал\n",
                     "Nothing was changed: each document ends by the edition that it began with\n"});
}

}  // namespace chancery::app
