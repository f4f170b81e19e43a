#include "pdf/foreign_file.h"

#include <podofo/podofo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <map>
#include <mutex>
#include <optional>

#include "base/error.h"
#include "pdf/foreign_content.h"
#include "pdf/foreign_objects.h"
#include "pdf/foreign_stream.h"
#include "pdf/syntax.h"

namespace chancery::pdf {
namespace {

using PoDoFo::PdfDictionary;
using PoDoFo::PdfName;
using PoDoFo::PdfObject;
using PoDoFo::PdfVariant;

// Bounds of what a hostile file may cost.
constexpr long kMostObjects = 500'000;
constexpr std::size_t kMostUnpacked = std::size_t{64} << 20;        // of one stream or page
constexpr std::size_t kMostUnpackedInAll = std::size_t{256} << 20;  // of one file
constexpr int kDeepest = 64;

std::runtime_error broken(const char* what) {
  return std::runtime_error(what);
}

bool isDictionary(const PdfObject* object) {
  return object && object->IsDictionary();
}

// Six decimals are finer than any printer.
void addReal(std::string& out, double value) {
  constexpr double kMost = 1e9;
  addDecimal(out, std::llround(std::clamp(value, -kMost, kMost) * 1e6), 6);
}

void addNumbers(std::string& out, const std::array<double, 6>& numbers) {
  out += '[';
  for (const double number : numbers) {
    if (out.back() != '[') out += ' ';
    addReal(out, number);
  }
  out += ']';
}

// The bytes as the file had them: PoDoFo takes a byte order mark off text.
std::string bytesOf(const PoDoFo::PdfString& string) {
  std::string bytes(string.GetString(), static_cast<std::size_t>(string.GetLength()));
  return string.IsUnicode() ? "\xFE\xFF" + bytes : bytes;
}

/// The value of `pdfaid:NAME`, as an element or as an attribute; "" without one.
std::string claimIn(const std::string& xmp, const std::string& name) {
  std::size_t at = xmp.find("pdfaid:" + name);
  if (at == std::string::npos) return {};
  at = xmp.find_first_of("\"'>", at);
  if (at == std::string::npos) return {};
  const std::size_t from = xmp.find_first_not_of(" \t\r\n", at + 1);
  if (from == std::string::npos) return {};
  return xmp.substr(from, xmp.find_first_of("\"'< \t\r\n", from) - from);
}

/// Whether a trailer names an encryption dictionary (ISO 32000-1, table 15), not merely a key that
/// begins alike.
bool namesEncryption(const std::string& bytes) {
  constexpr std::string_view kKey = "/Encrypt";
  for (std::size_t at = 0; (at = bytes.find(kKey, at)) != std::string::npos;) {
    at += kKey.size();
    if (at < bytes.size() &&
        (bytes[at] == ' ' || bytes[at] == '<' || bytes[at] == '\n' || bytes[at] == '\r'))
      return true;
  }
  return false;
}

// Set once for the process: without them the library prints to stderr and trusts any count.
void tameLibrary() {
  static std::once_flag tamed;
  std::call_once(tamed, [] {
    PoDoFo::PdfError::EnableDebug(false);
    PoDoFo::PdfError::EnableLogging(false);
    PoDoFo::PdfParser::SetMaxObjectCount(kMostObjects);
  });
}

}  // namespace

/// Copies objects from one file. Objects get new numbers when something refers to them first and
/// are written in that order, so that equal files give equal bytes.
class ForeignFile::Copier {
 public:
  Copier(const std::string& bytes, std::string name) : name_(std::move(name)) {
    tameLibrary();
    guarded([&] {
      load(bytes);
      if (document_.GetEncrypted()) throw broken(kEncrypted);
      checkLayers();
      readClaim();
    });
  }

  Size sizeOf(int page) const {
    Size size;
    guarded([&] {
      const ForeignObjects::View view = objects_.viewOf(pageAt(page));
      size = {view.width, view.height};
    });
    return size;
  }

  void checkContent(int page) const {
    guarded([&] { contentOf(pageAt(page)); });
  }

  void copy(int page, int number, ObjectWriter& out) {
    out_ = &out;
    guarded([&] {
      addForm(pageAt(page), number);
      while (!waiting_.empty()) {
        const Waiting next = waiting_.front();
        waiting_.pop_front();
        addObject(*next.object, next.number);
      }
    });
  }

  Claim claimAt(Level level, ClaimLoss::Reason& reason) const {
    const auto lost = [&](ClaimLoss::Reason why, Claim left) {
      reason = why;
      return left;
    };
    if (part_.empty()) return lost(ClaimLoss::Reason::notPdfA, Claim::none);
    const bool isCompatible =
        part_ == "1" || (level != Level::b1 && (part_ == "2" || part_ == "3"));
    if (!isCompatible) return lost(ClaimLoss::Reason::part, Claim::none);
    if (profileColors_ == 4) return lost(ClaimLoss::Reason::colors, Claim::none);
    const bool isPlain = conformance_ != "A" && conformance_ != "U";
    if (level == Level::b1 || !isPlain || allTextNamed_) return Claim::full;
    return lost(ClaimLoss::Reason::unnamedText, Claim::basic);
  }

 private:
  struct Waiting {
    const PdfObject* object = nullptr;
    int number = 0;
  };
  /// Does something with the library; its errors become ours.
  template <typename Do>
  void guarded(Do what) const {
    try {
      what();
    } catch (const PoDoFo::PdfError& error) {
      const char* text = PoDoFo::PdfError::ErrorName(error.GetError());
      throw WorldError("read PDF", name_, text ? text : "unknown error");
    } catch (const std::exception& error) {
      throw WorldError("read PDF", name_, error.what());
    }
  }

  // The library does not tell a password that it lacks from damage.
  void load(const std::string& bytes) {
    try {
      document_.LoadFromBuffer(bytes.data(), static_cast<long>(bytes.size()));
    } catch (const PoDoFo::PdfError&) {
      if (namesEncryption(bytes)) throw broken(kEncrypted);
      throw;
    }
  }

  // ---- The file -------------------------------------------------------------------------------

  std::string unpacked(const PdfObject& object) const {
    std::string bytes = unpackedBytes(object, kMostUnpacked, &unpacked_);
    if (unpacked_ > kMostUnpackedInAll) throw broken("it unpacks to more than 256 MB");
    return bytes;
  }

  // ISO 32000-1, 8.11.4.3: what is switched off does not print, but would without its switch.
  void checkLayers() const {
    const PdfObject* layers = objects_.get(*document_.GetCatalog(), "OCProperties");
    const PdfObject* usual = layers ? objects_.get(*layers, "D") : nullptr;
    if (!usual) return;
    const PdfObject* off = objects_.get(*usual, "OFF");
    const bool hides = off && off->IsArray() && !off->GetArray().empty();
    if (hides || objects_.nameIn(*usual, "BaseState") == "OFF") {
      throw broken(kLayersOff);
    }
  }

  void readClaim() {
    const PdfObject* metadata = objects_.get(*document_.GetCatalog(), "Metadata");
    if (metadata && metadata->HasStream()) {
      const std::string xmp = unpacked(*metadata);
      part_ = claimIn(xmp, "part");
      conformance_ = claimIn(xmp, "conformance");
    }
    const PdfObject* intents = objects_.get(*document_.GetCatalog(), "OutputIntents");
    if (!intents || !intents->IsArray()) return;
    for (const PdfObject& item : intents->GetArray()) {
      const PdfObject* intent = objects_.resolved(&item);
      if (!intent || objects_.nameIn(*intent, "S") != "GTS_PDFA1") continue;
      const PdfObject* profile = objects_.get(*intent, "DestOutputProfile");
      const PdfObject* colors = profile ? objects_.get(*profile, "N") : nullptr;
      if (colors && colors->IsNumber()) profileColors_ = colors->GetNumber();
    }
  }

  const PdfObject& pageAt(int page) const {
    if (page >= document_.GetPageCount()) throw broken("it has no such page");
    const PoDoFo::PdfPage* found = document_.GetPage(page);
    if (!found) throw broken("a page is missing");
    return *found->GetObject();
  }

  // ---- Copies ---------------------------------------------------------------------------------

  void addForm(const PdfObject& page, int number) {
    const ForeignObjects::View view = objects_.viewOf(page);
    std::string entries = "/Type/XObject/Subtype/Form/BBox[";
    for (const double edge : view.box) addReal(entries += ' ', edge);
    addNumbers(entries += "]/Matrix", view.matrix);
    if (const PdfObject* group = objects_.get(page, "Group")) {
      addValue(entries += "/Group ", *group, 0);
    }
    entries += "/Resources";
    const PdfObject* resources = objects_.inherited(page, "Resources");
    if (isDictionary(resources)) {
      addResources(entries, resources->GetDictionary(), 0);
    } else {
      entries += "<<>>";
    }
    out_->addCompressed(number, entries, withoutMarks(contentOf(page)));
  }

  // ISO 32000-1, 7.7.3.3: streams of an array are one, divided between tokens.
  std::string contentOf(const PdfObject& page) const {
    const PdfObject* contents = objects_.get(page, "Contents");
    if (!contents) return {};
    if (!contents->IsArray()) return contents->HasStream() ? unpacked(*contents) : std::string();
    std::string all;
    for (const PdfObject& item : contents->GetArray()) {
      const PdfObject* part = objects_.resolved(&item);
      if (part && part->HasStream()) (all += unpacked(*part)) += '\n';
      if (all.size() > kMostUnpacked) throw broken("a page unpacks to more than 64 MB");
    }
    return all;
  }

  // Named property lists serve marked content, which stays behind.
  void addResources(std::string& text, const PdfDictionary& resources, int depth) {
    text += "<<";
    for (const auto& [key, value] : resources.GetKeys()) {
      if (key.GetName() != "Properties") addEntry(text, key, *value, depth);
    }
    text += ">>";
  }

  void addEntry(std::string& text, const PdfName& key, const PdfObject& value, int depth) {
    addName(text, key.GetName());
    addValue(text += ' ', value, depth + 1);
  }

  void addValue(std::string& text, const PdfObject& value, int depth) {
    if (depth > kDeepest) throw broken("its objects are nested too deeply");
    switch (value.GetDataType()) {
      case PoDoFo::ePdfDataType_Bool:
        text += value.GetBool() ? "true" : "false";
        return;
      case PoDoFo::ePdfDataType_Number:
        return addInteger(text, value.GetNumber());
      case PoDoFo::ePdfDataType_Real:
        return addReal(text, value.GetReal());
      case PoDoFo::ePdfDataType_String:
      case PoDoFo::ePdfDataType_HexString:
        return addLiteral(text, bytesOf(value.GetString()));
      case PoDoFo::ePdfDataType_Name:
        return addName(text, value.GetName().GetName());
      case PoDoFo::ePdfDataType_Array:
        text += '[';
        for (const PdfObject& item : value.GetArray()) addValue(text += ' ', item, depth + 1);
        text += ']';
        return;
      case PoDoFo::ePdfDataType_Dictionary:
        text += "<<";
        for (const auto& [key, item] : value.GetDictionary().GetKeys()) {
          addEntry(text, key, *item, depth);
        }
        text += ">>";
        return noteFont(value);
      case PoDoFo::ePdfDataType_Reference:
        return addTarget(text, value);
      default:
        text += "null";
    }
  }

  void addTarget(std::string& text, const PdfObject& reference) {
    const PdfObject* object = objects_.resolved(&reference);
    if (!object || staysBehind(*object)) {
      text += "null";
      return;
    }
    const auto [known, isNew] = numbers_.try_emplace(object, 0);
    if (isNew) {
      known->second = out_->reserve();
      waiting_.push_back({object, known->second});
    }
    addReference(text, known->second);
  }

  /// What belongs to the file, not to what its pages paint.
  bool staysBehind(const PdfObject& object) const {
    if (!object.IsDictionary()) return false;
    static constexpr std::string_view kTypes[] = {"Catalog",        "Pages",      "Page", "Annot",
                                                  "StructTreeRoot", "StructElem", "OCG",  "OCMD"};
    return std::find(std::begin(kTypes), std::end(kTypes), objects_.nameIn(object, "Type")) !=
           std::end(kTypes);
  }

  void addObject(const PdfObject& object, int number) {
    if (object.HasStream()) return addStream(object, number);
    std::string text;  // whole before it is written: what it refers to is reserved meanwhile
    addValue(text, object, 0);
    out_->open(number) += text;
    out_->close();
  }

  void addStream(const PdfObject& object, int number) {
    const bool isContent = objects_.nameIn(object, "Subtype") == "Form" ||
                           objects_.get(object, "PatternType") != nullptr;
    std::string entries;
    for (const auto& [key, value] : object.GetDictionary().GetKeys()) {
      const std::string& name = key.GetName();
      if (isLeftOut(name, isContent)) continue;
      const PdfObject* target = objects_.resolved(value);
      if (isContent && name == "Resources" && isDictionary(target)) {
        entries += "/Resources";
        addResources(entries, target->GetDictionary(), 0);
      } else {
        addEntry(entries, key, *value, 0);
      }
    }
    if (isContent) {
      out_->addCompressed(number, entries, withoutMarks(unpacked(object)));
    } else {
      out_->addStream(number, entries, packedBytes(object, kMostUnpacked));
    }
  }

  static bool isLeftOut(std::string_view key, bool isContent) {
    if (isContent && (key == "Filter" || key == "DecodeParms")) return true;
    static constexpr std::string_view kKeys[] = {
        "Length",       "StructParent", "StructParents", "OC",  "Metadata",
        "LastModified", "PieceInfo",    "Alternates",    "OPI", "Ref"};
    return std::find(std::begin(kKeys), std::end(kKeys), key) != std::end(kKeys);
  }

  void noteFont(const PdfObject& dictionary) {
    if (objects_.nameIn(dictionary, "Type") == "Font") allTextNamed_ &= tellsCharacters(dictionary);
  }

  /// What ISO 19005-2, 6.2.11.7.2 asks of a font at the levels U and A: its characters are told by
  /// a map or by an encoding that everybody knows.
  bool tellsCharacters(const PdfObject& font) const {
    if (objects_.nameIn(font, "Subtype").starts_with("CIDFont") || objects_.get(font, "ToUnicode"))
      return true;
    const PdfObject* encoding = objects_.get(font, "Encoding");
    if (!encoding) return false;
    if (encoding->IsName()) return isKnownEncoding(encoding->GetName().GetName());
    return !objects_.get(*encoding, "Differences") &&
           isKnownEncoding(objects_.nameIn(*encoding, "BaseEncoding"));
  }

  static bool isKnownEncoding(const std::string& name) {
    return name == "WinAnsiEncoding" || name == "MacRomanEncoding" || name == "MacExpertEncoding";
  }

  const std::string name_;
  mutable PoDoFo::PdfMemDocument document_;  // reads objects when they are asked for
  const ForeignObjects objects_{document_};
  std::string part_, conformance_;  // of PDF/A, as claimed
  std::int64_t profileColors_ = 0;  // components of the output intent; 0 = none
  bool allTextNamed_ = true;
  mutable std::size_t unpacked_ = 0;  // bytes
  ObjectWriter* out_ = nullptr;
  std::map<const PdfObject*, int> numbers_;
  std::deque<Waiting> waiting_;
};

ForeignFile::ForeignFile(const std::string& bytes, std::string name)
    : copier_(std::make_unique<Copier>(bytes, std::move(name))) {}
ForeignFile::~ForeignFile() = default;

ForeignFile::Size ForeignFile::sizeOf(int page) const {
  return copier_->sizeOf(page);
}

void ForeignFile::checkContent(int page) const {
  copier_->checkContent(page);
}

void ForeignFile::copy(int page, int number, ObjectWriter& out) {
  copier_->copy(page, number, out);
}

Claim ForeignFile::claimAt(Level level, ClaimLoss::Reason& reason) const {
  return copier_->claimAt(level, reason);
}

}  // namespace chancery::pdf
