# Trees of many small nodes are most of what the engine allocates: mimalloc serves them a tenth
# faster than the C library does (docs/decisions/0016). The sanitizers and fuzzers bring their own.
if(CHANCERY_SANITIZE OR CHANCERY_FUZZ)
  function(chancery_allocator target)
  endfunction()
else()
  find_package(mimalloc REQUIRED)
  function(chancery_allocator target)
    target_sources(${target} PRIVATE ${PROJECT_SOURCE_DIR}/cmake/allocator.cpp)
    target_link_libraries(${target} PRIVATE mimalloc)
  endfunction()
endif()
