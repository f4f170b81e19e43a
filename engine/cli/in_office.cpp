#include "cli/in_office.h"

#include <CLI/CLI.hpp>
#include <iostream>

namespace chancery::cli {

int inOffice(const Context& context, const OfficeCommand& run, bool isExpected) {
  Diagnostics diagnostics;
  const auto clock = context.clock();
  const auto session = app::Session::open(app::officeFolder(context.office), context.resources(),
                                          *clock, context.language, diagnostics, isExpected);
  if (session) session->lookAs(context.viewer);
  const std::string text = session ? run(*session, diagnostics) : std::string();
  const int code = finish(context, text, diagnostics);
  const std::string failures = session ? session->failures() : std::string();
  std::cerr << failures << std::flush;
  return code == kDone && !failures.empty() ? static_cast<int>(kWorldFailed) : code;
}

void addRun(CLI::App& command, Context& context, OfficeCommand run) {
  addOffice(command, context);
  addTime(command, context);
  command.callback([&context, &command, run = std::move(run)] {
    if (!command.get_subcommands().empty()) return;  // that one runs
    context.action = [&context, run] { return inOffice(context, run); };
  });
}

void addViewer(CLI::App& command, Context& context) {
  command.add_option("--as", context.viewer,
                     context.say({"кто смотрит: id сотрудника; нужно, когда доступ ограничен",
                                  "who looks: a person's id; for documents of restricted access"}));
}

std::shared_ptr<std::string> addPerson(CLI::App& command, const Context& context) {
  auto person = std::make_shared<std::string>();
  command
      .add_option("--as", *person,
                  context.say({"кто это делает: id сотрудника", "who does it: a person's id"}))
      ->required();
  return person;
}

std::shared_ptr<std::string> addCase(CLI::App& command, const Context& context) {
  auto id = std::make_shared<std::string>();
  command
      .add_option("CASE", *id,
                  context.say({"номер документа в системе", "the document's number here"}))
      ->required();
  return id;
}

}  // namespace chancery::cli
