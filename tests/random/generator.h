#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace chancery::random {

/// A document in the document vocabulary, and the words that it must show.
struct Document {
  std::string xml;
  std::vector<std::string> tokens;  ///< each stands in the text exactly once
};

/// Writes documents that the vocabulary allows, from a seed: equal seeds give equal documents on
/// every machine (no distribution of the standard library is used).
class Generator {
 public:
  explicit Generator(std::uint32_t seed) : random_(seed) {}

  Document document();

 private:
  int below(int end) { return static_cast<int>(random_() % static_cast<std::uint32_t>(end)); }
  bool oneIn(int chances) { return below(chances) == 0; }

  std::string word();
  std::string sentence(int words);
  std::string inlines(int words);
  void part(bool isAppendix);
  void requisites(bool isAppendix);
  void blocks(int most, int depth);
  void block(int depth);
  void list(int depth);
  void table(int depth);
  void plainRows(int columns, int depth);
  void cell(int columnSpan, int rowSpan, int depth);
  void clauses(int depth);
  void signature();
  void add(std::string_view text) { out_.xml += text; }
  void textElement(std::string_view name, int words);

  std::mt19937 random_;
  Document out_;
};

}  // namespace chancery::random
