#pragma once

#include <string>
#include <vector>

#include "diagram/drawing.h"
#include "flow/definition.h"

namespace chancery::diagram {

/// A definition that must be right.
flow::Definition definitionOf(const std::string& text);
/// All of workflows/.
std::vector<flow::Definition> readyMade();
/// A small route with what most routes have.
flow::Definition approval();
/// `stages` inside a workflow element with a title.
flow::Definition route(const std::string& stages, const std::string& title = "Порядок");
/// Every kind of stage and every attribute of them, groups in groups, conditions, terms.
flow::Definition everything();

/// A route made of random stages and groups, right by construction.
std::string randomRoute(unsigned seed);

/// What is wrong in a drawing: elements outside their lanes or over each other, lines that do not
/// touch their ends, run through elements or texts or along lines that lead elsewhere, text wider
/// than its box. Empty when all is well.
std::vector<std::string> problemsOf(const Drawing& drawing);

/// Nodes as «ID in LANE at COLUMN/ROW», then flows as «ID -> ID [name]», one a line.
std::string dump(const Process& process);

}  // namespace chancery::diagram
