#include <algorithm>
#include <optional>
#include <set>
#include <span>

#include "check/finder.h"
#include "check/messages.h"
#include "document/table_grid.h"
#include "lang/dates.h"
#include "lang/deadline.h"
#include "lang/letters.h"

// Terms: none is over before the document's day, none is impossible.
namespace chancery::check {

using document::Kind;
using document::Node;

namespace {

/// «Срок», «Сроки исполнения», «Срок (период)».
bool isTermColumn(const std::string& title) {
  return lang::toLower(title).starts_with("срок");
}

/// The last day of a deadline that has one.
std::optional<Date> lastDay(const lang::Deadline& deadline) {
  if (const auto* point = std::get_if<lang::PointDeadline>(&deadline)) return point->dates.back();
  if (const auto* period = std::get_if<lang::PeriodDeadline>(&deadline)) return period->to;
  return std::nullopt;
}

bool isYearAssumed(const lang::Deadline& deadline) {
  if (const auto* point = std::get_if<lang::PointDeadline>(&deadline)) return point->isYearAssumed;
  if (const auto* period = std::get_if<lang::PeriodDeadline>(&deadline))
    return period->isYearAssumed;
  return false;
}

class TermTest {
 public:
  explicit TermTest(Finder& finder) : finder_(finder) {}

  void visit(const Node& node) {
    if (node.kind == Kind::table) table(node);
    if (node.kind == Kind::due) term(node.plainText(), node);
    if (node.kind == Kind::paragraph && !read_.contains(&node)) prose(node, false);
    if (node.kind != Kind::clause) return;
    prose(node, true);
    for (const Node& child : node.children) {
      if (child.kind != Kind::paragraph) continue;
      read_.insert(&child);
      prose(child, true);
    }
  }

 private:
  void table(const Node& table) {
    document::TableGrid grid(table);
    grid.visitRows([&](const std::vector<const Node*>& cells) {
      for (std::size_t column = 0; column < cells.size(); ++column) {
        if (cells[column] && isTermColumn(grid.title(column))) cell(*cells[column]);
      }
    });
  }

  void cell(const Node& cell) {
    if (!cell.text.empty()) term(cell.plainText(), cell);
    for (const Node& child : cell.children) {
      if (child.kind != Kind::paragraph) continue;
      read_.insert(&child);
      term(child.plainText(), child);
    }
  }

  /// «… до 15.12.2021», «… не позднее 3 июня 2021 года». What a clause orders is done by its terms;
  /// other prose may speak of the past: «за период с 1 января до 1 марта».
  void prose(const Node& node, bool isClause) {
    static constexpr std::string_view kInClauses[] = {" до ", "(до ", "не позднее "};
    static constexpr std::string_view kInProse[] = {"в срок до ", "не позднее ", "срок – до ",
                                                    "срок - до "};
    const std::span<const std::string_view> before =
        isClause ? std::span<const std::string_view>(kInClauses) : kInProse;
    const std::string text = node.plainText();
    const std::string lowered = lang::toLower(text);
    if (lowered.size() != text.size()) return;
    for (const std::string_view words : before) {
      for (std::size_t at = lowered.find(words); at != std::string::npos;
           at = lowered.find(words, at + 1)) {
        if (const auto date = dateAt(text, lowered, at + words.size())) {
          term("до " + *date, node);
        }
      }
    }
  }

  /// "15.12.2021" or «3 июня 2021» at the offset.
  static std::optional<std::string> dateAt(const std::string& text, const std::string& lowered,
                                           std::size_t at) {
    const auto isDigit = [&](std::size_t i) {
      return i < text.size() && text[i] >= '0' && text[i] <= '9';
    };
    std::size_t end = at;
    while (isDigit(end) || (end < text.size() && text[end] == '.' && isDigit(end + 1))) ++end;
    if (end == at) return std::nullopt;
    const std::string figures = text.substr(at, end - at);
    if (std::count(figures.begin(), figures.end(), '.') == 2) return figures;
    if (figures.find('.') != std::string::npos || end >= text.size() || text[end] != ' ') {
      return std::nullopt;
    }
    const std::string_view rest = std::string_view(lowered).substr(end + 1);
    for (int month = 1; month <= 12; ++month) {
      const std::string name(lang::monthGenitive(month));
      if (!rest.starts_with(name + ' ')) continue;
      const std::size_t year = end + 1 + name.size() + 1;
      if (isDigit(year) && isDigit(year + 1) && isDigit(year + 2) && isDigit(year + 3)) {
        return text.substr(at, year + 4 - at);
      }
    }
    return std::nullopt;
  }

  void term(const std::string& text, const Node& at) {
    Diagnostics found;
    lang::DeadlineSettings settings;
    settings.from = finder_.day();
    const auto deadline = lang::parseDeadline(text, settings, finder_.placeOf(at), found);
    if (!deadline) {
      if (found.hasErrors()) finder_.add(messages::kNoSuchTerm, at, {text});
      return;
    }
    const auto end = lastDay(*deadline);
    if (!end || isYearAssumed(*deadline) || *end >= finder_.day()) return;
    finder_.add(messages::kTermIsOver, at,
                {text, lang::dayText(*end, Language::russian),
                 lang::dayText(finder_.day(), Language::russian)});
  }

  Finder& finder_;
  std::set<const Node*> read_;  // paragraphs that cells and clauses have had read already
};

}  // namespace

void testTerms(Finder& finder) {
  TermTest test(finder);
  walk(finder.document(), [&](const Node& node) { test.visit(node); });
}

}  // namespace chancery::check
