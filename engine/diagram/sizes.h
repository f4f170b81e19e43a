#pragma once

#include "diagram/drawing.h"

namespace chancery::diagram {

/// What an element takes of the page around the point that its cell is centred on.
struct Extent {
  int side = 0;  ///< to the left and to the right
  int up = 0;
  int down = 0;

  void cover(const Extent& other);
};

inline constexpr int kTaskWidth = 148;
inline constexpr int kGateway = 50;
inline constexpr int kEvent = 36;
inline constexpr int kOverdueInset = 30;  ///< of a border timer's centre from the task's left edge
inline constexpr int kEscalationDrop = 48;  ///< from the task's lower edge to the escalation's top

/// Sizes of all elements; boxes and labels are relative to the centre of the cell.
struct Sizes {
  std::vector<Shape> shapes;
  std::vector<Extent> extents;  ///< of nodes; those on a border belong to their task
  std::vector<Label> flowLabels;
  std::vector<AsideShape> asides;
  std::vector<Extent> asideExtents;
};
Sizes sizesOf(const Process& process);

}  // namespace chancery::diagram
