#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <string_view>

#include "app/world_words.h"
#include "base/error.h"
#include "base/suggest.h"
#include "cli/context.h"
#include "cli/help.h"

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

// The command's place among the arguments; `count` when there is none.
int commandAt(int count, char** arguments) {
  for (int i = 1; i < count; ++i) {
    if (std::string_view(arguments[i]) == "--lang") {
      ++i;
    } else if (arguments[i][0] != '-') {
      return i;
    }
  }
  return count;
}

std::string wrongCommand(const CLI::App& program, const Context& context, const std::string& name) {
  std::vector<std::string> known;
  for (const CLI::App* command : program.get_subcommands({})) known.push_back(command->get_name());
  if (std::find(known.begin(), known.end(), name) != known.end()) return {};
  const std::string text =
      fill(context.say({"команды «{0}» нет", "there is no command “{0}”"}), {name});
  const auto near = suggest(name, known);
  if (!near) return text;
  return text + fill(context.say({"; может быть, «{0}»?", "; did you mean “{0}”?"}), {*near});
}

// The library's words begin or end with the argument's name; the rest is told in Russian here.
std::string wrongUsage(const CLI::App& program, const Context& context,
                       const CLI::ParseError& error, int count, char** arguments) {
  const int at = commandAt(count, arguments);
  if (at == count) return context.say({"не указана команда", "no command is given"});
  const std::string command = wrongCommand(program, context, arguments[at]);
  if (!command.empty()) return command;
  const std::string words = error.what();
  if (context.language == Language::english) return words;
  const std::size_t colon = words.find(": ");
  const std::string before = words.substr(0, colon);
  const std::string after = colon == std::string::npos ? std::string() : words.substr(colon + 2);
  const auto is = [&](CLI::ExitCodes code) {
    return error.get_exit_code() == static_cast<int>(code);
  };
  if (is(CLI::ExitCodes::RequiredError)) return "не указано " + words.substr(0, words.find(' '));
  if (is(CLI::ExitCodes::ExtrasError)) return "лишнее: " + after;
  if (is(CLI::ExitCodes::ArgumentMismatch)) return "не указано значение " + before;
  if (is(CLI::ExitCodes::ValidationError)) {
    const std::size_t list = after.find(" not in ");
    if (list == std::string::npos) return "неверное значение " + before + "; пример: " + after;
    return "неверное значение " + before + " «" + after.substr(0, list) + "»; бывает " +
           after.substr(list + 8);
  }
  return words;
}

int parse(CLI::App& program, const Context& context, int count, char** arguments) {
  try {
    program.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return program.exit(error);  // --help
    std::cerr << context.say({"Команда написана неверно: ", "Wrong usage: "})
              << wrongUsage(program, context, error, count, arguments) << '\n'
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
  setHelpLanguage(program, context.language);
  program.set_help_flag("-h,--help", context.say({"показать эту справку", "show this help"}));
  addLanguage(program, context);
  program.require_subcommand(1);
  program.footer(context.say({"Справка о команде с примером: chancery КОМАНДА --help",
                              "Help on a command, with an example: chancery COMMAND --help"}));
  addInit(program, context);
  addRender(program, context);
  addCheck(program, context);
  addWorkflow(program, context);
  addTest(program, context);
  addCaseCommands(program, context);
  addTaskCommands(program, context);
  addVersionCommands(program, context);
  addJournalCommands(program, context);
  addDate(program, context);
  addDeadline(program, context);
  try {
    return parse(program, context, count, arguments);
  } catch (const WorldError& error) {
    std::cerr << context.say({"Не удалось: ", "Failed: "}) << app::inWords(error, context.language)
              << '\n';
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
