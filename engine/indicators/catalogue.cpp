#include "indicators/catalogue.hpp"

namespace spires {

// Nothing is published yet; the lines come with the indicators.
std::vector<Variable> variable_catalogue(const std::vector<std::string>& /*conditions*/,
                                         const std::vector<std::string>& /*services*/) {
    return {};
}

}  // namespace spires
