#include "support.h"

#include "base/error.h"
#include "base/file.h"
#include "lang/calendar_reader.h"

namespace chancery::scenario {
namespace {

lang::Calendar calendar() {
  Sources sources;
  Diagnostics diagnostics;
  const std::string path = CHANCERY_PROJECT_DIR "/workflows/calendars/ru.calendar.xml";
  return *lang::readCalendar(sources, sources.add(path, readFile(path, 1 << 20)), diagnostics);
}

std::string told(Diagnostics& diagnostics) {
  diagnostics.sort();
  std::string text;
  for (const Diagnostic& d : diagnostics.all()) {
    text += std::to_string(d.place.line) + ':' + std::to_string(d.place.column) + ' ' +
            std::string(d.message->code) + ' ' + d.text(Language::english) + '\n';
  }
  return text;
}

}  // namespace

Tested testTexts(const std::string& workflow, const std::string& scenarios) {
  Sources sources;
  Diagnostics diagnostics;
  Tested tested;
  const auto definition = flow::parse(sources, sources.add("w.xml", workflow), {}, diagnostics);
  check(definition.has_value(), told(diagnostics).c_str());
  const flow::Core core = flow::compile(*definition);
  const auto script =
      parse(sources, sources.add("w.scenario.xml", scenarios), core.definition, diagnostics);
  if (script) {
    static const lang::Calendar kCalendar = calendar();
    const Staff staff(script->people, &kCalendar);
    Coverage coverage(core);
    std::vector<std::vector<std::string>> journals;
    for (const Scenario& scenario : script->scenarios) {
      tested.outcomes.push_back(run(core, scenario, staff, coverage, diagnostics));
      journals.push_back(tested.outcomes.back().journal);
    }
    tested.missing = coverage.missing(Language::english);
    tested.taken = coverage.taken();
    tested.all = coverage.all();
    tested.percent = coverage.percent();
    tested.updated = withJournals(scenarios, *script, journals);
  }
  tested.findings = told(diagnostics);
  return tested;
}

Tested test(const std::string& stages, const std::string& scenarios) {
  return testTexts(
      "<workflow xmlns=\"urn:chancery:workflow\" id=\"w\" title=\"T\" template=\"order\" "
      "supervisor=\"role:head\">" +
          stages + "</workflow>",
      scenarios);
}

std::string script(const std::string& body) {
  return R"(<scenarios xmlns="urn:chancery:scenario" workflow="w">
  <person id="ann" roles="clerk"/>
  <person id="bob" roles="lawyer head"/>
  <person id="eve" roles="accountant"/>
  <person id="joe" roles="lawyer"/>
)" + body +
         "</scenarios>\n";
}

}  // namespace chancery::scenario
