# Flags shared by every target; each preset switches options, never flags of its own.
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
                    -Wcast-qual -Wimplicit-fallthrough)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 14)
  # False alarms inside the standard library's strings and optionals when optimising (GCC bugs
  # 105651, 80635); the sanitizers watch the same ground.
  add_compile_options(-Wno-restrict -Wno-maybe-uninitialized)
endif()
if(CHANCERY_WERROR)
  add_compile_options(-Werror)
endif()
if(CHANCERY_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(CHANCERY_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()
if(CHANCERY_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
