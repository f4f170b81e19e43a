#include "pdf/writer.h"

#include <algorithm>
#include <mutex>

#include "base/error.h"
#include "pdf/attachments.h"
#include "pdf/color_profile.h"
#include "pdf/content.h"
#include "pdf/document_fonts.h"
#include "pdf/foreign.h"
#include "pdf/metadata.h"
#include "pdf/navigation.h"
#include "pdf/object_writer.h"
#include "pdf/pictures.h"
#include "pdf/structure.h"
#include "pdf/syntax.h"

namespace chancery::pdf {
namespace {

// Keeps the arrays of the page tree below the 8,191 items of PDF/A-1.
constexpr std::size_t kPagesPerNode = 256;

// What `pages.h` promises; a breach is an error of layout, not of the user.
void checkContract(const pages::Pages& pages) {
  const auto elements = static_cast<pages::ElementId>(pages.structure.size());
  const auto checkElement = [&](pages::ElementId element) {
    check(element >= pages::kArtifact && element < elements, "pdf: unknown element");
  };
  for (const pages::Page& page : pages.pages) {
    for (const pages::Image& image : page.images) {
      check(image.picture < pages.pictures.size(), "pdf: unknown picture");
      checkElement(image.element);
    }
    for (const pages::Shape& shape : page.shapes) checkElement(shape.element);
    if (page.foreign) checkElement(page.foreign->element);
    for (const pages::TextRun& run : page.runs) {
      check(run.face < pages.faces.size(), "pdf: unknown face");
      check(std::size_t{run.firstGlyph} + run.glyphCount <= page.glyphs.size(),
            "pdf: glyphs outside the page");
      check(std::size_t{run.textOffset} + run.textLength <= page.text.size(),
            "pdf: text outside the page");
      checkElement(run.element);
    }
  }
}

/// A file of no pages is none: something blank of the usual size stands in.
const std::vector<pages::Page>& atLeastOne(const std::vector<pages::Page>& pages) {
  static const std::vector<pages::Page> kBlank = [] {
    std::vector<pages::Page> blank(1);
    blank[0].width = Length::mm(210);
    blank[0].height = Length::mm(297);
    return blank;
  }();
  return pages.empty() ? kBlank : pages;
}

pages::StructureElements atLeastRoot(
    const pages::StructureElements& structure) {
  return structure.empty() ? pages::StructureElements(1) : structure;
}

/// What a writer keeps between files and lends to one of them.
struct Means {
  const std::string& profile;
  PictureCache& pictures;
  Deflater& deflater;
};

/// One file under way.
class File {
 public:
  File(const pages::Pages& pages, const Options& options, const Means& means,
       std::vector<DocumentFont> fonts)
      : source_(pages),
        pages_(atLeastOne(pages.pages)),
        options_(options),
        means_(means),
        fonts_(std::move(fonts)),
        tagged_(options.level != Level::b1),
        foreign_(pages, options.level),
        out_(tagged_ ? FileForm::compact : FileForm::classical, means.deflater),
        pictures_(pages, tagged_ ? Transparency::kept : Transparency::flattened, out_),
        links_(pages_, out_) {}

  Written write() {
    reserveNumbers();
    addSharedStreams();
    out_.beginIdentity();
    addContents();
    pictures_.write(source_, means_.pictures, out_, means_.deflater);
    foreign_.write(out_);
    written_.losses = foreign_.losses();
    for (const ClaimLoss& loss : written_.losses) {
      written_.claim = std::max(written_.claim, loss.left);
    }
    addFontObjects();
    addPageTree();
    const PageObjects pages{firstPage_, pages_};
    links_.write(out_, pages, tagged_);
    std::string extras;
    if (tagged_) {
      const int structure = writeStructure(out_, atLeastRoot(source_.structure), content_,
                                           links_.annotations(), pages);
      addReference(extras += "/MarkInfo<</Marked true>>/StructTreeRoot ", structure);
    }
    extras += writeOutline(out_, source_.outline, pages) + pageLabels(pages_);
    extras += writeAttachments(out_, options_.attachments, options_.moment);
    addDescription();
    addCatalog(extras);
    written_.bytes = out_.finish(catalog_, info_);
    return std::move(written_);
  }

 private:
  void reserveNumbers();
  void addSharedStreams();
  void addContents();
  void addFontObjects();
  void addPageTree();
  void addPage(std::size_t index, int parent);
  void addDescription();
  void addCatalog(const std::string& extras);

  const pages::Pages& source_;
  const std::vector<pages::Page>& pages_;
  const Options& options_;
  const Means& means_;
  const std::vector<DocumentFont> fonts_;
  const bool tagged_;
  ForeignPages foreign_;
  ObjectWriter out_;
  const PictureObjects pictures_;
  const Links links_;
  Written written_;
  std::vector<FontNumbers> fontNumbers_;  // by face; font 0 = not used
  TaggedContent content_;
  int catalog_ = 0;
  int pageTree_ = 0;
  int info_ = 0;
  int metadata_ = 0;
  int profileStream_ = 0;
  int resources_ = 0;
  int firstPage_ = 0;
  int firstContent_ = 0;
};

void File::reserveNumbers() {
  catalog_ = out_.reserve();
  pageTree_ = out_.reserve();
  info_ = out_.reserve();
  metadata_ = out_.reserve();
  profileStream_ = out_.reserve();
  resources_ = out_.reserve();
  fontNumbers_.resize(fonts_.size());
  for (std::size_t i = 0; i < fonts_.size(); ++i) {
    if (!fonts_[i].program) continue;
    fontNumbers_[i] = reserveFont(out_, tagged_ ? CidSet::without : CidSet::with);
  }
  firstPage_ = out_.reserve(static_cast<int>(pages_.size()));
  firstContent_ = out_.reserve(static_cast<int>(pages_.size()));
  foreign_.reserve(out_);
}

void File::addSharedStreams() {
  out_.addDeflated(profileStream_, "/N 3", means_.profile);
  for (std::size_t i = 0; i < fonts_.size(); ++i) {
    if (fonts_[i].program) writeFontStreams(out_, *fonts_[i].program, fontNumbers_[i]);
  }
}

void File::addContents() {
  ContentWriter content(fonts_, source_.structure, tagged_ ? Tagging::full : Tagging::none);
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    const std::string& text =
        content.write(pages_[i], static_cast<int>(i), foreign_.placeOf(i), content_);
    out_.addCompressed(firstContent_ + static_cast<int>(i), "", text, Effort::quick);
  }
}

void File::addFontObjects() {
  for (std::size_t i = 0; i < fonts_.size(); ++i) {
    if (fonts_[i].program) writeFontObjects(out_, *fonts_[i].program, fontNumbers_[i]);
  }
  // One dictionary for all pages, named by each of them (ISO 19005-2, 6.2.2).
  std::string& text = out_.open(resources_);
  text += "<</Font<<";
  for (std::size_t i = 0; i < fonts_.size(); ++i) {
    if (!fonts_[i].program) continue;
    addInteger(text += "/F", static_cast<std::int64_t>(i));
    addReference(text += ' ', fontNumbers_[i].font);
  }
  text += ">>";
  const std::string objects = pictures_.resources() + foreign_.resources();
  if (!objects.empty()) text += "/XObject<<" + objects + ">>";
  text += ">>";
  out_.close();
}

void File::addPageTree() {
  const std::size_t nodes = (pages_.size() + kPagesPerNode - 1) / kPagesPerNode;
  const int firstNode = nodes == 1 ? pageTree_ : out_.reserve(static_cast<int>(nodes));
  for (std::size_t node = 0; node < nodes; ++node) {
    const int number = firstNode + static_cast<int>(node);
    const std::size_t first = node * kPagesPerNode;
    const std::size_t last = std::min(first + kPagesPerNode, pages_.size());
    for (std::size_t i = first; i < last; ++i) addPage(i, number);
    std::string& text = out_.open(number);
    addInteger(text += "<</Type/Pages/Count ", static_cast<std::int64_t>(last - first));
    if (number != pageTree_) addReference(text += "/Parent ", pageTree_);
    text += "/Kids[";
    for (std::size_t i = first; i < last; ++i) {
      addReference(text, firstPage_ + static_cast<int>(i));
      text += ' ';
    }
    text += "]>>";
    out_.close();
  }
  if (nodes == 1) return;
  std::string& text = out_.open(pageTree_);
  addInteger(text += "<</Type/Pages/Count ", static_cast<std::int64_t>(pages_.size()));
  text += "/Kids[";
  for (std::size_t node = 0; node < nodes; ++node) {
    addReference(text, firstNode + static_cast<int>(node));
    text += ' ';
  }
  text += "]>>";
  out_.close();
}

void File::addPage(std::size_t index, int parent) {
  std::string& text = out_.open(firstPage_ + static_cast<int>(index));
  addReference(text += "<</Type/Page/Parent ", parent);
  addDecimal(text += "/MediaBox[0 0 ", toHundredths(pages_[index].width), 2);
  addDecimal(text += ' ', toHundredths(pages_[index].height), 2);
  addReference(text += "]/Resources ", resources_);
  addReference(text += "/Contents ", firstContent_ + static_cast<int>(index));
  if (tagged_) addInteger(text += "/Tabs/S/StructParents ", static_cast<std::int64_t>(index));
  text += links_.annotationsOf(index) + ">>";
  out_.close();
}

void File::addDescription() {
  const Metadata metadata{options_.level, cleaned(source_.title, "Документ"),
                          cleaned(source_.author, ""), options_.moment, written_.claim};
  // Not compressed, so that the packet can be found without reading PDF (ISO 19005-1, 6.7.2).
  out_.addStream(metadata_, "/Type/Metadata/Subtype/XML", makeXmp(metadata));
  out_.open(info_) += makeInfo(metadata);
  out_.close();
}

void File::addCatalog(const std::string& extras) {
  std::string& text = out_.open(catalog_);
  addReference(text += "<</Type/Catalog/Pages ", pageTree_);
  addReference(text += "/Metadata ", metadata_);
  addTextString(text += "/Lang", cleaned(source_.language, "ru-RU"));
  text += "/ViewerPreferences<</DisplayDocTitle true>>";
  text +=
      "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
      "/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)"
      "/RegistryName(http://www.color.org)/DestOutputProfile ";
  addReference(text, profileStream_);
  text += ">>]";
  text += extras + ">>";
  out_.close();
}

}  // namespace

struct Writer::Data {
  DeflaterPool deflaters;
  FontCache fonts;
  PictureCache pictures;
  std::once_flag profileRead;
  std::string profile;
};

Writer::Writer() : data_(std::make_unique<Data>()) {}
Writer::~Writer() = default;

std::string Writer::write(const pages::Pages& pages, const Options& options) const {
  return writeWithClaim(pages, options).bytes;
}

Written Writer::writeWithClaim(const pages::Pages& pages, const Options& options) const {
  check(options.attachments.empty() || options.level == Level::a3a,
        "pdf: only PDF/A-3 carries files");
  checkContract(pages);
  const auto deflater = data_->deflaters.borrow();
  std::call_once(data_->profileRead,
                 [&] { data_->profile = readColorProfile(colorProfilePaths(), *deflater); });
  const Means means{data_->profile, data_->pictures, *deflater};
  return File(pages, options, means, makeFonts(pages, data_->fonts, *deflater)).write();
}

}  // namespace chancery::pdf
