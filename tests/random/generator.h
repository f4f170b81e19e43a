#pragma once

#include <cstdint>
#include <random>
#include <set>
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
  std::string prose(int words);
  void part(bool isAppendix);
  void requisites(bool isAppendix);
  void blocks(int most, int depth);
  void block(int depth);
  void list(int depth);
  void table(int depth);
  void plainRows(int columns, int depth, bool grouped);
  void cell(int columnSpan, int rowSpan, int depth);
  void clauses(int depth);
  void signature();
  void add(std::string_view text) { out_.xml += text; }
  void textElement(std::string_view name, int words);
  std::string plainWords(int words);
  std::string named(std::string_view name, std::string_view attributes = {});
  void heading();
  void running();
  void chart();
  void figure();
  void keep(int depth);
  void contents();
  std::string rowOpening();

  std::mt19937 random_;
  Document out_;
  std::vector<std::string> ids_;      ///< what a reference may lead to
  std::set<std::string> listStyles_;  ///< of lists that another may continue
  bool hasContents_ = false;          ///< headings and captions stand on the pages twice
};

}  // namespace chancery::random
