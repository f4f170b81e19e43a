#include "template/functions.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/suggest.h"
#include "base/utf8.h"
#include "data/data_set.h"
#include "lang/dates.h"
#include "lang/letters.h"
#include "lang/numbers.h"
#include "template/messages.h"

namespace chancery::templates {
namespace {

using Kind = Type::Kind;

constexpr std::size_t kAny = 99;
constexpr double kMostWhole = 9'007'199'254'740'992;  // 2^53: every integer up to it is a double

constexpr std::array<FunctionRule, 38> kFunctions{{
    // ours
    {"cell", 2, 2, Kind::nodes, true, 1},
    {"format-date", 2, 2, Kind::text, true},
    {"format-number", 1, 2, Kind::text, true},
    {"plural", 4, 4, Kind::text, true},
    {"upper", 1, 1, Kind::text, true},
    {"lower", 1, 1, Kind::text, true},
    {"normalize", 1, 1, Kind::text, true},
    {"sum", 1, 1, Kind::number, true, 1},
    {"round", 1, 2, Kind::number, true},
    {"share", 2, 3, Kind::text, true},
    {"office:letterhead", 0, 0, Kind::nodes, true},
    {"office:coat-of-arms", 0, 0, Kind::text, true},
    {"office:post", 1, 1, Kind::text, true},
    {"office:person", 1, 1, Kind::text, true},
    // XPath 1.0, clause 4
    {"last", 0, 0, Kind::number},
    {"position", 0, 0, Kind::number},
    {"count", 1, 1, Kind::number, false, 1},
    {"local-name", 0, 1, Kind::text, false, 1},
    {"name", 0, 1, Kind::text, false, 1},
    {"string", 0, 1, Kind::text},
    {"concat", 2, kAny, Kind::text},
    {"starts-with", 2, 2, Kind::boolean},
    {"contains", 2, 2, Kind::boolean},
    {"substring-before", 2, 2, Kind::text},
    {"substring-after", 2, 2, Kind::text},
    {"substring", 2, 3, Kind::text},
    {"string-length", 0, 1, Kind::number},
    {"normalize-space", 0, 1, Kind::text},
    {"translate", 3, 3, Kind::text},
    {"boolean", 1, 1, Kind::boolean},
    {"not", 1, 1, Kind::boolean},
    {"true", 0, 0, Kind::boolean},
    {"false", 0, 0, Kind::boolean},
    {"number", 0, 1, Kind::number},
    {"floor", 1, 1, Kind::number},
    {"ceiling", 1, 1, Kind::number},
    {"lang", 1, 1, Kind::boolean},
    {"id", 1, 1, Kind::nodes},
}};

xml::DomNode nodeOf(const xml::Value& value) {
  const xml::NodeSet* nodes = value.nodes();
  return nodes && !nodes->empty() ? nodes->front() : xml::DomNode();
}

std::string collapsed(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

/// A node's children as a Dom, for the office's directory.
void copyInto(const xml::Node& from, xml::Dom& dom, xml::DomNode to) {
  for (const xml::Attribute& attribute : from.attributes) {
    if (attribute.name.find(':') == std::string::npos) {
      dom.setAttribute(to, attribute.name, attribute.value);
    }
  }
  for (const xml::Node& child : from.children) {
    if (child.isText()) {
      dom.appendText(to, child.text, child.origin.stated);
    } else {
      copyInto(child, dom, dom.appendElement(to, child.name, child.origin.stated));
    }
  }
}

/// part / total in per cent, rounded half up; nothing when it is too large to be counted.
std::optional<std::string> percent(std::int64_t part, std::int64_t total, int digits) {
  // Digit by digit, so that nothing overflows and nothing is rounded twice.
  const bool negative = (part < 0) != (total < 0);
  const auto magnitude = [](std::int64_t value) {
    return value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  };
  const std::uint64_t divisor = magnitude(total);
  std::uint64_t quotient = magnitude(part) / divisor, rest = magnitude(part) % divisor;
  const int steps = 2 + std::max(digits, 0);
  for (int i = 0; i < steps; ++i) {
    if (quotient > std::uint64_t{900'000'000'000'000'000} / 10) {
      return std::nullopt;
    }
    std::uint64_t digit = 0;  // of rest * 10 / divisor
    std::uint64_t next = 0;
    for (int k = 0; k < 10; ++k) {
      const bool carries = next >= divisor - rest;
      digit += carries ? 1 : 0;
      next = carries ? next - (divisor - rest) : next + rest;
    }
    quotient = quotient * 10 + digit;
    rest = next;
  }
  if (rest >= divisor - rest) ++quotient;
  std::string text = std::to_string(quotient);
  const auto after = static_cast<std::size_t>(steps - 2);
  if (text.size() <= after) text.insert(0, after + 1 - text.size(), '0');
  if (after > 0) text.insert(text.size() - after, 1, '.');
  if (negative && quotient > 0) text.insert(0, 1, '-');
  return text;
}

std::string initialOf(const std::string& name) {
  if (name.empty()) return "";
  std::size_t end = 0;
  utf8::next(name, end);
  return name.substr(0, end) + '.';
}

}  // namespace

const FunctionRule* findFunction(std::string_view name) {
  for (const FunctionRule& rule : kFunctions) {
    if (rule.name == name) return &rule;
  }
  return nullptr;
}

std::vector<std::string> functionNames() {
  std::vector<std::string> result;
  for (const FunctionRule& rule : kFunctions) result.emplace_back(rule.name);
  return result;
}

Functions::Functions(const xml::Node* office, Report report) : report_(std::move(report)) {
  if (!office) return;
  office_.emplace();
  copyInto(*office, *office_, office_->makeRoot("office", office->origin.stated));
}

bool Functions::has(std::string_view name) {
  const FunctionRule* rule = findFunction(name);
  return rule && rule->ours;
}

std::optional<xml::Value> Functions::call(std::string_view name,
                                          const std::vector<xml::Value>& arguments) {
  const FunctionRule* rule = findFunction(name);
  if (!rule || arguments.size() < rule->least || arguments.size() > rule->most) return std::nullopt;
  if (name == "cell") {
    const xml::DomNode found = data::findValue(nodeOf(arguments[0]), arguments[1].toText());
    return found ? xml::NodeSet{found} : xml::NodeSet{};
  }
  if (name == "format-date") return formatDate(arguments);
  if (name == "format-number") return formatNumber(arguments);
  if (name == "plural") {
    const auto count = whole(arguments[0]);
    if (!count) return std::nullopt;
    return std::string(
        lang::plural(*count, arguments[1].toText(), arguments[2].toText(), arguments[3].toText()));
  }
  if (name == "upper") return lang::toUpper(arguments[0].toText());
  if (name == "lower") return lang::toLower(arguments[0].toText());
  if (name == "normalize") return collapsed(arguments[0].toText());
  if (name == "sum") return sum(arguments[0]);
  if (name == "round") return round(arguments);
  if (name == "share") return share(arguments);
  if (name == "office:letterhead") return letterhead();
  if (name == "office:coat-of-arms") return coatOfArms();
  if (name == "office:post") return post(arguments[0].toText());
  return person(arguments[0].toText());
}

std::optional<xml::Value> Functions::formatDate(const std::vector<xml::Value>& arguments) {
  const std::string text = arguments[0].toText();
  if (text.empty()) return xml::Value("");
  const auto date = parseDate(text);
  if (!date) {
    error(messages::kNotADate, nodeOf(arguments[0]), {text});
    return std::nullopt;
  }
  auto result = lang::formatDate(*date, arguments[1].toText());
  if (!result) {
    error(messages::kBadPattern, {}, {arguments[1].toText()});
    return std::nullopt;
  }
  return std::move(*result);
}

std::optional<xml::Value> Functions::formatNumber(const std::vector<xml::Value>& arguments) {
  const std::string text = arguments[0].toText();
  if (text.empty()) return xml::Value("");
  const auto number = lang::Decimal::parse(text);
  if (!number) {
    error(messages::kNotANumber, nodeOf(arguments[0]), {text});
    return std::nullopt;
  }
  const auto digits = places(arguments, -1);
  if (!digits) return std::nullopt;
  return lang::formatNumber(*number, *digits);
}

// NaN and what no integer holds must not be cast (C++20, [conv.fpint]).
std::optional<std::int64_t> Functions::whole(const xml::Value& value) {
  const double number = std::trunc(value.toNumber());
  if (std::abs(number) <= kMostWhole) return static_cast<std::int64_t>(number);
  error(std::isnan(number) ? messages::kNotANumber : messages::kNumberTooLarge, nodeOf(value),
        {value.toText()});
  return std::nullopt;
}

/// The argument after the first `before`: digits after the comma.
std::optional<int> Functions::places(const std::vector<xml::Value>& arguments, int otherwise,
                                     std::size_t before) {
  if (arguments.size() <= before) return otherwise;
  const auto given = whole(arguments[before]);
  if (!given) return std::nullopt;
  return static_cast<int>(std::clamp<std::int64_t>(*given, -1, lang::Decimal::kPlaces));
}

// XPath's own sum adds binary fractions; ours is exact to the kopeck.
std::optional<xml::Value> Functions::sum(const xml::Value& numbers) {
  lang::Decimal total;
  const xml::NodeSet* nodes = numbers.nodes();
  for (const xml::DomNode node : nodes ? *nodes : xml::NodeSet{}) {
    const auto number = lang::Decimal::parse(node.text());
    if (!number) {
      error(messages::kNotANumber, node, {node.text()});
      return std::nullopt;
    }
    const auto next = total.plus(*number);
    if (!next) {
      error(messages::kSumTooLarge, node, {});
      return std::nullopt;
    }
    total = *next;
  }
  return xml::Value(xml::Value(total.toText()).toNumber());
}

std::optional<xml::Value> Functions::round(const std::vector<xml::Value>& arguments) {
  const double value = arguments[0].toNumber();
  const auto digits = places(arguments, 0);
  if (!digits) return std::nullopt;
  char buffer[400];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed,
                                 lang::Decimal::kPlaces);
  const auto exact = lang::Decimal::parse({buffer, static_cast<std::size_t>(end.ptr - buffer)});
  if (!exact) return xml::Value(value);  // NaN, infinity or beyond what is counted exactly
  return xml::Value(xml::Value(exact->rounded(*digits).toText()).toNumber());
}

/// What percentage of the second number the first one is, rounded exactly (halves away from zero);
/// "" where there is nothing to have a share of.
std::optional<xml::Value> Functions::share(const std::vector<xml::Value>& arguments) {
  std::array<std::int64_t, 2> millionths{};
  for (std::size_t i = 0; i < millionths.size(); ++i) {
    const std::string text = arguments[i].toText();
    const auto number = lang::Decimal::parse(text);
    if (!number && !text.empty()) {
      error(messages::kNotANumber, nodeOf(arguments[i]), {text});
      return std::nullopt;
    }
    if (number) millionths[i] = number->toMillionths();
  }
  const auto digits = places(arguments, 1, 2);
  if (!digits) return std::nullopt;
  if (millionths[1] == 0) return xml::Value("");
  auto text = percent(millionths[0], millionths[1], *digits);
  if (!text) {
    error(messages::kSumTooLarge, nodeOf(arguments[0]), {});
    return std::nullopt;
  }
  return std::move(*text);
}

xml::Value Functions::letterhead() const {
  xml::NodeSet lines;
  if (!office_) return lines;
  const xml::DomNode head = office_->root().findChild("letterhead");
  for (xml::DomNode line = head.firstElement(); line; line = line.nextElement()) {
    lines.push_back(line);
  }
  return lines;
}

xml::Value Functions::coatOfArms() {
  if (!office_) return xml::Value("");
  answer_ = office_->root().findChild("letterhead");
  return xml::Value(answer_.findAttribute("coat-of-arms").value_or(""));
}

void Functions::error(const Message& message, xml::DomNode node,
                      std::vector<std::string> arguments) {
  report_(Severity::error, message, node, std::move(arguments));
}

// Posts are known by their id and by their role. Result: no node without an office, nothing (and
// an error) when the office has no such post: a signature must not vanish over a misspelt name.
std::optional<xml::DomNode> Functions::findPost(const std::string& id) {
  if (!office_) {
    report_(Severity::warning, messages::kNoOffice, {}, {id}).hint(messages::kOfficeHint);
    return xml::DomNode();
  }
  std::vector<std::string> known;
  const xml::DomNode posts = office_->root().findChild("posts");
  for (xml::DomNode post = posts.firstElement(); post; post = post.nextElement()) {
    if (post.findAttribute("id") == id || post.findAttribute("role") == id) return post;
    if (const auto name = post.findAttribute("id")) known.push_back(*name);
    if (const auto role = post.findAttribute("role")) known.push_back(*role);
  }
  auto added = report_(Severity::error, messages::kNoSuchPost, {}, {id});
  if (const auto near = suggest(id, known)) added.hint(hints::kDidYouMean, {*near});
  return std::nullopt;
}

std::optional<xml::Value> Functions::post(const std::string& id) {
  const auto found = findPost(id);
  if (!found) return std::nullopt;
  answer_ = *found;
  return answer_.findAttribute("title").value_or("");
}

std::optional<xml::Value> Functions::person(const std::string& post) {
  const auto found = findPost(post);
  if (!found) return std::nullopt;
  const auto id = found->findAttribute("id");
  if (!id) return xml::Value("");
  const xml::DomNode people = office_->root().findChild("people");
  for (xml::DomNode person = people.firstElement(); person; person = person.nextElement()) {
    if (person.findAttribute("post") != id) continue;
    answer_ = person;
    return xml::Value(initialOf(person.findAttribute("name").value_or("")) +
                      initialOf(person.findAttribute("patronymic").value_or("")) + ' ' +
                      person.findAttribute("surname").value_or(""));
  }
  report_(Severity::warning, messages::kVacantPost, {}, {post});
  return xml::Value("");
}

std::optional<int> placesOf(std::string_view numberFormat) {
  if (numberFormat.empty() || numberFormat[0] != '0') return std::nullopt;
  if (numberFormat.size() == 1) return 0;
  const std::string_view zeros = numberFormat.substr(2);
  if (numberFormat[1] != ',' || zeros.empty() ||
      zeros.find_first_not_of('0') != std::string_view::npos || zeros.size() > 6) {
    return std::nullopt;
  }
  return static_cast<int>(zeros.size());
}

std::optional<std::string> formatted(const std::string& value, std::string_view format) {
  if (const auto places = placesOf(format)) {
    const auto number = lang::Decimal::parse(value);
    if (!number) return std::nullopt;
    return lang::formatNumber(*number, *places);
  }
  const auto date = parseDate(value);
  if (!date) return std::nullopt;
  return lang::formatDate(*date, format);
}

}  // namespace chancery::templates
