#include "scenario/words.hpp"

namespace spires {

std::vector<std::string> keys_of(std::span<const Word> words) {
    std::vector<std::string> keys;
    for (const auto& word : words) keys.emplace_back(word.key);
    return keys;
}

std::vector<std::string> texts(std::span<const std::string_view> words) { return {words.begin(), words.end()}; }

}  // namespace spires
