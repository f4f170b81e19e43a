#include "pdf/foreign_objects.h"

#include <podofo/podofo.h>

#include <algorithm>
#include <stdexcept>

namespace chancery::pdf {
namespace {

using PoDoFo::PdfObject;

constexpr int kFarthest = 64;
constexpr double kSmallest = 1, kLargest = 14'400;

std::optional<double> numberOf(const PdfObject* object) {
  if (object && object->IsNumber()) return static_cast<double>(object->GetNumber());
  if (object && object->IsReal()) return object->GetReal();
  return std::nullopt;
}

}  // namespace

const PdfObject* ForeignObjects::resolved(const PdfObject* object) const {
  for (int i = 0; object && object->IsReference(); ++i) {
    if (i == kFarthest) return nullptr;
    object = document_.GetObjects().GetObject(object->GetReference());
  }
  return object;
}

const PdfObject* ForeignObjects::get(const PdfObject& dictionary, const char* key) const {
  if (!dictionary.IsDictionary()) return nullptr;
  return resolved(dictionary.GetDictionary().GetKey(PoDoFo::PdfName(key)));
}

std::string ForeignObjects::nameIn(const PdfObject& dictionary, const char* key) const {
  const PdfObject* value = get(dictionary, key);
  return value && value->IsName() ? value->GetName().GetName() : std::string();
}

const PdfObject* ForeignObjects::inherited(const PdfObject& page, const char* key) const {
  const PdfObject* node = &page;
  for (int i = 0; node && i < kFarthest; ++i) {
    if (const PdfObject* value = get(*node, key)) return value;
    node = get(*node, "Parent");
  }
  return nullptr;
}

std::optional<ForeignObjects::Box> ForeignObjects::boxOf(const PdfObject& page,
                                                         const char* key) const {
  const PdfObject* box = inherited(page, key);
  if (!box || !box->IsArray() || box->GetArray().size() != 4) return std::nullopt;
  Box edges{};
  for (std::size_t i = 0; i < 4; ++i) {
    const auto edge = numberOf(resolved(&box->GetArray()[i]));
    if (!edge) return std::nullopt;
    edges[i] = *edge;
  }
  return Box{std::min(edges[0], edges[2]), std::min(edges[1], edges[3]),
             std::max(edges[0], edges[2]), std::max(edges[1], edges[3])};
}

ForeignObjects::View ForeignObjects::viewOf(const PdfObject& page) const {
  const auto media = boxOf(page, "MediaBox");
  if (!media) throw std::runtime_error("a page has no size");
  View view;
  view.box = *media;
  if (const auto crop = boxOf(page, "CropBox")) {
    view.box = {std::max((*media)[0], (*crop)[0]), std::max((*media)[1], (*crop)[1]),
                std::min((*media)[2], (*crop)[2]), std::min((*media)[3], (*crop)[3])};
  }
  const auto [left, bottom, right, top] = view.box;
  const PdfObject* turn = inherited(page, "Rotate");
  const auto degrees = turn && turn->IsNumber() ? turn->GetNumber() % 360 : 0;
  switch ((degrees + 360) % 360) {
    case 90:
      view.matrix = {0, -1, 1, 0, -bottom, right};
      break;
    case 180:
      view.matrix = {-1, 0, 0, -1, right, top};
      break;
    case 270:
      view.matrix = {0, 1, -1, 0, top, -left};
      break;
    default:
      view.matrix = {1, 0, 0, 1, -left, -bottom};
  }
  const double unit = numberOf(get(page, "UserUnit")).value_or(1);
  for (double& number : view.matrix) number *= unit;
  view.width = (right - left) * unit;
  view.height = (top - bottom) * unit;
  if (view.matrix[0] == 0) std::swap(view.width, view.height);
  for (const double size : {right - left, top - bottom, view.width, view.height}) {
    if (!(size >= kSmallest && size <= kLargest))
      throw std::runtime_error("a page has no usable size");
  }
  return view;
}

}  // namespace chancery::pdf
