#include "diagram/tracks.h"

#include <algorithm>

namespace chancery::diagram {

void Tracks::add(std::size_t channel, std::size_t key, std::size_t a, std::size_t b) {
  const auto [from, to] = std::minmax(a, b);
  const auto [found, isNew] = channels_[channel].spans.emplace(key, Span{from, to, 0});
  if (isNew) return;
  found->second.from = std::min(found->second.from, from);
  found->second.to = std::max(found->second.to, to);
}

void Tracks::assign() {
  for (Channel& channel : channels_) {
    std::vector<Span*> spans;
    for (auto& [key, span] : channel.spans) spans.push_back(&span);
    std::stable_sort(spans.begin(), spans.end(), [](const Span* a, const Span* b) {
      return a->to - a->from > b->to - b->from;
    });
    std::vector<std::map<std::size_t, std::size_t>> taken;  // by track: from → to
    for (Span* span : spans) {
      const auto isFree = [&](const std::map<std::size_t, std::size_t>& track) {
        const auto after = track.upper_bound(span->to);
        return after == track.begin() || std::prev(after)->second < span->from;
      };
      const auto track = std::find_if(taken.begin(), taken.end(), isFree);
      span->track = static_cast<std::size_t>(track - taken.begin());
      if (track == taken.end()) taken.emplace_back();
      taken[span->track].emplace(span->from, span->to);
    }
    channel.tracks = taken.size();
  }
}

std::size_t Tracks::trackOf(std::size_t channel, std::size_t key) const {
  const auto span = channels_[channel].spans.find(key);
  return span == channels_[channel].spans.end() ? 0 : span->second.track;
}

}  // namespace chancery::diagram
