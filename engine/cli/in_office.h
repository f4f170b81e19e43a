#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/session.h"
#include "cli/context.h"

/// What the commands share that work in an office.
namespace chancery::cli {

using OfficeCommand = std::function<std::string(app::Session&, Diagnostics&)>;

/// Opens the office, runs the command, tells what failed of the work behind it; the exit code.
int inOffice(const Context& context, const OfficeCommand& run, bool isExpected = false);

/// Lets a command run in an office, with the options that this takes.
void addRun(CLI::App& command, Context& context, OfficeCommand run);

/// The option --as of commands that only look: documents of restricted access ask for it.
void addViewer(CLI::App& command, Context& context);

/// The required option --as and the required argument CASE.
std::shared_ptr<std::string> addPerson(CLI::App& command, const Context& context);
std::shared_ptr<std::string> addCase(CLI::App& command, const Context& context);

}  // namespace chancery::cli
