#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace chancery {

enum class Language { russian, english };
enum class Severity { error, warning };

/// A sentence in both languages of the screens; {0}, {1} … stand for arguments.
struct Text {
  std::string_view russian;
  std::string_view english;

  std::string_view in(Language language) const {
    return language == Language::russian ? russian : english;
  }
};

/// One entry of the message catalogue. Every room keeps its own in `<room>/messages.h` as
/// `inline constexpr Message kUnknownElement{"X104", {"…", "…"}};`. A code is stable: it is never
/// given to another message. Its letter names the room.
struct Message {
  std::string_view code;
  Text text;
};

/// One finding about the user's input.
struct Diagnostic {
  Severity severity = Severity::error;
  const Message* message = nullptr;
  std::vector<std::string> arguments;
  const Text* hint = nullptr;  ///< what to do about it; may be null
  std::vector<std::string> hintArguments;
  Place place;

  /// The sentence with its arguments filled in.
  std::string text(Language language) const;
  /// The hint with its arguments filled in, "" without one.
  std::string hintText(Language language) const;
};

/// Hints that many rooms give.
namespace hints {
inline constexpr Text kDidYouMean{"возможно, вы имели в виду «{0}»", "did you mean “{0}”?"};
inline constexpr Text kKnownNames{"допустимо: {0}", "allowed: {0}"};
}  // namespace hints

/// Collects the findings of one run, so that a user sees all of them at once.
///
/// Limit: after `kMost` findings further ones are counted, not kept.
/// Threads: not synchronised.
class Diagnostics {
 public:
  static constexpr std::size_t kMost = 200;

  /// Adds a finding; the result may be used at once to attach a hint:
  /// `diagnostics.error(kUnknownElement, place, {name}).hint(hints::kDidYouMean, {near});`
  class Added {
   public:
    explicit Added(Diagnostic* diagnostic) : diagnostic_(diagnostic) {}
    void hint(const Text& text, std::vector<std::string> arguments = {});

   private:
    Diagnostic* diagnostic_;  // null past the limit
  };
  Added error(const Message& message, Place place, std::vector<std::string> arguments = {});
  Added warning(const Message& message, Place place, std::vector<std::string> arguments = {});
  Added add(Severity severity, const Message& message, Place place,
            std::vector<std::string> arguments = {});
  /// Adds copies of findings that were collected apart.
  void append(const Diagnostics& others);

  bool hasErrors() const { return errors_ > 0; }
  std::size_t errorCount() const { return errors_; }
  std::size_t dropped() const { return dropped_; }
  const std::vector<Diagnostic>& all() const { return all_; }

  /// Puts the findings in the order of file, line and column (stable) and removes exact repeats.
  void sort();

 private:
  std::vector<Diagnostic> all_;
  std::size_t errors_ = 0;
  std::size_t dropped_ = 0;
};

/// `text` with {0}, {1} … replaced; an argument that is missing leaves its mark in place.
std::string fill(std::string_view text, const std::vector<std::string>& arguments);

/// Findings as lines for people: «FILE:LINE:COLUMN: ошибка [X104]: …» and an indented hint.
std::string formatText(const Diagnostics& diagnostics, Language language);

/// Findings as a JSON array of {severity, code, file, line, column, message, hint}, in ASCII-safe
/// UTF-8, one line.
std::string formatJson(const Diagnostics& diagnostics, Language language);

}  // namespace chancery
