#include <algorithm>

#include "base/clock.h"
#include "base/suggest.h"
#include "format/blocks.h"
#include "format/messages.h"
#include "format/profile_blocks.h"
#include "lang/numbers.h"

namespace chancery::format {

using document::Attribute;
using document::Kind;
using document::Node;

namespace {

/// A chart's data as the document states them.
class ChartReader {
 public:
  ChartReader(Context& context, const Node& node) : context_(context), node_(node) {}

  chart::Chart read() {
    const std::string_view kind = node_.attribute(Attribute::style);
    chart_.kind = kind == "line"    ? chart::Kind::line
                  : kind == "pie"   ? chart::Kind::pie
                  : kind == "gantt" ? chart::Kind::gantt
                                    : chart::Kind::bar;
    chart_.horizontal = node_.attribute(Attribute::horizontal) == "yes";
    chart_.stacked = node_.attribute(Attribute::stacked) == "yes";
    chart_.values = node_.attribute(Attribute::values) != "no";
    chart_.title = node_.attribute(Attribute::title);
    chart_.xTitle = node_.attribute(Attribute::xTitle);
    chart_.yTitle = node_.attribute(Attribute::yTitle);
    for (const Node& child : node_.children) {
      if (child.kind == Kind::category) {
        chart_.categories.push_back(oneLine(child.plainText()));
      } else if (child.kind == Kind::series) {
        readSeries(child);
      } else if (child.kind == Kind::span) {
        readSpan(child);
      }
    }
    check();
    return std::move(chart_);
  }

 private:
  Diagnostics::Added error(const Message& message, const Node& node,
                           std::vector<std::string> arguments = {}) {
    return context_.diagnostics.error(message, context_.sources.place(node.origin.stated),
                                      std::move(arguments));
  }

  void readSeries(const Node& node) {
    chart::Series series;
    series.name = node.attribute(Attribute::title);
    for (const Node& value : node.children) {
      const std::string written = value.plainText();
      const auto number = lang::plainNumber(written);
      if (!number) error(messages::kNoNumber, value, {written}).hint(messages::kNumberValueHint);
      if (chart_.kind == chart::Kind::pie && number && number->starts_with('-')) {
        error(messages::kPieValue, value, {written});
      }
      series.values.push_back(number.value_or(""));
    }
    chart_.series.push_back(std::move(series));
  }

  void readSpan(const Node& node) {
    const std::string_view from = node.attribute(Attribute::from);
    const std::string_view to = node.attribute(Attribute::to);
    const auto first = parseDate(from), last = parseDate(to);
    chart::Span span;
    if (first && last && toDayNumber(*first) <= toDayNumber(*last)) {
      span.from = static_cast<std::int32_t>(toDayNumber(*first));
      span.to = static_cast<std::int32_t>(toDayNumber(*last));
    } else {
      error(messages::kBadSpan, node, {std::string(from), std::string(to)})
          .hint(messages::kSpanHint);
    }
    chart_.spans.push_back(span);
  }

  void check() {
    const std::string categories = std::to_string(chart_.categories.size());
    const bool isGantt = chart_.kind == chart::Kind::gantt;
    if (chart_.categories.empty() || (!isGantt && chart_.series.empty())) {
      error(messages::kNoChartData, node_).hint(messages::kChartDataHint);
      return;
    }
    if (isGantt) {
      if (chart_.spans.size() != chart_.categories.size()) {
        error(messages::kSpansUneven, node_, {std::to_string(chart_.spans.size()), categories})
            .hint(messages::kValuesHint);
      }
      return;
    }
    if (chart_.kind == chart::Kind::pie && chart_.series.size() != 1) {
      error(messages::kPieSeries, node_, {std::to_string(chart_.series.size())});
    }
    for (const chart::Series& series : chart_.series) {
      if (series.values.size() == chart_.categories.size()) continue;
      error(messages::kValuesUneven, node_,
            {series.name, std::to_string(series.values.size()), categories})
          .hint(messages::kValuesHint);
    }
  }

  Context& context_;
  const Node& node_;
  chart::Chart chart_;
};

/// Never wider than the text area; the ratio is kept.
void fitInto(Length room, Object& object) {
  if (object.width <= room) return;
  object.height = object.height.scaled(room.toEmu(), object.width.toEmu());
  object.width = room;
}

/// The natural size, or the largest of the same ratio that the stated sizes allow.
void sizePicture(Context& context, const Node& node, const image::Picture& picture,
                 Object& object) {
  const auto width = findLength(context, node, Attribute::width, "width");
  const auto height = findLength(context, node, Attribute::height, "height");
  object.width = picture.width;
  object.height = picture.height;
  if (width) {
    object.height =
        picture.height.scaled(width->toEmu(), std::max<std::int64_t>(picture.width.toEmu(), 1));
    object.width = *width;
  }
  if (height && (!width || object.height > *height)) {
    object.width =
        picture.width.scaled(height->toEmu(), std::max<std::int64_t>(picture.height.toEmu(), 1));
    object.height = *height;
  }
}

void appendObject(Context& context, const Node& node, Object object, std::vector<Block>& blocks) {
  fitInto(context.styles.textWidth(), object);
  const auto index = static_cast<int>(context.out.objects.size());
  object.text = context.profile.look(StyleName::chartText).text;  // of a drawing's labels too
  object.id = "object-" + std::to_string(index + 1);
  object.origin = node.origin;
  Paragraph paragraph = makeParagraph(context, StyleName::figure, "", node.origin);
  paragraph.runs.push_back({.field = Run::Field::object, .index = index, .origin = node.origin});
  context.out.objects.push_back(std::move(object));
  auto caption =
      makeCaption(context, node, StyleName::figureCaption, context.profile.blocks.figureCaption);
  paragraph.keepWithNext = caption.has_value();
  blocks.push_back(std::move(paragraph));
  if (caption) blocks.push_back(std::move(*caption));
}

}  // namespace

std::optional<Length> findLength(Context& context, const Node& node, Attribute attribute,
                                 std::string_view name) {
  const std::string_view text = node.attribute(attribute);
  if (text.empty()) return std::nullopt;
  const auto length = parseLength(text);
  if (length && *length > Length()) return length;
  context.diagnostics
      .error(messages::kBadLength, context.sources.place(node.origin.stated),
             {std::string(name), std::string(text)})
      .hint(messages::kLengthHint);
  return std::nullopt;
}

std::optional<Paragraph> makeCaption(Context& context, const Node& node, StyleName style,
                                     const std::string& pattern) {
  const Target* target = context.targets->of(node);
  if (!target) return std::nullopt;
  const std::string title(node.attribute(Attribute::title));
  // Without a title the caption ends with its number.
  const std::string shown = title.empty() ? pattern.substr(0, pattern.find("%1") + 2) : pattern;
  Paragraph caption =
      makeParagraph(context, style, filled(shown, {target->number, title}), statedBy(node));
  caption.role = Role::caption;
  caption.bookmark = target->bookmark;
  return caption;
}

void appendFigure(Context& context, const Node& node, std::vector<Block>& blocks) {
  const std::string_view name = node.attribute(Attribute::href);
  const auto found = context.pictures.find(name);
  if (found == context.pictures.end() || !found->second) {
    std::vector<std::string> names;
    for (const auto& [known, picture] : context.pictures) names.push_back(known);
    auto added = context.diagnostics.error(
        messages::kNoPicture, context.sources.place(node.origin.stated), {std::string(name)});
    if (const auto near = suggest(name, names)) added.hint(hints::kDidYouMean, {*near});
    return;
  }
  Object object;
  object.content = found->second;
  object.decorative = node.attribute(Attribute::decorative) == "yes";
  object.alternative = node.attribute(Attribute::alt);
  sizePicture(context, node, *found->second, object);
  appendObject(context, node, std::move(object), blocks);
}

void appendChart(Context& context, const Node& node, std::vector<Block>& blocks) {
  chart::Chart chart = ChartReader(context, node).read();
  if (context.diagnostics.hasErrors()) return;  // what it tells may be wrong
  Object object;
  object.alternative = node.attribute(Attribute::alt);
  if (object.alternative.empty()) object.alternative = chart::inWords(chart);
  chart.title.clear();  // the caption tells it
  object.content = std::make_shared<const chart::Chart>(std::move(chart));
  const BlockLook& look = context.profile.blocks;
  object.width = findLength(context, node, Attribute::width, "width").value_or(look.chartWidth);
  object.height = findLength(context, node, Attribute::height, "height").value_or(look.chartHeight);
  appendObject(context, node, std::move(object), blocks);
}

}  // namespace chancery::format
