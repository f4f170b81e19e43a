#include <CLI/CLI.hpp>

#include "app/commands.h"
#include "cli/context.h"

namespace chancery::cli {

void addCheck(CLI::App& program, Context& context) {
  CLI::App* command = addCommand(
      program, context, "check",
      {"проверить шаблоны, маршруты, организацию, календари, правила, данные: все ошибки сразу",
       "check templates, workflows, offices, calendars, profiles, rules, data: all errors at once"},
      "chancery check workflows/order.workflow.xml order.json --template order");
  auto request = std::make_shared<app::CheckRequest>();
  command->add_option("FILE", request->files, context.say({"файлы", "files"}))->required();
  command->add_option(
      "--template", request->templateName,
      context.say({"шаблон, по которому проверять данные", "the template to check data against"}));
  addOffice(*command, context);
  addTime(*command, context);
  command->callback([&context, request] {
    context.action = [&context, request] {
      Diagnostics diagnostics;
      app::useOffice(context.office, context.resources(), *request, diagnostics);
      request->now = context.clock()->now();
      app::checkFiles(*request, diagnostics);
      const Text clean{"Ошибок нет\n", "No errors\n"};
      return finish(context, diagnostics.hasErrors() ? std::string() : context.say(clean),
                    diagnostics);
    };
  });
}

}  // namespace chancery::cli
