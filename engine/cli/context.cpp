#include "cli/context.h"

#include <CLI/CLI.hpp>
#include <iostream>

namespace chancery::cli {

std::unique_ptr<Clock> Context::clock() const {
  if (time.empty()) return std::make_unique<SystemClock>();
  const auto moment = parseMoment(time);
  return moment ? std::make_unique<FixedClock>(*moment) : nullptr;
}

app::Resources Context::resources() const {
  return app::findResources(app::programPath());
}

int finish(const Context& context, const std::string& text, Diagnostics& diagnostics) {
  diagnostics.sort();
  std::cout << text << std::flush;
  if (context.format == "json") {
    std::cerr << formatJson(diagnostics, context.language) << std::flush;
  } else {
    std::cerr << formatText(diagnostics, context.language) << std::flush;
  }
  return diagnostics.hasErrors() ? kInputErrors : kDone;
}

void addLanguage(CLI::App& app, Context& context) {
  app.add_option("--lang", context.lang,
                 context.say({"язык сообщений: ru или en", "language of messages: ru or en"}))
      ->check(CLI::IsMember({"ru", "en"}));  // read before, so that help speaks it too
}

CLI::App* addCommand(CLI::App& program, Context& context, const char* name, const Text& help,
                     const char* example) {
  CLI::App* command = program.add_subcommand(name, context.say(help));
  command->set_help_flag("-h,--help", context.say({"показать эту справку", "show this help"}));
  command->footer(context.say({"Пример:\n  ", "Example:\n  "}) + example);
  command
      ->add_option("--format", context.format,
                   context.say({"вид сообщений об ошибках: text или json",
                                "form of error messages: text or json"}))
      ->check(CLI::IsMember({"text", "json"}));
  addLanguage(*command, context);
  return command;
}

void addOffice(CLI::App& command, Context& context) {
  command.add_option(
      "--office", context.office,
      context.say({"папка организации; иначе $CHANCERY_OFFICE или текущая папка",
                   "the office's folder; else $CHANCERY_OFFICE or the current one"}));
}

void addTime(CLI::App& command, Context& context) {
  command
      .add_option("--time", context.time,
                  context.say({"время вместо текущего, например 2026-06-05T09:00:00Z",
                               "time instead of now, such as 2026-06-05T09:00:00Z"}))
      ->check([](const std::string& text) {
        return parseMoment(text) ? std::string() : "2026-06-05T09:00:00Z";
      });
}

}  // namespace chancery::cli
