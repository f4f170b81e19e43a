#pragma once

#include <stdexcept>
#include <string>

namespace chancery {

/// The world failed: a disk, a database, a library. Thrown by the room that met it, translated
/// there from the library's own error; caught by a step's attempt, an HTTP request and main() only.
class WorldError : public std::runtime_error {
 public:
  /// @param operation what was being done, as a verb: "write", "open database"
  /// @param subject what it was done to: a path, an address
  /// @param cause the library's or system's own words
  WorldError(std::string operation, std::string subject, std::string cause);

  const std::string& operation() const { return operation_; }
  const std::string& subject() const { return subject_; }
  const std::string& cause() const { return cause_; }

 private:
  std::string operation_;
  std::string subject_;
  std::string cause_;
};

/// A WorldError whose cause is the text of the current `errno`.
WorldError systemError(std::string operation, std::string subject);

/// Stops the program when one of our own assumptions is broken; stays on in release builds.
void check(bool condition, const char* what);

}  // namespace chancery
