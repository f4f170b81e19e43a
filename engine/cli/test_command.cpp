#include <CLI/CLI.hpp>

#include "app/scenarios.h"
#include "cli/context.h"

namespace chancery::cli {

void addTest(CLI::App& program, Context& context) {
  CLI::App* command =
      addCommand(program, context, "test",
                 {"проверить маршрут его сценариями и сказать, что в нём не пройдено",
                  "run the scenarios of a workflow and tell what of it they do not take"},
                 "chancery test order");
  auto request = std::make_shared<app::TestRequest>();
  command
      ->add_option("WORKFLOW", request->workflow,
                   context.say({"маршрут: имя или файл", "a workflow: its name or file"}))
      ->required();
  command->add_flag("--update", request->isUpdated,
                    context.say({"записать в сценарии ту историю, которая вышла",
                                 "write the journals that came into the scenarios"}));
  addOffice(*command, context);
  command->callback([&context, request] {
    context.action = [&context, request] {
      Diagnostics diagnostics;
      request->office = context.office;
      const auto report =
          app::testWorkflow(*request, context.resources(), context.language, diagnostics);
      std::string text;
      if (report) {
        text = context.format == "json" ? app::reportJson(*report)
                                        : app::reportText(*report, context.language);
      }
      return finish(context, text, diagnostics);
    };
  });
}

}  // namespace chancery::cli
