#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>

#include "app/commands.h"
#include "app/versions.h"
#include "cli/context.h"
#include "cli/in_office.h"

namespace chancery::cli {
namespace {

/// Colours for a terminal alone, and not where its user wants none (https://no-color.org).
app::DiffLook lookOf(const Context& context) {
  const char* noColor = std::getenv("NO_COLOR");
  const bool isColored = isatty(STDOUT_FILENO) && !(noColor && *noColor);
  return {context.format == "json", isColored ? diff::Look::colors : diff::Look::marks};
}

int diffFiles(const Context& context, app::FileDiffRequest request) {
  Diagnostics diagnostics;
  app::useOffice(context.office, context.resources(), request.before, diagnostics);
  if (diagnostics.hasErrors()) return finish(context, {}, diagnostics);
  request.look = lookOf(context);
  const std::string text = app::compareFiles(request, context.language, diagnostics);
  return finish(context, text, diagnostics);
}

void addDiff(CLI::App& program, Context& context) {
  CLI::App* command =
      addCommand(program, context, "diff",
                 {"что изменилось от редакции к редакции: по пунктам, мероприятиям, реквизитам",
                  "what changed between versions: by clause, by measure, by requisite"},
                 "chancery diff 1\n"
                 "  chancery diff 1 1 3 --format json\n"
                 "  chancery diff old.json new.json --template order");
  auto words = std::make_shared<std::vector<std::string>>();
  command
      ->add_option("CASE_A_B", *words,
                   context.say({"номер документа и две редакции: 1, 2 …; без них – две последние; "
                                "или два файла данных, с ключом --template",
                                "the document's number and two versions: 1, 2 …, by default the "
                                "last two; or two data files, with --template"}))
      ->required()
      ->expected(1, 3);
  auto templateName = std::make_shared<std::string>();
  command->add_option("--template", *templateName,
                      context.say({"сравнить два файла данных этого шаблона",
                                   "compare two data files of this template"}));
  addViewer(*command, context);
  addOffice(*command, context);
  addTime(*command, context);
  command->callback([&context, words, templateName] {
    if (!templateName->empty() && words->size() != 2) throw CLI::RequiredError("FILE1 FILE2");
    context.action = [&context, words, templateName] {
      if (!templateName->empty()) {
        app::FileDiffRequest request;
        request.before.templateName = *templateName;
        request.before.dataFile = words->front();
        request.after = words->back();
        return diffFiles(context, std::move(request));
      }
      const app::DiffRequest request{
          words->front(), {words->begin() + 1, words->end()}, lookOf(context)};
      return inOffice(context, [&](app::Session& session, Diagnostics& diagnostics) {
        return session.diff(request, diagnostics);
      });
    };
  });
}

void addSheet(CLI::App& program, Context& context) {
  CLI::App* command = addCommand(program, context, "sheet",
                                 {"лист согласования или таблица разногласий документа",
                                  "a document's coordination sheet or sheet of disagreements"},
                                 "chancery sheet 1 coordination --out sheet.pdf\n"
                                 "  chancery sheet 1 disagreements --out remarks.docx");
  auto request = std::make_shared<app::SheetRequest>();
  const auto id = addCase(*command, context);
  addViewer(*command, context);
  command
      ->add_option("SHEET", request->sheet,
                   context.say({"coordination – лист согласования, disagreements – таблица "
                                "разногласий",
                                "coordination or disagreements"}))
      ->required();
  command
      ->add_option("--out", request->outputs,
                   context.say({"что изготовить: .pdf, .docx, .html; можно несколько раз",
                                "what to make: .pdf, .docx, .html; may be repeated"}))
      ->required()
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  addRun(*command, context, [=](app::Session& session, Diagnostics& diagnostics) {
    request->caseId = *id;
    return session.sheet(*request, diagnostics);
  });
}

}  // namespace

void addVersionCommands(CLI::App& program, Context& context) {
  addDiff(program, context);
  addSheet(program, context);
}

}  // namespace chancery::cli
