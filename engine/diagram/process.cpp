#include "diagram/process.h"

#include "base/utf8.h"
#include "diagram/builder.h"

namespace chancery::diagram {

bool isGateway(NodeKind kind) {
  return kind == NodeKind::exclusive || kind == NodeKind::parallel || kind == NodeKind::complex;
}

bool isTask(NodeKind kind) {
  return kind == NodeKind::person || kind == NodeKind::system;
}

std::string ncName(std::string_view text) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string name;
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = utf8::next(text, i);
    const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                         (c >= '0' && c <= '9') || c == '-' || c == '.';
    if (isPlain) {
      name += static_cast<char>(c);
      continue;
    }
    std::string code;
    for (; c != 0; c >>= 4) code.insert(code.begin(), kDigits[c & 15]);
    name += '_' + code + '_';
  }
  return name;
}

Process processOf(const flow::Definition& stated, const Names& names) {
  const flow::Definition definition = inLanguage(stated, names.language);
  // Where a document may return to is known when all stages have been looked at.
  Builder first(definition, names, {});
  first.run();
  const std::set<std::size_t> targets = first.targets();
  if (targets.empty()) return first.take();
  Builder second(definition, names, targets);
  second.run();
  return second.take();
}

}  // namespace chancery::diagram
