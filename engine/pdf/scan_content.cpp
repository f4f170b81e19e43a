#include "pdf/scan_content.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace chancery::pdf {
namespace {

constexpr std::size_t kMostOperands = 64;

bool isSpace(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

/// The tokens of a stream, divided by white space: all that the few operators here need. A
/// dictionary of marked content is one token to its end; strings are not known.
std::optional<std::vector<std::string_view>> tokensOf(std::string_view content) {
  std::vector<std::string_view> tokens;
  for (std::size_t at = 0; at < content.size();) {
    if (isSpace(content[at])) {
      ++at;
      continue;
    }
    const std::size_t start = at;
    if (content.substr(at, 2) == "<<") {
      const std::size_t end = content.find(">>", at);
      if (end == std::string_view::npos) return std::nullopt;
      at = end + 2;
    } else if (content[at] == '(' || content[at] == '[' || content[at] == '<' ||
               content[at] == '%') {
      return std::nullopt;
    } else {
      ++at;
      while (at < content.size() && !isSpace(content[at]) && content[at] != '/' &&
             content[at] != '<')
        ++at;
    }
    tokens.push_back(content.substr(start, at - start));
  }
  return tokens;
}

struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  Matrix operator*(const Matrix& outer) const {
    return {a * outer.a + b * outer.c,           a * outer.b + b * outer.d,
            c * outer.a + d * outer.c,           c * outer.b + d * outer.d,
            e * outer.a + f * outer.c + outer.e, e * outer.b + f * outer.d + outer.f};
  }
  /// Whether it only moves and stretches.
  bool isUpright() const {
    const double slack = 1e-6 * (std::abs(a) + std::abs(d));
    return a > 0 && d > 0 && std::abs(b) <= slack && std::abs(c) <= slack;
  }
};

std::optional<Matrix> matrixOf(const std::vector<std::string_view>& operands) {
  if (operands.size() != 6) return std::nullopt;
  std::array<double, 6> v{};
  for (std::size_t i = 0; i < 6; ++i) {
    std::string_view text = operands[i];
    if (text.starts_with('+')) text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), v[i]);
    if (error != std::errc() || end != text.data() + text.size() || !(std::abs(v[i]) < 1e6))
      return std::nullopt;
  }
  return Matrix{v[0], v[1], v[2], v[3], v[4], v[5]};
}

bool isOperand(std::string_view token) {
  const char c = token[0];
  return c == '/' || c == '<' || c == '-' || c == '+' || c == '.' || (c >= '0' && c <= '9');
}

/// Follows the stream; stops at the first operator that paints or sets anything else.
class Follower {
 public:
  bool take(std::string_view token) {
    if (isOperand(token)) {
      operands_.push_back(token);
      return operands_.size() <= kMostOperands;
    }
    const bool good = run(token);
    operands_.clear();
    return good;
  }
  std::optional<PaintedPicture> found;

 private:
  bool run(std::string_view op) {
    if (op == "q") {
      saved_.push_back(matrix_);
      return saved_.size() <= kMostOperands;
    }
    if (op == "Q") {
      if (saved_.empty()) return false;
      matrix_ = saved_.back();
      saved_.pop_back();
      return true;
    }
    if (op == "cm") {
      const auto matrix = matrixOf(operands_);
      if (matrix) matrix_ = *matrix * matrix_;
      return matrix.has_value();
    }
    if (op == "Do") return paint();
    return op == "BMC" || op == "BDC" || op == "EMC" || op == "MP" || op == "DP";
  }

  bool paint() {
    if (found || operands_.size() != 1 || !operands_[0].starts_with('/') || !matrix_.isUpright())
      return false;
    found = PaintedPicture{std::string(operands_[0].substr(1)), matrix_.e, matrix_.f, matrix_.a,
                           matrix_.d};
    return true;
  }

  Matrix matrix_;
  std::vector<Matrix> saved_;
  std::vector<std::string_view> operands_;
};

}  // namespace

std::optional<PaintedPicture> findOnlyPicture(std::string_view content) {
  const auto tokens = tokensOf(content);
  if (!tokens) return std::nullopt;
  Follower follower;
  for (const std::string_view token : *tokens) {
    if (!follower.take(token)) return std::nullopt;
  }
  return follower.found;
}

}  // namespace chancery::pdf
