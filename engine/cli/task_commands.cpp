#include <CLI/CLI.hpp>

#include "cli/in_office.h"

// Tasks in other hands, what time brings to them, and what another edition of a workflow would.
namespace chancery::cli {
namespace {

struct Words {
  flow::Event::Kind kind;
  const char* name;
  Text help;
  const char* example;
  bool isGiven;  ///< to somebody
};

void addHandOver(CLI::App& program, Context& context, const Words& words) {
  CLI::App* command = addCommand(program, context, words.name, words.help, words.example);
  auto request = std::make_shared<runtime::HandOver>();
  request->kind = words.kind;
  command
      ->add_option("CASE", request->caseId,
                   context.say({"номер документа", "the document's number"}))
      ->required();
  command->add_option("TASK", request->task,
                      context.say({"номер задачи, если она не одна", "the task, unless the only one"}));
  if (words.isGiven) {
    command
        ->add_option("--to", request->to,
                     context.say({"кому: id сотрудника", "to whom: a person's id"}))
        ->required();
    command->add_option("--remark", request->remark,
                        context.say({"причина; остаётся в истории", "the reason; history keeps it"}));
  }
  const auto person = addPerson(*command, context);
  addRun(*command, context, [=](app::Session& session, Diagnostics& diagnostics) {
    request->person = *person;
    return session.handOver(*request, diagnostics);
  });
}

void addMigrate(CLI::App& program, Context& context) {
  CLI::App* command = addCommand(
      program, context, "migrate",
      {"что новая редакция маршрута значила бы для каждого документа в пути; ничего не меняет",
       "what a new edition of a workflow would mean for each running document; changes nothing"},
      "chancery migrate order --dry-run");
  auto workflow = std::make_shared<std::string>();
  command->add_option("WORKFLOW", *workflow, context.say({"маршрут", "workflow"}))->required();
  auto isDryRun = std::make_shared<bool>(false);
  command
      ->add_flag("--dry-run", *isDryRun,
                 context.say({"показать; другого эта команда не делает",
                              "show; the command does nothing else"}))
      ->required();
  addRun(*command, context, [workflow, isDryRun](app::Session& session, Diagnostics& diagnostics) {
    return session.planMigration(*workflow, diagnostics);
  });
}

}  // namespace

void addTaskCommands(CLI::App& program, Context& context) {
  using enum flow::Event::Kind;
  const Words all[] = {
      {claim,
       "claim",
       {"взять в работу задачу, которую могут решить несколько человек",
        "take a task that several people may answer"},
       "chancery claim 1 --as lugov",
       false},
      {putBack,
       "put-back",
       {"вернуть взятую или переданную задачу", "put back a task that was taken or handed over"},
       "chancery put-back 1 --as lugov",
       false},
      {delegate,
       "delegate",
       {"передать свою задачу другому; подпись и ознакомление не передают",
        "hand one's own task to another; signatures and acquaintance are not handed over"},
       "chancery delegate 1 --to svetlova --as lugov",
       true},
      {reassign,
       "reassign",
       {"передать чужую задачу: право руководителя, названного в маршруте (supervisor)",
        "give somebody's task to another: the right of the workflow's supervisor"},
       "chancery reassign 1 2 --to svetlova --remark \"в отпуске\" --as vesnina",
       true}};
  for (const Words& words : all) addHandOver(program, context, words);
  addMigrate(program, context);
  CLI::App* tick = addCommand(
      program, context, "tick",
      {"сроки: напомнить о задачах и сделать то, что маршрут велит, когда срок истёк; запускайте "
       "каждое утро",
       "terms: remind of tasks, and do what a workflow says when a term has ended; run it every "
       "morning"},
      "chancery tick --office otdel");
  addRun(*tick, context, [](app::Session& session, Diagnostics&) { return session.tick(); });
}

}  // namespace chancery::cli
