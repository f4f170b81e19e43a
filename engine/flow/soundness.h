#pragma once

#include <cstddef>
#include <vector>

#include "base/diagnostic.h"
#include "flow/explore.h"
#include "xml/tree.h"

namespace chancery::flow {

/// Where findings about a definition are shown.
struct Places {
  Place workflow;
  std::vector<Place> stages;
  std::vector<Place> allows;
};
/// Of the element `workflow` that a definition was read from.
Places placesOf(const Sources& sources, const xml::Node& root);

inline constexpr std::size_t kMostStates = 200'000;

/// How far a proof has come.
struct Proof {
  std::size_t states = 0;
  bool isWhole = true;  ///< all states were visited
};

/// Proves that a definition is sound, by visiting every state that `step` can lead to (docs/
/// workflow-proof.md). What is found is reported at its stage, with the shortest path to it.
///
/// More than `mostStates` are not visited, which is told.
///
/// `staff`: all who work in the office; empty when it is not known who does, then every role is
/// held by somebody who is not the author.
Proof prove(const Core& core, const Places& places, const std::vector<Colleague>& staff,
            Diagnostics& diagnostics, std::size_t mostStates = kMostStates);

}  // namespace chancery::flow
