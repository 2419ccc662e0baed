#include "results/results_file.hpp"

#include "core/error.hpp"
#include "results/hdf5_file.hpp"
#include "results/read_results.hpp"
#include "support/example_results.hpp"
#include "support/scratch_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <hdf5_hl.h>

#include <chrono>
#include <cmath>
#include <csignal>
#include <fstream>
#include <functional>
#include <iterator>
#include <sys/resource.h>
#include <thread>

namespace spires {
namespace {

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void each_dataset(const H5::Group& group, const std::string& path, const std::function<void(const std::string&, const H5::DataSet&)>& visit) {
    for (hsize_t i = 0; i < group.getNumObjs(); ++i) {
        const std::string name = group.getObjnameByIdx(i);
        if (group.childObjType(name) == H5O_TYPE_GROUP) each_dataset(group.openGroup(name), path + name + "/", visit);
        else visit(path + name, group.openDataSet(name));
    }
}

UserError error_of(const std::function<void()>& act) {
    try {
        act();
    } catch (const UserError& error) {
        return error;
    }
    return {Exit::done, "no error"};
}

TEST(results_file, holds_the_statistics_of_the_replicates) {
    const ScratchFolder folder;
    example::write(folder / "results.h5");
    const ResultsReader results(folder / "results.h5");
    EXPECT_EQ(results.axes().years.back(), 2043);
    EXPECT_EQ(results.axes().scenarios[2].name, "Scénario 2");
    EXPECT_THAT(results.axes().scenarios[2].pillars, testing::ElementsAre("behaviours", "places"));
    EXPECT_EQ(results.design().replicates(), 20U);
    const auto formulas = example::formulas();
    ASSERT_EQ(results.variables().size(), formulas.size());
    for (const auto& formula : formulas) {
        const std::string& name = formula.variable.name;
        const std::size_t area = formula.variable.city_only ? 0 : 3, sex = formula.variable.of_households ? 0 : 2;
        std::vector<double> levels, differences;
        for (std::size_t r = 0; r < 20; ++r) {
            levels.push_back(formula.value(r, 2, 7, area, sex));
            differences.push_back(levels.back() - formula.value(r, 0, 7, area, sex));
        }
        const ResultsCell cell{2, 7, area, sex};
        EXPECT_EQ(results.level(name, cell).mean, Reduction(20, 2).estimate(levels).mean) << name;
        EXPECT_EQ(results.level(name, cell).p97_5, Reduction(20, 2).estimate(levels).p97_5) << name;
        EXPECT_EQ(results.difference(name, cell).sd, Reduction(20, 2).estimate(differences).sd) << name;
        EXPECT_EQ(results.difference(name, {0, 7, area, sex}).mean, 0) << name;
        if (formula.variable.direction == "none") continue;
        EXPECT_EQ(results.probability_better(name, cell), Reduction(20, 2).probability_better(differences, formula.variable.direction)) << name;
        EXPECT_EQ(results.replicates(name)[((2 * 20 + 19) * 22 + 7) * 3 + sex], formula.value(19, 2, 7, 0, sex)) << name;
        EXPECT_EQ(results.variable(name).city_only, formula.variable.city_only);
        EXPECT_EQ(results.variable(name).units, formula.variable.units);
    }
    EXPECT_TRUE(std::isnan(results.level("fuel_poverty", {0, 0, 0, 1}).mean));
    EXPECT_TRUE(std::isnan(results.level("healthy_life_expectancy_gap", {0, 0, 1, 0}).mean));
}

TEST(results_file, has_the_same_bytes_for_the_same_content) {
    const ScratchFolder folder;
    example::write(folder / "one.h5", {3, 2}, 2, 4, 3);
    std::this_thread::sleep_for(std::chrono::milliseconds(1100));  // HDF5 times have seconds
    example::write(folder / "two.h5", {3, 2}, 2, 4, 3);
    EXPECT_TRUE(bytes_of(folder / "one.h5") == bytes_of(folder / "two.h5"));
}

TEST(results_file, names_every_dimension_and_has_no_text_of_fixed_length) {
    const ScratchFolder folder;
    example::write(folder / "results.h5", {2, 2}, 2, 3, 2);
    const H5::H5File file((folder / "results.h5").string(), H5F_ACC_RDONLY);
    int seen = 0;
    each_dataset(file.openGroup("/"), "/", [&seen](const std::string& path, const H5::DataSet& dataset) {
        ++seen;
        if (dataset.getTypeClass() == H5T_STRING) {
            EXPECT_TRUE(dataset.getStrType().isVariableStr()) << path;
        }
        EXPECT_NE(dataset.getTypeClass(), H5T_COMPOUND) << path;
        if (H5DSis_scale(dataset.getId()) > 0) return;
        for (unsigned d = 0; d < hdf5::shape_of(dataset).size(); ++d) EXPECT_EQ(H5DSget_num_scales(dataset.getId(), d), 1) << path;
    });
    EXPECT_GT(seen, 40);
}

TEST(results_file, counts_persons_beside_both_sexes) {
    const ScratchFolder folder;
    example::write(folder / "results.h5", {2, 2}, 2, 3, 2);
    const H5::H5File file((folder / "results.h5").string(), H5F_ACC_RDONLY);
    const H5::DataSet counts = file.openDataSet("counts/population");
    EXPECT_EQ(hdf5::shape_of(counts), (hdf5::Shape{2, 3, 2, 3, 20}));
    std::vector<std::int64_t> read(2 * 3 * 2 * 3 * 20);
    counts.read(read.data(), H5::PredType::NATIVE_INT64);
    const std::int64_t first = 1LL << 53;  // one more than a double can tell apart
    EXPECT_EQ(read[60 + 1], 2 * first + 41 + 61);
    EXPECT_EQ(read[60 + 21], first + 41);
    EXPECT_EQ(read[60 + 41], first + 61);
}

/// No file may grow beyond so many bytes, as if the disk were full.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) {
        getrlimit(RLIMIT_FSIZE, &was_);
        const rlimit small{bytes, was_.rlim_max};
        std::signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk() {
        setrlimit(RLIMIT_FSIZE, &was_);
        std::signal(SIGXFSZ, SIG_DFL);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit was_{};
};

TEST(results_file, is_whole_or_not_there) {
    const ScratchFolder folder;
    const auto file = folder / "results.h5";
    example::write(file, {2, 2}, 2, 9, 2);
    const std::string before = bytes_of(file);
    for (std::size_t share = 1; share < 10; ++share) {
        const FullDisk full(before.size() * share / 10);
        // The store of replicates is smaller than a tenth of the file.
        const UserError error = error_of([&] { example::write(file, {2, 2}, 2, 9, 2); });
        EXPECT_EQ(error.code(), Exit::reading_or_writing_failed) << share << ": " << error.what();
        EXPECT_TRUE(bytes_of(file) == before) << share;
        EXPECT_FALSE(std::filesystem::exists(file.string() + ".partial")) << share;
    }
}

TEST(results_reader, says_what_is_wrong_with_a_file) {
    const ScratchFolder folder;
    const auto open = [](const std::filesystem::path& file) { return error_of([&] { const ResultsReader results(file); }); };
    EXPECT_EQ(open(folder / "none.h5").code(), Exit::input_missing);
    std::ofstream(folder / "text.h5") << "hello";
    EXPECT_THAT(open(folder / "text.h5").what(), testing::HasSubstr("not an HDF5 file"));
    EXPECT_EQ(open(folder / "text.h5").code(), Exit::wrong_data);

    const auto file = folder / "results.h5";
    example::write(file, {2, 2}, 2, 3, 2);
    const std::string whole = bytes_of(file);
    std::ofstream(folder / "short.h5", std::ios::binary) << whole.substr(0, whole.size() / 2);
    EXPECT_THAT(open(folder / "short.h5").what(), testing::HasSubstr("cut short"));
    {
        H5::H5File other((folder / "other.h5").string(), H5F_ACC_TRUNC);
    }
    EXPECT_THAT(open(folder / "other.h5").what(), testing::HasSubstr("does not hold results"));
    {
        const H5::H5File newer(file.string(), H5F_ACC_RDWR);
        const std::int32_t number = 99;
        newer.openGroup("/").openAttribute("schema_version").write(H5::PredType::NATIVE_INT32, &number);
    }
    EXPECT_THAT(open(file).what(), testing::HasSubstr("schema version 99"));
}

TEST(results_reader, suggests_the_word_that_was_meant) {
    const ScratchFolder folder;
    example::write(folder / "results.h5", {2, 2}, 2, 3, 2);
    const ResultsReader results(folder / "results.h5");
    EXPECT_THAT(error_of([&] { static_cast<void>(results.variable("life_expectency")); }).what(), testing::HasSubstr("did you mean 'life_expectancy'?"));
    EXPECT_EQ(results.area("coventry"), 0U);
    EXPECT_EQ(results.area("e05001218"), 1U);
    EXPECT_THAT(error_of([&] { static_cast<void>(results.area("Ward 2")); }).what(), testing::HasSubstr("did you mean 'Ward 1'?"));
    EXPECT_THAT(error_of([&] { static_cast<void>(results.year(2040)); }).what(), testing::HasSubstr("2022 to 2024"));
}

}  // namespace
}  // namespace spires
