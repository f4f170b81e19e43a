#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace chancery::flow {

/// Equal numbers for equal seeds, on every machine.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}

  /// From 0 to `count` - 1.
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(engine_() % count); }
  /// True `percent` times of a hundred.
  bool in(std::size_t percent) { return below(100) < percent; }
  template <typename Value>
  const Value& of(const std::vector<Value>& values) {
    return values[below(values.size())];
  }

 private:
  std::mt19937_64 engine_;
};

/// The XML of a sound definition: stages of every kind, groups in groups, quorums, conditions,
/// returns, terms. Each reviewer has a role of its own.
std::string soundDefinition(std::uint64_t seed);

}  // namespace chancery::flow
