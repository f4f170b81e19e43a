#include <CLI/CLI.hpp>

#include "app/workflow_pictures.h"
#include "cli/context.h"

namespace chancery::cli {
namespace {

void addFile(CLI::App& command, const char* name, std::string& file, const Text& help,
             const char* ending, const char* example, const Context& context) {
  command.add_option(name, file, context.say(help))
      ->check(
          [ending = std::string(ending), example = std::string(example)](const std::string& text) {
            return text.ends_with(ending) ? std::string() : example;
          });
}

}  // namespace

void addWorkflow(CLI::App& program, Context& context) {
  CLI::App* command = addCommand(
      program, context, "workflow",
      {"рассказать о маршруте: этапы, схема, порядок согласования",
       "tell about a workflow: stages, diagram, regulation"},
      "chancery workflow order --diagram order.svg --bpmn order.bpmn --regulation poryadok.docx");
  auto request = std::make_shared<app::PictureRequest>();
  request->language = context.language;
  command
      ->add_option("WORKFLOW", request->workflow,
                   context.say({"маршрут: имя или файл", "a workflow: its name or file"}))
      ->required();
  addFile(*command, "--diagram", request->diagram, {"схема маршрута, .svg", "a diagram, .svg"},
          ".svg", "order.svg", context);
  addFile(*command, "--bpmn", request->bpmn,
          {"маршрут как BPMN 2.0 со схемой, .bpmn", "the workflow as BPMN 2.0, .bpmn"}, ".bpmn",
          "order.bpmn", context);
  command
      ->add_option(
          "--regulation", request->regulation.outputs,
          context.say({"порядок согласования словами: .pdf, .docx или .html; можно несколько "
                       "раз",
                       "the regulation in words: .pdf, .docx or .html; may be repeated"}))
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command
      ->add_option_function<std::string>(
          "--language",
          [request](const std::string& text) {
            request->language = text == "en" ? Language::english : Language::russian;
          },
          context.say({"язык схемы и текста: ru или en; иначе – язык сообщений",
                       "language of diagram and text: ru or en; else that of messages"}))
      ->check(CLI::IsMember({"ru", "en"}));
  addOffice(*command, context);
  command->callback([&context, request] {
    context.action = [&context, request] {
      Diagnostics diagnostics;
      const std::string text =
          app::pictureWorkflow(*request, context.office, context.resources(), diagnostics);
      return finish(context, text, diagnostics);
    };
  });
}

}  // namespace chancery::cli
