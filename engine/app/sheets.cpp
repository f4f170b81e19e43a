#include "app/sheets.h"

#include <algorithm>

#include "app/files.h"
#include "app/messages.h"
#include "app/render_files.h"
#include "app/session.h"
#include "base/json.h"
#include "base/utf8.h"
#include "lang/agreement.h"
#include "lang/letters.h"
#include "render/render.h"
#include "xml/vocabulary.h"

// Sheets of coordination and of disagreements.
namespace chancery::app {
namespace {

/// One JSON object, written member by member; empty values are left out.
class Object {
 public:
  Object& add(std::string_view name, std::string_view text) {
    return text.empty() ? *this : addRaw(name, json::quoted(text));
  }
  Object& addList(std::string_view name, const std::vector<std::string>& values) {
    if (values.empty()) return *this;
    std::string list;
    for (const std::string& value : values) list += (list.empty() ? "[" : ",") + value;
    return addRaw(name, list + ']');
  }
  Object& addRaw(std::string_view name, const std::string& value) {
    text_ += (text_.empty() ? "" : ",") + json::quoted(name) + ':' + value;
    return *this;
  }
  std::string text() const { return '{' + text_ + '}'; }

 private:
  std::string text_;
};

/// «П. А. Лугов» of «П. А. Лугов, заместитель начальника».
std::string nameAlone(const OfficeDirectory& directory, const std::string& person) {
  const std::string name = directory.nameOf(person);
  return name.substr(0, name.find(", "));
}

std::string postOf(const OfficeDirectory& directory, const std::string& id) {
  const Person* person = directory.office().findPerson(id);
  const Post* post = person ? directory.office().findPost(person->post) : nullptr;
  return post ? post->title : std::string();
}

bool isCoordination(const runtime::GivenVisa& given) {
  return given.kind == flow::StageKind::coordinate;
}

/// Post and name of who answered; of a term that ended in silence, that it did.
void addPerson(Object& object, const flow::Visa& visa, const OfficeDirectory& directory) {
  if (visa.person.empty()) {
    object.add("name", "срок истёк, ответа нет");
    return;
  }
  const bool standsIn = !visa.capacity.empty();
  object.add("post",
             standsIn ? visa.capacity + (visa.basis.empty() ? "" : "\n(" + visa.basis + ')') : postOf(directory, visa.person));
  std::string name = standsIn ? visa.name : nameAlone(directory, visa.person);
  if (!visa.from.empty()) name += "\n(перепоручено: " + nameAlone(directory, visa.from) + ')';
  object.add("name", name);
}

/// «П. А. Лугов, заместитель начальника» in two columns; several people in the one of names.
void addHolders(Object& object, const std::string& holders) {
  const std::size_t comma = holders.find(", ");
  if (comma == std::string::npos || holders.find("; ") != std::string::npos) {
    object.add("name", holders);
    return;
  }
  std::string post = holders.substr(comma + 2);
  std::size_t next = 0;
  std::string capital;
  utf8::append(capital, lang::toUpper(utf8::next(post, next)));
  object.add("post", capital + post.substr(next)).add("name", holders.substr(0, comma));
}

std::string resultOf(const flow::Visa& visa) {
  return std::string(flow::wordsOf(visa.outcome).status.russian);
}

class SheetWriter {
 public:
  SheetWriter(const SheetFacts& facts, const OfficeDirectory& directory)
      : facts_(facts), directory_(directory) {}

  std::string coordination() const {
    std::vector<std::string> visas, earlier;
    bool hasRemarks = false;
    for (const runtime::GivenVisa& given : facts_.visas) {
      if (!isCoordination(given)) continue;
      (given.stands ? visas : earlier).push_back(given.stands ? visa(given) : brief(given));
      hasRemarks = hasRemarks || (given.stands && !given.visa.remark.empty());
    }
    for (const runtime::TaskView& task : facts_.view->tasks) {
      if (task.kind == flow::StageKind::coordinate) visas.push_back(waiting(task));
    }
    Object sheet = head();
    sheet.addList("visas", visas).addList("earlier", earlier);
    if (hasRemarks) sheet.add("hasRemarks", "true");
    return sheet.text();
  }

  std::string disagreements() const {
    std::vector<std::string> remarks;
    for (const runtime::GivenVisa& given : facts_.visas) {
      if (!given.visa.remark.empty()) remarks.push_back(remark(given));
    }
    return head().addList("remarks", remarks).text();
  }

 private:
  Object head() const {
    const runtime::CaseView& view = *facts_.view;
    Object sheet;
    std::vector<std::string> letterhead;
    for (const std::string& line : directory_.office().letterhead) {
      letterhead.push_back(json::quoted(line));
    }
    sheet.addList("letterhead", letterhead).add("kind", facts_.kind);
    sheet.add("document", view.row.title).add("workflow", view.workflow);
    sheet.add("case", view.row.id).add("round", std::to_string(view.state.round));
    if (view.state.registration.status == flow::Registration::Status::registered) {
      sheet.add("number", view.state.registration.number);
      sheet.add("date", printedDate(view.state.registration.date));
    }
    Object author;
    author.add("post", postOf(directory_, view.row.author));
    author.add("name", nameAlone(directory_, view.row.author));
    sheet.addRaw("author", author.text());
    return sheet.add("made", directory_.timeOf(facts_.now));
  }

  std::string visa(const runtime::GivenVisa& given) const {
    Object row;
    addPerson(row, given.visa, directory_);
    row.add("received", directory_.timeOf(given.received));
    row.add("result", resultOf(given.visa));
    row.add("date", directory_.timeOf(given.visa.moment));
    std::string remark = given.visa.remark;
    const bool isOld = given.visa.round != facts_.view->state.round;
    if (isOld) {
      const std::string round = "виза " + std::to_string(given.visa.round) + "-го круга";
      remark = remark.empty() ? round : remark + "\n(" + round + ')';
    }
    return row.add("remarks", remark).text();
  }

  std::string brief(const runtime::GivenVisa& given) const {
    Object row;
    row.add("round", std::to_string(given.visa.round));
    addPerson(row, given.visa, directory_);
    row.add("result", resultOf(given.visa));
    return row.add("date", directory_.timeOf(given.visa.moment)).text();
  }

  std::string waiting(const runtime::TaskView& task) const {
    Object row;
    addHolders(row, task.holders);
    row.add("received", directory_.timeOf(task.opened));
    return row.add("result", "на согласовании").text();
  }

  std::string remark(const runtime::GivenVisa& given) const {
    Object row;
    row.add("round", std::to_string(given.visa.round)).add("text", given.visa.remark);
    addPerson(row, given.visa, directory_);
    row.add("result", resultOf(given.visa)).add("date", directory_.timeOf(given.visa.moment));
    if (given.reply) {
      row.add("decision", given.reply->isAccepted ? "Учтено" : "Отклонено");
      row.add("reason", given.reply->reason);
    }
    return row.text();
  }

  const SheetFacts& facts_;
  const OfficeDirectory& directory_;
};

}  // namespace

std::optional<Sheet> findSheet(std::string_view word) {
  if (word == "coordination") return Sheet::coordination;
  if (word == "disagreements") return Sheet::disagreements;
  return std::nullopt;
}

std::string_view templateOf(Sheet sheet) {
  return sheet == Sheet::coordination ? "coordination-sheet" : "disagreements-sheet";
}

std::string sheetData(Sheet sheet, const SheetFacts& facts, const OfficeDirectory& directory) {
  const SheetWriter writer(facts, directory);
  return sheet == Sheet::coordination ? writer.coordination() : writer.disagreements();
}

std::string unansweredRemarks(const std::vector<runtime::GivenVisa>& visas,
                              const OfficeDirectory& directory, Language language) {
  std::string lines;
  for (const runtime::GivenVisa& given : visas) {
    if (given.visa.remark.empty() || given.reply) continue;
    std::string remark = given.visa.remark;
    std::replace(remark.begin(), remark.end(), '\n', ' ');
    lines += fill(Text{"  задача {0}, {1}: {2}\n", "  task {0}, {1}: {2}\n"}.in(language),
                  {given.visa.task, nameAlone(directory, given.visa.person), remark});
  }
  if (lines.empty()) return lines;
  static constexpr Text kHead{"замечания без ответа:\n", "remarks without a reply:\n"};
  return std::string(kHead.in(language)) + lines;
}

std::string Session::kindOf(const runtime::CaseView& view) {
  Diagnostics unreadable;  // data that the case has accepted
  const runtime::Bundle bundle = runtime::openBundle(blobs_, view.row.bundle);
  const auto document = documentOf(bundle, view.row.bundle,
                                   runtime::openData(blobs_, view.state.data.back()), unreadable);
  const document::Node* part = document ? document->find(document::Kind::part) : nullptr;
  const document::Node* kind = part ? part->find(document::Kind::kind) : nullptr;
  const auto known = kind ? lang::kindOf(kind->plainText()) : std::nullopt;
  return known ? std::string(known->genitive) : std::string();
}

std::string Session::sheet(const SheetRequest& request, Diagnostics& diagnostics) {
  const auto sheet = findSheet(request.sheet);
  if (!sheet) {
    xml::hintNames(diagnostics.error(messages::kUnknownSheet, {}, {request.sheet}), request.sheet,
                   {"coordination", "disagreements"});
    return {};
  }
  const auto view = find(request.caseId, diagnostics);
  if (!view) return {};
  SheetFacts facts{&*view, {}, kindOf(*view), clock_.now()};
  const auto transaction = store_->begin(store::Access::read);
  facts.visas = runtime::visasOf(*transaction, runtime::Cases(blobs_), request.caseId);
  render::Job job;
  job.templateName = templateOf(*sheet);
  job.dataName = job.templateName + ".json";
  job.dataText = sheetData(*sheet, facts, directory_);
  job.moment = facts.now;
  const render::Engine engine({folder_ / "doc-templates", resources_.templates()});
  Diagnostics told;  // warnings about words that people wrote long ago help nobody
  if (!renderTo(engine, std::move(job), request.outputs, told)) {
    diagnostics.append(told);
    return {};
  }
  std::string text;
  for (const std::string& output : request.outputs) {
    text += fill(Text{"изготовлено: {0}\n", "made: {0}\n"}.in(language_), {output});
  }
  if (*sheet == Sheet::coordination) return text;
  return text + unansweredRemarks(facts.visas, directory_, language_);
}

}  // namespace chancery::app
