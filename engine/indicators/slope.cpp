#include "indicators/slope.hpp"

#include <numeric>

namespace spires {

std::vector<double> ridits(std::span<const double> populations) {
    const double total = std::accumulate(populations.begin(), populations.end(), 0.0);
    std::vector<double> middles;
    double below = 0;
    for (const double people : populations) {
        middles.push_back((below + people / 2) / total);
        below += people;
    }
    return middles;
}

SlopeFit::SlopeFit(std::span<const double> populations) {
    const double total = std::accumulate(populations.begin(), populations.end(), 0.0);
    const std::vector<double> places = ridits(populations);
    double squares = 0;
    for (std::size_t group = 0; group < populations.size(); ++group) {
        of_mean_.push_back(populations[group] / total);
        squares += of_mean_[group] * (places[group] - 0.5) * (places[group] - 0.5);  // the mean ridit is ½
    }
    for (std::size_t group = 0; group < populations.size(); ++group)
        of_index_.push_back(of_mean_[group] * (places[group] - 0.5) / squares);
}

Slope SlopeFit::operator()(std::span<const double> figures) const noexcept {
    double mean = 0, index = 0;
    for (std::size_t group = 0; group < figures.size(); ++group) {
        mean += of_mean_[group] * figures[group];
        index += of_index_[group] * figures[group];
    }
    return {mean - index / 2, index};
}

}  // namespace spires
