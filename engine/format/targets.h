#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.h"
#include "format/model.h"
#include "format/numbering.h"
#include "format/profile.h"

namespace chancery::format {

/// Something with a number or a name that references and contents lead to.
struct Target {
  enum class Kind : std::uint8_t { heading, table, figure, clause, appendix };

  Kind kind = Kind::heading;
  const document::Node* node = nullptr;
  std::string number;          ///< "2.1", "3"; "" when it has none
  std::optional<Label> label;  ///< of a heading that the engine numbers
  int level = 1;               ///< of a heading
  int scope = 0;               ///< where it stands: 0 the document's own parts, from 1 its appendices
  int opens = 0;               ///< of an appendix: the scope of what stands in it
  int bookmark = -1;           ///< when something leads to it
};

/// Everything that bears a number, found before the document is formatted: a reference may stand in
/// front of what it refers to. Numbers are given here and nowhere else.
///
/// The document must outlive this object, unchanged.
class Targets {
 public:
  /// Gives numbers and makes the bookmarks that are needed.
  Targets(const document::Node& document, const Profile& profile, NumberingCounter& numbering,
          Document& out);

  /// Null for a node without number or name.
  const Target* of(const document::Node& node) const;
  /// What `id` means in that scope: its own first, then any. Null when nothing does.
  const Target* find(std::string_view id, int scope) const;
  /// The scope of what stands in that appendix.
  int scopeOf(const document::Node& appendix) const;
  /// In the order of the document.
  const std::vector<Target>& all() const { return targets_; }
  /// Whether a line of `contents`, which stands in that scope, leads to the target.
  static bool lists(const document::Node& contents, int scope, const Target& target);

 private:
  struct Use {
    std::string_view id;
    int scope;
  };
  struct Counters {
    int tables = 0;
    int figures = 0;
  };

  void visit(const document::Node& node);
  void visitChildren(const document::Node& node);
  void visitAppendix(const document::Node& appendix);
  void addHeading(const document::Node& heading);
  void addCaptioned(const document::Node& node, Target::Kind kind);
  void addClauses(const document::Node& clauses);
  void countClause(const document::Node& clause, int level, NumberingCounter& counter,
                   NumberingCounter::Running& running);
  Target& add(const document::Node& node, Target::Kind kind);
  void addBookmarks();

  const Profile& profile_;
  NumberingCounter& numbering_;
  Document& out_;
  std::vector<Target> targets_;
  std::unordered_map<const document::Node*, std::size_t> byNode_;
  std::unordered_multimap<std::string_view, std::size_t> byId_;
  std::vector<Use> uses_;
  std::vector<std::pair<const document::Node*, int>> contents_;  // with their scopes
  std::optional<NumberingCounter::Running> headings_;
  Counters counters_;
  Counters* counting_ = &counters_;
  std::string prefix_;
  int scope_ = 0;
  int scopes_ = 0;
};

}  // namespace chancery::format
