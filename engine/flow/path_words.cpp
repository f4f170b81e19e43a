#include "flow/path_words.h"

#include "base/suggest.h"

namespace chancery::flow {
namespace {

// Messages carry arguments that are the same in both languages; the office's own is Russian.
std::string_view rejectionOf(EffectKind kind) {
  switch (kind) {
    case EffectKind::renderDraft:
    case EffectKind::renderFinal:
      return "файл не изготовлен";
    case EffectKind::checkForm:
      return "найдены ошибки";
    case EffectKind::reserve:
      return "номер не дан";
    case EffectKind::release:
      return "номер не возвращён";
    case EffectKind::registration:
      return "номер не внесён в журнал";
    case EffectKind::wait:
      return "время не наступило";
    case EffectKind::findPeople:
      return "люди не найдены";
    case EffectKind::startPart:
      return "работа с приложением не начата";
    case EffectKind::awaitPart:
      return "приложение не согласовано";
    case EffectKind::distribute:
      return "не разослано";
    case EffectKind::publish:
      return "не размещено";
  }
  return {};
}

std::string_view successOf(EffectKind kind) {
  switch (kind) {
    case EffectKind::checkForm:
      return "ошибок нет";
    case EffectKind::registration:
      return "номер внесён в журнал";
    case EffectKind::awaitPart:
      return "приложение согласовано";
    case EffectKind::distribute:
      return "разослано";
    case EffectKind::publish:
      return "размещено";
    default:
      return {};
  }
}

std::string buttonOf(const Core& core, const Move& move) {
  std::string words(wordsOf(move.outcome).button.russian);
  if (move.outcome != Outcome::submit || core.definition.questions().conditions.empty()) {
    return words;
  }
  return words + (move.holds.empty() ? "" : " (" + joined(move.holds, "; ") + ")");
}

std::string inWords(const Core& core, const Move& move) {
  const EffectKind effect = core.nodes[move.node].effect;
  switch (move.kind) {
    case Event::Kind::start:
    case Event::Kind::act:
      return buttonOf(core, move);
    case Event::Kind::recall:
      return "Отозвать";
    case Event::Kind::cancel:
      return "Снять с рассмотрения";
    case Event::Kind::lapse:
      return "срок истёк";
    case Event::Kind::done:
      if (effect == EffectKind::findPeople) return "найдено людей: " + std::to_string(move.people);
      return std::string(successOf(effect));
    default:
      return std::string(rejectionOf(effect));
  }
}

// Recall and cancel belong to no stage.
std::string stageOf(const Core& core, const Move& move) {
  const bool isOfStage = move.kind != Event::Kind::recall && move.kind != Event::Kind::cancel;
  return isOfStage ? core.stageOf(core.nodes[move.node]).title : std::string();
}

}  // namespace

std::string inWords(const Core& core, const std::vector<Move>& path) {
  std::string text;
  std::string stage;
  std::string last;
  std::size_t times = 0;
  const auto flush = [&] {
    if (times > 1) text += " ×" + std::to_string(times);
    times = 0;
  };
  bool isFirst = true;
  for (const Move& move : path) {
    const std::string words = inWords(core, move);
    if (words.empty()) continue;
    const std::string title = stageOf(core, move);
    const bool isSameStage = !isFirst && title == stage;
    if (isSameStage && words == last) {
      ++times;
      continue;
    }
    flush();
    if (!isFirst) text += isSameStage ? ", " : " → ";
    if (!isSameStage && !title.empty()) text += "«" + title + "»: ";
    text += words;
    isFirst = false;
    stage = title;
    last = words;
    times = 1;
  }
  flush();
  return text;
}

}  // namespace chancery::flow
