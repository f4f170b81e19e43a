#include "pdf/foreign.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "pdf/foreign_file.h"
#include "pdf/syntax.h"

namespace chancery::pdf {
namespace {

// A page of the same size but for rounding is not scaled.
constexpr double kSameSize = 0.51;

/// As large as the page allows, in its middle.
FormPlace fit(const ForeignFile::Size& form, const pages::Page& page) {
  const double width = page.width.toPt();
  const double height = page.height.toPt();
  FormPlace place;
  if (std::abs(width - form.width) > kSameSize || std::abs(height - form.height) > kSameSize) {
    place.scale = std::min(width / form.width, height / form.height);
  }
  place.x = (width - form.width * place.scale) / 2;
  place.y = (height - form.height * place.scale) / 2;
  return place;
}

}  // namespace

ForeignPages::ForeignPages(const pages::Pages& pages, Level level) : level_(level) {
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    const auto& foreign = pages.pages[i].foreign;
    if (!foreign) continue;
    check(foreign->file < pages.foreign.size() && pages.foreign[foreign->file],
          "pdf: unknown foreign file");
    auto& file = files_[foreign->file];
    if (!file) {
      file = std::make_unique<ForeignFile>(*pages.foreign[foreign->file],
                                           "PDF " + std::to_string(foreign->file + 1));
    }
    const int page = static_cast<int>(foreign->page);
    forms_[i] = {file.get(), page, 0, fit(file->sizeOf(page), pages.pages[i])};
  }
}

ForeignPages::~ForeignPages() = default;

void ForeignPages::reserve(ObjectWriter& out) {
  for (auto& [page, form] : forms_) form.number = out.reserve();
}

void ForeignPages::write(ObjectWriter& out) {
  for (auto& [page, form] : forms_) form.file->copy(form.page, form.number, out);
}

const FormPlace* ForeignPages::placeOf(std::size_t page) const {
  const auto form = forms_.find(page);
  return form == forms_.end() ? nullptr : &form->second.place;
}

std::string ForeignPages::resources() const {
  std::string result;
  for (const auto& [page, form] : forms_) {
    addInteger(result += "/P", static_cast<std::int64_t>(page));
    addReference(result += ' ', form.number);
  }
  return result;
}

std::vector<ClaimLoss> ForeignPages::losses() const {
  std::vector<ClaimLoss> losses;
  for (const auto& [index, file] : files_) {
    ClaimLoss loss;
    loss.file = index;
    loss.left = file->claimAt(level_, loss.reason);
    if (loss.left != Claim::full) losses.push_back(loss);
  }
  return losses;
}

}  // namespace chancery::pdf
