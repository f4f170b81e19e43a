#include <CLI/CLI.hpp>

#include "app/commands.h"
#include "app/render_files.h"
#include "cli/context.h"

namespace chancery::cli {

void addRender(CLI::App& program, Context& context) {
  CLI::App* command =
      addCommand(program, context, "render",
                 {"изготовить документ по шаблону, без маршрута",
                  "make a document from a template, without a workflow"},
                 "chancery render order --data order.json --out order.pdf --out order.docx");
  auto request = std::make_shared<app::RenderRequest>();
  command
      ->add_option("TEMPLATE", request->templateName,
                   context.say({"имя шаблона или его файл", "a template's name or file"}))
      ->required();
  command
      ->add_option("--data", request->dataFile,
                   context.say({"файл данных, JSON или XML", "data file, JSON or XML"}))
      ->required();
  command
      ->add_option("--out", request->outputs,
                   context.say({"что изготовить: .pdf, .docx или .pages; можно несколько раз",
                                "what to make: .pdf, .docx or .pages; may be repeated"}))
      ->required()
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command->add_option("--profile", request->profile,
                      context.say({"правила оформления вместо названных в шаблоне",
                                   "style profile instead of the template's own"}));
  command
      ->add_option("--pdf", request->level,
                   context.say({"вид PDF/A: 2a, 3a или 1b", "kind of PDF/A: 2a, 3a or 1b"}))
      ->check(CLI::IsMember({"2a", "3a", "1b"}));
  addOffice(*command, context);
  addTime(*command, context);
  command->callback([&context, request] {
    context.action = [&context, request] {
      Diagnostics diagnostics;
      app::useOffice(context.office, context.resources(), *request);
      request->time = parseMoment(context.time);
      app::renderFiles(*request, diagnostics);
      return finish(context, {}, diagnostics);
    };
  });
}

}  // namespace chancery::cli
