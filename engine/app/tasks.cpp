#include "app/messages.h"
#include "app/session.h"
#include "base/suggest.h"
#include "runtime/timekeeper.h"

// What a session does with tasks besides answering them.
namespace chancery::app {

// The one open task that is meant when none is named.
std::optional<std::string> Session::onlyTask(const runtime::HandOver& request,
                                             Diagnostics& diagnostics) {
  std::vector<std::string> ids;
  if (request.kind != flow::Event::Kind::reassign) {
    for (const runtime::TaskView& task : view_.inbox(request.person)) {
      if (task.caseId == request.caseId) ids.push_back(task.id);
    }
  }
  const auto view = view_.find(request.caseId);
  if (ids.empty() && view) {  // not theirs: the desk says whose
    for (const runtime::TaskView& task : view->tasks) ids.push_back(task.id);
  }
  if (ids.size() == 1) return ids.front();
  if (ids.empty()) {
    diagnostics.error(messages::kNoOpenTask, {}, {request.caseId})
        .hint(messages::kSeeWhy, {request.caseId});
  } else {
    diagnostics.error(messages::kWhichOfTasks, {}, {request.caseId, joined(ids)})
        .hint(messages::kNameTaskNumber);
  }
  return std::nullopt;
}

std::string Session::handOver(runtime::HandOver request, Diagnostics& diagnostics) {
  lookAs(request.person);
  if (!find(request.caseId, diagnostics)) return {};
  if (request.task.empty()) {
    const auto task = onlyTask(request, diagnostics);
    if (!task) return {};
    request.task = *task;
  }
  if (!desk_.handOver(request, diagnostics)) return {};
  return cardOf(request.caseId);
}

std::string Session::tick() {
  drain();
  runtime::Timekeeper timekeeper(*store_, blobs_, directory_, clock_);
  const auto ticks = timekeeper.run();
  drain();
  if (timekeeper.failure()) throw WorldError(*timekeeper.failure());
  return report_.ticks(ticks);
}

}  // namespace chancery::app
