# Puts migrations/*.sql into the program, in the order of their numbers.
file(GLOB migrations CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/migrations/*.sql)
list(SORT migrations)
set(entries "")
foreach(file IN LISTS migrations)
  get_filename_component(name ${file} NAME)
  file(READ ${file} sql)
  string(APPEND entries "    {\"${name}\", R\"sql(${sql})sql\"},\n")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/store/migrations.cpp @ONLY CONTENT
"// Made by engine/store/migrations.cmake from engine/store/migrations/*.sql.
#include \"store/sqlite/migrations.h\"

namespace chancery::store::sqlite {

const std::vector<Migration>& migrations() {
  static const std::vector<Migration> kMigrations = {
@entries@  };
  return kMigrations;
}

}  // namespace chancery::store::sqlite
")
target_sources(chancery_store PRIVATE ${CMAKE_BINARY_DIR}/generated/store/migrations.cpp)
