#pragma once

#include <set>
#include <vector>

#include "diagram/drawing.h"
#include "diagram/tracks.h"

namespace chancery::diagram {

/// Which channels a flow runs through. Rows, each with a channel above and one below, are counted
/// through all lanes: slot 3k+1 is a row; along the page 2k+1 is a column, 2k the gutter to its
/// left.
struct Route {
  enum class Shape {
    straight,  ///< along one row
    step,      ///< along a row, down or up a gutter, along another row
    arc,       ///< over a row, or below it, in one channel
    rise,      ///< up through a column that is free, along a channel
    detour,    ///< a channel, a gutter, another channel
    drop,      ///< straight down
  };
  Shape shape = Shape::straight;
  std::size_t key = 0;  ///< of its tracks
  std::size_t gutter = 0;
  std::size_t out = 0;  ///< channel at the beginning
  std::size_t in = 0;   ///< channel at the end
};

/// Plans the flows of a process so that lines meet only where they lead to one element or come from
/// one.
class Router {
 public:
  explicit Router(const Process& process);

  std::size_t slotOf(std::size_t lane, std::size_t row) const { return bases_[lane] + 3 * row + 1; }
  static bool isRow(std::size_t slot) { return slot % 3 == 1; }
  std::size_t slotOf(const Node& node) const { return slotOf(node.lane, node.row); }
  std::size_t slots() const { return slots_; }
  /// The channel above the first row of a lane.
  std::size_t baseOf(std::size_t lane) const { return bases_[lane]; }

  const Route& routeOf(std::size_t flow) const { return routes_[flow]; }
  const Tracks& gutters() const { return gutters_; }
  const Tracks& channels() const { return channels_; }

 private:
  Route plan(const Flow& flow);
  Route planRow(const Flow& flow, const Node& from, const Node& to);
  Route planChannel(const Flow& flow, const Node& from, const Node& to);
  std::size_t count(const Process& process);
  bool isFree(std::size_t column, std::size_t above, std::size_t below) const;

  const Process& process_;
  std::vector<std::size_t> bases_;
  std::size_t slots_ = 0;
  std::vector<std::set<std::size_t>> taken_;  // by column: slots with an element
  Tracks gutters_;
  Tracks channels_;
  std::vector<Route> routes_;
};

}  // namespace chancery::diagram
