#pragma once

#include <cstddef>
#include <map>
#include <vector>

namespace chancery::diagram {

/// Parallel lines in channels: pieces of lines that lie beside each other get tracks of their own.
/// Pieces with one key belong to lines that meet, and share a track.
class Tracks {
 public:
  explicit Tracks(std::size_t channels) : channels_(channels) {}

  /// A piece from position `a` to `b`, both included, in either order.
  void add(std::size_t channel, std::size_t key, std::size_t a, std::size_t b);
  /// Gives tracks, long pieces first.
  void assign();

  /// After `assign`.
  std::size_t trackOf(std::size_t channel, std::size_t key) const;
  std::size_t countOf(std::size_t channel) const { return channels_[channel].tracks; }

 private:
  struct Span {
    std::size_t from = 0;
    std::size_t to = 0;
    std::size_t track = 0;
  };
  struct Channel {
    std::map<std::size_t, Span> spans;  // by key
    std::size_t tracks = 0;
  };

  std::vector<Channel> channels_;
};

}  // namespace chancery::diagram
