#include <CLI/CLI.hpp>

#include "app/session.h"
#include "cli/context.h"
#include "cli/in_office.h"

namespace chancery::cli {
namespace {

void addStart(CLI::App& program, Context& context) {
  CLI::App* command = addCommand(
      program, context, "start",
      {"создать документ и отправить его по маршруту", "make a document and send it on its way"},
      "chancery start order --data order.json --as yaseneva");
  auto workflow = std::make_shared<std::string>();
  auto data = std::make_shared<std::string>();
  command->add_option("WORKFLOW", *workflow, context.say({"маршрут", "workflow"}))->required();
  command
      ->add_option("--data", *data,
                   context.say({"файл данных, JSON или XML", "data file, JSON or XML"}))
      ->required();
  const auto person = addPerson(*command, context);
  addRun(*command, context, [=](app::Session& session, Diagnostics& diagnostics) {
    return session.start(*workflow, *data, *person, diagnostics);
  });
}

void addAct(CLI::App& program, Context& context) {
  CLI::App* command = addCommand(
      program, context, "act", {"ответить на задачу", "answer a task"},
      "chancery act 1 2 agree --as lugov\n"
      "  chancery act 1 2 \"не согласовать\" --remark \"Срок в пункте 2 прошёл\" --as lugov\n"
      "  chancery act 1 submit --data order.json --reply \"2 accepted\" --as yaseneva\n"
      "  chancery act 1 recall --as yaseneva");
  auto act = std::make_shared<app::Act>();
  auto words = std::make_shared<std::vector<std::string>>();
  command
      ->add_option("CASE", act->caseId, context.say({"номер документа", "the document's number"}))
      ->required();
  command
      ->add_option("TASK_OUTCOME", *words,
                   context.say({"номер задачи (если она не одна) и решение: submit, agree, "
                                "agree-with-remarks, refuse, check, sign, approve, register, "
                                "distribute, publish, acquaint, complete, file, return, recall, "
                                "cancel – или слово с кнопки",
                                "the task's number (unless it is the only one) and the answer: "
                                "submit, agree, agree-with-remarks, refuse, check, sign, approve, "
                                "register, publish, return, recall, cancel"}))
      ->required()
      ->expected(1, 2);
  command->add_option("--remark", act->remark, context.say({"замечания", "remarks"}));
  command->add_option("--data", act->dataFile,
                      context.say({"новые данные, при доработке", "new data, when reworking"}));
  command
      ->add_option("--reply", act->replies,
                   context.say({"ответ на замечание, при доработке: номер задачи, accepted или "
                                "rejected, причина; можно несколько раз",
                                "reply to a remark, when reworking: the task's number, accepted or "
                                "rejected, the reason; may be repeated"}))
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  const auto person = addPerson(*command, context);
  addRun(*command, context, [=](app::Session& session, Diagnostics& diagnostics) {
    if (words->size() == 2) act->task = words->front();
    act->answer = words->back();
    act->person = *person;
    return session.act(*act, diagnostics);
  });
}

using CaseCommand = std::string (app::Session::*)(const std::string&, Diagnostics&);

void addLook(CLI::App& program, Context& context, const char* name, const Text& help,
             const char* example, CaseCommand look) {
  CLI::App* command = addCommand(program, context, name, help, example);
  const auto id = addCase(*command, context);
  addViewer(*command, context);
  addRun(*command, context, [=](app::Session& session, Diagnostics& diagnostics) {
    return (session.*look)(*id, diagnostics);
  });
}

void addShow(CLI::App& program, Context& context) {
  CLI::App* command = addCommand(program, context, "show",
                                 {"карточка документа и его файлы", "a document's card and files"},
                                 "chancery show 1 --out project.pdf");
  const auto id = addCase(*command, context);
  addViewer(*command, context);
  auto outputs = std::make_shared<std::vector<std::string>>();
  command
      ->add_option("--out", *outputs,
                   context.say({"куда скопировать последнюю редакцию: .pdf, .docx; её данные: .json или .xml",
                                "where to copy the newest version: .pdf, .docx; its data: .json or "
                                ".xml"}))
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  addRun(*command, context, [=](app::Session& session, Diagnostics& diagnostics) {
    return session.show(*id, *outputs, diagnostics);
  });
}

void addForecast(CLI::App& program, Context& context) {
  CLI::App* command =
      addCommand(program, context, "forecast",
                 {"что впереди: кто и когда ответит, замещения, ожидаемые дни",
                  "what lies ahead: who answers when, substitutions, expected days"},
                 "chancery forecast 1\n"
                 "  chancery forecast 1 --format json");
  const auto id = addCase(*command, context);
  addViewer(*command, context);
  addRun(*command, context, [=, &context](app::Session& session, Diagnostics& diagnostics) {
    return session.forecast(*id, context.format == "json", diagnostics);
  });
}

void addInbox(CLI::App& program, Context& context) {
  CLI::App* command =
      addCommand(program, context, "inbox", {"задачи сотрудника", "a person's tasks"},
                 "chancery inbox --as lugov");
  const auto person = addPerson(*command, context);
  addRun(*command, context, [=](app::Session& session, Diagnostics& diagnostics) {
    return session.inbox(*person, diagnostics);
  });
}

std::shared_ptr<std::string> addSeries(CLI::App& command, const Context& context) {
  auto series = std::make_shared<std::string>();
  command
      .add_option("SERIES", *series,
                  context.say({"нумератор из office.xml", "a series of office.xml"}))
      ->required();
  return series;
}

std::shared_ptr<std::string> addReason(CLI::App& command, const Context& context) {
  auto reason = std::make_shared<std::string>();
  command
      .add_option("--reason", *reason,
                  context.say({"причина; остаётся в журнале", "the reason; the register keeps it"}))
      ->required();
  return reason;
}

void addReserve(CLI::App& program, Context& context) {
  CLI::App* command = addCommand(
      program, context, "reserve",
      {"занять номер для документа на бумаге", "keep a number for a document on paper"},
      "chancery register reserve orders --reason \"приказ на бумаге\" --as yaseneva");
  const auto series = addSeries(*command, context);
  const auto reason = addReason(*command, context);
  const auto person = addPerson(*command, context);
  addRun(*command, context, [=](app::Session& session, Diagnostics& diagnostics) {
    return session.reserveNumber(*series, *reason, *person, diagnostics);
  });
}

void addAnnul(CLI::App& program, Context& context) {
  CLI::App* command = addCommand(
      program, context, "annul",
      {"аннулировать номер, занятый для документа на бумаге",
       "annul a number that was kept for a document on paper"},
      "chancery register annul orders 15 --reason \"приказ не издан\" --as yaseneva");
  const auto series = addSeries(*command, context);
  auto request = std::make_shared<runtime::AnnulRequest>();
  command
      ->add_option("NUMBER", request->number,
                   context.say({"номер, как он напечатан", "the number as printed"}))
      ->required();
  command->add_option("--year", request->year,
                      context.say({"год журнала; иначе текущий", "the register's year; else now"}));
  const auto reason = addReason(*command, context);
  const auto person = addPerson(*command, context);
  addRun(*command, context, [=](app::Session& session, Diagnostics& diagnostics) {
    request->reason = *reason;
    request->person = *person;
    return session.annulNumber(*series, *request, diagnostics);
  });
}

void addRegister(CLI::App& program, Context& context) {
  CLI::App* command =
      addCommand(program, context, "register",
                 {"журнал регистрации: номера и объяснения пропусков; печать журнала; номера для "
                  "документов на бумаге",
                  "the register: numbers, and why some are missing; its print; numbers for "
                  "documents on paper"},
                 "chancery register orders\n"
                 "  chancery register orders --year 2026 --out register.pdf\n"
                 "  chancery register reserve orders --reason \"приказ на бумаге\" --as yaseneva");
  auto request = std::make_shared<app::RegisterRequest>();
  command->add_option("SERIES", request->series,
                      context.say({"нумератор; иначе все", "series; else all"}));
  command->add_option("--year", request->year,
                      context.say({"только этот год", "this year only"}));
  command
      ->add_option("--out", request->outputs,
                   context.say({"изготовить журнал документом: .pdf, .docx, .html",
                                "make a document of it: .pdf, .docx, .html"}))
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  addRun(*command, context, [=](app::Session& session, Diagnostics& diagnostics) {
    return session.registers(*request, diagnostics);
  });
  addReserve(*command, context);
  addAnnul(*command, context);
}

}  // namespace

void addCaseCommands(CLI::App& program, Context& context) {
  addStart(program, context);
  addInbox(program, context);
  addShow(program, context);
  addLook(program, context, "why",
          {"чего документ ждёт: кто, до какого срока, на каком основании, что можно сделать",
           "what a document waits for: who, until when, on what ground, what is allowed"},
          "chancery why 1", &app::Session::why);
  addForecast(program, context);
  addLook(program, context, "history", {"история действий", "what has happened to a document"},
          "chancery history 1", &app::Session::history);
  addAct(program, context);
  addRegister(program, context);
}

}  // namespace chancery::cli
