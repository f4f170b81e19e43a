#include <CLI/CLI.hpp>

#include "app/commands.h"
#include "app/explain.h"
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
                   context.say({"что изготовить: .pdf, .docx, .html, .svg или .pages; можно "
                                "несколько раз",
                                "what to make: .pdf, .docx, .html, .svg or .pages; may be "
                                "repeated"}))
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command->add_option("--profile", request->profile,
                      context.say({"правила оформления вместо названных в шаблоне",
                                   "style profile instead of the template's own"}));
  command
      ->add_option("--pdf", request->level,
                   context.say({"вид PDF/A: 2a, 3a или 1b", "kind of PDF/A: 2a, 3a or 1b"}))
      ->check(CLI::IsMember({"2a", "3a", "1b"}));
  auto explain = std::make_shared<std::string>();
  command
      ->add_option("--explain", *explain,
                   context.say({"показать, откуда текст в точке страницы: 3:120,200 (пункты от "
                                "левого верхнего угла) или 3:40mm,70mm",
                                "tell where the text at a point of a page comes from: 3:120,200 "
                                "(points from the top left corner) or 3:40mm,70mm"}))
      ->check([](const std::string& text) {
        return app::parseSpot(text) ? std::string() : "3:120,200";
      });
  addOffice(*command, context);
  addTime(*command, context);
  command->callback([&context, request, explain] {
    if (request->outputs.empty() && explain->empty()) throw CLI::RequiredError("--out");
    context.action = [&context, request, explain] {
      Diagnostics diagnostics;
      app::useOffice(context.office, context.resources(), *request, diagnostics);
      if (diagnostics.hasErrors()) return finish(context, {}, diagnostics);
      request->time = parseMoment(context.time);
      if (!request->outputs.empty()) app::renderFiles(*request, diagnostics);
      if (explain->empty() || diagnostics.hasErrors()) return finish(context, {}, diagnostics);
      const auto spot = app::parseSpot(*explain);
      Diagnostics findings;  // rendering has told the same already
      const auto found = app::explainSpot(*request, *spot, findings);
      if (!found) return finish(context, {}, findings);
      const bool json = context.format == "json";
      return finish(context,
                    json ? app::explanationJson(*found, *spot)
                         : app::explanationText(*found, *spot, context.language),
                    request->outputs.empty() ? findings : diagnostics);
    };
  });
}

}  // namespace chancery::cli
