#include "support.h"

#include <algorithm>
#include <filesystem>
#include <random>

#include "base/error.h"
#include "base/file.h"
#include "diagram/measure.h"

namespace chancery::diagram {

flow::Definition definitionOf(const std::string& text) {
  Sources sources;
  Diagnostics diagnostics;
  const SourceId source = sources.add("test.workflow.xml", text);
  auto definition = flow::parse(sources, source, {}, diagnostics);
  check(definition.has_value(), formatText(diagnostics, Language::english).c_str());
  return std::move(*definition);
}

namespace {

flow::Definition ofFile(const std::filesystem::path& path) {
  return definitionOf(readFile(path, 1u << 20));
}

}  // namespace

std::vector<flow::Definition> readyMade() {
  std::vector<flow::Definition> all;
  for (const auto& entry : std::filesystem::directory_iterator(CHANCERY_PROJECT_DIR "/workflows")) {
    if (entry.path().string().ends_with(".workflow.xml")) all.push_back(ofFile(entry.path()));
  }
  return all;
}

flow::Definition approval() {
  return ofFile(CHANCERY_PROJECT_DIR "/tests/diagram/approval.workflow.xml");
}

flow::Definition everything() {
  return ofFile(CHANCERY_PROJECT_DIR "/tests/diagram/everything.workflow.xml");
}

flow::Definition route(const std::string& stages, const std::string& title) {
  return definitionOf("<workflow xmlns=\"urn:chancery:workflow\" id=\"w\" title=\"" + title +
                      "\" template=\"order\">\n" + stages + "\n</workflow>");
}

namespace {

class RandomRoute {
 public:
  explicit RandomRoute(unsigned seed) : random_(seed) {}

  std::string run() {
    std::string text = "<stage id=\"s0\" kind=\"draft\"/>";
    const int count = 1 + upTo(4);
    for (int i = 1; i <= count; ++i) text += stage(i);
    text += "<stage id=\"end\" kind=\"sign\" by=\"role:r0\"/>";
    if (upTo(2) == 0) text += "<allow act=\"recall\" by=\"author\" before=\"end\" to=\"s0\"/>";
    if (upTo(2) == 0) text += "<allow act=\"cancel\" by=\"" + who() + "\" before=\"end\"/>";
    return text;
  }

 private:
  int upTo(int most) { return static_cast<int>(random_() % static_cast<unsigned>(most + 1)); }

  std::string who() {
    const int n = upTo(5);
    return n == 5 ? "author" : "role:r" + std::to_string(n);
  }

  std::string back(int index) {
    return upTo(1) == 0 ? "" : " on-refuse=\"s" + std::to_string(upTo(index - 1)) + "\"";
  }

  std::string term(bool isReview) {
    switch (upTo(isReview ? 5 : 4) + (isReview ? 0 : 1)) {  // silence is consent to visas only
      case 0:
        return " due=\"3wd\" on-overdue=\"agree\"";
      case 1:
        return " due=\"P2D\" on-overdue=\"return\"";
      case 2:
        return " due=\"1wd\" on-overdue=\"escalate\" escalate-to=\"role:r1\"";
      case 3:
        return " due=\"3wd\"";
      default:
        return "";
    }
  }

  std::string stage(int index) {
    const std::string id = " id=\"s" + std::to_string(index) + '"';
    if (upTo(3) == 0) {
      const std::string by = upTo(3) == 0 ? "role:r3" : who();
      return "<stage" + id + " kind=\"check\" by=\"" + by + "\"" + term(false) + "/>";
    }
    return "<stage" + id + " kind=\"coordinate\"" + term(true) + back(index) + mode() + ">" +
           members(index, 3) + "</stage>";
  }

  std::string mode() { return upTo(1) == 0 ? " mode=\"parallel\"" : " mode=\"sequential\""; }

  std::string when() { return upTo(3) == 0 ? " when=\"cost &gt; 0\"" : ""; }

  std::string members(int index, int depth) {
    std::string text;
    for (int i = 0; i <= upTo(3); ++i) {
      const std::string returns = upTo(5) == 0 ? back(index) : "";
      if (depth > 0 && upTo(2) == 0) {
        text += "<group" + mode() + when() + returns + ">" + members(index, depth - 1) + "</group>";
      } else {
        text += "<reviewer by=\"" + who() + "\"" + when() + returns + "/>";
      }
    }
    return text;
  }

  std::mt19937 random_;
};

std::string inWords(const Box& box) {
  return std::to_string(box.x) + ',' + std::to_string(box.y) + ' ' + std::to_string(box.width) +
         'x' + std::to_string(box.height);
}

bool overlap(const Box& a, const Box& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

/// A straight piece of a line as a box without width.
Box pieceOf(Point a, Point b) {
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
}

/// Whether a line runs through the inside of a box.
bool crosses(const Box& piece, const Box& box) {
  return piece.x < box.right() && piece.right() > box.x && piece.y < box.bottom() &&
         piece.bottom() > box.y;
}

bool touches(Point p, const Box& box) {
  const bool isBeside = (p.x == box.x || p.x == box.right()) && p.y == box.center().y;
  const bool isAbove = (p.y == box.y || p.y == box.bottom()) && p.x == box.center().x;
  return isBeside || isAbove;
}

class Inspector {
 public:
  explicit Inspector(const Drawing& drawing) : drawing_(drawing), process_(drawing.process) {}

  std::vector<std::string> run() {
    collect();
    for (std::size_t i = 0; i < things_.size(); ++i) {
      for (std::size_t j = i + 1; j < things_.size(); ++j) pair(things_[i], things_[j]);
    }
    for (std::size_t i = 0; i < process_.flows.size(); ++i) line(i);
    for (std::size_t i = 0; i < process_.flows.size(); ++i) {
      for (std::size_t j = i + 1; j < process_.flows.size(); ++j) lines(i, j);
    }
    return std::move(problems_);
  }

 private:
  struct Thing {
    std::string name;
    Box box;
    std::size_t owner = 0;  // its task, for what stands on a border
    bool isText = false;
  };

  void report(const std::string& problem) { problems_.push_back(problem); }

  void text(const std::string& name, const Label& label, int size, bool isBold = false) {
    const int width = widthOf(label.lines, size, isBold);
    if (width > label.box.width)
      report(name + ": text of " + std::to_string(width) + " is wider than its box " +
             inWords(label.box));
  }

  std::size_t ownerOf(std::size_t node) const {
    while (process_.nodes[node].host) node = *process_.nodes[node].host;
    return node;
  }

  void collect() {
    for (std::size_t i = 0; i < process_.nodes.size(); ++i) {
      const Node& node = process_.nodes[i];
      const Shape& shape = drawing_.shapes[i];
      things_.push_back({node.id, shape.box, ownerOf(i), false});
      inLane(node.id, shape.box, node.lane);
      text(node.id, shape.label, isTask(node.kind) ? kNameSize : kSmallSize);
      text(node.id, shape.detail, kSmallSize);
      if (isTask(node.kind)) {
        for (const Label* label : {&shape.label, &shape.detail}) {
          if (!label->lines.empty() && !shape.box.contains(label->box))
            report(node.id + ": text leaves its box");
        }
      } else if (!shape.label.lines.empty()) {
        things_.push_back({node.id + " text", shape.label.box, ownerOf(i), true});
        inLane(node.id + " text", shape.label.box, node.lane);
      }
    }
    for (std::size_t i = 0; i < process_.asides.size(); ++i) {
      const AsideShape& shape = drawing_.asides[i];
      things_.push_back({process_.asides[i].id, shape.box, process_.nodes.size() + i, true});
      inLane(process_.asides[i].id, shape.box, process_.asides[i].lane);
      for (const Box* box : {&shape.name.box, &shape.text.box, &shape.start, &shape.end,
                             &shape.startName.box, &shape.endName.box}) {
        if (box->width > 0 && !shape.box.contains(*box))
          report(process_.asides[i].id + ": a part leaves its box");
      }
      text(process_.asides[i].id, shape.name, kNameSize, true);
      text(process_.asides[i].id, shape.text, kSmallSize);
    }
    for (std::size_t i = 0; i < process_.flows.size(); ++i) {
      const Label& label = drawing_.edges[i].label;
      text(process_.flows[i].id, label, kSmallSize);
      if (!label.lines.empty())
        things_.push_back(
            {process_.flows[i].id + " text", label.box, process_.nodes.size() + 100 + i, true});
    }
    for (std::size_t i = 0; i < drawing_.lanes.size(); ++i) {
      text(process_.lanes[i].id, drawing_.laneNames[i], 13, true);
      if (!drawing_.pool.contains(drawing_.lanes[i]))
        report(process_.lanes[i].id + " leaves the pool");
      if (!drawing_.lanes[i].contains(drawing_.laneNames[i].box))
        report(process_.lanes[i].id + ": its name leaves it");
      if (i > 0 && drawing_.lanes[i - 1].bottom() != drawing_.lanes[i].y)
        report("lanes do not meet");
    }
  }

  void inLane(const std::string& name, const Box& box, std::size_t index) {
    Box lane = drawing_.lanes[index];
    lane.x += kLaneNames;
    lane.width -= kLaneNames;
    if (!lane.contains(box))
      report(name + " " + inWords(box) + " leaves its lane " + inWords(lane));
  }

  void pair(const Thing& a, const Thing& b) {
    if (!overlap(a.box, b.box)) return;
    if (a.owner == b.owner && !a.isText && !b.isText) return;  // a timer on its task
    report(a.name + " lies over " + b.name);
  }

  void line(std::size_t index) {
    const Flow& flow = process_.flows[index];
    const auto& points = drawing_.edges[index].points;
    if (!touches(points.front(), drawing_.shapes[flow.from].box))
      report(flow.id + " does not begin at its source");
    if (!touches(points.back(), drawing_.shapes[flow.to].box))
      report(flow.id + " does not end at its target");
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
      if (points[i].x != points[i + 1].x && points[i].y != points[i + 1].y)
        report(flow.id + " is oblique");
      const Box piece = pieceOf(points[i], points[i + 1]);
      for (const Thing& thing : things_) {
        if (crosses(piece, thing.box)) report(flow.id + " runs through " + thing.name);
      }
    }
  }

  // Lines may lie on each other where they lead to one element or come from one.
  void lines(std::size_t a, std::size_t b) {
    if (process_.flows[a].from == process_.flows[b].from ||
        process_.flows[a].to == process_.flows[b].to)
      return;
    const auto& first = drawing_.edges[a].points;
    const auto& second = drawing_.edges[b].points;
    for (std::size_t i = 0; i + 1 < first.size(); ++i) {
      for (std::size_t j = 0; j + 1 < second.size(); ++j) {
        const Box p = pieceOf(first[i], first[i + 1]);
        const Box q = pieceOf(second[j], second[j + 1]);
        const bool isLying =
            p.height == 0 && q.height == 0 && p.y == q.y && p.x < q.right() && q.x < p.right();
        const bool isUpright =
            p.width == 0 && q.width == 0 && p.x == q.x && p.y < q.bottom() && q.y < p.bottom();
        if (isLying || isUpright) report(process_.flows[a].id + " lies on " + process_.flows[b].id);
      }
    }
  }

  const Drawing& drawing_;
  const Process& process_;
  std::vector<Thing> things_;
  std::vector<std::string> problems_;
};

}  // namespace

std::string randomRoute(unsigned seed) {
  return RandomRoute(seed).run();
}

std::vector<std::string> problemsOf(const Drawing& drawing) {
  return Inspector(drawing).run();
}

std::string dump(const Process& process) {
  std::string text;
  for (const Node& node : process.nodes) {
    text += node.id + " in " + process.lanes[node.lane].id + " at " + std::to_string(node.column) +
            '/' + std::to_string(node.row) + '\n';
  }
  for (const Flow& flow : process.flows) {
    text +=
        process.nodes[flow.from].id + (flow.isReturn ? " => " : " -> ") + process.nodes[flow.to].id;
    if (!flow.name.empty()) text += " [" + flow.name + ']';
    if (!flow.condition.empty()) text += " if " + flow.condition;
    text += '\n';
  }
  return text;
}

}  // namespace chancery::diagram
