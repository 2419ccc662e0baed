#pragma once
// The luck of the synthesis: one stream for each place, so that places can be drawn in any order.

#include <Random123/conventional/Engine.hpp>
#include <Random123/threefry.h>

#include <boost/random/uniform_01.hpp>
#include <boost/random/uniform_int_distribution.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace spires {

/// A stream of draws that belongs to (seed, stream); the same bits on every machine.
class Luck {
public:
    using Generator = r123::Threefry4x32_R<20>;

    Luck(std::uint64_t seed, std::uint32_t stream)
        : engine_(Generator::ukey_type{{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U), stream,
                                        0x53594e54U}}) {}  // "SYNT": apart from the draws of the simulation

    /// Uniform on [0, 1).
    [[nodiscard]] double uniform() { return boost::random::uniform_01<double>{}(engine_); }
    [[nodiscard]] bool happens(double probability) { return uniform() < probability; }
    /// Uniform on 0 … count - 1.
    [[nodiscard]] std::size_t below(std::size_t count) {
        return boost::random::uniform_int_distribution<std::size_t>{0, count - 1}(engine_);
    }
    /// Nearly normal with mean 0 and variance 1: twelve uniforms, so that no logarithm is needed.
    [[nodiscard]] double normal() {
        double sum = -6.0;
        for (int i = 0; i < 12; ++i) sum += uniform();
        return sum;
    }
    /// An index drawn in proportion to weights; the last positive one when rounding leaves none.
    [[nodiscard]] std::size_t pick(std::span<const double> weights) {
        double sum = 0;
        for (const double weight : weights) sum += weight;
        double at = uniform() * sum;
        std::size_t last = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (weights[i] <= 0) continue;
            last = i;
            if (at < weights[i]) return i;
            at -= weights[i];
        }
        return last;
    }
    template <class T>
    void shuffle(std::vector<T>& values) {
        for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
    }

private:
    r123::Engine<Generator> engine_;
};

}  // namespace spires
