#include "app/register_report.h"

#include "app/report.h"
#include "base/json.h"

namespace chancery::app {
namespace {

using Status = store::NumberRow::Status;

class Json {
 public:
  explicit Json(std::string& out) : out_(out) {}
  void open(char brace) {
    separate();
    out_ += brace;
    isFirst_ = true;
  }
  void close(char brace) {
    out_ += brace;
    isFirst_ = false;
  }
  void key(std::string_view name) {
    separate();
    out_ += json::quoted(name) + ':';
    isFirst_ = true;
  }
  void field(std::string_view name, const std::string& value) {
    if (value.empty()) return;
    key(name);
    out_ += json::quoted(value);
    isFirst_ = false;
  }

 private:
  void separate() {
    if (!isFirst_) out_ += ',';
    isFirst_ = false;
  }

  std::string& out_;
  bool isFirst_ = true;
};

void addRow(Json& json, const runtime::RegisterLine& line, const Report& report) {
  json.open('{');
  json.field("number", line.text);
  if (line.row) json.field("date", printedDate(line.row->date));
  json.field("document", line.document);
  json.field("author", line.author);
  json.field("signatory", line.signatory);
  json.field("state", report.fateOf(line, {}));
  json.close('}');
}

}  // namespace

std::string Report::fateOf(const runtime::RegisterLine& line, const std::string& document) const {
  if (!line.row) return say({"пропуск в нумерации без объяснения", "a gap without explanation"});
  const store::NumberRow& row = *line.row;
  const std::string person = row.person.empty() ? "" : " (" + directory_.nameOf(row.person) + ")";
  const std::string why = row.reason.empty() ? person : ": " + row.reason + person;
  const std::string of = document.empty() ? document : ", " + document;
  switch (row.status) {
    case Status::registered:
      return document.empty() ? say({"зарегистрирован", "registered"}) : document;
    case Status::reserved:
      return say({"номер зарезервирован", "number reserved"}) + of + why;
    case Status::annulled:
      return say({"номер аннулирован", "number annulled"}) + of + why;
  }
  return {};
}

std::string Report::registerOf(const runtime::Series& series,
                               const std::vector<runtime::RegisterLine>& lines) const {
  const std::string title = series.title.empty() ? series.id : series.title;
  std::string text = say({"Журнал регистрации: {0}\n", "Register: {0}\n"}, {title});
  int year = 0;
  for (const runtime::RegisterLine& line : lines) {
    if (line.year != year) text += say({"{0} год\n", "year {0}\n"}, {std::to_string(line.year)});
    year = line.year;
    text += say({"  №\u00A0{0}", "  {0}"}, {line.text});
    std::string document;
    if (line.row) {
      text += say({" от {0}", " of {0}"}, {printedDate(line.row->date)});
      if (!line.row->caseId.empty()) {
        document =
            say({"документ {0} «{1}»", "document {0} “{1}”"}, {line.row->caseId, line.document});
      }
    }
    text += "  ";
    for (const char c : fateOf(line, document)) {
      text += c;
      if (c == '\n') text += "    ";
    }
    text += '\n';
  }
  if (lines.empty()) text += say({"  записей нет\n", "  no entries\n"});
  return text;
}

std::string registerData(const RegisterSheet& sheet, const Report& report) {
  std::string text;
  Json json(text);
  json.open('{');
  json.field("organisation", sheet.organisation);
  json.field("subject", sheet.subject);
  json.field("made", sheet.made);
  json.key("years");
  json.open('[');
  for (std::size_t i = 0; i < sheet.lines.size(); ++i) {
    const runtime::RegisterLine& line = sheet.lines[i];
    if (i == 0 || line.year != sheet.lines[i - 1].year) {
      json.open('{');
      if (line.year != 0) json.field("title", std::to_string(line.year) + " год");
      json.key("rows");
      json.open('[');
    }
    addRow(json, line, report);
    if (i + 1 == sheet.lines.size() || sheet.lines[i + 1].year != line.year) {
      json.close(']');
      json.close('}');
    }
  }
  json.close(']');
  json.close('}');
  return text;
}

}  // namespace chancery::app
