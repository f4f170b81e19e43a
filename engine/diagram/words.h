#pragma once

#include <string>

#include "diagram/names.h"

/// Words that pictures and texts share.
namespace chancery::diagram {

inline constexpr Text kYes{"да", "yes"};
inline constexpr Text kNo{"нет", "no"};

/// «не менее 2 виз из 3»; "" when all must agree.
std::string enoughOf(const flow::Quorum& quorum, std::size_t asked, const Names& names);
/// «срок – 3 рабочих дня».
std::string termOf(const flow::Term& term, const Names& names);
/// «Согласовано?»: what is asked after a stage of this kind.
std::string questionOf(flow::StageKind kind, const Names& names);
/// «Подготовка проекта» in the quotes of the language.
std::string quoted(const std::string& title, const Names& names);
/// Whom a stage of acquaintance or control is about: a role's holders or people in the data.
flow::Selector foundBy(const flow::Stage& stage);

}  // namespace chancery::diagram
