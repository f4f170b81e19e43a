#include <rapidjson/reader.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "data/data_set.h"
#include "data/messages.h"
#include "data/text.h"

namespace chancery::data {
namespace {

/// The file's text as a stream of RapidJSON.
class TextStream {
 public:
  using Ch = char;

  explicit TextStream(std::string_view text) : text_(text) {}

  char Peek() const { return at_ == text_.size() ? '\0' : text_[at_]; }
  char Take() { return at_ == text_.size() ? '\0' : text_[at_++]; }
  std::size_t Tell() const { return at_; }

  /// The characters of a JSON string from here on that stand for themselves.
  std::string_view takePlain() {
    const std::size_t start = at_;
    while (at_ < text_.size() && !kEndsPlain[static_cast<unsigned char>(text_[at_])]) ++at_;
    return text_.substr(start, at_ - start);
  }

  // Named by RapidJSON for reading in place, which is never done.
  char* PutBegin() { return nullptr; }
  char* Push(rapidjson::SizeType) { return nullptr; }
  void Put(char) {}
  std::size_t PutEnd(char*) { return 0; }

 private:
  static constexpr auto kEndsPlain = [] {
    std::array<bool, 256> ends{};
    for (std::size_t c = 0; c < 0x20; ++c) ends[c] = true;
    ends['"'] = ends['\\'] = true;
    return ends;
  }();

  std::string_view text_;
  std::size_t at_ = 0;
};

/// UTF-8 that was judged before: it is copied by stretches, not by characters.
struct JudgedUtf8 : rapidjson::UTF8<char> {};

}  // namespace
}  // namespace chancery::data

template <>
struct rapidjson::Transcoder<chancery::data::JudgedUtf8, chancery::data::JudgedUtf8> {
  template <typename Output>
  static bool Transcode(chancery::data::TextStream& stream, Output& output) {
    const std::string_view plain = stream.takePlain();
    std::memcpy(output.Push(static_cast<rapidjson::SizeType>(plain.size())), plain.data(),
                plain.size());
    return true;
  }
  template <typename Output>
  static bool Validate(chancery::data::TextStream& stream, Output& output) {
    return Transcode(stream, output);
  }
};

namespace chancery::data {
namespace {

/// Receives RapidJSON's events and builds the tree.
class Builder {
 public:
  Builder(const Sources& sources, SourceId source, std::size_t skipped, const Limits& limits,
          Diagnostics& diagnostics)
      : sources_(sources),
        source_(source),
        text_(sources.text(source)),
        hasNonCharacters_(text_.find("\xEF\xBF") != std::string_view::npos),
        skipped_(skipped),
        limits_(limits),
        diagnostics_(diagnostics) {}

  void follow(const TextStream& stream) { stream_ = &stream; }
  bool failed() const { return failed_; }
  xml::Dom take() { return std::move(dom_); }
  Place placeAt(std::size_t offset) const {
    return sources_.place({source_, static_cast<std::uint32_t>(offset)});
  }

  // The events of rapidjson::Reader; false ends the reading.
  bool Null() { return rooted(); }
  bool Bool(bool yes) {
    const std::string_view word = yes ? "true" : "false";
    return value(word, here() - word.size());
  }
  bool RawNumber(const char* digits, rapidjson::SizeType length, bool) {
    return value({digits, length}, here() - length);
  }
  bool String(const char* characters, rapidjson::SizeType length, bool) {
    const std::size_t start = openingQuote(length);
    if (isPlain(start, length)) return value({characters, length}, start);
    const std::string cleaned = cleanText({characters, length});
    if (const auto forbidden = findForbidden(cleaned)) {
      fail(messages::kForbiddenCharacter, start, {*forbidden});
      return true;
    }
    return value(cleaned, start);
  }
  bool Key(const char* characters, rapidjson::SizeType length, bool) {
    const std::size_t start = openingQuote(length);
    std::string key(characters, length);
    const auto forbidden = isPlain(start, length) ? std::nullopt : findForbidden(key);
    if (forbidden) {
      fail(messages::kForbiddenCharacter, start, {*forbidden});
      return false;
    }
    frames_.back().keys.emplace_back(key, static_cast<std::uint32_t>(start));
    frames_.back().key = std::move(key);
    return true;
  }
  bool StartObject() {
    const std::size_t start = bracket('{');
    if (frames_.empty()) {
      frames_.push_back({dom_.makeRoot("data", at(start)), false, {}, {}});
      return true;
    }
    if (!enter(start)) return false;
    const xml::DomNode node = appendValue(dom_, frames_.back().node, frames_.back().key, at(start));
    frames_.push_back({node, false, {}, {}});
    return true;
  }
  bool EndObject(rapidjson::SizeType) {
    reportDuplicates(frames_.back().keys);
    frames_.pop_back();
    return true;
  }
  bool StartArray() {
    const std::size_t start = bracket('[');
    if (!rooted()) return false;
    if (!enter(start)) return false;
    if (frames_.back().isArray) {
      fail(messages::kNestedArray, start, {frames_.back().key}).hint(messages::kNestedArrayHint);
    }
    // Items stand in the tree as children of the object that holds the list.
    frames_.push_back({frames_.back().node, true, frames_.back().key, {}});
    return true;
  }
  bool EndArray(rapidjson::SizeType) {
    frames_.pop_back();
    return true;
  }
  // Never called: numbers come raw.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }

 private:
  struct Frame {
    xml::DomNode node;
    bool isArray = false;
    std::string key;  // under which the next value goes
    std::vector<std::pair<std::string, std::uint32_t>> keys;
  };

  std::size_t here() const { return skipped_ + stream_->Tell(); }
  Position at(std::size_t offset) const { return {source_, static_cast<std::uint32_t>(offset)}; }
  std::size_t bracket(char c) const { return text_[here()] == c ? here() : here() - 1; }

  // The stream stands behind the closing quote of a string of `length` bytes, which an escape makes
  // longer in the file; a quote inside is always escaped.
  std::size_t openingQuote(std::size_t length) const {
    std::size_t quote = here() - 1;
    if (quote > length + 1) {
      const std::size_t start = quote - length - 1;
      if (text_[start] == '"' && text_[start - 1] != '\\') return start;
    }
    for (;;) {
      quote = text_.rfind('"', quote - 1);
      std::size_t slashes = 0;
      while (slashes < quote && text_[quote - 1 - slashes] == '\\') ++slashes;
      if (slashes % 2 == 0) return quote;
    }
  }

  // Has the string no escape? Control characters, carriage returns too, come by escapes alone.
  bool isPlain(std::size_t start, std::size_t length) const {
    return start + length + 2 == here() && !hasNonCharacters_;
  }

  Diagnostics::Added fail(const Message& message, std::size_t offset,
                          std::vector<std::string> arguments = {}) {
    failed_ = true;
    return diagnostics_.error(message, placeAt(offset), std::move(arguments));
  }

  bool rooted() {
    if (!frames_.empty()) return true;
    fail(messages::kRootNotObject, text_.find_first_not_of(" \t\r\n", skipped_));
    return false;
  }

  bool enter(std::size_t start) {
    if (frames_.size() < limits_.depth) return count(start);
    fail(messages::kTooDeep, start, {std::to_string(limits_.depth)});
    return false;
  }

  bool count(std::size_t start) {
    if (++values_ <= limits_.values) return true;
    fail(messages::kTooManyValues, start, {std::to_string(limits_.values)});
    return false;
  }

  bool value(std::string_view text, std::size_t start) {
    if (!rooted() || !count(start)) return false;
    const Frame& frame = frames_.back();
    const xml::DomNode node = appendValue(dom_, frame.node, frame.key, at(start));
    dom_.appendText(node, text, at(start));
    return true;
  }

  void reportDuplicates(std::vector<std::pair<std::string, std::uint32_t>>& keys) {
    std::sort(keys.begin(), keys.end());
    for (std::size_t i = 1; i < keys.size(); ++i) {
      if (keys[i].first != keys[i - 1].first) continue;
      fail(messages::kDuplicateKey, keys[i].second, {keys[i].first}).hint(messages::kUseArray);
    }
  }

  const Sources& sources_;
  SourceId source_;
  std::string_view text_;
  bool hasNonCharacters_;  // perhaps: U+FFC0 … U+FFFF
  std::size_t skipped_;
  const Limits& limits_;
  Diagnostics& diagnostics_;
  const TextStream* stream_ = nullptr;
  xml::Dom dom_;
  std::vector<Frame> frames_;
  std::size_t values_ = 0;
  bool failed_ = false;
};

/// Does a word stand right after a closing quote, on its line?
bool followsQuote(std::string_view text, std::size_t offset) {
  if (offset >= text.size() || text[offset] == '"' || text[offset] == '\n') return false;
  const std::size_t before = text.substr(0, offset).find_last_not_of(' ');
  return before != std::string_view::npos && text[before] == '"';
}

bool followsComma(std::string_view text, std::size_t offset) {
  while (offset > 0 && (text[offset - 1] == ' ' || text[offset - 1] == '\n' ||
                        text[offset - 1] == '\t' || text[offset - 1] == '\r')) {
    --offset;
  }
  return offset > 0 && text[offset - 1] == ',';
}

const Message& messageOf(rapidjson::ParseErrorCode code) {
  switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
      return messages::kEmptyFile;
    case rapidjson::kParseErrorDocumentRootNotSingular:
      return messages::kExtraContent;
    case rapidjson::kParseErrorObjectMissName:
      return messages::kExpectedKey;
    case rapidjson::kParseErrorObjectMissColon:
      return messages::kExpectedColon;
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
      return messages::kExpectedCommaOrBrace;
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
      return messages::kExpectedCommaOrBracket;
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
    case rapidjson::kParseErrorStringEscapeInvalid:
      return messages::kBadEscape;
    case rapidjson::kParseErrorStringMissQuotationMark:
      return messages::kOpenString;
    case rapidjson::kParseErrorNumberTooBig:
    case rapidjson::kParseErrorNumberMissFraction:
    case rapidjson::kParseErrorNumberMissExponent:
      return messages::kBadNumber;
    default:
      return messages::kExpectedValue;
  }
}

void reportSyntax(rapidjson::ParseErrorCode code, std::size_t offset, std::string_view text,
                  const Builder& builder, Diagnostics& diagnostics) {
  // A line end inside a text comes as a wrong escape, too.
  const bool rawControl = code == rapidjson::kParseErrorStringEscapeInvalid &&
                          offset < text.size() && text[offset] != '\\';
  const Message& message = rawControl ? messages::kOpenString : messageOf(code);
  auto added = diagnostics.error(message, builder.placeAt(offset));
  if (&message == &messages::kOpenString) added.hint(messages::kEscapeQuotes);
  // A quote inside a text ends it: what follows is its next word.
  const bool ended = &message == &messages::kExpectedCommaOrBrace ||
                     &message == &messages::kExpectedCommaOrBracket;
  if (ended && followsQuote(text, offset)) added.hint(messages::kEscapeQuotes);
  if (&message == &messages::kBadEscape) added.hint(messages::kKnownEscapes);
  const bool wantsMore =
      &message == &messages::kExpectedKey || &message == &messages::kExpectedValue;
  if (wantsMore && followsComma(text, offset)) added.hint(messages::kTrailingComma);
}

}  // namespace

std::optional<DataSet> readJson(const Sources& sources, SourceId source, const Limits& limits,
                                Diagnostics& diagnostics) {
  const std::string_view text = sources.text(source);
  const std::size_t skipped = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  Builder builder(sources, source, skipped, limits, diagnostics);
  if (text.size() > limits.bytes) {
    diagnostics.error(messages::kTooLarge, builder.placeAt(0), {std::to_string(limits.bytes)});
    return std::nullopt;
  }
  const std::size_t invalid =
      std::min(utf8::findInvalid(text).value_or(text.size()), text.find('\0'));
  if (invalid < text.size()) {
    diagnostics.error(messages::kNotUtf8, builder.placeAt(invalid)).hint(messages::kSaveAsUtf8);
    return std::nullopt;
  }
  TextStream stream(text.substr(skipped));
  builder.follow(stream);
  rapidjson::GenericReader<JudgedUtf8, JudgedUtf8> reader;
  constexpr unsigned kFlags =  // the encoding was judged above
      rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;
  const auto result = reader.Parse<kFlags>(stream, builder);
  if (result.IsError() && result.Code() != rapidjson::kParseErrorTermination) {
    reportSyntax(result.Code(), skipped + result.Offset(), text, builder, diagnostics);
  }
  if (result.IsError() || builder.failed()) return std::nullopt;
  return DataSet(builder.take());
}

}  // namespace chancery::data
