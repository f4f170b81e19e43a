#pragma once

#include <string>
#include <vector>

#include "flow/explore.h"

namespace chancery::flow {

/// A path in the words of the office: stages with the buttons pressed at them. What the engine did
/// without trouble is left out, like answers of one stage that follow each other are told together:
///
///     «Подготовка проекта»: Отправить (cost > 0) → «Согласование»: Согласовать ×2, Не согласовать
std::string inWords(const Core& core, const std::vector<Move>& path);

}  // namespace chancery::flow
