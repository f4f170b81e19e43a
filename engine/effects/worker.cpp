#include "effects/worker.h"

#include <algorithm>

#include "base/error.h"

namespace chancery::effects {

namespace fs = std::filesystem;

namespace {

RenderRequest requestOf(const runtime::Work& work, const runtime::Bundle& bundle,
                        const store::Blobs& blobs) {
  const flow::Definition& definition = work.open.core->definition;
  RenderRequest request;
  request.bundleHash = work.open.row.bundle;
  request.bundle = &bundle;
  request.templateName = definition.templateName;
  request.profile = definition.profile;
  runtime::HandedData data = runtime::openData(blobs, work.open.state.data.back());
  request.data = std::move(data.text);
  request.files = std::move(data.files);
  request.formats = definition.formats();
  request.moment = work.token.since;
  return request;
}

// The moment of the last approval in this round.
std::optional<Moment> approvalOf(const runtime::OpenCase& open) {
  std::optional<Moment> moment;
  for (const flow::Visa& visa : open.state.visas) {
    if (visa.outcome == flow::Outcome::approve) moment = visa.moment;
  }
  return moment;
}

// Who signed, or approved, in another's place: the sheet bears the substitute's post and name, not
// those that the author wrote down.
void giveSubstitute(const runtime::OpenCase& open, flow::Outcome outcome, const std::string& group,
                    RenderRequest& request) {
  const flow::Visa* last = nullptr;
  for (const flow::Visa& visa : open.state.visas) {
    if (visa.outcome == outcome) last = &visa;
  }
  if (!last || last->capacity.empty()) return;
  request.given.emplace_back(group + "/post", last->capacity);
  request.given.emplace_back(group + "/name", last->name);
}

std::string reasonOf(const Diagnostics& diagnostics) {
  std::string reason = formatText(diagnostics, Language::russian);
  while (!reason.empty() && reason.back() == '\n') reason.pop_back();
  return reason;
}

}  // namespace

std::string publishedName(const runtime::OpenCase& open) {
  const flow::Registration& registration = open.state.registration;
  if (registration.status == flow::Registration::Status::none) {
    return safeName(open.row.workflow + "-" + open.row.id);
  }
  return safeName(open.row.workflow + "-" + registration.date + "-" + registration.number);
}

std::optional<Attempt> Worker::runOnce() {
  for (const store::OutboxRow& row : bench_.pending()) {
    if (failed_.contains(row.id) || waiting_.contains(row.id)) continue;
    Attempt attempt{row.caseId, flow::findEffect(row.kind).value_or(flow::EffectKind::publish), {}};
    try {
      const auto work = bench_.take(row);
      if (!work) continue;
      if (!isOver(*work)) {
        waiting_.insert(row.id);
        continue;
      }
      carryOut(*work);
      // This may be what another document waited for.
      if (!work->open.state.parent.empty() && bench_.hasEnded(row.caseId)) waiting_.clear();
    } catch (const std::exception& error) {  // whatever it is, the others go on
      failed_.insert(row.id);
      attempt.failure = error.what();
      bench_.fail(row, attempt.failure);
    }
    return attempt;
  }
  return std::nullopt;
}

// Whether there is nothing left to wait for.
bool Worker::isOver(const runtime::Work& work) {
  if (work.kind == flow::EffectKind::wait) return bench_.endWait(work);
  if (work.kind == flow::EffectKind::awaitPart) return bench_.endPart(work);
  return true;
}

std::vector<Attempt> Worker::drain() {
  waiting_.clear();
  std::vector<Attempt> failures;
  while (const auto attempt = runOnce()) {
    if (!attempt->failure.empty()) failures.push_back(*attempt);
  }
  return failures;
}

void Worker::carryOut(const runtime::Work& work) {
  switch (work.kind) {
    case flow::EffectKind::renderDraft:
      return render(work, false);
    case flow::EffectKind::renderFinal:
      return render(work, true);
    case flow::EffectKind::checkForm:
      return checkForm(work);
    case flow::EffectKind::reserve:
      return bench_.reserve(work);
    case flow::EffectKind::release:
      return bench_.release(work);
    case flow::EffectKind::registration:
      return bench_.enter(work);
    case flow::EffectKind::wait:
    case flow::EffectKind::awaitPart:
      return;  // isOver() has reported it
    case flow::EffectKind::findPeople:
      return bench_.findPeople(work);
    case flow::EffectKind::startPart:
      return bench_.startPart(work);
    case flow::EffectKind::distribute:
      return distribute(work);
    case flow::EffectKind::publish:
      return publish(work);
  }
}

void Worker::render(const runtime::Work& work, bool isFinal) {
  const runtime::Bundle bundle = runtime::openBundle(blobs_, work.open.row.bundle);
  RenderRequest request = requestOf(work, bundle, blobs_);
  const flow::Registration& registration = work.open.state.registration;
  if (isFinal && registration.status != flow::Registration::Status::none) {
    request.given = {{"date", registration.date}, {"number", registration.number}};
  }
  if (const auto approved = isFinal ? approvalOf(work.open) : std::nullopt) {
    request.given.emplace_back("approvalDate", toIso(bench_.dayOf(*approved)));
  }
  if (isFinal) {
    giveSubstitute(work.open, flow::Outcome::sign, "signature", request);
    giveSubstitute(work.open, flow::Outcome::approve, "approved", request);
  }
  Diagnostics diagnostics;
  const auto files = renderer_.render(request, diagnostics);
  if (!files) return bench_.reject(work, reasonOf(diagnostics));
  runtime::Workbench::Facts facts;
  std::vector<runtime::Workbench::Kept> kept;
  for (const RenderedFile& file : *files) {
    const std::string hash = blobs_.put(file.bytes);
    facts.emplace_back(file.format, hash);
    kept.push_back({hash, file.bytes.size()});
  }
  bench_.finish(work, facts, kept);
}

void Worker::checkForm(const runtime::Work& work) {
  const runtime::Bundle bundle = runtime::openBundle(blobs_, work.open.row.bundle);
  Diagnostics diagnostics;
  RenderRequest request = requestOf(work, bundle, blobs_);
  request.rules = work.stage().profile;
  renderer_.checkForm(request, bench_.dayOf(work.token.since), diagnostics);
  if (diagnostics.hasErrors()) return bench_.reject(work, reasonOf(diagnostics));
  bench_.finish(work, {});
}

// The files that are in force, under a name that no other document has in this folder.
std::vector<Publication> Worker::finalFiles(const runtime::Work& work, const fs::path& folder,
                                            const std::vector<std::string>& formats,
                                            const Site& site, runtime::Workbench::Facts& facts) {
  const flow::State& state = work.open.state;
  std::vector<const flow::File*> kept;
  for (const flow::File& file : state.files) {
    const bool isWanted = std::find(formats.begin(), formats.end(), file.format) != formats.end();
    if (file.isFinal && file.round == state.round && isWanted) kept.push_back(&file);
  }
  const std::string name = publishedName(work.open);
  if (kept.empty()) throw WorldError("publish", name, "the document has no final file");
  const auto filesNamed = [&](const std::string& stem) {
    std::vector<Publication> files;
    for (const flow::File* file : kept) {
      files.push_back({folder / (stem + "." + file->format), blobs_.require(file->hash)});
    }
    return files;
  };
  std::vector<Publication> files = filesNamed(name);
  const bool isFree = std::all_of(files.begin(), files.end(),
                                  [&](const Publication& file) { return site.isFree(file); });
  // Numbers such as 1/5 and 1-5, and workflows with one id, give one name.
  if (!isFree) files = filesNamed(name + "_" + work.open.row.id);
  for (std::size_t i = 0; i < files.size(); ++i) {
    facts.emplace_back(files[i].path.generic_string(), kept[i]->hash);
  }
  return files;
}

void Worker::publish(const runtime::Work& work) {
  runtime::Workbench::Facts facts;
  site_.publish(finalFiles(work, work.stage().to, work.stage().formats, site_, facts));
  bench_.finish(work, facts);
}

// What is sent lies in the office's folder of outgoing papers, by lists.
void Worker::distribute(const runtime::Work& work) {
  runtime::Workbench::Facts facts;
  const std::vector<std::string> formats = work.open.core->definition.formats();
  outgoing_.publish(finalFiles(work, work.stage().to, formats, outgoing_, facts));
  bench_.finish(work, facts);
}

}  // namespace chancery::effects
