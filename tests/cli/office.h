#pragma once

#include "base/file.h"
#include "program.h"
#include "store/temporary_folder.h"

namespace chancery::cli {

inline constexpr const char* kTime = "2026-06-05T09:00:00Z";
inline constexpr const char* kOrderData = R"({
  "template": "order", "letterhead": ["ОТДЕЛ ПО ОБРАЗОВАНИЮ"], "kind": "ПРИКАЗ",
  "title": "О школе", "preamble": "В целях проверки", "command": "ПРИКАЗЫВАЮ:",
  "clauses": [{"text": "Открыть школу."}],
  "signature": {"post": "Начальник отдела", "name": "О.П. Веснина"}
})";

/// A new office made by the program in a folder of its own, and its people's commands.
class ProgramOffice {
 public:
  ProgramOffice() : program(folder.path()) {
    made = run({"init", "o"});
    writeFile(folder.path() / "order.json", kOrderData);
  }

  Ended run(const std::vector<std::string>& arguments, std::optional<long> killAfter = {}) const {
    return program.run(arguments, killAfter);
  }
  /// With the office and the clock.
  Ended inOffice(std::vector<std::string> arguments, std::optional<long> killAfter = {}) const {
    arguments.insert(arguments.end(), {"--office", "o", "--time", kTime});
    return run(arguments, killAfter);
  }
  std::filesystem::path path(const std::string& name) const { return folder.path() / name; }

  TemporaryFolder folder;
  Program program;
  Ended made;
};

}  // namespace chancery::cli
