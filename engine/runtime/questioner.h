#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "xml/xpath.h"

namespace chancery::runtime {

/// Asks a document's data by XPath 1.0, from their root. Questions name data only: no variables, no
/// functions besides XPath's own.
class Questioner {
 public:
  /// Data that were handed in, JSON or XML. Errors: WorldError when they cannot be read.
  explicit Questioner(const std::string& text);
  /// Data that are being handed in: what is wrong with them is in `diagnostics`.
  Questioner(const std::string& name, const std::string& text, Diagnostics& diagnostics);
  ~Questioner();
  Questioner& operator=(Questioner&&) noexcept;

  /// Whether the data could be read.
  explicit operator bool() const { return data_ != nullptr; }
  xml::DomNode root() const;
  /// Nothing when the expression cannot be decided.
  std::optional<xml::Value> evaluate(const std::string& expression);
  /// Errors: WorldError when the expression is none, or gives no nodes.
  xml::NodeSet nodes(const std::string& expression);

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace chancery::runtime
