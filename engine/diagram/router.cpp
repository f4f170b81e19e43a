#include "diagram/router.h"

namespace chancery::diagram {

Router::Router(const Process& process)
    : process_(process),
      slots_(count(process)),
      taken_(process.columns),
      gutters_(process.columns + 1),
      channels_(slots_) {
  for (const Node& node : process.nodes) taken_[node.column].insert(slotOf(node));
  for (const Aside& aside : process.asides) {
    taken_[aside.column].insert(slotOf(aside.lane, aside.row));
  }
  routes_.reserve(process.flows.size());
  for (const Flow& flow : process.flows) routes_.push_back(plan(flow));
  gutters_.assign();
  channels_.assign();
}

// No two rows share a channel, so that lines from above and from below never meet in one.
std::size_t Router::count(const Process& process) {
  std::size_t slots = 0;
  for (const Lane& lane : process.lanes) {
    bases_.push_back(slots);
    slots += 3 * lane.rows;
  }
  return slots;
}

Route Router::plan(const Flow& flow) {
  const Node& from = process_.nodes[flow.from];
  const Node& to = process_.nodes[flow.to];
  if (to.kind == NodeKind::escalation) return {.shape = Route::Shape::drop};
  return flow.side == Side::right ? planRow(flow, from, to) : planChannel(flow, from, to);
}

// Lines that leave a fork share its trunk, all others that of where they lead.
Route Router::planRow(const Flow& flow, const Node& from, const Node& to) {
  const std::size_t begin = slotOf(from);
  const std::size_t end = slotOf(to);
  if (begin == end) return {};
  const bool isForked = from.kind == NodeKind::parallel && to.column == from.column + 1;
  Route route;
  route.shape = Route::Shape::step;
  route.key = isForked ? 2 * flow.from : 2 * flow.to + 1;
  route.gutter = isForked ? from.column + 1 : to.column;
  gutters_.add(route.gutter, route.key, begin, end);
  return route;
}

Route Router::planChannel(const Flow& flow, const Node& from, const Node& to) {
  Route route;
  route.key = 2 * flow.to + 1;
  route.out = flow.side == Side::top ? slotOf(from) - 1 : slotOf(from) + 1;
  route.in = flow.side == Side::top || flow.isReturn ? slotOf(to) - 1 : slotOf(to) + 1;
  const std::size_t begin = 2 * from.column + 1;
  const std::size_t end = 2 * to.column + 1;
  if (route.out == route.in) {
    route.shape = Route::Shape::arc;
    channels_.add(route.out, route.key, begin, end);
    return route;
  }
  if (flow.side == Side::top && route.in < route.out &&
      isFree(from.column, route.in, slotOf(from))) {
    route.shape = Route::Shape::rise;
    channels_.add(route.in, route.key, begin, end);
    return route;
  }
  route.shape = Route::Shape::detour;
  route.gutter = flow.isReturn ? from.column : to.column;
  channels_.add(route.out, route.key, begin, 2 * route.gutter);
  gutters_.add(route.gutter, route.key, route.out, route.in);
  channels_.add(route.in, route.key, 2 * route.gutter, end);
  return route;
}

bool Router::isFree(std::size_t column, std::size_t above, std::size_t below) const {
  const auto next = taken_[column].upper_bound(above);
  return next == taken_[column].end() || *next >= below;
}

}  // namespace chancery::diagram
