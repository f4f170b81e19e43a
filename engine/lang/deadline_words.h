#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>

#include "lang/recurrence.h"
#include "lang/working_days.h"

/// The vocabulary of deadline phrases: words in lower case with е for ё, in any case form.
namespace chancery::lang::deadline {

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words);

/// 1 … 12: «января», «январе», «янв».
std::optional<int> monthOf(std::string_view word);
/// 1 … 100: «три», «трёх», «тридцати».
std::optional<int> numeralOf(std::string_view word);
/// 1 … 12: «первый», «третьей», «четвертого»; -1: «последняя».
std::optional<int> ordinalOf(std::string_view word);
/// 0 Monday … 6 Sunday: «понедельник», «средам».
std::optional<int> weekdayOf(std::string_view word);
/// «день», «суток» (calendar days), «недель», «месяца», «лет»; «кварталов» and half-years have
/// none.
std::optional<TermUnit> unitOf(std::string_view word);
/// 0 winter … 3 autumn.
std::optional<int> seasonOf(std::string_view word);

bool isYearWord(std::string_view word);        ///< «год», «г», «гг», «годы»
bool isManyYears(std::string_view word);       ///< «гг», «годы», «годов»
bool isQuarterWord(std::string_view word);     ///< «квартал», «кв»
bool isHalfYearWord(std::string_view word);    ///< «полугодие»
bool isTenDaysWord(std::string_view word);     ///< «декада»
bool isMonthWord(std::string_view word);       ///< «месяц», «мес»
bool isTimesWord(std::string_view word);       ///< «раз», «раза»
bool isDayOfMonthWord(std::string_view word);  ///< «число»
bool isEachWord(std::string_view word);        ///< «каждый»
bool isSchoolWord(std::string_view word);      ///< «учебный», «уч»
bool isThisWord(std::string_view word);        ///< «текущего», «сего»
bool isNextWord(std::string_view word);        ///< «следующего», «будущего»
bool isReportedWord(std::string_view word);    ///< «отчётным»

/// «ежемесячно» and the like.
struct Often {
  Recurrence::Frequency frequency;
  int interval;
};
std::optional<Often> oftenOf(std::string_view word);
/// A unit of «раз в …»: «день», «неделю», «месяц», «квартал», «полугодие», «год», «лет».
std::optional<Often> intervalOf(std::string_view word);

/// «десятидневный», «двухнедельный», «месячный», and «дневный» behind a number (count 0).
std::optional<Term> termAdjective(std::string_view word);

}  // namespace chancery::lang::deadline
