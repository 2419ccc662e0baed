#pragma once
// The page itself: a template made from dashboard/ and kept inside the program.

#include <string>
#include <string_view>

namespace spires {

/// The template, as committed in dashboard/built/report.html.
[[nodiscard]] std::string_view page_template();

/// The template with results in it; `payload` empty for a page onto which files are dropped.
/// `layout` is the view the page opens with: "dashboard" or "annual".
[[nodiscard]] std::string fill_page(std::string_view payload, std::string_view layout = "dashboard");

}  // namespace spires
