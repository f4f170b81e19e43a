#include "format/profile.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "base/error.h"
#include "format/messages.h"
#include "format/profile_blocks.h"
#include "format/profile_requisites.h"
#include "format/profile_values.h"

namespace chancery::format {
namespace {

/// Kinds of lists, with the one whose look each has where a profile does not define it; itself when
/// every profile must.
struct ListRule {
  std::string_view name, like;
};
constexpr std::array<ListRule, 10> kListRules{{{"clauses", "clauses"}, {"number", "number"},
                                               {"bullet", "bullet"}, {"dash", "dash"},
                                               {"paren", "paren"}, {"headings", "clauses"},
                                               {"multilevel", "clauses"}, {"letter", "paren"},
                                               {"latin", "paren"}, {"roman", "number"}}};

std::vector<std::string> strings(const auto& views) {
  return std::vector<std::string>(views.begin(), views.end());
}

/// Reads the children of <profile>, one function an element.
class Reader {
 public:
  Reader(const Sources& sources, Diagnostics& diagnostics) : values_(sources, diagnostics) {}

  Profile read(const xml::Node& root) {
    values_.allowAttributes(root, {"id", "title", "lang"});
    profile_.id = values_.requireText(root, "id");
    profile_.title = values_.text(root, "title", profile_.id);
    profile_.language = values_.text(root, "lang", profile_.language);
    readFirst(root, "font", [&](const xml::Node& e) { readFont(e); });
    readFirst(root, "page", [&](const xml::Node& e) { readPage(e); });
    readFirst(root, "page-number", [&](const xml::Node& e) { readPageNumber(e); });
    readFirst(root, "registration", [&](const xml::Node& e) { readRegistration(e, values_, profile_); });
    readFirst(root, "stamps", [&](const xml::Node& e) { readStamps(e, values_, profile_); });
    readFirst(root, "signature", [&](const xml::Node& e) { readSignature(e, values_, profile_); });
    readFirst(root, "table", [&](const xml::Node& e) { readTable(e); });
    readBlockElements(root, values_, profile_.blocks);
    readOptional(root, "letterhead", profile_.letterhead, readLetterhead);
    readOptional(root, "marks", profile_.words, readMarks);
    readOptional(root, "electronic-signature", profile_.electronicSignature, readElectronicSignature);
    readOptional(root, "qr-code", profile_.qrCode, readQrCode);
    readTypography(root);
    readStyles(root);
    readLists(root);
    rejectUnknown(root);
    return std::move(profile_);
  }

 private:
  template <typename Function>
  void readFirst(const xml::Node& root, std::string_view name, Function function) {
    const xml::Node* element = root.findChild(name);
    if (element) {
      function(*element);
    } else {
      values_.error(messages::kMissingElement, root, {std::string(name)});
    }
  }

  void readFont(const xml::Node& e) {
    values_.allowAttributes(e, {"family", "pdf", "size"});
    font_.family = values_.requireText(e, "family");
    font_.pdfFamily = values_.text(e, "pdf", font_.family);
    font_.size = values_.length(e, "size", Length::pt(14));
  }

  void readPage(const xml::Node& e) {
    values_.allowAttributes(e, {"size", "left", "right", "top", "bottom", "landscape", "mirror"});
    const auto size = values_.choice(e, "size", {"A4", "A3", "A5"}, "A4");
    profile_.pageWidth = Length::mm(size == "A3" ? 297 : size == "A5" ? 148 : 210);
    profile_.pageHeight = Length::mm(size == "A3" ? 420 : size == "A5" ? 210 : 297);
    profile_.left = values_.requireLength(e, "left");
    profile_.right = values_.requireLength(e, "right");
    profile_.top = values_.requireLength(e, "top");
    profile_.bottom = values_.requireLength(e, "bottom");
    profile_.rotateLandscape =
        values_.choice(e, "landscape", {"rotate-binding-edge", "same-margins"},
                       "rotate-binding-edge") == "rotate-binding-edge";
    profile_.mirrorMargins = values_.yes(e, "mirror", false);
    const Length least = Length::mm(20);
    if (profile_.pageWidth - profile_.left - profile_.right < least ||
        profile_.pageHeight - profile_.top - profile_.bottom < least) {
      values_.error(messages::kNoTextArea, e).hint(messages::kMarginsHint);
    }
  }

  void readPageNumber(const xml::Node& e) {
    values_.allowAttributes(e, {"from", "offset", "appendices", "position", "pattern"});
    profile_.pageNumberAtFoot = values_.choice(e, "position", {"top", "bottom"}, "top") == "bottom";
    profile_.pageNumberPattern = values_.text(e, "pattern", "%1");
    if (!isNumberPattern(profile_.pageNumberPattern, 3)) {
      values_.badValue(e, "pattern").hint(messages::kNumberPatternHint, {"%1, %2, %3"});
    }
    profile_.numberPagesFrom = values_.choice(e, "from", {"1", "2"}, "2") == "1" ? 1 : 2;
    profile_.pageNumberOffset = values_.length(e, "offset", Length::mm(10));
    profile_.restartInAppendices =
        values_.choice(e, "appendices", {"continue", "restart"}, "continue") == "restart";
  }

  /// An element that a profile may leave out.
  template <typename Look, typename Function>
  void readOptional(const xml::Node& root, std::string_view name, Look& look, Function function) {
    if (const xml::Node* element = root.findChild(name)) function(*element, values_, look);
  }

  void readTable(const xml::Node& e) {
    values_.allowAttributes(e, {"border", "padding-x", "padding-y", "rows", "after", "row-number"});
    profile_.blocks.afterTable = values_.length(e, "after", Length());
    profile_.blocks.rowNumber = values_.text(e, "row-number", "%1.");
    if (!isNumberPattern(profile_.blocks.rowNumber, 1)) {
      values_.badValue(e, "row-number").hint(messages::kNumberPatternHint, {"%1"});
    }
    profile_.tableBorder = values_.requireLength(e, "border");
    profile_.tablePaddingX = values_.requireLength(e, "padding-x");
    profile_.tablePaddingY = values_.requireLength(e, "padding-y");
    profile_.splitRows = values_.choice(e, "rows", {"whole", "split"}, "whole") == "split";
  }

  void readTypography(const xml::Node& root) {
    const xml::Node* e = root.findChild("typography");
    if (!e) return;
    lang::TypographyRules& rules = profile_.typography;
    std::vector<std::string> names;
    for (const auto& [name, rule] : lang::kTypographyRules) {
      names.emplace_back(name);
      rules.*rule = values_.yes(*e, name, rules.*rule);
    }
    values_.allowAttributes(*e, names);
  }

  void readStyles(const xml::Node& root) {
    std::array<bool, kStyleCount> seen{};
    std::vector<std::string> names;
    for (const StyleRule& rule : styleRules()) names.emplace_back(rule.name);
    StyleLook base;
    base.text = font_;
    profile_.styles.fill(base);
    for (const xml::Node& e : root.children) {
      if (!e.is(xml::Namespace::profile, "style")) continue;
      const std::string name = values_.requireText(e, "name");
      if (name.empty()) continue;
      const auto found = std::find(names.begin(), names.end(), name);
      const auto index = static_cast<std::size_t>(found - names.begin());
      if (found == names.end()) {
        values_.unknownName(messages::kUnknownStyle, e, "name", name, names);
      } else if (std::exchange(seen[index], true)) {
        values_.error(messages::kTwice, e, {name});
      } else {
        readStyle(e, profile_.styles[index]);
      }
    }
    for (const StyleRule& rule : styleRules()) completeStyle(root, rule, seen);
  }

  /// A style that the profile does not define looks like another one; some it must define.
  void completeStyle(const xml::Node& root, const StyleRule& rule,
                     const std::array<bool, kStyleCount>& seen) {
    if (seen[static_cast<std::size_t>(rule.style)]) return;
    if (rule.like == rule.style) {
      values_.error(messages::kMissingElement, root, {"style name=\"" + std::string(rule.name) + "\""});
    }
    profile_.styles[static_cast<std::size_t>(rule.style)] = profile_.look(rule.like);
  }

  void readStyle(const xml::Node& e, StyleLook& look) {
    values_.allowAttributes(
        e, {"name", "align", "position", "width", "bold", "italic", "underline", "size", "family",
            "pdf", "letter-spacing", "first-line", "left", "before", "after", "line-spacing",
            "keep-with-next", "keep-lines", "hyphenate", "new-page"});
    look.text.family = values_.text(e, "family", font_.family);
    look.text.pdfFamily =
        values_.text(e, "pdf", e.findAttribute("family") ? look.text.family : font_.pdfFamily);
    look.text.size = values_.length(e, "size", font_.size);
    look.text.bold = values_.yes(e, "bold", false);
    look.text.italic = values_.yes(e, "italic", false);
    look.text.underline = values_.yes(e, "underline", false);
    look.text.letterSpacing = values_.length(e, "letter-spacing", Length());
    look.align = parseAlign(values_.choice(e, "align", {"left", "right", "center", "justify"},
                                           "justify"));
    look.atRight = values_.choice(e, "position", {"left", "right"}, "left") == "right";
    if (e.findAttribute("width")) look.width = values_.requireLength(e, "width");
    look.firstLine = values_.length(e, "first-line", Length());
    look.left = values_.length(e, "left", Length());
    look.before = values_.length(e, "before", Length());
    look.after = values_.length(e, "after", Length());
    look.spacing.multiple240 =
        static_cast<int>(std::lround(values_.number(e, "line-spacing", 1, 0.5, 3) * 240));
    look.keepWithNext = values_.yes(e, "keep-with-next", false);
    look.keepLines = values_.yes(e, "keep-lines", false);
    look.hyphenate = values_.yes(e, "hyphenate", false);
    look.newPage = values_.yes(e, "new-page", false);
  }

  void readLists(const xml::Node& root) {
    std::set<std::string> seen;
    std::vector<std::string> names;
    for (const ListRule& rule : kListRules) names.emplace_back(rule.name);
    for (const xml::Node& e : root.children) {
      if (!e.is(xml::Namespace::profile, "list")) continue;
      values_.allowAttributes(e, {"name", "kind"});
      ListLook list;
      list.name = values_.requireText(e, "name");
      if (list.name.empty()) continue;
      if (std::find(names.begin(), names.end(), list.name) == names.end()) {
        values_.unknownName(messages::kUnknownList, e, "name", list.name, names);
        continue;
      }
      if (!seen.insert(list.name).second) {
        values_.error(messages::kTwice, e, {list.name});
        continue;
      }
      const auto kind = readKind(e);
      for (const xml::Node& level : e.children) {
        if (level.isElement()) readLevel(level, kind, list);
      }
      if (list.levels.empty()) values_.error(messages::kMissingElement, e, {"level"});
      profile_.lists.push_back(std::move(list));
    }
    for (const ListRule& rule : kListRules) completeList(root, rule, seen);
  }

  void completeList(const xml::Node& root, const ListRule& rule,
                    const std::set<std::string>& seen) {
    if (seen.contains(std::string(rule.name))) return;
    if (rule.name == rule.like) {
      values_.error(messages::kMissingElement, root, {"list name=\"" + std::string(rule.name) + "\""});
      return;
    }
    const auto same = [&](const ListLook& list) { return list.name == rule.like; };
    const auto found = std::find_if(profile_.lists.begin(), profile_.lists.end(), same);
    if (found != profile_.lists.end()) {
      profile_.lists.push_back({std::string(rule.name), std::vector(found->levels)});
    }
  }

  NumberingLevel::Kind readKind(const xml::Node& e) {
    using Kind = NumberingLevel::Kind;
    const auto kind = values_.choice(
        e, "kind",
        {"decimal", "upper-roman", "lower-roman", "russian-lower", "russian-upper", "latin-lower",
         "latin-upper", "bullet"},
        "decimal");
    if (kind == "upper-roman") return Kind::upperRoman;
    if (kind == "lower-roman") return Kind::lowerRoman;
    if (kind == "russian-lower") return Kind::russianLower;
    if (kind == "russian-upper") return Kind::russianUpper;
    if (kind == "latin-lower") return Kind::latinLower;
    if (kind == "latin-upper") return Kind::latinUpper;
    return kind == "bullet" ? Kind::bullet : Kind::decimal;
  }

  void readLevel(const xml::Node& e, NumberingLevel::Kind kind, ListLook& list) {
    if (!e.is(xml::Namespace::profile, "level")) {
      values_.unknownElement(e, {"level"});
      return;
    }
    values_.allowAttributes(e, {"pattern", "left", "first-line"});
    NumberingLevel level;
    level.kind = kind;
    level.pattern = values_.requireText(e, "pattern");
    level.left = values_.length(e, "left", Length());
    level.firstLine = values_.length(e, "first-line", Length());
    if (kind != NumberingLevel::Kind::bullet && !level.pattern.empty() &&
        !isPattern(level.pattern, list.levels.size() + 1)) {
      values_.badValue(e, "pattern").hint(messages::kPatternHint);
    }
    list.levels.push_back(std::move(level));
  }

  /// A pattern shows its own level's number and none of deeper ones.
  static bool isPattern(std::string_view pattern, std::size_t level) {
    bool own = false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      if (pattern[i] != '%') continue;
      if (i + 1 >= pattern.size() || pattern[i + 1] < '1') return false;
      const auto number = static_cast<std::size_t>(pattern[i + 1] - '0');
      if (number > level) return false;
      own = own || number == level;
    }
    return own;
  }

  void rejectUnknown(const xml::Node& root) {
    static const std::vector<std::string> kKnown{"font",       "page",   "page-number", "registration",
                                                 "stamps",     "signature", "table",    "typography",
                                                 "style",      "list",   "letterhead",  "marks",
                                                 "electronic-signature", "qr-code", "captions",
                                                 "references", "notes", "charts"};
    std::set<std::string> seen;
    for (const xml::Node& e : root.children) {
      if (!e.isElement()) continue;
      if (e.space != xml::Namespace::profile ||
          std::find(kKnown.begin(), kKnown.end(), e.name) == kKnown.end()) {
        values_.unknownElement(e, kKnown);
      } else if (e.name != "style" && e.name != "list" && !seen.insert(e.name).second) {
        values_.error(messages::kTwice, e, {e.name});
      }
    }
  }

  static Align parseAlign(std::string_view name) {
    return name == "left"     ? Align::left
           : name == "right"  ? Align::right
           : name == "center" ? Align::center
                              : Align::justify;
  }

  ProfileValues values_;
  TextStyle font_;
  Profile profile_;
};

}  // namespace

const ListLook& Profile::list(std::string_view name) const {
  const auto found =
      std::find_if(lists.begin(), lists.end(), [&](const ListLook& l) { return l.name == name; });
  check(found != lists.end(), "a profile that was read has every list");
  return *found;
}

std::optional<Profile> readProfile(const xml::Node& root, const Sources& sources,
                                   Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.errorCount();
  if (!root.is(xml::Namespace::profile, "profile")) {
    diagnostics.error(messages::kUnknownElement, sources.place(root.origin.stated), {root.name})
        .hint(hints::kKnownNames, {"profile"});
    return std::nullopt;
  }
  Profile profile = Reader(sources, diagnostics).read(root);
  if (diagnostics.errorCount() > before) return std::nullopt;
  return profile;
}

}  // namespace chancery::format
