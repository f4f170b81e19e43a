#pragma once

#include <string>
#include <vector>

#include "diagram/names.h"

/// Pieces of sentences about a definition. Names stand in the nominative: whoever does something is
/// the subject of the sentence.
namespace chancery::diagram {

/// «главный бухгалтер», «участник с ролью «lawyer»» where nobody has said what it is called.
std::string whoOf(const flow::Selector& selector, const Names& names);

/// «главный бухгалтер», «одновременно заместитель начальника и главный бухгалтер (не менее 1 из
/// 2)», with conditions and parts.
std::string reviewOf(const flow::Review& review, const flow::Definition& definition,
                     const Names& names);

/// «простая электронная подпись»; "" for no level.
std::string signatureOf(const std::string& level, const Names& names);

/// "a, b и c".
std::string enumerated(const std::vector<std::string>& items, const Text& last, const Names& names);

/// «подготовка проекта»: without the capital that begins a title; capitals of abbreviations and of
/// people's names stay.
std::string lowered(const std::string& title);

/// What is done at a stage, in the genitive: «согласования».
std::string actOf(flow::StageKind kind, const Names& names);

}  // namespace chancery::diagram
