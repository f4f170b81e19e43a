#include "diagram/bpmn.h"

#include "base/markup.h"

namespace chancery::diagram {
namespace {

constexpr std::string_view kXPath = "http://www.w3.org/1999/XPath";

/// Flows by the nodes that they leave and reach.
struct Ends {
  std::vector<std::size_t> incoming;
  std::vector<std::size_t> outgoing;
};

std::string_view elementOf(NodeKind kind) {
  switch (kind) {
    case NodeKind::start:
      return "startEvent";
    case NodeKind::end:
    case NodeKind::escalation:
      return "endEvent";
    case NodeKind::person:
      return "userTask";
    case NodeKind::system:
      return "serviceTask";
    case NodeKind::exclusive:
      return "exclusiveGateway";
    case NodeKind::parallel:
      return "parallelGateway";
    case NodeKind::complex:
      return "complexGateway";
    case NodeKind::wait:
      return "intermediateCatchEvent";
    case NodeKind::overdue:
      break;
  }
  return "boundaryEvent";
}

class Writer {
 public:
  explicit Writer(const Drawing& drawing)
      : drawing_(drawing), process_(drawing.process), ends_(process_.nodes.size()) {
    for (std::size_t i = 0; i < process_.flows.size(); ++i) {
      ends_[process_.flows[i].from].outgoing.push_back(i);
      ends_[process_.flows[i].to].incoming.push_back(i);
    }
  }

  std::string run() {
    out_.raw(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
            " xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\""
            " xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\""
            " xmlns:di=\"http://www.omg.org/spec/DD/20100524/DI\""
            " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            " id=\"definitions\" targetNamespace=\"urn:chancery:workflow\" exporter=\"Chancery\"")
        .attribute("expressionLanguage", kXPath)
        .raw(">\n<collaboration id=\"collaboration\"><participant id=\"pool\"")
        .attribute("name", process_.title)
        .attribute("processRef", process_.id)
        .raw("/></collaboration>\n<process")
        .attribute("id", process_.id)
        .attribute("name", process_.title)
        .raw(" isExecutable=\"false\">\n");
    lanes();
    for (std::size_t i = 0; i < process_.nodes.size(); ++i) node(i);
    for (const Flow& flow : process_.flows) this->flow(flow);
    for (const Aside& aside : process_.asides) {
      if (aside.ends) cancelling(aside);
    }
    for (const Aside& aside : process_.asides) {
      if (!aside.ends) note(aside);
    }
    out_.raw("</process>\n");
    plane();
    out_.raw("</definitions>\n");
    return out_.take();
  }

 private:
  void lanes() {
    std::vector<std::vector<const std::string*>> members(process_.lanes.size());
    for (const Node& node : process_.nodes) members[node.lane].push_back(&node.id);
    for (const Aside& aside : process_.asides) {
      if (aside.ends) members[aside.lane].push_back(&aside.id);
    }
    out_.raw("<laneSet id=\"lanes\">\n");
    for (std::size_t i = 0; i < process_.lanes.size(); ++i) {
      out_.raw("<lane")
          .attribute("id", process_.lanes[i].id)
          .attribute("name", process_.lanes[i].name)
          .raw(">");
      for (const std::string* id : members[i]) element("flowNodeRef", *id);
      out_.raw("</lane>\n");
    }
    out_.raw("</laneSet>\n");
  }

  void element(std::string_view name, std::string_view text) {
    out_.raw("<").raw(name).raw(">").text(text).raw("</").raw(name).raw(">");
  }

  void node(std::size_t index) {
    const Node& node = process_.nodes[index];
    const std::string_view name = node.called.empty() ? elementOf(node.kind) : "callActivity";
    out_.raw("<").raw(name).attribute("id", node.id);
    const std::string shown = node.detail.empty() ? node.name : node.name + "\n" + node.detail;
    if (!shown.empty()) lineAttribute("name", shown);
    attributes(node, ends_[index]);
    out_.raw(">");
    for (const std::string& text : node.notes) element("documentation", text);
    for (const std::size_t i : ends_[index].incoming) element("incoming", process_.flows[i].id);
    for (const std::size_t i : ends_[index].outgoing) element("outgoing", process_.flows[i].id);
    content(node);
    out_.raw("</").raw(name).raw(">\n");
  }

  // A line feed in an attribute is kept only as a character reference.
  void lineAttribute(std::string_view name, std::string_view value) {
    out_.raw(" ").raw(name).raw("=\"");
    for (std::size_t at = 0; at <= value.size();) {
      const std::size_t end = std::min(value.find('\n', at), value.size());
      out_.text(value.substr(at, end - at));
      if (end < value.size()) out_.raw("&#10;");
      at = end + 1;
    }
    out_.raw("\"");
  }

  void attributes(const Node& node, const Ends& ends) {
    if (node.kind == NodeKind::overdue) {
      out_.attribute("attachedToRef", process_.nodes[*node.host].id)
          .attribute("cancelActivity", node.interrupts ? "true" : "false");
    }
    if (!node.called.empty()) {
      out_.attribute("calledElement", node.called);
    } else if (node.kind == NodeKind::system) {
      out_.raw(" implementation=\"##unspecified\"");
    }
    if (!isGateway(node.kind)) return;
    const char* direction = ends.incoming.size() > 1   ? "Converging"
                            : ends.outgoing.size() > 1 ? "Diverging"
                                                       : "Unspecified";
    if (ends.incoming.size() > 1 && ends.outgoing.size() > 1) direction = "Mixed";
    out_.attribute("gatewayDirection", direction);
    for (const std::size_t i : ends.outgoing) {
      if (process_.flows[i].isDefault) out_.attribute("default", process_.flows[i].id);
    }
  }

  void content(const Node& node) {
    if (!node.enough.empty()) element("activationCondition", node.enough);
    if (node.kind == NodeKind::person) {
      out_.raw("<potentialOwner")
          .attribute("id", "owner-" + node.id)
          .raw("><resourceAssignmentExpression><formalExpression>")
          .text(node.performer)
          .raw("</formalExpression></resourceAssignmentExpression></potentialOwner>");
    }
    if (node.repeat != Repeat::once) {
      out_.raw("<multiInstanceLoopCharacteristics")
          .attribute("isSequential", node.repeat == Repeat::oneByOne ? "true" : "false")
          .raw("/>");
    }
    if (node.kind == NodeKind::escalation) out_.raw("<escalationEventDefinition/>");
    if (node.kind == NodeKind::wait || node.kind == NodeKind::overdue) timer(node);
  }

  void timer(const Node& node) {
    out_.raw("<timerEventDefinition").attribute("id", "timer-" + node.id).raw(">");
    if (node.timer && !node.timer->path.empty()) {
      out_.raw("<timeDate xsi:type=\"tFormalExpression\"")
          .attribute("language", kXPath)
          .raw(">")
          .text(node.timer->path)
          .raw("</timeDate>");
    } else if (node.timer) {
      out_.raw("<timeDuration xsi:type=\"tFormalExpression\">")
          .text(node.timer->text())
          .raw("</timeDuration>");
    }
    out_.raw("</timerEventDefinition>");
  }

  void flow(const Flow& flow) {
    out_.raw("<sequenceFlow").attribute("id", flow.id);
    if (!flow.name.empty()) out_.attribute("name", flow.name);
    out_.attribute("sourceRef", process_.nodes[flow.from].id)
        .attribute("targetRef", process_.nodes[flow.to].id);
    if (flow.condition.empty()) {
      out_.raw("/>\n");
      return;
    }
    out_.raw("><conditionExpression xsi:type=\"tFormalExpression\"")
        .attribute("language", kXPath)
        .raw(">")
        .text(flow.condition)
        .raw("</conditionExpression></sequenceFlow>\n");
  }

  // At any time a message ends the case with all that is still open.
  void cancelling(const Aside& aside) {
    const auto id = [&](const char* part) { return aside.id + '-' + part; };
    out_.raw("<subProcess").attribute("id", aside.id);
    lineAttribute("name", aside.name + "\n" + aside.text);
    out_.raw(" triggeredByEvent=\"true\"><startEvent")
        .attribute("id", id("start"))
        .attribute("name", aside.start)
        .raw(" isInterrupting=\"true\">");
    element("outgoing", id("flow"));
    out_.raw("<messageEventDefinition")
        .attribute("id", id("message"))
        .raw("/></startEvent><endEvent");
    out_.attribute("id", id("end")).attribute("name", aside.end).raw(">");
    element("incoming", id("flow"));
    out_.raw("<terminateEventDefinition")
        .attribute("id", id("terminate"))
        .raw("/></endEvent><sequenceFlow")
        .attribute("id", id("flow"))
        .attribute("sourceRef", id("start"))
        .attribute("targetRef", id("end"))
        .raw("/></subProcess>\n");
  }

  void note(const Aside& aside) {
    out_.raw("<textAnnotation").attribute("id", aside.id).raw(">");
    element("text", aside.name + ": " + aside.text);
    out_.raw("</textAnnotation>\n<association")
        .attribute("id", aside.id + "-line")
        .attribute("sourceRef", process_.nodes[aside.about].id)
        .attribute("targetRef", aside.id)
        .raw("/>\n");
  }

  // ---- diagram interchange ----

  void plane() {
    out_.raw(
        "<bpmndi:BPMNDiagram id=\"diagram\"><bpmndi:BPMNPlane id=\"plane\" "
        "bpmnElement=\"collaboration\">\n");
    shape("pool", " isHorizontal=\"true\"", drawing_.pool);
    for (std::size_t i = 0; i < process_.lanes.size(); ++i) {
      shape(process_.lanes[i].id, " isHorizontal=\"true\"", drawing_.lanes[i]);
    }
    for (std::size_t i = 0; i < process_.nodes.size(); ++i) {
      const Node& node = process_.nodes[i];
      const bool isMarked = node.kind == NodeKind::exclusive;
      const Label* beside = isTask(node.kind) ? nullptr : &drawing_.shapes[i].label;
      shape(node.id, isMarked ? " isMarkerVisible=\"true\"" : "", drawing_.shapes[i].box, beside);
    }
    for (std::size_t i = 0; i < process_.asides.size(); ++i) asideShapes(i);
    for (std::size_t i = 0; i < process_.flows.size(); ++i) {
      edge(process_.flows[i].id, drawing_.edges[i].points, &drawing_.edges[i].label);
    }
    out_.raw("</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>\n");
  }

  void asideShapes(std::size_t index) {
    const Aside& aside = process_.asides[index];
    const AsideShape& placed = drawing_.asides[index];
    shape(aside.id, aside.ends ? " isExpanded=\"true\"" : "", placed.box);
    if (!aside.ends) return edge(aside.id + "-line", placed.line);
    shape(aside.id + "-start", "", placed.start, &placed.startName);
    shape(aside.id + "-end", "", placed.end, &placed.endName);
    edge(aside.id + "-flow", placed.line);
  }

  void bounds(const Box& box) {
    out_.raw("<dc:Bounds")
        .attribute("x", box.x)
        .attribute("y", box.y)
        .attribute("width", box.width)
        .attribute("height", box.height)
        .raw("/>");
  }

  void label(const Label* label) {
    if (!label || label->lines.empty()) return;
    out_.raw("<bpmndi:BPMNLabel>");
    bounds(label->box);
    out_.raw("</bpmndi:BPMNLabel>");
  }

  void shape(const std::string& id, std::string_view attributes, const Box& box,
             const Label* beside = nullptr) {
    out_.raw("<bpmndi:BPMNShape")
        .attribute("id", "shape-" + id)
        .attribute("bpmnElement", id)
        .raw(attributes)
        .raw(">");
    bounds(box);
    label(beside);
    out_.raw("</bpmndi:BPMNShape>\n");
  }

  void edge(const std::string& id, const std::vector<Point>& points,
            const Label* beside = nullptr) {
    out_.raw("<bpmndi:BPMNEdge")
        .attribute("id", "edge-" + id)
        .attribute("bpmnElement", id)
        .raw(">");
    for (const Point point : points) {
      out_.raw("<di:waypoint").attribute("x", point.x).attribute("y", point.y).raw("/>");
    }
    label(beside);
    out_.raw("</bpmndi:BPMNEdge>\n");
  }

  const Drawing& drawing_;
  const Process& process_;
  std::vector<Ends> ends_;
  Markup out_;
};

}  // namespace

std::string toBpmn(const Drawing& drawing) {
  return Writer(drawing).run();
}

}  // namespace chancery::diagram
