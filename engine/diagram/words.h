#pragma once

#include <string>

#include "diagram/names.h"

/// Words that pictures and texts share.
namespace chancery::diagram {

inline constexpr Text kYes{"да", "yes"};
inline constexpr Text kNo{"нет", "no"};

/// How many of a parallel group suffice: «не менее 2 из 3»; where a condition says who is asked, «не
/// менее 2/3 тех, кого спросили». "" when all must agree.
std::string enoughOf(const flow::Review& group, const Names& names);
/// Whether conditions of the data decide who of a group is asked.
bool hasConditions(const flow::Review& group);
/// «срок – 3 рабочих дня».
std::string termOf(const flow::Term& term, const Names& names);
/// «Согласовано?»: what is asked after a stage of this kind.
std::string questionOf(flow::StageKind kind, const Names& names);
/// «Подготовка проекта» in the quotes of the language.
std::string quoted(const std::string& title, const Names& names);
/// Whom a stage of acquaintance or control is about: a role's holders or people in the data.
flow::Selector foundBy(const flow::Stage& stage);

}  // namespace chancery::diagram
