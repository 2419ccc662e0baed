#include "results/population_file.hpp"

#include "results/hdf5_file.hpp"
#include "support/city.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <numeric>
#include <unistd.h>

namespace spires {
namespace {

class PopulationFile : public testing::Test {
protected:
    PopulationFile() { std::filesystem::create_directories(folder_); }
    ~PopulationFile() override { std::filesystem::remove_all(folder_); }
    [[nodiscard]] std::filesystem::path write(const std::string& name) const {
        write_population(folder_ / name, city::synthesis(), city::places(), 1, city::base_year);
        return folder_ / name;
    }

    std::filesystem::path folder_ = std::filesystem::temp_directory_path() / ("spires_population_file_" + std::to_string(::getpid()));
};

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST_F(PopulationFile, is_the_same_for_the_same_people) {
    EXPECT_EQ(bytes_of(write("a.h5")), bytes_of(write("b.h5")));
    EXPECT_FALSE(std::filesystem::exists(folder_ / "a.h5.partial"));
}

TEST_F(PopulationFile, holds_people_households_and_fit) {
    const H5::H5File file(write("p.h5").string(), H5F_ACC_RDONLY);
    EXPECT_EQ(hdf5::shape_of(file.openDataSet("/people/person")), (hdf5::Shape{355600}));
    const auto persons = hdf5::read_numbers(file.openDataSet("/households/persons"));
    EXPECT_EQ(std::accumulate(persons.begin(), persons.end(), 0.0), 355600.0);
    EXPECT_EQ(hdf5::text_attribute(file.openDataSet("/people/sex"), "flag_meanings"), "female male");
    EXPECT_EQ(hdf5::read_texts(file.openDataSet("/fit/margin")).front(), "ward x sex x age");
    EXPECT_EQ(hdf5::read_numbers(file.openDataSet("/fit/total_absolute_error_share")).front(), 0.0);
    EXPECT_EQ(hdf5::shape_of(file.openDataSet("/places/lsoa")), (hdf5::Shape{203}));
}

}  // namespace
}  // namespace spires
