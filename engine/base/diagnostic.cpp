#include "base/diagnostic.h"

#include <algorithm>
#include <tuple>

#include "base/json.h"

namespace chancery {

std::string fill(std::string_view text, const std::vector<std::string>& arguments) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool isMark = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' &&
                        text[i + 1] >= '0' && text[i + 1] <= '9';
    const auto index = isMark ? static_cast<std::size_t>(text[i + 1] - '0') : arguments.size();
    if (index < arguments.size()) {
      result += arguments[index];
      i += 2;
    } else {
      result += text[i];
    }
  }
  return result;
}

std::string Diagnostic::text(Language language) const {
  return fill(message->text.in(language), arguments);
}

std::string Diagnostic::hintText(Language language) const {
  return hint ? fill(hint->in(language), hintArguments) : std::string();
}

void Diagnostics::Added::hint(const Text& text, std::vector<std::string> arguments) {
  if (!diagnostic_) return;
  diagnostic_->hint = &text;
  diagnostic_->hintArguments = std::move(arguments);
}

Diagnostics::Added Diagnostics::error(const Message& message, Place place,
                                      std::vector<std::string> arguments) {
  return add(Severity::error, message, std::move(place), std::move(arguments));
}

Diagnostics::Added Diagnostics::warning(const Message& message, Place place,
                                        std::vector<std::string> arguments) {
  return add(Severity::warning, message, std::move(place), std::move(arguments));
}

Diagnostics::Added Diagnostics::add(Severity severity, const Message& message, Place place,
                                    std::vector<std::string> arguments) {
  if (severity == Severity::error) ++errors_;
  if (all_.size() >= kMost) {
    ++dropped_;
    return Added(nullptr);
  }
  Diagnostic diagnostic;
  diagnostic.severity = severity;
  diagnostic.message = &message;
  diagnostic.arguments = std::move(arguments);
  diagnostic.place = std::move(place);
  all_.push_back(std::move(diagnostic));
  return Added(&all_.back());
}

void Diagnostics::append(const Diagnostics& others) {
  for (const Diagnostic& other : others.all_) {
    auto added = add(other.severity, *other.message, other.place, other.arguments);
    if (other.hint) added.hint(*other.hint, other.hintArguments);
  }
}

void Diagnostics::sort() {
  const auto key = [](const Diagnostic& d) {
    return std::tie(d.place.file, d.place.line, d.place.column);
  };
  std::stable_sort(all_.begin(), all_.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  const auto same = [&](const Diagnostic& a, const Diagnostic& b) {
    return key(a) == key(b) && a.message == b.message && a.arguments == b.arguments;
  };
  all_.erase(std::unique(all_.begin(), all_.end(), same), all_.end());
}

std::string formatText(const Diagnostics& diagnostics, Language language) {
  const bool russian = language == Language::russian;
  std::string result;
  for (const Diagnostic& d : diagnostics.all()) {
    if (!d.place.file.empty()) {
      result += d.place.file;
      if (d.place.line > 0) {
        result += ':' + std::to_string(d.place.line) + ':' + std::to_string(d.place.column);
      }
      result += ": ";
    }
    if (d.severity == Severity::error) {
      result += russian ? "ошибка" : "error";
    } else {
      result += russian ? "предупреждение" : "warning";
    }
    result += " [" + std::string(d.message->code) + "]: " + d.text(language) + '\n';
    if (d.hint) {
      result +=
          std::string("    ") + (russian ? "подсказка: " : "hint: ") + d.hintText(language) + '\n';
    }
  }
  if (diagnostics.dropped() > 0) {
    result += fill(russian ? "… и ещё {0}\n" : "… and {0} more\n",
                   {std::to_string(diagnostics.dropped())});
  }
  return result;
}

std::string formatJson(const Diagnostics& diagnostics, Language language) {
  std::string result = "[";
  for (const Diagnostic& d : diagnostics.all()) {
    if (result.size() > 1) result += ',';
    result += R"({"severity":")";
    result += d.severity == Severity::error ? "error" : "warning";
    result += R"(","code":)" + json::quoted(d.message->code);
    result += R"(,"file":)" + json::quoted(d.place.file);
    result += R"(,"line":)" + std::to_string(d.place.line);
    result += R"(,"column":)" + std::to_string(d.place.column);
    result += R"(,"message":)" + json::quoted(d.text(language));
    if (d.hint) result += R"(,"hint":)" + json::quoted(d.hintText(language));
    result += '}';
  }
  return result + "]\n";
}

}  // namespace chancery
