#include "pdf/object_writer.h"

#include "base/error.h"
#include "base/hash.h"
#include "pdf/syntax.h"

namespace chancery::pdf {
namespace {

// A reader unpacks a whole object stream to get at one object.
constexpr std::uint32_t kMaxPacked = 400;

// ISO 32000-1, 7.5.8.3: fields of a cross reference stream, big-endian: kind, place, index.
constexpr int kFieldSizes[] = {1, 4, 2};
constexpr std::size_t kRowSize = 7;

void addField(std::string& row, std::uint64_t value, int size) {
  for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
    row += static_cast<char>(value >> shift & 0xFF);
  }
}

// PNG predictor "Up" (ISO 32000-1, 7.4.4.4): each row as its difference from the one above.
// Neighbouring entries differ in one byte mostly, so that hardly anything is left to compress.
std::string predicted(const std::string& rows) {
  std::string result;
  result.reserve(rows.size() + rows.size() / kRowSize);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i % kRowSize == 0) result += '\2';
    const char above = i < kRowSize ? '\0' : rows[i - kRowSize];
    result += static_cast<char>(rows[i] - above);
  }
  return result;
}

}  // namespace

ObjectWriter::ObjectWriter(FileForm form, Deflater& deflater)
    : form_(form), deflater_(deflater), entries_(1) {
  file_.reserve(std::size_t{256} << 10);
  file_ += form == FileForm::classical ? "%PDF-1.4\n" : "%PDF-1.7\n";
  file_ += "%\xE2\xE3\xCF\xD3\n";  // bytes above 127 (ISO 19005-2, 6.1.2)
}

int ObjectWriter::reserve(int count) {
  const int first = static_cast<int>(entries_.size());
  entries_.resize(entries_.size() + static_cast<std::size_t>(count));
  return first;
}

ObjectWriter::Entry& ObjectWriter::newEntry(int number) {
  Entry& entry = entries_.at(static_cast<std::size_t>(number));
  check(entry.kind == Entry::Kind::missing, "pdf: object written twice");
  return entry;
}

std::string& ObjectWriter::open(int number) {
  if (form_ == FileForm::classical) return openPlain(number);
  if (packedCount_ == kMaxPacked) flushPacked();
  if (packedStream_ == 0) packedStream_ = reserve();
  newEntry(number) = {Entry::Kind::packed, static_cast<std::uint64_t>(packedStream_),
                      packedCount_++};
  addInteger(packedHeader_, number);
  addInteger(packedHeader_ += ' ', static_cast<std::int64_t>(packed_.size()));
  packedHeader_ += ' ';
  packing_ = true;
  return packed_;
}

std::string& ObjectWriter::openPlain(int number) {
  newEntry(number) = {Entry::Kind::plain, file_.size(), 0};
  addInteger(file_, number);
  packing_ = false;
  return file_ += " 0 obj\n";
}

void ObjectWriter::close() {
  if (packing_) {
    packed_ += '\n';
  } else {
    file_ += "\nendobj\n";
  }
}

void ObjectWriter::addStream(int number, std::string_view entries, std::string_view bytes) {
  std::string& out = openPlain(number);
  ((out += "<<") += entries) += "/Length ";
  addInteger(out, static_cast<std::int64_t>(bytes.size()));
  ((out += ">>\nstream\n") += bytes) += "\nendstream";
  close();
}

void ObjectWriter::addDeflated(int number, std::string_view entries, std::string_view bytes) {
  addStream(number, std::string(entries) + "/Filter/FlateDecode", bytes);
}

void ObjectWriter::addCompressed(int number, std::string_view entries, std::string_view bytes,
                                 Effort effort) {
  addDeflated(number, entries, deflater_.deflate(bytes, effort));
}

void ObjectWriter::flushPacked() {
  if (packedStream_ == 0) return;
  std::string entries = "/Type/ObjStm/N ";
  addInteger(entries, packedCount_);
  addInteger(entries += "/First ", static_cast<std::int64_t>(packedHeader_.size()));
  addCompressed(packedStream_, entries, packedHeader_ + packed_);
  packedStream_ = 0;
  packedCount_ = 0;
  packedHeader_.clear();
  packed_.clear();
}

std::string ObjectWriter::makeId() const {
  const std::string hash = sha256(std::string_view(file_).substr(identityStart_)).substr(0, 32);
  return "<" + hash + ">";
}

std::string ObjectWriter::finish(int root, int info) {
  flushPacked();
  const std::string id = makeId();
  const int tableStream = form_ == FileForm::compact ? reserve() : 0;
  std::string trailer = "/Size ";
  addInteger(trailer, static_cast<std::int64_t>(entries_.size()));
  addReference(trailer += "/Root ", root);
  addReference(trailer += "/Info ", info);
  trailer += "/ID[" + id + id + ']';

  const std::size_t start = file_.size();
  if (form_ == FileForm::compact) {
    addTableStream(tableStream, trailer);
  } else {
    addTable(trailer);
  }
  file_ += "startxref\n";
  addInteger(file_, static_cast<std::int64_t>(start));
  file_ += "\n%%EOF\n";
  return std::move(file_);
}

// ISO 32000-1, 7.5.4: entries of exactly 20 bytes.
void ObjectWriter::addTable(std::string_view trailer) {
  file_ += "xref\n0 ";
  addInteger(file_, static_cast<std::int64_t>(entries_.size()));
  file_ += "\n0000000000 65535 f \n";
  for (std::size_t i = 1; i < entries_.size(); ++i) {
    check(entries_[i].kind == Entry::Kind::plain, "pdf: reserved object was not written");
    std::string offset;
    addInteger(offset, static_cast<std::int64_t>(entries_[i].where));
    file_.append(10 - offset.size(), '0');
    (file_ += offset) += " 00000 n \n";
  }
  ((file_ += "trailer\n<<") += trailer) += ">>\n";
}

void ObjectWriter::addTableStream(int number, std::string_view trailer) {
  newEntry(number) = {Entry::Kind::plain, file_.size(), 0};
  std::string rows;
  rows.reserve(entries_.size() * kRowSize);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    check(i == 0 || entry.kind != Entry::Kind::missing, "pdf: reserved object was not written");
    addField(rows, static_cast<std::uint64_t>(entry.kind), kFieldSizes[0]);
    addField(rows, entry.where, kFieldSizes[1]);
    addField(rows, i == 0 ? 0xFFFF : entry.index, kFieldSizes[2]);
  }
  entries_[static_cast<std::size_t>(number)] = {};  // addStream registers it again, here
  std::string entries = "/Type/XRef/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>";
  addCompressed(number, entries += trailer, predicted(rows));
}

}  // namespace chancery::pdf
