# A room is a folder under engine/ built as one static library; its sources are the folder's .cpp
# files. USES names the rooms whose headers it may include (tests/frame/rooms_test.cpp reads this
# map from engine/CMakeLists.txt and checks every #include against it).
function(chancery_room name)
  cmake_parse_arguments(ROOM "" "" "USES;LIBRARIES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  set(visibility PUBLIC)
  if(sources)
    add_library(chancery_${name} STATIC ${sources})
    target_link_libraries(chancery_${name} PRIVATE ${ROOM_LIBRARIES})
  else()  # a room of headers alone
    add_library(chancery_${name} INTERFACE)
    set(visibility INTERFACE)
  endif()
  target_include_directories(chancery_${name} ${visibility} ${CMAKE_CURRENT_SOURCE_DIR})
  foreach(used IN LISTS ROOM_USES)
    target_link_libraries(chancery_${name} ${visibility} chancery_${used})
  endforeach()
endfunction()

# The tests of a room: tests/<name>/*_test.cpp in one program <name>_test. ROOMS names what it links.
function(chancery_tests name)
  cmake_parse_arguments(TESTS "" "" "ROOMS;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  if(NOT sources)
    return()
  endif()
  add_executable(${name}_test ${sources})
  foreach(room IN LISTS TESTS_ROOMS)
    target_link_libraries(${name}_test PRIVATE chancery_${room})
  endforeach()
  target_include_directories(${name}_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(${name}_test PRIVATE ${TESTS_LIBRARIES} GTest::gtest GTest::gtest_main)
  target_compile_definitions(${name}_test PRIVATE CHANCERY_PROJECT_DIR="${PROJECT_SOURCE_DIR}"
                             CHANCERY_PROGRAM="${CMAKE_BINARY_DIR}/chancery")
  gtest_discover_tests(${name}_test DISCOVERY_MODE PRE_TEST PROPERTIES LABELS ${name})
endfunction()
