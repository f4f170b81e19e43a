#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/resources.h"
#include "base/clock.h"
#include "base/diagnostic.h"

namespace CLI {
class App;
}

/// The command line: arguments in, calls of `app`, lines and exit codes out.
namespace chancery::cli {

/// 0 done; 1 the input has errors; 2 wrong usage; 3 the world failed.
enum ExitCode { kDone = 0, kInputErrors = 1, kWrongUsage = 2, kWorldFailed = 3 };

/// What every command shares.
struct Context {
  Language language = Language::russian;
  std::string lang;             ///< as written; `language` is read before
  std::string format = "text";  ///< of diagnostics: "text" or "json"
  std::string time;             ///< fixes the clock; "" = the system's
  std::string office;           ///< folder; "" = $CHANCERY_OFFICE or the current one
  std::string viewer;           ///< who looks: a person's id; "" = nobody in particular
  std::function<int()> action;  ///< of the command that was named

  std::string say(const Text& text) const { return std::string(text.in(language)); }
  /// Nothing when --time is no time.
  std::unique_ptr<Clock> clock() const;
  app::Resources resources() const;
};

/// Prints `text` to standard output and the diagnostics to standard error; the exit code.
int finish(const Context& context, const std::string& text, Diagnostics& diagnostics);

void addInit(CLI::App& program, Context& context);
void addRender(CLI::App& program, Context& context);
void addCheck(CLI::App& program, Context& context);
void addWorkflow(CLI::App& program, Context& context);
void addTest(CLI::App& program, Context& context);
void addCaseCommands(CLI::App& program, Context& context);
void addVersionCommands(CLI::App& program, Context& context);
void addTaskCommands(CLI::App& program, Context& context);
void addJournalCommands(CLI::App& program, Context& context);
void addDate(CLI::App& program, Context& context);
void addDeadline(CLI::App& program, Context& context);

/// A command with its help and an example.
CLI::App* addCommand(CLI::App& program, Context& context, const char* name, const Text& help,
                     const char* example);
void addLanguage(CLI::App& app, Context& context);
void addOffice(CLI::App& command, Context& context);
void addTime(CLI::App& command, Context& context);

}  // namespace chancery::cli
