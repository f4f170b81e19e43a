#include "app/workflow_pictures.h"

#include "app/commands.h"
#include "app/files.h"
#include "app/messages.h"
#include "app/outputs.h"
#include "app/session.h"
#include "app/workflow_files.h"
#include "diagram/bpmn.h"
#include "diagram/regulation.h"
#include "diagram/summary.h"
#include "diagram/svg.h"

namespace chancery::app {
namespace {

constexpr std::string_view kRegulation = "regulation";

void join(std::string& titles, const std::string& title, Language language) {
  if (titles.empty()) {
    titles = title;
  } else {
    titles += (language == Language::russian ? " или " : " or ") + title;
  }
}

/// What the office calls those whom its workflows name.
diagram::Names namesOf(const Office* office, Language language) {
  diagram::Names names{.language = language};
  if (!office) return names;
  for (const Post& post : office->posts) {
    if (!post.role.empty()) join(names.titles["role:" + post.role], post.title, language);
  }
  for (const Person& person : office->people) {
    const Post* post = office->findPost(person.post);
    std::string& name = names.titles["person:" + person.id];
    for (const std::string* part : {&person.surname, &person.name, &person.patronymic}) {
      if (!part->empty()) name += (name.empty() ? "" : " ") + *part;
    }
    for (const std::string& role : person.roles) {
      if (post && !names.titles.contains("role:" + role))
        names.titles["role:" + role] = post->title;
    }
  }
  for (const runtime::Series& series : office->series) {
    names.titles["series:" + series.id] = series.title;
  }
  for (const DistributionList& list : office->lists) {
    names.titles["list:" + list.id] = list.title;
  }
  return names;
}

std::optional<flow::Definition> readWorkflow(const std::string& name, const std::string& office,
                                             const Resources& resources, Diagnostics& diagnostics) {
  const auto path =
      findWorkflow({officeFolder(office) / "workflows", resources.workflows()}, name, diagnostics);
  if (!path) return std::nullopt;
  const auto text = readInput(path->string(), diagnostics);
  if (!text) return std::nullopt;
  Sources sources;
  const SourceId source = sources.add(path->string(), *text);
  return flow::parse(sources, source, {}, diagnostics);
}

}  // namespace

std::string pictureWorkflow(PictureRequest request, const std::string& office,
                            const Resources& resources, Diagnostics& diagnostics) {
  useOffice(office, resources, request.regulation, diagnostics);
  if (diagnostics.hasErrors()) return {};
  Sources sources;
  std::optional<Office> known;
  if (!request.regulation.officeText.empty()) {
    known = parseOffice(sources,
                        sources.add(request.regulation.officeName, request.regulation.officeText),
                        diagnostics);
  }
  const auto definition = readWorkflow(request.workflow, office, resources, diagnostics);
  if (!definition || diagnostics.hasErrors()) return {};
  const diagram::Names names = namesOf(known ? &*known : nullptr, request.language);

  std::vector<OutputFile> files;
  if (!request.diagram.empty() || !request.bpmn.empty()) {
    const diagram::Drawing drawing = diagram::drawingOf(diagram::processOf(*definition, names));
    if (!request.diagram.empty()) files.push_back({request.diagram, diagram::toSvg(drawing)});
    if (!request.bpmn.empty()) files.push_back({request.bpmn, diagram::toBpmn(drawing)});
  }
  if (!request.regulation.outputs.empty()) {
    request.regulation.templateName = kRegulation;
    request.regulation.dataFile = definition->id + '.' + std::string(kRegulation) + ".json";
    request.regulation.dataText = diagram::toData(diagram::regulationOf(*definition, names));
    auto documents = renderOutputs(request.regulation, diagnostics);
    if (!documents) return {};
    for (OutputFile& file : *documents) files.push_back(std::move(file));
  }
  if (files.empty()) return diagram::summaryOf(*definition, names);
  std::vector<std::filesystem::path> paths;
  for (const OutputFile& file : files) paths.push_back(file.path);
  if (const auto twice = findRepeated(paths)) {
    diagnostics.error(messages::kSameOutput, {}, {twice->string()});
    return {};
  }
  writeOutputs(files);
  return {};
}

}  // namespace chancery::app
