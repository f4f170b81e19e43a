#include <CLI/CLI.hpp>
#include <filesystem>

#include "app/journals.h"
#include "cli/context.h"
#include "cli/in_office.h"

namespace chancery::cli {
namespace {

// A folder is an office, a file an exported journal.
int verify(const Context& context, const app::VerifyRequest& request) {
  std::error_code ignored;
  if (!context.office.empty() && std::filesystem::is_regular_file(context.office, ignored)) {
    Diagnostics diagnostics;
    const std::string text =
        app::verifyJournal(context.office, request, context.language, diagnostics);
    return finish(context, text, diagnostics);
  }
  const OfficeCommand command = [&](app::Session& session, Diagnostics& diagnostics) {
    return session.verify(request, diagnostics);
  };
  return inOffice(context, command, true);
}

void addVerify(CLI::App& program, Context& context) {
  CLI::App* command =
      addCommand(program, context, "verify",
                 {"проверить целостность истории: организации или выгруженного журнала",
                  "prove the history of an office or of an exported journal"},
                 "chancery verify otdel\n"
                 "  chancery verify otdel --checkpoint checkpoint.txt --public-key key.pub\n"
                 "  chancery verify journal.txt --checkpoint checkpoint.txt --public-key key.pub");
  auto request = std::make_shared<app::VerifyRequest>();
  command->add_option("OFFICE", context.office,
                      context.say({"папка организации или файл журнала",
                                   "the office's folder or a journal's file"}));
  command->add_option(
      "--checkpoint", request->checkpoint,
      context.say({"контрольная точка, с которой сравнить", "a checkpoint to compare with"}));
  command->add_option(
      "--public-key", request->publicKey,
      context.say({"открытый ключ контрольной точки, PEM", "the checkpoint's public key, PEM"}));
  command->callback([&context, request] {
    context.action = [&context, request] { return verify(context, *request); };
  });
}

std::shared_ptr<std::string> addOutput(CLI::App& command, const Context& context) {
  auto output = std::make_shared<std::string>();
  command.add_option("--out", *output, context.say({"куда записать", "where to write it"}))
      ->required();
  return output;
}

// Runs in the office named first, else in the current one.
void addInOffice(CLI::App& command, Context& context, OfficeCommand run) {
  command.add_option("OFFICE", context.office,
                     context.say({"папка организации", "the office's folder"}));
  addTime(command, context);
  command.callback([&context, run = std::move(run)] {
    context.action = [&context, run] { return inOffice(context, run, true); };
  });
}

void addCheckpoint(CLI::App& program, Context& context) {
  CLI::App* command = addCommand(
      program, context, "checkpoint",
      {"записать, докуда дошли все журналы, с подписью", "write how far all journals go, signed"},
      "chancery checkpoint otdel --key key.pem --out checkpoint.txt");
  auto key = std::make_shared<std::string>();
  command
      ->add_option("--key", *key,
                   context.say({"закрытый ключ, PEM: Ed25519 или ECDSA",
                                "private key, PEM: Ed25519 or ECDSA"}))
      ->required();
  const auto output = addOutput(*command, context);
  addInOffice(*command, context, [=](app::Session& session, Diagnostics& diagnostics) {
    return session.checkpoint(*key, *output, diagnostics);
  });
}

void addJournal(CLI::App& program, Context& context) {
  CLI::App* command =
      addCommand(program, context, "journal",
                 {"выгрузить все журналы в один файл: его проверяют и без организации",
                  "write all journals into one file, to be proved without the office"},
                 "chancery journal otdel --out journal.txt");
  const auto output = addOutput(*command, context);
  addInOffice(*command, context, [=](app::Session& session, Diagnostics& diagnostics) {
    return session.journal(*output, diagnostics);
  });
}

}  // namespace

void addJournalCommands(CLI::App& program, Context& context) {
  addVerify(program, context);
  addCheckpoint(program, context);
  addJournal(program, context);
}

}  // namespace chancery::cli
