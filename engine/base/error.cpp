#include "base/error.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>

namespace chancery {

WorldError::WorldError(std::string operation, std::string subject, std::string cause)
    : std::runtime_error(operation + ' ' + subject + ": " + cause),
      operation_(std::move(operation)),
      subject_(std::move(subject)),
      cause_(std::move(cause)) {}

WorldError systemError(std::string operation, std::string subject) {
  return WorldError(std::move(operation), std::move(subject),
                    std::generic_category().message(errno));
}

void check(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "chancery: internal check failed: %s\n", what);
  std::abort();
}

}  // namespace chancery
