#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "template/types.h"
#include "xml/dom.h"
#include "xml/xpath.h"

namespace chancery::templates {

/// A function that expressions may call: XPath's own and ours.
struct FunctionRule {
  std::string_view name;
  std::size_t least = 0;
  std::size_t most = 0;
  Type::Kind result = Type::Kind::text;
  bool ours = false;
  std::size_t nodeArguments = 0;  ///< how many of the first arguments must be paths
};

const FunctionRule* findFunction(std::string_view name);
std::vector<std::string> functionNames();

/// Carries out our functions over one job's data. Problems are told through `report`.
class Functions {
 public:
  /// Tells of a problem with the data node it concerns (perhaps none).
  using Report = std::function<Diagnostics::Added(Severity, const Message&, xml::DomNode,
                                                  std::vector<std::string>)>;

  Functions(const xml::Node* office, Report report);

  static bool has(std::string_view name);
  std::optional<xml::Value> call(std::string_view name, const std::vector<xml::Value>& arguments);

  /// The office's element that answered last since `forgetAnswer`; none when none did.
  xml::DomNode answeredFrom() const { return answer_; }
  void forgetAnswer() { answer_ = {}; }

 private:
  std::optional<xml::Value> formatDate(const std::vector<xml::Value>& arguments);
  std::optional<xml::Value> formatNumber(const std::vector<xml::Value>& arguments);
  std::optional<std::int64_t> whole(const xml::Value& value);
  std::optional<int> places(const std::vector<xml::Value>& arguments, int otherwise,
                            std::size_t before = 1);
  std::optional<xml::Value> sum(const xml::Value& numbers);
  std::optional<xml::Value> round(const std::vector<xml::Value>& arguments);
  std::optional<xml::Value> share(const std::vector<xml::Value>& arguments);
  xml::Value letterhead() const;
  xml::Value coatOfArms();
  std::optional<xml::Value> post(const std::string& id);
  std::optional<xml::Value> person(const std::string& post);
  std::optional<xml::DomNode> findPost(const std::string& id);
  void error(const Message& message, xml::DomNode node, std::vector<std::string> arguments = {});

  std::optional<xml::Dom> office_;
  xml::DomNode answer_;
  Report report_;
};

/// A value written by the `format` of t:value-of: a day by a date pattern, a number by "0,00";
/// nothing when it is neither.
std::optional<std::string> formatted(const std::string& value, std::string_view format);
/// Digits after the comma that "0", "0,0", "0,00" ask for; nothing when it is no such format.
std::optional<int> placesOf(std::string_view numberFormat);

}  // namespace chancery::templates
