#pragma once
// The few HDF5 words we use, each done so that the file is also netCDF-4 and the same run gives the same
// bytes. This folder alone includes HDF5 headers, and one thread at a time calls them.
// Errors are H5::Exception; those who open or write a file turn them into a UserError.

#include <H5Cpp.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace spires::hdf5 {

using Shape = std::vector<hsize_t>;

/// A new file in which nothing carries a time and everything keeps the order it was made in.
/// What could not be written is known from `failed_write` of the driver, not from an exception.
[[nodiscard]] H5::H5File create_file(const std::filesystem::path& file);
[[nodiscard]] H5::Group create_group(const H5::Group& parent, const std::string& name);

/// Text attributes have their exact length; an empty text makes no attribute, for HDF5 has no such type.
void set_attribute(const H5::H5Object& object, const std::string& name, std::string_view text);
void set_attribute(const H5::H5Object& object, const std::string& name, std::int32_t number);
/// Empty when there is none.
[[nodiscard]] std::string text_attribute(const H5::H5Object& object, const std::string& name);

/// Texts of variable length: fixed ones crash netCDF-C 4.9.0.
H5::DataSet write_texts(const H5::Group& group, const std::string& name, const std::vector<std::string>& texts);
[[nodiscard]] std::vector<std::string> read_texts(const H5::DataSet& dataset);

/// Numbers, row by row, shuffled, deflated and with checksums, in pieces of `chunk`. Floating point ones
/// have NaN as fill value.
H5::DataSet write_numbers(const H5::Group& group, const std::string& name, std::span<const double> values,
                          const Shape& shape, const Shape& chunk);
H5::DataSet write_numbers(const H5::Group& group, const std::string& name, std::span<const std::int64_t> values,
                          const Shape& shape, const Shape& chunk);
H5::DataSet write_numbers(const H5::Group& group, const std::string& name, std::span<const std::int32_t> values,
                          const Shape& shape, const Shape& chunk);
H5::DataSet write_bytes(const H5::Group& group, const std::string& name, std::string_view bytes);
[[nodiscard]] std::vector<double> read_numbers(const H5::DataSet& dataset);
[[nodiscard]] Shape shape_of(const H5::DataSet& dataset);

/// Makes a one-dimensional dataset the scale of its own dimension: a netCDF coordinate variable.
void make_scale(const H5::DataSet& dataset, const std::string& name);
/// Names the dimensions of a dataset, one scale each; netCDF needs all of them.
void attach_scales(const H5::DataSet& dataset, const std::vector<H5::DataSet>& scales);

}  // namespace spires::hdf5
