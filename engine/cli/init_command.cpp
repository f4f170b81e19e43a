#include <CLI/CLI.hpp>

#include "app/init.h"
#include "cli/context.h"

namespace chancery::cli {

void addInit(CLI::App& program, Context& context) {
  CLI::App* command = addCommand(program, context, "init",
                                 {"создать организацию с готовыми маршрутами и шаблонами",
                                  "make an office with the ready-made workflows and templates"},
                                 "chancery init otdel");
  auto folder = std::make_shared<std::string>();
  command->add_option("DIR", *folder, context.say({"папка организации", "the office's folder"}))
      ->required();
  command->callback([&context, folder] {
    context.action = [&context, folder] {
      Diagnostics diagnostics;
      const std::string text =
          app::initOffice(*folder, context.resources(), context.language, diagnostics);
      return finish(context, text, diagnostics);
    };
  });
}

}  // namespace chancery::cli
