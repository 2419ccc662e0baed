#include "results/replicate_store.hpp"

#include "core/error.hpp"
#include "support/example_results.hpp"
#include "support/scratch_folder.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <thread>

namespace spires {
namespace {

std::vector<Variable> variables_of(const std::vector<example::Formula>& formulas) {
    std::vector<Variable> variables;
    for (const auto& formula : formulas) variables.push_back(formula.variable);
    return variables;
}

TEST(replicate_store, gives_back_what_several_threads_put_in_any_order) {
    const ScratchFolder folder;
    const auto formulas = example::formulas();
    const ResultsAxes axes = example::axes(3, 5, 4);
    ReplicateStore store(folder.path(), axes, variables_of(formulas), 8);
    {
        std::vector<std::jthread> threads;
        for (std::size_t worker = 0; worker < 4; ++worker) {
            threads.emplace_back([&, worker] {
                for (std::size_t r = 8 - worker; r-- > 0;) {
                    if (r % 4 != 3 - worker) continue;
                    for (std::size_t s = 3; s-- > 0;) store.put(r, s, example::values(axes, formulas, r, s));
                }
            });
        }
    }
    for (std::size_t v = 0; v < formulas.size(); ++v) {
        const std::vector<double> read = store.read(v);
        std::size_t at = 0;
        for (std::size_t r = 0; r < 8; ++r) {
            for (std::size_t s = 0; s < 3; ++s) {
                const auto put = example::values(axes, formulas, r, s);
                for (const double expected : put[v]) {
                    ASSERT_TRUE(read[at] == expected || (std::isnan(read[at]) && std::isnan(expected)));
                    ++at;
                }
            }
        }
        EXPECT_EQ(at, read.size());
    }
}

TEST(replicate_store, grows_and_keeps_what_it_has) {
    const ScratchFolder folder;
    const auto formulas = example::formulas();
    const ResultsAxes axes = example::axes(2, 3, 2);
    ReplicateStore growing(folder.path(), axes, variables_of(formulas), 2, 8), whole(folder.path(), axes, variables_of(formulas), 4);
    const auto put = [&](ReplicateStore& store, std::size_t r) {
        for (std::size_t s = 0; s < 2; ++s) store.put(r, s, example::values(axes, formulas, r, s));
    };
    for (std::size_t r = 0; r < 4; ++r) put(whole, r);
    put(growing, 0);
    put(growing, 1);
    const auto first = growing.read(1);
    growing.grow(4);
    EXPECT_THROW(static_cast<void>(growing.read(1)), std::logic_error) << "two are still to come";
    put(growing, 2);
    put(growing, 3);
    EXPECT_EQ(growing.read(1), whole.read(1));
    EXPECT_TRUE(std::equal(first.begin(), first.end(), growing.read(1).begin()));
    EXPECT_THROW(growing.grow(9), std::logic_error);
    EXPECT_THROW(growing.grow(3), std::logic_error);
}

TEST(replicate_store, leaves_nothing_in_its_folder) {
    const ScratchFolder folder;
    const ReplicateStore store(folder / "new", example::axes(1, 2, 2), variables_of(example::formulas()), 2);
    EXPECT_TRUE(std::filesystem::is_empty(folder / "new"));
}

TEST(replicate_store, is_not_read_before_it_is_full) {
    const ScratchFolder folder;
    const auto formulas = example::formulas();
    const ResultsAxes axes = example::axes(2, 2, 2);
    ReplicateStore store(folder.path(), axes, variables_of(formulas), 1);
    store.put(0, 0, example::values(axes, formulas, 0, 0));
    EXPECT_THROW(static_cast<void>(store.read(0)), std::logic_error);
    EXPECT_THROW(store.put(1, 0, example::values(axes, formulas, 0, 0)), std::logic_error);
    EXPECT_THROW(store.put(0, 1, example::values(example::axes(2, 3, 2), formulas, 0, 1)), std::logic_error);
}

TEST(replicate_store, says_when_it_cannot_be_made) {
    const ScratchFolder folder;
    std::ofstream(folder / "file") << "not a folder";
    try {
        const ReplicateStore store(folder / "file", example::axes(1, 2, 2), {}, 1);
        FAIL();
    } catch (const UserError& error) {
        EXPECT_EQ(error.code(), Exit::cannot_create);
    }
}

}  // namespace
}  // namespace spires
