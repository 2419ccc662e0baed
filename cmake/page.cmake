# The page's template, kept inside the program so that `spires report` works from anywhere.

set(page_html "${PROJECT_SOURCE_DIR}/dashboard/built/report.html")
set(page_source "${PROJECT_BINARY_DIR}/generated/page_template.cpp")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${page_html}")

# A raw string literal, cut into pieces that every compiler takes; the delimiter is in no web page.
file(READ "${page_html}" page_text)
string(LENGTH "${page_text}" page_length)
set(page_code "// Made by cmake/page.cmake from dashboard/built/report.html.\n#include \"report/page.hpp\"\n\nnamespace spires {\n\nstd::string_view page_template() {\n    static const std::string whole = std::string()")
set(at 0)
while(at LESS page_length)
  string(SUBSTRING "${page_text}" ${at} 60000 piece)
  string(APPEND page_code "\n        + R\"~spires~(${piece})~spires~\"")
  math(EXPR at "${at} + 60000")
endwhile()
string(APPEND page_code ";\n    return whole;\n}\n\n}  // namespace spires\n")
file(CONFIGURE OUTPUT "${page_source}" CONTENT "@page_code@" @ONLY)
