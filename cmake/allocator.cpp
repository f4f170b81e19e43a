// Linked into the programs, not into the rooms: malloc is mimalloc's there, by being linked first.
#include <mimalloc.h>

namespace {

// Pages of 2 MiB where the system has them: a tree of a long table spans hundreds of megabytes.
[[maybe_unused]] const bool kLargePages = [] {
  mi_option_enable(mi_option_large_os_pages);
  return true;
}();

}  // namespace
