#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "diagram/names.h"
#include "flow/definition.h"

/// A workflow definition as a picture: one model with its coordinates, written as SVG and as
/// BPMN 2.0; and as a text, the regulation.
namespace chancery::diagram {

/// Elements of BPMN 2.0 that a route is drawn with.
enum class NodeKind {
  start,
  end,
  person,      ///< a user task
  system,      ///< a service task
  exclusive,   ///< a gateway: one of the ways, or the end of such
  parallel,    ///< a gateway: all ways at once, or the end of such
  complex,     ///< a gateway: enough of the ways have come
  wait,        ///< a timer on the way
  overdue,     ///< a timer on a task's border
  escalation,  ///< what an overdue task leads to, besides going on
};
bool isGateway(NodeKind kind);
bool isTask(NodeKind kind);

/// Whether a task is done once, or by everybody who is found in the data.
enum class Repeat { once, together, oneByOne };

struct Node {
  NodeKind kind = NodeKind::person;
  std::string id;                  ///< an NCName, the same for an equal definition
  std::string name;                ///< inside a task, beside anything else
  std::string detail;              ///< a task's second line: its term
  std::vector<std::string> notes;  ///< what the picture does not show
  std::size_t lane = 0;
  std::size_t column = 0;           ///< from left to right
  std::size_t row = 0;              ///< within the lane
  std::optional<std::size_t> host;  ///< overdue: its task; escalation: its timer
  std::string performer;            ///< of a task: "role:head"
  Repeat repeat = Repeat::once;
  std::string called;               ///< system: another workflow, which is gone through here
  std::optional<flow::Term> timer;  ///< wait, overdue
  bool interrupts = false;          ///< overdue: the task ends
  std::string enough;               ///< complex: how many, in words
};

/// Where a flow leaves its node.
enum class Side { right, top, bottom };

struct Flow {
  std::string id;
  std::size_t from = 0;
  std::size_t to = 0;
  Side side = Side::right;
  std::string name;       ///< "" = none
  std::string condition;  ///< XPath over the data; "" = none
  bool isDefault = false;
  bool isReturn = false;  ///< leads to an earlier stage
};

struct Lane {
  std::string id;
  std::string name;
  std::size_t rows = 1;
};

/// What may be done at any time before a stage is decided.
struct Aside {
  bool ends = false;  ///< cancels the case; else a note at the stage it goes back to
  std::string id;
  std::string name;
  std::string text;
  std::string start;  ///< what is done to end the case, and what it is then
  std::string end;
  std::size_t about = 0;  ///< a note's node
  std::size_t lane = 0;
  std::size_t column = 0;
  std::size_t row = 0;
};

/// The route as elements on a grid: every lane has rows, columns go through all lanes. No two
/// elements stand in one cell.
struct Process {
  std::string id;
  std::string title;
  Language language = Language::russian;
  std::vector<Lane> lanes;
  std::vector<Node> nodes;
  std::vector<Flow> flows;
  std::vector<Aside> asides;
  std::size_t columns = 0;
};

/// Time and memory grow with the number of stages and reviewers, times the depth of groups.
Process processOf(const flow::Definition& definition, const Names& names);

/// `text` as a part of an NCName: other characters than Latin letters, digits, "-" and "." become
/// "_" with their code; different texts stay different.
std::string ncName(std::string_view text);

}  // namespace chancery::diagram
