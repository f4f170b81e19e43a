#include "pdf/inspect.h"

#include <podofo/podofo.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "base/error.h"
#include "pdf/foreign_file.h"
#include "pdf/foreign_stream.h"
#include "pdf/messages.h"
#include "pdf/scan_content.h"

namespace chancery::pdf {
namespace {

using PoDoFo::PdfObject;

constexpr int kMostPages = 2'000;
constexpr std::size_t kMostContent = 16u << 10;   // a scan's page says little
constexpr std::size_t kMostPicture = 128u << 20;  // samples of one page
constexpr std::size_t kMostSamples = 256u << 20;  // of all pages of a file, unpacked

std::string contentOf(PdfObject& page) {
  PdfObject* contents = page.GetIndirectKey("Contents");
  if (!contents) return {};
  if (!contents->IsArray())
    return contents->HasStream() ? unpackedBytes(*contents, kMostContent) : std::string();
  std::string all;
  for (PdfObject& item : contents->GetArray()) {
    PdfObject* part = item.IsReference() ? page.GetOwner()->GetObject(item.GetReference()) : &item;
    if (!part || !part->HasStream()) continue;
    all += unpackedBytes(*part, kMostContent);
    all += '\n';
    if (all.size() > kMostContent) throw std::length_error("content");
  }
  return all;
}

/// The one filter of a stream; "" without one, "?" for several.
std::string filterOf(PdfObject& image) {
  PdfObject* filter = image.GetIndirectKey("Filter");
  if (!filter) return {};
  if (filter->IsName()) return filter->GetName().GetName();
  if (!filter->IsArray() || filter->GetArray().size() != 1 || !filter->GetArray()[0].IsName())
    return "?";
  return filter->GetArray()[0].GetName().GetName();
}

/// 1 for grey, 3 for RGB, 0 for what is not shown as samples here.
int channelsOf(PdfObject& image) {
  PdfObject* space = image.GetIndirectKey("ColorSpace");
  if (!space) return 0;
  std::string name;
  if (space->IsName()) name = space->GetName().GetName();
  if (space->IsArray() && !space->GetArray().empty() && space->GetArray()[0].IsName()) {
    name = space->GetArray()[0].GetName().GetName();
    if (name == "ICCBased" && space->GetArray().size() == 2) {
      const PdfObject& second = space->GetArray()[1];
      PdfObject* profile =
          second.IsReference() ? image.GetOwner()->GetObject(second.GetReference()) : nullptr;
      const auto n = profile ? profile->GetDictionary().GetKeyAsLong("N") : 0;
      return n == 1 || n == 3 ? static_cast<int>(n) : 0;
    }
  }
  if (name == "DeviceGray" || name == "CalGray") return 1;
  return name == "DeviceRGB" || name == "CalRGB" ? 3 : 0;
}

/// Exif 2.32, 4.6.4: what is to be turned clockwise by 90° as often.
constexpr int kOrientations[] = {1, 6, 3, 8};

/// A JPEG that says how it is to be turned: reading it does so. What it said itself goes, as a PDF
/// shows its pictures whatever they say (Exif 2.32, 4.7.2: an APP1 segment before the scan).
std::string withOrientation(const std::string& jpeg, int quarters) {
  if (jpeg.size() < 2) return jpeg;
  std::string result = jpeg.substr(0, 2);
  if (quarters != 0) {
    result += std::string(
        "\xFF\xE1\x00\x22"
        "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0",
        29);
    result += static_cast<char>(kOrientations[quarters]);
    result += std::string(6, '\0');
  }
  std::size_t at = 2;
  while (at + 4 <= jpeg.size() && jpeg[at] == '\xFF' && jpeg[at + 1] != '\xDA') {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(jpeg[at + i]); };
    const std::size_t size = byte(1) == 0xFF ? 1 : 2 + (std::size_t{byte(2)} << 8) + byte(3);
    if (byte(1) != 0xE1) result.append(jpeg, at, size);
    at += size;
  }
  return at < jpeg.size() ? result.append(jpeg, at) : result;
}

/// Samples of 1 or 8 bits a channel; nothing when the stream holds something else.
std::optional<image::Raster> samplesOf(PdfObject& image) {
  PoDoFo::PdfDictionary& entries = image.GetDictionary();
  image::Raster raster;
  const auto width = entries.GetKeyAsLong("Width"), height = entries.GetKeyAsLong("Height");
  const auto bits = entries.GetKeyAsLong("BitsPerComponent");
  raster.channels = channelsOf(image);
  const bool known = (bits == 8 && raster.channels != 0) || (bits == 1 && raster.channels == 1);
  const image::Limits limits;
  if (!known || width < 1 || height < 1 || width > limits.pixelsAcross ||
      height > limits.pixelsAcross || width * height > limits.pixels)
    return std::nullopt;
  raster.width = static_cast<int>(width);
  raster.height = static_cast<int>(height);
  const auto across = static_cast<std::size_t>(width) * static_cast<std::size_t>(raster.channels);
  const std::size_t stride = bits == 8 ? across : (across + 7) / 8;
  // Twice its samples leave room for filters that write them as text; what unpacks to more is none.
  const std::size_t whole = stride * static_cast<std::size_t>(height);
  constexpr std::size_t kSlack = 1u << 16;
  const std::string packed = unpackedBytes(image, std::min(2 * whole + kSlack, kMostPicture));
  if (packed.size() < whole) return std::nullopt;
  if (bits == 8) {
    raster.bytes = packed.substr(0, whole);
    return raster;
  }
  raster.bytes.reserve(across * static_cast<std::size_t>(height));
  for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y) {
    for (std::size_t x = 0; x < across; ++x) {
      const auto byte = static_cast<unsigned char>(packed[y * stride + x / 8]);
      raster.bytes += (byte >> (7 - x % 8)) & 1 ? '\xFF' : '\0';
    }
  }
  return raster;
}

/// Finds scans in one file.
class Scans {
 public:
  explicit Scans(const std::string& bytes) {
    document_.LoadFromBuffer(bytes.data(), static_cast<long>(bytes.size()));
  }
  int pageCount() const { return document_.GetPageCount(); }

  std::shared_ptr<const image::Picture> find(int number) {
    PoDoFo::PdfPage* page = document_.GetPage(number);
    if (!page) return nullptr;
    PdfObject* notes = page->GetObject()->GetIndirectKey("Annots");
    if (notes && notes->IsArray() && !notes->GetArray().empty()) return nullptr;
    const auto painted = findOnlyPicture(contentOf(*page->GetObject()));
    if (!painted || !fills(*painted, page->GetCropBox())) return nullptr;
    PdfObject* image = objectOf(*page, painted->name);
    const int turns = ((page->GetRotation() / 90) % 4 + 4) % 4;
    return image ? pictureOf(*image, turns) : nullptr;
  }

 private:
  /// Whether the picture covers what is seen of the page, and hardly more.
  static bool fills(const PaintedPicture& painted, const PoDoFo::PdfRect& box) {
    const auto near = [](double a, double b, double whole) {
      return std::abs(a - b) <= whole * 0.03;
    };
    return near(painted.left, box.GetLeft(), box.GetWidth()) &&
           near(painted.bottom, box.GetBottom(), box.GetHeight()) &&
           near(painted.width, box.GetWidth(), box.GetWidth()) &&
           near(painted.height, box.GetHeight(), box.GetHeight());
  }

  static PdfObject* objectOf(PoDoFo::PdfPage& page, const std::string& name) {
    PdfObject* resources = const_cast<PdfObject*>(page.GetInheritedKey("Resources"));
    if (resources && resources->IsReference())
      resources = page.GetObject()->GetOwner()->GetObject(resources->GetReference());
    PdfObject* objects = resources ? resources->GetIndirectKey("XObject") : nullptr;
    PdfObject* image = objects ? objects->GetIndirectKey(name) : nullptr;
    if (!image || !image->HasStream()) return nullptr;
    const PdfObject* kind = image->GetIndirectKey("Subtype");
    return kind && kind->IsName() && kind->GetName() == "Image" ? image : nullptr;
  }

  std::shared_ptr<const image::Picture> pictureOf(PdfObject& image, int turns) {
    for (const char* key : {"SMask", "Mask", "Decode", "ImageMask"}) {
      if (image.GetIndirectKey(key)) return nullptr;
    }
    const std::string filter = filterOf(image);
    std::string file;
    if (filter == "DCTDecode") {
      // ColorTransform (ISO 32000-1, table 13) may contradict what the JPEG tells.
      if (channelsOf(image) == 0 || image.GetIndirectKey("DecodeParms")) return nullptr;
      file = withOrientation(packedBytes(image, kMostPicture), turns);
      samples_ += 2 * file.size();  // as it is, and read
      if (samples_ > kMostSamples) return nullptr;
    } else if (filter.empty() || filter == "FlateDecode" || filter == "LZWDecode" ||
               filter == "RunLengthDecode") {
      const auto samples = samplesOf(image);
      if (!samples) return nullptr;
      samples_ += samples->bytes.size();
      if (samples_ > kMostSamples) return nullptr;
      file = image::writePng(image::oriented(*samples, kOrientations[turns]));
    } else {
      return nullptr;
    }
    Diagnostics unfit;  // then the page is shown as a page
    return image::read(std::move(file), "scan", {}, {}, unfit);
  }

  PoDoFo::PdfMemDocument document_;
  std::size_t samples_ = 0;
};

/// What a library or a reader of ours says went wrong.
std::string causeOf(const std::exception& error) {
  if (const auto* world = dynamic_cast<const WorldError*>(&error)) return world->cause();
  if (const auto* podofo = dynamic_cast<const PoDoFo::PdfError*>(&error)) {
    const char* text = PoDoFo::PdfError::ErrorName(podofo->GetError());
    return text ? text : "PoDoFo";
  }
  return error.what();
}

void tell(const std::string& cause, const std::string& name, const Place& place,
          Diagnostics& diagnostics) {
  if (cause == kEncrypted) {
    diagnostics.error(messages::kEncryptedPdf, place, {name}).hint(messages::kOpenPdf);
  } else if (cause == kLayersOff) {
    diagnostics.error(messages::kHiddenLayers, place, {name}).hint(messages::kFlattenPdf);
  } else {
    diagnostics.error(messages::kUnreadablePdf, place, {name, cause}).hint(messages::kSavePdfAgain);
  }
}

std::shared_ptr<const image::Picture> sized(const std::shared_ptr<const image::Picture>& picture,
                                            const InspectedPage& page) {
  if (!picture) return nullptr;
  auto copy = std::make_shared<image::Picture>(*picture);
  copy->width = page.width;
  copy->height = page.height;
  return copy;
}

Inspected inspectPages(const std::string& bytes, const std::string& name, int& count) {
  const ForeignFile file(bytes, name);  // first: it sets the library up and knows what is broken
  Scans scans(bytes);
  count = scans.pageCount();
  Inspected result;
  if (count < 1 || count > kMostPages) return result;
  bool scan = true;
  for (int i = 0; i < count; ++i) {
    const ForeignFile::Size size = file.sizeOf(i);
    file.checkContent(i);
    InspectedPage page{Length::pt(size.width), Length::pt(size.height), nullptr};
    // One page that is no scan makes the file one to be shown page by page.
    if (scan) {
      try {
        page.scan = sized(scans.find(i), page);
      } catch (const std::length_error&) {  // more than a scan holds
      }
      scan = page.scan != nullptr;
      if (!scan) {
        for (InspectedPage& before : result.pages) before.scan = nullptr;
      }
    }
    result.pages.push_back(std::move(page));
  }
  return result;
}

}  // namespace

bool Inspected::isScan() const {
  return !pages.empty() && std::all_of(pages.begin(), pages.end(), [](const InspectedPage& page) {
    return page.scan != nullptr;
  });
}

bool isPdf(std::string_view bytes) {
  // ISO 32000-1, annex H: the header may stand within the first 1,024 bytes.
  return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

std::optional<Inspected> inspect(const std::string& bytes, std::string_view name,
                                 const Place& place, Diagnostics& diagnostics) {
  const std::string title(name);
  if (!isPdf(bytes)) {
    diagnostics.error(messages::kNoPdf, place, {title});
    return std::nullopt;
  }
  int count = 0;
  try {
    Inspected result = inspectPages(bytes, title, count);
    if (!result.pages.empty()) return result;
  } catch (const std::exception& error) {
    tell(causeOf(error), title, place, diagnostics);
    return std::nullopt;
  }
  diagnostics.error(messages::kTooManyPdfPages, place,
                    {title, std::to_string(count), std::to_string(kMostPages)});
  return std::nullopt;
}

}  // namespace chancery::pdf
