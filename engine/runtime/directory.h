#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"

namespace chancery::runtime {

/// A series of registration numbers.
struct Series {
  std::string id;
  std::string title;
  std::string pattern = "{n}";  ///< "{n}-од", "{group}-{file}-{n:06}/{y}"; runtime/number_pattern.h
  std::int64_t startsAt = 1;
  bool yearly = true;       ///< begins anew every year
  std::string group = {};   ///< what {group} stands for
  std::string file = {};    ///< what {file} stands for
  std::string keeper = {};  ///< role that reserves and annuls by hand; "" = everybody of the office

  /// The number as printed, of a document of that year.
  std::string print(std::int64_t value, int year) const;
};

/// In whose place somebody acts.
struct Capacity {
  std::string post;   ///< «И.о. начальника отдела по образованию»
  std::string name;   ///< «П. А. Лугов», as a signature prints it
  std::string basis;  ///< «приказ от 25.06.2026 № 61-л»

  bool operator==(const Capacity&) const = default;
};

/// Who works in the office and how it counts: an input of everything that needs it. What an event
/// depended on is recorded with the event.
class Directory {
 public:
  virtual ~Directory() = default;
  virtual bool knows(std::string_view person) const = 0;
  /// The roles that a person holds today, by substitution too.
  virtual std::vector<std::string> rolesOf(std::string_view person) const = 0;
  virtual std::vector<std::string> holdersOf(std::string_view role) const = 0;
  /// In what capacity a person holds a role that is not the own one; nothing when it is.
  virtual std::optional<Capacity> capacityOf(std::string_view person,
                                             std::string_view role) const = 0;
  /// A person's own post and name, as a signature prints them; nothing of somebody without a post.
  virtual std::optional<Capacity> ownCapacityOf(std::string_view person) const = 0;
  /// «П. А. Лугов, заместитель начальника отдела»; the id itself of somebody who is not known.
  virtual std::string nameOf(std::string_view person) const = 0;
  /// Those whom a document means by «О. П. Веснина», «Веснина О.П.» or an id.
  virtual std::vector<std::string> findPeople(std::string_view printed) const = 0;
  /// The day that it is in the office.
  virtual Date dayOf(Moment moment) const = 0;
  /// The day so many days behind another (before it: negative), or so many working days; nothing
  /// when the calendar does not reach so far.
  virtual std::optional<Date> dayBehind(Date from, int days, bool working) const = 0;
  /// «05.06.2026 12:30», in the office.
  virtual std::string timeOf(Moment moment) const = 0;
  virtual std::optional<Series> findSeries(std::string_view id) const = 0;
};

}  // namespace chancery::runtime
