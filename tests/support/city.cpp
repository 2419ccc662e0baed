#include "support/city.hpp"

namespace spires::city {

std::filesystem::path inputs() { return std::filesystem::path(SPIRES_SOURCE_FOLDER) / "inputs" / "coventry"; }

const Places& places() {
    static const Places read = read_places(inputs());
    return read;
}

const Synthesis& synthesis() {
    static const Synthesis drawn = synthesise(inputs(), places(), 1, base_year);
    return drawn;
}

}  // namespace spires::city
