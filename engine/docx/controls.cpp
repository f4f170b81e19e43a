#include "docx/controls.h"

#include "base/utf8.h"

namespace chancery::docx {
namespace {

// Word takes ids for signed: 31 bits stay positive.
constexpr std::uint32_t kIds = 0x7FFFFFFF;

// FNV-1a of 64 bits, folded. Source: draft-eastlake-fnv.
std::uint32_t hash(std::string_view text) {
  std::uint64_t value = 0xcbf29ce484222325;
  for (const char c : text) {
    value ^= static_cast<unsigned char>(c);
    value *= 0x100000001b3;
  }
  return static_cast<std::uint32_t>(value ^ (value >> 32)) & kIds;
}

// Word takes 64 characters as a tag: a longer path keeps its start and a hash of the whole.
std::string tagOf(std::string_view path) {
  constexpr std::size_t kLongest = 64;
  constexpr std::size_t kKept = kLongest - 9;
  std::size_t characters = 0, kept = 0;
  for (std::size_t at = 0; at < path.size(); ++characters) {
    if (characters == kKept) kept = at;
    utf8::next(path, at);
  }
  std::string tag(path);
  if (characters <= kLongest) return tag;
  tag.resize(kept);
  tag += '~';
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (int shift = 28; shift >= 0; shift -= 4) tag += kDigits[(hash(path) >> shift) & 0xF];
  return tag;
}

}  // namespace

// Ids that are taken already go on to the next free one, so the order of the document decides.
std::uint32_t Controls::idOf(std::string_view path) {
  std::uint32_t id = hash(path);
  while (id == 0 || !taken_.insert(id).second) id = (id + 1) & kIds;
  return id;
}

void Controls::open(Markup& out, std::string_view path) {
  const std::string tag = tagOf(path);
  out.raw("<w:sdt><w:sdtPr>")
      .value("w:alias", tag)
      .value("w:tag", tag)
      .value("w:id", idOf(path))
      .raw("</w:sdtPr><w:sdtContent>");
}

void Controls::close(Markup& out) {
  out.raw("</w:sdtContent></w:sdt>");
}

}  // namespace chancery::docx
