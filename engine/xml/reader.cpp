#include "xml/reader.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "xml/messages.h"
#include "xml/parser_errors.h"

namespace chancery::xml {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

bool isSpace(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// What one run of the parser keeps; libxml2 hands it to every callback.
struct Reading {
  const Sources& sources;
  SourceId source;
  const ReadLimits& limits;
  Diagnostics& diagnostics;
  std::string_view text;      // the whole source
  std::uint32_t skipped = 0;  // bytes of the byte order mark
  xmlParserCtxt* context = nullptr;

  std::vector<Node> open{};  // elements whose end is still to come
  std::optional<Node> root{};
  std::string pending{};  // text not yet made a node
  std::uint32_t pendingStart = 0;
  std::uint32_t markupEnd = 0;  // where the last tag, comment or instruction ended
  std::size_t nodes = 0;
  bool failed = false;
  std::set<std::string, std::less<>> undeclared = {};  // prefixes that were told
  bool stopped = false;

  std::uint32_t consumed() const {
    const long bytes = xmlByteConsumed(context);
    const std::size_t offset = skipped + static_cast<std::size_t>(bytes < 0 ? 0 : bytes);
    return static_cast<std::uint32_t>(std::min(offset, text.size()));
  }
  Place placeAt(std::size_t offset) const {
    return sources.place({source, static_cast<std::uint32_t>(offset)});
  }
  Diagnostics::Added fail(const Message& message, std::size_t offset,
                          std::vector<std::string> arguments = {}) {
    failed = true;
    return diagnostics.error(message, placeAt(offset), std::move(arguments));
  }
  void stop() {
    stopped = true;
    xmlStopParser(context);
  }
  bool countNode(std::size_t offset) {
    if (++nodes <= limits.nodes) return true;
    fail(messages::kTooManyNodes, offset, {std::to_string(limits.nodes)});
    stop();
    return false;
  }
  void flushText() {
    if (pending.empty()) return;
    if (!open.empty() && countNode(pendingStart)) {
      Node node;
      node.type = Node::Type::text;
      node.text = std::move(pending);
      node.origin = {{source, pendingStart}, {}, Words::stated};
      open.back().children.push_back(std::move(node));
    }
    pending.clear();
  }
};

Reading& readingOf(void* user) {
  return *static_cast<Reading*>(user);
}

// libxml2 tells no offsets of attributes: walk the tag's own text, whose attributes come in order.
void findOffsets(std::string_view text, std::size_t tag, std::vector<Attribute>& attributes) {
  std::size_t at = tag + 1;
  while (at < text.size() && !isSpace(text[at]) && text[at] != '>' && text[at] != '/') ++at;
  std::size_t next = 0;
  while (next < attributes.size()) {
    while (at < text.size() && isSpace(text[at])) ++at;
    const std::size_t start = at;
    while (at < text.size() && text[at] != '=' && !isSpace(text[at])) ++at;
    const std::string_view name = text.substr(start, at - start);
    at = text.find_first_of("\"'", at);
    if (at == std::string_view::npos) return;
    at = text.find(text[at], at + 1);
    if (at == std::string_view::npos) return;
    ++at;
    if (name == attributes[next].name) {
      attributes[next++].offset = static_cast<std::uint32_t>(start);
    }
  }
}

void startElement(void* user, const xmlChar* name, const xmlChar* /*prefix*/, const xmlChar* uri,
                  int /*namespaceCount*/, const xmlChar** /*namespaces*/, int attributeCount,
                  int /*defaulted*/, const xmlChar** attributes) {
  Reading& reading = readingOf(user);
  if (reading.stopped) return;
  const std::uint32_t here = reading.consumed();
  const std::size_t start = reading.text.rfind('<', here);
  reading.flushText();
  if (reading.stopped || !reading.countNode(start)) return;
  if (reading.open.size() >= reading.limits.depth) {
    reading.fail(messages::kTooDeep, start, {std::to_string(reading.limits.depth)});
    reading.stop();
    return;
  }
  Node node;
  node.name = view(name);
  node.space = namespaceOf(view(uri));
  node.origin.stated = {reading.source, static_cast<std::uint32_t>(start)};
  node.attributes.reserve(static_cast<std::size_t>(attributeCount));
  for (int i = 0; i < attributeCount; ++i) {
    const xmlChar** entry = attributes + 5 * i;  // local name, prefix, URI, value, end of value
    Attribute attribute;
    if (entry[1]) attribute.name = std::string(view(entry[1])) + ':';
    attribute.name += view(entry[0]);
    attribute.value.assign(reinterpret_cast<const char*>(entry[3]),
                           reinterpret_cast<const char*>(entry[4]));
    node.attributes.push_back(std::move(attribute));
  }
  findOffsets(reading.text, start, node.attributes);
  const std::size_t end = reading.text.find('>', here);
  reading.markupEnd = static_cast<std::uint32_t>(end == std::string_view::npos ? here : end + 1);
  reading.open.push_back(std::move(node));
}

void endElement(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
  Reading& reading = readingOf(user);
  if (reading.stopped || reading.open.empty()) return;
  reading.flushText();
  if (reading.stopped) return;
  Node node = std::move(reading.open.back());
  reading.open.pop_back();
  if (reading.open.empty()) {
    reading.root = std::move(node);
  } else {
    reading.open.back().children.push_back(std::move(node));
  }
  reading.markupEnd = reading.consumed();
}

void characters(void* user, const xmlChar* text, int length) {
  Reading& reading = readingOf(user);
  if (reading.stopped) return;
  if (reading.pending.empty()) reading.pendingStart = reading.markupEnd;
  reading.pending.append(reinterpret_cast<const char*>(text), static_cast<std::size_t>(length));
}

void comment(void* user, const xmlChar*) {
  Reading& reading = readingOf(user);
  if (reading.pending.empty()) reading.markupEnd = reading.consumed();
}

void instruction(void* user, const xmlChar*, const xmlChar*) {
  comment(user, nullptr);
}

void documentType(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
  Reading& reading = readingOf(user);
  const std::size_t start = reading.text.rfind("<!DOCTYPE", reading.consumed());
  reading.fail(messages::kDoctype, start == std::string_view::npos ? 0 : start)
      .hint(messages::kRemoveDoctype);
  reading.stop();
}

void parserError(void* user, xmlError* error) {
  Reading& reading = readingOf(user);
  if (reading.stopped || error->level < XML_ERR_ERROR) return;
  reading.failed = true;
  // A prefix that is not declared is one slip, however often it is used.
  const bool isPrefix = error->code == XML_NS_ERR_UNDEFINED_NAMESPACE && error->str1;
  if (isPrefix && !reading.undeclared.insert(error->str1).second) return;
  const bool goOn =
      reportParserError({error->code, error->str1, error->int1, error->message}, reading.sources,
                        {reading.source, reading.consumed()}, reading.diagnostics);
  if (!goOn) reading.stop();
}

std::string declaredEncoding(std::string_view text) {
  if (text.substr(0, 5) != "<?xml" || text.size() < 6 || !isSpace(text[5])) return "";
  const std::string_view declaration = text.substr(0, text.find("?>"));
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return "";
  at = declaration.find_first_of("\"'", at);
  if (at == std::string_view::npos) return "";
  const std::size_t end = declaration.find(declaration[at], at + 1);
  if (end == std::string_view::npos) return "";
  return std::string(declaration.substr(at + 1, end - at - 1));
}

bool isUtf8Name(std::string_view name) {
  std::string lower;
  for (const char c : name) lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  return lower == "utf-8";
}

/// What can be told before libxml2 sees the text.
bool checkBytes(Reading& reading) {
  if (reading.text.size() > reading.limits.bytes) {
    reading.fail(messages::kTooLarge, 0, {std::to_string(reading.limits.bytes)});
    return false;
  }
  // The declaration is ASCII in all encodings that clerks' programs write, so it is the better
  // explanation of bytes that are not UTF-8.
  const std::string encoding = declaredEncoding(reading.text.substr(reading.skipped));
  if (!encoding.empty() && !isUtf8Name(encoding)) {
    reading.fail(messages::kEncoding, reading.text.find(encoding), {encoding})
        .hint(messages::kSaveAsUtf8);
    return false;
  }
  auto invalid = utf8::findInvalid(reading.text);
  if (!invalid && reading.text.find('\0') != std::string_view::npos) {
    invalid = reading.text.find('\0');  // UTF-16 without a mark
  }
  if (!invalid) return true;
  reading.fail(messages::kNotUtf8, *invalid).hint(messages::kSaveAsUtf8);
  return false;
}

struct FreeContext {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

}  // namespace

std::optional<Node> read(const Sources& sources, SourceId source, const ReadLimits& limits,
                         Diagnostics& diagnostics) {
  Reading reading{sources, source, limits, diagnostics, sources.text(source)};
  if (reading.text.substr(0, 3) == kByteOrderMark) reading.skipped = 3;
  if (!checkBytes(reading)) return std::nullopt;
  const std::string_view body = reading.text.substr(reading.skipped);
  if (body.empty()) {
    reading.fail(messages::kEmptyFile, 0);
    return std::nullopt;
  }
  const std::unique_ptr<xmlParserCtxt, FreeContext> context(
      xmlCreateMemoryParserCtxt(body.data(), static_cast<int>(body.size())));
  if (!context) throw std::bad_alloc();
  // NOENT only expands the five entities and character references: with a DOCTYPE refused there are
  // no others. HUGE lifts libxml2's own limits in favour of ours.
  xmlCtxtUseOptions(context.get(),
                    XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_HUGE | XML_PARSE_IGNORE_ENC);
  *context->sax = xmlSAXHandler{};
  context->sax->initialized = XML_SAX2_MAGIC;
  context->sax->startElementNs = startElement;
  context->sax->endElementNs = endElement;
  context->sax->characters = characters;
  context->sax->cdataBlock = characters;
  context->sax->comment = comment;
  context->sax->processingInstruction = instruction;
  context->sax->internalSubset = documentType;
  context->sax->serror = parserError;
  context->userData = &reading;
  reading.context = context.get();
  xmlParseDocument(context.get());
  if (!reading.failed && !context->wellFormed) {
    reading.fail(messages::kNotWellFormed, reading.consumed(), {"?"});
  }
  return reading.failed ? std::nullopt : std::move(reading.root);
}

}  // namespace chancery::xml
