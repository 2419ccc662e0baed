#include "report/page.hpp"

#include "report/packing.hpp"

#include <stdexcept>

namespace spires {

namespace {

/// Replaces a mark that the template holds exactly once.
void replace(std::string& page, std::string_view mark, std::string_view text) {
    const std::size_t at = page.find(mark);
    if (at == std::string::npos || page.find(mark, at + 1) != std::string::npos)
        throw std::logic_error("the page's template does not hold one " + std::string(mark) + "; build it with scripts/build_page.sh");
    page.replace(at, mark.size(), text);
}

}  // namespace

std::string fill_page(std::string_view payload, std::string_view layout) {
    // Letters and digits alone enter the page: nothing of a file can end a script or begin a tag.
    std::string page(page_template());
    replace(page, "@SPIRES_LAYOUT@", layout);
    replace(page, "@SPIRES_RESULTS@", payload.empty() ? "" : base64(deflate(payload)));
    return page;
}

}  // namespace spires
