#include "pdf/pictures.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/error.h"
#include "pdf/syntax.h"

namespace chancery::pdf {
namespace {

using image::Picture;
using image::Raster;

constexpr std::size_t kMostKept = 16;
constexpr std::size_t kLargestKept = std::size_t{1} << 20;  // bytes of samples

// ---- Samples ----------------------------------------------------------------------------------

std::size_t samplesOf(const Raster& raster) {
  return static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height);
}

void checkRaster(const Raster& raster) {
  check(raster.width > 0 && raster.height > 0, "pdf: picture without pixels");
  check(raster.channels == 1 || raster.channels == 3, "pdf: picture of unknown colours");
  if (raster.coding == Raster::Coding::samples) {
    check(raster.bytes.size() == samplesOf(raster) * static_cast<std::size_t>(raster.channels),
          "pdf: picture of another size");
  }
  check(raster.alpha.empty() ||
            (raster.alpha.size() == samplesOf(raster) && raster.coding == Raster::Coding::samples),
        "pdf: transparency of another size");
}

std::string onWhite(const Raster& raster) {
  std::string result = raster.bytes;
  const auto channels = static_cast<std::size_t>(raster.channels);
  for (std::size_t i = 0; i < result.size(); ++i) {
    const int alpha = static_cast<unsigned char>(raster.alpha[i / channels]);
    const int value = static_cast<unsigned char>(result[i]);
    result[i] = static_cast<char>((value * alpha + 255 * (255 - alpha) + 127) / 255);
  }
  return result;
}

int paeth(int left, int above, int corner) {
  const int estimate = left + above - corner;
  const int toLeft = std::abs(estimate - left);
  const int toAbove = std::abs(estimate - above);
  const int toCorner = std::abs(estimate - corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/// Rows as PNG filters give them: 0 none, 1 left, 2 above, 4 Paeth.
/// Source: ISO/IEC 15948, 9.2; the choice is that of its 12.8: the least sum of differences.
class Rows {
 public:
  Rows(const std::string& samples, std::size_t row, std::size_t pixel)
      : samples_(samples), row_(row), pixel_(pixel), above_(row, '\0') {
    for (std::string& candidate : candidates_) candidate.resize(row);
  }

  std::string filtered() {
    std::string result;
    result.reserve(samples_.size() + samples_.size() / row_);
    for (std::size_t at = 0; at < samples_.size(); at += row_) {
      const std::size_t best = bestFor(samples_.data() + at);
      result += kTags[best];
      result += candidates_[best];
      above_.assign(samples_, at, row_);
    }
    return result;
  }

 private:
  static constexpr std::array<char, 4> kTags = {0, 1, 2, 4};

  std::size_t bestFor(const char* row) {
    std::array<std::size_t, 4> sums{};
    for (std::size_t i = 0; i < row_; ++i) {
      const int value = byte(row[i]);
      const int left = i < pixel_ ? 0 : byte(row[i - pixel_]);
      const int above = byte(above_[i]);
      const int corner = i < pixel_ ? 0 : byte(above_[i - pixel_]);
      const std::array<int, 4> bases = {0, left, above, paeth(left, above, corner)};
      for (std::size_t k = 0; k < bases.size(); ++k) {
        const auto difference = static_cast<signed char>(value - bases[k]);
        candidates_[k][i] = static_cast<char>(difference);
        sums[k] += static_cast<std::size_t>(std::abs(int{difference}));
      }
    }
    return static_cast<std::size_t>(std::min_element(sums.begin(), sums.end()) - sums.begin());
  }

  static int byte(char c) { return static_cast<unsigned char>(c); }

  const std::string& samples_;
  std::size_t row_, pixel_;
  std::string above_;
  std::array<std::string, 4> candidates_;
};

std::string compressed(const std::string& samples, const Raster& raster, int channels,
                       Deflater& deflater) {
  const auto pixel = static_cast<std::size_t>(channels);
  return deflater.deflate(
      Rows(samples, static_cast<std::size_t>(raster.width) * pixel, pixel).filtered());
}

std::string entriesOf(const Raster& raster, int channels, std::string_view filter) {
  std::string entries = "/Type/XObject/Subtype/Image/Width ";
  addInteger(entries, raster.width);
  addInteger(entries += "/Height ", raster.height);
  entries += channels == 1 ? "/ColorSpace/DeviceGray" : "/ColorSpace/DeviceRGB";
  (entries += "/BitsPerComponent 8/Filter/") += filter;
  if (filter == "DCTDecode") return entries;
  addInteger(entries += "/DecodeParms<</Predictor 15/Columns ", raster.width);
  if (channels != 1) addInteger(entries += "/Colors ", channels);
  return entries += ">>";
}

// ---- Which pictures are one -------------------------------------------------------------------

bool isSame(const std::shared_ptr<const Picture>& a, const std::shared_ptr<const Picture>& b) {
  if (a == b) return true;
  const Raster& left = *a->raster();
  const Raster& right = *b->raster();
  return left.coding == right.coding && left.width == right.width && left.height == right.height &&
         left.channels == right.channels && left.bytes == right.bytes && left.alpha == right.alpha;
}

}  // namespace

PictureData encodePicture(const Raster& raster, Transparency transparency, Deflater& deflater) {
  checkRaster(raster);
  PictureData data;
  if (raster.coding == Raster::Coding::jpeg) {
    data.entries = entriesOf(raster, raster.channels, "DCTDecode");
    data.bytes = raster.bytes;
    return data;
  }
  data.entries = entriesOf(raster, raster.channels, "FlateDecode");
  const bool isFlattened = !raster.alpha.empty() && transparency == Transparency::flattened;
  data.bytes = isFlattened ? compressed(onWhite(raster), raster, raster.channels, deflater)
                           : compressed(raster.bytes, raster, raster.channels, deflater);
  if (raster.alpha.empty() || isFlattened) return data;
  data.maskEntries = entriesOf(raster, 1, "FlateDecode");
  data.mask = compressed(raster.alpha, raster, 1, deflater);
  return data;
}

std::shared_ptr<const PictureData> PictureCache::find(const std::shared_ptr<const Picture>& picture,
                                                      Transparency transparency,
                                                      Deflater& deflater) {
  const Raster& raster = *picture->raster();
  if (raster.coding == Raster::Coding::jpeg || raster.bytes.size() > kLargestKept) {
    return std::make_shared<const PictureData>(encodePicture(raster, transparency, deflater));
  }
  {
    const std::lock_guard lock(mutex_);
    const auto known = std::find_if(known_.begin(), known_.end(), [&](const Known& one) {
      return one.transparency == transparency && isSame(one.picture, picture);
    });
    if (known != known_.end()) {
      known_.splice(known_.begin(), known_, known);
      return known->data;
    }
  }
  auto data = std::make_shared<const PictureData>(encodePicture(raster, transparency, deflater));
  const std::lock_guard lock(mutex_);
  known_.push_front({picture, transparency, data});
  if (known_.size() > kMostKept) known_.pop_back();
  return data;
}

PictureObjects::PictureObjects(const pages::Pages& pages, Transparency transparency,
                               ObjectWriter& out)
    : transparency_(transparency),
      numbers_(pages.pictures.size()),
      masks_(pages.pictures.size()),
      isRepeated_(pages.pictures.size()) {
  if (pages.pictures.empty()) return;
  std::vector<bool> isShown(pages.pictures.size());
  for (const pages::Page& page : pages.pages) {
    for (const pages::Image& image : page.images) isShown[image.picture] = true;
  }
  for (std::size_t i = 0; i < numbers_.size(); ++i) {
    if (!isShown[i]) continue;
    const auto& picture = pages.pictures[i];
    check(picture && picture->raster(), "pdf: a drawing among the pictures");
    std::size_t first = 0;
    while (first < i && !(numbers_[first] != 0 && isSame(pages.pictures[first], picture))) ++first;
    isRepeated_[i] = first < i;
    numbers_[i] = first < i ? numbers_[first] : out.reserve();
    const bool isMasked = transparency == Transparency::kept && !picture->raster()->alpha.empty();
    if (first == i && isMasked) masks_[i] = out.reserve();
  }
}

void PictureObjects::write(const pages::Pages& pages, PictureCache& cache, ObjectWriter& out,
                           Deflater& deflater) const {
  for (std::size_t i = 0; i < numbers_.size(); ++i) {
    if (numbers_[i] == 0 || isRepeated_[i]) continue;
    const auto data = cache.find(pages.pictures[i], transparency_, deflater);
    std::string entries = data->entries;
    if (masks_[i] != 0) {
      addReference(entries += "/SMask ", masks_[i]);
      out.addStream(masks_[i], data->maskEntries, data->mask);
    }
    out.addStream(numbers_[i], entries, data->bytes);
  }
}

std::string PictureObjects::resources() const {
  std::string result;
  for (std::size_t i = 0; i < numbers_.size(); ++i) {
    if (numbers_[i] == 0) continue;
    addInteger(result += "/I", static_cast<std::int64_t>(i));
    addReference(result += ' ', numbers_[i]);
  }
  return result;
}

}  // namespace chancery::pdf
