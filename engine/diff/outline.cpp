#include "diff/outline.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.h"

namespace chancery::diff {

using document::Attribute;
using document::Kind;
using document::Node;

namespace {

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  // The step of boost::hash_combine, for 64 bits.
  return hash ^ (value + 0x9E3779B97F4A7C15u + (hash << 12) + (hash >> 4));
}

std::uint64_t hashOf(std::string_view text) {  // FNV-1a
  std::uint64_t hash = 0xCBF29CE484222325u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return hash;
}

/// Words of one or two letters are in every sentence; figures tell something.
bool tellsNothing(std::string_view word) {
  const bool hasDigit =
      std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  return !hasDigit && utf8::countCharacters(word) <= 2;
}

Entry entryOf(Kind kind, std::string text = {}, Role role = Role::plain) {
  Entry entry;
  entry.step.kind = kind;
  entry.step.role = role;
  entry.text = std::move(text);
  return entry;
}

}  // namespace

std::string ownText(const Node& node) {
  std::string text;
  for (const document::Inline& piece : node.text) {
    text += piece.text;
    if (piece.childKind != Kind::reference || piece.isWords()) continue;
    const Node& reference = node.children[static_cast<std::size_t>(piece.child)];
    text += '<' + std::string(reference.attribute(Attribute::to)) + '>';
  }
  return plain(text);
}

std::string flatText(const Node& node) {
  std::string text = ownText(node);
  for (const Node& child : node.children) {
    if (child.kind == Kind::reference || child.kind == Kind::column) continue;
    const std::string below = flatText(child);
    if (below.empty()) continue;
    if (!text.empty()) text += '\n';
    text += below;
  }
  return text;
}

void seal(Entry& entry, WordBook& book) {
  entry.words.clear();
  entry.hash = mixed(
      static_cast<std::uint64_t>(entry.step.kind) * 8 + static_cast<std::uint64_t>(entry.step.role),
      hashOf(entry.text));
  entry.hash = mixed(entry.hash, hashOf(entry.stamp));
  for (const Column& column : entry.columns) entry.hash = mixed(entry.hash, hashOf(column.title));
  for (const Word& word : wordsOf(entry.text)) {
    if (!tellsNothing(word.text)) entry.words.push_back(book.numberOf(word.text));
  }
  for (const Entry& child : entry.children) {
    entry.hash = mixed(entry.hash, child.hash);
    entry.words.insert(entry.words.end(), child.words.begin(), child.words.end());
  }
  std::sort(entry.words.begin(), entry.words.end());
}

namespace {

/// What a part is made of, as its reader counts it.
class PartOutline {
 public:
  PartOutline(const Version& version, WordBook& book) : version_(version), book_(book) {}

  std::vector<Entry> run(const Node& part) {
    hasClauses_ = part.find(Kind::clauses) || part.find(Kind::command);
    addAll(part);
    for (const Kind kind :
         {Kind::table, Kind::list, Kind::figure, Kind::chart, Kind::abbreviations})
      numberAlike(kind);
    numberPreamble();
    return std::move(entries_);
  }

 private:
  void add(Entry entry) {
    seal(entry, book_);
    entry.below = heading_;
    entries_.push_back(std::move(entry));
  }

  void addAll(const Node& parent) {
    for (const Node& child : parent.children) {
      switch (child.kind) {
        case Kind::clauses:
          hasClauses_ = false;  // what follows is no preamble
          for (Entry& clause : clausesOf(child, "")) add(std::move(clause));
          break;
        case Kind::keep:
          addAll(child);
          break;
        case Kind::pageBreak:
        case Kind::contents:
          break;
        case Kind::command:
          hasClauses_ = false;
          add(requisite(child));
          break;
        case Kind::heading:
          addHeading(child);
          break;
        case Kind::paragraph:
          add(paragraph(child));
          break;
        default:
          add(block(child));
      }
    }
  }

  Entry paragraph(const Node& node) {
    Entry entry = withNotes(node);
    if (hasClauses_) {
      entry.step.role = Role::preamble;
    } else {
      entry.step.number = std::to_string(++paragraphs_);
    }
    return entry;
  }

  void addHeading(const Node& node) {
    Entry entry = entryOf(Kind::heading, ownText(node));
    const std::string_view number = node.attribute(Attribute::number);
    entry.step.number = number == "auto" ? nextHeading(node) : std::string(number);
    entry.step.title = entry.text;
    heading_.reset();
    add(entry);
    heading_ = entry.step;
    paragraphs_ = 0;
  }

  std::string nextHeading(const Node& node) {
    const std::string_view level = node.attribute(Attribute::level);
    const std::size_t at = level.empty() ? 0 : static_cast<std::size_t>(level[0] - '1');
    ++headings_[at];
    std::fill(headings_.begin() + static_cast<std::ptrdiff_t>(at) + 1, headings_.end(), 0);
    std::string number;
    for (std::size_t i = 0; i <= at; ++i) {
      number += (number.empty() ? "" : ".") + std::to_string(headings_[i]);
    }
    return number;
  }

  Entry block(const Node& node) {
    switch (node.kind) {
      case Kind::table:
        return outlineTable(node, book_);
      case Kind::list:
        return list(node);
      case Kind::figure:
        return figure(node);
      case Kind::pdfPages:
        return pages(node);
      case Kind::chart:
        return chart(node);
      case Kind::abbreviations:
        return abbreviations(node);
      default:
        return requisite(node);
    }
  }

  /// Text with its footnotes as children.
  Entry withNotes(const Node& node) {
    Entry entry = entryOf(node.kind, ownText(node));
    addNotes(node, entry);
    return entry;
  }

  void addNotes(const Node& node, Entry& entry) {
    for (const Node& child : node.children) {
      if (child.kind != Kind::note) continue;
      Entry note = entryOf(Kind::note, flatText(child));
      seal(note, book_);
      entry.children.push_back(std::move(note));
    }
  }

  /// Paragraphs become its text; lists, tables and the like its children.
  Entry withBlocks(const Node& node) {
    Entry entry = withNotes(node);
    for (const Node& child : node.children) {
      if (child.kind == Kind::paragraph) {
        if (!entry.text.empty()) entry.text += '\n';
        entry.text += ownText(child);
        addNotes(child, entry);
      } else if (child.kind != Kind::clause && child.kind != Kind::note &&
                 child.kind != Kind::reference) {
        Entry inner = block(child);
        inner.step.isOnly = true;
        seal(inner, book_);
        entry.children.push_back(std::move(inner));
      }
    }
    return entry;
  }

  std::vector<Entry> clausesOf(const Node& parent, const std::string& number) {
    std::vector<Entry> clauses;
    int count = 0;
    for (const Node& child : parent.children) {
      if (child.kind != Kind::clause) continue;
      Entry entry = withBlocks(child);
      entry.step.number = number + std::to_string(++count);
      for (Entry& inner : clausesOf(child, entry.step.number + '.')) {
        entry.children.push_back(std::move(inner));
      }
      seal(entry, book_);
      clauses.push_back(std::move(entry));
    }
    return clauses;
  }

  Entry list(const Node& node) {
    Entry entry = entryOf(Kind::list);
    int count = 0;
    for (const Node& child : node.children) {
      Entry item = withBlocks(child);
      item.step.number = std::to_string(++count);
      seal(item, book_);
      entry.children.push_back(std::move(item));
    }
    return entry;
  }

  Entry abbreviations(const Node& node) {
    Entry entry = entryOf(Kind::abbreviations);
    for (const Node& child : node.children) {
      const Node* shortForm = child.find(Kind::shortForm);
      const Node* fullForm = child.find(Kind::fullForm);
      Entry one = entryOf(Kind::abbreviation, fullForm ? ownText(*fullForm) : "");
      one.step.title = shortForm ? ownText(*shortForm) : "";
      one.stamp = one.step.title;
      seal(one, book_);
      entry.children.push_back(std::move(one));
    }
    return entry;
  }

  void addValue(Entry& entry, Role role, std::string_view text, std::string stamp = {}) {
    if (text.empty()) return;
    Entry value = entryOf(entry.step.kind, plain(text), role);
    value.stamp = std::move(stamp);
    seal(value, book_);
    entry.children.push_back(std::move(value));
  }

  std::string contentOf(std::string_view file) const {
    const auto known = version_.files.find(std::string(file));
    return known == version_.files.end() ? std::string() : known->second;
  }

  Entry figure(const Node& node) {
    Entry entry = entryOf(Kind::figure);
    const std::string_view file = node.attribute(Attribute::href);
    entry.step.title = node.attribute(Attribute::title);
    addValue(entry, Role::caption, node.attribute(Attribute::title));
    addValue(entry, Role::file, file, contentOf(file));
    addValue(entry, Role::description, node.attribute(Attribute::alt));
    return entry;
  }

  Entry pages(const Node& node) {
    Entry entry = entryOf(Kind::pdfPages);
    const std::string_view file = node.attribute(Attribute::href);
    const std::string_view from = node.attribute(Attribute::from),
                           to = node.attribute(Attribute::to);
    std::string text(file);
    if (!from.empty() || !to.empty()) {
      text += ", " + std::string(from.empty() ? "1" : from) + "–" + std::string(to);
    }
    addValue(entry, Role::file, text, contentOf(file));
    addValue(entry, Role::description, node.attribute(Attribute::alt));
    return entry;
  }

  Entry chart(const Node& node) {
    Entry entry = entryOf(Kind::chart);
    entry.step.title = node.attribute(Attribute::title);
    addValue(entry, Role::caption, node.attribute(Attribute::title));
    addValue(entry, Role::description, node.attribute(Attribute::alt));
    std::string categories;
    for (const Node& child : node.children) {
      if (child.kind == Kind::category)
        categories += (categories.empty() ? "" : "; ") + ownText(child);
    }
    addText(entry, Kind::category, "", categories);
    std::string spans;
    for (const Node& child : node.children) {
      if (child.kind == Kind::series) {
        std::string values;
        for (const Node& value : child.children)
          values += (values.empty() ? "" : "; ") + ownText(value);
        addText(entry, Kind::series, child.attribute(Attribute::title), values);
      } else if (child.kind == Kind::span) {
        spans += (spans.empty() ? "" : "; ") + std::string(child.attribute(Attribute::from)) +
                 " – " + std::string(child.attribute(Attribute::to));
      }
    }
    addText(entry, Kind::span, "", spans);
    return entry;
  }

  void addText(Entry& entry, Kind kind, std::string_view title, const std::string& text) {
    if (text.empty()) return;
    Entry one = entryOf(kind, text);
    one.step.title = title;
    one.stamp = title;
    seal(one, book_);
    entry.children.push_back(std::move(one));
  }

  Entry requisite(const Node& node) {
    Entry entry = withNotes(node);
    entry.stamp = node.attribute(Attribute::href);
    if (!entry.stamp.empty()) entry.stamp += contentOf(entry.stamp);
    if (entry.text.empty()) entry.text = node.attribute(Attribute::href);
    if (node.kind == Kind::enclosure) entry.text += countsOf(node);
    for (const Node& child : node.children) {
      if (child.kind == Kind::note || child.kind == Kind::reference) continue;
      // The appendix' number is its name.
      if (node.kind == Kind::appendixMark && child.kind == Kind::number) continue;
      Entry inner = requisite(child);
      seal(inner, book_);
      entry.children.push_back(std::move(inner));
    }
    return entry;
  }

  static std::string countsOf(const Node& node) {
    std::string text;
    for (const Attribute attribute : {Attribute::sheets, Attribute::copies}) {
      const std::string_view value = node.attribute(attribute);
      if (!value.empty()) text += (text.empty() ? " (" : "; ") + std::string(value);
    }
    return text.empty() ? text : text + ')';
  }

  /// Tables, lists … are told apart by their place where there are several.
  void numberAlike(Kind kind) {
    const auto isOne = [&](const Entry& entry) { return entry.step.kind == kind; };
    const auto count = std::count_if(entries_.begin(), entries_.end(), isOne);
    int place = 0;
    for (Entry& entry : entries_) {
      if (!isOne(entry)) continue;
      ++place;
      // A picture is named even where it is the only one.
      entry.step.isOnly = count == 1 && kind != Kind::figure && kind != Kind::chart;
      if (count > 1) entry.step.number = std::to_string(place);
    }
  }

  void numberPreamble() {
    const auto isOne = [](const Entry& entry) { return entry.step.role == Role::preamble; };
    if (std::count_if(entries_.begin(), entries_.end(), isOne) < 2) return;
    int place = 0;
    for (Entry& entry : entries_) {
      if (isOne(entry)) entry.step.number = std::to_string(++place);
    }
  }

  const Version& version_;
  WordBook& book_;
  std::vector<Entry> entries_;
  std::optional<Step> heading_;
  std::array<int, 4> headings_{};
  int paragraphs_ = 0;
  bool hasClauses_ = false;  ///< that are still to come
};

/// The parts of a document or an appendix; a single one is no step of its own.
std::vector<Entry> partsOf(const Node& parent, const Version& version, WordBook& book) {
  std::vector<Entry> parts;
  for (const Node& child : parent.children) {
    if (child.kind != Kind::part) continue;
    Entry part = entryOf(Kind::part);
    part.step.number = std::to_string(parts.size() + 1);
    part.children = PartOutline(version, book).run(child);
    seal(part, book);
    parts.push_back(std::move(part));
  }
  for (Entry& part : parts) part.step.isOnly = parts.size() == 1;
  return parts;
}

std::string numberOf(const Node& appendix) {
  const Node* part = appendix.find(Kind::part);
  const Node* mark = part ? part->find(Kind::appendixMark) : nullptr;
  const Node* number = mark ? mark->find(Kind::number) : nullptr;
  return number ? ownText(*number) : std::string(appendix.attribute(Attribute::number));
}

}  // namespace

Entry outline(const Version& version, WordBook& book) {
  Entry root = entryOf(Kind::document);
  root.children = partsOf(version.document, version, book);
  for (const Node& child : version.document.children) {
    if (child.kind != Kind::appendix) continue;
    Entry appendix = entryOf(Kind::appendix);
    appendix.step.number = numberOf(child);
    const Node* part = child.find(Kind::part);
    const Node* title = part ? part->find(Kind::title) : nullptr;
    if (title) appendix.step.title = ownText(*title);
    appendix.children = partsOf(child, version, book);
    seal(appendix, book);
    root.children.push_back(std::move(appendix));
  }
  seal(root, book);
  return root;
}

}  // namespace chancery::diff
