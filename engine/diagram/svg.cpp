#include "diagram/svg.h"

#include <algorithm>

#include "base/markup.h"
#include "diagram/words.h"

namespace chancery::diagram {
namespace {

constexpr std::string_view kInk = "#1d2b3a";
constexpr std::string_view kSoftInk = "#44525f";
constexpr std::string_view kLine = "#51606f";
constexpr std::string_view kReturn = "#a8321f";
constexpr std::string_view kPerson = "#2f6db5";
constexpr std::string_view kSystem = "#4f7352";
constexpr std::string_view kGatewayInk = "#8a6508";

/// A figure for a viewer of 20 by 20 pixels.
constexpr std::string_view kPersonIcon =
    "<circle cx=\"7\" cy=\"4.5\" r=\"3.2\"/><path d=\"M1 14c0-4 2.500-5.500 6-5.500s6 1.500 6 "
    "5.500z\"/>";
constexpr std::string_view kSystemIcon =
    "<circle cx=\"7\" cy=\"7\" r=\"4.200\"/><circle cx=\"7\" cy=\"7\" r=\"1.500\"/>"
    "<path d=\"M7 0v2.800M7 11.200v2.800M0 7h2.800M11.200 7h2.800M2 2l2 2M10 10l2 2M2 12l2-2M10 "
    "4l2-2\"/>";

class Writer {
 public:
  explicit Writer(const Drawing& drawing) : drawing_(drawing) {}

  std::string run() {
    open();
    title();
    lanes();
    for (std::size_t i = 0; i < drawing_.asides.size(); ++i) aside(i);
    for (std::size_t i = 0; i < drawing_.edges.size(); ++i) edge(i);
    for (std::size_t i = 0; i < drawing_.shapes.size(); ++i) node(i);
    out_.raw("</svg>\n");
    return out_.take();
  }

 private:
  const Process& process() const { return drawing_.process; }
  std::string say(const Text& text) const { return std::string(text.in(process().language)); }

  void open() {
    // The band that other programs write the pool's name into stays outside.
    const Box& page = drawing_.page;
    const int width = page.width - kPoolBand;
    out_.raw(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
            "aria-labelledby=\"title desc\"")
        .attribute("xml:lang", process().language == Language::russian ? "ru" : "en")
        .attribute("width", width)
        .attribute("height", page.height)
        .raw(" viewBox=\"")
        .number(kPoolBand)
        .raw(" 0 ")
        .number(width)
        .raw(" ")
        .number(page.height)
        .raw("\" font-family=\"Arial, Helvetica, 'Liberation Sans', sans-serif\" font-size=\"12\"")
        .attribute("fill", kInk)
        .raw(">\n<title id=\"title\">")
        .text(process().title)
        .raw("</title>\n<desc id=\"desc\">")
        .text(description())
        .raw("</desc>\n<defs>");
    arrow("arrow", kLine);
    arrow("return", kReturn);
    out_.raw("</defs>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"")
        .attribute("x", kPoolBand)
        .raw("/>\n");
  }

  void arrow(std::string_view id, std::string_view colour) {
    out_.raw("<marker")
        .attribute("id", id)
        .raw(
            " markerWidth=\"10\" markerHeight=\"8\" refX=\"9\" refY=\"4\" orient=\"auto\" "
            "markerUnits=\"userSpaceOnUse\"><path d=\"M0 0L10 4L0 8z\"")
        .attribute("fill", colour)
        .raw("/></marker>");
  }

  // Stages in their order, with those who act.
  std::string description() const {
    std::string text = say({"Маршрут документа по этапам, слева направо:", "The route by stages:"});
    for (const Node& node : process().nodes) {
      if (!isTask(node.kind)) continue;
      text += ' ' + node.name + " – " + process().lanes[node.lane].name;
      if (!node.detail.empty()) text += ", " + node.detail;
      text += ';';
    }
    text.back() = '.';
    return text;
  }

  void title() {
    out_.raw("<g font-size=\"18\" font-weight=\"bold\">");
    lines(drawing_.title, 24, 18, false);
    out_.raw("</g>\n");
  }

  void rect(const Box& box) {
    out_.raw("<rect")
        .attribute("x", box.x)
        .attribute("y", box.y)
        .attribute("width", box.width)
        .attribute("height", box.height);
  }

  // Baselines stand so that capitals are centred in their lines.
  void lines(const Label& label, int line, int size, bool isCentred) {
    if (label.lines.empty()) return;
    const int x = isCentred ? label.box.center().x : label.box.x;
    int y = label.box.y + (line + size * 7 / 10) / 2;
    out_.raw(isCentred ? "<text text-anchor=\"middle\">" : "<text>");
    for (const std::string& text : label.lines) {
      out_.raw("<tspan").attribute("x", x).attribute("y", y).raw(">").text(text).raw("</tspan>");
      y += line;
    }
    out_.raw("</text>");
  }

  void small(const Label& label, bool isCentred, std::string_view colour = kSoftInk) {
    if (label.lines.empty()) return;
    out_.raw("<g font-size=\"11\"").attribute("fill", colour).raw(">");
    lines(label, kSmallLine, kSmallSize, isCentred);
    out_.raw("</g>");
  }

  void lanes() {
    for (std::size_t i = 0; i < drawing_.lanes.size(); ++i) {
      const Box& lane = drawing_.lanes[i];
      out_.raw("<g stroke=\"#c3cede\">");
      rect(lane);
      out_.attribute("fill", i % 2 == 0 ? "#f8fafd" : "#ffffff").raw("/>");
      rect({lane.x, lane.y, kLaneNames, lane.height});
      out_.raw(" fill=\"#e6edf6\"/></g><g font-size=\"13\" font-weight=\"bold\">");
      lines(drawing_.laneNames[i], 16, 13, false);
      out_.raw("</g>\n");
    }
  }

  void edge(std::size_t index) {
    const Flow& flow = process().flows[index];
    const Edge& edge = drawing_.edges[index];
    const bool isBack = flow.isReturn;
    line(edge.points, isBack ? kReturn : kLine, isBack ? "url(#return)" : "url(#arrow)", false);
    small(edge.label, false, isBack ? kReturn : kSoftInk);
    out_.raw("\n");
  }

  void line(const std::vector<Point>& points, std::string_view colour, std::string_view end,
            bool isDashed) {
    out_.raw("<path fill=\"none\" stroke-width=\"1.500\" stroke-linejoin=\"round\" d=\"")
        .raw(pathOf(points))
        .raw("\"")
        .attribute("stroke", colour);
    if (isDashed) out_.raw(" stroke-dasharray=\"4 3\"");
    if (!end.empty()) out_.attribute("marker-end", end);
    out_.raw("/>");
  }

  static std::string at(Point point) {
    return std::to_string(point.x) + ' ' + std::to_string(point.y);
  }

  // Corners are rounded.
  static std::string pathOf(const std::vector<Point>& points) {
    std::string path = "M" + at(points.front());
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
      const Point corner = points[i];
      path += 'L' + at(towards(corner, points[i - 1])) + 'Q' + at(corner) + ' ' +
              at(towards(corner, points[i + 1]));
    }
    return path + 'L' + at(points.back());
  }

  static Point towards(Point corner, Point other) {
    const auto step = [](int from, int to) {
      constexpr int kRadius = 5;
      return std::clamp((to - from) / 2, -kRadius, kRadius);
    };
    return {corner.x + step(corner.x, other.x), corner.y + step(corner.y, other.y)};
  }

  void node(std::size_t index) {
    const Node& node = process().nodes[index];
    const Shape& shape = drawing_.shapes[index];
    out_.raw("<g").attribute("id", node.id).raw("><title>").text(words(node)).raw("</title>");
    if (isTask(node.kind)) {
      task(node, shape);
    } else if (isGateway(node.kind)) {
      gateway(node, shape);
    } else {
      event(node.kind, shape.box);
      small(shape.label, !node.host);
    }
    out_.raw("</g>\n");
  }

  // What stands in the drawing, and what does not fit into it.
  std::string words(const Node& node) const {
    std::string text = node.name;
    if (text.empty()) {
      text = node.kind == NodeKind::parallel ? say({"одновременно", "at once"})
                                             : say({"соединение путей", "ways meet"});
    }
    if (isTask(node.kind)) text += " – " + process().lanes[node.lane].name;
    for (const std::string& note : node.notes) text += "; " + note;
    return text;
  }

  void task(const Node& node, const Shape& shape) {
    const bool isPerson = node.kind == NodeKind::person;
    const std::string_view colour = isPerson ? kPerson : kSystem;
    rect(shape.box);
    out_.raw(" rx=\"9\" stroke-width=\"1.500\"")
        .attribute("fill", isPerson ? "#ffffff" : "#f1f6f1")
        .attribute("stroke", colour)
        .raw("/><g transform=\"translate(")
        .number(shape.box.x + 7)
        .raw(" ")
        .number(shape.box.y + 6)
        .raw(isPerson ? ")\"" : ")\" fill=\"none\" stroke-width=\"1.300\"")
        .attribute(isPerson ? "fill" : "stroke", colour)
        .raw(">")
        .raw(isPerson ? kPersonIcon : kSystemIcon)
        .raw("</g>");
    if (node.repeat != Repeat::once) repeats(node.repeat, shape.box, colour);
    lines(shape.label, kNameLine, kNameSize, true);
    small(shape.detail, true);
  }

  // Three bars: upright for all at once, lying for one by one.
  void repeats(Repeat repeat, const Box& box, std::string_view colour) {
    const int x = box.center().x;
    const int y = box.bottom() - 9;
    out_.raw("<path stroke-width=\"2\" d=\"");
    for (const int i : {-4, 0, 4}) {
      const bool isUpright = repeat == Repeat::together;
      out_.raw("M" + (isUpright ? at({x + i, y - 5}) + "V" + std::to_string(y + 5)
                                : at({x - 5, y + i}) + "H" + std::to_string(x + 5)));
    }
    out_.raw("\"").attribute("stroke", colour).raw("/>");
  }

  void gateway(const Node& node, const Shape& shape) {
    const Point c = shape.box.center();
    const int half = shape.box.width / 2;
    out_.raw("<path stroke-width=\"1.500\" fill=\"#fff7dd\" stroke-linejoin=\"round\"")
        .attribute("stroke", kGatewayInk)
        .attribute("d", "M" + at({c.x - half, c.y}) + "L" + at({c.x, c.y - half}) + "L" +
                            at({c.x + half, c.y}) + "L" + at({c.x, c.y + half}) + "z")
        .raw("/><path fill=\"none\" stroke-width=\"3\"")
        .attribute("stroke", kGatewayInk)
        .attribute("d", marker(node.kind, c))
        .raw("/>");
    small(shape.label, true);
  }

  static std::string marker(NodeKind kind, Point c) {
    std::string cross = "M" + at({c.x - 8, c.y - 8}) + "L" + at({c.x + 8, c.y + 8}) + "M" +
                        at({c.x + 8, c.y - 8}) + "L" + at({c.x - 8, c.y + 8});
    if (kind == NodeKind::exclusive) return cross;
    const std::string plus = "M" + at({c.x - 11, c.y}) + "H" + std::to_string(c.x + 11) + "M" +
                             at({c.x, c.y - 11}) + "V" + std::to_string(c.y + 11);
    return kind == NodeKind::parallel ? plus : plus + cross;
  }

  void circle(Point c, int radius, std::string_view fill, std::string_view stroke, int width) {
    out_.raw("<circle")
        .attribute("cx", c.x)
        .attribute("cy", c.y)
        .attribute("r", radius)
        .attribute("fill", fill)
        .attribute("stroke", stroke)
        .attribute("stroke-width", width)
        .raw("/>");
  }

  void event(NodeKind kind, const Box& box) {
    const Point c = box.center();
    const int radius = box.width / 2;
    switch (kind) {
      case NodeKind::start:
        return circle(c, radius, "#e5f3e8", "#2e7d32", 2);
      case NodeKind::end:
        return circle(c, radius - 1, "#fbeae7", kReturn, 4);
      case NodeKind::escalation:
        circle(c, radius - 1, "#fff1dc", "#a85f00", 4);
        out_.raw("<path fill=\"#a85f00\"")
            .attribute("d", "M" + at({c.x, c.y - 9}) + "L" + at({c.x + 7, c.y + 8}) + "L" +
                                at({c.x, c.y + 2}) + "L" + at({c.x - 7, c.y + 8}) + "z")
            .raw("/>");
        return;
      default:
        circle(c, radius, "#ffffff", kGatewayInk, 1);
        circle(c, radius - 3, "#ffffff", kGatewayInk, 1);
        out_.raw("<path fill=\"none\" stroke-width=\"1.500\"")
            .attribute("stroke", kGatewayInk)
            .attribute("d", "M" + at({c.x, c.y - 9}) + "V" + std::to_string(c.y) + "H" +
                                std::to_string(c.x + 7))
            .raw("/>");
    }
  }

  void aside(std::size_t index) {
    const Aside& aside = process().asides[index];
    const AsideShape& shape = drawing_.asides[index];
    out_.raw("<g")
        .attribute("id", aside.id)
        .raw("><title>")
        .text(aside.name + ". " + aside.text)
        .raw("</title>");
    rect(shape.box);
    out_.raw(aside.ends ? " rx=\"9\" fill=\"#ffffff\" stroke=\"#6b7885\" stroke-dasharray=\"5 3\"/>"
                        : " fill=\"#fffbe8\" stroke=\"#b5a25a\"/>");
    out_.raw("<g font-weight=\"bold\">");
    lines(shape.name, kNameLine, kNameSize, true);
    out_.raw("</g>");
    small(shape.text, true);
    if (aside.ends) {
      circle(shape.start.center(), shape.start.width / 2, "#e5f3e8", "#2e7d32", 2);
      envelope(shape.start.center());
      circle(shape.end.center(), shape.end.width / 2 - 1, "#fbeae7", kReturn, 4);
      circle(shape.end.center(), 9, kReturn, kReturn, 1);
      line(shape.line, kLine, "url(#arrow)", false);
      small(shape.startName, true);
      small(shape.endName, true);
    } else {
      line(shape.line, "#8d7c36", "", true);
    }
    out_.raw("</g>\n");
  }

  void envelope(Point c) {
    rect({c.x - 9, c.y - 6, 18, 12});
    out_.raw(" fill=\"#ffffff\" stroke=\"#2e7d32\"/><path fill=\"none\" stroke=\"#2e7d32\"")
        .attribute("d", "M" + at({c.x - 9, c.y - 6}) + "L" + at({c.x, c.y + 1}) + "L" +
                            at({c.x + 9, c.y - 6}))
        .raw("/>");
  }

  const Drawing& drawing_;
  Markup out_;
};

}  // namespace

std::string toSvg(const Drawing& drawing) {
  return Writer(drawing).run();
}

}  // namespace chancery::diagram
