#include <CLI/CLI.hpp>
#include <iostream>
#include <string_view>

#include "base/error.h"
#include "cli/context.h"

namespace chancery::cli {
namespace {

// The language has to be known before the help texts are made.
Language languageOf(int count, char** arguments) {
  for (int i = 1; i < count; ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--lang=en") return Language::english;
    if (argument == "--lang" && i + 1 < count && std::string_view(arguments[i + 1]) == "en") {
      return Language::english;
    }
  }
  return Language::russian;
}

int parse(CLI::App& program, const Context& context, int count, char** arguments) {
  try {
    program.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return program.exit(error);  // --help
    std::cerr << context.say({"Команда написана неверно: ", "Wrong usage: "}) << error.what()
              << '\n'
              << context.say({"Подсказка: chancery --help, chancery КОМАНДА --help\n",
                              "Hint: chancery --help, chancery COMMAND --help\n"});
    return kWrongUsage;
  }
  return context.action();
}

int run(int count, char** arguments) {
  Context context;
  context.language = languageOf(count, arguments);
  CLI::App program(context.say({"Документы организации: изготовление, согласование, подписание, "
                                "регистрация, размещение",
                                "An office's documents: making, coordination, signing, "
                                "registration, publication"}),
                   "chancery");
  program.set_help_flag("-h,--help", context.say({"показать эту справку", "show this help"}));
  addLanguage(program, context);
  program.require_subcommand(1);
  program.footer(context.say({"Справка о команде с примером: chancery КОМАНДА --help",
                              "Help on a command, with an example: chancery COMMAND --help"}));
  addInit(program, context);
  addRender(program, context);
  addCheck(program, context);
  addCaseCommands(program, context);
  addVerify(program, context);
  try {
    return parse(program, context, count, arguments);
  } catch (const WorldError& error) {
    std::cerr << context.say({"Не удалось: ", "Failed: "}) << error.what() << '\n';
    return kWorldFailed;
  } catch (const std::exception& error) {  // the standard library's: no memory, a folder's entries
    std::cerr << context.say({"Не удалось: ", "Failed: "}) << error.what() << '\n';
    return kWorldFailed;
  }
}

}  // namespace
}  // namespace chancery::cli

int main(int count, char** arguments) {
  return chancery::cli::run(count, arguments);
}
