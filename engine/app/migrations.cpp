#include "app/session.h"
#include "runtime/migration.h"

// What a session tells of another edition of a workflow.
namespace chancery::app {

std::string Session::planMigration(const std::string& workflow, Diagnostics& diagnostics) {
  drain();
  const auto bundle = bundleOf(workflow, diagnostics);
  if (!bundle) return {};
  const std::string hash = runtime::keepBundle(blobs_, *bundle);
  const auto edition = runtime::Cases(blobs_).coreOf(hash);
  return report_.migration(*edition, runtime::planMigration(*store_, blobs_, *edition, hash));
}

}  // namespace chancery::app
