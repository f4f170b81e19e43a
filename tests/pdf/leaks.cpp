// PoDoFo 0.9.8 forgets its filters when a stream turns out to be broken (the hostile files of these
// tests). Leaks of ours are still told: only those below its own frames are let pass.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libpodofo\n";
}
